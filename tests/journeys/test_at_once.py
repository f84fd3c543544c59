"""Two people act at the same moment, each on a page from before the other's act."""

from datetime import timedelta

import pytest

from middenstip.domain.areas.models import Area
from middenstip.domain.initiatives import services as initiatives
from middenstip.domain.initiatives.models import Initiative, Partner
from middenstip.domain.initiatives.services import Change
from middenstip.domain.intake import services as intake
from middenstip.domain.intake.models import Action
from middenstip.domain.parties.models import Seat
from middenstip.journeys import submit_initiative
from middenstip.kernel.half import Half, bits_of
from middenstip.kernel.models import Receipt
from middenstip.kernel.verdict import Forbidden, NotNow, Stale
from middenstip.kernel.write import write
from tests.cast import Cast, draft, person, submitted, taken


def test_two_halves_that_join_at_the_same_time_both_take_part(cast: Cast) -> None:
    submitted(cast)
    first, second = Initiative.objects.get(), Initiative.objects.get()
    initiatives.join_half(initiative=first, half=Half.GOVERNMENT)
    initiatives.join_half(initiative=second, half=Half.BUSINESS)
    assert Initiative.objects.get().halves == bits_of(Half)


def test_a_second_answer_to_an_offer_is_refused(cast: Cast) -> None:
    initiative = submitted(cast)
    offer = initiatives.offer_help(
        by=cast.bas, initiative=initiative, brings="Bomen.", gets="", fears="", has_read=True, at=cast.tick()
    )
    stale = Partner.objects.get(pk=offer.pk)
    initiatives.answer_help(by=cast.marijke, partner=offer, accept=True, at=cast.tick())
    with pytest.raises(NotNow):
        initiatives.answer_help(by=cast.marijke, partner=stale, accept=False, at=cast.tick())
    assert Partner.objects.get().state == "accepted"


def test_the_initiator_of_another_initiative_cannot_answer_an_offer(cast: Cast) -> None:
    hers = submitted(cast)
    his = draft(cast, "Pluktuin", initiator=person(cast.tarik), seat=Seat.objects.get(pk=cast.tarik.seat_id))
    submit_initiative.submit(by=cast.tarik, initiative=his, at=cast.tick())
    told = {"brings": "Bomen.", "gets": "", "fears": "", "has_read": True}
    offer = initiatives.offer_help(by=cast.bas, initiative=his, **told, at=cast.tick())
    with pytest.raises(Forbidden, match="Alleen de initiatiefnemer zegt wie er meedoet"):
        initiatives.answer_help(by=cast.marijke, partner=offer, accept=True, at=cast.tick())
    assert not hers.partners.exists()


def test_carrying_an_action_that_is_already_done_is_refused(cast: Cast) -> None:
    case = taken(cast)
    action = intake.plan_action(by=cast.samira, case=case, text="De sleutel zoeken", at=cast.tick())
    stale = Action.objects.get(pk=action.pk)
    intake.close_action(by=cast.marijke, action=action, at=cast.tick())
    until = cast.tick().date() + timedelta(days=9)
    with pytest.raises(NotNow):
        intake.ask_carry(
            by=cast.marijke,
            action=stale,
            to=Seat.objects.get(pk=cast.samira.seat_id),
            until=until,
            at=cast.tick(),
        )
    assert Action.objects.get().asked is None


def test_the_second_of_two_edits_is_refused_with_the_current_text(cast: Cast) -> None:
    submitted(cast)
    first, second = Initiative.objects.get(), Initiative.objects.get()
    same = {"by": cast.marijke, "version": 1, "at": cast.tick()}
    initiatives.change_initiative(**same, initiative=first, change=Change({"title": "Pluktuin"}))
    with pytest.raises(Stale) as refused:
        initiatives.change_initiative(**same, initiative=second, change=Change({"title": "Bos"}))
    assert refused.value.current["title"] == "Pluktuin"
    assert second.version == 2  # the version that the form shows next


def test_moving_a_draft_that_was_just_submitted_keeps_its_gemeente(cast: Cast) -> None:
    """She submits it in one window and moves the draft in another: the case stays with its gemeente."""
    initiative = draft(cast)
    stale = Initiative.objects.select_related("area", "municipality", "district").get()
    submit_initiative.submit(by=cast.marijke, initiative=initiative, at=cast.tick())
    change = Change(spot=initiatives.Spot(Area.objects.get(code="GM0957")), themes=["verkeer"])
    with pytest.raises(Stale):
        initiatives.change_initiative(
            by=cast.marijke, initiative=stale, change=change, version=1, at=cast.tick()
        )
    assert Initiative.objects.get().municipality.code == "GM0150"
    assert initiative.themes.get().submitted_at == initiative.submitted_at


def test_a_broken_unique_constraint_is_a_refusal_in_words(cast: Cast) -> None:
    """Not an error page: the second row breaks a unique constraint, and its act is rolled back."""

    @write
    def twice() -> None:
        for _ in range(2):
            Receipt(key="k", fingerprint="f", at=cast.tick()).save(force_insert=True)

    with pytest.raises(NotNow, match="tegelijk met jou"):
        twice()
    assert not Receipt.objects.exists()
