"""What `benchmarks.engine` measures in a process of its own, on one core.

`python -m benchmarks.engine_probe loading|converting|checking|memory` answers in JSON.
"""

from __future__ import annotations

import inspect
import json
import os
import pkgutil
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

from benchmarks.figures import seconds

GOLDEN = Path(__file__).parent.parent / "tests" / "grammar" / "golden"
FIRST = "Die Verwaltung prüft das."
Passes = dict[str, list[float]]


def corpus() -> list[dict[str, Any]]:
    """What is said in the golden files, and under `indirect` what is printed."""
    lines = [line for path in sorted(GOLDEN.glob("*.jsonl")) for line in path.read_text(encoding="utf-8").splitlines()]
    return [json.loads(line) for line in lines]


def loading() -> Passes:
    """Seconds for the modules, for the verb table with its index of forms, and for the first conversion."""
    begin = time.perf_counter()
    analysis = import_module("protocol_tui.grammar.analysis")
    some = time.perf_counter()
    analysis.readings("kommt")
    table = time.perf_counter()
    engine = import_module("protocol_tui.grammar.engine").Engine()
    speech = import_module("protocol_tui.grammar.speech")
    modules = time.perf_counter()
    engine.convert(speech.Utterance(text=FIRST))
    end = time.perf_counter()
    return {"modules": [some - begin + modules - table], "table": [table - some], "all": [end - begin]}


def converting() -> Passes:
    """Seconds a sentence, one figure a contribution (its time through the number of its sentences)."""
    from protocol_tui.grammar.tokens import sentences, tokenize  # noqa: PLC0415  # `loading` must not find it imported

    convert, said = _converter()
    lengths = [max(1, len(sentences(tokenize(utterance.text).tokens))) for utterance in said]
    passes = _passes([partial(convert, utterance) for utterance in said])
    return {name: [each / n for each, n in zip(times, lengths, strict=True)] for name, times in passes.items()}


def checking() -> Passes:
    """Seconds of the style check a text, on what is printed."""
    check = import_module("protocol_tui.grammar.style.check").StyleCheck().check_text
    printed = [each["indirect"] for each in corpus() if each.get("kind") != "note"]
    texts = [each if isinstance(each, str) else each[0] for each in printed]
    check(FIRST, "statement")
    return _passes([partial(check, text, "statement") for text in texts])


def memory() -> Passes:
    """Bytes the process takes more: with the engine ready, and after it has converted the corpus. Linux only."""
    before = _resident()
    convert, said = _converter()
    ready = _resident()
    for utterance in said:
        convert(utterance)
    return {"ready": [ready - before], "used": [_resident() - before]}


def _converter() -> tuple[Callable[[Any], object], list[Any]]:
    """The engine, its tables loaded, and what it is to convert."""
    utterance = import_module("protocol_tui.grammar.speech").Utterance
    known = utterance.__struct_fields__
    said = [utterance(**{name: each[name] for name in known if name in each}) for each in corpus()]
    convert = import_module("protocol_tui.grammar.engine").Engine().convert
    convert(utterance(text=FIRST))
    return convert, said


def _passes(calls: Sequence[Callable[[], object]]) -> Passes:
    """The seconds of each call when the words come up, with nothing remembered at all, and with all remembered."""
    passes = {"first": [seconds(call) for call in calls], "cold": [], "warm": []}
    remembered = list(_word_caches())
    for call in calls:
        for clear in remembered:
            clear()
        passes["cold"].append(seconds(call))
    for call in calls:
        call()
    passes["warm"] = [seconds(call) for call in calls]
    return passes


def _word_caches() -> Iterator[Callable[[], None]]:
    """What empties the caches that remember words; those of functions without a parameter hold the tables."""
    package = import_module("protocol_tui.grammar")
    for found in pkgutil.walk_packages(package.__path__, "protocol_tui.grammar."):
        for member in vars(import_module(found.name)).values():
            if hasattr(member, "cache_clear") and inspect.signature(member).parameters:
                yield member.cache_clear


def _resident() -> int:
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return 1024 * next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS:"))


if __name__ == "__main__":
    if sys.platform == "linux":
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    parts = {part.__name__: part for part in (loading, converting, checking, memory)}
    print(json.dumps(parts[sys.argv[1]]()))
