"""How a dialogue goes: who leads, who takes part, and when the next step can begin."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from middenstip.domain.deliberation.lifecycle import ARROW, DEEP, NO, OTHER, ROUNDS, STANCES
from middenstip.domain.deliberation.models import Attendee, Dialogue, Recognised, Stance, View
from middenstip.domain.goals.rules import leads
from middenstip.kernel.actor import Actor
from middenstip.kernel.half import Half
from middenstip.kernel.verdict import YES, Invalid, NotNow, Verdict, no, said

LEADS = "Je leidt dit gesprek. Daarom praat en stem je niet mee."
NOT_LEADING = "Dit doet wie het gesprek leidt."
NOT_THERE = "Doe eerst mee aan het gesprek."
GONE = "Deze deelnemer is er niet meer."
SEVERAL_ROUNDS = 2  # before a dialogue may go under the surface


def may_lead(by: Actor, dialogue: Dialogue) -> Verdict:
    """The seat that opened the dialogue, or a facilitator of this area, leads it."""
    return YES if by.seat_id == dialogue.led_by_id or leads(by, dialogue.goal) else no(NOT_LEADING)


def may_attend(hats: Iterable[Actor], dialogue: Dialogue) -> Verdict:
    """Who leads with any of their hats does not take part: a facilitator has no vote."""
    return no(LEADS) if any(may_lead(hat, dialogue) for hat in hats) else YES


def present(attendees: Iterable[Attendee]) -> list[Attendee]:
    return [one for one in attendees if one.left_at is None]


def check_halves(attendees: Iterable[Attendee]) -> None:
    """`NotNow` unless somebody of every half is there."""
    here = {one.half for one in present(attendees)}
    for half in Half:
        if half.value not in here:
            reason = "Er is nog niemand van de %(half)s. Wacht tot alle drie er zijn."
            raise NotNow(said(reason, half=half.value))


def check_everybody_spoke(attendees: Iterable[Attendee]) -> None:
    """`NotNow` while somebody was not asked for another sound, or did not have their turn."""
    waits = [one.number for one in present(attendees) if not one.has_spoken]
    if waits:
        numbers = ", ".join(f"{number}" for number in waits)
        raise NotNow(said("Vraag eerst iedereen. Nummer %(numbers)s zei nog niets.", numbers=numbers))


def check_carried(
    attendees: Iterable[Attendee], views: Iterable[View], recognised: Collection[Recognised]
) -> None:
    """`NotNow` while another sound stands alone, and not everybody was asked whether they recognise it."""
    here = {one.pk for one in present(attendees)}
    for view in views:
        answers = {one.attendee_id: one.is_yes for one in recognised if one.view_id == view.pk}
        waits = here - set(answers) - {view.attendee_id}
        if view.kind == OTHER and waits and not any(answers.values()):
            reason = "Vraag bij elk ander geluid wie het herkent. Eerst: “%(words)s”"
            raise NotNow(said(reason, words=view.text))


def check_proposal(dialogue: Dialogue) -> None:
    """`NotNow` without a proposal to answer to, or with the one that was answered before."""
    if not dialogue.text:
        raise NotNow("Schrijf eerst het voorstel op.")
    if dialogue.round and dialogue.text == dialogue.asked_text:
        raise NotNow("Schrijf eerst een nieuwe tekst. Over deze tekst gaf iedereen al antwoord.")


def check_answered(attendees: Iterable[Attendee], stances: Collection[Stance]) -> None:
    """`NotNow` while somebody did not answer this round, or a whole half did not."""
    check_halves(attendees)
    answered = {one.attendee_id for one in stances}
    waits = [one.number for one in present(attendees) if one.pk not in answered]
    if waits:
        numbers = ", ".join(f"{number}" for number in waits)
        raise NotNow(said("Nog niet iedereen gaf antwoord. Wacht op nummer %(numbers)s.", numbers=numbers))


def check_needs(attendees: Iterable[Attendee], stances: Iterable[Stance]) -> None:
    """`NotNow` while somebody who said no was not asked what they need, or got no answer."""
    here = {one.pk: one.number for one in present(attendees)}
    for one in stances:
        if one.choice != NO:
            continue
        if not one.need and not one.needs_nothing and one.attendee_id in here:
            number = here[one.attendee_id]
            raise NotNow(said("Vraag nummer %(number)s eerst wat die nodig heeft.", number=number))
        if one.need and not one.reply:
            raise NotNow(said("Geef eerst antwoord op: “%(need)s”", need=one.need))


def check_decides(dialogue: Dialogue, stances: Collection[Stance], halves: Mapping[int, str]) -> None:
    """`NotNow` unless in every half more said yes than no, to the text as it stands.

    `halves` is the half of each attendee (a key).
    """
    if dialogue.text != dialogue.asked_text:
        raise NotNow("De tekst is veranderd. Vraag eerst wat iedereen van deze tekst vindt.")
    for half in Half:
        own = [one.choice for one in stances if halves[one.attendee_id] == half.value]
        if own.count("ja") <= own.count(NO):
            raise NotNow(said("Van de %(half)s zei niet meer dan de helft ja.", half=half.value))


def check_dive(dialogue: Dialogue) -> None:
    """`NotNow` before the talk was tried in several rounds."""
    if dialogue.round < SEVERAL_ROUNDS:
        raise NotNow("Probeer eerst een tweede ronde. Dit is er alleen als het vastloopt.")


def check_safe(attendees: Iterable[Attendee]) -> None:
    """`NotNow` while somebody did not agree with the rules for safety."""
    if any(not one.is_safe for one in present(attendees)):
        raise NotNow("Eerst zegt iedereen ja tegen de regels. Dan pas gooien jullie pijlen.")


def check_surfaced(
    attendees: Iterable[Attendee], views: Iterable[View], recognised: Collection[Recognised]
) -> None:
    """`NotNow` before both sides spoke, and everybody said which arrow hit them."""
    arrows = {one.pk: one.attendee_id for one in views if one.kind == ARROW}
    if len(set(arrows.values())) < 2:
        raise NotNow("Laat eerst twee kanten alles zeggen.")
    answered = {one.attendee_id for one in recognised if one.view_id in arrows}
    if any(one.pk not in answered for one in present(attendees)):
        raise NotNow("Iedereen zegt eerst welke pijl raakt, of dat er geen raakt.")


def check_stance(method: str, choice: str, need: str) -> None:
    """`Invalid` for an unknown answer; an objection says what harm it sees."""
    if choice not in STANCES:
        raise Invalid({"choice": "Kies een van de antwoorden."})
    if method == ROUNDS and choice == NO and not need:
        raise Invalid({"need": "Zeg welke schade je ziet. Zonder reden is het geen bezwaar."})
    if method == DEEP and need:
        raise Invalid({"need": "Wat je nodig hebt, vragen we na het tellen."})
