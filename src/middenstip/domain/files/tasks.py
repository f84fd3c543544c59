"""What the worker does for this room: look at what waits, clear what is gone, sweep what nobody knows."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime, timedelta
from typing import BinaryIO

from django.conf import settings

from middenstip.domain.files import services, store
from middenstip.domain.files.content import virus
from middenstip.domain.files.content.deep import looked_at
from middenstip.domain.files.content.kinds import KINDS
from middenstip.domain.files.content.wrong import TOO_HARD, VIRUS
from middenstip.domain.files.lifecycle import GONE
from middenstip.domain.files.models import File
from middenstip.domain.files.selectors import given_up, to_clear, waiting
from middenstip.kernel.holder import Holder
from middenstip.kernel.verdict import Invalid, NotNow

IN_A_ROUND = 20  # the post waits no longer for photos than this
ORPHANED = timedelta(days=7)

log = logging.getLogger(__name__)


def settle_files(at: datetime) -> int:
    """Clear what is gone, then look at what waits; returns how many files were settled.

    When the storage or the virus scanner is away, the rest waits for a later round.
    """
    _clear()
    settled = 0
    try:
        for file in given_up()[:IN_A_ROUND]:
            _refuse(file, TOO_HARD, at)
            settled += 1
        for file in waiting()[:IN_A_ROUND]:
            settled += _settle(file, at)
    except (store.Away, virus.NoAnswer) as error:
        log.error("files: the storage or the scanner is away (%s)", error)
    return settled


def sweep_files(at: datetime, holders: Iterable[Holder]) -> int:
    """Once a day: take away files whose thing is gone, and bytes that no row knows; returns how many."""
    before = at - ORPHANED
    swept = sum(_sweep(holder, before, at) for holder in holders)
    try:
        known = set(File.objects.filter(is_cleared=False).values_list("blob", flat=True))
        for blob in store.orphans(known, before):
            store.drop(blob)
            swept += 1
    except store.Away as error:
        log.error("files: the storage is away (%s)", error)
    return swept


def _sweep(holder: Holder, before: datetime, at: datetime) -> int:
    files = File.objects.filter(noun=holder.noun, added_at__lt=before).exclude(state=GONE)
    subjects = set(files.values_list("subject", flat=True))
    lost = subjects - holder.existing(subjects)
    orphans = list(files.filter(subject__in=lost).order_by("pk"))
    for file in orphans:
        services.drop_file(file=file, at=at)
    return len(orphans)


def _clear() -> None:
    for file in to_clear()[:500]:
        try:
            store.drop(file.blob)
        except store.Away as error:
            log.error("files: bytes of a removed file are still there (%s)", error)
            return
        services.note_cleared(file=file)


def _settle(file: File, at: datetime) -> int:
    kind = KINDS[file.kind]
    with store.opened(file.blob, store.SENT) as sent:
        is_scanned = _is_scanned(sent)
        if is_scanned is False:
            return _refuse(file, VIRUS, at)
        services.try_file(file=file)
        try:
            drawn = looked_at(sent, kind)
        except Invalid as refusal:
            return _refuse(file, refusal.errors["file"], at)
    for one in drawn:
        store.put(file.blob, one.size, one.data)
    if drawn:
        store.drop(file.blob, store.SENT)
    else:
        store.move_to_document(file.blob)
    with suppress(NotNow):  # removed meanwhile: the next round clears its bytes
        services.accept_file(file=file, drawn=drawn, is_scanned=is_scanned is not None, at=at)
    return 1


def _is_scanned(sent: BinaryIO) -> bool | None:
    """True: clean; False: not; None: there is no scanner. Raises `NoAnswer`."""
    return virus.is_clean(sent, settings.CLAMAV_URL) if settings.CLAMAV_URL else None


def _refuse(file: File, reason: str, at: datetime) -> int:
    with suppress(NotNow):
        services.refuse_file(file=file, reason=reason, at=at)
    store.drop(file.blob)
    return 1
