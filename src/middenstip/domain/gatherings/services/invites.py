"""Services for institutions that are invited into the process of an initiative."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from middenstip.domain.gatherings import facts, rules
from middenstip.domain.gatherings.lifecycle import ANSWER_DAYS, ANSWERS, ASKED, INVITE, YES
from middenstip.domain.gatherings.models import ProcessInvite
from middenstip.domain.gatherings.selectors import invites_to_ring
from middenstip.domain.gatherings.services.record import fresh_invite, record_invite
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.initiatives.rules import may_take_partner
from middenstip.domain.parties.models import Seat
from middenstip.domain.parties.selectors import manager_above, sitting_in
from middenstip.kernel import typed
from middenstip.kernel.actor import Actor, Doer
from middenstip.kernel.ids import new_id
from middenstip.kernel.once import once
from middenstip.kernel.term import REMINDERS
from middenstip.kernel.verdict import Invalid, require
from middenstip.kernel.write import write

AT_ONCE = 200


@write
@once(lambda public_id: ProcessInvite.objects.get(public_id=public_id))
def invite_institution(
    *,
    by: Actor,
    initiative: Initiative,
    seat: Seat,
    what_for: str,
    key: str = "",
    public_id: str = "",
    at: datetime,
) -> ProcessInvite:
    """Invite a seat of an institution. While it waits for an answer, the same seat is invited once."""
    initiative = (
        Initiative.objects.select_for_update(of=("self",)).select_related("area").get(pk=initiative.pk)
    )
    require(rules.may_invite(by, initiative))
    require(rules.may_be_invited(seat.half))
    if not (verdict := may_take_partner(initiative)):
        raise Invalid({"shares_reins": verdict.reason})
    what_for, today = typed.name("what_for", what_for), timezone.localdate(at)
    if not what_for:
        raise Invalid({"what_for": "Schrijf op waarvoor je deze organisatie vraagt."})
    if not sitting_in([seat.pk], today)[seat.pk]:
        raise Invalid({"seat": "Deze zetel is leeg: niemand leest je uitnodiging. Kies een andere."})
    if ProcessInvite.objects.filter(initiative=initiative, seat=seat, state=ASKED).exists():
        raise Invalid({"seat": "Deze zetel is al uitgenodigd. Het antwoord komt nog."})
    invite = ProcessInvite(
        public_id=public_id or new_id(),
        initiative=initiative,
        seat=seat,
        by_id=by.person_id,
        what_for=what_for,
        asked_at=at,
    )
    invite.start_term(today, ANSWER_DAYS)
    invite.store()
    assert invite.due_on
    due = invite.due_on.isoformat()
    record_invite(facts.InstitutionInvited, invite, by, at, seat=seat.public_id, due=due)
    return invite


@write
def answer_invite(*, by: Actor, invite: ProcessInvite, answer: str, text: str, at: datetime) -> ProcessInvite:
    """The seat says yes, yes if, or no with the reason. The first answer says whether it was in time."""
    invite = fresh_invite(invite)
    require(rules.may_answer(by, invite))
    if answer not in ANSWERS:
        raise Invalid({"answer": "Kies een antwoord."})
    text = typed.text(text)
    if (answer, text) == (invite.state, invite.answer):
        return invite
    state = INVITE.after(invite.state, answer)
    if not text and answer != YES:
        raise Invalid({"text": "Leg uit waarom, of onder welke voorwaarde."})
    if invite.was_in_time is None:
        assert invite.due_on
        invite.was_in_time = timezone.localdate(at) <= invite.due_on
    invite.state, invite.answer, invite.answered_at = state, text, at
    invite.end_term()
    invite.store("state", "answer", "answered_at", "was_in_time", "bell_on")
    seat = invite.seat.public_id
    record_invite(facts.InstitutionAnswered, invite, by, at, seat=seat, answer=answer)
    return invite


@write
def withdraw_invite(*, by: Doer, invite: ProcessInvite, at: datetime) -> ProcessInvite:
    """The initiator no longer asks."""
    invite = fresh_invite(invite)
    require(rules.may_withdraw(by, invite))
    invite.state = INVITE.after(invite.state, "withdraw")
    invite.end_term()
    invite.store("state", "bell_on")
    record_invite(facts.InstitutionWithdrawn, invite, by, at)
    return invite


def ring_invites(*, at: datetime) -> int:
    """Ring every bell of today and earlier; returns the number of invitations. Safe to run twice."""
    number = 0
    while waiting := invites_to_ring(timezone.localdate(at), AT_ONCE):
        for invite in waiting:
            _ring(invite=invite, at=at)
        number += len(waiting)
    return number


@write
def _ring(*, invite: ProcessInvite, at: datetime) -> None:
    invite, today = fresh_invite(invite), timezone.localdate(at)
    due = invite.due_on.isoformat() if invite.due_on else ""
    for bell in invite.ring(today):
        if bell in REMINDERS:
            record_invite(facts.InstitutionReminded, invite, None, at, bell=bell, due=due)
            continue
        around = (invite.initiative.area, invite.initiative.district, invite.initiative.municipality)
        manager, _is_up = manager_above(list(dict.fromkeys(one.code for one in around if one)), today)
        named = manager.public_id if manager else ""
        record_invite(facts.InstitutionEscalated, invite, None, at, bell=bell, due=due, seat=named)
    invite.store("bell_on")
