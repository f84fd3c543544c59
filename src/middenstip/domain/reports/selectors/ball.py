"""Who has the ball: the one place where the state of the case, the table and the agreements meet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.utils.translation import gettext

from middenstip.domain.goals.lifecycle import GATHERING, NO, PROPOSED, REVEALED, UNLESS, WRITING, YES
from middenstip.domain.initiatives.lifecycle import AGREEMENTS, CONNECTING, DESK, DRAFT, GOAL, IDEA, PROJECT
from middenstip.domain.intake.lifecycle import NEW, STARTED
from middenstip.domain.projects.lifecycle import OPEN
from middenstip.domain.projects.lifecycle import PROPOSED as TO_SIGN


@dataclass(frozen=True)
class Party:
    """Somebody in words: name, function, and the half (the Dutch word, "" for nobody in particular)."""

    who: str
    role: str = ""
    half: str = ""


@dataclass(frozen=True)
class CaseAt:
    """The case as the ball sees it."""

    state: str
    handler: Party | None
    next_step: str = ""
    moved_at: datetime | None = None
    due_on: date | None = None
    initiator_confirmed: bool = False
    handler_confirmed: bool = False


@dataclass(frozen=True)
class ChairAt:
    """A seat at the table and its answer to the version that lies there ("" when silent)."""

    party: Party
    answer: str = ""


@dataclass(frozen=True)
class GoalAt:
    """The table as the ball sees it; `missing` are halves without a seat."""

    state: str
    chairs: Sequence[ChairAt] = ()
    missing: Sequence[str] = ()
    changed_at: datetime | None = None


@dataclass(frozen=True)
class AgreementAt:
    """An agreement as the ball sees it; `signer` is the first seat that has not signed.

    `is_over`: its day is gone, so it can only be signed for another one.
    """

    state: str
    what: str
    due_on: date
    promisor: Party
    signer: Party | None = None
    is_over: bool = False


@dataclass(frozen=True)
class Ball:
    """Who does what next. `due` is a real day that was promised, None when there is none."""

    party: Party
    question: str
    since: datetime | None = None
    due: date | None = None


def ball_of(
    *,
    stage: str,
    initiator: Party,
    desk: Party,
    connector: Party | None = None,
    case: CaseAt | None = None,
    goal: GoalAt | None = None,
    agreements: Sequence[AgreementAt] = (),
    is_gone: bool = False,
) -> Ball | None:
    """Where the ball lies in this stage; None when the initiative has ended.

    With `is_gone` the initiator is wiped: what only the initiator could do is up to the table, or the desk.
    """
    ball = _lies(stage, initiator, desk, connector, case, goal, agreements)
    if ball and is_gone and (ball.party == initiator or _talks(stage, case)):
        return _without(ball, stage, desk, case, goal)
    return ball


def _lies(
    stage: str,
    initiator: Party,
    desk: Party,
    connector: Party | None,
    case: CaseAt | None,
    goal: GoalAt | None,
    agreements: Sequence[AgreementAt],
) -> Ball | None:
    if stage == DRAFT:
        return Ball(initiator, gettext("Maak je idee af en verstuur het."))
    if stage in (IDEA, DESK):
        return _at_desk(initiator, desk, case)
    if stage == CONNECTING:
        return _connecting(initiator, connector, case)
    if stage == GOAL:
        return _at_table(initiator, goal)
    if stage == AGREEMENTS:
        return _agreeing(initiator, agreements, goal)
    if stage == PROJECT:
        return _working(initiator, agreements)
    return None


def _talks(stage: str, case: CaseAt | None) -> bool:
    """Whether the desk would talk and begin with the initiator: there is no answer to give yet."""
    return stage in (IDEA, DESK) and (case is None or case.state != STARTED)


def _without(ball: Ball, stage: str, desk: Party, case: CaseAt | None, goal: GoalAt | None) -> Ball:
    if stage == GOAL and goal and goal.chairs:
        return replace(ball, party=_everybody(goal))
    question = gettext("De initiatiefnemer is weg. Sluit dit initiatief af.")
    if stage == CONNECTING:
        question = gettext("De initiatiefnemer is weg. Open een tafel, of sluit dit initiatief af.")
    handler = case.handler if case and stage in (IDEA, DESK) else None
    return Ball(handler or desk, question, ball.since)


def _at_desk(initiator: Party, desk: Party, case: CaseAt | None) -> Ball:
    if case is None or case.handler is None:
        since = case.moved_at if case else None
        question = gettext("Iemand van de balie neemt dit idee aan.")
        if case and case.state != NEW:
            question = gettext("Een collega neemt deze zaak over.")
        return Ball(desk, question, since, case.due_on if case else None)
    ball = Ball(case.handler, case.next_step, case.moved_at, case.due_on)
    if case.state == STARTED:
        return replace(ball, question=case.next_step or gettext("De balie geeft antwoord op het idee."))
    if case.initiator_confirmed and not case.handler_confirmed:
        return replace(ball, question=case.next_step or gettext("Bevestig samen hoe je begint."))
    if case.handler_confirmed and not case.initiator_confirmed:
        return replace(ball, party=initiator, question=gettext("Lees de startverklaring en bevestig haar."))
    talk = gettext("Voer het eerste gesprek met %(who)s.") % {"who": initiator.who}
    return replace(ball, question=case.next_step or talk)


def _connecting(initiator: Party, connector: Party | None, case: CaseAt | None) -> Ball:
    since = case.moved_at if case else None
    if connector:
        return Ball(connector, gettext("Zoek mensen en een plek die hierbij passen."), since)
    return Ball(initiator, gettext("Open een tafel en nodig alle drie de helften uit."), since)


def _at_table(initiator: Party, goal: GoalAt | None) -> Ball:
    if goal is None:
        return Ball(initiator, gettext("Open een tafel en nodig alle drie de helften uit."))
    ball = Ball(_everybody(goal), gettext("Praat samen verder over het doel."), goal.changed_at)
    if goal.state == GATHERING:
        return _inviting(initiator, ball, goal)
    if goal.state == WRITING:
        question = gettext("Schrijf elk je eigen doel op. Daarna gaan de briefjes tegelijk open.")
        return replace(ball, question=question)
    if goal.state == REVEALED:
        return replace(ball, question=gettext("Schrijf samen één doel op."))
    if goal.state == PROPOSED:
        return _answering(initiator, ball, goal)
    return ball


def _inviting(initiator: Party, ball: Ball, goal: GoalAt) -> Ball:
    halves = gettext(" en ").join(gettext(half) for half in goal.missing)
    question = gettext("Nodig iemand uit van de %(halves)s.") % {"halves": halves}
    return replace(ball, party=initiator, question=question)


def _answering(initiator: Party, ball: Ball, goal: GoalAt) -> Ball:
    silent = [chair for chair in goal.chairs if not chair.answer]
    against = [chair for chair in goal.chairs if chair.answer in (UNLESS, NO)]
    if silent:
        question = gettext("Zeg ja, ‘nee, tenzij’ of nee tegen het doel.")
        return replace(ball, party=_together(silent), question=question)
    if against:
        question = gettext("Praat over wat nog nodig is en schrijf een nieuwe versie.")
        return replace(ball, question=question)
    assert all(chair.answer == YES for chair in goal.chairs)
    return _inviting(initiator, ball, goal) if goal.missing else ball


def _agreeing(initiator: Party, agreements: Sequence[AgreementAt], goal: GoalAt | None) -> Ball:
    for agreement in agreements:
        if agreement.state == TO_SIGN and agreement.signer:
            return Ball(agreement.signer, _sign(agreement))
    party = _everybody(goal) if goal and goal.chairs else initiator
    return Ball(party, gettext("Spreek af wie wat doet, en wanneer."), goal.changed_at if goal else None)


def _working(initiator: Party, agreements: Sequence[AgreementAt]) -> Ball:
    running = sorted((one for one in agreements if one.state == OPEN), key=lambda one: one.due_on)
    if running:
        return Ball(running[0].promisor, _short(running[0].what), due=running[0].due_on)
    for agreement in agreements:
        if agreement.state == TO_SIGN and agreement.signer:
            return Ball(agreement.signer, _sign(agreement))
    return Ball(initiator, gettext("Er loopt geen afspraak meer. Vertel hoe het afliep."))


def _everybody(goal: GoalAt) -> Party:
    return _together(goal.chairs)


def _together(chairs: Sequence[ChairAt]) -> Party:
    """One seat by name; more as a number, because the ball card has one line."""
    if len(chairs) == 1:
        return chairs[0].party
    if not chairs:
        return Party(gettext("Iedereen aan tafel"))
    halves = list(dict.fromkeys(chair.party.half for chair in chairs))
    *first, last = map(gettext, halves)
    role = gettext(" en ").join([", ".join(first), last]) if first else ""
    who = gettext("%(count)s partijen aan tafel") % {"count": len(chairs)}
    return Party(who, role, "" if len(halves) > 1 else halves[0])


def _sign(agreement: AgreementAt) -> str:
    said = gettext("Lees en teken de afspraak: %(what)s")
    if agreement.is_over:
        said = gettext("Kies een nieuwe dag voor de afspraak: %(what)s")
    return said % {"what": _short(agreement.what)}


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 140 else line[:139].rsplit(" ", 1)[0] + " …"
