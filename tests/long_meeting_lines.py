"""What can happen in a long meeting: who sits in it, the kinds of lines, the words that are said."""

from __future__ import annotations

import datetime as dt

OFFICIALS = {"hel": ("Arnd Hellweg", "m"), "tan": ("Beate Tann", "f")}
MEMBERS = {
    "hur": ("Anna Hurnik", "f"),
    "kr": ("Jens Krüger", "m"),
    "oez": ("Cem Öztürk", "m"),
    "vdh": ("Jens von der Heide", "m"),
    "yil": ("Selin Yildiz", "f"),
    "deu": ("Rolf Deutz", "m"),
    "gra": ("Ida Graß", "f"),
    "lor": ("Max Lorenz", "m"),
    "bie": ("Eva Biermann", "f"),
    "cza": ("Jan Czaja", "m"),
}
LATE = {
    "wes": ("Udo Westermann", "m"),
    "que": ("Ruth Quell", "f"),
    "ilg": ("Ina Ilgner", "f"),
    "pohl": ("Kai Pohl", "m"),
}
GROUPS = ("SPD", "CDU", "FDP")
SPOKEN = (
    "{a}: {t}",
    "{t}",
    "{a},{b}: {t}",
    "{p}: {t}",
    "nn: {t}",
    "? {q}",
    "{a}? {q}",
    "! {t}",
    "{a}! {t}",
    "* {t}",
    "{a}* {t}",
    "/go {t}",
    "/go {a}: {t}",
    "/aea {t}",
    "/äa {a}: {t}",
    "hob hervor, dass> {t}",
    "{a}: berichtete> {t}",
    "hh> {t}",
    "& {t}",
    "& {a}: {t}",
    "= {t}",
    '"{t}',
    '{a}: "{t}',
    "({t}",
    "({a}: {t})",
    ";{t}",
    "b: {t}",
    "{t} ??",
    "/prüfen {a}: {t}",
    " #1 {t}",
    "{a}: {t}\n{t}",
)
ORDERS = (
    "#{y} 1 1",
    "#{y}/0/2",
    "#{y}:2:0",
    "#{y} 0 1 1",
    "#{y} 0 0 1 1",
    "#e",
    "#e2",
    "#m",
    "#ea",
    "#ma",
    "#v",
    "#z",
    "/geheim {y} 1 1",
    "/namentlich ja={a} nein={b}",
    "/wahl Vorsitz: Müller {y}, Schulz 1, enth=1",
    "+{x}",
    "+{x} {h}",
    "-{a}",
    "-{a} {h}",
    "-{a} +{x}",
    ".",
    ".{i}",
    "/pause Beratung der Fraktionen",
    "/weiter",
    "/nö",
    "/ö",
    "/befangen {a}",
    "/ruf {a} Zwischenrufe",
    "/gast Frau Dr. Anna Weber",
    "/vertritt hel {a}",
    "/vorsitz {a}",
    "/prüfen",
    "/redner {a}",
    "/redner {a} 3",
    "#m nein={g}",
    "#{y} 1 1 nein={g}:1",
    "/stimme {a} nein",
    "-{a},{b}",
    "/entschuldigt {x}",
    "/verschieben {i} vor {j}",
    "/verbinden {i} {j}",
    "/vertagen {i}",
    "/top {k} Verschiedenes",
    "/absetzen {i}",
)
REFUSED = (
    ("#99 99 99", 8, "e"),
    ("#x", 1, "m"),
    ("/pasue", 6, "(Beifall"),
    (".777", 4, ";Nummer nachsehen"),
    ("+niemand", 8, "= Niemand kam."),
)
"""A line that is refused, how many letters are taken away, and what is typed instead."""
WORDS = (
    "der Ausschuss die Verwaltung das Förderprogramm eine Brücke über den Fluß für Schülerinnen heute nicht ohne Geld "
    "wir ich Sie mögen hätten würde sagen prüfen beschließen 2026 12.000 Euro (netto) „Grüne Mitte“ Öffnungszeiten "
    "zwischen Ämtern daß weil dass obwohl gut schlecht teuer übrigens Straße – ja, nein; vielleicht Café"
)


def mitschrift(start: dt.datetime) -> str:
    """The head of the meeting, everybody at the table, and its first item called."""
    people = [("voters", MEMBERS), ("voters", LATE), ("", OFFICIALS)]
    listed = "".join(
        f'[[people]]\ncode = "{code}"\nname = "{name}"\ngender = "{gender}"\nvotes = {str(bool(kind)).lower()}\n'
        f'group = "{GROUPS[len(name) % len(GROUPS)] if kind else "Verwaltung"}"\n'
        for kind, group in people
        for code, (name, gender) in group.items()
    )
    numbers = [*range(1, 20), "20.1", "20.2", "A3"]
    agenda = "".join(f'[[agenda]]\nnumber = "{number}"\ntitle = "Punkt {number}"\n' for number in numbers)
    here = " ".join(f"+{code}" for code in [*MEMBERS, *OFFICIALS])
    return (
        '+++\n[committee]\nname = "Rat"\nbody = "Stadt Musterstadt"\nmembers_total = 14\n'
        f'[meeting]\ndate = {start:%Y-%m-%d}\nstart = "{start:%H:%M}"\nchair = "hur"\nclerk = "tan"\n'
        f"{listed}{agenda}+++\n{start:%H:%M} {here}\n.1\nhur: Ich eröffne die Sitzung.\n"
    )
