"""One small neighbourhood for every test: two areas, the cast, and a fake clock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from django.apps import apps
from django.db import connection, transaction

from middenstip.demo.cast import invite_cast
from middenstip.domain.areas.models import Area
from middenstip.domain.goals.models import Goal
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.intake.models import Case
from middenstip.domain.parties.models import Person, Seat
from middenstip.domain.projects.models import Agreement
from middenstip.journeys import agree_goal, assess_initiative, open_goal, sign_agreement, submit_initiative
from middenstip.kernel.actor import Actor
from middenstip.kernel.half import Half

START = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
FAR = date(2099, 3, 1)


@dataclass
class Cast:
    """The neighbourhood, and its clock: every act happens a minute after the one before."""

    marijke: Actor  # resident of Lettele, initiator
    bas: Actor  # entrepreneur
    ilse: Actor  # official
    samira: Actor  # handler at the desk
    yara: Actor  # connector
    gerrit: Actor  # neighbour in Lettele who takes part
    tarik: Actor  # outsider
    noor: Actor  # administrator
    at: datetime = START

    def tick(self, **forward: float) -> datetime:
        self.at += timedelta(**(forward or {"minutes": 1}))
        return self.at

    @property
    def today(self) -> date:
        return self.at.date()

    def day(self, days: int) -> date:
        return self.today + timedelta(days=days)


def make_areas() -> None:
    """Deventer with the wijk Lettele, and a second gemeente where nobody of the cast has a role."""
    facts = {"year": 2024, "inhabitants_source": "CBS"}
    city = _area("GM0150", "gemeente", "Deventer", 103_405, lon=6.16, lat=52.25, is_active=True, **facts)
    village = _area("WK015014", "wijk", "Lettele", 1_010, lon=6.27, lat=52.27, **facts)
    _own(city, municipality=city)
    _own(village, municipality=city, district=village, parent=city)
    other = _area("GM0957", "gemeente", "Roermond", 59_945, lon=5.98, lat=51.19, **facts)
    _own(other, municipality=other)


def neighbourhood() -> Cast:
    """The areas and the cast, ready to play. Played once in a process; after that its rows are put back."""
    if _KEPT.rows:
        _KEPT.put_back()
    else:
        is_empty = not any(model.objects.exists() for model in OURS)
        make_areas()
        _KEPT.actors = invite_cast(START)
        if is_empty:  # else there would be rows of others among them
            _KEPT.take()
    return Cast(**_KEPT.actors)


class _Kept:
    """The rows of all our tables as the database has them, and how to put them back into an empty one.

    Tests share no state: they get the same rows, each in its own transaction. A tenth of the work of
    inviting everybody again.
    """

    def __init__(self) -> None:
        self.actors: dict[str, Actor] = {}
        self.rows: dict[str, list[tuple[Any, ...]]] = {}  # by the INSERT that takes them

    def take(self) -> None:
        with connection.cursor() as cursor:
            for model in OURS:
                cursor.execute(f"SELECT * FROM {model._meta.db_table}")
                if found := cursor.fetchall():
                    columns = ", ".join(f'"{column[0]}"' for column in cursor.description)
                    gaps = ", ".join(["%s"] * len(found[0]))
                    self.rows[f"INSERT INTO {model._meta.db_table} ({columns}) VALUES ({gaps})"] = found

    def put_back(self) -> None:
        with transaction.atomic(), connection.cursor() as cursor:
            for insert, rows in self.rows.items():
                cursor.executemany(insert, rows)


OURS = [model for model in apps.get_models() if model.__module__.startswith("middenstip.")]
_KEPT = _Kept()


def draft(cast: Cast, title: str = "Voedselbos Lettele", **more: object) -> Initiative:
    """Marijke's idea, kept as a draft."""
    told: dict[str, object] = {
        "initiator": Person.objects.get(pk=cast.marijke.person),
        "half": Half.RESIDENTS,
        "area": Area.objects.select_related("municipality", "district").get(code="WK015014"),
        "texts": {
            "title": title,
            "what": "Een bos vol noten, fruit en kruiden.",
            "why": "Iedereen mag er plukken en leren.",
        },
        "reins": {"fixed": "Plukken is gratis\nGeen gif", "negotiable": "Hoe groot", "open": "De naam"},
        "themes": ["natuur-en-milieu"],
        "at": cast.tick(),
    }
    return submit_initiative.draft(**{**told, **more})  # type: ignore[arg-type]


