"""Marijke tells an idea."""

import pytest

from middenstip.domain.areas.models import Area
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.intake.models import Case
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Seat
from middenstip.domain.parties.selectors import hats_of_person
from middenstip.journal.models import Entry
from middenstip.journeys import submit_initiative
from middenstip.kernel.half import Half
from middenstip.kernel.verdict import Forbidden, NotNow
from tests.cast import Cast, draft, person


def test_marijke_tells_an_idea_and_the_desk_gets_one_case(cast: Cast) -> None:
    initiative = draft(cast)
    assert initiative.stage == "draft"
    assert Entry.objects.filter(thread=initiative.public_id).count() == 0  # nobody's business yet

    submit_initiative.submit(by=cast.marijke, initiative=initiative, at=cast.tick())

    kept = Initiative.objects.get(pk=initiative.pk)
    assert (kept.stage, kept.submitted_at) == ("idea", cast.at)
    assert [card.fixed for card in kept.reins_cards.all()] == ["Plukken is gratis\nGeen gif"]
    assert Case.objects.get(initiative=kept).state == "new"
    told = Entry.objects.filter(thread=initiative.public_id).order_by("pk")
    assert [(one.kind, one.half, one.at) for one in told] == [
        ("initiative.submitted", "bewoners", cast.at),
        ("case.opened", "bewoners", cast.at),
    ]


def test_a_form_that_is_sent_twice_is_one_draft(cast: Cast) -> None:
    first, again = draft(cast, key="formulier-1"), draft(cast, key="formulier-1")
    assert first.pk == again.pk
    assert Initiative.objects.count() == 1


def test_the_same_form_with_other_words_is_refused(cast: Cast) -> None:
    draft(cast, key="formulier-1")
    with pytest.raises(NotNow, match="met andere woorden"):
        draft(cast, "Iets heel anders", key="formulier-1")
    assert Initiative.objects.count() == 1


def test_who_left_the_gemeente_does_not_send_an_idea_in_its_name(cast: Cast) -> None:
    ilse = Seat.objects.get(pk=cast.ilse.seat)
    written = draft(cast, initiator=person(cast.ilse), half=Half.GOVERNMENT, seat=ilse)
    parties.leave_seat(person=person(cast.ilse), seat=ilse, at=cast.tick())
    lettele = Area.objects.get(code="WK015014")
    own = parties.own_seat(person=person(cast.ilse), half=Half.RESIDENTS, area=lettele, at=cast.tick())
    (now,) = hats_of_person(person(cast.ilse), cast.today)
    submit_initiative.submit(by=now, initiative=written, at=cast.tick())
    sent = Initiative.objects.get()
    assert (sent.seat, sent.origin_half, sent.halves) == (own, "bewoners", Half.RESIDENTS.bit)


def test_somebody_else_cannot_send_her_draft(cast: Cast) -> None:
    initiative = draft(cast)
    with pytest.raises(Forbidden, match="Alleen de initiatiefnemer"):
        submit_initiative.submit(by=cast.tarik, initiative=initiative, at=cast.tick())
    assert Initiative.objects.get(pk=initiative.pk).stage == "draft"
    assert not Case.objects.exists()
