"""Who may react, reply, change and withdraw."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from middenstip.domain.goals.lifecycle import GOAL
from middenstip.domain.initiatives.lifecycle import DRAFT, STAGES
from middenstip.domain.initiatives.rules import is_initiator
from middenstip.domain.learning.lifecycle import PUBLISHED
from middenstip.domain.questions.lifecycle import WITHDRAWN as GONE
from middenstip.domain.reactions.lifecycle import ANSWERING, CHANGEABLE, MOST_A_DAY, OWED, SHOWN
from middenstip.domain.reactions.models import Reaction, Talk
from middenstip.kernel.actor import Actor, Doer
from middenstip.kernel.verdict import YES, Verdict, no, said

ENDED = "Dit initiatief is afgesloten. Je kunt lezen wat mensen zeiden, niet meer reageren."
TABLE_ENDED = "Deze tafel is gestopt. Je kunt lezen wat mensen zeiden, niet meer reageren."
NOT_TO_READ = "Dit is nu niet te lezen. Reageren kan dan ook niet."
UNLED = "De initiatiefnemer is weg. Op een zorg of vraag kan niemand meer antwoord geven."


def may_react(talk: Talk, kind: str = "") -> Verdict:
    """Everyone who is logged in may react to what is public and runs."""
    initiative, goal = talk.initiative, talk.goal
    if initiative and initiative.stage == DRAFT:
        return no("Dit idee is nog een concept.")
    if initiative and not STAGES.acts(initiative.stage):
        return no(ENDED)
    if goal and not GOAL.acts(goal.state):
        return no(TABLE_ENDED)
    if talk.question_asked and (talk.question_asked.state == GONE or talk.question_asked.is_hidden):
        return no(NOT_TO_READ)
    if talk.study and (talk.study.state != PUBLISHED or talk.study.is_hidden):
        return no(NOT_TO_READ)
    if kind in OWED and initiative and initiative.initiator.erased_at:
        return no(UNLED)
    return YES


def may_write_again(written: int) -> Verdict:
    """The limit per person per day; `written` is the number of reactions of today."""
    if written >= MOST_A_DAY:
        reason = "Je schreef vandaag al %(count)s reacties. Morgen kun je weer verder."
        return no(said(reason, count=MOST_A_DAY))
    return YES


def may_reply(by: Doer, talk: Talk, seats: Collection[int]) -> Verdict:
    """As reacting; the side of the initiator (`seats` are keys) may also answer after the end."""
    if is_answering(by, talk, seats):
        return YES
    return may_react(talk)


def may_change(by: Doer, reaction: Reaction, at: datetime) -> Verdict:
    """The writer may change the text for an hour; after that others may have relied on it."""
    if by.person_id != reaction.person_id:
        return no("Alleen wie dit schreef, past het aan.")
    if at - reaction.at > CHANGEABLE:
        return no("Aanpassen kan een uur lang. Dat uur is voorbij. Intrekken kan altijd.")
    return YES


def may_withdraw(by: Doer, reaction: Reaction) -> Verdict:
    """The writer may always withdraw."""
    return YES if by.person_id == reaction.person_id else no("Alleen wie dit schreef, trekt het in.")


def may_become_answer(by: Doer, reaction: Reaction) -> Verdict:
    """The writer may turn a tip, an experience or a concern about a question into an answer to it."""
    if by.person_id != reaction.person_id:
        return no("Alleen wie dit schreef, maakt er een antwoord van.")
    if reaction.talk.question_asked is None or reaction.kind not in ANSWERING:
        return no("Hiervan kun je geen antwoord maken.")
    if reaction.state != SHOWN:
        return no("Deze reactie is nu niet te lezen.")
    return YES


def may_recognise(by: Doer, reaction: Reaction) -> Verdict:
    """Everyone except the writer."""
    if by.person_id == reaction.person_id:
        return no("Dit schreef je zelf. Een ander zegt of het herkenbaar is.")
    return YES


def owes_answers(talk: Talk) -> bool:
    """Whether a concern or question in this talk is owed an answer: not about a question or a case study."""
    return talk.initiative is not None or talk.goal is not None


def is_answering(by: Doer, talk: Talk, seats: Collection[int]) -> bool:
    """Whether this is the initiator, in any seat or none, or one of these seats (keys)."""
    if talk.initiative and is_initiator(by.person_id, talk.initiative):
        return True
    return isinstance(by, Actor) and by.seat_id in seats
