"""Seats are invited, and people without a seat by mail or with a link."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from secrets import token_urlsafe

from django.utils import timezone

from middenstip.domain.goals import facts, rules
from middenstip.domain.goals.lifecycle import GOAL, INVITATION, LINK, NOT_FOR_ME, NOT_NOW, OPEN, SENT
from middenstip.domain.goals.models import Goal, Invitation, Link, Use
from middenstip.domain.goals.selectors import chairs_at
from middenstip.domain.goals.services.hold import fresh, note
from middenstip.domain.parties.models import Person, Seat
from middenstip.domain.parties.rules import FACILITATOR
from middenstip.domain.parties.selectors import hold_seat, holds_role, sitting_in
from middenstip.kernel import typed
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import Invalid, NotNow, require
from middenstip.kernel.write import write

VALID = timedelta(days=14)
MOST_PEOPLE = 50  # for one link
MOST_ADDRESSES = 10  # in one go


@write
def invite_seat(*, by: Actor, goal: Goal, seat: Seat, word: str = "", at: datetime) -> Invitation:
    """Invite a seat to the table; a second invitation changes nothing."""
    return invite_seats(by=by, goal=goal, seats=[seat], word=word, at=at)[0]


@write
def invite_seats(
    *, by: Actor, goal: Goal, seats: Iterable[Seat], word: str = "", at: datetime
) -> list[Invitation]:
    """Invite several seats at once: all of them or, when one may not come, none."""
    goal, chairs = _inviting(by, goal)
    return [_invite(by, goal, seat, chairs, word, at) for seat in seats]


@write
def answer_invitation(
    *, by: Actor, invitation: Invitation, answer: str, word: str = "", at: datetime
) -> Invitation:
    """The invited seat does not come: `not_now` or `not_for_me`, with a word. Joining is `join_goal`."""
    invitation = Invitation.objects.select_for_update(of=("self",)).get(pk=invitation.pk)
    if invitation.seat_id != by.seat_id:
        raise NotNow("Deze uitnodiging is voor een andere zetel.")
    if answer not in (NOT_NOW, NOT_FOR_ME):
        raise Invalid({"answer": "Kies ‘niet nu’ of ‘niet voor mij’."})
    invitation.state, invitation.answered_at = INVITATION.after(invitation.state, answer), at
    invitation.word = typed.line(word)
    invitation.store("state", "word", "answered_at")
    note(facts.InvitationDeclined, invitation.goal, by, at, seat=by.seat_public_id)
    return invitation


@write
def withdraw_invitation(*, by: Actor, invitation: Invitation, at: datetime) -> Invitation:
    """A person who may invite takes an open invitation back."""
    _inviting(by, invitation.goal)
    invitation = Invitation.objects.get(pk=invitation.pk)
    invitation.state, invitation.answered_at = INVITATION.after(invitation.state, "withdraw"), at
    return invitation.store("state", "answered_at")


@write
def mail_links(
    *, by: Actor, goal: Goal, addresses: Iterable[str], word: str = "", at: datetime
) -> list[Link]:
    """Invite people by mail address, each with a link that only this address can use, once."""
    goal, _chairs = _inviting(by, goal)
    wanted = list(dict.fromkeys(typed.address(one) for one in addresses if typed.address(one)))
    if not wanted:
        raise Invalid({"addresses": "Vul een e-mailadres in."})
    if len(wanted) > MOST_ADDRESSES:
        raise Invalid({"addresses": "Nodig hooguit tien mensen tegelijk uit."})
    known = {link.address: link for link in goal.links.filter(state=OPEN, address__in=wanted, until__gte=at)}
    return [known.get(one) or _link(by, goal, at, word, address=one, is_mail=True) for one in wanted]


@write
def make_link(*, by: Actor, goal: Goal, most: int, word: str = "", at: datetime) -> Link:
    """A link (and QR code) that this many people can use."""
    goal, _chairs = _inviting(by, goal)
    if not 1 <= most <= MOST_PEOPLE:
        raise Invalid({"most": "Kies een aantal van 1 tot 50."})
    return _link(by, goal, at, word, most=most)


@write
def use_link(*, by: Actor, link: Link, at: datetime) -> Invitation:
    """This person accepts the link in this seat, which is then invited. Joining follows in the journey."""
    hold_seat(by.person_id, by.seat_id, timezone.localdate(at))  # before the table, as in `join_goal`
    goal = fresh(link.goal)
    link = Link.objects.select_related("by").get(pk=link.pk)
    check_link(link, by.person_id, at)
    _use, is_new = Use.objects.get_or_create(link=link, person_id=by.person_id, defaults={"at": at})
    if not is_new:
        raise NotNow("Je gebruikte deze uitnodiging al. Eén uitnodiging werkt één keer per mens.")
    link.used += 1
    link.state = LINK.after(link.state, "use_last" if link.used == link.most else "use")
    _keep(link)
    open_one = goal.invitations.filter(seat=by.seat_id, state=SENT).first()
    if open_one is None:
        open_one = Invitation(goal=goal, seat_id=by.seat_id, by=link.by, at=at, until=at + VALID).store()
    return open_one


@write
def decline_link(*, person: Person, link: Link, word: str = "", at: datetime) -> Link:
    """The person with the address of this mail does not come."""
    link = Link.objects.select_for_update(of=("self",)).get(pk=link.pk)
    check_link(link, person.pk, at)
    if not link.is_mail:
        raise NotNow("Deze uitnodiging is ook voor anderen. Je hoeft niets te doen.")
    link.state, link.word = LINK.after(link.state, "decline"), typed.line(word)
    return _keep(link)


@write
def withdraw_link(*, by: Actor, link: Link, at: datetime) -> Link:
    """A person who may invite takes a link back: from now on it opens nothing."""
    _inviting(by, link.goal)
    link = Link.objects.get(pk=link.pk)
    link.state = LINK.after(link.state, "withdraw")
    return _keep(link)


@write
def claim_mail(*, link: Link, at: datetime) -> bool:
    """Whether this process may mail the link: only one sender gets it."""
    return Link.objects.filter(pk=link.pk, mailed_at=None).update(mailed_at=at) == 1


@write
def release_mail(*, link: Link) -> None:
    """The mail failed: it is tried again."""
    Link.objects.filter(pk=link.pk).update(mailed_at=None)


@write
def forget_uses(*, person: Person) -> None:
    """Delete which links this person used: they were erased."""
    Use.objects.filter(person=person).delete()


@write
def lapse_invitations(*, at: datetime) -> int:
    """Invitations and links end after their last day; the address of a mail is removed. Returns how many."""
    old = Invitation.objects.filter(state=SENT, until__lt=at)
    seats = old.update(state=INVITATION.after(SENT, "lapse"), answered_at=at)
    links = Link.objects.filter(state=OPEN, until__lt=at)
    return seats + links.update(state=LINK.after(OPEN, "lapse"), address="")


def check_link(link: Link, person: int, at: datetime) -> None:
    """Refuse a link that is used up, withdrawn or expired, or that was mailed to another address."""
    if link.state == OPEN and link.until < at:
        raise NotNow("Deze uitnodiging is verlopen. Vraag een nieuwe, of vraag zelf een stoel.")
    LINK.after(link.state, "use")
    if link.is_mail and Person.objects.get(pk=person).email != link.address:
        raise NotNow(
            "Deze uitnodiging ging naar een ander mailadres. Log in met dat adres, of vraag een stoel."
        )


def _inviting(by: Actor, goal: Goal) -> tuple[Goal, set[int]]:
    """The table, locked, and the keys of the seats there; refused when `by` may not invite now."""
    goal = fresh(goal)
    chairs = {chair.seat_id for chair in chairs_at(goal)}
    require(rules.may_bring(by, goal, chairs))
    GOAL.after(goal.state, "join")
    return goal, chairs


def _invite(by: Actor, goal: Goal, seat: Seat, chairs: set[int], word: str, at: datetime) -> Invitation:
    today = timezone.localdate(at)
    leads = holds_role(seat.pk, FACILITATOR, rules.codes_around(goal), today)
    require(rules.may_invite(seat, goal, chairs, leads))
    if seat.side_id is None and not sitting_in([seat.pk], today)[seat.pk]:
        raise NotNow("In deze zetel zit niemand meer. Vraag een ander.")
    told = {"by_id": by.seat_id, "at": at, "until": at + VALID, "word": typed.line(word)}
    invitation, is_new = Invitation.objects.get_or_create(goal=goal, seat=seat, state=SENT, defaults=told)
    if is_new:
        note(facts.SeatInvited, goal, by, at, seat=seat.public_id)
    return invitation


def _link(by: Actor, goal: Goal, at: datetime, word: str, **more: object) -> Link:
    told = {"goal": goal, "by_id": by.seat_id, "at": at, "until": at + VALID, "word": typed.line(word)}
    return Link(token=token_urlsafe(18), **told, **more).store()


def _keep(link: Link) -> Link:
    """Store it; the address of a mail is removed when nobody can use the link any more."""
    if link.state != OPEN:
        link.address = ""
    return link.store("state", "used", "word", "address")
