"""Three seats sign; a changed text must be signed again."""

from dataclasses import replace

import pytest

from middenstip.domain.agreements import services as agreements
from middenstip.domain.agreements.models import Agreement
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Seat
from middenstip.journeys import agree_goal, sign_agreement
from middenstip.kernel import clock
from middenstip.kernel.half import Half
from middenstip.kernel.verdict import Forbidden, Invalid, NotNow
from tests.cast import Cast, agreement, person, proposed, shared, signed
from tests.web.at_the_door import walk_in


def test_an_agreement_is_in_force_with_the_last_signature(cast: Cast) -> None:
    made = agreement(cast)
    for one, state in ((cast.marijke, "proposed"), (cast.ilse, "proposed"), (cast.bas, "open")):
        made = sign_agreement.sign(by=one, agreement=made, number=1, at=cast.tick())
        assert made.state == state
    assert Initiative.objects.get().stage == "project"


def test_changing_the_text_removes_every_signature(cast: Cast) -> None:
    made = agreement(cast)
    sign_agreement.sign(by=cast.marijke, agreement=made, number=1, at=cast.tick())
    agreements.change_agreement(
        by=cast.bas,
        agreement=made,
        what="De grond is schoon.",
        due_on=cast.day(50),
        conditions="",
        number=1,
        at=cast.tick(),
    )
    made = Agreement.objects.get(pk=made.pk)
    assert (made.number, made.signatures.exclude(at=None).count()) == (2, 0)
    with pytest.raises(NotNow, match="Lees eerst de nieuwe tekst"):
        sign_agreement.sign(by=cast.ilse, agreement=made, number=1, at=cast.tick())


def test_saving_an_unchanged_text_keeps_the_signatures(cast: Cast) -> None:
    made = agreement(cast)
    sign_agreement.sign(by=cast.marijke, agreement=made, number=1, at=cast.tick())
    words = {"what": f" {made.what}", "due_on": made.due_on, "conditions": f"{made.conditions}\n"}
    with pytest.raises(Invalid, match="Verander eerst iets"):
        agreements.change_agreement(by=cast.bas, agreement=made, number=1, at=cast.tick(), **words)
    made = Agreement.objects.get(pk=made.pk)
    assert (made.number, made.signatures.exclude(at=None).count()) == (1, 1)


def test_signing_for_another_seat_or_twice_is_refused(cast: Cast) -> None:
    made = agreement(cast)
    with pytest.raises(Forbidden, match="Jouw zetel hoeft"):
        sign_agreement.sign(by=cast.gerrit, agreement=made, number=1, at=cast.tick())
    sign_agreement.sign(by=cast.bas, agreement=made, number=1, at=cast.tick())
    with pytest.raises(NotNow, match="al getekend"):
        sign_agreement.sign(by=cast.bas, agreement=made, number=1, at=cast.tick())


def test_signing_after_the_last_day_is_refused(cast: Cast) -> None:
    """Otherwise it would be late as soon as it is in force."""
    made = agreement(cast)
    sign_agreement.sign(by=cast.marijke, agreement=made, number=1, at=cast.tick())
    cast.tick(days=100)
    sign_agreement.sign(by=cast.ilse, agreement=made, number=1, at=cast.tick())  # still in time
    cast.tick(days=1)
    with pytest.raises(NotNow, match="De laatste dag is al voorbij"):
        sign_agreement.sign(by=cast.bas, agreement=made, number=1, at=cast.tick())
    url = f"/afspraak/{made.public_id}/"
    with clock.frozen(cast.at):
        assert f'href="{url}veranderen/"' in walk_in(cast.bas).get("/mijn/").text
        assert "Lees en teken" not in walk_in(cast.bas).get("/mijn/").text
        for one in (cast.bas, cast.marijke):
            shown = walk_in(one).get(url).text
            assert "De laatste dag is al voorbij" in shown
            assert (f"{url}tekenen/" in shown, f"{url}veranderen/" in shown) == (False, True)


def test_one_person_cannot_sign_for_two_seats(cast: Cast) -> None:
    """Marijke gets Ilse's seat: she cannot sign both sides of an agreement with the gemeente."""
    made = agreement(cast)
    ilse = Seat.objects.get(pk=cast.ilse.seat_id)
    parties.take_seat(person=person(cast.marijke), seat=ilse, at=cast.tick())
    sign_agreement.sign(by=cast.marijke, agreement=made, number=1, at=cast.tick())
    as_ilse = replace(cast.marijke, seat_id=ilse.pk, seat_public_id=ilse.public_id, half=Half.GOVERNMENT)
    with pytest.raises(Forbidden, match="Eén mens tekent voor één zetel"):
        sign_agreement.sign(by=as_ilse, agreement=made, number=1, at=cast.tick())
    assert sign_agreement.sign(by=cast.ilse, agreement=made, number=1, at=cast.tick()).state == "proposed"


def test_an_agreement_with_a_seat_that_is_not_at_the_table_is_refused(cast: Cast) -> None:
    seats = {name: Seat.objects.get(pk=getattr(cast, name).seat_id) for name in ("ilse", "marijke", "tarik")}
    goal = shared(cast)
    agree_goal.leave(by=cast.marijke, goal=goal, at=cast.tick())
    told = {"goal": goal, "what": "Grond.", "due_on": cast.day(9)}
    for promisor, promisee, others in (("tarik", "ilse", ()), ("ilse", "marijke", ("tarik",))):
        with pytest.raises(Forbidden, match="wie aan tafel zit, en met de initiatiefnemer"):
            agreements.propose_agreement(
                by=cast.ilse,
                promisor=seats[promisor],
                promisee=seats[promisee],
                also_sign=[seats[one] for one in others],
                at=cast.tick(),
                **told,
            )
    made = agreements.propose_agreement(
        by=cast.ilse, promisor=seats["ilse"], promisee=seats["marijke"], at=cast.tick(), **told
    )
    assert made.promisee == seats["marijke"]  # the initiator, even when not at the table


def test_an_agreement_before_the_shared_goal_or_without_a_day_is_refused(cast: Cast) -> None:
    goal = proposed(cast)
    seats = {seat.pk: seat for seat in Seat.objects.all()}
    told = {"promisor": seats[cast.ilse.seat_id], "promisee": seats[cast.marijke.seat_id], "what": "Grond."}
    with pytest.raises(Forbidden, match="alle drie de helften ja"):
        agreements.propose_agreement(by=cast.marijke, goal=goal, due_on=cast.day(9), at=cast.tick(), **told)
    made = signed(cast)
    with pytest.raises(Invalid) as refused:
        agreements.propose_agreement(by=cast.marijke, goal=made.goal, due_on=None, at=cast.tick(), **told)
    assert refused.value.errors == {"due_on": "Kies een dag. Zonder dag is het geen afspraak."}
