"""Concrete questions for help: asked, answered, filled, and withdrawn."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone

from middenstip.domain.initiatives import facts, rules
from middenstip.domain.initiatives.lifecycle import ASK
from middenstip.domain.initiatives.models import Ask, Initiative, Partner, Size
from middenstip.domain.initiatives.services.halves import hold_initiative
from middenstip.domain.initiatives.services.help import offer_help
from middenstip.domain.initiatives.services.record import record_about
from middenstip.domain.parties.selectors import hold_seat
from middenstip.kernel import typed
from middenstip.kernel.actor import Actor
from middenstip.kernel.clock import is_past
from middenstip.kernel.once import once
from middenstip.kernel.verdict import Invalid, NotNow, require
from middenstip.kernel.write import write

MOST_ASKS = 10  # open questions of one initiative: more is a list, not a question
FARTHEST = 366  # days


@write
@once(again=lambda public_id: Ask.objects.get(public_id=public_id))
def ask_for_help(
    *,
    by: Actor,
    initiative: Initiative,
    text: str,
    size: int | None,
    until_on: date | None,
    key: str = "",
    public_id: str = "",
    at: datetime,
) -> Ask:
    """The initiator asks for something that takes a known time."""
    require(rules.may_ask(by, initiative))
    today = timezone.localdate(at)
    errors = {}
    if not (text := typed.name("text", text)):
        errors["text"] = "Schrijf in een paar woorden wat je vraagt."
    if size not in Size.values:
        errors["size"] = "Kies hoe lang het duurt."
    if until_on is None:
        errors["until_on"] = "Kies tot en met welke dag je dit vraagt."
    elif is_past(until_on, today):
        errors["until_on"] = "Kies een dag die nog komt."
    elif (until_on - today).days > FARTHEST:
        errors["until_on"] = "Kies een dag binnen een jaar. Daarna kun je het opnieuw vragen."
    if errors or size is None or until_on is None:
        raise Invalid(errors)
    hold_initiative(initiative.pk)
    running = Ask.objects.filter(initiative=initiative, state=ASK.start, until_on__gte=today)
    if running.count() >= MOST_ASKS:
        raise NotNow(f"Er staan al {MOST_ASKS} vragen open. Sluit er eerst één af.")
    ask = Ask(
        public_id=public_id, initiative=initiative, text=text, size=size, until_on=until_on, asked_at=at
    ).store()
    record_about(facts.AskMade, initiative, by, at, ask=ask.pk)
    return ask


@write
def answer_ask(*, by: Actor, ask: Ask, at: datetime) -> Partner:
    """A seat says "Ik doe dit": an offer of help, or a word to the initiator from who already helps."""
    ask = _fresh(ask)
    initiative = ask.initiative
    require(rules.may_answer_ask(by, initiative))
    if ask.state != ASK.start:
        raise NotNow(ASK.refusal(ask.state))
    if is_past(ask.until_on, timezone.localdate(at)):
        raise NotNow("Deze vraag is verlopen. Je kunt wel zelf hulp aanbieden.")
    hold_seat(by.person_id, by.seat_id, timezone.localdate(at))
    partner = initiative.partners.filter(seat=by.seat_id, state__in=["offered", "accepted"]).first()
    if partner is None:
        partner = offer_help(
            by=by, initiative=initiative, brings=ask.text, gets="", fears="", has_read=True, at=at
        )
    elif partner.ask_id == ask.pk:
        raise NotNow("Je hebt al gezegd dat je dit doet.")
    else:
        record_about(facts.AskOffered, initiative, by, at, ask=ask.pk, seat=by.seat_public_id)
    partner.ask = ask
    return partner.store("ask")


@write
def end_ask(*, by: Actor, ask: Ask, is_filled: bool, at: datetime) -> Ask:
    """The initiator says that the help was found, or that it is no longer needed."""
    ask = _fresh(ask)
    require(rules.may_ask(by, ask.initiative))
    ask.state = ASK.after(ask.state, "fill" if is_filled else "withdraw")
    ask.store("state")
    kind = facts.AskFilled if is_filled else facts.AskWithdrawn
    record_about(kind, ask.initiative, by, at, ask=ask.pk)
    return ask


def _fresh(ask: Ask) -> Ask:
    """The question as it is now, locked until the end of the transaction."""
    rows = Ask.objects.select_for_update(of=("self",))
    return rows.select_related("initiative__area", "initiative__initiator").get(pk=ask.pk)
