"""Somebody wants to have a look: asked, answered, rung, withdrawn, and forgotten."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest
from django.utils import timezone

from middenstip.domain.labs import services, tasks, turns
from middenstip.domain.labs.lifecycle import (
    AGREED,
    BEEN,
    MOST_VISITS,
    NO,
    OPEN_VISITS,
    UNANSWERED,
    VISIT,
    WISHED,
    WITHDRAWN,
)
from middenstip.domain.labs.models import HostDays, Lab, LabPlace, LabVisit
from middenstip.domain.labs.rules import may_read_visit
from middenstip.domain.labs.selectors import (
    days_of_hosts,
    hosts_of,
    open_visit,
    place_of,
    visit_by_id,
    visits_to,
)
from middenstip.journal.models import Entry
from middenstip.journeys import leave
from middenstip.kernel.actor import Actor, Unseated
from middenstip.kernel.verdict import Forbidden, Invalid, NotNow
from tests.cast import Cast, person
from tests.domain.labs.test_labs import host, moved, opened, planned
from tests.domain.playing import play
from tests.notices.ears import heard, post, told

CHRISTMAS = date(2026, 12, 25)  # a Friday


def school(lab: Lab) -> LabPlace:
    place = place_of(lab)
    assert place
    return place


def asks(cast: Cast, place: LabPlace, days: int = 2, people: int = 2, **more: Any) -> LabVisit:
    """Tarik asks to come in some days: the story begins on a Monday."""
    wish = {"by": cast.tarik, "on": cast.day(days), "people": people, **more}
    return services.ask_visit(place=place, **wish, at=cast.tick())


def in_mijn(cast: Cast, actor: Actor) -> list[Any]:
    rows = turns.rows_for(actor.person_id, [actor.seat_id], cast.today)
    return [row for found in rows for row in found if row[0] == "answer_visit"]


def test_somebody_asks_to_come_on_wednesday_and_hears_when(cast: Cast) -> None:
    lab = opened(cast)
    visit = asks(cast, school(lab), needs="Een oprit voor een rolstoel.", key="een")
    assert asks(cast, school(lab), needs="Een oprit voor een rolstoel.", key="een") == visit
    assert (visit.state, visit.due_on) == (WISHED, cast.day(2))
    post(cast)
    assert heard(cast.ilse)[-1] == "Iemand wil komen kijken: School"
    assert "oprit" not in told(cast.ilse).text
    assert [row[1] for row in in_mijn(cast, cast.ilse)] == [visit.public_id]
    assert in_mijn(cast, cast.tarik) == []
    readers = [
        bool(may_read_visit(by, visit, hosts_of(lab))) for by in (cast.tarik, cast.ilse, cast.gerrit, None)
    ]
    assert readers == [True, True, False, False]
    assert visits_to(lab, cast.today) == [visit]
    with pytest.raises(NotNow, match="al een bezoek"):
        asks(cast, school(lab), days=3)
    with pytest.raises(Forbidden, match="Alleen wie dit lab draagt"):
        services.agree_visit(by=cast.tarik, visit=visit, on=cast.day(2), time_at="10.00", at=cast.tick())
    agreed = services.agree_visit(
        by=cast.ilse, visit=visit, on=cast.day(2), time_at="10.00", answer="Bel aan.", at=cast.tick()
    )
    assert timezone.localtime(agreed.comes_at) == datetime(
        2026, 11, 4, 10, 0, tzinfo=timezone.get_default_timezone()
    )
    facts = Entry.objects.count()
    services.agree_visit(
        by=cast.bas, visit=visit, on=cast.day(2), time_at="10:00", answer="Bel aan.", at=cast.tick()
    )
    assert Entry.objects.count() == facts
    post(cast)
    assert heard(cast.tarik)[-1] == "Kom op woensdag 4 november om 10.00 uur: School"
    assert "Bel aan." in told(cast.tarik).text
    assert in_mijn(cast, cast.ilse) == []
    assert open_visit(school(lab), cast.tarik.person_id) == visit
    assert open_visit(school(lab), None) is None
    cast.tick(days=3)
    for _twice in range(2):
        tasks.look_over(cast.at)
    visit.refresh_from_db()
    assert (visit.state, visit.needs) == (BEEN, "Een oprit voor een rolstoel.")
    cast.tick(days=7)
    tasks.look_over(cast.at)
    visit.refresh_from_db()
    assert visit.needs == ""
    cast.tick(days=21)
    tasks.look_over(cast.at)
    assert visit_by_id(visit.public_id) is None
    with pytest.raises(NotNow, match="niet meer"):
        services.withdraw_visit(by=cast.tarik, visit=visit, at=cast.tick())


def test_days_and_numbers_that_cannot_be(cast: Cast) -> None:
    lab = opened(cast)
    place = school(lab)
    for wish, why in (
        ({"on": None}, "Kies een dag"),
        ({"days": -1}, "al geweest"),
        ({"days": 5}, "Die dag is het hier dicht. "),
        ({"on": CHRISTMAS}, "dicht: feestdag"),
        ({"days": 300}, "halfjaar"),
        ({"people": 0}, "Met hoeveel mensen"),
        ({"people": 1000}, "Kondig die aan"),
        ({"needs": "x" * 501}, "500"),
    ):
        with pytest.raises(Invalid, match=why):
            asks(cast, place, **wish)
    moved(cast, lab, "Winkel", days=2)
    with pytest.raises(Invalid, match="niet op deze plek"):
        asks(cast, place, days=3)
    assert LabVisit.objects.count() == 0


def test_a_lab_that_is_not_open_has_no_visits(cast: Cast) -> None:
    lab = planned(cast)
    place = moved(cast, lab)
    with pytest.raises(Forbidden, match="nog niet open"):
        asks(cast, place)
    services.close_lab(by=cast.marijke, lab=lab, why="Geen geld.", at=cast.tick())
    with pytest.raises(Forbidden, match="dicht"):
        asks(cast, place)
    services.hide_lab(code=lab.public_id, words="Deze tekst is verborgen.", by=None, at=cast.tick())
    with pytest.raises(Forbidden, match="verborgen"):
        asks(cast, place)


def test_only_so_many_visits(cast: Cast) -> None:
    lab = opened(cast)
    place = school(lab)
    stalls = [
        moved(cast, lab, f"Kraam {number}", is_popup=True, until_on=cast.day(30)) for number in range(6)
    ]
    for stall in stalls[:5]:
        asks(cast, stall)
    with pytest.raises(NotNow, match="al vijf bezoeken"):
        asks(cast, stalls[5])
    LabVisit.objects.bulk_create(
        LabVisit(place=place, name=f"Buur {number}", on=cast.day(2), asked_at=cast.at)
        for number in range(MOST_VISITS)
    )
    with pytest.raises(NotNow, match="honderd"):
        asks(cast, place, by=cast.gerrit)


def test_times_that_cannot_be(cast: Cast) -> None:
    lab = opened(cast)
    visit = asks(cast, school(lab))
    for on, time_at, why in (
        (None, "10.00", "Kies een dag"),
        (cast.day(1), "tien uur", "Schrijf de tijd"),
        (cast.day(0), "8.00", "al geweest"),
    ):
        with pytest.raises(Invalid, match=why):
            services.agree_visit(by=cast.ilse, visit=visit, on=on, time_at=time_at, at=cast.tick())
    services.move_lab(
        by=cast.ilse,
        lab=lab,
        told={"name": "Winkel"},
        hours=["9.00-17.00"] * 7,
        from_on=cast.day(4),
        at=cast.tick(),
    )
    with pytest.raises(Invalid, match="niet op deze plek"):
        services.agree_visit(by=cast.ilse, visit=visit, on=cast.day(4), time_at="10.00", at=cast.tick())
    with pytest.raises(Forbidden, match="Alleen wie dit lab draagt"):
        services.refuse_visit(by=cast.tarik, visit=visit, answer="Nee.", at=cast.tick())
    with pytest.raises(Invalid, match="waarom"):
        services.refuse_visit(by=cast.ilse, visit=visit, answer=" ", at=cast.tick())


def test_a_no_a_move_and_a_closing_are_heard(cast: Cast) -> None:
    lab = opened(cast)
    visit = asks(cast, school(lab), needs="Een tolk.")
    services.refuse_visit(by=cast.ilse, visit=visit, answer="We zijn op reis.", at=cast.tick())
    visit.refresh_from_db()
    assert (visit.state, visit.needs, visit.bell_on) == (NO, "", None)
    post(cast)
    assert heard(cast.tarik)[-1] == "Je bezoek gaat niet door: School"
    before, after = asks(cast, school(lab), days=1), asks(cast, school(lab), days=3, by=cast.gerrit)
    moved(cast, lab, "Winkel", days=2)
    states = {one.pk: one.state for one in LabVisit.objects.all()}
    assert (states[before.pk], states[after.pk]) == (WISHED, NO)
    post(cast)
    assert "niet meer op deze plek" in told(cast.gerrit).text
    services.close_lab(by=cast.ilse, lab=lab, why="Het geld is op.", at=cast.tick())
    post(cast)
    assert "Het lab gaat dicht." in told(cast.tarik).text
    with pytest.raises(NotNow, match="nee, want"):
        services.refuse_visit(by=cast.ilse, visit=before, answer="Nee.", at=cast.tick())


def test_the_bell_rings_and_what_nobody_answers_lapses(cast: Cast) -> None:
    lab = opened(cast)
    visit = asks(cast, school(lab), days=16)
    post(cast)
    assert visit.due_on == cast.day(7)
    rung = []
    for _day in range(16):
        cast.tick(days=1)
        for _twice in range(2):
            tasks.look_over(cast.at)
        post(cast)
        rung.append(heard(cast.bas)[-1])
    assert list(dict.fromkeys(rung)) == [
        "Iemand wil komen kijken: School",
        "Antwoord voor 9 november: School",
        "Vandaag antwoorden: School",
        "Je antwoord is te laat: School",
    ]
    cast.tick(days=1)
    tasks.look_over(cast.at)
    post(cast)
    assert services.visits._end(visit=visit, at=cast.at) == 0  # a second worker
    visit.refresh_from_db()
    assert (visit.state, visit.bell_on) == (UNANSWERED, None)
    assert heard(cast.tarik)[-1] == "Geen antwoord gekregen: School"


def test_who_asked_tells_what_they_need_and_takes_it_back(cast: Cast) -> None:
    lab = opened(cast)
    visit = asks(cast, school(lab))
    with pytest.raises(Forbidden, match="Alleen wie dit bezoek vroeg"):
        services.tell_needs(by=cast.ilse, visit=visit, needs="Koffie", at=cast.tick())
    assert services.tell_needs(by=cast.tarik, visit=visit, needs="Een tolk.", at=cast.tick()).needs
    for by in (cast.gerrit, cast.ilse):
        with pytest.raises(Forbidden, match="trekt het in"):
            services.withdraw_visit(by=by, visit=visit, at=cast.tick())
    visit = services.withdraw_visit(by=cast.tarik, visit=visit, at=cast.tick())
    assert (visit.state, visit.needs) == (WITHDRAWN, "")
    post(cast)
    assert heard(cast.ilse)[-1] == "Komt niet: De Werf"
    with pytest.raises(NotNow, match="ingetrokken"):
        services.tell_needs(by=cast.tarik, visit=visit, needs="Toch.", at=cast.tick())
    assert asks(cast, school(lab)).state == WISHED


def test_who_calls_is_noted_by_a_host(cast: Cast) -> None:
    lab = opened(cast)
    told_: dict[str, Any] = {"place": school(lab), "on": cast.day(1), "time_at": "14.30", "people": 3}
    with pytest.raises(Forbidden, match="Alleen wie dit lab draagt"):
        services.note_visit(by=cast.tarik, name="Truus", **told_, at=cast.tick())
    for name, why in ((" ", "wie er komt"), ("Truus 06-12345678", "telefoonnummer")):
        with pytest.raises(Invalid, match=why):
            services.note_visit(by=cast.ilse, name=name, **told_, at=cast.tick())
    visit = services.note_visit(by=cast.ilse, name="Truus", **told_, at=cast.tick())
    assert (visit.state, visit.person, visit.name) == (AGREED, None, "Truus")
    post(cast)
    with pytest.raises(Forbidden, match="trekt het in"):
        services.withdraw_visit(by=cast.tarik, visit=visit, at=cast.tick())
    assert services.withdraw_visit(by=cast.bas, visit=visit, at=cast.tick()).state == WITHDRAWN


def test_who_is_erased_does_not_come(cast: Cast) -> None:
    lab = opened(cast)
    old = asks(cast, school(lab))
    services.withdraw_visit(by=cast.tarik, visit=old, at=cast.tick())
    asks(cast, school(lab))
    leave.erase(by=cast.tarik, person=person(cast.tarik), at=cast.tick())
    assert LabVisit.objects.count() == 0
    assert Entry.objects.filter(kind="lab.visit_withdrawn").count() == 2


def test_hosts_say_when_they_are_there(cast: Cast) -> None:
    lab = opened(cast)
    place = school(lab)
    with pytest.raises(Invalid, match="dicht"):
        services.set_host_days(by=cast.ilse, place=place, days=[6], at=cast.tick())
    for days in ([3, 1, 1, 9], [1, 2]):
        services.set_host_days(by=cast.ilse, place=place, days=days, at=cast.tick())
    for days in ([4], []):
        services.set_host_days(by=cast.marijke, place=place, days=days, at=cast.tick())
    assert {row.host.seat_id: row.days for row in days_of_hosts(place)} == {cast.ilse.seat_id: [1, 2]}
    with pytest.raises(Forbidden, match="Alleen wie dit lab draagt"):
        services.set_host_days(by=cast.tarik, place=place, days=[1], at=cast.tick())
    services.set_host_days(by=cast.marijke, place=place, days=[4], at=cast.tick())
    services.leave_lab(by=cast.ilse, host=host(lab, cast.ilse), at=cast.tick())
    leave.erase(by=cast.marijke, person=person(cast.marijke), at=cast.tick())
    assert HostDays.objects.count() == 0


def test_who_plans_a_lab_without_hosting_it_has_no_days(cast: Cast) -> None:
    lab = planned(cast)
    place = moved(cast, lab)
    with pytest.raises(NotNow, match="dat je dit lab mee draagt"):
        services.set_host_days(by=cast.marijke, place=place, days=[1], at=cast.tick())


def test_the_words_and_the_point_of_a_place_change(cast: Cast) -> None:
    lab = opened(cast)
    place = school(lab)
    told_: dict[str, Any] = {"name": "De school", "access": "Een lift.", "point": (6.2, 52.3)}
    with pytest.raises(Forbidden, match="Alleen wie dit lab draagt"):
        services.change_place(by=cast.tarik, place=place, told=told_, at=cast.tick())
    with pytest.raises(Invalid, match="waar het lab is"):
        services.change_place(by=cast.ilse, place=place, told={**told_, "name": ""}, at=cast.tick())
    place = services.change_place(by=cast.ilse, place=place, told=told_, at=cast.tick())
    assert (place.name, place.address, place.lon, place.lat) == ("De school", "", 6.2, 52.3)
    place = services.change_place(by=cast.ilse, place=place, told={"name": "School"}, at=cast.tick())
    assert (place.access, place.lon, place.lat) == ("", None, None)


def test_the_table_holds_in_any_order(cast: Cast) -> None:
    lab = opened(cast)
    visit = asks(cast, school(lab))
    seatless = Unseated(cast.tarik.person_id, cast.tarik.person_public_id)

    def act(what: str, who: str) -> Callable[[], object]:
        by: Any = seatless if who == "tarik" and what == "withdraw" else getattr(cast, who)
        if what == "wait":
            return lambda: services.end_visits(at=cast.tick())
        told_: dict[str, Any] = {"refuse": {"answer": "Nee."}}.get(what, {})
        if what == "agree":
            told_ = {"on": cast.day(1), "time_at": "16.00"}
        return lambda: getattr(services, f"{what}_visit")(by=by, visit=visit, at=cast.tick(), **told_)

    def check(now: LabVisit) -> None:
        assert (now.bell_on is None) == (now.state != WISHED)
        assert now.state != AGREED or now.comes_at
        assert now.state in OPEN_VISITS or not VISIT.acts(now.state)

    story = [("agree", "ilse"), ("agree", "bas"), ("refuse", "ilse"), ("withdraw", "tarik")]
    played = play(VISIT, lambda: LabVisit.objects.get(pk=visit.pk), act, story, ["wait"], check=check)
    assert played.reached[AGREED]
    assert played.reached[NO]
    assert played.reached[WITHDRAWN]
