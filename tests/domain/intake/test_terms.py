"""A case that waits rings by itself: the handler, then the manager, and the initiator is told."""

from datetime import UTC, date, datetime, timedelta

import pytest

from middenstip.domain.areas.models import Area
from middenstip.domain.intake import services as intake
from middenstip.domain.intake.models import Case
from middenstip.domain.intake.selectors.terms import answering_of
from middenstip.domain.intake.tasks import ring_bells
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Grant, Membership, Organisation, Seat
from middenstip.domain.parties.rules import MANAGER
from middenstip.domain.parties.selectors import hats_of_person, manager_above, term_days, terms_of
from middenstip.journal.models import Entry
from middenstip.journeys import assess_initiative
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import Forbidden, Invalid
from tests.cast import Cast, person, seat_of, submitted, taken
from tests.notices.ears import heard, post


def at(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 3, tzinfo=UTC)


def ring(cast: Cast, day: date) -> None:
    cast.at = at(day)
    ring_bells(cast.at)
    ring_bells(cast.at)  # the worker may run it twice
    post(cast)


def bells() -> list[str]:
    rang = Entry.objects.filter(kind__in=["case.reminded", "case.escalated"]).order_by("pk")
    return [entry.data["bell"] for entry in rang]


def with_manager(cast: Cast, actor: Actor, code: str = "GM0150") -> Seat:
    """The actor's seat also leads the desk there."""
    parties.appoint(seat=seat_of(actor), role=MANAGER, area=Area.objects.get(code=code), at=cast.tick())
    return seat_of(actor)


def test_a_case_rings_before_on_and_after_its_last_day(cast: Cast) -> None:
    with_manager(cast, cast.ilse)
    case = taken(cast)
    assert case.due_on == date(2026, 11, 30)
    post(cast)
    before = {who: len(heard(who)) for who in (cast.samira, cast.ilse, cast.marijke)}
    ring(cast, date(2026, 11, 18))
    assert bells() == []
    ring(cast, date(2026, 11, 19))
    ring(cast, date(2026, 11, 27))
    ring(cast, date(2026, 11, 30))
    ring(cast, date(2026, 12, 7))
    assert bells() == ["halfway", "tomorrow", "due", "late"]
    title = "Voedselbos Lettele"
    assert heard(cast.samira)[before[cast.samira] :] == [
        f"Geef antwoord voor 30 november: {title}",
        f"Geef antwoord voor 30 november: {title}",
        f"Vandaag is de laatste dag: {title}",
        f"Deze zaak is te laat: {title}",
    ]
    assert heard(cast.ilse)[before[cast.ilse] :] == [
        f"Een termijn loopt vandaag af: {title}",
        f"Een zaak is te laat: {title}",
    ]
    assert heard(cast.marijke)[before[cast.marijke] :] == [
        f"Zo staat het met {title}",
        f"Je antwoord laat op zich wachten: {title}",
        f"We zijn te laat met je antwoord: {title}",
    ]


def test_an_answer_ends_the_bells_and_counts_as_in_time(cast: Cast) -> None:
    case = taken(cast)
    for one in (cast.marijke, cast.samira):
        intake.confirm_start(by=one, case=case, at=cast.tick())
    city = Organisation.objects.get(folded="gemeente deventer").public_id
    waits = answering_of(city, date(2026, 12, 2))
    assert (waits.waiting, waits.late, waits.longest, waits.share) == (1, 1, 30, None)
    assess_initiative.decide(by=cast.samira, case=case, outcome="support", answer="Ja.", at=cast.tick())
    ring(cast, date(2027, 1, 4))
    assert bells() == []
    told = answering_of(city, date(2027, 1, 4))
    assert (told.waiting, told.answered, told.in_time, told.share) == (0, 1, 1, 100)


