"""A case is referred with a receipt: it stays until the other accepts, and never goes in a circle."""

from datetime import date

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from middenstip.domain.areas.models import Area
from middenstip.domain.intake import services as intake
from middenstip.domain.intake.models import Case, Referral, SupportPoint
from middenstip.domain.intake.selectors.refer import desks, point_by_id, points_in, referral_by_id
from middenstip.domain.intake.tasks import ring_bells
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.rules import HANDLER
from middenstip.domain.parties.selectors import hats_of_person
from middenstip.journal.models import Entry
from middenstip.journeys import assess_initiative
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import Forbidden, Invalid, NotNow
from tests.cast import Cast, neighbourhood, person, seat_of, taken
from tests.domain.intake.test_terms import at
from tests.notices.ears import heard, post


def handler(cast: Cast, actor: Actor) -> Actor:
    """The same actor, at a desk in Deventer from now on."""
    city = Area.objects.get(code="GM0150")
    parties.appoint(seat=seat_of(actor), role=HANDLER, area=city, at=cast.tick())
    hats = hats_of_person(person(actor), cast.today)
    return next(hat for hat in hats if hat.seat_id == actor.seat_id)


def refer(cast: Cast, by: Actor, to: Actor, why: str = "Jij kent de plek.") -> Referral:
    case = Case.objects.select_related("initiative").get()
    return intake.refer_case(by=by, case=case, to=seat_of(to), why=why, at=cast.tick())


def test_refused_comes_back_and_accepted_moves_the_case(cast: Cast) -> None:
    case, yara, ilse = taken(cast), handler(cast, cast.yara), handler(cast, cast.ilse)
    due = case.due_on
    first = refer(cast, cast.samira, yara)
    with pytest.raises(NotNow, match="al aan een ander gevraagd"):
        refer(cast, cast.samira, ilse)
    with pytest.raises(Forbidden, match="de zetel die gevraagd is"):
        intake.accept_referral(by=ilse, referral=first, at=cast.tick())
    with pytest.raises(Invalid, match="waarom niet"):
        intake.refuse_referral(by=yara, referral=first, answer=" ", at=cast.tick())
    intake.refuse_referral(by=yara, referral=first, answer="Dit is grond van Ilse.", at=cast.tick())
    assert Case.objects.get().handler_id == cast.samira.seat_id
    with pytest.raises(NotNow, match="geweigerd"):
        intake.accept_referral(by=yara, referral=first, at=cast.tick())
    second = refer(cast, cast.samira, ilse)
    intake.accept_referral(by=ilse, referral=second, at=cast.tick())
    now = Case.objects.get()
    assert (now.handler_id, now.due_on, now.handler_confirmed_at) == (ilse.seat_id, due, None)
    post(cast)
    title = "Voedselbos Lettele"
    assert f"Je hebt een nieuw vast contact: {title}" in heard(cast.marijke)
    assert f"De zaak komt terug: {title}" in heard(cast.samira)
    with pytest.raises(Invalid, match="kwam daar al vandaan"):
        refer(cast, ilse, cast.samira)


def test_a_case_on_which_both_started_stays_started_at_the_other_desk(cast: Cast) -> None:
    case, yara = taken(cast), handler(cast, cast.yara)
    for by in (cast.marijke, cast.samira):
        intake.confirm_start(by=by, case=case, at=cast.tick())
    confirmed = Case.objects.get().handler_confirmed_at
    intake.accept_referral(by=yara, referral=refer(cast, cast.samira, yara), at=cast.tick())
    now = Case.objects.get()
    assert (now.state, now.handler_id, now.handler_confirmed_at) == ("started", yara.seat_id, confirmed)


def test_why_a_case_cannot_go_somewhere(cast: Cast) -> None:
    taken(cast)
    yara = handler(cast, cast.yara)
    with pytest.raises(Invalid, match="al van jou"):
        refer(cast, cast.samira, cast.samira)
    with pytest.raises(Invalid, match="neemt nu niemand zaken aan"):
        refer(cast, cast.samira, cast.bas)
    with pytest.raises(Invalid, match="initiatiefnemer zelf"):
        refer(cast, cast.samira, handler(cast, cast.marijke))
    with pytest.raises(Invalid, match="waarom een ander"):
        refer(cast, cast.samira, yara, why=" ")
    with pytest.raises(Forbidden, match="behandelaar van deze zaak"):
        refer(cast, yara, cast.samira)
    case = Case.objects.get()
    assert yara.seat_id in {seat.pk for seat in desks(case, cast.today)}


def test_the_initiator_in_the_asked_seat_does_not_take_the_own_case(cast: Cast) -> None:
    taken(cast)
    yara = handler(cast, cast.yara)
    referral = refer(cast, cast.samira, yara)
    parties.take_seat(person=person(cast.marijke), seat=seat_of(yara), at=cast.tick())
    hats = hats_of_person(person(cast.marijke), cast.today)
    own = next(hat for hat in hats if hat.seat_id == yara.seat_id)
    with pytest.raises(NotNow, match="eigen idee"):
        intake.accept_referral(by=own, referral=referral, at=cast.tick())


def test_a_question_taken_back_or_overtaken_by_an_answer_is_asked_of_nobody(cast: Cast) -> None:
    case, yara = taken(cast), handler(cast, cast.yara)
    referral = refer(cast, cast.samira, yara)
    with pytest.raises(Forbidden, match="behandelaar van deze zaak"):
        intake.take_back_referral(by=yara, referral=referral, at=cast.tick())
    intake.take_back_referral(by=cast.samira, referral=referral, at=cast.tick())
    again = refer(cast, cast.samira, yara)
    for one in (cast.marijke, cast.samira):
        intake.confirm_start(by=one, case=case, at=cast.tick())
    assess_initiative.decide(by=cast.samira, case=case, outcome="support", answer="Ja.", at=cast.tick())
    found = referral_by_id(again.public_id)
    assert found
    assert (found.state, found.bell_on) == ("taken_back", None)


