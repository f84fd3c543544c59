"""Writing files: a person adds and removes; the worker accepts, refuses and clears."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from middenstip.domain.files import facts, rules, store
from middenstip.domain.files.content.kinds import Kind
from middenstip.domain.files.content.photos import Drawn
from middenstip.domain.files.content.sniff import kind_of
from middenstip.domain.files.content.wrong import NO_PHOTO, wrong
from middenstip.domain.files.lifecycle import FILE, GONE, READY
from middenstip.domain.files.models import NAME_LENGTH, File
from middenstip.domain.files.selectors import bytes_of_seat, file_by_id, number_beside
from middenstip.domain.parties.models import Person, Seat
from middenstip.domain.parties.selectors import hold_person
from middenstip.journal.record import record
from middenstip.kernel import typed
from middenstip.kernel.actor import Actor
from middenstip.kernel.holder import Holder
from middenstip.kernel.ids import new_id
from middenstip.kernel.once import once
from middenstip.kernel.verdict import Invalid, NotNow, require
from middenstip.kernel.write import write

NOT_KEPT = (
    "Je tekst staat er nog, je bestand niet: we konden het nu niet opslaan."
    " Kies het over een paar minuten nog eens."
)
UNSURE = "Zet een vinkje als wie herkenbaar is het goed vindt, of als er niemand herkenbaar op staat."


def add_file(
    *,
    by: Actor,
    holder: Holder,
    thing: Any,
    subject: str,
    upload: UploadedFile[bytes],
    alt: str,
    credit: str = "",
    has_consent: bool = False,
    is_cover: bool = False,
    key: str = "",
    at: datetime,
) -> File:
    """Keep a file that was sent; the worker looks inside before anybody sees it.

    The bytes are kept before the row is written, outside its transaction: to send 25 MB to a storage
    elsewhere may take a minute. Without a row they are orphans, and go. Raises `NotNow` when the storage is
    away, `Invalid` at the field that is wrong, `Forbidden` as the room of the thing says.
    """
    require(holder.may_add(by, thing))
    name, alt, credit = cleaned_name(upload.name or ""), typed.line(alt), typed.line(credit)
    kind = kind_of(upload, name)  # type: ignore[arg-type]
    _is_told(kind, holder, name, alt, has_consent)
    size, blob = int(upload.size or 0), new_id()
    try:
        store.put(blob, store.SENT, upload)
    except store.Away as error:
        with suppress(store.Away):
            store.drop(blob)
        raise NotNow(NOT_KEPT) from error
    told: dict[str, Any] = {
        "credit": credit,
        "name": name,
        "kind": kind.key,
        "is_photo": kind.is_photo,
        "size": size,
    }
    told["is_portrait"] = holder.is_portrait
    told["is_cover"] = kind.is_photo and (is_cover or holder.is_portrait)
    where = holder.where(thing)
    try:
        file = _write_down(
            by=by,
            holder=holder.noun,
            is_only=holder.asks_everyone,
            subject=subject,
            where=where,
            told=told,
            alt=alt,
            blob=blob,
            key=key,
            at=at,
        )
    except Exception:
        _drop_quietly(blob)
        raise
    if file.blob != blob:  # the form was sent twice
        _drop_quietly(blob)
    return file


def cleaned_name(name: str) -> str:
    """The name of a file as it is shown and downloaded: no folders, no signs that turn or hide text."""
    last = name.replace("\\", "/").rpartition("/")[2]
    plain = "".join(sign for sign in typed.line(last) if sign.isalnum() or sign in " .,-_()&'+’")
    stem, dot, end = plain.strip(" .").rpartition(".")
    if not dot:
        return end[:NAME_LENGTH]
    return f"{stem[: NAME_LENGTH - 10]}.{end[:9]}"


@write
def remove_file(*, by: Actor, holder: Holder, thing: Any, file: File, at: datetime) -> File:
    """Take a file away. From now on it is not shown; the worker takes its bytes within a minute."""
    require(rules.may_remove(by, file, holder.may_add(by, thing)))
    held = _held(file.pk)
    _go(held, at)
    where = holder.where(thing)
    record(facts.FileRemoved(subject=held.public_id, to=held.noun, **where), by=by, at=at)
    return held


@write
def drop_files_of(*, person: Person, at: datetime) -> int:
    """Everything that a person sent in a seat of their own, and their portrait; returns how many."""
    own = File.objects.exclude(state=GONE).filter(person=person, seat__side=None)
    portrait = File.objects.exclude(state=GONE).filter(noun="person", subject=person.public_id)
    files = list((own | portrait).order_by("pk"))
    for file in files:
        _go(file, at)
    return len(files)


@write
def drop_file(*, file: File, at: datetime) -> None:
    """Take away a file whose thing is gone."""
    _go(_held(file.pk), at)


@write
def try_file(*, file: File) -> File:
    """Count a try before the worker begins: what takes the worker down must not do so for ever."""
    held = _held(file.pk)
    held.tries += 1
    return held.store("tries")


@write
def accept_file(*, file: File, drawn: list[Drawn], is_scanned: bool, at: datetime) -> File:
    """The worker found nothing wrong: the file is shown. Raises `NotNow` when it was removed meanwhile."""
    held = _held(file.pk)
    held.state = FILE.after(held.state, "accept")
    held.is_scanned, held.settled_at = is_scanned, at
    if drawn:
        largest = drawn[0]
        held.width, held.height = largest.width, largest.height
        held.size = sum(len(one.data) for one in drawn)
    fields = ("state", "is_scanned", "settled_at", "width", "height", "size", "is_cover")
    if held.is_cover:
        _make_way(held, at)
    elif held.is_photo and not _has_cover(held):
        held.is_cover = True
    return held.store(*fields)


@write
def refuse_file(*, file: File, reason: str, at: datetime) -> File:
    """The worker found something: the person who sent it reads why. Its bytes go."""
    held = _held(file.pk)
    held.state = FILE.after(held.state, "refuse")
    held.reason, held.settled_at, held.size, held.is_cover = reason, at, 0, False
    held.store("state", "reason", "settled_at", "size", "is_cover")
    record(facts.FileRefused(subject=held.public_id, to=held.noun), by=None, at=at)
    return held


@write
def note_cleared(*, file: File) -> None:
    """No byte of it is left."""
    File.objects.filter(pk=file.pk).update(is_cleared=True)


def _is_told(kind: Kind, holder: Holder, name: str, alt: str, has_consent: bool) -> None:
    """All that is wrong with the words at once."""
    if holder.holds_one and not kind.is_photo:
        raise wrong(NO_PHOTO)
    errors: dict[str, str] = {}
    says = rules.says_something(alt, name)
    if not says:
        errors["alt"] = says.reason
    if kind.is_photo and not has_consent and not holder.asks_everyone:
        errors["has_consent"] = UNSURE
    if errors:
        raise Invalid(errors)


def _sent_before(public_id: str) -> File:
    file = file_by_id(public_id)
    if file is None:
        raise NotNow("Dit bestand is al weggehaald.")
    return file


@write
@once(_sent_before, besides=("blob", "where"))
def _write_down(
    *,
    by: Actor,
    holder: str,
    is_only: bool,
    subject: str,
    where: Mapping[str, str],
    told: Mapping[str, Any],
    alt: str,
    blob: str,
    key: str,
    public_id: str = "",
    at: datetime,
) -> File:
    """The row. Wiping a person waits for it, and it waits for wiping."""
    hold_person(by.person_id)
    Seat.objects.select_for_update(no_key=True).get(pk=by.seat_id)  # two at once fit one after the other
    require(rules.fits(bytes_of_seat(by.seat_id), told["size"], settings.FILES_PER_SEAT))
    require(rules.has_room(number_beside(holder, subject), is_only))
    who = {"seat_id": by.seat_id, "person_id": by.person_id}
    file = File(
        public_id=public_id, noun=holder, subject=subject, alt=alt, blob=blob, added_at=at, **who, **told
    )
    file.store()
    record(facts.FileAdded(subject=public_id, to=holder, **where), by=by, at=at)
    return file


def _make_way(file: File, at: datetime) -> None:
    """There is one cover; and of a portrait the one before goes."""
    others = File.objects.filter(noun=file.noun, subject=file.subject, is_cover=True, state=READY)
    for other in others.exclude(pk=file.pk):
        if file.is_portrait:
            _go(other, at)
        else:
            other.is_cover = False
            other.store("is_cover")


def _has_cover(file: File) -> bool:
    return File.objects.filter(noun=file.noun, subject=file.subject, is_cover=True, state=READY).exists()


def _held(key: int) -> File:
    """The row as it is now, locked for this transaction."""
    return File.objects.select_for_update(no_key=True).get(pk=key)


def _go(file: File, at: datetime) -> None:
    """The row stays for the journal, without a word of it; another photo becomes the cover."""
    file.state = FILE.after(file.state, "remove")
    was_cover, file.is_cover = file.is_cover, False
    file.alt = file.credit = file.name = file.reason = ""
    file.size, file.settled_at = 0, at
    file.store()
    if was_cover and not file.is_portrait:
        beside = File.objects.filter(noun=file.noun, subject=file.subject, state=READY, is_photo=True)
        heir = beside.order_by("pk").first()
        if heir and not _has_cover(file):
            heir.is_cover = True
            heir.store("is_cover")


def _drop_quietly(blob: str) -> None:
    with suppress(store.Away):  # what stays behind is an orphan, and goes later
        store.drop(blob)
