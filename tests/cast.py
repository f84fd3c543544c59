"""One small neighbourhood for every test: two areas, the cast, and a fake clock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from django.apps import apps
from django.db import connection, transaction

from middenstip.demo.cast import invite_cast
from middenstip.domain.agreements import services as agreements
from middenstip.domain.agreements.models import Agreement
from middenstip.domain.areas.models import Area
from middenstip.domain.goals import services as goals
from middenstip.domain.goals.models import Chair, Goal
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.intake.models import Case
from middenstip.domain.moderation.models import Posting
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Person, Seat
from middenstip.domain.parties.rules import MODERATOR
from middenstip.domain.parties.selectors import hats_of_person, sitting_in
from middenstip.journeys import (
    agree_goal,
    assess_initiative,
    move_goal,
    open_goal,
    sign_agreement,
    submit_initiative,
)
from middenstip.kernel.actor import Actor
from middenstip.kernel.half import Half

START = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
FAR = date(2034, 3, 1)


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


OWN = ("middenstip.", "allauth.account.")  # an address to log in with is kept by allauth
OURS = [model for model in apps.get_models() if model.__module__.startswith(OWN)]
_KEPT = _Kept()


def draft(cast: Cast, title: str = "Voedselbos Lettele", **more: object) -> Initiative:
    """Marijke's idea, kept as a draft."""
    told: dict[str, object] = {
        "initiator": Person.objects.get(pk=cast.marijke.person_id),
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
    return Person.objects.get(pk=actor.person_id)


def seat_of(actor: Actor) -> Seat:
    """The seat that an actor sits in, with its area."""
    return Seat.objects.select_related("area").get(pk=actor.seat_id)


def moderator(cast: Cast, actor: Actor) -> Actor:
    """The same actor, who is also moderator in Deventer from now on."""
    city = Area.objects.get(code="GM0150")
    parties.appoint(seat=seat_of(actor), role=MODERATOR, area=city, at=cast.tick())
    hats = hats_of_person(person(actor), cast.today)
    return next(hat for hat in hats if hat.seat_id == actor.seat_id)


def submitted(cast: Cast, title: str = "Voedselbos Lettele") -> Initiative:
    """Told and public, with the tick for a first partner. It is not counted as a post, so that a test can
    submit any number of the same plan."""
    initiative = draft(cast, title)
    submit_initiative.submit(by=cast.marijke, initiative=initiative, at=cast.tick())
    initiative.shares_reins_at = cast.at
    initiative.store("shares_reins_at")
    Posting.objects.all().delete()
    return initiative


def taken(cast: Cast, title: str = "Voedselbos Lettele") -> Case:
    return assess_initiative.take(by=cast.samira, case=submitted(cast, title).case, at=cast.tick())


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
    joins(cast, cast.ilse, goal)
    joins(cast, cast.bas, goal)
    return Goal.objects.get(pk=goal.pk)


def joins(cast: Cast, by: Actor, goal: Goal, at: datetime | None = None) -> Chair:
    """This seat asks for a chair, and the first who may lets it in; the initiator just sits down."""
    at = at or cast.tick()
    if goal.initiative and goal.initiative.initiator_id == by.person_id:
        return agree_goal.join(by=by, goal=goal, at=at)
    request = goals.ask_chair(by=by, goal=goal, at=at)
    host = cast.yara  # also when everyone at the table left their seat
    for seat in goal.chairs.filter(left_at=None).order_by("pk").values_list("seat", flat=True):
        if people := sitting_in([seat], at.date())[seat]:
            host = next(hat for hat in hats_of_person(people[0], at.date()) if hat.seat_id == seat)
            break
    return agree_goal.let_in(by=host, request=request, at=at)


def stops(cast: Cast, goal: Goal) -> Goal:
    """Every seat at the table says yes to stopping it."""
    motion = None
    for chair in goal.chairs.filter(left_at=None).order_by("pk"):
        person = sitting_in([chair.seat_id], cast.today)[chair.seat_id][0]
        by = next(hat for hat in hats_of_person(person, cast.today) if hat.seat_id == chair.seat_id)
        if motion is None:
            motion = move_goal.move(by=by, goal=goal, reason="We komen er niet uit.", at=cast.tick())
        else:
            motion = move_goal.answer(by=by, motion=motion, is_yes=True, at=cast.tick())
    return Goal.objects.get(pk=goal.pk)


def proposed(cast: Cast) -> Goal:
    """The letters are open and version 1 lies on the table."""
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
    return agreements.propose_agreement(
        by=cast.marijke,
        goal=goal,
        promisor=seats[cast.ilse.seat_id],
        promisee=seats[cast.marijke.seat_id],
        what="De grond is schoon en klaar om te planten.",
        due_on=due_on or cast.day(100),
        conditions="Het bodemonderzoek is klaar.",
        also_sign=[seats[cast.bas.seat_id]],
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
