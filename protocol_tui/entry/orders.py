"""Writing the lines that are no text: votes, presence, agenda and the commands."""

from protocol_tui.entry.groups import BALLOTS, write_groups
from protocol_tui.entry.lines import (
    AddItem,
    AdjournItem,
    AssignSpeaker,
    CallToOrder,
    Chair,
    Counts,
    Election,
    End,
    Excuse,
    FlagLast,
    FloorRequest,
    Guest,
    ItemJump,
    ItemStep,
    JoinItems,
    MoveItem,
    NextSpeaker,
    NonPublic,
    OwnVote,
    Pause,
    Presence,
    Public,
    Recuse,
    Resume,
    RollCall,
    SecretVote,
    SpeakerChange,
    Substitute,
    VoteLine,
    WithdrawItem,
)
from protocol_tui.entry.room import write_clock
from protocol_tui.entry.votes import OUTCOMES

VoteOrder = VoteLine | SecretVote | RollCall | Election | OwnVote
FloorOrder = AssignSpeaker | SpeakerChange | FloorRequest | NextSpeaker
PersonOrder = Recuse | CallToOrder | Guest | Excuse | Substitute | Chair | Presence
AgendaOrder = ItemStep | ItemJump | AddItem | WithdrawItem | MoveItem | JoinItems | AdjournItem
SittingOrder = Pause | Resume | NonPublic | Public | FlagLast | End
Order = VoteOrder | FloorOrder | PersonOrder | AgendaOrder | SittingOrder


def write_order(line: Order) -> str:
    """Write a line that is no text, without time and flag; a reason or title with ` ??` is written literally."""
    match line:
        case VoteLine() | SecretVote() | RollCall() | Election() | OwnVote():
            return _vote(line)
        case AssignSpeaker() | SpeakerChange() | FloorRequest() | NextSpeaker():
            return _floor(line)
        case ItemStep() | ItemJump() | AddItem() | WithdrawItem() | MoveItem() | JoinItems() | AdjournItem():
            return _agenda(line)
        case Pause() | Resume() | NonPublic() | Public() | FlagLast() | End():
            return _sitting(line)
        case _:
            return _persons(line)


def _command(word: str, *arguments: str) -> str:
    written = " ".join(argument for argument in arguments if argument)
    gap = "  " if written.endswith("??") else " "
    return f"/{word}{gap}{written}" if written else f"/{word}"


def _vote(line: VoteOrder) -> str:
    match line:
        case VoteLine():
            outcome = _outcome(line) if line.counts is None else _figures(line.counts)
            return f"#{outcome}{write_groups(line.groups)}"
        case OwnVote():
            word = next(word for word, ballot in BALLOTS.items() if ballot == line.ballot)
            return _command("stimme", line.code, word)
        case SecretVote():
            return f"/geheim {_figures(line.counts)}"
        case RollCall():
            sides = {"ja": line.yes, "nein": line.no, "enth": line.abstentions}
            return _command("namentlich", *(f"{side}={','.join(codes)}" for side, codes in sides.items() if codes))
        case Election():
            counted = {"nein": line.no, "enth": line.abstentions, "ung": line.invalid}
            parts = [f"{candidate.name} {candidate.votes}" for candidate in line.candidates]
            parts += [f"{name}={figure}" for name, figure in counted.items() if figure is not None]
            return _command("wahl", f"{line.office}: {', '.join(parts)}")


def _outcome(line: VoteLine) -> str:
    codes = {result: code for code, (result, _) in OUTCOMES.items()}
    return f"{codes.get(line.result, '')}{'' if line.abstentions is None else line.abstentions}"


def _figures(counts: Counts) -> str:
    figures = (counts.yes, counts.no, counts.abstentions, counts.invalid, counts.not_voting)
    return " ".join(str(figure) for figure in figures if figure is not None)


def _agenda(line: AgendaOrder) -> str:
    match line:
        case ItemStep():
            return "."
        case ItemJump():
            return f".{line.number}"
        case AddItem():
            return _command("top", line.number, line.title)
        case WithdrawItem():
            return _command("absetzen", line.number)
        case MoveItem():
            return _command("verschieben", line.number, "vor" if line.before else "nach", line.beside)
        case JoinItems():
            return _command("verbinden", line.number, ",".join(line.joined))
        case AdjournItem():
            return _command("vertagen", line.number)


def _sitting(line: SittingOrder) -> str:
    match line:
        case Pause():
            return _command("pause", line.reason)
        case Resume():
            return "/weiter"
        case NonPublic():
            return "/nö"
        case Public():
            return "/ö"
        case FlagLast():
            return "/prüfen"
        case End():
            return f"/ende{write_clock(line.at)}"


def _floor(line: FloorOrder) -> str:
    match line:
        case SpeakerChange():
            return f"{','.join(line.speakers)}:"
        case AssignSpeaker():
            return _command("redner", ",".join(line.speakers), str(line.last) if line.last > 1 else "")
        case FloorRequest():
            return _command("wort", ("-" if line.withdrawn else "") + ",".join(line.codes))
        case NextSpeaker():
            return "/wort"


def _persons(line: PersonOrder) -> str:
    match line:
        case Presence():
            return " ".join(
                f"{'+' if movement.arrives else '-'}{movement.code}{write_clock(movement.at)}"
                for movement in line.movements
            )
        case Recuse():
            return _command("befangen", line.code)
        case CallToOrder():
            return _command("ruf", line.code, line.reason)
        case Excuse():
            return _command("entschuldigt", line.code, line.reason)
        case Guest():
            return _command("gast", line.name)
        case Substitute():
            return _command("vertritt", line.code, line.principal)
        case Chair():
            return _command("vorsitz", line.code)
