"""Agreements at a table are proposed, signed, and kept or not."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from middenstip.demo.rooms.step import Step
from middenstip.demo.stories import Promise
from middenstip.demo.teller import Teller, by_day
from middenstip.domain.agreements import services as agreements
from middenstip.journeys import sign_agreement


def promise(teller: Teller) -> None:
    for one in teller.story.promises:
        _promise(teller, one)


def _promise(teller: Teller, one: Promise) -> None:
    assert teller.goal
    signers = (one.who, one.to, *one.also)
    seats = [teller.seat(who) for who in signers]
    agreement = agreements.propose_agreement(
        by=teller.initiator,
        goal=teller.goal,
        promisor=seats[0],
        promisee=seats[1],
        what=one.what,
        due_on=timezone.localdate(teller.now) + timedelta(days=one.due),
        conditions=one.conditions,
        also_sign=seats[2:],
        at=teller.at(),
    )
    for who in one.signed if one.state == "proposed" else signers:
        by = teller.cast[who]
        agreement = sign_agreement.sign(by=by, agreement=agreement, number=1, at=teller.at())
    to, at = teller.cast[one.to], by_day(teller.now - timedelta(days=max(-one.due, 2), hours=3))
    if one.state == "done":
        agreements.keep_agreement(by=to, agreement=agreement, at=at)
    if one.state == "not_met":
        agreements.miss_agreement(by=to, agreement=agreement, why_not=one.why, at=at)


STEPS = (Step(70, promise),)
