"""Text blocks: the file, its errors, and what an abbreviation becomes."""

from __future__ import annotations

from pathlib import Path

import pytest

from protocol_tui.errors import FileFormatError, InputError
from protocol_tui.services.textblocks import create_file, filled, read_blocks, shipped_text


def blocks_in(folder: Path, text: str) -> Path:
    path = folder / "textbausteine.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_without_a_file_the_shipped_blocks_are_there(tmp_path: Path) -> None:
    blocks = read_blocks(tmp_path / "fehlt.toml")
    expansion = blocks.expand("kw", {}, opens=True)
    assert expansion is not None
    assert expansion.text == "= Wortmeldungen lagen nicht vor."
    assert blocks.expand("Haus", {}, opens=True) is None


def test_a_block_counts_only_where_it_opens_the_line_an_abbreviation_everywhere(tmp_path: Path) -> None:
    blocks = read_blocks(tmp_path / "fehlt.toml")
    assert blocks.expand("kw", {}, opens=False) is None
    expansion = blocks.expand("Bschl", {}, opens=False)
    assert expansion is not None
    assert expansion.text == "Beschluss"


def test_the_file_that_is_made_is_the_shipped_one_and_is_never_replaced(tmp_path: Path) -> None:
    path = tmp_path / "neu" / "textbausteine.toml"
    create_file(path)
    assert path.read_text(encoding="utf-8") == shipped_text()
    path.write_text("version = 1\n", encoding="utf-8")
    with pytest.raises(InputError, match="gibt es schon"):
        create_file(path)
    assert read_blocks(path).block == ()


def test_placeholders_are_filled_and_the_cursor_stands_where_it_is_wanted() -> None:
    expansion = filled("{vorsitz} schloss um {uhrzeit} Uhr: {?}, {titel}.", {"vorsitz": "Frau Ott", "uhrzeit": "18:42"})
    assert expansion.text == "Frau Ott schloss um 18:42 Uhr: , …."
    assert expansion.text[: expansion.cursor] == "Frau Ott schloss um 18:42 Uhr: "


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("version = 1\n[[block]\n", "Zeile 2: Das ist kein gültiges TOML"),
        ("version = 2\n", "Das Format 2 kennt"),
        ('version = 1\n[[block]]\nshort = "a"\ntext = "b"\n', "Das Feld „title“ passt nicht"),
        ('version = 1\n[abbreviations]\n"a b" = "c"\n', "„a b“ ist kein Kürzel"),
        ('version = 1\n[abbreviations]\na = "{wann}"\n', "Den Platzhalter {wann} gibt es nicht"),
        (
            'version = 1\n[[block]]\nshort = "a"\ntitle = "A"\ntext = "b"\n[abbreviations]\na = "c"\n',
            "Das Kürzel „a“ steht zweimal",
        ),
    ],
)
def test_an_error_in_the_file_is_a_sentence_that_names_the_place(tmp_path: Path, text: str, sentence: str) -> None:
    with pytest.raises(FileFormatError, match=sentence.replace("{", "\\{").replace("}", "\\}")):
        read_blocks(blocks_in(tmp_path, text))


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "textbausteine.toml"
    path.write_bytes("version = 1\n# ü".encode("latin-1"))
    with pytest.raises(FileFormatError, match="UTF-8"):
        read_blocks(path)
