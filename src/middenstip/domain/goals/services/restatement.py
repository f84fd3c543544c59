"""Saying in your own words what another half wrote, and whether that is what it means."""

from __future__ import annotations

from datetime import datetime

from middenstip.domain.goals import facts, rules
from middenstip.domain.goals.lifecycle import GOAL, RESTATEMENT
from middenstip.domain.goals.models import Goal, Letter, Restatement
from middenstip.domain.goals.selectors import letters_are_open
from middenstip.domain.goals.services.hold import at_table, fresh, note
from middenstip.kernel import typed
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import Invalid, NotNow, require
from middenstip.kernel.write import write


@write
def restate_letter(*, by: Actor, letter: Letter, text: str, at: datetime) -> Restatement:
    """A seat says in its own words what another half wrote; it may say it anew until it is confirmed."""
    goal = _open_table(by, letter.goal)
    letter = Letter.objects.select_related("seat").get(pk=letter.pk)
    require(rules.may_restate(by, letter))
    text = typed.text(text)
    if not text:
        raise Invalid({"text": "Schrijf op wat jij leest. Eén zin is genoeg."})
    said = Restatement.objects.filter(letter=letter, seat=by.seat_id).first()
    if said and said.text == text:
        return said  # the same form twice
    said = said or Restatement(goal=goal, letter=letter, seat_id=by.seat_id)
    said.state = RESTATEMENT.after(said.state, "restate")
    said.text, said.correction, said.at, said.answered_at = text, "", at, None
    note(facts.LetterRestated, goal, by, at, seat=letter.seat.public_id)
    return said.store()


@write
def confirm_restatement(*, by: Actor, restatement: Restatement, at: datetime) -> Restatement:
    """The writer of the letter says: yes, that is what I mean."""
    return _answer(by, restatement, "confirm", "", at)


@write
def correct_restatement(*, by: Actor, restatement: Restatement, words: str, at: datetime) -> Restatement:
    """The writer of the letter says in a sentence what is meant instead."""
    words = typed.text(words)
    if not words:
        raise Invalid({"words": "Zeg in één zin wat je wel bedoelt."})
    return _answer(by, restatement, "correct", words, at)


def _answer(by: Actor, restatement: Restatement, act: str, correction: str, at: datetime) -> Restatement:
    goal = _open_table(by, restatement.goal)
    said = Restatement.objects.select_related("letter", "seat").get(pk=restatement.pk)
    require(rules.may_confirm(by, said.letter))
    said.state = RESTATEMENT.after(said.state, act)
    said.correction, said.answered_at = correction, at
    kind = facts.RestatementCorrected if correction else facts.RestatementConfirmed
    note(kind, goal, by, at, seat=said.seat.public_id)
    return said.store("state", "correction", "answered_at")


def _open_table(by: Actor, goal: Goal) -> Goal:
    """The table, locked; refused when it ended, and while its letters are closed or hidden."""
    goal = fresh(goal)
    at_table(by, goal)
    if goal.state in GOAL.ends:
        raise NotNow("Deze tafel is klaar. Je kunt lezen wat er op tafel lag.")
    if not letters_are_open(goal):
        raise NotNow("De briefjes zijn nog dicht. Zeg het in eigen woorden als ze open zijn.")
    if goal.is_hidden:
        raise NotNow("Deze tekst is verborgen. Lees bij het besluit waarom.")
    return goal
