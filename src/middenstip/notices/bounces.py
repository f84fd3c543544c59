"""Addresses that return our mail: nothing is sent there any more, and the person and the desk read it.

Only a keyed hash of the address is kept, with the person. It no longer counts when the person has another
address, and it is deleted when a code in a mail to that address was typed.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from email.message import Message

from django.utils.crypto import salted_hmac

from middenstip.domain.parties.models import Person
from middenstip.kernel.write import write
from middenstip.notices.line import STATUS, end_of
from middenstip.notices.models import BOUNCED, FAILED, MOST_TRIES, QUEUED, SENT, Bounce, Delivery

REPORT = "multipart/report"


@write
def note(*, person: Person, status: str, at: datetime) -> None:
    """Mail to the address of this person came back for good."""
    told = {"address": address_key(person.mailbox), "status": status[:12], "at": at}
    Bounce.objects.update_or_create(person=person, defaults=told)


@write
def lift(*, person: Person, address: str) -> None:
    """Mail arrives at this address after all."""
    Bounce.objects.filter(person=person, address=address_key(address)).delete()


def returns_mail(person: Person) -> bool:
    """Whether mail to the address that they have now came back. No query when `bounce` was read along."""
    bounce: Bounce | None = getattr(person, "bounce", None)
    return bounce is not None and bounce.address == address_key(person.mailbox)


def address_key(address: str) -> str:
    return salted_hmac("notices.bounce", address.casefold(), algorithm="sha256").hexdigest()


def read_report(report: Message, at: datetime) -> str:
    """Handle one report of a mail server (RFC 3464): *returned*, *later*, or "" when it is none of ours.

    Only a mail that we sent counts: its Message-ID is known to nobody but the receiver. A report about
    another address than the person has now (forwarded mail, an old address) says nothing about that person.
    """
    if report.get_content_type() != REPORT or report.get_param("report-type") != "delivery-status":
        return ""
    action, status, address = _told(report)
    delivery = (
        Delivery.objects.select_related("notice__person__pending_address")
        .filter(message_id=_message_id(report))
        .first()
    )
    if delivery is None or action != "failed" or delivery.state not in (SENT, QUEUED):
        return ""
    person = delivery.notice.person
    if address.casefold() != person.mailbox.casefold():
        return ""
    if status.startswith("5"):
        return _returned(delivery, status, at)
    return _later(delivery, status, at)


@write
def _returned(delivery: Delivery, status: str, at: datetime) -> str:
    ends = end_of(status) == "returned"
    Delivery.objects.filter(pk=delivery.pk).update(state=BOUNCED if ends else FAILED, last_error=status)
    if ends:
        note(person=delivery.notice.person, status=status, at=at)
    return "returned"


@write
def _later(delivery: Delivery, status: str, at: datetime) -> str:
    """Another server tried for days and gave up; ours waits longer each time before it sends again."""
    if delivery.tries >= MOST_TRIES:
        Delivery.objects.filter(pk=delivery.pk).update(state=FAILED, last_error=status)
    else:
        due = at + timedelta(hours=4**delivery.tries)
        Delivery.objects.filter(pk=delivery.pk).update(state=QUEUED, due_at=due, last_error=status)
    return "later"


def _told(report: Message) -> tuple[str, str, str]:
    """The action, the status and the address of the recipient, each "" when it is not there."""
    for part in report.walk():
        if part.get_content_type() != "message/delivery-status":
            continue
        for block in part.get_payload():
            if isinstance(block, Message) and block.get("Final-Recipient"):
                recipient = str(block.get("Original-Recipient") or block["Final-Recipient"])
                status = STATUS.search(str(block.get("Status", "")))
                address = recipient.rpartition(";")[2].strip().strip("<>")
                return str(block.get("Action", "")).strip().lower(), status[0] if status else "", address
    return "", "", ""


def _message_id(report: Message) -> str:
    """The Message-ID of the mail that came back: complete, or only its headers."""
    for part in report.walk():
        kind = part.get_content_type()
        if kind == "message/rfc822":
            mails = part.get_payload()
            mail = mails[0] if isinstance(mails, list) else None
            return str(mail["Message-ID"] or "").strip() if isinstance(mail, Message) else ""
        if kind == "text/rfc822-headers":
            text = part.get_payload(decode=True) or b""
            lines = bytes(text).decode(errors="replace").splitlines()
            found = (one.partition(":")[2] for one in lines if one.lower().startswith("message-id:"))
            return next(found, "").strip()
    return ""
