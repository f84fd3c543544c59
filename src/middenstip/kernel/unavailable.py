"""Nothing can be kept just now, through no fault of who asks: the platform is only read, or the database is
away, full or busy. Reading may go on. The door answers 503 with the reason, and when to try again."""

from __future__ import annotations

from django.conf import settings
from django.db import Error, InterfaceError, OperationalError
from django.utils import timezone
from django.utils.formats import date_format

from middenstip.kernel import clock
from middenstip.kernel.verdict import said

MAINTENANCE = "We werken aan het platform. Je kunt alles lezen, maar nu even niets bewaren."
MAINTENANCE_UNTIL = "We werken aan het platform. Tot %(until)s kun je alles lezen, maar niets bewaren."
AWAY = "Door een storing bij ons kunnen we nu niets bewaren. Probeer het over een minuut opnieuw."
BUSY = "Het is nu te druk om iets te bewaren. Probeer het zo opnieuw."
UNSURE = "Terwijl we dit bewaarden viel onze database weg. Kijk eerst of het er al staat."
MINUTE = 60
SOON = 5
LATEST = 60 * MINUTE

# PostgreSQL's classes of errors (the first two signs of SQLSTATE) and SQLite's names that mean: not now.
_CLASH = ("40P01", "40001")
_BUSY = (*_CLASH, "55P03", "57014", "SQLITE_BUSY", "SQLITE_LOCKED")  # a lock or a query that took too long
_GONE = ("08", "57")  # the connection broke
# Only read (25006), full or out of means (53), no system to write to (58).
_AWAY = ("25006", "53", "58", "SQLITE_READONLY", "SQLITE_FULL", "SQLITE_IOERR", "SQLITE_CANTOPEN")


class Unavailable(Exception):
    """It cannot be kept now. `reason`: a Dutch sentence; `seconds`: when to try again.

    No `Refused`: that is the answer to an act, this is none. So no view shows it as a mistake in its form.
    """

    def __init__(self, reason: str, seconds: int = MINUTE) -> None:
        super().__init__(reason)
        self.reason, self.seconds = reason, seconds


class QueueFull(OperationalError):
    """Too many wait to write already, or one has been writing too long."""


def refuse_in_maintenance() -> None:
    """Raise `Unavailable` while the platform is only read (`MAINTENANCE=read-only`)."""
    if settings.MAINTENANCE:
        raise Unavailable(maintenance_words(), _seconds_left())


def maintenance_words() -> str:
    """What visitors read while the platform is only read; "" when it is not."""
    if not settings.MAINTENANCE:
        return ""
    if settings.MAINTENANCE_SENTENCE:
        return str(settings.MAINTENANCE_SENTENCE)
    until = settings.MAINTENANCE_UNTIL
    if until is None or until <= clock.now():
        return MAINTENANCE
    return said(MAINTENANCE_UNTIL, until=date_format(timezone.localtime(until), "j F H:i"))


def why_unavailable(error: BaseException, *, is_finished: bool = False) -> Unavailable | None:
    """What an error of the database means for who asks; None when it is a bug.

    `is_finished`: it broke while the transaction was closed, so nobody knows whether it was kept.
    """
    if isinstance(error, Unavailable):
        return error
    if isinstance(error, QueueFull):
        return Unavailable(BUSY, SOON)
    if not isinstance(error, Error):
        return None
    code = code_of(error)
    if code.startswith(_BUSY):
        return Unavailable(BUSY, SOON)
    is_unnamed = isinstance(error, InterfaceError) or (isinstance(error, OperationalError) and not code)
    if is_unnamed or code.startswith(_GONE):
        return Unavailable(UNSURE if is_finished else AWAY)
    return Unavailable(AWAY) if code.startswith(_AWAY) else None


def is_clash(error: Error) -> bool:
    """Whether PostgreSQL stopped this transaction because of another one: tried again, it may well work."""
    return code_of(error) in _CLASH


def code_of(error: Error) -> str:
    """PostgreSQL's SQLSTATE or SQLite's name of the error; "" when there is none."""
    cause = error.__cause__
    return getattr(cause, "sqlstate", "") or getattr(cause, "sqlite_errorname", "") or ""


def _seconds_left() -> int:
    until = settings.MAINTENANCE_UNTIL
    left = int((until - clock.now()).total_seconds()) if until else 10 * MINUTE
    return min(max(left, MINUTE), LATEST)
