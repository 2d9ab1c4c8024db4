"""A writer on the recorder service, killed again and again on one store: nothing acknowledged is ever lost."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

KILLS = 40


def test_everything_acknowledged_survives_kill_9(tmp_path: Path) -> None:
    chance = random.Random(11)
    acks = tmp_path / "acks"
    for _ in range(KILLS):
        command = [sys.executable, "-m", "acceptance.kill9_recorder", "write", str(tmp_path / "data")]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as writer:
            assert writer.stdout is not None
            first = writer.stdout.readline()
            time.sleep(chance.uniform(0, 0.4))
            writer.kill()
            said = first + writer.stdout.read()
        with acks.open("ab") as file:
            file.write(said[: said.rfind(b"\n") + 1])
        verified = subprocess.run(
            [sys.executable, "-m", "acceptance.kill9_recorder", "verify", str(tmp_path / "data"), str(acks)],
            check=False,
            capture_output=True,
            text=True,
        )
        assert verified.returncode == 0, verified.stdout
