"""One connection to the mail server, for all mails of a round, and what the server said about each."""

from __future__ import annotations

import re
import time
from contextlib import suppress
from dataclasses import dataclass
from smtplib import (
    SMTPDataError,
    SMTPException,
    SMTPRecipientsRefused,
    SMTPResponseException,
    SMTPServerDisconnected,
)
from typing import Literal

from django.conf import settings
from django.core.mail import EmailMessage, get_connection

# Sent; later: try again; refused: this mail never; returned: nothing can be delivered at this address.
End = Literal["sent", "later", "refused", "returned"]
LEAVING = 421  # the server ends the connection
STATUS = re.compile(r"(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.])")  # RFC 3463
# Permanent, but not because of the address: a full mailbox, a mail that is too long, our own reputation.
NOT_THE_ADDRESS = re.compile(r"5\.(2\.[23]|3\.\d+|6\.\d+|7\.\d+)")
PATIENCE = 3  # times the time limit, without any answer; then the server is away


@dataclass(frozen=True)
class Answer:
    """`word` is the type of the error and its code, without its text, which may contain an address."""

    end: End
    word: str = ""


SENT = Answer("sent")


class Line:
    """Opened at the first mail. `is_down` when the server keeps us waiting: then the round ends."""

    def __init__(self) -> None:
        self._connection = get_connection()
        self._silent = 0.0  # seconds

    @property
    def is_down(self) -> bool:
        return self._silent >= PATIENCE * settings.EMAIL_TIMEOUT

    def send(self, message: EmailMessage) -> Answer:
        """Send one mail; an error of one mail never stops the others."""
        began = time.monotonic()
        try:
            self._connection.open()
            self._connection.send_messages([message])
        except Exception as error:  # noqa: BLE001 - it is tried again, or marked
            self.hang_up()
            self._silent = self._silent + time.monotonic() - began if _is_silence(error) else 0.0
            return _answer(error)
        self._silent = 0.0
        return SENT

    def hang_up(self) -> None:
        """Close the connection. What the server says to that changes nothing about mail it accepted."""
        with suppress(Exception):
            self._connection.close()
        if hasattr(self._connection, "connection"):
            self._connection.connection = None  # else the next mail would use what is left of it


def end_of(status: str) -> End:
    """What a permanent failure with this status (RFC 3463, "" when none was told) says."""
    return "refused" if NOT_THE_ADDRESS.fullmatch(status) else "returned"


def _answer(error: Exception) -> Answer:
    code, text = _told(error)
    found = STATUS.search(text)
    status = found[0] if found else ""
    word = " ".join(str(part) for part in (type(error).__name__, code or "", status) if part)[:120]
    if code < 500:
        return Answer("later", word)
    if isinstance(error, SMTPRecipientsRefused):
        return Answer(end_of(status), word)
    return Answer("refused" if isinstance(error, SMTPDataError) else "later", word)


def _told(error: Exception) -> tuple[int, str]:
    """The code and text of the server; (0, "") when there was none."""
    if isinstance(error, SMTPRecipientsRefused):
        code, text = next(iter(error.recipients.values()))
        return code, _as_text(text)
    if isinstance(error, SMTPResponseException):
        return error.smtp_code, _as_text(error.smtp_error)
    return 0, ""


def _as_text(said: bytes | str) -> str:
    return said.decode(errors="replace") if isinstance(said, bytes) else said


def _is_silence(error: Exception) -> bool:
    is_away = isinstance(error, OSError) and not isinstance(error, SMTPException)
    return is_away or isinstance(error, SMTPServerDisconnected) or _told(error)[0] == LEAVING
