"""The agenda at the doors: announced, joined, moved, read by a calendar; closed, wrong and gone."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from django.utils import timezone
from icalendar import Calendar

from middenstip.domain.areas.models import Area
from middenstip.domain.gatherings import services
from middenstip.domain.gatherings.models import Gathering
from middenstip.domain.matching.tasks import learn_words
from middenstip.domain.rooms import SEARCHED
from middenstip.kernel import clock
from tests.cast import Cast, submitted, table
from tests.journeys.test_follow_up_gathering import TOLD, announces, comes, held, writes
from tests.web.at_the_door import page, send, walk_in

FORM = {**TOLD, "day": "2033-03-01", "start": "19:30", "end": "21:00", "area": "WK015014", "key": "een"}
OPEN = (
    "/agenda/",
    "/agenda/maand/",
    "/agenda.ics",
    "/tribune/",
    "/zoeken/?q=schuldhulp",
    "/api/v1/bijeenkomsten",
)


def events(client: Any, url: str) -> list[Any]:
    """The events of a feed, as another program reads them."""
    answer = client.get(url)
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    return Calendar.from_ical(answer.content).walk("VEVENT")


def test_a_calendar_reads_moves_and_cancellations_over_both_clock_changes(cast: Cast) -> None:
    area = Area.objects.get(code="GM0150")
    wanted = {}
    for month, day in ((3, 27), (3, 28), (10, 30), (10, 31)):
        wall = datetime(2027, month, day, 19, 30)  # noqa: DTZ001 the clock on the wall
        made = services.announce_gathering(
            by=cast.marijke, told=TOLD, starts=wall, ends=wall.replace(hour=21), area=area, at=cast.at
        )
        wanted[made.public_id] = wall
    with clock.frozen(cast.at):
        found = {str(one["uid"]).partition("@")[0]: one for one in events(walk_in(None), "/agenda.ics")}
    assert set(found) == set(wanted)
    for code, wall in wanted.items():
        start = found[code]["dtstart"].dt
        assert start.replace(tzinfo=None) == wall
        assert start.astimezone(UTC).hour == (18 if (wall.month, wall.day) in ((3, 27), (10, 31)) else 17)
        assert found[code]["dtstart"].params["TZID"] == "Europe/Amsterdam"
        assert (found[code]["sequence"], found[code]["status"]) == (0, "CONFIRMED")
    one = Gathering.objects.get(public_id=next(iter(wanted)))
    wall = datetime(2027, 4, 2, 20)  # noqa: DTZ001
    told = {"by": cast.marijke, "gathering": one, "at": cast.tick()}
    services.change_gathering(**told, told=TOLD, starts=wall, ends=wall.replace(hour=21))
    (moved,) = events(walk_in(None), f"/bijeenkomst/{one.public_id}/agenda.ics")
    assert (moved["sequence"], moved["dtstart"].dt.replace(tzinfo=None)) == (1, wall)
    services.cancel_gathering(**told, why="De zaal is dicht.")
    (gone,) = events(walk_in(None), f"/bijeenkomst/{one.public_id}/agenda.ics")
    assert (gone["sequence"], gone["status"], gone["uid"]) == (2, "CANCELLED", moved["uid"])


def test_announced_joined_and_read_at_the_doors(cast: Cast) -> None:
    client, visitor = walk_in(cast.marijke), walk_in(None)
    assert "Er staat niets in de agenda" in page(visitor, "/agenda/")
    for wrong in ({"title": ""}, {"day": "2020-01-01"}, {"end": "19:00"}, {"start": "x"}, {"area": ""}):
        assert send(client, "/bijeenkomsten/nieuw/", **{**FORM, **wrong}) == 422
    for _twice in range(2):
        assert send(client, "/bijeenkomsten/nieuw/", **FORM) == 302
    one = Gathering.objects.get()
    here = f"/bijeenkomst/{one.public_id}/"
    listed = page(visitor, "/agenda/?gebied=WK015014&soort=meetup")
    assert "Koffie in het bos" in listed
    assert "Nog niemand van: bewoners, overheid, ondernemers." in listed
    assert "Koffie in het bos" in page(visitor, "/agenda/maand/?maand=2033-03")
    assert "Deze maand staat er niets" in page(visitor, "/agenda/maand/?maand=9999-12")
    assert visitor.get("/agenda/maand/?maand=x&soort=y&gebied=z&initiatief=q").status_code == 200
    assert visitor.get("/agenda/?na=onzin").status_code == 400
    assert visitor.get("/bijeenkomst/bestaatniet/").status_code == 404
    bas = walk_in(cast.bas)
    assert "Ik kom" in page(bas, here)
    for _twice in range(2):
        assert send(bas, here + "komen/") == 302
    assert "Ik kom toch niet" in page(bas, here)
    assert cast.bas.name in page(client, here)
    assert cast.bas.name not in page(visitor, here)
    assert client.get(here + "veranderen/").status_code == 200
    assert send(client, here + "afgelasten/", why="") == 422
    told = visitor.get(f"/api/v1/bijeenkomsten/{one.public_id}").json()
    assert (told["titel"], told["komen"][2]["aangemeld"]) == ("Koffie in het bos", 1)
    assert send(client, here + "geweest/", follow_up_on="2033-04-01") == 409
    assert visitor.get("/bijeenkomsten/nieuw/?initiatief=bestaatniet").status_code == 302
    assert client.get("/bijeenkomsten/nieuw/?initiatief=bestaatniet").status_code == 404


def test_a_closed_gathering_gives_nothing_away_to_outsiders(cast: Cast) -> None:
    goal = table(cast)
    told = {
        "is_closed": True,
        "what": "Het gaat over mensen.",
        "title": "Schuldhulp",
        "place": "Kerkstraat 1",
    }
    one = announces(cast, initiative=goal.initiative, **told)
    comes(cast, cast.marijke, one)
    one = held(cast, one)
    writes(cast, one, "Geheime regel.")
    here = f"/bijeenkomst/{one.public_id}/"
    with clock.frozen(cast.at):
        for visitor in (walk_in(None), walk_in(cast.tarik)):
            for url in (here, *OPEN, f"/api/v1/bijeenkomsten/{one.public_id}", here + "agenda.ics"):
                shown = visitor.get(url, follow=True).content.decode()
                assert "Kerkstraat" not in shown, url
                assert "Geheime" not in shown, url
                assert "Schuldhulp" not in shown, url
        seen = page(walk_in(None), here)
        assert "Het gaat over mensen." in seen
        assert "Besloten bijeenkomst" in seen
        inside = page(walk_in(cast.marijke), here)
    assert "Schuldhulp" in inside
    assert "Kerkstraat 1" in inside
    assert "Geheime regel." in inside


def test_the_sheets_have_a_poster_a_list_per_half_and_cards(cast: Cast) -> None:
    one = announces(cast, initiative=submitted(cast), title="Koffie in het bos", place="Kerkstraat 1")
    there = f"/bijeenkomst/{one.public_id}/papier/"
    with clock.frozen(cast.at):
        shown = page(walk_in(None), there)
        hosting = page(walk_in(cast.marijke), f"/bijeenkomst/{one.public_id}/")
    assert f'href="{there}"' in hosting
    assert "Kom ook" in shown
    assert "Kerkstraat 1" in shown
    assert f"je aanmelden: 127.0.0.1:8000/bijeenkomst/{one.public_id}/</p>" in shown
    assert [shown.count(text) for text in ("<table", "<caption", "Mijn vraag, idee of zorg")] == [3, 3, 4]


def test_the_sheets_of_a_closed_gathering_are_for_those_inside_and_hang_nowhere(cast: Cast) -> None:
    told = {"is_closed": True, "what": "Over mensen.", "title": "Schuldhulp", "place": "Kerkstraat 1"}
    one = announces(cast, initiative=table(cast).initiative, **told)
    there = f"/bijeenkomst/{one.public_id}/papier/"
    with clock.frozen(cast.at):
        assert [walk_in(who).get(there).status_code for who in (None, cast.tarik)] == [404, 404]
        inside = page(walk_in(cast.marijke), there)
    assert "Schuldhulp" in inside
    assert "Kom ook" not in inside


def test_an_initiative_asks_an_institution_and_reads_its_answer(cast: Cast) -> None:
    initiative = submitted(cast)
    there = f"/gevraagd/bij/{initiative.public_id}/"
    client = walk_in(cast.marijke)
    assert "Vraag om mee te doen" in page(client, there)
    assert send(walk_in(None), there) == 302
    seats = client.get(there).context["form"].by_id
    assert send(client, there, seat=next(iter(seats), "x"), what_for="") == 422
    assert timezone.get_default_timezone_name() == "Europe/Amsterdam"


def test_a_secret_calendar_is_renewed_and_tells_of_a_closed_gathering_only_the_day(
    cast: Cast,
) -> None:
    goal = table(cast)
    told = {"is_closed": True, "what": "Het gaat over mensen.", "title": "Schuldhulp"}
    closed = announces(cast, initiative=goal.initiative, **told)
    opened = announces(cast, days=6)
    comes(cast, cast.gerrit, opened)
    client = walk_in(cast.marijke)
    assert "Maak een geheim adres" in page(client, "/mijn/agenda/")
    addresses = []
    for _twice in range(2):
        assert send(client, "/mijn/agenda/nieuw/") == 302
        addresses.append(client.get("/mijn/agenda/").context["address"].partition("/agenda/")[2])
    old, new = (f"/agenda/{address}" for address in addresses)
    assert walk_in(None).get(old).status_code == 404
    with clock.frozen(cast.at):
        found = {str(one["uid"]).partition("@")[0]: one for one in events(walk_in(None), new)}
        assert set(found) == {closed.public_id, opened.public_id}
        assert "Schuldhulp" not in walk_in(None).get(new).content.decode()
        learn_words(SEARCHED)
        for words, hits in (("schuldhulp", False), ("koffie", True)):
            shown = page(walk_in(None), f"/zoeken/?q={words}")
            assert (f"/bijeenkomst/{opened.public_id}/" in shown, closed.public_id in shown) == (hits, False)
    assert str(found[closed.public_id]["summary"]) == "Besloten bijeenkomst"
    assert send(client, "/mijn/agenda/weg/") == 302
    assert walk_in(None).get(new).status_code == 404
