"""Runs all benchmarks, or those named: `python -m benchmarks [NAME…]`. Exit status 1 where a limit is exceeded.

A benchmark is a module of this package with a function `run() -> list[Figure]`.
"""

from __future__ import annotations

import importlib
import pkgutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from benchmarks.figures import Figure

NOT_BENCHMARKS = {"__main__", "figures"}


def benchmark_names() -> list[str]:
    found = {module.name for module in pkgutil.iter_modules([str(Path(__file__).parent)])}
    return sorted(found - NOT_BENCHMARKS)


def row(figure: Figure) -> str:
    limit = "" if figure.limit is None else f"<= {figure.limit:g} {figure.unit}"
    verdict = "" if figure.limit is None else ("OVER" if figure.over else "ok")
    return f"{figure.name:<64} {figure.value:>10.2f} {figure.unit:<3} {limit:>12}  {verdict}".rstrip()


def main(names: list[str]) -> int:
    over = False
    for name in names or benchmark_names():
        module = importlib.import_module(f"benchmarks.{name}")
        if not hasattr(module, "run"):
            continue
        print(f"\n{name}")
        for figure in module.run():
            print(row(figure), flush=True)
            over = over or figure.over
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
