"""Marijke submits an idea."""

import pytest

from middenstip.domain.areas.models import Area
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.intake import services as intake
from middenstip.domain.intake.models import Case, CasePhone
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Person, Seat
from middenstip.domain.parties.selectors import hats_of_person
from middenstip.journal.models import Entry
from middenstip.journeys import submit_initiative
from middenstip.kernel.half import Half
from middenstip.kernel.verdict import Forbidden, Invalid, NotNow
from tests.cast import Cast, draft, person


def test_a_submitted_idea_gives_the_desk_one_case(cast: Cast) -> None:
    initiative = draft(cast)
    assert initiative.stage == "draft"
    assert Entry.objects.filter(thread=initiative.public_id).count() == 0  # a draft records no facts

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


def test_sending_a_form_twice_creates_one_draft(cast: Cast) -> None:
    first, again = draft(cast, key="formulier-1"), draft(cast, key="formulier-1")
    assert first.pk == again.pk
    assert Initiative.objects.count() == 1


def test_reusing_a_form_key_with_other_texts_is_refused(cast: Cast) -> None:
    draft(cast, key="formulier-1")
    with pytest.raises(NotNow, match="met andere woorden"):
        draft(cast, "Iets heel anders", key="formulier-1")
    assert Initiative.objects.count() == 1


def test_an_initiator_who_left_a_seat_submits_in_another_hat(cast: Cast) -> None:
    ilse = Seat.objects.get(pk=cast.ilse.seat_id)
    written = draft(cast, initiator=person(cast.ilse), half=Half.GOVERNMENT, seat=ilse)
    parties.leave_seat(person=person(cast.ilse), seat=ilse, at=cast.tick())
    lettele = Area.objects.get(code="WK015014")
    own = parties.own_seat(person=person(cast.ilse), half=Half.RESIDENTS, area=lettele, at=cast.tick())
    (now,) = hats_of_person(person(cast.ilse), cast.today)
    submit_initiative.submit(by=now, initiative=written, at=cast.tick())
    sent = Initiative.objects.get()
    assert (sent.seat, sent.origin_half, sent.halves) == (own, "bewoners", Half.RESIDENTS.bit)


def test_another_person_cannot_submit_a_draft(cast: Cast) -> None:
    initiative = draft(cast)
    with pytest.raises(Forbidden, match="Alleen de initiatiefnemer"):
        submit_initiative.submit(by=cast.tarik, initiative=initiative, at=cast.tick())
    assert Initiative.objects.get(pk=initiative.pk).stage == "draft"
    assert not Case.objects.exists()


def test_a_form_saved_as_a_draft_can_then_be_submitted(cast: Cast) -> None:
    told = {
        "initiator": person(cast.marijke),
        "half": Half.RESIDENTS,
        "area": Area.objects.get(code="WK015014"),
        "texts": {"title": "Een bank", "what": "Bij de kerk.", "why": ""},
        "reins": {},
        "themes": [],
        "key": "een-keer",
    }
    kept = submit_initiative.draft(**told, at=cast.tick())
    assert kept.stage == "draft"
    sent = submit_initiative.tell(**told, at=cast.tick())
    assert (sent, sent.stage, Case.objects.get().initiative) == (kept, "idea", kept)
    assert submit_initiative.tell(**told, at=cast.tick()) == kept
    assert Initiative.objects.count() == Case.objects.count() == 1


def on_paper(cast: Cast, phone: str = "") -> Initiative:
    """Samira types in what Gerda told at the counter."""
    return submit_initiative.submit_on_paper(
        by=cast.samira,
        name="Gerda",
        half=Half.RESIDENTS,
        area=Area.objects.get(code="WK015014"),
        texts={"title": "Een bankje", "what": "Om te zitten.", "why": ""},
        phone=phone,
        at=cast.tick(),
    )


def test_the_phone_number_on_the_paper_is_kept_with_the_case(cast: Cast) -> None:
    told = on_paper(cast, "06-12 34 56 78")
    kept = CasePhone.objects.get()
    assert (kept.case.initiative, kept.number) == (told, "06-12 34 56 78")
    intake.note_phone(by=cast.samira, case=kept.case, phone="", at=cast.tick())  # struck out on the paper
    assert not CasePhone.objects.exists()
    given = Entry.objects.filter(thread=told.public_id, kind="case.phone_changed").order_by("pk")
    assert [(entry.actor, entry.data["is_given"]) for entry in given] == [
        (cast.samira.person_public_id, True),
        (cast.samira.person_public_id, False),
    ]


def test_a_number_that_is_none_makes_no_idea_and_no_person(cast: Cast) -> None:
    known = Person.objects.count()
    with pytest.raises(Invalid) as refused:
        on_paper(cast, "bel me maar")
    assert list(refused.value.errors) == ["phone"]
    assert (Initiative.objects.count(), Case.objects.count(), Person.objects.count()) == (0, 0, known)


def test_only_a_handler_types_in_a_number_from_paper(cast: Cast) -> None:
    told = on_paper(cast)
    assert not CasePhone.objects.exists()
    case = Case.objects.select_related("initiative__area").get(initiative=told)
    with pytest.raises(Forbidden, match="Alleen een behandelaar van dit gebied typt"):
        intake.note_phone(by=cast.yara, case=case, phone="0570-123456", at=cast.tick())
    assert not CasePhone.objects.exists()