def person(actor: Actor) -> Person:
    """The row behind an actor, to log in with."""
    return Person.objects.get(pk=actor.person)


def seat_of(actor: Actor) -> Seat:
    """The seat that an actor sits in, with its area."""
    return Seat.objects.select_related("area").get(pk=actor.seat)


def submitted(cast: Cast, title: str = "Voedselbos Lettele") -> Initiative:
    initiative = draft(cast, title)
    return submit_initiative.submit(by=cast.marijke, initiative=initiative, at=cast.tick())


def taken(cast: Cast) -> Case:
    return assess_initiative.take(by=cast.samira, case=submitted(cast).case, at=cast.tick())


def supported(cast: Cast) -> Initiative:
    """Through the desk, with a yes."""
    from middenstip.domain.intake import services as intake

    case = taken(cast)
    intake.confirm_start(by=cast.marijke, case=case, at=cast.tick())
    intake.confirm_start(by=cast.samira, case=case, at=cast.tick())
    assess_initiative.decide(
        by=cast.samira, case=case, outcome="support", answer="We helpen je aan een plek.", at=cast.tick()
    )
    return Initiative.objects.select_related("area", "municipality", "district", "seat").get(
        pk=case.initiative_id
    )


def table(cast: Cast) -> Goal:
    """A table with a seat of each half: Marijke, Ilse and Bas."""
    goal = open_goal.open_goal(
        by=cast.marijke,
        initiative=supported(cast),
        title="Een voedselbos voor Lettele",
        question="Waar en hoe?",
        at=cast.tick(),
    )
    agree_goal.join(by=cast.ilse, goal=goal, at=cast.tick())
    agree_goal.join(by=cast.bas, goal=goal, at=cast.tick())
    return Goal.objects.get(pk=goal.pk)


def proposed(cast: Cast) -> Goal:
    """The letters are open and version 1 lies on the table."""
    from middenstip.domain.goals import services as goals

    goal = table(cast)
    for actor, text in ((cast.marijke, "Een bos."), (cast.ilse, "Meer groen."), (cast.bas, "Werk.")):
        goals.write_letter(by=actor, goal=goal, text=text, at=cast.tick())
    goals.reveal_letters(by=cast.ilse, goal=goal, at=cast.tick())
    agree_goal.propose(
        by=cast.marijke, goal=goal, text="In 2028 staat er een voedselbos.", number=0, at=cast.tick()
    )
    return Goal.objects.get(pk=goal.pk)


def shared(cast: Cast) -> Goal:
    """All three halves said JA."""
    goal = proposed(cast)
    for actor in (cast.marijke, cast.ilse, cast.bas):
        goal = agree_goal.answer(by=actor, goal=goal, number=1, answer="ja", at=cast.tick())
    return goal


def agreement(cast: Cast, due_on: date | None = None) -> Agreement:
    """Ilse promises the ground to Marijke; Bas signs too. Nobody has signed yet.

    Whoever signs it through a door, by the clock on the wall, gives it a day that is `FAR`.
    """
    goal = shared(cast)
    seats = {seat.pk: seat for seat in Seat.objects.select_related("side__organisation")}
    return sign_agreement.propose(
        by=cast.marijke,
        goal=goal,
        promisor=seats[cast.ilse.seat],
        promisee=seats[cast.marijke.seat],
        what="De grond is schoon en klaar om te planten.",
        due_on=due_on or cast.day(100),
        conditions="Het bodemonderzoek is klaar.",
        also_sign=[seats[cast.bas.seat]],
        at=cast.tick(),
    )


def signed(cast: Cast) -> Agreement:
    made = agreement(cast)
    for actor in (cast.marijke, cast.ilse, cast.bas):
        made = sign_agreement.sign(by=actor, agreement=made, number=1, at=cast.tick())
    return made


def _area(code: str, kind: str, name: str, inhabitants: int, **more: object) -> Area:
    return Area(code=code, kind=kind, name=name, inhabitants=inhabitants, **more).store()


def _own(area: Area, **relations: Area) -> None:
    for name, other in relations.items():
        setattr(area, name, other)
    area.store()
