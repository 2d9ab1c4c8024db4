"""TinyDB's own test suite, run on the journaled store."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tarfile
from importlib.metadata import version
from pathlib import Path

HERE = Path(__file__).parent

DESELECTED = {
    # the inside of one JSON file, which this store does not have
    "tests/test_middlewares.py::test_caching_json_write": "looks at the file handle of JSONStorage",
    "tests/test_storages.py::test_json": "writes something that is no tables, which JSONStorage does not look at",
    "tests/test_storages.py::test_json_kwargs": "compares the bytes of the JSON file, indented",
    "tests/test_storages.py::test_json_read": "wants an OSError from a reader; here it is a LockedError",
    "tests/test_storages.py::test_create_dirs": "removes the store as one file; here it is a folder",
    "tests/test_storages.py::test_encoding": "chooses an encoding for the JSON file; here it is always UTF-8",
    "tests/test_storages.py::test_json_invalid_mode_warning": "opens with a file mode; here there are none",
    # the name of a class
    "tests/test_tables.py::test_table_repr": "wants the representation to name Table and JSONStorage",
}


def test_tinydbs_own_tests_pass_on_the_journaled_store(tmp_path: Path) -> None:
    source = Path(sys.prefix) / f"tinydb-{version('tinydb')}.tar.gz"
    assert source.exists(), "TinyDB's tests are missing; `make test` fetches them"
    with tarfile.open(source) as archive:
        archive.extractall(tmp_path, filter="data")
    (suite,) = tmp_path.iterdir()
    deselected = [argument for name in DESELECTED for argument in ("--deselect", name)]
    command = [sys.executable, "-m", "pytest", "-q", "-p", "journaled_tinydb_plugin", "-p", "no:cacheprovider"]
    outcome = subprocess.run(
        [*command, "-p", "no:xdist", "--basetemp", str(tmp_path / "base"), *deselected, "tests"],
        cwd=suite,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(HERE), str(HERE.parents[1])])},
        capture_output=True,
        text=True,
        check=False,
    )
    assert outcome.returncode == 0, outcome.stdout[-4000:] + outcome.stderr[-2000:]
    passed = re.search(r"(\d+) passed", outcome.stdout)
    assert passed
    assert int(passed[1]) >= 205, outcome.stdout[-500:]
