"""Services that write reactions, replies and recognitions."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

from django.db.models import Count, Min
from django.utils import timezone

from middenstip.domain.areas.models import Area
from middenstip.domain.initiatives.models import Update
from middenstip.domain.parties.selectors import hold_person
from middenstip.domain.reactions import facts, rules
from middenstip.domain.reactions.lifecycle import KINDS, OWED, REACTION, SHOWN
from middenstip.domain.reactions.models import Reaction, Recognition, Talk
from middenstip.domain.reactions.selectors import About, answering_seats, reaction_by_id, talk_about
from middenstip.journal.record import record
from middenstip.kernel import hidden, typed
from middenstip.kernel.actor import Actor, Doer
from middenstip.kernel.ids import new_id
from middenstip.kernel.once import once
from middenstip.kernel.verdict import Invalid, NotNow, require
from middenstip.kernel.write import write

EMPTY = "Schrijf eerst je reactie."


def _again(public_id: str) -> Reaction:
    return Reaction.objects.get(public_id=public_id)


@write
@once(_again)
def place_reaction(
    *,
    by: Doer,
    about: About,
    kind: str,
    text: str,
    update: Update | None = None,
    key: str = "",
    public_id: str = "",
    at: datetime,
) -> Reaction:
    """React to a thing, or to a news item of an initiative. A concern or question waits for an answer."""
    if kind not in KINDS:
        raise Invalid({"kind": "Kies wat je wilt zeggen."})
    text = _text(text)
    hold_person(by.person_id)  # the limit per day is counted by one request at a time
    talk = talk_about(about)
    require(rules.may_react(talk, kind))
    require(rules.may_write_again(_written_today(by, at)))
    talk = _held(talk)
    is_owed = kind in OWED and rules.owes_answers(talk)
    is_owed = is_owed and not rules.is_answering(by, talk, answering_seats(talk))
    reaction = Reaction(
        public_id=public_id or new_id(),
        talk=talk,
        update=update,
        kind=kind,
        text=text,
        is_owed=is_owed,
        waits=is_owed,
        at=at,
        **_writer(by),
    ).store()
    setattr(talk, kind, getattr(talk, kind) + 1)
    _count(talk)
    _record(facts.ReactionPlaced, reaction, by, at, sort=kind, about="news" if update else talk.subject)
    return reaction


@write
@once(_again)
def reply(
    *, by: Doer, reaction: Reaction, text: str, key: str = "", public_id: str = "", at: datetime
) -> Reaction:
    """Reply to a reaction, one level deep. A reply by the side of the initiator is the answer."""
    text = _text(text)
    hold_person(by.person_id)
    reaction = _fresh(reaction)
    talk = reaction.talk
    if reaction.parent_id:
        raise NotNow("Je kunt hier niet op antwoorden. Antwoord op de reactie erboven.")
    REACTION.after(reaction.state, "reply")
    seats = answering_seats(talk)
    require(rules.may_reply(by, talk, seats))
    is_answer = rules.is_answering(by, talk, seats) and by.person_id != reaction.person_id
    if not is_answer:
        require(rules.may_write_again(_written_today(by, at)))
    answer = Reaction(
        public_id=public_id or new_id(),
        talk=talk,
        parent=reaction,
        text=text,
        is_answer=is_answer,
        at=at,
        **_writer(by),
    ).store()
    reaction.reply_count += 1
    reaction.store("reply_count")
    _settle(reaction)
    kind: Any = facts.ReactionAnswered if is_answer else facts.ReactionReplied
    sort = {"sort": reaction.kind} if is_answer else {}
    _record(kind, reaction, by, at, reply=answer.public_id, **sort)
    return answer


@write
def change_reaction(*, by: Doer, reaction: Reaction, text: str, at: datetime) -> Reaction:
    """The writer changes the text within an hour; the page then says that it was changed."""
    require(rules.may_change(by, reaction, at))
    text = _text(text)
    reaction = _fresh(reaction)
    reaction.state = REACTION.after(reaction.state, "change")
    if text != reaction.text:
        reaction.text, reaction.changed_at = text, at
        reaction.store("text", "changed_at")
        _record(facts.ReactionChanged, reaction, by, at)
    return reaction


@write
def withdraw_reaction(*, by: Doer, reaction: Reaction, at: datetime) -> Reaction:
    """The writer withdraws a reaction or reply: its text is deleted, its replies stay."""
    require(rules.may_withdraw(by, reaction))
    reaction = _step(reaction, "withdraw", text="", hidden=None)
    _record(facts.ReactionWithdrawn, reaction, by, at)
    return reaction


@write
def hide_reaction(*, code: str, words: str, by: Actor | None, at: datetime) -> None:
    """Put `words` in place of a reaction or reply: called by the journeys of moderation."""
    reaction = _again(code)
    if reaction.state == SHOWN:
        reaction = _step(reaction, "hide")
    hidden.hide(reaction, words)
    _record(facts.ReactionHidden, reaction, by, at)


@write
def show_reaction(*, code: str, by: Actor | None, at: datetime) -> None:
    """Put the text back, and let readers count it again. `NotNow` when it is not hidden."""
    reaction = _step(_again(code), "show")
    hidden.show(reaction)
    _record(facts.ReactionRestored, reaction, by, at)


@write
def recognise(*, by: Doer, reaction: Reaction, is_familiar: bool = True, at: datetime) -> Reaction:
    """Say that a reaction is familiar, or no longer. Twice the same changes nothing."""
    require(rules.may_recognise(by, reaction))
    reaction = _fresh(reaction)
    REACTION.after(reaction.state, "recognise")
    known = Recognition.objects.filter(reaction=reaction, person=by.person_id)
    if is_familiar and not known.exists():
        Recognition(reaction=reaction, person_id=by.person_id, at=at).store()
    elif not is_familiar:
        known.delete()
    reaction.recognised_count = reaction.recognitions.count()
    return reaction.store("recognised_count")


def _step(reaction: Reaction, act: str, **columns: Any) -> Reaction:
    """Take a step that changes whether it can be read, and count again."""
    reaction = _fresh(reaction)
    before = reaction.state
    reaction.state = REACTION.after(before, act)
    for name, value in columns.items():
        setattr(reaction, name, value)
    reaction.store("state", *columns)
    change = (reaction.state == SHOWN) - (before == SHOWN)
    parent = reaction.parent
    if parent:
        parent.reply_count += change
        parent.store("reply_count")
        _settle(parent)
        return reaction
    talk = reaction.talk
    setattr(talk, reaction.kind, getattr(talk, reaction.kind) + change)
    _settle(reaction)
    return reaction


def _settle(reaction: Reaction) -> None:
    """Whether a reaction waits for an answer, after a change to it or to one of its replies."""
    answers = reaction.replies.filter(is_answer=True, state=SHOWN)
    reaction.waits = reaction.is_owed and reaction.state == SHOWN and not answers.exists()
    reaction.store("waits")
    _count(reaction.talk)


def _count(talk: Talk) -> None:
    """Store the numbers of the talk; only the reactions that wait are counted again."""
    waiting = talk.reactions.filter(waits=True).aggregate(number=Count("*"), since=Min("at"))
    talk.waiting, talk.waiting_since = waiting["number"], waiting["since"]
    talk.store(*KINDS, "waiting", "waiting_since")


def _held(talk: Talk) -> Talk:
    """The talk as it is stored, locked; made when this is the first reaction."""
    if talk.pk is None:
        return talk.store()
    held = Talk.objects.select_for_update().get(pk=talk.pk)
    for name in (*KINDS, "waiting", "waiting_since"):
        setattr(talk, name, getattr(held, name))
    return talk


def _fresh(reaction: Reaction) -> Reaction:
    """The reaction as it is now, with its talk locked: one change in a talk at a time."""
    Talk.objects.select_for_update().get(pk=reaction.talk_id)
    found = reaction_by_id(reaction.public_id)
    assert found
    if found.parent:
        found.parent.talk = found.talk
    return found


def _text(text: str) -> str:
    text = typed.text(text)
    if not text:
        raise Invalid({"text": EMPTY})
    return text


def _writer(by: Doer) -> dict[str, int | None]:
    return {"person_id": by.person_id, "seat_id": by.seat_id if isinstance(by, Actor) else None}


def _written_today(by: Doer, at: datetime) -> int:
    midnight = timezone.make_aware(datetime.combine(timezone.localdate(at), time()))
    return Reaction.objects.filter(person=by.person_id, at__gte=midnight, is_answer=False).count()


def _record(kind: Any, reaction: Reaction, by: Doer | None, at: datetime, **data: Any) -> None:
    talk = reaction.talk
    area: Area = talk.thing.area
    thread = talk.initiative.public_id if talk.initiative else ""
    subject = reaction.parent.public_id if reaction.parent else reaction.public_id
    record(kind(subject=subject, thread=thread, **area.where, **data), by=by, at=at)
