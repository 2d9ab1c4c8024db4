"""Hypothesis strategies: nasty texts, and every kind of line value that a line can say."""

from hypothesis import strategies as st

from protocol_tui.entry.cleaning import clean, one_line, paragraphs
from protocol_tui.entry.lines import (
    AddItem,
    AdjournItem,
    AssignSpeaker,
    Ballot,
    CallToOrder,
    Candidate,
    Chair,
    Counts,
    Election,
    End,
    Excuse,
    FlagLast,
    FloorRequest,
    GroupBallot,
    Guest,
    Interjection,
    ItemJump,
    ItemStep,
    JoinItems,
    Line,
    MoveItem,
    Movement,
    Narration,
    NextSpeaker,
    NonPublic,
    Note,
    OwnVote,
    Pause,
    Presence,
    Public,
    Recuse,
    ResolutionLine,
    Resume,
    RollCall,
    SecretVote,
    SpeakerChange,
    Speech,
    SpeechKind,
    Substitute,
    Verbatim,
    VoteLine,
    VoteResult,
    WithdrawItem,
)
from tests.entry.examples import KNOWN, PERSONS

SIGNS = [
    *"&=;\"(#+-./?!*:>,)' \n\t\r\u00a0\u2028\u0338\u0301\u037e\ufeff\ud800„“",
    *("  ", " ??", "??", "> ", ": ", "& ", "= ", "? ", "# ", "+++", "hh>", "berichtete> ", "17:02 ", "18:30 Uhr", "–"),
    *("hur", "hur: ", "hur? ", "mue: ", "er: ", "sie: ", "b: ", "nn: ", "Hurnik: ", "Frage: ", "foo: ", "äb", "deu,"),
    *("#12 3 1", "#e", ".5.2", ".9", "+hur", "-oez 1842", "/go ", "/prüfen ", "/wahl ", "/ruf hur ", "/namentlich "),
    *("ja=hur", "enth=1", "Amt: ", "Müller 12", "/top 7 ", "/pause ", "(hur: ", '"', ")", "Text", "das ist so"),
]

lines = st.lists(st.one_of(st.sampled_from(SIGNS), st.text(max_size=4)), max_size=8).map("".join)
"""What a clerk or a cat may type: signs in any order, and anything Unicode."""

bodies = lines.map(clean).map(paragraphs).filter(bool)
words = bodies.map(one_line)
codes = st.sampled_from([person.code for person in PERSONS])
speakers = st.lists(codes | st.just("nn"), max_size=3, unique=True).map(tuple)
figures = st.integers(0, 9999)
times = st.times().map(lambda time: time.replace(second=0, microsecond=0))
maybe_times = st.none() | times
flags = st.booleans()
verbs = st.sampled_from(["", "berichtete", "hob hervor, dass", "kündigte an, zu"])

_spoken_kinds: list[SpeechKind] = ["statement", "question", "answer", "motion", "procedural", "amendment"]
_pronoun_kinds: list[SpeechKind] = ["statement", "procedural", "amendment"]
_ballots: list[Ballot] = ["yes", "no", "abstention"]
_uncounted: list[VoteResult] = [
    "unanimous",
    "majority",
    "unanimously_rejected",
    "rejected_by_majority",
    "adjourned",
    "withdrawn",
]


def _without(signs: str, text: str) -> str:
    """Take signs out; what stood around them may have to be normalised again."""
    return clean("".join(char for char in text if char not in signs)).strip()


@st.composite
def counts(draw: st.DrawFn) -> Counts:
    """Three to five figures."""
    invalid = draw(st.none() | figures)
    return Counts(
        yes=draw(figures),
        no=draw(figures),
        abstentions=draw(figures),
        invalid=invalid,
        not_voting=None if invalid is None else draw(st.none() | figures),
    )


@st.composite
def roll_calls(draw: st.DrawFn) -> RollCall:
    """Somebody on some side, nobody twice."""
    voters = draw(st.lists(codes, min_size=1, unique=True))
    first, second = sorted((draw(st.integers(0, len(voters))), draw(st.integers(0, len(voters)))))
    return RollCall(
        yes=tuple(voters[:first]),
        no=tuple(voters[first:second]),
        abstentions=tuple(voters[second:]),
        time=draw(maybe_times),
        flagged=draw(flags),
    )


@st.composite
def elections(draw: st.DrawFn) -> Election:
    """An office, names and figures."""
    offices = words.map(lambda text: _without(":", text)).filter(bool)
    names = words.map(lambda text: _without(",=", text)).filter(bool)
    candidates = st.lists(st.builds(Candidate, name=names, votes=figures), min_size=1, max_size=3).map(tuple)
    return draw(
        st.builds(
            Election,
            office=offices,
            candidates=candidates,
            no=st.none() | figures,
            abstentions=st.none() | figures,
            invalid=st.none() | figures,
            time=maybe_times,
            flagged=flags,
        )
    )


