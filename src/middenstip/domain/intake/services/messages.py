"""Services that write messages between the initiator and the desk."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.db.models import F

from middenstip.domain.intake import facts, rules
from middenstip.domain.intake.lifecycle import CASE, MOST_MESSAGES
from middenstip.domain.intake.models import Case, CasePhone, Message, RefusedMail
from middenstip.domain.intake.services.record import fresh, record_about
from middenstip.domain.parties.models import Person
from middenstip.domain.parties.selectors import hold_person
from middenstip.kernel import typed
from middenstip.kernel.actor import Actor, Doer
from middenstip.kernel.contact import phone_number
from middenstip.kernel.ids import new_id
from middenstip.kernel.once import once
from middenstip.kernel.verdict import Invalid, require
from middenstip.kernel.write import write

NO_PHONE = "Dit is geen telefoonnummer. Schrijf het als 06 12345678."
DAY = timedelta(days=1)


@write
@once(lambda public_id: Message.objects.get(public_id=public_id))
def write_message(
    *,
    by: Doer,
    case: Case,
    text: str,
    is_by_mail: bool = False,
    key: str = "",
    public_id: str = "",
    at: datetime,
) -> Message:
    """The initiator, the handler or a colleague at the desk writes a message in the case."""
    hold_person(by.person_id)
    case = fresh(case)
    require(rules.may_write(by, case))
    CASE.after(case.state, "write")
    text = typed.text(text)
    if not text:
        raise Invalid({"text": "Schrijf eerst je bericht."})
    written = Message.objects.filter(case=case, person=by.person_id, at__gt=at - DAY).count()
    require(rules.may_write_again(written, MOST_MESSAGES))
    message = Message(
        public_id=public_id or new_id(),
        case=case,
        person_id=by.person_id,
        seat_id=by.seat_id if isinstance(by, Actor) else None,
        text=text,
        is_by_mail=is_by_mail,
        at=at,
    ).store()
    record_about(facts.MessageWritten, case, by, at, message=message.public_id)
    return message


@write
def give_phone(*, by: Doer, case: Case, phone: str, at: datetime) -> str:
    """The initiator gives a phone number for this case only, or takes it back with an empty text."""
    require(rules.may_give_phone(by, case))
    case = fresh(case)
    CASE.after(case.state, "write")
    return _keep_phone(by, case, phone, at)


@write
def note_phone(*, by: Actor, case: Case, phone: str, at: datetime) -> str:
    """A handler types in the number from the paper of somebody without an e-mail address."""
    require(rules.may_type_in(by, case.initiative.area))
    return _keep_phone(by, case, phone, at)


def _keep_phone(by: Doer, case: Case, phone: str, at: datetime) -> str:
    typed_number = typed.line(phone)
    number = phone_number(typed_number)
    if typed_number and not number:
        raise Invalid({"phone": NO_PHONE})
    CasePhone.objects.filter(case=case).delete()
    if number:
        CasePhone(case=case, number=number, at=at).store()
    record_about(facts.PhoneChanged, case, by, at, is_given=bool(number))
    return number


@write
def forget_phones(*, person: Person) -> None:
    """Delete the phone numbers of a person who is erased."""
    CasePhone.objects.filter(case__initiative__initiator=person).delete()


@write
def count_refused(*, reason: str, on: date) -> None:
    """Count a mail that was not stored; nothing else of it is kept, and nobody is told."""
    row, _is_new = RefusedMail.objects.get_or_create(reason=reason, on=on)
    RefusedMail.objects.filter(pk=row.pk).update(number=F("number") + 1)
