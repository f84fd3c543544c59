"""Who may ask, answer, mark and prepare."""

from __future__ import annotations

from middenstip.domain.initiatives.lifecycle import DRAFT, STAGES
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.initiatives.rules import is_initiator
from middenstip.domain.questions.lifecycle import OPEN, WITHDRAWN
from middenstip.domain.questions.models import Answer, Question
from middenstip.kernel.actor import Doer
from middenstip.kernel.verdict import YES, Verdict, no

HIDDEN = "Deze tekst is verborgen. Lees bij het besluit waarom."


def is_asker(person: int | None, question: Question) -> bool:
    """Whether the person with this key asked it. None is a visitor."""
    return person == question.person_id


def may_link(by: Doer, initiative: Initiative) -> Verdict:
    """A question belongs to a running and public initiative of the asker: the actions are that person's."""
    if not is_initiator(by.person_id, initiative):
        return no("Dit initiatief is van een ander. Kies een initiatief van jezelf.")
    if initiative.stage == DRAFT:
        return no("Dit idee is nog een concept. Verstuur het eerst.")
    if not STAGES.acts(initiative.stage):
        return no("Dit initiatief is afgesloten. Kies een ander.")
    return YES


def may_change(by: Doer, question: Question) -> Verdict:
    """Only the asker changes the words, while a moderator does not hide them."""
    if not is_asker(by.person_id, question):
        return no("Alleen wie de vraag stelde, verandert haar.")
    return no(HIDDEN) if question.is_hidden else YES


def may_end(by: Doer, question: Question) -> Verdict:
    """Only the asker closes, reopens or withdraws it."""
    return YES if is_asker(by.person_id, question) else no("Alleen wie de vraag stelde, rondt haar af.")


def may_answer(person: int | None, question: Question) -> Verdict:
    """Everyone who is logged in, except the asker, may answer a question that can be read.

    `person` is a key; None is a visitor, who first says who they are.
    """
    if question.state == WITHDRAWN:
        return no("Deze vraag is ingetrokken. Antwoorden kan niet meer.")
    if question.is_hidden:
        return no("Deze vraag is verborgen. Antwoorden kan nu niet.")
    if is_asker(person, question):
        return no("Dit is je eigen vraag. Weet je meer? Pas dan je toelichting aan.")
    return YES


def may_mark(by: Doer, answer: Answer) -> Verdict:
    """Only the asker says what helped."""
    if not is_asker(by.person_id, answer.question):
        return no("Wat hielp, zegt wie de vraag stelde.")
    return no("Dit antwoord is verborgen.") if answer.is_hidden else YES


def may_withdraw_answer(by: Doer, answer: Answer) -> Verdict:
    """The writer may always withdraw."""
    return YES if by.person_id == answer.person_id else no("Alleen wie dit schreef, trekt het in.")


def may_prepare(person: int | None, question: Question) -> Verdict:
    """The list is of the asker alone."""
    return YES if is_asker(person, question) else no("Deze lijst is van wie de vraag stelde.")


def may_plan(question: Question) -> Verdict:
    """Lines become actions of the initiative that the question belongs to, while it runs."""
    initiative = question.initiative
    if initiative is None:
        return no("Je vraag hoort nog niet bij een initiatief. Kies er een bij Pas je vraag aan.")
    if not STAGES.acts(initiative.stage):
        return no("Dit initiatief is afgesloten. Taken maken kan niet meer.")
    return YES


def is_kind_asked(question: Question) -> bool:
    """Whether the form reminds people to answer kindly: the asker is new to this."""
    return question.is_beginner and question.state in (OPEN, "answered")
