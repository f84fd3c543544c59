"""What a mandate card and a covenant must say, and who signs."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from middenstip.domain.deliberation.lifecycle import LADDER
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import YES, Invalid, Verdict, no


def may_sign_covenant(actor: Actor, chairs: Collection[int]) -> Verdict:
    """A seat at the table signs for its half (`chairs`: the keys of the seats that count)."""
    return YES if actor.seat_id in chairs else no("Tekenen doet wie aan tafel zit en meetelt.")


def check_covenant(ambition: str, review_on: date, at: datetime) -> None:
    """`Invalid` without an ambition, or with a day to look again that has passed."""
    if not ambition:
        raise Invalid({"ambition": "Schrijf op wat jullie samen willen."})
    if review_on <= at.date():
        raise Invalid({"review_on": "Kies een dag die nog komt."})


def check_mandate(step: str, decides: str, promise: str, until_on: date, at: datetime) -> None:
    """`Invalid` for a card that does not say who decides, what is promised, and until when."""
    if step not in LADDER:
        raise Invalid({"step": "Kies een tree."})
    if not decides:
        raise Invalid({"decides": "Schrijf op wie beslist."})
    if not promise:
        raise Invalid({"promise": "Schrijf op wat mensen mogen verwachten."})
    if until_on <= at.date():
        raise Invalid({"until_on": "Kies een dag die nog komt."})
