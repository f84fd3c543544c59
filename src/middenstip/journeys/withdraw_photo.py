"""A photo goes out of a photo report with everything about it: the place, who was on it, and the file.

From then on no page, list or address gives it; the worker takes the bytes of every size within a minute.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime

from middenstip.domain.files import services as files
from middenstip.domain.files.lifecycle import GONE
from middenstip.domain.files.models import File
from middenstip.domain.gatherings import rules
from middenstip.domain.gatherings import services as gatherings
from middenstip.domain.gatherings.lifecycle import PHOTO_WAITS, REPORT_PHOTO
from middenstip.domain.gatherings.models import Portrait, ReportPhoto
from middenstip.domain.gatherings.selectors import photos_waiting_since, portrait_by_secret
from middenstip.domain.parties.models import Person
from middenstip.kernel.actor import Doer
from middenstip.kernel.verdict import NotNow, require
from middenstip.kernel.write import write

SAID_NO, BY_HOST, NO_ANSWER = "no", "host", "silence"
AT_ONCE = 200


@write
def withdraw(*, secret: str, at: datetime) -> bool:
    """The person who has the link says no, or takes their yes back; false when the photo is gone already."""
    portrait = portrait_by_secret(secret)
    if portrait is None:
        return False
    _take_away(portrait.photo, None, SAID_NO, at)
    return True


@write
def type_no(*, by: Doer, portrait: Portrait, at: datetime) -> None:
    """The host types in a no that came by letter."""
    require(rules.may_show_photos(by, portrait.photo.gathering))
    _take_away(portrait.photo, by, SAID_NO, at)


@write
def remove(*, by: Doer, photo: ReportPhoto, at: datetime) -> None:
    """The host takes a photo out of the report."""
    require(rules.may_show_photos(by, photo.gathering))
    _take_away(photo, by, BY_HOST, at)


@write
def forget_host(*, person: Person, at: datetime) -> None:
    """A host is erased: the photos of their gatherings go, with what they wrote about people on them."""
    rows = ReportPhoto.objects.filter(gathering__person=person).select_related("gathering")
    for photo in rows.order_by("gathering", "pk"):
        _take_away(photo, None, BY_HOST, at)


def lapse(at: datetime) -> int:
    """Once a day: what was not shown after thirty days goes; returns how many photos."""
    waiting = photos_waiting_since(at - PHOTO_WAITS, AT_ONCE)
    for photo in waiting:
        with suppress(NotNow):  # somebody on it said no meanwhile
            _lapse_photo(photo=photo, at=at)
    return len(waiting)


@write
def _lapse_photo(*, photo: ReportPhoto, at: datetime) -> None:
    _take_away(photo, None, NO_ANSWER, at)


def _take_away(photo: ReportPhoto, by: Doer | None, why: str, at: datetime) -> None:
    code = gatherings.drop_photo(photo=photo, by=by, why=why, at=at)
    beside = File.objects.filter(noun=REPORT_PHOTO, subject=code).exclude(state=GONE)
    for file in beside.order_by("pk"):
        files.drop_file(file=file, at=at)
