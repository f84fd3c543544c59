"""A promise of which a side, or the last day, is gone: who can sign or close it, and where the ball lies."""

from __future__ import annotations

from middenstip.domain.agreements import services as agreements
from middenstip.domain.agreements.models import Agreement
from middenstip.domain.parties.models import Seat
from middenstip.journeys import leave, sign_agreement
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from tests.cast import Cast, agreement, person, shared
from tests.web.at_the_door import page, walk_in


def promise(cast: Cast, of: Actor, to: Actor, *others: Actor) -> Agreement:
    """Signed by both sides and `others`; to be done within ten days."""
    seats = {seat.pk: seat for seat in Seat.objects.select_related("side__organisation")}
    made = agreements.propose_agreement(
        by=of,
        goal=shared(cast),
        promisor=seats[of.seat_id],
        promisee=seats[to.seat_id],
        what="De grond is schoon.",
        due_on=cast.day(10),
        conditions="",
        also_sign=[seats[one.seat_id] for one in others],
        at=cast.tick(),
    )
    for one in (of, to, *others):
        made = sign_agreement.sign(by=one, agreement=made, number=1, at=cast.tick())
    return made


def goes(cast: Cast, actor: Actor) -> None:
    leave.erase(by=actor, person=person(actor), at=cast.tick())
    leave.clear_up(at=cast.tick())


def sheet(cast: Cast, actor: Actor | None, made: Agreement, days: int = 0) -> str:
    """The page of the agreement for this reader, so many days from now."""
    cast.tick(days=days)
    with clock.frozen(cast.at):
        return page(walk_in(actor), f"/afspraak/{made.public_id}/")


def test_what_cannot_be_signed_now_is_not_said_to_wait_for_a_pen(cast: Cast) -> None:
    made = agreement(cast, cast.day(10))
    pen = "Op papier tekenen mag ook."
    assert ["Wacht op 3 handtekeningen" in (now := sheet(cast, None, made)), pen in now] == [True, True]
    over = sheet(cast, None, made, days=11)
    assert ["Kan nu niet getekend worden" in over, "Wacht op" in over, pen in over] == [True, False, False]


def test_another_who_signed_says_it_when_the_receiver_is_gone(cast: Cast) -> None:
    made = promise(cast, cast.ilse, cast.marijke, cast.bas)
    assert "Marijke Wolterink zegt of het klaar is" in sheet(cast, cast.ilse, made)
    goes(cast, cast.marijke)
    told = sheet(cast, cast.ilse, made)
    assert told.count("Een ander die tekende zegt of het klaar is") == 2
    assert "Iemand die wegging zegt" not in told
    assert "Of het gedaan is, zegt nu een ander die tekende." in sheet(cast, cast.tarik, made)
    assert "Ja, het is gedaan" in sheet(cast, cast.bas, made)


def test_without_another_the_initiator_says_it(cast: Cast) -> None:
    made = promise(cast, cast.ilse, cast.bas)
    goes(cast, cast.bas)
    assert "De initiatiefnemer zegt of het klaar is" in sheet(cast, cast.ilse, made)
    assert "Of het gedaan is, zegt nu de initiatiefnemer." in sheet(cast, cast.tarik, made)


def test_who_promised_and_is_gone_has_no_ball(cast: Cast) -> None:
    """An own seat: nobody comes after. Whoever it was promised to can say at once how it ended."""
    made = promise(cast, cast.marijke, cast.ilse)
    assert "De bal ligt bij Marijke Wolterink" in sheet(cast, cast.ilse, made)
    goes(cast, cast.marijke)
    assert "De bal ligt bij jou: Is dit gedaan?" in sheet(cast, cast.ilse, made)
    late = sheet(cast, None, made, days=11)
    assert "De bal ligt bij gemeente Deventer" in late
    assert "De bal ligt bij Iemand die wegging" not in late
