"""The regie-kaart: what is fixed, what is negotiable, what is open."""

from __future__ import annotations

from datetime import datetime

from middenstip.domain.initiatives import facts, rules
from middenstip.domain.initiatives.models import Initiative, ReinsCard
from middenstip.domain.initiatives.services.halves import hold_initiative
from middenstip.domain.initiatives.services.record import record_about
from middenstip.domain.initiatives.services.texts import CHANGED_SINCE, values_of
from middenstip.kernel.actor import Actor
from middenstip.kernel.typed import points
from middenstip.kernel.verdict import Invalid, Stale, require
from middenstip.kernel.write import write

SHARES = "shares_reins"  # the name of the tick in every form
REINS = ("fixed", "negotiable", "open")


@write
def write_reins_card(
    *, by: Actor, initiative: Initiative, fixed: str, negotiable: str, open: str, number: int, at: datetime
) -> ReinsCard:
    """Save a new version of the regie-kaart, by the initiator. Identical texts make no new version.

    Raises `Stale` when a newer card than `number` (0 for none) was saved.
    """
    require(rules.may_change(by, initiative))
    last = initiative.reins_cards.order_by("-number").first()
    words = {"fixed": points(fixed), "negotiable": points(negotiable), "open": points(open)}
    if last and all(getattr(last, key) == words[key] for key in words):
        return last
    if number != (last.number if last else 0):
        raise Stale(CHANGED_SINCE, values_of(last or ReinsCard(), REINS))
    card = ReinsCard(initiative=initiative, number=number + 1, at=at, **words).store()
    if initiative.submitted_at:
        record_about(facts.ReinsChanged, initiative, by, at, number=card.number)
    return card


@write
def share_reins(*, by: Actor, initiative: Initiative, has_ticked: bool, at: datetime) -> Initiative:
    """Keep the moment at which the initiator ticked that working together costs some control.

    Every service in which a first partner comes in starts with this. It is asked once.
    """
    require(rules.may_answer_help(by, initiative))
    held = hold_initiative(initiative.pk)
    if held.shares_reins_at is None and has_ticked:
        held.shares_reins_at = at
        held.store("shares_reins_at")
        record_about(facts.ReinsShared, initiative, by, at)
    initiative.shares_reins_at = held.shares_reins_at
    verdict = rules.may_take_partner(initiative)
    if not verdict:
        raise Invalid({SHARES: verdict.reason})
    return initiative
