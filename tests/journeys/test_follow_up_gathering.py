"""A meet-up: announced, full, moved, held, noted, followed up; and what the post says about it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from middenstip.domain.agreements.models import Agreement
from middenstip.domain.areas.models import Area
from middenstip.domain.gatherings import services, tasks, turns
from middenstip.domain.gatherings.models import Attendance, Gathering, NoteLine
from middenstip.domain.gatherings.selectors import (
    Asked,
    came_of,
    figures_of_host,
    gathering_by_id,
    line_by_id,
    measured_in,
    reviews_of,
)
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.intake import services as intake
from middenstip.domain.intake.models import Action
from middenstip.journeys import follow_up_gathering, leave, publish_text
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor, Unseated
from middenstip.kernel.verdict import Forbidden, Invalid, NotNow
from tests.cast import Cast, person, seat_of, submitted, table, taken
from tests.notices.ears import heard, post
from tests.web.at_the_door import page, walk_in

TOLD = {"kind": "meetup", "title": "Koffie in het bos", "place": "Dorpshuis"}


def announces(
    cast: Cast, by: Actor | None = None, days: int = 5, initiative: Initiative | None = None, **more: Any
) -> Gathering:
    """A meet-up in Lettele after so many days, from half past seven."""
    day = cast.day(days)
    return publish_text.gathering(
        by=by or cast.marijke,
        told={**TOLD, **more},
        starts=datetime(day.year, day.month, day.day, 19, 30),  # noqa: DTZ001 the clock on the wall
        ends=datetime(day.year, day.month, day.day, 21),  # noqa: DTZ001
        area=Area.objects.select_related("municipality", "district").get(code="WK015014"),
        initiative=initiative,
        at=cast.tick(),
    )


def moves(cast: Cast, one: Gathering, days: int, **more: Any) -> Gathering:
    day = cast.day(days)
    return services.change_gathering(
        by=cast.marijke,
        gathering=one,
        told={**TOLD, **more},
        starts=datetime(day.year, day.month, day.day, 19, 30),  # noqa: DTZ001
        ends=datetime(day.year, day.month, day.day, 21),  # noqa: DTZ001
        at=cast.tick(),
    )


def comes(cast: Cast, by: Any, one: Gathering) -> Attendance:
    return services.come_to_gathering(by=by, gathering=one, at=cast.tick())


def held(cast: Cast, one: Gathering, days: int = 30) -> Gathering:
    """The evening has passed; the host sets the follow-up day."""
    cast.at = one.ends_at
    return services.hold_gathering(
        by=cast.marijke, gathering=one, follow_up_on=cast.day(days), at=cast.tick()
    )


def writes(cast: Cast, one: Gathering, text: str) -> NoteLine:
    line = services.write_note(by=cast.marijke, gathering=one, text=text, at=cast.tick())
    found = line_by_id(line.public_id)
    assert found
    return found


def test_a_full_evening_has_a_waiting_list_that_moves_up(cast: Cast) -> None:
    one = announces(cast, places=2)
    assert one.missing == ["bewoners", "overheid", "ondernemers"]
    unseated = Unseated(cast.tarik.person_id, cast.tarik.person_public_id, "Tarik")
    for by, state in (
        (cast.gerrit, "coming"),
        (cast.bas, "coming"),
        (unseated, "waiting"),
        (cast.ilse, "waiting"),
    ):
        assert comes(cast, by, one).state == state
    assert comes(cast, cast.gerrit, one).state == "coming"  # twice is once
    now = Gathering.objects.get(pk=one.pk)
    assert (now.coming, now.waiting_count, now.is_full) == ({"bewoners": 1, "ondernemers": 1}, 2, True)
    assert now.missing == ["overheid"]
    post(cast)
    for _twice in range(2):
        services.leave_gathering(by=cast.gerrit, gathering=one, at=cast.tick())
    post(cast)
    assert "Je kunt komen: Koffie in het bos" in heard(cast.tarik)
    moves(cast, one, 5, places=None)
    now = Gathering.objects.get(pk=one.pk)
    assert (now.coming, now.waiting_count, now.places) == ({"overheid": 1, "ondernemers": 1, "": 1}, 0, None)
    leave.erase(by=cast.bas, person=person(cast.bas), at=cast.tick())
    assert Gathering.objects.get(pk=one.pk).coming == {"overheid": 1, "": 1}


def test_everyone_who_comes_hears_that_it_moves_is_tomorrow_and_is_cancelled(cast: Cast) -> None:
    one = announces(cast)
    comes(cast, cast.ilse, one)
    moved = moves(cast, one, 9)
    assert moves(cast, one, 9).sequence == moved.sequence == 1
    moves(cast, one, 9, access="Geen drempels.")
    post(cast)
    assert heard(cast.ilse) == ["Verplaatst: Koffie in het bos"]
    cast.at = one.starts_at + timedelta(days=3, hours=5)
    assert tasks.remind(cast.at) == 1
    assert tasks.remind(cast.at) == 0
    assert services.remind_gathering(key=one.pk, at=cast.at) == 0
    with pytest.raises(Invalid):
        services.cancel_gathering(by=cast.marijke, gathering=one, why=" ", at=cast.tick())
    post(cast)
    services.cancel_gathering(by=cast.marijke, gathering=one, why="De zaal is dicht.", at=cast.tick())
    post(cast)
    assert sorted(heard(cast.ilse)) == [
        "Binnenkort: Koffie in het bos",
        "Gaat niet door: Koffie in het bos",
        "Verplaatst: Koffie in het bos",
    ]
    for refused in (lambda: comes(cast, cast.bas, one), lambda: moves(cast, one, 12)):
        with pytest.raises(NotNow):
            refused()
    with pytest.raises(NotNow):
        services.leave_gathering(by=cast.ilse, gathering=one, at=cast.tick())


def test_notes_become_actions_and_agreements_and_the_follow_up_day_measures(cast: Cast) -> None:
    case = taken(cast)
    one = announces(cast, initiative=case.initiative)
    comes(cast, cast.ilse, one)
    with pytest.raises(NotNow):
        services.hold_gathering(by=cast.marijke, gathering=one, follow_up_on=cast.day(30), at=cast.tick())
    cast.at = one.ends_at
    for wrong in (None, cast.today, cast.day(900)):
        with pytest.raises(Invalid):
            services.hold_gathering(by=cast.marijke, gathering=one, follow_up_on=wrong, at=cast.tick())
    one = held(cast, one)
    told = {"by": cast.marijke, "gathering": one, "at": cast.tick()}
    for _twice in range(2):
        counted = services.count_walk_ins(**told, numbers={"ondernemers": 3, "bewoners": 0})
    assert (counted.walked_in, counted.missing) == ({"ondernemers": 3}, ["bewoners"])
    for wrong in (-1, 10_001):
        with pytest.raises(Invalid):
            services.count_walk_ins(**told, numbers={"bewoners": wrong})
    with pytest.raises(Invalid):
        writes(cast, one, " ")
    call, promise = writes(cast, one, "Bel de school."), writes(cast, one, "De grond is schoon.")
    action = follow_up_gathering.act_on_line(by=cast.marijke, line=call, at=cast.tick())
    assert follow_up_gathering.act_on_line(by=cast.marijke, line=call, at=cast.tick()) == action
    drafting = {"by": cast.marijke, "due_on": cast.day(20), "at": cast.tick()}
    ilse, marijke, bas = seat_of(cast.ilse), seat_of(cast.marijke), seat_of(cast.bas)
    for promisor, promisee in ((bas, marijke), (ilse, bas), (ilse, ilse)):
        with pytest.raises(Invalid):
            follow_up_gathering.promise_on_line(
                **drafting, line=promise, promisor=promisor, promisee=promisee
            )
    sides = {"promisor": ilse, "promisee": marijke}
    made = follow_up_gathering.promise_on_line(**drafting, line=promise, **sides)
    assert follow_up_gathering.promise_on_line(**drafting, line=promise, **sides) == made
    assert Agreement.objects.get().what == "De grond is schoon."
    with pytest.raises(NotNow):
        follow_up_gathering.act_on_line(by=cast.marijke, line=promise, at=cast.tick())
    with pytest.raises(NotNow):
        follow_up_gathering.promise_on_line(**drafting, line=call, **sides)
    assert follow_up_gathering.measure(cast.tick()) == 0
    intake.close_action(by=cast.marijke, action=Action.objects.get(), at=cast.tick())
    cast.tick(days=31)
    assert follow_up_gathering.measure(cast.at) == 1
    assert follow_up_gathering.measure(cast.at) == 0
    assert services.measure_gathering(gathering=one, done=9, at=cast.tick()) is False
    now = gathering_by_id(one.public_id)
    assert now
    assert (now.state, now.follow_up_done) == ("followed_up", 1)
    assert measured_in(Asked(initiative=case.initiative.public_id), cast.at) == {"measured": 1, "met": 1}
    post(cast)
    assert "Vervolgdag: Koffie in het bos" in heard(cast.marijke)
    assert services.forget_attendances(at=cast.tick(days=100)) == 1


def test_what_cannot_be_says_why_and_loses_nothing(cast: Cast) -> None:
    at_area = announces(cast)
    comes(cast, cast.bas, at_area)
    held(cast, at_area)
    services.drop_attendances_of(person=person(cast.bas), at=cast.tick())
    now = Gathering.objects.get(pk=at_area.pk)
    assert (now.coming, now.attendances.count()) == ({"ondernemers": 1}, 0)  # the number of that day stays
    line = writes(cast, at_area, "Bel iemand.")
    with pytest.raises(NotNow, match="hoort bij een gebied"):
        follow_up_gathering.act_on_line(by=cast.marijke, line=line, at=cast.tick())
    with pytest.raises(NotNow, match="al begonnen"):
        services.leave_gathering(by=cast.gerrit, gathering=at_area, at=cast.tick())
    assert follow_up_gathering.measure(cast.tick(days=40)) == 1  # nothing was done
    started = announces(cast, days=2)
    cast.at = started.starts_at
    with pytest.raises(NotNow, match="Loop gerust binnen"):
        comes(cast, cast.gerrit, started)
    waits = submitted(cast)
    other = announces(cast, initiative=waits)
    held(cast, other)
    with pytest.raises(NotNow, match="balie"):
        follow_up_gathering.act_on_line(by=cast.marijke, line=writes(cast, other, "Bel."), at=cast.tick())
    with pytest.raises(Forbidden):
        services.write_note(by=cast.tarik, gathering=other, text="Ik ook.", at=cast.tick())
    NoteLine.objects.bulk_create(NoteLine(gathering=other, text="x", at=cast.at) for _ in range(199))
    with pytest.raises(NotNow, match="200 regels"):
        writes(cast, other, "Nog een.")


def test_the_terugkomsessie_asks_what_came_of_each_line_and_counts_per_host(cast: Cast) -> None:
    case = taken(cast)
    one = announces(cast, initiative=case.initiative)
    comes(cast, cast.ilse, one)
    cast.at = one.ends_at
    told: dict[str, Any] = {"by": cast.marijke, "gathering": one}
    services.hold_gathering(**told, follow_up_on=cast.day(30), is_reviewed=True, at=cast.tick())
    sides = {"promisor": seat_of(cast.ilse), "promisee": seat_of(cast.marijke)}
    lines = [writes(cast, one, text) for text in ("De grond is schoon.", "Er komt een hek.", "Het regende.")]
    for line in lines[:2]:
        follow_up_gathering.promise_on_line(
            by=cast.marijke, line=line, **sides, due_on=cast.day(20), at=cast.tick()
        )
    soon, later = reviews_of(one)
    assert (soon.title, soon.kind) == ("Terugkomsessie: Koffie in het bos", "review")
    assert [timezone.localtime(row.starts_at).strftime("%Y-%m-%d %H.%M") for row in (soon, later)] == [
        "2027-02-07 19.30",
        "2027-11-07 19.30",
    ]
    telling: dict[str, Any] = {"by": cast.marijke, "review": soon, "text": ""}
    with pytest.raises(NotNow, match="aangekondigd"):
        services.tell_outcome(**telling, line=lines[0], outcome="done", at=cast.tick())
    assert hold_rows(cast, soon) == []
    cast.at = soon.ends_at + timedelta(days=1)
    assert hold_rows(cast, soon) == [(soon.public_id, "hold_gathering")]
    services.hold_gathering(
        by=cast.marijke, gathering=soon, follow_up_on=cast.day(9), is_reviewed=True, at=cast.tick()
    )
    assert reviews_of(soon) == []  # what looks back is not looked back on
    assert hold_rows(cast, soon) == [(soon.public_id, "ask_again")]
    asked = [(row.text, came) for row, came in came_of(soon)]
    assert asked == [("De grond is schoon.", None), ("Er komt een hek.", None)]
    with pytest.raises(NotNow, match="hoort niet"):
        services.tell_outcome(**telling, line=lines[2], outcome="done", at=cast.tick())
    for outcome in ("x", "not"):
        with pytest.raises(Invalid):
            services.tell_outcome(**telling, line=lines[0], outcome=outcome, at=cast.tick())
    services.tell_outcome(**telling, line=lines[0], outcome="runs", at=cast.tick())
    services.tell_outcome(**telling, line=lines[0], outcome="done", at=cast.tick())
    why = {**telling, "text": "Het geld is op."}
    services.tell_outcome(**why, line=lines[1], outcome="not", at=cast.tick())
    assert [came.outcome for _line, came in came_of(soon) if came] == ["done", "not"]
    assert hold_rows(cast, soon) == []
    with clock.frozen(cast.at):
        shown = page(walk_in(None), f"/bijeenkomst/{soon.public_id}/")
    assert "Het geld is op." in shown
    assert follow_up_gathering.measure(cast.tick(days=40)) == 2
    assert figures_of_host(cast.marijke.person_id) == {"held": 2, "measured": 2, "met": 0}


def hold_rows(cast: Cast, one: Gathering) -> list[tuple[str, str]]:
    """What *Mijn* asks marijke about this gathering, or its sessions, today."""
    found = [
        (target, kind)
        for rows in turns.rows_for(cast.marijke.person_id, [cast.marijke.seat_id], cast.today)
        for kind, target, *_more in rows
    ]
    return [row for row in found if row[0] == one.public_id]


def test_a_closed_gathering_has_closed_sessions(cast: Cast) -> None:
    goal = table(cast)
    told = {"is_closed": True, "what": "Het gaat over mensen.", "title": "Schuldhulp"}
    one = announces(cast, initiative=goal.initiative, **told)
    cast.at = one.ends_at
    services.hold_gathering(
        by=cast.marijke, gathering=one, follow_up_on=cast.day(30), is_reviewed=True, at=cast.tick()
    )
    first = reviews_of(one)[0]
    assert (first.title, first.inside_title, first.place) == (
        "Besloten bijeenkomst",
        "Terugkomsessie: Schuldhulp",
        "",
    )
