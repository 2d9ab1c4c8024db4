"""House rule 5: reporting clauses, questions, requests, infinitives."""

from __future__ import annotations

import pytest

from tests.grammar.spoken import convert, free, said

ADDRESSEE = {"addressee": "die Verwaltung", "addressee_number": "sg", "addressee_gender": "f"}
MINUTES = (
    "die europäische Binnenwanderung und auch der Zuzug nach Deutschland in einem Zusammenhang mit der Arbeit stünden. "
    "Da in erster Linie die Kommunen betroffen seien, werde eine Unterstützung angestrebt."
)


def ask(text: str) -> str:
    return said(text, verb="fragte", clause="", kind="question", **ADDRESSEE)


def request(text: str, verb: str = "bat") -> str:
    return said(text, verb=verb, clause="zu-inf", kind="request", **ADDRESSEE)


@pytest.mark.parametrize(
    ("spoken", "printed"),
    [
        ("Ist das geplant?", "ob das geplant sei."),
        ("Wann kommt der Bus an?", "wann der Bus ankomme."),
        ("Mit wem wurde gesprochen?", "mit wem gesprochen worden sei."),
        ("Ist das neu, oder gab es das schon?", "ob das neu sei oder ob es das schon gegeben habe."),
        ("Was kostet das? Wer zahlt? Ist es genehmigt?", "was das koste, wer zahle und ob es genehmigt sei."),
        ("Ich hätte gern gewusst, was das kostet.", "was das koste."),
        ("Darf ich fragen, ob das geplant ist?", "ob das geplant sei."),
        ("Wenn das Geld fehlt, wer zahlt dann?", "wer dann zahle, wenn das Geld fehle."),
        ("Warum hat man das nicht verhindern können?", "warum man das nicht habe verhindern können."),
    ],
)
def test_a_question_becomes_a_clause_with_its_verb_last(spoken: str, printed: str) -> None:
    assert ask(spoken) == f"Herr Brandt fragte, {printed}"


def test_a_statement_before_the_question_has_its_own_reporting_clause_and_is_unsure() -> None:
    result = convert("Das Dach ist undicht. Wann wird es repariert?", verb="fragte", clause="", kind="question")
    assert result.indirect == "Herr Brandt führte aus, das Dach sei undicht. Er fragte, wann es repariert werde."
    assert not result.sure


def test_without_a_reporting_clause_a_question_stays_a_main_clause() -> None:
    assert free("Wann gibt es Geld?").indirect == "Wann gebe es Geld?"


@pytest.mark.parametrize(
    ("spoken", "printed"),
    [
        ("Prüfen Sie das bitte!", "bat die Verwaltung, das zu prüfen."),
        ("Legen Sie mir die Liste vor!", "bat die Verwaltung, ihm die Liste vorzulegen."),
        ("Würden Sie das bitte nachreichen?", "bat die Verwaltung, das nachzureichen."),
        ("Ich bitte die Verwaltung, das zu prüfen.", "bat die Verwaltung, das zu prüfen."),
        ("Ich möchte Sie bitten, das zu prüfen.", "bat die Verwaltung, das zu prüfen."),
    ],
)
def test_a_request_is_an_infinitive_with_zu(spoken: str, printed: str) -> None:
    assert request(spoken) == f"Herr Brandt {printed}"


def test_an_addressee_in_the_reporting_clause_is_not_named_again() -> None:
    assert request("Prüfen Sie das!", verb="bat die Verwaltung") == "Herr Brandt bat die Verwaltung, das zu prüfen."


def test_the_addressee_stands_before_the_particle() -> None:
    assert request("Prüfen Sie das!", verb="forderte auf") == "Herr Brandt forderte die Verwaltung auf, das zu prüfen."


def test_a_request_without_a_reporting_clause_takes_moege() -> None:
    assert free("Reichen Sie das bitte nach!", **ADDRESSEE).indirect == "Die Verwaltung möge das nachreichen."
    assert free("Lassen Sie uns den Punkt vertagen!").indirect == "Man möge den Punkt vertagen."


