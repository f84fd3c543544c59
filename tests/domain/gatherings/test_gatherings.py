"""What a gathering refuses, what a closed one keeps to itself, and how a seat answers an invitation."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from middenstip.domain.areas.models import Area
from middenstip.domain.gatherings import rules, services
from middenstip.domain.gatherings.models import Gathering, ProcessInvite
from middenstip.domain.gatherings.selectors import (
    Asked,
    figures_of,
    gathering_rows,
    gatherings_from,
    invite_by_id,
    next_about,
    seats_to_invite,
)
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.labs.models import Lab
from middenstip.domain.parties.models import Membership
from middenstip.kernel.verdict import Forbidden, Invalid, NotNow
from tests.cast import Cast, draft, seat_of, submitted, table
from tests.journeys.test_follow_up_gathering import TOLD, announces, comes, held
from tests.notices.ears import heard, post


def refused(cast: Cast, field: str, starts: datetime, ends: datetime, **told: Any) -> None:
    """The service says what is wrong at this field."""
    with pytest.raises(Invalid) as refusal:
        services.announce_gathering(
            by=cast.marijke,
            told={**TOLD, **told},
            starts=starts,
            ends=ends,
            area=Area.objects.get(code="GM0150"),
            at=cast.at,
        )
    assert list(refusal.value.errors) == [field]


def test_a_time_or_word_that_cannot_be_is_refused(cast: Cast) -> None:
    start = datetime(2026, 11, 20, 19, 30)  # noqa: DTZ001 the clock on the wall
    end = start + timedelta(hours=1)
    refused(cast, "starts", datetime(2025, 1, 1, 9), datetime(2025, 1, 1, 10))  # noqa: DTZ001
    refused(cast, "starts", start + timedelta(days=4000), end + timedelta(days=4000))
    refused(cast, "starts", datetime(2027, 3, 28, 2, 30), datetime(2027, 3, 28, 5))  # noqa: DTZ001
    refused(cast, "ends", start, start)
    refused(cast, "ends", start, start + timedelta(days=15))
    refused(cast, "kind", start, end, kind="feest")
    refused(cast, "title", start, end, title=" ")
    refused(cast, "place", start, end, place="")
    refused(cast, "places", start, end, places=0)
    autumn = datetime(2027, 10, 31, 2, 30)  # noqa: DTZ001 this hour is there twice: the first counts
    made = services.announce_gathering(
        by=cast.marijke,
        told=TOLD,
        starts=autumn,
        ends=autumn + timedelta(hours=2),
        area=Area.objects.get(code="GM0150"),
        at=cast.at,
    )
    assert f"{made.starts_at:%H:%M}" == "00:30"


def test_who_takes_part_announces_and_a_successor_in_the_seat_manages(cast: Cast) -> None:
    idea = draft(cast)
    goal = table(cast)
    assert goal.initiative
    with pytest.raises(Forbidden, match="concept"):
        announces(cast, initiative=idea)
    with pytest.raises(Forbidden, match="meedoet"):
        announces(cast, cast.tarik, initiative=goal.initiative)
    assert not rules.may_announce(cast.tarik, None, goal, ())
    ended = Initiative(stage="stopped", initiator_id=cast.marijke.person_id)
    assert "afgesloten" in rules.may_announce(cast.marijke, ended, None, ()).reason
    for state, said in (("closed", "lab is dicht"), ("open", "dit lab draagt")):
        assert said in rules.may_announce(cast.tarik, None, None, (), Lab(state=state)).reason
    assert not rules.is_host(None, announces(cast, title="Iets anders"))
    one = announces(cast, initiative=goal.initiative)
    assert next_about(initiative=goal.initiative, now=cast.at) == one
    assert next_about(goal=goal, now=cast.at) is None
    services.hide_gathering(code=one.public_id, words="Deze tekst is verborgen.", by=None, at=cast.tick())
    one.refresh_from_db()
    for verdict in (rules.may_manage(cast.marijke, one), rules.may_come(one, True)):
        assert "verborgen" in verdict.reason
    assert next_about(initiative=goal.initiative, now=cast.at) is None
    services.show_gathering(code=one.public_id, by=None, at=cast.tick())
    one.refresh_from_db()
    assert one.title == TOLD["title"]


def test_a_closed_gathering_tells_that_it_is_when_and_why(cast: Cast) -> None:
    goal = table(cast)
    with pytest.raises(Forbidden, match="open"):
        announces(cast, is_closed=True, what="Namen van mensen.")
    with pytest.raises(Invalid, match="waarom dit besloten is"):
        announces(cast, initiative=goal.initiative, is_closed=True)
    told = {
        "is_closed": True,
        "what": "We praten over mensen.",
        "title": "Huisuitzetting",
        "place": "Kerkstraat 1",
    }
    one = announces(cast, initiative=goal.initiative, **told)
    assert one.title == "Besloten bijeenkomst"
    for rows in (gathering_rows(Asked(), None, 5), gatherings_from(Asked(), cast.at, limit=5)):
        assert [(row.title, row.place, row.what) for row in rows] == [
            ("Besloten bijeenkomst", "", "We praten over mensen.")
        ]
    with pytest.raises(Forbidden, match="besloten"):
        comes(cast, cast.tarik, one)
    with pytest.raises(Forbidden, match="besloten"):
        comes(cast, cast.gerrit, one)
    comes(cast, cast.marijke, one)
    assert rules.may_read_inside(cast.marijke, one, comes=False)
    assert not rules.may_read_inside(cast.tarik, one, comes=False)
    assert rules.may_read_inside(cast.tarik, one, comes=True)
    held(cast, one)
    assert services.forget_attendances(at=cast.tick(days=200)) == 0


def test_an_institution_answers_within_its_term_and_the_figure_counts_it(cast: Cast) -> None:
    initiative = submitted(cast)
    ilse, bas, gerrit = seat_of(cast.ilse), seat_of(cast.bas), seat_of(cast.gerrit)
    assert ilse in seats_to_invite(initiative) or ilse.side_id is None

    def asks(by: Any = cast.marijke, seat: Any = ilse, what_for: str = "Meedenken") -> ProcessInvite:
        return services.invite_institution(
            by=by, initiative=initiative, seat=seat, what_for=what_for, at=cast.tick()
        )

    for told in ({"by": cast.tarik}, {"seat": gerrit}):
        with pytest.raises(Forbidden):
            asks(**told)
    with pytest.raises(Invalid):
        asks(what_for=" ")
    assert "concept" in rules.may_invite(cast.marijke, draft(cast, "Iets anders")).reason
    ended = Initiative(stage="stopped", initiator_id=cast.marijke.person_id)
    assert "afgesloten" in rules.may_invite(cast.marijke, ended).reason
    invite = asks()
    with pytest.raises(Invalid, match="al uitgenodigd"):
        asks()
    post(cast)
    assert "Wil je meedoen? Meedenken" in heard(cast.ilse)
    answers = {"invite": invite, "text": "Als het past."}
    with pytest.raises(Forbidden):
        services.answer_invite(by=cast.bas, answer="yes", **answers, at=cast.tick())
    with pytest.raises(Invalid):
        services.answer_invite(by=cast.ilse, answer="misschien", **answers, at=cast.tick())
    with pytest.raises(Invalid):
        services.answer_invite(by=cast.ilse, answer="no", invite=invite, text="", at=cast.tick())
    for _twice in range(2):
        services.answer_invite(by=cast.ilse, answer="yes_if", **answers, at=cast.tick())
    services.answer_invite(by=cast.ilse, answer="yes", invite=invite, text="", at=cast.tick())
    with pytest.raises(NotNow):
        services.withdraw_invite(by=cast.marijke, invite=invite, at=cast.tick())
    late = asks(seat=bas, what_for="Hout")
    cast.tick(days=40)
    assert services.ring_invites(at=cast.at) == 1
    assert services.ring_invites(at=cast.at) == 0
    services.answer_invite(by=cast.bas, answer="no", invite=late, text="Geen tijd.", at=cast.tick())
    for seat, figures in ((ilse, (1, 1, 1, 0, 0)), (bas, (1, 0, 0, 1, 1))):
        if seat.side:
            told = figures_of(seat.side.organisation.public_id, cast.today)
            assert tuple(told[key] for key in ("invited", "in_time", "joined", "refused", "late")) == figures
    again = asks()
    with pytest.raises(Forbidden):
        services.withdraw_invite(by=cast.tarik, invite=again, at=cast.tick())
    services.withdraw_invite(by=cast.marijke, invite=again, at=cast.tick())
    found = invite_by_id(again.public_id)
    assert found
    assert found.state == "withdrawn"
    Membership.objects.filter(seat=bas).update(until_on=cast.today - timedelta(days=1))
    with pytest.raises(Invalid, match="leeg"):
        asks(seat=bas)
    post(cast)


def test_the_numbers_are_those_of_the_rows(cast: Cast) -> None:
    one = announces(cast, places=1)
    for by in (cast.gerrit, cast.ilse, cast.bas):
        comes(cast, by, one)
    for by in (cast.gerrit, cast.bas, cast.ilse):
        services.leave_gathering(by=by, gathering=one, at=cast.tick())
        now = Gathering.objects.get(pk=one.pk)
        rows = now.attendances
        assert now.coming_count == rows.filter(state="coming").count() <= 1
        assert now.waiting_count == rows.filter(state="waiting").count()
