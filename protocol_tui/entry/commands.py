"""The closed list of `/commands`: said once, for reading, completing, offering and explaining."""

import difflib
import re
from collections.abc import Callable

import msgspec

from protocol_tui.entry.cleaning import Tail, one_line, quoted, tail_of
from protocol_tui.entry.codes import resolve, resolve_speaker
from protocol_tui.entry.known import Known
from protocol_tui.entry.lines import (
    AssignSpeaker,
    CallToOrder,
    Chair,
    End,
    EntryLine,
    Excuse,
    FlagLast,
    FloorRequest,
    Guest,
    Line,
    NextSpeaker,
    NonPublic,
    Pause,
    Public,
    Recuse,
    Resume,
    SpeechKind,
    Substitute,
)
from protocol_tui.entry.room import (
    read_added_item,
    read_adjourned_item,
    read_clock,
    read_joined_items,
    read_moved_item,
    read_withdrawn_item,
)
from protocol_tui.entry.speech import read_motion
from protocol_tui.entry.votes import read_election, read_own_vote, read_roll_call, read_secret
from protocol_tui.errors import EntryError

Reader = Callable[[str, Known], Line]


class Command(msgspec.Struct, frozen=True):
    """A command: its word, other spellings, the shape of its arguments ("" none) and its help, both for the clerk."""

    word: str
    arguments: str
    help: str
    example: str
    read: Reader
    aliases: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Every spelling, the word first."""
        return (self.word, *self.aliases)


def not_flaggable() -> EntryError:
    """Say that this line makes no entry that could be checked later."""
    return EntryError(
        "Diese Zeile ergibt keinen Eintrag, der sich mit „??“ vormerken ließe.", "Richtig ist sie ohne „??“."
    )


def _by_tail(read: Callable[[Tail, Known], Line]) -> Reader:
    """Make a reader of one that takes the arguments without the flag."""

    def reader(raw: str, known: Known) -> Line:
        tail = tail_of(raw)
        line = read(tail, known)
        if not tail.flagged:
            return line
        if not isinstance(line, EntryLine):
            raise not_flaggable()
        return msgspec.structs.replace(line, flagged=True)

    return reader


def _alone(word: str, line: Line) -> Reader:
    def read(tail: Tail, known: Known) -> Line:  # noqa: ARG001 - one signature for all commands
        if tail.text:
            raise EntryError(f"Hinter „/{word}“ gehört nichts.", f"Richtig ist nur „/{word}“.")
        return line

    return _by_tail(read)


def _with_person(word: str, make: Callable[[str], Line]) -> Reader:
    def read(tail: Tail, known: Known) -> Line:
        if not tail.text or len(tail.text.split()) > 1:
            raise EntryError(f"Zu „/{word}“ gehört genau ein Kürzel.", f"Richtig ist „/{word} hur“.")
        return make(resolve(tail.text, known))

    return _by_tail(read)


def _motion(kind: SpeechKind) -> Reader:
    return lambda raw, known: read_motion(raw, known, kind)


def _pause(tail: Tail, known: Known) -> Pause:  # noqa: ARG001 - one signature for all commands
    return Pause(reason=one_line(tail.text))


def _call_to_order(tail: Tail, known: Known) -> CallToOrder:
    code, _, reason = one_line(tail.text).partition(" ")
    if not code:
        raise EntryError("Es fehlt, wer zur Ordnung gerufen wird.", "Richtig ist „/ruf hur Grund“.")
    return CallToOrder(code=resolve(code, known), reason=reason.strip())


def _excuse(tail: Tail, known: Known) -> Excuse:
    code, _, reason = one_line(tail.text).partition(" ")
    if not code:
        raise EntryError("Es fehlt, wer entschuldigt ist.", "Richtig ist „/entschuldigt hur Krankheit“.")
    return Excuse(code=resolve(code, known), reason=reason.strip())


def _guest(tail: Tail, known: Known) -> Guest:  # noqa: ARG001 - one signature for all commands
    if not tail.text:
        raise EntryError("Der Name des Gastes fehlt.", "Richtig ist „/gast Anna Weber“.")
    return Guest(name=one_line(tail.text))


def _substitute(tail: Tail, known: Known) -> Substitute:
    match tail.text.split():
        case [code, principal]:
            line = Substitute(code=resolve(code, known), principal=resolve(principal, known))
        case _:
            raise EntryError("Zu „/vertritt“ gehören zwei Kürzel.", "Richtig ist „/vertritt kr hur“: kr vertritt hur.")
    if line.code == line.principal:
        raise EntryError("Niemand vertritt sich selbst.", "Richtig ist „/vertritt kr hur“: kr vertritt hur.")
    return line


def _assign(tail: Tail, known: Known) -> AssignSpeaker:
    written, _, last = tail.text.partition(" ")
    codes = written.split(",")
    if not all(codes) or (last and not (last.isdecimal() and int(last))):
        raise EntryError(
            "Zu „/redner“ gehört ein Kürzel, mehrere mit Komma; dahinter, für wie viele Beiträge.",
            "Richtig ist „/redner hur,deu“ oder „/redner hur 3“.",
        )
    return AssignSpeaker(speakers=_each_once(codes, "redner", known), last=int(last or 1))


def _floor(tail: Tail, known: Known) -> FloorRequest | NextSpeaker:
    if not tail.text:
        return NextSpeaker()
    withdrawn = tail.text.startswith("-")
    codes = tail.text.removeprefix("-").split(",")
    if not all(codes) or len(tail.text.split()) > 1:
        raise EntryError(
            "Zu „/wort“ gehört ein Kürzel, mehrere mit Komma.",
            "Richtig ist „/wort hur,deu“; „/wort -hur“ streicht, „/wort“ allein erteilt das nächste Wort.",
        )
    return FloorRequest(codes=tuple(resolve(code, known) for code in codes), withdrawn=withdrawn)


def _each_once(codes: list[str], word: str, known: Known) -> tuple[str, ...]:
    speakers = tuple(resolve_speaker(code, known) for code in codes)
    if len(set(speakers)) < len(speakers):
        raise EntryError(f"Hinter „/{word}“ steht jemand zweimal.", "Jedes Kürzel bitte nur einmal.")
    return speakers


def _end(tail: Tail, known: Known) -> End:  # noqa: ARG001 - one signature for all commands
    return End(at=read_clock(tail.text) if tail.text else None)


FLAG_COMMAND = Command(
    "prüfen",
    "[ZEILE]",
    "den letzten Eintrag zum Prüfen vormerken, oder die Zeile, die folgt",
    "/prüfen",
    _alone("prüfen", FlagLast()),
    ("pruefen",),
)
"""`/prüfen` alone; with a line behind it, `parse` reads that line and flags it."""

COMMANDS = (
    Command("go", "[KÜRZEL:] TEXT", "Antrag zur Geschäftsordnung", "/go Ende der Debatte", _motion("procedural")),
    Command("aea", "[KÜRZEL:] TEXT", "Änderungsantrag", "/aea Punkt 2 entfällt.", _motion("amendment"), ("äa",)),
    Command("pause", "[GRUND]", "Sitzung unterbrechen", "/pause Beratung der Fraktionen", _by_tail(_pause)),
    Command("weiter", "", "Sitzung fortsetzen", "/weiter", _alone("weiter", Resume())),
    Command("nö", "", "ab hier nichtöffentlich", "/nö", _alone("nö", NonPublic()), ("noe",)),
    Command("ö", "", "ab hier wieder öffentlich", "/ö", _alone("ö", Public()), ("oe",)),
    Command(
        "befangen",
        "KÜRZEL",
        "befangen beim laufenden TOP",
        "/befangen hur",
        _with_person("befangen", lambda code: Recuse(code=code)),
    ),
    Command("ruf", "KÜRZEL [GRUND]", "Ordnungsruf", "/ruf hur Zwischenrufe", _by_tail(_call_to_order)),
    Command("gast", "NAME[, FÜR WEN]", "Gast aufnehmen", "/gast Anna Weber", _by_tail(_guest)),
    Command("entschuldigt", "KÜRZEL [GRUND]", "fehlt entschuldigt", "/entschuldigt hur Krankheit", _by_tail(_excuse)),
    Command("vertritt", "KÜRZEL KÜRZEL", "die erste vertritt die zweite", "/vertritt kr hur", _by_tail(_substitute)),
    Command(
        "vorsitz",
        "KÜRZEL",
        "übernimmt den Vorsitz",
        "/vorsitz kr",
        _with_person("vorsitz", lambda code: Chair(code=code)),
    ),
    Command(
        "namentlich",
        "[ja=KÜRZEL,…] [nein=KÜRZEL,…] [enth=KÜRZEL,…]",
        "namentliche Abstimmung",
        "/namentlich ja=hur,deu nein=kr enth=ah",
        _by_tail(read_roll_call),
    ),
    Command(
        "geheim",
        "JA NEIN ENTH [UNGÜLTIG [NICHT TEILGENOMMEN]]",
        "geheime Abstimmung",
        "/geheim 12 3 1",
        _by_tail(read_secret),
    ),
    Command(
        "wahl",
        "AMT: NAME ZAHL, … [nein=ZAHL] [enth=ZAHL] [ung=ZAHL]",
        "Wahl mit Stimmenzahlen",
        "/wahl Stellvertretung: Müller 12, Schulz 9, enth=1",
        _by_tail(read_election),
    ),
    FLAG_COMMAND,
    Command(
        "stimme",
        "KÜRZEL ja|nein|enth",
        "eigene Stimme bei der letzten Abstimmung zu Protokoll",
        "/stimme hur nein",
        _by_tail(read_own_vote),
    ),
    Command(
        "wort",
        "[[-]KÜRZEL,…]",
        "meldet sich zu Wort (mit „-“: nicht mehr); allein: der Nächste der Redeliste hat das Wort",
        "/wort hur,deu",
        _by_tail(_floor),
        ("w",),
    ),
    Command(
        "redner",
        "KÜRZEL[,KÜRZEL] [ZAHL]",
        "wer den letzten Beitrag, die letzten drei gesprochen hat",
        "/redner hur 3",
        _by_tail(_assign),
    ),
    Command("top", "NUMMER TITEL", "TOP hinzufügen", "/top 7.1 Verschiedenes", _by_tail(read_added_item)),
    Command("absetzen", "NUMMER", "TOP absetzen", "/absetzen 5", _by_tail(read_withdrawn_item)),
    Command(
        "verschieben",
        "NUMMER vor|nach NUMMER",
        "TOP früher oder später behandeln",
        "/verschieben 5 vor 2",
        _by_tail(read_moved_item),
    ),
    Command("verbinden", "NUMMER NUMMER[,…]", "TOP gemeinsam beraten", "/verbinden 1 2", _by_tail(read_joined_items)),
    Command("vertagen", "[NUMMER]", "TOP vertagen, den laufenden", "/vertagen 5", _by_tail(read_adjourned_item)),
    Command("ende", "[HHMM]", "Sitzung schließen", "/ende 2010", _by_tail(_end)),
)

_BY_NAME = {name: command for command in COMMANDS for name in command.names}
_COMMAND = re.compile(r"/([^ \n]+)(.*)", re.DOTALL)


def complete(beginning: str) -> tuple[Command, ...]:
    """Give the commands that begin so (without the slash), in the order of the table; all for ""."""
    low = beginning.casefold()
    return tuple(command for command in COMMANDS if any(name.startswith(low) for name in command.names))


def split_command(text: str) -> tuple[Command, str]:
    """Find the command a line begins with, and what follows its word; an unknown one offers near ones."""
    match = _COMMAND.fullmatch(text)
    word, raw = (match[1].casefold(), match[2]) if match else ("", "")
    if word in _BY_NAME:
        return _BY_NAME[word], raw
    near = difflib.get_close_matches(word, _BY_NAME, n=3, cutoff=0.5)
    offered = dict.fromkeys([command.word for command in complete(word)] + [_BY_NAME[name].word for name in near])
    remedy = f"Gemeint sein könnte: {', '.join('/' + name for name in list(offered)[:3])}." if offered else ""
    raise EntryError(
        f"Den Befehl {quoted('/' + word)} gibt es nicht.",
        f"{remedy} Soll es Text sein, ein Leerzeichen voranstellen.".strip(),
    )
