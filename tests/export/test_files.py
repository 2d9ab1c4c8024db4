"""Export files: whole or not at all, and never outside their folder."""

from __future__ import annotations

import string
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol_tui.export.files import put_file
from protocol_tui.services.exporting import safe_name

RESERVED = set(string.printable) - set(string.ascii_letters + string.digits + "._-")


@given(st.text())
def test_a_file_name_made_of_any_text_stays_in_its_folder(text: str) -> None:
    name = safe_name(text)
    assert name
    assert not set(name) & RESERVED
    assert name not in (".", "..")
    assert Path("folder", name).parent == Path("folder")
    assert len(name) <= 80


@pytest.mark.parametrize("text", ["../../etc/passwd", "C:\\Windows\\x", "a/b", "..", "", "\x00", "CON/../x"])
def test_paths_in_disguise_are_plain_names(text: str) -> None:
    assert "/" not in safe_name(text)
    assert "\\" not in safe_name(text)
    assert not safe_name(text).startswith(".")


def test_a_file_is_not_replaced_unless_wanted(tmp_path: Path) -> None:
    path = tmp_path / "neu" / "x.docx"
    put_file(path, b"eins", overwrite=False)
    with pytest.raises(FileExistsError):
        put_file(path, b"zwei", overwrite=False)
    assert path.read_bytes() == b"eins"
    put_file(path, b"zwei", overwrite=True)
    assert path.read_bytes() == b"zwei"
    assert [entry.name for entry in path.parent.iterdir()] == ["x.docx"]


def test_a_folder_in_the_place_of_the_file_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "x.docx").mkdir()
    with pytest.raises(OSError, match=r"x\.docx"):
        put_file(tmp_path / "x.docx", b"eins", overwrite=True)
    assert [entry.name for entry in tmp_path.iterdir()] == ["x.docx"]