@st.composite
def group_ballots(draw: st.DrawFn) -> tuple[GroupBallot, ...]:
    """Each group on one side, whole or in part, the sides in their order."""
    groups = draw(st.lists(st.sampled_from(KNOWN.groups), unique=True))
    made = [
        GroupBallot(group=group, ballot=draw(st.sampled_from(_ballots)), votes=draw(st.none() | figures))
        for group in groups
    ]
    return tuple(sorted(made, key=lambda each: _ballots.index(each.ballot)))


_movements = st.builds(Movement, arrives=st.booleans(), code=codes, at=maybe_times)
_numbers = words.map(lambda text: clean("".join(text.split()))).filter(
    lambda text: text and text.casefold() not in {item.casefold() for item in KNOWN.items}
)
_item_pairs = st.lists(st.sampled_from(KNOWN.items), min_size=2, max_size=2, unique=True)
_pairs = st.lists(codes, min_size=2, max_size=2, unique=True)

spoken = st.one_of(
    st.builds(
        Speech,
        body=bodies,
        kind=st.sampled_from(_spoken_kinds),
        speakers=speakers,
        verb=verbs,
        joined=flags,
        flagged=flags,
        time=maybe_times,
    ),
    st.builds(
        Speech,
        body=bodies,
        kind=st.sampled_from(_pronoun_kinds),
        pronoun=st.sampled_from(["er", "sie"]),
        verb=verbs,
        joined=flags,
        flagged=flags,
        time=maybe_times,
    ),
    st.builds(Narration, body=bodies, joined=flags, flagged=flags, time=maybe_times),
    st.builds(Verbatim, body=bodies, speakers=speakers, joined=flags, flagged=flags, time=maybe_times),
    st.builds(Interjection, body=bodies, speakers=speakers, joined=flags, flagged=flags, time=maybe_times),
    st.builds(Note, body=bodies, flagged=flags, time=maybe_times),
    st.builds(ResolutionLine, body=bodies, flagged=flags, time=maybe_times),
)

counted = st.one_of(
    st.builds(
        VoteLine, result=st.just("counted"), counts=counts(), groups=group_ballots(), flagged=flags, time=maybe_times
    ),
    st.builds(VoteLine, result=st.sampled_from(_uncounted), groups=group_ballots(), flagged=flags, time=maybe_times),
    st.builds(VoteLine, result=st.just("unanimous"), abstentions=figures, flagged=flags, time=maybe_times),
    st.builds(SecretVote, counts=counts(), flagged=flags, time=maybe_times),
    roll_calls(),
    elections(),
    st.builds(OwnVote, code=codes, ballot=st.sampled_from(_ballots), flagged=flags, time=maybe_times),
)

orders = st.one_of(
    st.builds(SpeakerChange, speakers=speakers.filter(bool), time=maybe_times),
    st.builds(
        Presence,
        movements=st.lists(_movements, min_size=1, max_size=4).map(tuple),
        flagged=flags,
        time=maybe_times,
    ),
    st.builds(ItemStep, time=maybe_times),
    st.builds(ItemJump, number=st.sampled_from(KNOWN.items), time=maybe_times),
    st.builds(Pause, reason=words | st.just(""), flagged=flags, time=maybe_times),
    st.sampled_from([Resume, NonPublic, Public, FlagLast]).flatmap(lambda kind: st.builds(kind, time=maybe_times)),
    st.builds(Recuse, code=codes, flagged=flags, time=maybe_times),
    st.builds(CallToOrder, code=codes, reason=words | st.just(""), flagged=flags, time=maybe_times),
    st.builds(Guest, name=words, time=maybe_times),
    st.builds(Excuse, code=codes, reason=words | st.just(""), time=maybe_times),
    st.builds(lambda pair, time: Substitute(code=pair[0], principal=pair[1], time=time), _pairs, maybe_times),
    st.builds(Chair, code=codes, time=maybe_times),
    st.builds(AssignSpeaker, speakers=speakers.filter(bool), last=st.integers(1, 99), time=maybe_times),
    st.builds(
        FloorRequest,
        codes=st.lists(codes, min_size=1, max_size=3, unique=True).map(tuple),
        withdrawn=st.booleans(),
        time=maybe_times,
    ),
    st.builds(NextSpeaker, time=maybe_times),
    st.builds(
        lambda pair, before, time: MoveItem(number=pair[0], beside=pair[1], before=before, time=time),
        _item_pairs,
        st.booleans(),
        maybe_times,
    ),
    st.builds(
        lambda numbers, time: JoinItems(number=numbers[0], joined=tuple(numbers[1:]), time=time),
        st.lists(st.sampled_from(KNOWN.items), min_size=2, max_size=3, unique=True),
        maybe_times,
    ),
    st.builds(AdjournItem, number=st.sampled_from(["", *KNOWN.items]), time=maybe_times),
    st.builds(AddItem, number=_numbers, title=words, time=maybe_times),
    st.builds(WithdrawItem, number=st.sampled_from(KNOWN.items), time=maybe_times),
    st.builds(End, at=maybe_times, time=maybe_times),
)

values: st.SearchStrategy[Line] = st.one_of(spoken, counted, orders)
