"""What people do in a dialogue: say something, recognise, answer, say what they need; and the replies."""

from __future__ import annotations

from datetime import datetime

from middenstip.domain.deliberation import rules
from middenstip.domain.deliberation.lifecycle import ARROW, LIVES, NO, OTHER, SAID_IN, UNDER
from middenstip.domain.deliberation.models import (
    CONDITION_LENGTH,
    TEXT_LENGTH,
    VIEW_LENGTH,
    Attendee,
    Dialogue,
    Recognised,
    Stance,
    View,
)
from middenstip.domain.deliberation.selectors.dialogues import attendees_of, hold_dialogue
from middenstip.domain.deliberation.services.dialogues import hold_attendee
from middenstip.kernel import typed
from middenstip.kernel.actor import Actor
from middenstip.kernel.ids import new_id
from middenstip.kernel.once import once
from middenstip.kernel.verdict import Invalid, NotNow, require
from middenstip.kernel.write import write

TOO_LONG = "Dit is te lang. Zeg het korter."


def _again(public_id: str) -> View:
    return View.objects.get(public_id=public_id)


@write
@once(_again)
def say(
    *,
    by: Actor,
    dialogue: Dialogue,
    text: str,
    number: int | None = None,
    key: str = "",
    public_id: str = "",
    at: datetime,
) -> View:
    """Say one thing. What kind of thing it is, follows from the step. No name stands with it."""
    dialogue = _after(dialogue, "say")
    attendee = hold_attendee(by, dialogue, number)
    text = _line(text, "text", VIEW_LENGTH)
    if not text:
        raise Invalid({"text": "Schrijf eerst wat je wilt zeggen."})
    if dialogue.state == UNDER:
        rules.check_safe(attendees_of(dialogue))
    _spoke(attendee, dialogue)
    kind = SAID_IN[dialogue.state]
    told = {"dialogue": dialogue, "attendee": attendee, "kind": kind, "text": text, "at": at}
    return View(public_id=public_id or new_id(), **told).store()


@write
def pass_turn(*, by: Actor, dialogue: Dialogue, number: int | None = None, at: datetime) -> Attendee:
    """Nothing to add, when asked for another sound or for an opinion."""
    dialogue = _after(dialogue, "pass")
    attendee = hold_attendee(by, dialogue, number)
    _spoke(attendee, dialogue)
    return attendee


@write
def recognise(
    *,
    by: Actor,
    dialogue: Dialogue,
    view: View,
    is_yes: bool,
    words: str = "",
    number: int | None = None,
    at: datetime,
) -> Recognised:
    """Say whether you recognise another sound, also a little; or what an arrow did. It may be changed."""
    dialogue = _after(dialogue, "recognise")
    attendee = hold_attendee(by, dialogue, number)
    words = _line(words, "words", VIEW_LENGTH)
    is_arrow = dialogue.state == UNDER
    if view.dialogue_id != dialogue.pk or view.kind != (ARROW if is_arrow else OTHER):
        raise NotNow("Bij deze zin kan dat nu niet.")
    if view.attendee_id == attendee.pk and not is_arrow:
        raise NotNow("Dit zei je zelf. Nu zijn de anderen aan de beurt.")
    if is_arrow and is_yes and not words:
        raise Invalid({"words": "Zeg wat je ervan leert."})
    one = Recognised.objects.filter(view=view, attendee=attendee).first()
    one = one or Recognised(view=view, attendee=attendee)
    one.is_yes, one.words = is_yes, words
    return one.store()


@write
def agree_safety(*, by: Actor, dialogue: Dialogue, number: int | None = None, at: datetime) -> Attendee:
    """Agree with the rules for safety, before anybody speaks under the surface."""
    dialogue = _after(dialogue, "agree")
    attendee = hold_attendee(by, dialogue, number)
    attendee.is_safe = True
    return attendee.store("is_safe")


@write
def answer_round(
    *,
    by: Actor,
    dialogue: Dialogue,
    choice: str,
    need: str = "",
    number: int | None = None,
    at: datetime,
) -> Stance:
    """Answer the proposal in this round. It may be changed until the round is closed."""
    dialogue = _after(dialogue, "answer")
    attendee = hold_attendee(by, dialogue, number)
    need = _line(need, "need", CONDITION_LENGTH) if choice == NO else ""
    rules.check_stance(dialogue.method, choice, need)
    told = {"dialogue": dialogue, "attendee": attendee, "round": dialogue.round}
    stance = Stance.objects.filter(**told).first() or Stance(**told)
    stance.choice, stance.need = choice, need
    return stance.store()


@write
def say_need(*, by: Actor, dialogue: Dialogue, need: str, number: int | None = None, at: datetime) -> Stance:
    """Who said no says what they need to go along; empty means that nothing would help."""
    dialogue = _after(dialogue, "need")
    attendee = hold_attendee(by, dialogue, number)
    need = _line(need, "need", CONDITION_LENGTH)
    stance = Stance.objects.filter(attendee=attendee, round=dialogue.round, choice=NO).first()
    if stance is None:
        raise NotNow("Dit vragen we aan wie nee zei.")
    if stance.reply and need != stance.need:
        raise NotNow("Hierop kwam al een antwoord. Zeg het in de volgende ronde.")
    stance.need, stance.needs_nothing = need, not need
    return stance.store("need", "needs_nothing")


@write
def reply_to_need(
    *, by: Actor, dialogue: Dialogue, stance: Stance, reply: str, reason: str, at: datetime
) -> Stance:
    """Taken up, partly, or not with the reason. It may be corrected in this round."""
    dialogue = _after(dialogue, "reply")
    require(rules.may_lead(by, dialogue))
    reason = _line(reason, "reason", CONDITION_LENGTH)
    rules.check_reply(reply, reason)
    stance = Stance.objects.get(pk=stance.pk)
    if stance.dialogue_id != dialogue.pk or stance.round != dialogue.round or not stance.need:
        raise NotNow("Hier valt nu niets te antwoorden.")
    stance.reply, stance.reason = reply, reason
    return stance.store("reply", "reason")


@write
def propose_text(*, by: Actor, dialogue: Dialogue, text: str, at: datetime) -> Dialogue:
    """Write down the proposal as the group says it now."""
    dialogue = _after(dialogue, "propose")
    require(rules.may_lead(by, dialogue))
    text = typed.text(text)
    if not text:
        raise Invalid({"text": "Schrijf eerst het voorstel op."})
    if len(text) > TEXT_LENGTH:
        raise Invalid({"text": TOO_LONG})
    dialogue.text = text
    return dialogue.store("text")


def _after(dialogue: Dialogue, act: str) -> Dialogue:
    """The dialogue, locked, when this act is possible now."""
    dialogue = hold_dialogue(dialogue)
    LIVES[dialogue.method].after(dialogue.state, act)
    return dialogue


def _spoke(attendee: Attendee, dialogue: Dialogue) -> None:
    if not attendee.has_spoken and LIVES[dialogue.method].allows(dialogue.state, "pass"):
        attendee.has_spoken = True
        attendee.store("has_spoken")


def _line(text: str, name: str, most: int) -> str:
    text = typed.line(text)
    if len(text) > most:
        raise Invalid({name: TOO_LONG})
    return text
