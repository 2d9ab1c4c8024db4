"""The documents as LibreOffice and Word's readers see them. Needs soffice and pdftoppm."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import docx
import pytest

from protocol_tui.cli.main import run

NEEDED = {"soffice": "LibreOffice (libreoffice-writer)", "pdftotext": "poppler (poppler-utils)"}
DEMO = Path(__file__).parent.parent / "protocol_tui" / "services" / "demo" / "mitschrift.txt"


@pytest.fixture(scope="module", autouse=True)
def programs() -> None:
    missing = [name for command, name in NEEDED.items() if shutil.which(command) is None]
    if missing:
        pytest.fail(f"make acceptance needs {', '.join(missing)}; please install it and call it again")


@pytest.fixture
def exported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    monkeypatch.setenv("PROTOCOL_TUI_DATA", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)
    assert run(["replay", str(DEMO)]) == 0
    capsys.readouterr()
    assert run(["export", "2026"]) == 0
    return Path(capsys.readouterr().out.strip())


def converted(path: Path, kind: str) -> Path:
    """What LibreOffice makes of the file, with a profile of its own."""
    profile = path.parent / "profile"
    subprocess.run(
        ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", kind, path.name],
        cwd=path.parent,
        check=True,
        capture_output=True,
        timeout=120,
    )
    return path.with_suffix(f".{kind}")


def test_the_pages_show_title_items_and_signatures_and_count_themselves(exported: Path) -> None:
    pdf = converted(exported, "pdf")
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True).stdout
    text = text.replace("\u00a0", " ")
    for expected in ("Niederschrift", "über die 4. Sitzung", "TOP 1: Radweg", "Abst.-Erg.:", "Seite 1 von"):
        assert expected in text
    assert "Seite 1 von 1" not in text or text.count("Seite ") == 1
    assert "Grundstücksangelegenheiten" not in text


def test_saved_again_by_libreoffice_the_text_is_the_same(exported: Path, tmp_path: Path) -> None:
    before = [paragraph.text for paragraph in docx.Document(str(exported)).paragraphs]
    odt = converted(exported, "odt")
    again = tmp_path / "again"
    again.mkdir()
    shutil.copy(odt, again / odt.name)
    after = [paragraph.text for paragraph in docx.Document(str(converted(again / odt.name, "docx"))).paragraphs]
    assert [text for text in after if text.strip()] == before
