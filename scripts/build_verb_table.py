"""Make `protocol_tui/grammar/lexicon/verbs.tsv` from the list of infinitives, with ablaut and the reviewed overrides.

usage: python scripts/build_verb_table.py   (in an environment of its own with `pip install ablaut==0.11.0`)

Each line: infinitive, auxiliary (h or s), k where the Konjunktiv II is in use, then the principal parts (present and
preterite third person, Konjunktiv II, participle) where they are not those of a regular weak verb. The same sources
give the same file, byte for byte.
"""

from __future__ import annotations

import sys
from pathlib import Path

import ablaut

LEXICON = Path(__file__).resolve().parent.parent / "protocol_tui" / "grammar" / "lexicon"
sys.path.insert(0, str(LEXICON.parents[2]))

from protocol_tui.grammar.lexicon.weak import begins_inseparable, weak_parts  # noqa: E402  # the script runs outside the environment

FIELDS = ("present", "preterite", "konj2", "participle", "auxiliary")


def words_of(name: str) -> list[str]:
    """Read a word list: blanks and line ends part the words, lines with # are remarks."""
    lines = (LEXICON / "source" / name).read_text(encoding="utf-8").splitlines()
    return [word for line in lines if not line.startswith("#") for word in line.split()]


def overrides() -> dict[str, dict[str, str]]:
    """Read the reviewed corrections; each bears its reason in the last column."""
    found: dict[str, dict[str, str]] = {}
    for line in (LEXICON / "source" / "overrides.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or not line.strip():
            continue
        verb, field, value, _reason = line.split("\t")
        if field not in FIELDS:
            sys.exit(f"overrides.tsv: {verb}: there is no field {field!r}")
        found.setdefault(verb, {})[field] = value
    return found


def parts_of(verb: str, corrections: dict[str, dict[str, str]]) -> dict[str, str]:
    """Give the principal parts; of a dual-prefix verb those of the base, with the prefix put back."""
    prefix, bar, base = verb.partition("|")
    if bar:
        parts = parts_of(base, corrections)
        participle = parts["participle"] if begins_inseparable(base) else parts["participle"].removeprefix("ge")
        parts = {field: prefix + parts[field] for field in FIELDS[:3]} | {"participle": prefix + participle}
        parts["auxiliary"] = "haben"
    else:
        table = ablaut.conjugate(verb)
        parts = {
            "present": table.present[2],
            "preterite": table.preterite[2],
            "konj2": table.konjunktiv2[2],
            "participle": table.past_participle,
            "auxiliary": table.auxiliary,
        }
    return parts | corrections.get(verb.replace("|", ""), {})


def main() -> None:
    corrections = overrides()
    used = {word.replace("|", "") for word in words_of("konjunktiv2.txt")}
    rows = []
    for verb in words_of("infinitives.txt"):
        parts = parts_of(verb, corrections)
        name = verb.replace("|", "")
        if any(" " in part for part in parts.values()):
            sys.exit(f"{verb}: separable verbs do not belong in the list")
        regular = weak_parts(verb)
        irregular = [parts[field] for field in FIELDS[:4]]
        rows.append(
            (
                verb,
                parts["auxiliary"][0],
                "k" if name in used else "",
                *("" if given == rule else given for given, rule in zip(irregular, regular, strict=True)),
            )
        )
    lines = sorted({"\t".join(row).rstrip("\t") for row in rows})
    (LEXICON / "verbs.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines)} verbs")


if __name__ == "__main__":
    main()
