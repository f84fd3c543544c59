"""Many initiatives, inserted in bulk: with themes, cases, regie-kaarten, followers, news and the journal."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from random import Random
from typing import Any

import shapely
from django.core.management import call_command
from django.db import connection, transaction
from shapely.geometry import mapping, shape

from bench.pages.words import RARE, Teller
from middenstip.demo.cast import invite_cast
from middenstip.demo.management.commands.demo import AREA
from middenstip.domain.areas.models import Area, Outline
from middenstip.domain.files.lifecycle import READY
from middenstip.domain.files.models import File
from middenstip.domain.initiatives import method
from middenstip.domain.initiatives.models import (
    THEMES,
    Initiative,
    InitiativeTheme,
    Numbering,
    ReinsCard,
    Update,
)
from middenstip.domain.initiatives.models.number import letters_of
from middenstip.domain.intake.models import Case
from middenstip.domain.moderation.models import AreaSetting
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Follow, Person, Seat
from middenstip.domain.reactions.models import Reaction, Talk
from middenstip.journal.models import Entry
from middenstip.kernel import clock
from middenstip.kernel.half import Half
from middenstip.kernel.ids import new_id
from middenstip.methods.matching import postings
from middenstip.methods.matching.base import Base
from middenstip.methods.matching.dutch import clean

BATCH = 2000
PLAIN = re.compile(r"INSERT INTO (\w+ \([\w, ]+\)) VALUES \([?, ]+\)")
PEOPLE = 120
LIVELY = 0.3  # of the initiatives have photos and reactions
PHOTOS, REACTIONS = 3, 6  # at most, of such an initiative
BUURTEN = 100  # of the gemeente: its own, and more
NEAR = 0.004  # degrees: an initiative lies near the middle of its area
STAGES = ("idea", "desk", "connecting", "goal", "agreements", "project", "learning", "stopped")


class Poured(Base):
    """Rows go into PostgreSQL with COPY: one by one the words of a million texts would take hours."""

    def many(self, sql: str, rows: Iterable[Sequence[object]]) -> None:
        into = PLAIN.fullmatch(sql)
        if not (self.postgres and into):
            super().many(sql, rows)
            return
        with connection.cursor() as cursor, cursor.copy(f"COPY {into[1]} FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)


def _more_buurten(wanted: int) -> None:
    """Halve the large buurten of the gemeente until there are so many: a large city has a hundred."""
    there = Area.objects.filter(kind="buurt").select_related("parent").order_by("-inhabitants", "pk")
    for number, one in enumerate(list(there)[: max(wanted - there.count(), 0)]):
        border = shapely.make_valid(shape(Outline.objects.get(area=one).geometry))
        west, south, east, north = border.bounds
        left, right = (
            border.intersection(shapely.box(*half))
            for half in (
                (west, south, (west + east) / 2, north),
                ((west + east) / 2, south, east, north),
            )
        )
        code = f"{one.code[:8]}{chr(ord('A') + number // 10)}{number % 10}"  # letters are allowed since 2023
        point = right.representative_point()
        told = {"kind": "buurt", "name": f"{one.name}-Oost", "year": one.year, "parent": one.parent}
        told |= {"municipality": one.municipality, "district": one.district, "lon": point.x, "lat": point.y}
        new = Area(code=code, **told)
        new.save()
        Outline(area=new, geometry=mapping(right), source="CBS", year=one.year).store()
        Outline.objects.filter(area=one).update(geometry=mapping(left))


class Field:
    """The data to grow: the areas of Deventer, the cast, and people in their own seats."""

    def __init__(self) -> None:
        with open("/dev/null", "w") as nowhere:
            call_command("migrate", verbosity=0)
            call_command("import_areas", compact=AREA, only="GM0150", active=True, stdout=nowhere)
        _more_buurten(BUURTEN)
        self.now = clock.now()
        self.cast = invite_cast(self.now)
        self.areas = list(
            Area.objects.filter(kind__in=("wijk", "buurt")).select_related("municipality", "district")
        )
        self.pairs = [self._settle(number) for number in range(PEOPLE)]
        AreaSetting(area=Area.objects.get(code="GM0150"), posts_per_day=500).store()  # one person sends all
        self.letters = self._letters()
        self.given: dict[int, int] = {}  # per area: the last number
        self.dice, self.teller, self.count = Random(5), Teller(5), 0  # noqa: S311

    def _settle(self, number: int) -> tuple[Person, Seat]:
        half = list(Half)[number % 3]
        person = parties.register_person(
            email=f"bench{number}@demo.middenstip.example", name=f"Mens {number}", at=self.now
        )
        area = self.areas[number % len(self.areas)]
        return person, parties.own_seat(person=person, half=half, area=area, at=self.now)

    def grow(self, wanted: int) -> None:
        """Add initiatives until there are `wanted`, spread over two years."""
        self.given |= dict(Numbering.objects.values_list("area_id", "last"))  # with what was sent
        while self.count < wanted:
            size = min(BATCH, wanted - self.count)
            with transaction.atomic():
                self._batch(size)
            self.count += size
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")

    def _batch(self, size: int) -> None:
        rows = Initiative.objects.bulk_create([self._initiative(self.count + n) for n in range(size)])
        self._count()
        self._around(rows)
        self._liven(rows)
        self._learn(rows)

    def _letters(self) -> dict[int, str]:
        """The letters of each area's numbers (LET-12)."""
        found: dict[int, str] = {}
        for area in self.areas:
            found[area.pk] = next(one for one in letters_of(area.name) if one not in found.values())
        return found

    def _count(self) -> None:
        """What is sent while measuring gets the number after these."""
        rows = [
            Numbering(area_id=area, letters=self.letters[area], last=last)
            for area, last in self.given.items()
        ]
        to = {"update_conflicts": True, "unique_fields": ["area"], "update_fields": ["last"]}
        Numbering.objects.bulk_create(rows, **to)

    def _learn(self, rows: list[Initiative]) -> None:
        """Index the words of many texts at a time: one by one it would take most of the seeding."""
        base = Poured(connection)
        bodies = {f"{method.KIND}:{row.pk}": clean(f"{row.title}\n{row.what}\n{row.why}") for row in rows}
        base.many(
            "INSERT INTO matching_text (key, kind) VALUES (?, ?)", [(key, method.KIND) for key in bodies]
        )
        found = base.all(
            "SELECT id, key FROM matching_text WHERE key IN ({MARKS})",
            list(bodies),
            MARKS=base.marks(len(bodies)),
        )
        texts = [(number, bodies[key]) for number, key in found]
        base.many("INSERT INTO matching_body (id, body) VALUES (?, ?)", texts)
        postings.add(base, texts)

    def _initiative(self, number: int) -> Initiative:
        person, seat = self.dice.choice(self.pairs)
        area, stage = self.dice.choice(self.areas), self.dice.choice(STAGES)
        at = self.now - timedelta(minutes=1 + (number * 7919) % 1_000_003)
        text = self.teller.text()
        if number % 400 == 0:
            text = f"{text} We maken een {RARE[number // 400 % len(RARE)]}."
        more: dict[str, Any] = {}
        if stage == "learning":
            more["outcome"] = self.dice.choice(("gelukt", "deels", "mislukt"))
        if stage in ("learning", "stopped"):
            more["lesson"] = "Begin klein en vertel het iedereen."
        if self.dice.random() < 0.7 and area.lon is not None:
            lon, lat = (middle + self.dice.uniform(-NEAR, NEAR) for middle in (area.lon, area.lat))
            more |= {"lon": lon, "lat": lat, "has_place": True}
        self.given[area.pk] = self.given.get(area.pk, 0) + 1
        return Initiative(
            number=f"{self.letters[area.pk]}-{self.given[area.pk]}",
            title=self.teller.title(),
            what=text[:2000],
            why="Zo wordt het hier prettiger.",
            stage=stage,
            initiator=person,
            seat=seat,
            origin_half=seat.half,
            halves=Half(seat.half).bit | self.dice.randrange(8),
            area=area,
            municipality=area.municipality,
            district=area.district,
            follower_count=number % 2 * (1 + number % 4),
            drafted_at=at,
            submitted_at=at,
            changed_at=at,
            **more,
        )

    def _around(self, rows: list[Initiative]) -> None:
        """All rows that belong to these initiatives."""
        themes = list(THEMES)
        InitiativeTheme.objects.bulk_create(
            InitiativeTheme(initiative=row, theme=theme, submitted_at=row.submitted_at)
            for row in rows
            for theme in self.dice.sample(themes, self.dice.randint(1, 2))
        )
        ReinsCard.objects.bulk_create(
            ReinsCard(
                initiative=row, number=1, fixed="Iedereen mag meedoen", open="De naam", at=row.drafted_at
            )
            for row in rows
        )
        Case.objects.bulk_create(
            Case(
                initiative=row,
                municipality=row.municipality,
                opened_at=row.drafted_at,
                moved_at=row.drafted_at,
            )
            for row in rows
        )
        Follow.objects.bulk_create(
            Follow(person=person, kind=Follow.INITIATIVE, target=row.public_id, at=row.changed_at)
            for row in rows
            for person, _ in self.pairs[: row.follower_count]
        )
        news = Update.objects.bulk_create(self._news(rows))
        where = {area.pk: area.where for area in self.areas}
        of = {row.pk: row for row in rows}
        Entry.objects.bulk_create(
            itertools.chain(
                (
                    self._entry(row, "initiative.submitted", row.drafted_at, where, has_place=True)
                    for row in rows
                ),
                (
                    self._entry(of[one.initiative_id], "initiative.updated", one.at, where, update=one.pk)
                    for one in news
                ),
            )
        )

    def _liven(self, rows: list[Initiative]) -> None:
        """Photos, one of them on top, and reactions: a part waits for an answer and a part has one.

        The photos have no bytes: a page only names them, and a browser asks for them later.
        """
        lively = [row for row in rows if self.dice.random() < LIVELY]
        File.objects.bulk_create(
            File(
                noun="initiative",
                subject=row.public_id,
                seat=row.seat,
                person=row.initiator,
                state=READY,
                kind="jpeg",
                is_photo=True,
                is_cover=number == 0,
                alt=self.dice.choice(self.teller.sentences)[:200],
                width=1600,
                height=1200,
                size=150_000,
                added_at=row.drafted_at,
                settled_at=row.drafted_at,
            )
            for row in lively
            for number in range(self.dice.randint(1, PHOTOS))
        )
        talks = Talk.objects.bulk_create([Talk(initiative=row) for row in lively])
        said = Reaction.objects.bulk_create([one for talk in talks for one in self._said(talk)])
        Talk.objects.bulk_update(talks, ["tip", "question", "waiting", "waiting_since"], batch_size=200)
        Reaction.objects.bulk_create(self._answer(one) for one in said if one.reply_count)

    def _said(self, talk: Talk) -> Iterator[Reaction]:
        row = talk.initiative
        assert row
        for number in range(self.dice.randint(1, REACTIONS)):
            person, seat = self.dice.choice(self.pairs)
            at, kind = row.drafted_at + timedelta(seconds=number), self.dice.choice(("tip", "question"))
            is_owed = kind == "question"
            waits = is_owed and self.dice.random() < 0.5
            setattr(talk, kind, getattr(talk, kind) + 1)
            if waits:
                talk.waiting, talk.waiting_since = talk.waiting + 1, talk.waiting_since or at
            yield Reaction(
                talk=talk,
                kind=kind,
                person=person,
                seat=seat,
                text=self.dice.choice(self.teller.sentences),
                is_owed=is_owed,
                waits=waits,
                reply_count=int(is_owed and not waits),
                at=at,
            )

    def _answer(self, to: Reaction) -> Reaction:
        row = to.talk.initiative
        assert row
        text = self.dice.choice(self.teller.sentences)
        said = {"person": row.initiator, "seat": row.seat, "text": text, "is_answer": True}
        return Reaction(talk=to.talk, parent=to, at=to.at + timedelta(hours=1), **said)

    def _news(self, rows: list[Initiative]) -> Iterator[Update]:
        for row in rows:
            if self.dice.random() < 0.3:
                for number in range(self.dice.randint(1, 8)):
                    at = row.drafted_at + timedelta(seconds=number)
                    yield Update(
                        initiative=row, seat=row.seat, text=self.dice.choice(self.teller.sentences), at=at
                    )

    def _entry(
        self, row: Initiative, kind: str, at: datetime, where: dict[int, dict[str, str]], **data: Any
    ) -> Entry:
        who = {"actor": row.initiator.public_id, "seat": row.seat.public_id, "half": row.origin_half}
        ids = {"subject": row.public_id, "thread": row.public_id, **where[row.area_id]}
        return Entry(kind=kind, at=at, public=True, data=data, **ids, **who)


def some_key() -> str:
    """A new key for a form."""
    return new_id()
