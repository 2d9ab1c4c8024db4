"""The command line as a contract: what is printed where, and with which exit status."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from protocol_tui.cli.main import program
from tests.cli.conftest import EXAMPLE, Ended

Call = Callable[..., Ended]
MEETING = "2026-11-17-inklusion-gesundheit-7"


def test_a_replayed_file_prints_the_id_of_its_meeting(call: Call) -> None:
    assert call("replay", EXAMPLE) == (0, f"{MEETING}\n", "")


def test_a_file_is_replayed_once_unless_asked_again(call: Call) -> None:
    call("replay", EXAMPLE)
    second = call("replay", EXAMPLE)
    assert second.status == 2
    assert MEETING in second.err
    assert "--again" in second.err
    assert call("replay", "--again", EXAMPLE).out == f"{MEETING}-2\n"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("zzz: Guten Tag.", "zzz"),
        ("#9 9 9", "stimmberechtigt"),
        (".7.7", "7.7"),
        ("/quatsch", "quatsch"),
        ("18:30 Uhr ist Schluss.", "Leerzeichen"),
    ],
)
def test_a_wrong_line_names_file_and_line_and_nothing_of_the_file_is_applied(
    call: Call, tmp_path: Path, line: str, said: str
) -> None:
    path = tmp_path / "sitzung.txt"
    text = EXAMPLE.read_text(encoding="utf-8")
    path.write_text(f"{text}{line}\n", encoding="utf-8")
    number = len(text.splitlines()) + 1
    ended = call("replay", path)
    assert ended.status == 2
    assert f"sitzung.txt, Zeile {number}" in ended.err
    assert said in ended.err
    assert ended.out == ""
    assert json.loads(call("list", "--json").out) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("members_total = 3", "membres_total = 3"), "membres_total"),
        (("number = 7\n", 'number = "sieben"\n'), "number"),
        (('chair = "v"', 'chair = "zz"'), "zz"),
        (('code = "kr"', 'code = "er"'), "er"),
    ],
)
def test_a_wrong_head_names_line_and_key(call: Call, tmp_path: Path, change: tuple[str, str], said: str) -> None:
    path = tmp_path / "kopf.txt"
    path.write_text(EXAMPLE.read_text(encoding="utf-8").replace(*change), encoding="utf-8")
    ended = call("replay", path)
    assert ended.status == 2
    assert "kopf.txt, Zeile " in ended.err
    assert said in ended.err


def test_a_file_that_is_not_utf_8_is_refused_with_the_line(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "alt.txt"
    path.write_bytes(EXAMPLE.read_bytes() + "ah: Schöne Grüße.\n".encode("cp1252"))
    ended = call("replay", path)
    assert ended.status == 2
    assert "UTF-8" in ended.err
    assert "Zeile" in ended.err


def test_a_missing_file_is_refused_with_its_name(call: Call) -> None:
    ended = call("replay", "gibtsnicht.txt")
    assert ended.status == 2
    assert "gibtsnicht.txt" in ended.err


@pytest.mark.parametrize("wanted", [MEETING, "2026-11-17", "17.11.2026", "gesundheit", "7", "Inklusion"])
def test_a_meeting_is_found_by_id_and_by_part_of_date_committee_or_number(call: Call, wanted: str) -> None:
    call("replay", EXAMPLE)
    assert call("show", wanted).status == 0


def test_an_ambiguous_name_lists_the_candidates(call: Call) -> None:
    call("replay", EXAMPLE)
    call("replay", "--again", EXAMPLE)
    ended = call("show", "gesundheit")
    assert ended.status == 2
    assert f"{MEETING}-2" in ended.err


@pytest.mark.parametrize("command", ["show", "export", "check", "live"])
def test_an_unknown_meeting_ends_with_status_2_and_a_sentence(call: Call, command: str) -> None:
    ended = call(command, "nirgends")
    assert (ended.status, ended.out) == (2, "")
    assert "nirgends" in ended.err


def test_show_prints_only_the_part_asked_for(call: Call) -> None:
    call("replay", EXAMPLE)
    public, nonpublic = call("show", "7").out, call("show", "7", "--part", "nonpublic").out
    assert "Der Ausschuss nimmt den Bericht zur Kenntnis." in public
    assert "einstimmig" in public
    for secret in ("Personalangelegenheiten", "Bewerbungen"):
        assert secret not in public
        assert secret in nonpublic


def test_show_json_is_the_whole_record_with_what_was_typed_and_what_is_printed(call: Call) -> None:
    call("replay", EXAMPLE)
    record = json.loads(call("show", "7", "--json").out)
    assert record["version"] == 1
    assert record["head"]["number"] == 7
    report = next(entry for entry in record["entries"] if entry["kind"] == "statement")
    assert report["typed"].startswith("Der Aufbau der Beratungsstelle kommt gut voran.")
    assert report["printed"].startswith("Ltd. KVD Hellweg berichtete, ")
    assert {"id", "time", "kind", "speakers"} <= report.keys()
    vote = next(entry for entry in record["entries"] if entry["kind"] == "vote")
    assert len(vote["eligible"]) == 2


def test_check_ends_with_1_on_errors_and_names_them(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "lücken.txt"
    text = EXAMPLE.read_text(encoding="utf-8").replace('place = "Kreishaus, Sitzungssaal 1"\n', "")
    path.write_text(text.replace("17:10 #e", "17:10 #1 0 0"), encoding="utf-8")
    call("replay", path)
    ended = call("check", "7")
    assert ended.status == 1
    assert "Der Ort der Sitzung fehlt." in ended.out
    assert "Gezählt sind 1 Stimmen" in ended.out
    findings = json.loads(call("check", "7", "--json").out)
    assert {finding["rule"] for finding in findings} >= {"H2", "V4"}


@pytest.mark.parametrize("kind", ["docx", "md", "txt", "json"])
def test_export_writes_every_format_into_the_exports_folder_and_prints_the_path(
    call: Call, tmp_path: Path, kind: str
) -> None:
    call("replay", EXAMPLE)
    ended = call("export", "7", "--format", kind)
    path = Path(ended.out.strip())
    assert ended.status == 0
    assert path.parent == tmp_path / "exports"
    assert path.suffix == f".{kind}"
    assert path.stat().st_size > 0


def test_export_never_overwrites_without_force(call: Call) -> None:
    call("replay", EXAMPLE)
    path = Path(call("export", "7").out.strip())
    before = path.read_bytes()
    refused = call("export", "7")
    assert refused.status == 2
    assert "--force" in refused.err
    assert path.read_bytes() == before
    assert call("export", "7", "--force").status == 0


def test_an_export_below_a_file_ends_with_3_and_a_sentence(call: Call, tmp_path: Path) -> None:
    call("replay", EXAMPLE)
    (tmp_path / "datei").write_text("x", encoding="utf-8")
    ended = call("export", "7", "-o", tmp_path / "datei" / "x.docx")
    assert ended.status == 3
    assert "datei" in ended.err


def test_no_part_of_the_public_word_package_has_a_non_public_string_or_a_note(call: Call, tmp_path: Path) -> None:
    source = tmp_path / "notiz.txt"
    source.write_text(EXAMPLE.read_text(encoding="utf-8") + ";Geheimnotiz Wolkenkuckuck\n", encoding="utf-8")
    call("replay", source)
    path = Path(call("export", "7", "--part", "public").out.strip())
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name).decode("utf-8", errors="replace") for name in package.namelist()}
    for name, text in parts.items():
        for secret in ("Personalangelegenheiten", "Bewerbungen", "Wolkenkuckuck"):
            assert secret not in text, name


def test_the_word_document_has_real_styles_language_fields_and_title(call: Call) -> None:
    call("replay", EXAMPLE)
    document = docx.Document(call("export", "7").out.strip())
    styles = {paragraph.text: paragraph.style.name for paragraph in document.paragraphs if paragraph.style}
    assert styles["Niederschrift"] == "Title"
    assert styles["Anwesenheit"] == "Heading 1"
    assert styles["TOP\u00a01: Aufbau der Beratungsstelle"] == "Heading 2"
    assert styles["Der Ausschuss nimmt den Bericht zur Kenntnis."] == "Beschluss"
    assert styles["Abst.-Erg.: einstimmig"] == "Abstimmung"
    assert document.core_properties.language == "de-DE"
    assert "7. Sitzung" in document.core_properties.title
    footer = document.sections[0].footer.paragraphs[0]._p.xml
    assert 'w:instr="PAGE"' in footer
    assert 'w:instr="NUMPAGES"' in footer


def test_paths_names_every_place(call: Call, tmp_path: Path) -> None:
    ended = call("paths")
    assert str(tmp_path / "data") in ended.out
    assert str(tmp_path / "exports") in ended.out


def test_verify_is_silent_of_damage_on_a_sound_store_and_finds_a_flipped_byte(call: Call, tmp_path: Path) -> None:
    call("replay", EXAMPLE)
    assert call("verify").status == 0
    journal = next(path for path in (tmp_path / "data" / "meetings").rglob("journal*"))
    data = bytearray(journal.read_bytes())
    data[len(data) // 2] ^= 1
    journal.write_bytes(data)
    ended = call("verify")
    assert ended.status == 1
    assert "beschädigt" in ended.out
    assert json.loads(call("verify", "--json").out)["sound"] is False


def test_a_damaged_meeting_is_still_shown_as_far_as_it_is_sound_with_a_warning(call: Call, tmp_path: Path) -> None:
    call("replay", EXAMPLE)
    journal = next(path for path in (tmp_path / "data" / "meetings").rglob("journal*"))
    lines = journal.read_bytes().split(b"\n")
    for damaged in range(2, len(lines) - 1):
        broken = bytearray(lines[damaged])
        broken[-20] ^= 1
        journal.write_bytes(b"\n".join([*lines[:damaged], bytes(broken), *lines[damaged + 1 :]]))
        ended = call("show", "7")
        assert ended.status == 0
        assert "Aufbau der Beratungsstelle" in ended.out
        assert "beschädigt" in ended.err
        assert call("verify").status == 1


def test_an_unknown_command_option_or_choice_is_a_german_sentence(call: Call) -> None:
    for words in (["frobnicate"], ["show"], ["list", "--jsn"], ["export", "x", "--format", "pdfx"]):
        ended = call(*words)
        assert ended.status == 2
        assert "Hilfe: protocol-tui" in ended.err
        assert "Error" not in ended.err
        assert "Usage" not in ended.err


@pytest.mark.parametrize("command", [None, *program.commands])
def test_every_command_has_german_help_with_an_example(call: Call, command: str | None) -> None:
    ended = call(*([command] if command else []), "--help")
    assert ended.status == 0
    assert ended.out.startswith("Aufruf: ")
    assert "Beispiel:" in ended.out
    for english in ("Usage", "Options:", "Show this", "OPTIONS", "COMMAND"):
        assert english not in ended.out


def test_indirect_answers_each_line_before_the_next_is_read() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "protocol_tui", "indirect"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for number in range(3):
            asked = {"id": f"D-{number}", "text": "Das ist gut.", "speaker": "Abg. X", "verb": "meinte"}
            process.stdin.write(json.dumps(asked).encode() + b"\n")
            process.stdin.flush()
            answer = json.loads(process.stdout.readline())
            assert answer["id"] == f"D-{number}"
            assert {"indirect", "sure", "alternatives", "steps"} <= answer.keys()
        process.stdin.close()
        assert process.wait(10) == 0


@pytest.mark.parametrize(
    "line", ["kein json", '{"id": 1}', '{"text": 7}', '{"text": "x", "gender": "q"}', '{"text": "x", "txt": "y"}']
)
def test_indirect_names_the_line_of_bad_input(call: Call, monkeypatch: pytest.MonkeyPatch, line: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(f'{{"text": "Gut."}}\n{line}\n'.encode())))
    ended = call("indirect")
    assert ended.status == 2
    assert "Zeile 2" in ended.err
    assert len(ended.out.splitlines()) == 1


def test_a_reader_that_hangs_up_is_no_error() -> None:
    piped = subprocess.run(
        f"'{sys.executable}' -m protocol_tui --help | head -1; exit ${{PIPESTATUS[0]}}",
        shell=True, executable="/bin/bash", capture_output=True, check=False, text=True,
    )  # fmt: skip
    assert "Traceback" not in piped.stderr
