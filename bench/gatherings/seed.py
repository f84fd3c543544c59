"""Many gatherings, inserted in bulk: four of five were, one of five comes; and photo reports."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO
from random import Random
from typing import Any

from django.core.management import call_command
from django.db import connection, transaction
from PIL import Image

from bench.pages.words import Teller
from middenstip.demo.cast import invite_cast
from middenstip.demo.management.commands.demo import AREA
from middenstip.domain.areas.models import Area
from middenstip.domain.files.lifecycle import READY
from middenstip.domain.files.models import File
from middenstip.domain.gatherings.lifecycle import ANNOUNCED, FOLLOWED_UP, HELD, KINDS, REPORT_PHOTO
from middenstip.domain.gatherings.models import Gathering, Portrait, ReportPhoto
from middenstip.kernel import clock

BATCH = 2000
HOUR = timedelta(hours=1)
PER_DAY = 3  # so that a month holds about as many at each size


class Agenda:
    """The data to grow: the areas of Deventer, the cast, and gatherings from ever longer ago."""

    def __init__(self) -> None:
        with open("/dev/null", "w") as nowhere:
            call_command("migrate", verbosity=0)
            call_command("import_areas", compact=AREA, only="GM0150", active=True, stdout=nowhere)
        self.now = clock.now()
        self.cast = invite_cast(self.now)
        self.areas = list(
            Area.objects.filter(kind__in=("wijk", "buurt")).select_related("municipality", "district")
        )
        self.dice, self.teller, self.count = Random(5), Teller(5), 0  # noqa: S311

    def grow(self, wanted: int) -> None:
        """Add gatherings until there are `wanted`: four of five in the past, one to come."""
        while self.count < wanted:
            size = min(BATCH, wanted - self.count)
            with transaction.atomic():
                Gathering.objects.bulk_create([self._gathering(self.count + n) for n in range(size)])
            self.count += size
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")

    def _gathering(self, number: int) -> Gathering:
        by, area = self.dice.choice(list(self.cast.values())), self.dice.choice(self.areas)
        days = number // 5 * 4 // PER_DAY + 1
        is_past = number % 5 != 0
        starts = self.now + timedelta(
            days=-days if is_past else number // 5 // PER_DAY + 1, minutes=number % 600
        )
        more: dict[str, Any] = {}
        if is_past:
            more["state"] = HELD
            if number % 3 == 0:
                more = {"state": FOLLOWED_UP, "follow_up_done": number % 4, "follow_up_on": starts.date()}
        return Gathering(
            kind=self.dice.choice([kind for kind in KINDS if kind != "review"]),
            title=self.teller.title()[:120],
            what=self.teller.text()[:600],
            place="De oude school",
            access="Geen drempels.",
            starts_at=starts,
            ends_at=starts + 2 * HOUR,
            changed_at=self.now,
            announced_at=self.now,
            person_id=by.person_id,
            seat_id=by.seat_id,
            area=area,
            municipality=area.municipality,
            district=area.district,
            coming={"bewoners": number % 9, "overheid": number % 3},
            **({"state": ANNOUNCED} | more),
        )

    def report(self, photos: int) -> str:
        """A gathering that was, with so many photos that everyone may see; returns its public id."""
        by = self.cast["marijke"]
        past = Gathering.objects.filter(state=HELD, person_id=by.person_id, photos=None).first()
        assert past
        rows = ReportPhoto.objects.bulk_create(
            ReportPhoto(gathering=past, at=self.now) for _number in range(photos)
        )
        Portrait.objects.bulk_create(
            Portrait(
                photo=row,
                words="De man met de hoed",
                secret=f"{row.public_id}",
                asked_at=self.now,
                given_at=self.now,
                how="paper",
            )
            for row in rows
        )
        File.objects.bulk_create(
            File(
                noun=REPORT_PHOTO,
                subject=row.public_id,
                person_id=by.person_id,
                seat_id=by.seat_id,
                state=READY,
                kind="jpeg",
                is_photo=True,
                alt=self.teller.title()[:120],
                width=1600,
                height=1200,
                size=150_000,
                added_at=self.now,
                settled_at=self.now,
            )
            for row in rows
        )
        return past.public_id


def busy_photo(width: int = 4000, height: int = 3000) -> bytes:
    """A photo with much in it: coarse noise made smooth, as leaves and people are."""
    dice = Random(7)  # noqa: S311
    small = Image.frombytes("RGB", (200, 150), dice.randbytes(200 * 150 * 3))
    kept = BytesIO()
    small.resize((width, height), Image.Resampling.BICUBIC).save(kept, "JPEG", quality=92)
    return kept.getvalue()
