"""Introductions: asked, answered, written in, agreed, done, or stopped."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from django.db.models import Q
from django.utils import timezone

from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.initiatives.rules import is_initiator
from middenstip.domain.matching import facts, rules
from middenstip.domain.matching.lifecycle import AGREED, ASKED, DECLINED, INTRODUCTION, LISTING, MET
from middenstip.domain.matching.models import ContactMessage, Introduction, Listing
from middenstip.domain.matching.selectors import asked_on_day
from middenstip.domain.matching.services.record import (
    fresh_introduction,
    fresh_listing,
    record_introduction,
)
from middenstip.domain.parties.selectors import hold_person, hold_seat
from middenstip.kernel import typed
from middenstip.kernel.actor import Actor, Doer
from middenstip.kernel.clock import is_past
from middenstip.kernel.ids import new_id
from middenstip.kernel.once import once
from middenstip.kernel.verdict import Forbidden, Invalid, NotNow, require
from middenstip.kernel.write import write

RUNNING = (ASKED, MET, AGREED)
TAKEN = "Hierover is net iets afgesproken met een ander."


@write
@once(lambda public_id: Introduction.objects.get(public_id=public_id))
def ask_introduction(
    *,
    by: Actor,
    about: Listing | Initiative,
    text: str = "",
    helps: Initiative | None = None,
    key: str = "",
    public_id: str = "",
    at: datetime,
) -> Introduction:
    """Ask to meet the owner; the same question again gives the introduction that is there already.

    `helps` is an initiative of the asker that it is meant for.
    """
    hold_person(by.person_id)  # the limit per day is counted by one request at a time
    hold_seat(by.person_id, by.seat_id, timezone.localdate(at))
    since = timezone.make_aware(datetime.combine(timezone.localdate(at), time()))
    if helps and not is_initiator(by.person_id, helps):
        raise Forbidden("Dit initiatief is van een ander.")
    around: dict[str, Any]
    if isinstance(about, Listing):
        about = fresh_listing(about)
        require(rules.may_ask(by, about, asked_on_day(by.person_id, since)))
        if is_past(about.until_on, timezone.localdate(at)):
            raise NotNow("Dit geldt niet meer. De laatste dag is voorbij.")
        around = {"listing": about, "owner_id": about.person_id, "owner_seat_id": about.seat_id}
        there = Introduction.objects.filter(listing=about)
    else:
        require(rules.may_meet(by, about, asked_on_day(by.person_id, since)))
        around = {"initiative": about, "owner_id": about.initiator_id, "owner_seat_id": about.seat_id}
        there = Introduction.objects.filter(initiative=about, listing=None)
    if known := there.filter(asker=by.person_id, state__in=RUNNING).first():
        return known
    one = Introduction(
        public_id=public_id or new_id(),
        asker_id=by.person_id,
        asker_seat_id=by.seat_id,
        helps=helps,
        text=typed.text(text),
        asked_at=at,
        **around,
    ).store()
    record_introduction(facts.IntroductionAsked, one, by, at)
    return one


@write
def accept_introduction(*, by: Doer, introduction: Introduction, at: datetime) -> Introduction:
    """The owner says yes too: from now on the two can write to each other."""
    one = fresh_introduction(introduction)
    require(rules.may_answer(by, one))
    one.state = INTRODUCTION.after(one.state, "accept")
    if one.listing:
        one.listing.state = LISTING.after(one.listing.state, "meet")
        one.listing.store("state")
    one.answered_at = at
    one.store("state", "answered_at")
    record_introduction(facts.IntroductionAccepted, one, by, at)
    return one


@write
def decline_introduction(*, by: Doer, introduction: Introduction, at: datetime) -> Introduction:
    """The owner says no. The asker hears that it does not suit now, and nothing else."""
    one = fresh_introduction(introduction)
    require(rules.may_answer(by, one))
    one.state = INTRODUCTION.after(one.state, "decline")
    one.answered_at = at
    one.store("state", "answered_at")
    _open_again(one)
    record_introduction(facts.IntroductionDeclined, one, by, at)
    return one


@write
@once(lambda public_id: Introduction.objects.get(public_id=public_id))
def write_message(
    *, by: Doer, introduction: Introduction, text: str, key: str = "", public_id: str = "", at: datetime
) -> Introduction:
    """One of the two writes the other."""
    one = fresh_introduction(introduction)
    require(rules.may_act(by, one))
    one.state = INTRODUCTION.after(one.state, "write")
    text = typed.text(text)
    if not text:
        raise Invalid({"text": "Schrijf eerst je bericht."})
    ContactMessage(introduction=one, person_id=by.person_id, text=text, at=at).store()
    record_introduction(facts.IntroductionWritten, one, by, at)
    return one


@write
def agree_deal(
    *, by: Doer, introduction: Introduction, what: str, due_on: date | None, at: datetime
) -> Introduction:
    """The two agree what they do, and by when. Of several who talk about one listing, the first wins."""
    one = fresh_introduction(introduction)
    require(rules.may_act(by, one))
    if one.state == DECLINED and one.listing and one.listing.state == AGREED:
        raise NotNow(TAKEN)
    one.state = INTRODUCTION.after(one.state, "agree")
    one.deal, one.due_on = typed.text(what), due_on
    errors = {}
    if not one.deal:
        errors["deal"] = "Schrijf op wat jullie afspreken."
    if due_on is None:
        errors["due_on"] = "Kies een dag. Zonder dag is het geen afspraak."
    elif is_past(due_on, timezone.localdate(at)):
        errors["due_on"] = "Kies een dag die nog komt."
    if errors:
        raise Invalid(errors)
    one.agreed_at = at
    one.store("state", "deal", "due_on", "agreed_at")
    if one.listing:
        one.listing.state = LISTING.after(one.listing.state, "agree")
        one.listing.store("state")
        _decline_others(one, at)
    return one


@write
def join_agreement(*, by: Doer, introduction: Introduction, agreement: str, at: datetime) -> Introduction:
    """Keep the public id of the agreement that was drafted ("" for none), and tell both."""
    introduction.agreement = agreement
    introduction.store("agreement")
    record_introduction(facts.DealMade, introduction, by, at, agreement=agreement)
    return introduction


@write
def undo_deal(*, by: Doer, introduction: Introduction, at: datetime) -> Introduction:
    """It will not happen: the two can agree something else, and the need or offer is open again."""
    one = fresh_introduction(introduction)
    require(rules.may_act(by, one))
    one.state = INTRODUCTION.after(one.state, "undo")
    one.deal, one.due_on, one.agreed_at, one.agreement = "", None, None, ""
    one.store("state", "deal", "due_on", "agreed_at", "agreement")
    _open_again(one)
    record_introduction(facts.DealUndone, one, by, at)
    return one


@write
def finish_deal(
    *,
    by: Doer,
    introduction: Introduction,
    thanks: str,
    hours: int | None = None,
    goods: int | None = None,
    euros: int | None = None,
    at: datetime,
) -> Introduction:
    """It happened: a thank-you, and what it was worth as they estimate it."""
    one = fresh_introduction(introduction)
    require(rules.may_act(by, one))
    one.state = INTRODUCTION.after(one.state, "finish")
    one.thanks = typed.name("thanks", thanks)
    if not one.thanks:
        raise Invalid({"thanks": "Schrijf één zin om de ander te bedanken."})
    one.hours, one.goods, one.euros, one.done_at = hours, goods, euros, at
    one.store("state", "thanks", "hours", "goods", "euros", "done_at")
    if one.listing:
        one.listing.state = LISTING.after(one.listing.state, "finish")
        one.listing.store("state")
    listing = one.listing.public_id if one.listing else ""
    record_introduction(facts.DealDone, one, by, at, listing=listing)
    return one


@write
def end_introduction(*, by: Doer, introduction: Introduction, at: datetime) -> Introduction:
    """One of the two stops it; what is agreed has to be undone first."""
    one = fresh_introduction(introduction)
    require(rules.may_stop(by, one))
    one.state = INTRODUCTION.after(one.state, "end")
    one.store("state")
    _open_again(one)
    record_introduction(facts.IntroductionEnded, one, by, at)
    return one


def _open_again(one: Introduction) -> None:
    """The listing is in conversation while somebody still talks about it, and else open."""
    listing = one.listing
    if listing is None:
        return
    if listing.state == AGREED:
        listing.state = LISTING.after(listing.state, "undo")
    talks = Introduction.objects.filter(listing=listing, state=MET).exists()
    if talks and LISTING.allows(listing.state, "meet"):
        listing.state = LISTING.after(listing.state, "meet")
    elif LISTING.allows(listing.state, "part"):
        listing.state = LISTING.after(listing.state, "part")
    listing.store("state")


def _decline_others(one: Introduction, at: datetime) -> None:
    """Everyone else who waited or talked about this listing hears that it is taken."""
    others = Introduction.objects.select_for_update(of=("self",)).filter(
        Q(state=ASKED) | Q(state=MET), listing=one.listing
    )
    for other in others.exclude(pk=one.pk).select_related("listing__area", "initiative").order_by("pk"):
        other.state, other.answered_at = INTRODUCTION.after(other.state, "decline"), at
        other.store("state", "answered_at")
        record_introduction(facts.IntroductionDeclined, other, None, at)
