"""Needs and offers: placed, changed, confirmed, withdrawn, and asleep when nobody confirms them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from middenstip.domain.areas.models import Area
from middenstip.domain.initiatives.models import THEMES, Initiative, Size
from middenstip.domain.matching import facts, rules
from middenstip.domain.matching.lifecycle import (
    ASKED,
    ASSETS,
    CLAIMS,
    DECLINED,
    FRESH,
    LISTING,
    MENTOR,
    MET,
    PATIENCE,
    PLACES,
    SORTS,
    SPACE,
)
from middenstip.domain.matching.models import Introduction, Listing
from middenstip.domain.matching.selectors import open_number
from middenstip.domain.matching.services.record import fresh_listing, record_listing
from middenstip.domain.parties.selectors import hold_person, hold_seat
from middenstip.kernel import typed
from middenstip.kernel.actor import Actor, Doer
from middenstip.kernel.clock import is_past
from middenstip.kernel.ids import new_id
from middenstip.kernel.once import once
from middenstip.kernel.verdict import Invalid, require
from middenstip.kernel.write import write

FARTHEST = 366  # days
TEXTS = ("text", "conditions")
LINES = ("at_what_time", "access")
_NOT_FOR = ("place_kind", "square_metres", "access")  # only of a free plot or room


@write
@once(lambda public_id: Listing.objects.get(public_id=public_id))
def place_listing(
    *,
    by: Actor,
    is_offer: bool,
    told: Mapping[str, Any],
    area: Area,
    initiative: Initiative | None = None,
    key: str = "",
    public_id: str = "",
    at: datetime,
) -> Listing:
    """Place a need or an offer. `told` has its columns: sort, title, until_on and, if any, the others."""
    today = timezone.localdate(at)
    hold_person(by.person_id)  # the limit is counted by one request at a time
    hold_seat(by.person_id, by.seat_id, today)
    require(rules.may_place(by, initiative, open_number(by.person_id, today)))
    if told.get("asset") == MENTOR:
        require(rules.may_mentor(initiative))
    listing = Listing(
        public_id=public_id or new_id(),
        is_offer=is_offer,
        person_id=by.person_id,
        seat_id=by.seat_id,
        initiative=initiative,
        placed_at=at,
        changed_at=at,
        confirmed_at=at,
        **_where(area),
        **_columns(told, is_offer, today),
    ).store()
    record_listing(facts.ListingPlaced, listing, by, at, way=listing.noun, sort=listing.sort)
    return listing


@write
def change_listing(
    *, by: Doer, listing: Listing, told: Mapping[str, Any], area: Area, at: datetime
) -> Listing:
    """Its owner changes it, which also confirms it."""
    listing = fresh_listing(listing)
    require(rules.may_change(by, listing))
    listing.state = LISTING.after(listing.state, "change")
    if told.get("asset") == MENTOR:
        require(rules.may_mentor(listing.initiative))
    columns = _columns(told, listing.is_offer, timezone.localdate(at)) | _where(area)
    for name, value in columns.items():
        setattr(listing, name, value)
    listing.changed_at = listing.confirmed_at = at
    listing.asked_at = None
    listing.store(*columns, "state", "changed_at", "confirmed_at", "asked_at")
    record_listing(facts.ListingChanged, listing, by, at)
    return listing


@write
def confirm_listing(*, by: Doer, listing: Listing, at: datetime) -> Listing:
    """Its owner says that it is still true; one that was asleep wakes up."""
    listing = fresh_listing(listing)
    require(rules.may_withdraw(by, listing))
    listing.state = LISTING.after(listing.state, "confirm")
    listing.confirmed_at, listing.asked_at = at, None
    listing.store("state", "confirmed_at", "asked_at")
    record_listing(facts.ListingConfirmed, listing, by, at)
    return listing


@write
def withdraw_listing(*, by: Doer, listing: Listing, at: datetime) -> Listing:
    """Its owner takes it away; who waited for an answer hears that."""
    listing = fresh_listing(listing)
    require(rules.may_withdraw(by, listing))
    return take_away(by=by, listing=listing, at=at)


def take_away(*, by: Doer | None, listing: Listing, at: datetime) -> Listing:
    """The listing lapses (inside a write), with the introductions that were not agreed yet."""
    listing.state = LISTING.after(listing.state, "withdraw")
    listing.store("state")
    waiting = Introduction.objects.filter(listing=listing, state__in=(ASKED, MET))
    waiting.update(state=DECLINED, answered_at=at)
    record_listing(facts.ListingWithdrawn, listing, by, at)
    return listing


@write
def question_listing(*, listing: Listing, at: datetime) -> bool:
    """Ask the owner whether it is still true, after half a year; False when that is not needed (any more)."""
    listing = fresh_listing(listing)
    if listing.asked_at or listing.confirmed_at > at - FRESH or not LISTING.allows(listing.state, "ask"):
        return False
    listing.asked_at = at
    listing.store("asked_at")
    record_listing(facts.ListingQuestioned, listing, None, at)
    return True


@write
def put_to_sleep(*, listing: Listing, at: datetime) -> bool:
    """It sleeps when there was no answer to the question; False when there was."""
    listing = fresh_listing(listing)
    if not listing.asked_at or listing.asked_at > at - PATIENCE:
        return False
    if not LISTING.allows(listing.state, "sleep"):
        return False
    listing.state = LISTING.after(listing.state, "sleep")
    listing.store("state")
    record_listing(facts.ListingSlept, listing, None, at)
    return True


def _where(area: Area) -> dict[str, Any]:
    return {"area": area, "municipality": area.municipality or area, "district": area.district}


def _columns(told: Mapping[str, Any], is_offer: bool, today: date) -> dict[str, Any]:
    """What was typed, as columns. Raises `Invalid` with a sentence per field."""
    columns: dict[str, Any] = {name: typed.text(told.get(name) or "") for name in TEXTS}
    columns |= {name: typed.line(told.get(name) or "") for name in LINES}
    columns |= {name: told.get(name) for name in ("sort", "size", "until_on", "square_metres")}
    columns |= {name: told.get(name) or "" for name in ("theme", "place_kind", "asset", "claim")}
    columns["title"] = typed.name("title", told.get("title") or "")
    if errors := _errors(columns, is_offer, today):
        raise Invalid(errors)
    return columns


def _errors(columns: Mapping[str, Any], is_offer: bool, today: date) -> dict[str, str]:
    errors = {}
    until_on = columns["until_on"]
    if not columns["title"]:
        errors["title"] = "Schrijf in een paar woorden wat je zoekt of aanbiedt."
    if columns["sort"] not in SORTS:
        errors["sort"] = "Kies waar het om gaat."
    if columns["size"] is not None and columns["size"] not in Size.values:
        errors["size"] = "Kies hoe lang het duurt."
    if columns["theme"] and columns["theme"] not in THEMES:
        errors["theme"] = "Kies een thema uit de lijst."
    if until_on is None:
        errors["until_on"] = "Kies tot en met welke dag dit geldt."
    elif is_past(until_on, today):
        errors["until_on"] = "Kies een dag die nog komt."
    elif (until_on - today).days > FARTHEST:
        errors["until_on"] = "Kies een dag binnen een jaar. Daarna kun je het opnieuw plaatsen."
    if columns["asset"] and (columns["asset"] not in ASSETS or not is_offer):
        errors["asset"] = "Kies wat voor aanbod het is."
    if columns["claim"] and (columns["claim"] not in CLAIMS or not is_offer):
        errors["claim"] = "Kies of je het wilt, kunt of weet."
    return errors | _place_errors(columns, is_offer)


def _place_errors(columns: Mapping[str, Any], is_offer: bool) -> dict[str, str]:
    kind = columns["place_kind"]
    if not kind:
        filled = any(columns[name] for name in _NOT_FOR)
        return {"place_kind": "Kies of het buiten of binnen is."} if filled else {}
    if kind not in PLACES:
        return {"place_kind": "Kies of het buiten of binnen is."}
    if not is_offer or columns["sort"] != SPACE:
        return {"place_kind": "Een plek bied je aan als ruimte."}
    return {}
