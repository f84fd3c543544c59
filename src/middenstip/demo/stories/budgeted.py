"""What people in the demo wanted to do with the money, and how they voted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Wish:
    """A plan: `cost` in euros; `why_not` when it was not feasible."""

    who: str
    title: str
    text: str
    place: str
    cost: int
    why_not: str = ""


@dataclass(frozen=True)
class Told:
    """A budget of `amount` euros; `ballots` are numbers of plans, an empty one is blank."""

    texts: Mapping[str, str]
    amount: int
    kind: str
    plans: tuple[Wish, ...]
    ballots: tuple[tuple[int, ...], ...]


WHO = "Iedereen van 12 jaar en ouder die in Deventer woont."
YEAR_BEFORE = Told(
    {
        "title": "Wijkgeld van vorig jaar",
        "text": "Geld voor kleine plannen die een straat of een dorp mooier maken.",
        "who": WHO,
        "lot": "Aan de IJssel loot je eerlijk",
    },
    25_000,
    "approval",
    (
        Wish("marijke", "Picknicktafel bij de molen", "Een tafel voor iedereen.", "Lettele", 4_500),
        Wish("gerrit", "Bomen op het plein", "Zes bomen: in de zomer is het te heet.", "Plein", 9_000),
        Wish("bas", "Fietspomp bij de winkels", "Een pomp en gereedschap aan een ketting.", "Winkels", 1_800),
        Wish("tarik", "Voetbalkooi", "Een kooi met een net, ook voor kleine kinderen.", "Park", 14_000),
        Wish("gerrit", "Zwemsteiger", "Een steiger om van te springen.", "IJssel", 8_000,
             "Hier varen vrachtschepen. Zwemmen is er verboden en gevaarlijk."),
    ),
    ((1, 2), (1, 2, 3), (2,), (2, 3), (4,), (4,), (1, 3), (2, 4), (4, 3), (1,), (2, 3), (1, 2), (), (3, 4)),
)  # fmt: skip
THIS_YEAR = Told(
    {
        "title": "Wijkgeld van dit jaar",
        "text": "Opnieuw geld voor kleine plannen. Vul je mandje, of stem blanco.",
        "who": WHO,
        "lot": "Wie het weet mag het zeggen",
    },
    30_000,
    "basket",
    (
        Wish("marijke", "Geveltuinen in de straat", "Tegels eruit, planten erin.", "Knutteldorp", 6_000),
        Wish("bas", "Open keuken in het buurthuis", "Elke week samen eten.", "Buurthuis", 9_500),
        Wish("tarik", "Huiskamer voor jongeren", "Een plek voor na school.", "Rivierenwijk", 14_000),
        Wish("gerrit", "Bankjes op elke 200 meter", "Zodat iedereen de winkel haalt.", "Lettele", 8_000),
    ),
    ((1, 2), (3,), (1, 4), (2, 4), (3, 1), (), (4,), (1, 2, 4)),
)
YOUNG = Told(
    {
        "title": "Jongerengeld",
        "text": "Jongeren van 12 tot en met 27 jaar beslissen zelf, op hun telefoon en zonder account.",
        "who": "Iedereen van 12 tot en met 27 jaar die in Deventer woont of naar school gaat.",
        "lot": "Kop of munt op het Grote Kerkhof",
    },
    10_000,
    "approval",
    (),
    (),
)
