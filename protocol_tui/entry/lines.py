"""What an entry line means: one frozen class a meaning, closed in the union `Line`.

Persons are named by their codes as `Known` has them. `time` is set only where a file writes it in front. A body is
never empty: its paragraphs are stripped, cleaned (`cleaning.clean`) and joined by a newline.
"""

from protocol_tui.entry.ballots import (
    Ballot,
    Candidate,
    Counts,
    Election,
    GroupBallot,
    OwnVote,
    RollCall,
    SecretVote,
    VoteLine,
    VoteResult,
)
from protocol_tui.entry.proceedings import (
    AddItem,
    AdjournItem,
    AssignSpeaker,
    CallToOrder,
    Chair,
    End,
    Excuse,
    FlagLast,
    FloorRequest,
    Guest,
    ItemJump,
    ItemStep,
    JoinItems,
    MoveItem,
    Movement,
    NextSpeaker,
    NonPublic,
    Pause,
    Presence,
    Public,
    Recuse,
    Resume,
    Substitute,
    WithdrawItem,
)
from protocol_tui.entry.spoken import (
    UNKNOWN_SPEAKER,
    BaseLine,
    BodyLine,
    EntryLine,
    Interjection,
    Narration,
    Note,
    Pronoun,
    ResolutionLine,
    SpeakerChange,
    Speech,
    SpeechKind,
    Verbatim,
)

__all__ = [
    "UNKNOWN_SPEAKER",
    "AddItem",
    "AdjournItem",
    "AssignSpeaker",
    "Ballot",
    "BaseLine",
    "BodyLine",
    "CallToOrder",
    "Candidate",
    "Chair",
    "Counts",
    "Election",
    "End",
    "EntryLine",
    "Excuse",
    "FlagLast",
    "FloorRequest",
    "GroupBallot",
    "Guest",
    "Interjection",
    "ItemJump",
    "ItemStep",
    "JoinItems",
    "Line",
    "MoveItem",
    "Movement",
    "Narration",
    "NextSpeaker",
    "NonPublic",
    "Note",
    "OwnVote",
    "Pause",
    "Presence",
    "Pronoun",
    "Public",
    "Recuse",
    "ResolutionLine",
    "Resume",
    "RollCall",
    "SecretVote",
    "SpeakerChange",
    "Speech",
    "SpeechKind",
    "Substitute",
    "Verbatim",
    "VoteLine",
    "VoteResult",
    "WithdrawItem",
]

Line = (
    Speech
    | SpeakerChange
    | Narration
    | Verbatim
    | Interjection
    | Note
    | ResolutionLine
    | VoteLine
    | SecretVote
    | RollCall
    | Election
    | OwnVote
    | Presence
    | ItemStep
    | ItemJump
    | Pause
    | Resume
    | NonPublic
    | Public
    | Recuse
    | CallToOrder
    | Guest
    | Excuse
    | Substitute
    | Chair
    | AssignSpeaker
    | FloorRequest
    | NextSpeaker
    | FlagLast
    | AddItem
    | WithdrawItem
    | MoveItem
    | JoinItems
    | AdjournItem
    | End
)
