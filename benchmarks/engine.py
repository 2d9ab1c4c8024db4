"""The language engine: a sentence, the start of `protocol-tui indirect`, the verb table, memory, the style check.

The corpus is that of the golden tests. The engine remembers the readings of the words it has met (`lru_cache` in
`protocol_tui.grammar.analysis` and `lexicon.verbs`), so each text is timed three ways, on one core, after the tables
are loaded: *first* is a fresh process that meets each text for the first time, as in a meeting; *cold* forgets every
word before each text, the worst there is; *warm* has met all of them. The limits hold for *first* and *cold*.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import sysconfig
from collections.abc import Sequence
from pathlib import Path

from benchmarks.engine_probe import Passes
from benchmarks.figures import Figure, interleaved

ROUNDS = 5
STARTS = 21
MEAN, P99, START, TABLE = 0.001, 0.005, 0.25, 0.06
"""The limits in seconds."""
LINE = b'{"text": "Der Landrat hat mich beauftragt.", "speaker": "Frau Berg", "gender": "f", "verb": "sagte"}\n'


def probe(part: str) -> Passes:
    """What a new process measures."""
    result = subprocess.run(
        [sys.executable, "-m", "benchmarks.engine_probe", part],
        stdout=subprocess.PIPE,
        check=True,
        cwd=Path(__file__).parent.parent,
    )
    passes: Passes = json.loads(result.stdout)
    return passes


def summary(part: str) -> dict[str, tuple[float, float]]:
    """Mean and 99th percentile of each pass: the median of as many processes as there are rounds."""
    rounds = [probe(part) for _ in range(ROUNDS)]
    return {
        name: (
            statistics.median(statistics.mean(each[name]) for each in rounds),
            statistics.median(statistics.quantiles(each[name], n=100)[-1] for each in rounds),
        )
        for name in rounds[0]
    }


def sentences() -> list[Figure]:
    figures = []
    for name, (mean, p99) in summary("converting").items():
        figures += [Figure(f"a sentence, {name}, mean", mean * 1000, "ms"), Figure("  p99", p99 * 1000, "ms")]
        if name != "warm":
            figures += [
                Figure("  mean to the limit of 1 ms", mean / MEAN, limit=1),
                Figure("  p99 to the limit of 5 ms", p99 / P99, limit=1),
            ]
    return figures


def starting() -> list[Figure]:
    command = Path(sysconfig.get_path("scripts")) / "protocol-tui"

    def indirect() -> None:
        subprocess.run([command, "indirect"], input=LINE, stdout=subprocess.DEVNULL, check=True)

    def bare() -> None:
        subprocess.run([sys.executable, "-c", "pass"], input=LINE, stdout=subprocess.DEVNULL, check=True)

    indirect()
    empty, start = interleaved([bare, indirect], STARTS)
    return [
        Figure("start of python -c pass", empty * 1000, "ms"),
        Figure("start of protocol-tui indirect to its answer", start * 1000, "ms"),
        Figure("  to python -c pass", start / empty),
        Figure("  to the limit of 0.25 s", start / START, limit=1),
    ]


def loading() -> list[Figure]:
    rounds = [probe("loading") for _ in range(STARTS)]
    modules, table, both = (statistics.median(each[name][0] for each in rounds) for name in ("modules", "table", "all"))
    return [
        Figure("importing the grammar", modules * 1000, "ms"),
        Figure("loading the verb table", table * 1000, "ms"),
        Figure("  to the limit of 60 ms", table / TABLE, limit=1),
        Figure("importing, loading and the first conversion", both * 1000, "ms"),
    ]


def taking_memory() -> list[Figure]:
    if sys.platform != "linux":
        return []
    taken = probe("memory")
    return [
        Figure("memory of the engine, ready", taken["ready"][0] / 1e6, "MB"),
        Figure("  after the corpus", taken["used"][0] / 1e6, "MB"),
    ]


def checking() -> list[Figure]:
    figures = []
    for name, (mean, p99) in summary("checking").items():
        figures.append(Figure(f"style check of a text, {name}, mean", mean * 1000, "ms"))
        figures.append(Figure("  p99", p99 * 1000, "ms"))
    return figures


def run() -> Sequence[Figure]:
    return [*sentences(), *starting(), *loading(), *taking_memory(), *checking()]
