"""Two organisations at the table of the cool squares say how they work.

People get their seats before the first story begins, see `cast` and `crowd`.
"""

from __future__ import annotations

from typing import Any

from middenstip.demo.rooms.step import Step
from middenstip.demo.teller import Teller
from middenstip.domain.parties import services
from middenstip.domain.parties.selectors import seat_by_id

TABLE = "Koele pleinen"
LOGIC: dict[str, dict[str, Any]] = {
    "joost": {
        "decides": "De wijkmanager geeft advies, daarna beslist het college. Boven 100.000 euro ook de raad.",
        "takes": "Zes weken, met de raad erbij drie maanden.",
        "budget_month": 9,
        "may_not": "Grond weggeven. Eén buurt meer beloven dan een andere in hetzelfde geval.",
        "words": "College: de burgemeester en de wethouders\nParticipatie: meedenken voordat er beslist is",
    },
    "ayla": {
        "decides": "De gebiedsmanager tot 25.000 euro. Daarboven de directie, met advies van de huurders.",
        "takes": "Drie weken.",
        "budget_month": 11,
        "may_not": "Geld van huurders uitgeven aan grond van een ander.",
        "words": "Complex: alle huizen in één straat die we samen beheren",
    },
}


def explain(teller: Teller) -> None:
    """How the gemeente and the housing corporation decide."""
    if teller.story.title != TABLE or teller.goal is None:
        return
    for who, card in LOGIC.items():
        by = teller.cast[who]
        seat = seat_by_id(by.seat_public_id)
        assert seat
        assert seat.side
        services.write_logic(by=by, organisation=seat.side.organisation, number=0, **card, at=teller.at())


STEPS: tuple[Step, ...] = (Step(62, explain),)
