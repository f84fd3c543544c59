"""A reply by mail becomes a message in the case, when the address and the sender are right.

Everything else is not stored: only the day and the reason are counted, and no mail is sent back. A reply to a
wrong sender would tell strangers that a case exists, and could start a loop of automatic answers.
"""

from __future__ import annotations

import hashlib
from datetime import datetime
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import getaddresses

from django.utils import timezone

from middenstip.domain.intake import rules
from middenstip.domain.intake import services as intake
from middenstip.domain.intake.lifecycle import AUTOMATIC, EMPTY, FORGED, NO_TOKEN, REFUSED, TOO_BIG
from middenstip.domain.intake.models import Case
from middenstip.domain.intake.selectors import case_by_id
from middenstip.domain.parties.models import Person
from middenstip.domain.parties.selectors import hats_of_person
from middenstip.kernel import typed
from middenstip.kernel.actor import Doer, Unseated
from middenstip.kernel.reply_address import is_reply_address, read_reply_address
from middenstip.kernel.reply_text import above_quote, from_html
from middenstip.kernel.verdict import Refused

MOST_BYTES = 1_000_000  # a longer mail has attachments, which are not stored
MOST_SIGNS = 4000
ATTACHED = "[Er zat een bijlage bij. Die bewaren we niet.]"
TO = ("to", "cc", "delivered-to", "x-original-to", "envelope-to")


def receive(*, raw: bytes, at: datetime) -> str:
    """Store the reply in this mail; "" when it was stored, else the reason why not, which is counted."""
    try:
        reason = _receive(raw, at)
    except Refused:
        reason = REFUSED
    if reason:
        intake.count_refused(reason=reason, on=timezone.localdate(at))
    return reason


def _receive(raw: bytes, at: datetime) -> str:
    if len(raw) > MOST_BYTES:
        return TOO_BIG
    mail = BytesParser(policy=policy.default).parsebytes(raw)
    assert isinstance(mail, EmailMessage)
    if is_automatic(mail):
        return AUTOMATIC
    tokens = [one for one in _addresses(mail, *TO) if is_reply_address(one)]
    known = read_reply_address(tokens[0]) if tokens else None
    if known is None:
        return NO_TOKEN
    case, person = case_by_id(known[0]), Person.objects.filter(public_id=known[1]).first()
    if case is None or person is None or not person.email:
        return NO_TOKEN
    if [typed.address(one) for one in _addresses(mail, "from")] != [person.email]:
        return FORGED
    text = typed.text(_text(mail))
    if not text:
        return EMPTY
    if any(True for _part in mail.iter_attachments()):
        text = f"{text[: MOST_SIGNS - len(ATTACHED) - 2]}\n\n{ATTACHED}"
    key = hashlib.sha256(str(mail.get("message-id") or text).encode()).hexdigest()
    by = _hat(person, case, at)
    intake.write_message(by=by, case=case, text=text[:MOST_SIGNS], is_by_mail=True, key=key, at=at)
    return ""


def is_automatic(mail: EmailMessage) -> bool:
    """Whether a program sent this: an absence note, a bounce, a list (RFC 3834)."""
    if typed.folded(str(mail.get("auto-submitted", "no"))) != "no":
        return True
    if typed.folded(str(mail.get("precedence", ""))) in ("bulk", "junk", "list", "auto_reply"):
        return True
    is_report = mail.get_content_type() == "multipart/report"
    return is_report or typed.line(str(mail.get("return-path", ""))) == "<>" or "x-autoreply" in mail


def _addresses(mail: EmailMessage, *names: str) -> list[str]:
    told = [str(value) for name in names for value in mail.get_all(name, [])]
    return [address.lower() for _name, address in getaddresses(told) if address]


def _text(mail: EmailMessage) -> str:
    body = mail.get_body(("plain", "html"))
    if body is None:
        return ""
    try:
        content = str(body.get_content())
    except (LookupError, UnicodeError, ValueError):  # an unknown or wrong character set
        content = (body.get_payload(decode=True) or b"").decode("utf-8", "replace")  # type: ignore[union-attr]
    return above_quote(from_html(content) if body.get_content_type() == "text/html" else content)


def _hat(person: Person, case: Case, at: datetime) -> Doer:
    """The seat in which this person reads the case; the initiator may have none."""
    hats = hats_of_person(person, timezone.localdate(at))
    own = next((hat for hat in hats if hat.seat_id == case.initiative.seat_id), None)
    desk = next((hat for hat in hats if rules.may_read_notes(hat, case)), None)
    return own or desk or Unseated(person.pk, person.public_id, person.name)
