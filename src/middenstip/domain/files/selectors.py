"""Reads about files."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.db.models import Q, QuerySet, Sum

from middenstip.domain.files.lifecycle import GONE, READY, REFUSED, WAITING
from middenstip.domain.files.models import File
from middenstip.kernel.prepared import Prepared

_TRIES = 3


def file_by_id(public_id: str) -> File | None:
    """One file that is not gone. One query."""
    return File.objects.exclude(state=GONE).filter(public_id=public_id).first()


def files_of(noun: str, subject: str, person: int | None = None) -> list[File]:
    """What may be shown beside this thing, and what `person` sent that waits. One query."""
    return files_of_all(noun, [subject], person).get(subject, [])


def files_of_all(noun: str, subjects: Collection[str], person: int | None = None) -> dict[str, list[File]]:
    """The same for several things of one kind, by their id; the cover first. One query."""
    found: dict[str, list[File]] = {}
    for file in _BESIDE.things(noun=noun, subjects=subjects, person=person or 0):
        found.setdefault(file.subject, []).append(file)
    return found


def covers(noun: str, subjects: Collection[str]) -> dict[str, File]:
    """The cover of each of these things that has one, by the id of the thing. One query."""
    if not subjects:
        return {}
    rows = File.objects.filter(noun=noun, subject__in=subjects, is_cover=True, state=READY)
    return {file.subject: file for file in rows}


def photos_of(noun: str, *subjects: str) -> list[dict[str, Any]]:
    """The photos of these things as flat rows, for the API. One query, none for nothing."""
    rows = File.objects.filter(noun=noun, subject__in=subjects, state=READY, is_photo=True)
    columns = ("public_id", "alt", "credit", "width", "height", "is_cover")
    return list(rows.order_by("-is_cover", "pk").values(*columns))


def bytes_of_seat(seat: int) -> int:
    """How many bytes the files of this seat (a key) take."""
    kept = File.objects.filter(seat=seat).exclude(state__in=[GONE, REFUSED])
    return int(kept.aggregate(total=Sum("size"))["total"] or 0)


def number_beside(noun: str, subject: str) -> int:
    """How many files stand beside this thing, or wait to."""
    return File.objects.filter(noun=noun, subject=subject, state__in=[WAITING, READY]).count()


def waiting() -> QuerySet[File]:
    """What the worker still has to look at, the oldest first. One that keeps breaking off is left alone."""
    return File.objects.filter(state=WAITING, tries__lt=_TRIES).order_by("pk")


def given_up() -> QuerySet[File]:
    """What broke off three times: perhaps it takes the worker down."""
    return File.objects.filter(state=WAITING, tries__gte=_TRIES).order_by("pk")


def to_clear() -> QuerySet[File]:
    """What is gone, and of which bytes may be left."""
    return File.objects.filter(state=GONE, is_cleared=False).order_by("pk")


_BESIDE = Prepared(
    lambda noun, subjects, person: File.objects.filter(
        Q(state=READY) | Q(state__in=[WAITING, REFUSED], person=person), noun=noun, subject__in=subjects
    ).order_by("-is_cover", "-is_photo", "pk"),
    keys=["person"],
    texts=["noun"],
    lists=["subjects"],
)