@pytest.mark.parametrize(
    ("spoken", "printed"),
    [
        ("Bitte lesen Sie das.", "die Verwaltung möge das lesen."),
        ("Bitte prüfen Sie, ob das geht.", "die Verwaltung möge prüfen, ob das gehe."),
        ("Bitte lesen Sie das und stimmen Sie zu.", "die Verwaltung möge das lesen und sie möge zustimmen."),
        ("Bitte seien Sie leise.", "die Verwaltung möge leise sein."),
        ("Seien Sie vorsichtig!", "die Verwaltung möge vorsichtig sein."),
    ],
)
def test_a_request_that_opens_with_bitte_or_seien_takes_moege(spoken: str, printed: str) -> None:
    assert said(spoken, **ADDRESSEE) == f"Herr Brandt sagte, {printed}"


@pytest.mark.parametrize(
    ("spoken", "printed"),
    [
        ("Wir lehnen das ab und fordern Sie auf, neu zu planen.", "man das ablehne und {} auffordere, neu zu planen."),
        ("Das lehnen wir ab und bitten Sie um Auskunft.", "man das ablehne und {} um Auskunft bitte."),
        ("Wir danken, aber fordern Sie auf, mehr zu tun.", "man danke, aber {} auffordere, mehr zu tun."),
        (
            "Wir lehnen das ab, weil es teuer ist, und fordern Sie auf, neu zu planen.",
            "man das ablehne, weil es teuer sei, und {} auffordere, neu zu planen.",
        ),
        (
            "Wir haben Zweifel, teilen aber das Ziel und bitten Sie um Auskunft.",
            "man Zweifel habe, aber das Ziel teile und {} um Auskunft bitte.",
        ),
        ("Ich danke und frage Sie, ob das geht.", "er danke und {} frage, ob das gehe."),
        (
            "Unsere Fraktion lehnt das ab und fordert Sie auf, neu zu planen.",
            "ihre Fraktion das ablehne und {} auffordere, neu zu planen.",
        ),
        ("Die Bürger danken und bitten Sie um Auskunft.", "die Bürger danken würden und {} um Auskunft bitten würden."),
    ],
)
def test_a_verb_behind_und_goes_on_with_the_subject_and_sie_is_its_object(spoken: str, printed: str) -> None:
    result = convert(spoken, verb="betonte", clause="dass", **ADDRESSEE)
    assert result.indirect == f"Herr Brandt betonte, dass {printed.format('die Verwaltung')}"
    assert result.sure


@pytest.mark.parametrize(
    ("spoken", "printed"),
    [
        ("Lesen Sie das und stimmen Sie zu.", "die Verwaltung möge das lesen und sie möge zustimmen."),
        ("Wir warten und lesen Sie das bitte.", "man warte und die Verwaltung möge das lesen."),
        ("Wir danken und lesen Sie den Plan.", "man danke und die Verwaltung möge den Plan lesen."),
        ("Ich bin dafür, aber fragen Sie die anderen.", "er sei dafür, aber die Verwaltung möge die anderen fragen."),
    ],
)
def test_a_request_behind_und_stays_a_request(spoken: str, printed: str) -> None:
    assert said(spoken, **ADDRESSEE) == f"Herr Brandt sagte, {printed}"


@pytest.mark.parametrize("spoken", ["Wir gehen und warten Sie hier.", "Wir danken, und bitten Sie um Auskunft."])
def test_where_a_request_and_the_subject_from_before_are_both_possible_it_is_unsure(spoken: str) -> None:
    assert not convert(spoken, **ADDRESSEE).sure


def test_who_is_informed_is_not_left_out_of_the_infinitive() -> None:
    for spoken in ("Wir prüfen das und informieren Sie.", "Ich prüfe das und informiere Sie."):
        assert said(spoken, verb="sagte zu", clause="zu-inf", **ADDRESSEE) == (
            "Herr Brandt sagte zu, das zu prüfen und die Verwaltung zu informieren."
        )


@pytest.mark.parametrize(
    ("spoken", "printed"),
    [
        ("Ich werde das prüfen und Ihnen berichten.", "das zu prüfen und der Verwaltung zu berichten."),
        ("Ich lege die Liste vor.", "die Liste vorzulegen."),
        ("Ich habe den Termin vergessen.", "den Termin vergessen zu haben."),
    ],
)
def test_a_promise_is_an_infinitive_with_zu(spoken: str, printed: str) -> None:
    assert said(spoken, verb="sagte zu", clause="zu-inf", **ADDRESSEE) == f"Herr Brandt sagte zu, {printed}"


