"""Writing the lines that are no text: votes, presence, agenda and the commands."""

from protocol_tui.entry.lines import (
    AddItem,
    AssignSpeaker,
    CallToOrder,
    Chair,
    Counts,
    Election,
    End,
    FlagLast,
    Guest,
    ItemJump,
    ItemStep,
    NonPublic,
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

Ballot = VoteLine | SecretVote | RollCall | Election
PersonOrder = Recuse | CallToOrder | Guest | Substitute | Chair | AssignSpeaker | SpeakerChange | Presence
AgendaOrder = ItemStep | ItemJump | AddItem | WithdrawItem
SittingOrder = Pause | Resume | NonPublic | Public | FlagLast | End
Order = Ballot | PersonOrder | AgendaOrder | SittingOrder


def write_order(line: Order) -> str:
    """Write a line that is no text, without time and flag; a reason or title with ` ??` is written literally."""
    match line:
        case VoteLine() | SecretVote() | RollCall() | Election():
            return _ballot(line)
        case ItemStep() | ItemJump() | AddItem() | WithdrawItem():
            return _agenda(line)
        case Pause() | Resume() | NonPublic() | Public() | FlagLast() | End():
            return _sitting(line)
        case _:
            return _persons(line)


def _command(word: str, *arguments: str) -> str:
    written = " ".join(argument for argument in arguments if argument)
    gap = "  " if written.endswith("??") else " "
    return f"/{word}{gap}{written}" if written else f"/{word}"


def _ballot(line: Ballot) -> str:
    match line:
        case VoteLine():
            return f"#{_outcome(line) if line.counts is None else _figures(line.counts)}"
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


def _persons(line: PersonOrder) -> str:
    match line:
        case Presence():
            return " ".join(
                f"{'+' if movement.arrives else '-'}{movement.code}{write_clock(movement.at)}"
                for movement in line.movements
            )
        case SpeakerChange():
            return f"{','.join(line.speakers)}:"
        case Recuse():
            return _command("befangen", line.code)
        case CallToOrder():
            return _command("ruf", line.code, line.reason)
        case Guest():
            return _command("gast", line.name)
        case Substitute():
            return _command("vertritt", line.code, line.principal)
        case Chair():
            return _command("vorsitz", line.code)
        case AssignSpeaker():
            return _command("redner", ",".join(line.speakers))
