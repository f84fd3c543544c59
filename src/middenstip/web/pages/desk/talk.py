"""The messages in a case, the phone number, and the forms for both, for the initiator and the desk."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from middenstip.domain.initiatives.rules import is_initiator
from middenstip.domain.intake import rules
from middenstip.domain.intake.lifecycle import CASE
from middenstip.domain.intake.models import Case, Message
from middenstip.domain.intake.selectors.page import messages_for
from middenstip.kernel.actor import Actor
from middenstip.web.pages.desk.making import Forms
from middenstip.web.shared import dates
from middenstip.web.shared.forms import Form

MOST = 50  # messages on the page, the newest first


def talk(case: Case, actor: Actor, make: Forms, held: Mapping[str, Form]) -> dict[str, Any]:
    """The values of `desk/_talk.html`."""
    phone: str = case.phone_number  # type: ignore[attr-defined]
    runs = CASE.allows(case.state, "write")
    can_write = runs and bool(rules.may_write(actor, case))
    can_phone = runs and bool(rules.may_give_phone(actor, case))
    return {
        "has_talk": True,
        "messages_": [_message(one, case) for one in messages_for(case, MOST)],
        "handler": case.handler_name or "",  # type: ignore[attr-defined]
        "phone": phone,
        "message_form": held.get("message") or (make.message() if can_write else None),
        "phone_form": held.get("phone") or (make.phone(number=phone) if can_phone else None),
    }


def _message(one: Message, case: Case) -> dict[str, Any]:
    side = _("initiatiefnemer") if is_initiator(one.person_id, case.initiative) else _("balie")
    return {
        "who": one.person.shown_name,
        "side": side,
        "at": dates.moment(one.at),
        "text": one.text,
        "is_by_mail": one.is_by_mail,
    }
