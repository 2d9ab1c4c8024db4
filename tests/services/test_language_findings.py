"""The pre-flight names what the style check finds, entry by entry."""

from __future__ import annotations

import msgspec

from protocol_tui.grammar.style.check import StyleCheck
from protocol_tui.minutes.style import shipped_style
from protocol_tui.services.findings import Finding
from protocol_tui.services.language import language_findings
from protocol_tui.services.recording.recorder import Recorder


def findings(recorder: Recorder) -> list[Finding]:
    return list(language_findings(recorder.meeting, shipped_style(), StyleCheck()))


def test_an_indicative_in_a_contribution_is_named_with_its_place(running: Recorder) -> None:
    running.record("kru: Der Bus kommt zu spät.")  # the test's engine leaves the words as they are
    (finding,) = [each for each in findings(running) if "Indikativ" in each.message]
    assert finding.rule == "D3"
    assert finding.severity == "warning"
    assert finding.entry == running.meeting.entries[-1].id
    assert "kommt" in finding.message


def test_the_clerks_own_words_are_left_alone(running: Recorder) -> None:
    for line in (
        "= Die Nachfragen zeigten, dass der Wunsch besteht.",
        'hur: "Wir sind heute hier.',
        "kru* Wir zahlen.",
    ):
        running.record(line)
    assert findings(running) == []


def test_functions_and_groups_of_the_meeting_need_no_explanation(running: Recorder) -> None:
    running.record("kru: Der KVD habe das mit dem ZVB besprochen.")
    named = [finding.message for finding in findings(running) if "erklärt" in finding.message]
    assert len(named) == 1
    assert "ZVB" in named[0]


def test_relative_clauses_keep_the_indicative_where_the_house_says_so(running: Recorder) -> None:
    running.record("kru: Der Bus, der dort hält, sei zu klein.")
    style = shipped_style()
    language = msgspec.structs.replace(style.language, relative_clauses="indikativ")
    other = msgspec.structs.replace(style, language=language)
    assert [finding.severity for finding in findings(running)] == ["warning"]
    assert list(language_findings(running.meeting, other, StyleCheck())) == []