def test_a_promise_for_somebody_else_is_a_dass_clause() -> None:
    assert said("Das Land wird zahlen.", verb="kündigte an", clause="zu-inf") == (
        "Herr Brandt kündigte an, dass das Land zahlen werde."
    )


@pytest.mark.parametrize(
    ("spoken", "printed"),
    [
        ("Dafür haben wir kein Geld.", "dass man dafür kein Geld habe."),
        ("Es fehlen Plätze.", "dass Plätze fehlen würden."),
        ("Weil Geld fehlt, ruht der Bau.", "dass der Bau ruhe, weil Geld fehle."),
        ("Der Bus hält an und fährt dann weiter.", "dass der Bus anhalte und dann weiterfahre."),
        ("Ohne Geld lässt sich das nicht machen.", "dass sich das ohne Geld nicht machen lasse."),
    ],
)
def test_behind_dass_the_verb_stands_last_and_pronouns_first(spoken: str, printed: str) -> None:
    assert said(spoken, verb="betonte", clause="dass") == f"Herr Brandt betonte, {printed}"


@pytest.mark.parametrize(
    ("spoken", "printed"),
    [
        ("Wir stimmen zu, aber nur, wenn Geld da ist.", "man zustimme, aber nur, wenn Geld da sei."),
        ("Wir stimmen zu, jedoch erst dann, wenn Geld da ist.", "man zustimme, jedoch erst dann, wenn Geld da sei."),
        ("Der Antrag ist gut, allerdings nur, falls er wirkt.", "der Antrag gut sei, allerdings nur, falls er wirke."),
        ("Das Amt zahlt Miete, aber erst, nachdem es prüft.", "das Amt Miete zahle, aber erst, nachdem es prüfe."),
        ("Der Bus hält, und zwar nur, wenn Schule ist.", "der Bus halte, und zwar nur, wenn Schule sei."),
        (
            "Der Bus hält, aber nur, wenn Schule ist, und fährt dann.",
            "der Bus halte, aber nur, wenn Schule sei, und dann fahre.",
        ),
        ("Die Sitzung findet statt, aber nicht heute.", "die Sitzung stattfinde, aber nicht heute."),
        ("Das Werk läuft zwar, aber nur langsam.", "das Werk zwar laufe, aber nur langsam."),
        ("Das ist oft, aber nicht immer der Fall.", "das oft, aber nicht immer der Fall sei."),
    ],
)
def test_the_verb_stands_before_an_afterthought_that_limits_it(spoken: str, printed: str) -> None:
    result = convert(spoken, verb="betonte", clause="dass")
    assert result.indirect == f"Herr Brandt betonte, dass {printed}"
    assert result.sure


@pytest.mark.parametrize("start", [str.capitalize, str])
def test_a_clause_typed_in_its_final_order_stays_word_for_word(start: type[str]) -> None:
    text = MINUTES[:1].upper() + MINUTES[1:] if start is str.capitalize else MINUTES
    result = convert(text, speaker="Er", verb="führte weiter aus", clause="dass")
    assert result.indirect == f"Er führte weiter aus, dass {MINUTES}"
    assert result.sure


def test_a_typed_infinitive_stays_word_for_word() -> None:
    text = "schon in der nächsten Sitzung die Leitung vorzustellen sowie Informationen zu geben."
    result = convert(text, verb="kündigte an", clause="zu-inf")
    assert (result.indirect, result.sure) == (f"Herr Brandt kündigte an, {text}", True)


def test_fillers_and_vocatives_are_dropped_but_appositions_stay() -> None:
    assert said("Ja, das stimmt.") == "Herr Brandt sagte, das stimme."
    assert said("Meine Damen und Herren, das ist neu.") == "Herr Brandt sagte, das sei neu."
    assert said("Herr Raetz, der Sprecher, ist krank.") == "Herr Brandt sagte, Herr Raetz, der Sprecher, sei krank."


def test_a_note_passes_unchanged() -> None:
    assert convert("Wir haben Pause.", kind="note").indirect == "Wir haben Pause."


