"""Our calendars, read by a reader that knows only the standard: clock changes, moves, holidays, closed."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from middenstip.domain.areas.models import Area
from middenstip.domain.gatherings import services
from middenstip.domain.gatherings.models import Gathering
from middenstip.domain.labs import services as labs
from middenstip.domain.labs.models import Lab, LabPlace
from middenstip.kernel import clock
from middenstip.kernel.term import public_holidays
from tests.cast import Cast, table
from tests.domain.labs.test_labs import opened
from tests.journeys.test_follow_up_gathering import TOLD, announces
from tests.queries import at_most
from tests.web.at_the_door import walk_in
from tests.web.ical_reader import read

HERE = ZoneInfo("Europe/Amsterdam")
WORDS = {**TOLD, "what": "Neem mee: brood; soep, en een\\pan.\n" + "Iedereen is welkom. " * 9}


def feed(url: str) -> list[dict[str, Any]]:
    answer = walk_in(None).get(url)
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    return read(answer.content)


def code(event: dict[str, Any]) -> str:
    return str(event["UID"]).partition("@")[0]


def put_on(cast: Cast, wall: datetime) -> Gathering:
    return services.announce_gathering(
        by=cast.marijke,
        told=WORDS,
        starts=wall,
        ends=wall + timedelta(hours=2),
        area=Area.objects.get(code="GM0150"),
        at=cast.at,
    )


def test_every_evening_around_both_clock_changes_is_at_its_moment(cast: Cast) -> None:
    walls = [datetime(2027, month, day, hour) for month, day, hour in AROUND]  # noqa: DTZ001 the wall
    wanted = {put_on(cast, wall).public_id: wall.replace(tzinfo=HERE).astimezone(UTC) for wall in walls}
    with clock.frozen(cast.at):
        found = feed("/agenda.ics")
    assert {code(one): one["starts"] for one in found} == wanted
    assert {code(one): one["ends"] - one["starts"] for one in found if code(one) not in _nights(wanted)} == {
        one: timedelta(hours=2) for one in wanted if one not in _nights(wanted)
    }
    assert found[0]["DESCRIPTION"].startswith("Neem mee: brood; soep, en een\\pan.\nIedereen")


AROUND = (
    *((3, day, 19) for day in (26, 27, 28, 29)),
    (3, 28, 1),
    *((10, day, 19) for day in (29, 30, 31)),
    (10, 31, 1),
)


def _nights(wanted: dict[str, datetime]) -> set[str]:
    """Those in the night itself: two hours on the wall are one or three then."""
    return {one for one, starts in wanted.items() if starts.astimezone(HERE).hour == 1}


def test_a_move_and_a_cancellation_arrive_as_such(cast: Cast) -> None:
    one = put_on(cast, datetime(2027, 3, 20, 19))  # noqa: DTZ001
    url = f"/bijeenkomst/{one.public_id}/agenda.ics"
    (first,) = feed(url)
    moved_to = datetime(2027, 4, 2, 20)  # noqa: DTZ001 after the change of the clock
    told = {"by": cast.marijke, "gathering": one}
    times = {"starts": moved_to, "ends": moved_to + timedelta(hours=1)}
    services.change_gathering(**told, told=WORDS, **times, at=cast.tick())
    (moved,) = feed(url)
    services.cancel_gathering(**told, why="De zaal is dicht.", at=cast.tick())
    (gone,) = feed(url)
    three = (first, moved, gone)
    assert [one["SEQUENCE"] for one in three] == ["0", "1", "2"]
    assert [one["STATUS"] for one in three] == ["CONFIRMED", "CONFIRMED", "CANCELLED"]
    assert len({one["UID"] for one in three}) == 1
    assert first["DTSTAMP"] < moved["DTSTAMP"] < gone["DTSTAMP"]
    assert moved["starts"] == gone["starts"] == datetime(2027, 4, 2, 18, tzinfo=UTC)


def test_a_closed_meeting_gives_its_day_and_its_reason(cast: Cast) -> None:
    told = {"is_closed": True, "what": "Het gaat over mensen.", "title": "Schuldhulp", "place": "Kerk 1"}
    one = announces(cast, initiative=table(cast).initiative, **told)
    with clock.frozen(cast.at):
        for url in ("/agenda.ics", f"/bijeenkomst/{one.public_id}/agenda.ics"):
            (seen,) = feed(url)
            assert (seen["SUMMARY"], seen["DESCRIPTION"]) == ("Besloten bijeenkomst", "Het gaat over mensen.")
            assert seen["LOCATION"] == one.area.name


def test_a_place_is_open_on_its_days_and_closed_on_holidays(cast: Cast) -> None:
    lab = opened(cast)
    place = LabPlace.objects.get()
    told = {"by": cast.marijke, "place": place}
    hours = ["9.00-17.00", "", "9.00-17.00", "", "", "", "10.00-12.00"]
    labs.change_hours(**told, hours=hours, at=cast.tick())
    monday = cast.today + timedelta(days=7 - cast.today.weekday())
    labs.set_other_day(**told, on=monday, hours="", why="De verwarming is stuk", at=cast.tick())
    tuesday = monday + timedelta(days=1)
    labs.set_other_day(**told, on=tuesday, hours="13.00-15.00", why="", at=cast.tick())
    url = f"/plek/{place.public_id}/open.ics"
    with clock.frozen(cast.at), at_most(5):
        found = {one["starts"].astimezone(HERE).date(): one for one in feed(url)}
    last = cast.today + timedelta(days=365)
    days = [cast.today + timedelta(days=number) for number in range(366)]
    usual = {day for day in days if hours[day.weekday()]}
    assert set(found) == usual | {tuesday}
    assert max(found) <= last
    off = {day for day, one in found.items() if one["STATUS"] == "CANCELLED"}
    holidays = {day for year in (2026, 2027) for day in public_holidays(year)}
    assert off == (usual & holidays) | {monday}
    assert date(2027, 3, 29) in off  # Easter Monday, the day after the clock changed
    assert found[date(2027, 3, 29)]["DESCRIPTION"] == "feestdag"
    assert (found[monday]["DESCRIPTION"], found[monday]["SEQUENCE"]) == ("De verwarming is stuk", "1")
    assert found[tuesday]["starts"].astimezone(HERE).hour == 13
    spring, summer = date(2027, 3, 24), date(2027, 3, 31)  # Wednesdays, before and after
    assert [found[day]["starts"].hour for day in (spring, summer)] == [8, 7]
    Lab.objects.filter(pk=lab.pk).update(state="closed")
    assert feed(url) == []
