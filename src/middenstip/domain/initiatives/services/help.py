"""Helping: a seat offers, the initiator answers, and the help ends."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from middenstip.domain.initiatives import facts, rules
from middenstip.domain.initiatives.lifecycle import HELP
from middenstip.domain.initiatives.models import Initiative, Partner
from middenstip.domain.initiatives.services.halves import join_half
from middenstip.domain.initiatives.services.record import record_about
from middenstip.domain.initiatives.services.reins import share_reins
from middenstip.domain.parties.selectors import hold_seat
from middenstip.kernel import typed
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import Invalid, NotNow, require
from middenstip.kernel.write import write


@write
def offer_help(
    *, by: Actor, initiative: Initiative, brings: str, gets: str, fears: str, has_read: bool, at: datetime
) -> Partner:
    """A seat offers to take part, after reading the regie-kaart."""
    require(rules.may_offer_help(by, initiative))
    if not has_read:
        raise Invalid({"has_read": "Lees eerst wat vastligt. Zet daarna het vinkje."})
    if not typed.text(brings):
        raise Invalid({"brings": "Vertel wat je kunt doen. Eén zin is genoeg."})
    hold_seat(by.person_id, by.seat_id, timezone.localdate(at))
    if initiative.partners.filter(seat=by.seat_id, state__in=["offered", "accepted"]).exists():
        raise NotNow("Je hebt al aangeboden om te helpen.")
    card = initiative.reins_cards.order_by("-number").first()
    partner = Partner(
        initiative=initiative,
        seat_id=by.seat_id,
        brings=typed.text(brings),
        gets=typed.text(gets),
        fears=typed.text(fears),
        reins_number=card.number if card else 0,
        offered_at=at,
    ).store()
    record_about(facts.HelpOffered, initiative, by, at, seat=by.seat_public_id)
    return partner


@write
def answer_help(
    *, by: Actor, partner: Partner, accept: bool, has_ticked: bool = False, at: datetime
) -> Partner:
    """The initiator accepts or declines an offer of help. The first one asks for the tick about control."""
    partner = _fresh(partner)
    initiative = partner.initiative
    require(rules.may_answer_help(by, initiative))
    partner.state = HELP.after(partner.state, "accept" if accept else "decline")
    if accept:
        share_reins(by=by, initiative=initiative, has_ticked=has_ticked, at=at)
    partner.store("state")
    seat = partner.seat
    if accept:
        if seat.confirmed_at:
            join_half(initiative=initiative, half=seat.half)
        record_about(facts.HelpAccepted, initiative, by, at, seat=seat.public_id, helping_half=seat.half)
    else:
        record_about(facts.HelpDeclined, initiative, by, at, seat=seat.public_id)
    return partner


@write
def stop_help(*, by: Actor, partner: Partner, at: datetime) -> Partner:
    """A seat stops taking part."""
    require(rules.may_end_help(by, partner))
    partner = _fresh(partner)
    was_public = partner.state == "accepted"
    partner.state = HELP.after(partner.state, "leave")
    partner.store("state")
    if was_public:
        seat = partner.seat
        record_about(facts.HelpEnded, partner.initiative, by, at, seat=seat.public_id, helping_half=seat.half)
    return partner


def _fresh(partner: Partner) -> Partner:
    """The offer as it is now, locked until the end of the transaction."""
    rows = Partner.objects.select_for_update(of=("self",)).select_related("seat", "initiative__area")
    return rows.get(pk=partner.pk)