@pytest.mark.parametrize(
    ("text", "verb", "wanted"),
    [
        ("Ich beantrage Schluss der Debatte.", "beantragte", "beantragte Schluss der Debatte."),
        ("Ich schlage eine Pause vor.", "schlug vor", "schlug eine Pause vor."),
        ("Ich bedanke mich bei der Schule.", "bedankte sich", "bedankte sich bei der Schule."),
        ("Ich erkläre das gern.", "erklärte", "erklärte, er erkläre das gern."),
    ],
)
def test_what_the_reporting_clause_says_already_is_not_said_twice(text: str, verb: str, wanted: str) -> None:
    assert said(text, verb=verb, clause="") == f"Herr Brandt {wanted}"


@pytest.mark.parametrize("clause", ["dass", "v2", "zu-inf"])
@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Ich beantrage, dass das Amt auch ein Dach prüft.", "beantragte, dass das Amt auch ein Dach prüfe."),
        ("Ich stelle den Antrag, dass das Amt das prüft.", "beantragte, dass das Amt das prüfe."),
        ("Ich möchte den Antrag stellen, dass das Amt das prüft.", "beantragte, dass das Amt das prüfe."),
        ("Ich beantrage, den Punkt zu vertagen.", "beantragte, den Punkt zu vertagen."),
        ("Wir stellen hiermit den Antrag, den Punkt zu vertagen.", "beantragte, den Punkt zu vertagen."),
        ("Ich stelle den Antrag auf Schluss der Debatte.", "beantragte Schluss der Debatte."),
        ("Hiermit beantrage ich die Vertagung.", "beantragte die Vertagung."),
        ("Namens meiner Fraktion beantrage ich, zu warten.", "beantragte namens seiner Fraktion, zu warten."),
        ("Wir beantragen für unsere Fraktion, zu warten.", "beantragte für ihre Fraktion, zu warten."),
    ],
)
def test_a_motion_is_put_once(text: str, printed: str, clause: str) -> None:
    result = convert(text, verb="beantragte", clause=clause)
    assert (result.indirect, result.sure) == (f"Herr Brandt {printed}", True)


def test_what_follows_a_motion_is_not_torn_from_it_and_is_unsure() -> None:
    result = convert("Ich beantrage Vertagung und bitte um Zustimmung.", verb="beantragte", clause="dass")
    assert result.indirect == "Herr Brandt beantragte, dass er Vertagung beantrage und um Zustimmung bitte."
    assert not result.sure


def test_an_application_that_is_no_motion_is_told_as_it_was() -> None:
    text = "Ich stelle den Antrag, den die SPD wollte, heute nicht."
    assert said(text, verb="beantragte") == (
        "Herr Brandt beantragte, er stelle den Antrag, den die SPD gewollt habe, heute nicht."
    )


def test_who_is_spoken_to_is_named_in_the_reporting_clause() -> None:
    assert said("Ich sage Ihnen zu, dass das kommt.", verb="sagte zu", clause="dass", **ADDRESSEE) == (
        "Herr Brandt sagte der Verwaltung zu, dass das komme."
    )
    assert not convert("Ich sage Ihnen zu, dass das kommt.", verb="sagte zu", clause="dass").sure


@pytest.mark.parametrize("clause", ["v2", "dass", "ob", "w", "zu-inf"])
@pytest.mark.parametrize("text", ['" Jahren umgesetzt? "', "„Ja“,", "(…)", ",", "„“", "und", "– wer", "als", "Wer,"])
def test_a_text_that_is_no_sentence_is_answered_in_every_frame(text: str, clause: str) -> None:
    assert isinstance(convert(text, clause=clause).indirect, str)


@pytest.mark.parametrize(
    "text",
    [
        "Herr Brandt betonte, dass die Container abgebaut würden.",
        "Herr Brandt erklärte, die Mittel reichten nicht, sie würden gekürzt.",
        "Herr Brandt bat die Verwaltung, den Vorgang zu prüfen.",
    ],
)
def test_the_speakers_own_reporting_clause_typed_with_the_text_stays(text: str) -> None:
    result = convert(text, verb="", continuation=True)
    assert result.indirect == text
    assert result.sure