def test_a_referral_without_an_answer_rings_at_both_desks(cast: Cast) -> None:
    taken(cast)
    yara = handler(cast, cast.yara)
    referral = refer(cast, cast.samira, yara)
    assert referral.due_on == date(2026, 11, 9)
    post(cast)
    before = len(heard(yara)), len(heard(cast.samira))
    for day in (date(2026, 11, 5), date(2026, 11, 6), date(2026, 11, 9), date(2026, 11, 16)):
        cast.at = at(day)
        ring_bells(cast.at)
        ring_bells(cast.at)
        post(cast)
    late = "De doorverwijzing wacht te lang: Voedselbos Lettele"
    first = "Antwoord nog op de doorverwijzing: Voedselbos Lettele"
    assert heard(yara)[before[0] :] == [first, first, late, late]
    assert heard(cast.samira)[before[1] :] == [first, first, late, late]
    assert Entry.objects.filter(kind="referral.rang").count() == 4


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 3), st.booleans()), max_size=8))
def test_a_chain_of_referrals_ends_and_the_case_always_has_a_handler(
    django_db_blocker: object, tries: list[tuple[int, bool]]
) -> None:
    with django_db_blocker.unblock(), transaction.atomic():  # type: ignore[attr-defined]
        cast = neighbourhood()
        taken(cast)
        people = [cast.samira, *(handler(cast, one) for one in (cast.yara, cast.ilse, cast.bas))]
        moved = 0
        for place, says_yes in tries:
            case = Case.objects.get()
            owner = next(one for one in people if one.seat_id == case.handler_id)
            try:
                referral = refer(cast, owner, people[place])
            except Invalid:
                continue
            if says_yes:
                intake.accept_referral(by=people[place], referral=referral, at=cast.tick())
                moved += 1
            else:
                intake.refuse_referral(by=people[place], referral=referral, answer="Nee.", at=cast.tick())
            case = Case.objects.get()
            assert case.handler_id in {one.seat_id for one in people}
            assert case.initiative.initiator_id == cast.marijke.person_id
        assert moved < len(people)
        transaction.set_rollback(True)


def test_the_map_of_support_points(cast: Cast) -> None:
    area = Area.objects.select_related("municipality", "district").get(code="WK015014")
    texts = {
        "name": "Buurthuis De Hoek",
        "what_for": "Vergaderen",
        "for_whom": "Iedereen",
        "where": "Dinsdag",
        "contact": "Loop binnen",
    }
    told = {"area": area, "texts": texts, "at": cast.tick()}
    with pytest.raises(Forbidden, match="balie van dit gebied"):
        intake.add_point(by=cast.tarik, **told)
    with pytest.raises(Invalid) as refused:
        intake.add_point(by=cast.samira, area=area, texts={"name": "X"}, at=cast.tick())
    assert list(refused.value.errors) == ["what_for", "for_whom", "where", "contact"]
    point = intake.add_point(by=cast.samira, key="a", **told)
    assert intake.add_point(by=cast.samira, key="a", **told).pk == point.pk
    changed = texts | {"limits": "Geen geld"}
    assert intake.change_point(by=cast.noor, point=point, texts=changed, at=cast.tick()).limits == "Geen geld"
    other = intake.add_point(by=cast.samira, area=area, texts=texts | {"name": "Zaal"}, at=cast.tick())
    assert str(other) == "Zaal"
    assert points_in(None, "", "", 9) == [point, other]
    assert points_in(area, "vergaderen hoek", "", 9) == [point]
    assert points_in(area, "", point.public_id, 9) == [other]
    intake.close_point(by=cast.samira, point=other, at=cast.tick())
    with pytest.raises(NotNow, match="niet meer op de kaart"):
        intake.close_point(by=cast.samira, point=other, at=cast.tick())
    found = point_by_id(other.public_id)
    assert found
    assert found.closed_at
    assert SupportPoint.objects.count() == 2


def test_the_check_is_filled_in_apart_and_again(cast: Cast) -> None:
    case = taken(cast)
    told = dict.fromkeys("actie", (3, "Gaat goed.", ""))
    with pytest.raises(Forbidden, match="ACTIE-check"):
        intake.fill_in_check(by=cast.tarik, case=case, told=told, at=cast.tick())
    with pytest.raises(Invalid) as refused:
        intake.fill_in_check(by=cast.samira, case=case, told={"a": (6, "", "")}, at=cast.tick())
    assert list(refused.value.errors) == list("actie")
    for by in (cast.marijke, cast.samira, cast.samira):
        intake.fill_in_check(by=by, case=case, told=told, at=cast.tick())
    assert sorted(case.checks.values_list("side", flat=True)) == ["desk"] * 5 + ["initiator"] * 5


def test_the_first_question_is_what_people_can_do_themselves(cast: Cast) -> None:
    case = taken(cast)
    told = {"case": case, "own_part": "Planten en water geven.", "at": cast.tick()}
    with pytest.raises(Forbidden, match="initiatiefnemer en de behandelaar"):
        intake.fill_in_intake(by=cast.tarik, **told)
    with pytest.raises(Invalid, match="hoe dit binnenkwam"):
        intake.fill_in_intake(by=cast.samira, channel="duif", **told)
    assert intake.fill_in_intake(by=cast.marijke, channel="phone", **told).channel == "online"
    assert intake.fill_in_intake(by=cast.samira, channel="phone", **told).channel == "phone"