def test_what_fits_in_no_box_has_a_term_of_its_own_until_it_moves_on(cast: Cast) -> None:
    case = taken(cast)
    for one in (cast.marijke, cast.samira):
        intake.confirm_start(by=one, case=case, at=cast.tick())
    yara = Seat.objects.get(pk=cast.yara.seat_id)
    cast.at = at(date(2026, 12, 1))  # a day too late
    told = {"outcome": "no_box", "answer": "We zoeken.", "connector": yara, "at": cast.tick()}
    case = assess_initiative.decide(by=cast.samira, case=case, **told)
    assert case.was_in_time is False
    assert case.bell_on is not None
    ring(cast, case.bell_on)
    assert bells() == ["halfway"]
    Case.objects.filter(pk=case.pk).update(state="stopped")
    ring(cast, date(2027, 6, 1))
    assert bells() == ["halfway"]
    assert Case.objects.get().bell_on is None


def test_an_empty_seat_of_a_manager_goes_one_up_and_says_so(cast: Cast) -> None:
    near = with_manager(cast, cast.ilse, "WK015014")
    codes, today = ["WK015014", "GM0150"], cast.today
    assert manager_above(codes, today) == (near, False)
    Membership.objects.filter(seat=near).update(until_on=today)
    noor = seat_of(cast.noor)
    assert manager_above(codes, today) == (noor, True)  # nobody leads the desk: the administrator hears it
    above = with_manager(cast, cast.yara)
    assert manager_above(codes, today) == (above, True)
    Grant.objects.filter(role=MANAGER).delete()
    assert manager_above(codes, today) == (noor, True)
    submitted(cast)
    ring(cast, date(2026, 11, 30))
    said = Entry.objects.filter(kind="case.escalated").latest("pk")
    assert (said.data["seat"], said.data["is_up"]) == (noor.public_id, True)
    Grant.objects.all().delete()
    assert manager_above(codes, today) == (None, True)
    ring(cast, date(2026, 12, 7))
    assert Entry.objects.filter(kind="case.escalated").latest("pk").data["seat"] == ""


def test_an_organisation_chooses_its_own_term(cast: Cast) -> None:
    city = Organisation.objects.get(folded="gemeente deventer")
    told = {"organisation": city, "kind": "case", "at": cast.tick()}
    with pytest.raises(Forbidden, match="leidinggevende of een beheerder"):
        parties.choose_term(by=cast.samira, days=10, **told)
    with pytest.raises(Invalid, match="1 tot en met 260"):
        parties.choose_term(by=cast.noor, days=0, **told)
    with pytest.raises(Invalid, match="waarvoor"):
        parties.choose_term(by=cast.noor, days=5, **(told | {"kind": "wens"}))
    with_manager(cast, cast.samira)
    samira = next(hat for hat in hats_of_person(person(cast.samira), cast.today) if hat.grants)
    parties.choose_term(by=samira, days=10, **told)
    parties.choose_term(by=samira, days=12, **told)
    assert term_days("case", city.pk) == terms_of(city.pk)["case"] == 12
    assert term_days("case", None) == term_days("referral", city.pk) * 4 == 20
    case = taken(cast)
    assert case.due_on == date(2026, 11, 18)


def test_a_case_is_taken_over_by_a_seat_without_an_organisation(cast: Cast) -> None:
    city = Area.objects.get(code="GM0150")
    parties.appoint(seat=seat_of(cast.tarik), role="handler", area=city, at=cast.tick())
    tarik = next(hat for hat in hats_of_person(person(cast.tarik), cast.today) if hat.grants)
    case = assess_initiative.take(by=tarik, case=submitted(cast).case, at=cast.tick())
    assert case.due_on == date(2026, 11, 30)


def test_cases_of_a_night_are_rung_in_parts(cast: Cast) -> None:
    case = taken(cast)
    later = at(date(2026, 12, 31))
    assert ring_bells(later) == 1
    assert ring_bells(later + timedelta(hours=1)) == 0
    assert ring_bells(later - timedelta(hours=1)) == 0  # a clock that was moved back
    assert Case.objects.get(pk=case.pk).bell_on == date(2027, 1, 4)
