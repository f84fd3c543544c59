"""Asking what people find: statements, answers, and the measure of what the halves share."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping
from datetime import datetime

from django.db.models import F

from middenstip.domain.deliberation import facts, rules
from middenstip.domain.deliberation.lifecycle import (
    ACCOUNT,
    INQUIRY,
    MOST_STATEMENTS,
    NO_ACCOUNT,
    ON_PAPER,
    SHOWN,
    STATEMENT,
)
from middenstip.domain.deliberation.method.opinions import measure, members_of
from middenstip.domain.deliberation.models import (
    AGREE,
    DISAGREE,
    PASS,
    STATEMENT_LENGTH,
    Inquiry,
    Opinion,
    Participant,
    Statement,
    Sum,
)
from middenstip.domain.deliberation.selectors.opinions import (
    answers_in,
    due_inquiries,
    fingerprint,
    hashed,
    hold_inquiry,
    open_inquiries,
    participant_of,
    people_in,
    texts_of,
)
from middenstip.domain.deliberation.services.ballots import hold_table, new_code, require_seat
from middenstip.domain.goals.models import Goal
from middenstip.journal.record import record
from middenstip.kernel import typed
from middenstip.kernel.actor import Actor, Doer
from middenstip.kernel.half import Half
from middenstip.kernel.verdict import Invalid, NotNow, said
from middenstip.kernel.write import write

COLUMN = {AGREE: "agree", DISAGREE: "disagree", PASS: "passed"}


@write
def open_inquiry(
    *,
    by: Actor,
    goal: Goal,
    subject: str,
    statements: Iterable[str],
    members: Mapping[str, int],
    closes_at: datetime,
    at: datetime,
) -> Inquiry:
    """Ask what people find, with a few statements of the table to begin with. Twice the same is once."""
    goal = hold_table(goal)
    require_seat(by, goal)
    known = Inquiry.objects.filter(goal=goal).first()
    if known and known.subject == typed.line(subject):
        return known
    if known:
        raise NotNow("Deze tafel vraagt al wat mensen vinden.")
    rules.check_members(members)
    rules.check_times(closes_at, None, at)
    inquiry = Inquiry(
        goal=goal,
        area=goal.area,
        subject=typed.name("subject", subject),
        members={half.value: members[half.value] for half in Half},
        opened_by_id=by.seat_id,
        opened_at=at,
        closes_at=closes_at,
    ).store()
    texts = list(dict.fromkeys(text for one in statements if (text := typed.line(one))))
    if len(texts) < rules.FEWEST:
        raise Invalid({"statements": "Begin met minstens drie stellingen."})
    for text in texts:
        _add(inquiry, text, None, SHOWN, at)
    _record(facts.InquiryOpened, inquiry, by, at, until=closes_at.isoformat())
    return inquiry


@write
def take_part(
    *, inquiry: Inquiry, half: str, by: Doer | None = None, at: datetime
) -> tuple[Participant, str]:
    """Begin to answer; returns the participant and the code to go on with, "" when it is known already.

    A person with an account takes part once; in a seat, for the half of that seat.
    """
    _require_open(inquiry, at)
    known = participant_of(inquiry, by.person_id) if by else None
    if known:
        return known, ""
    half = by.half.value if isinstance(by, Actor) else half
    person = by.person_id if by else None
    return _join(inquiry, half, ACCOUNT if by else NO_ACCOUNT, person)


@write
def answer_statement(*, participant: Participant, statement: Statement, value: int, at: datetime) -> Opinion:
    """Answer one statement, or change the answer. The same answer twice changes nothing."""
    inquiry = participant.inquiry
    _require_open(inquiry, at)
    STATEMENT.after(statement.state, "answer")
    if value not in COLUMN or statement.inquiry_id != inquiry.pk:
        raise Invalid({"value": "Kies ja, nee of weet niet."})
    return _answer(participant, statement.pk, value)


@write
def type_sheet(
    *, by: Actor, inquiry: Inquiry, half: str, number: int, answers: Mapping[str, int], at: datetime
) -> Participant:
    """A seat at the table types in one paper sheet; `number` stands on the sheet, and counts once.

    `answers` has the public id of a statement and 1, 0 or -1.
    """
    require_seat(by, inquiry.goal)
    _require_open(inquiry, at)
    if Participant.objects.filter(inquiry=inquiry, code=hashed(f"blad-{number}")).exists():
        raise NotNow(said("Blad %(number)s is al ingetypt.", number=number))
    known = dict(Statement.objects.filter(inquiry=inquiry, state=SHOWN).values_list("public_id", "pk"))
    if not answers or not set(answers) <= set(known) or not set(answers.values()) <= set(COLUMN):
        raise Invalid({"answers": "Op dit blad staat een antwoord dat we niet kennen."})
    participant, _code = _join(inquiry, half, ON_PAPER, None, code=f"blad-{number}")
    for public_id, value in answers.items():
        _answer(participant, known[public_id], value)
    return participant


@write
def add_statement(*, participant: Participant, text: str, at: datetime) -> Statement:
    """A participant adds a statement. The first one of a participant waits until the table has read it."""
    inquiry = participant.inquiry
    _require_open(inquiry, at)
    mine = list(Statement.objects.filter(writer=participant).values_list("state", flat=True))
    if len(mine) >= MOST_STATEMENTS:
        raise NotNow(said("Je schreef al %(count)s stellingen. Meer kan niet.", count=MOST_STATEMENTS))
    state = SHOWN if SHOWN in mine else STATEMENT.start
    return _add(inquiry, typed.line(text), participant, state, at)


@write
def judge_statement(
    *, by: Actor, statement: Statement, is_shown: bool, reason: str = "", at: datetime
) -> Statement:
    """The table lets a statement through, or not, with the reason; it may come back on it."""
    require_seat(by, statement.inquiry.goal)
    _require_open(statement.inquiry, at)
    act = "show" if is_shown else "refuse"
    reason = typed.line(reason)
    if not is_shown and not reason:
        raise Invalid({"reason": "Zeg welke spelregel dit raakt."})
    statement = Statement.objects.select_for_update().get(pk=statement.pk)
    if statement.state == (SHOWN if is_shown else "refused"):
        return statement
    statement.state, statement.reason = STATEMENT.after(statement.state, act), reason
    return statement.store("state", "reason")


@write
def close_inquiry(*, inquiry: Inquiry, by: Actor | None = None, at: datetime) -> Inquiry:
    """Close it and measure for the last time. A seat of the table may do it before the closing time."""
    inquiry = hold_inquiry(inquiry)
    if by:
        require_seat(by, inquiry.goal)
    inquiry.state = INQUIRY.after(inquiry.state, "close")
    inquiry.store("state")
    _measure(inquiry, at)
    people = Participant.objects.filter(inquiry=inquiry).count()
    shared = len(inquiry.result["certified"])
    _record(facts.InquiryClosed, inquiry, by, at, people=people, shared=shared)
    return inquiry


@write
def measure_inquiry(*, inquiry: Inquiry, at: datetime) -> Inquiry:
    """Measure what is shared, unless nothing changed since the last time: then nothing is locked."""
    if inquiry.result.get("fingerprint") == fingerprint(inquiry):
        return inquiry
    return _measure(hold_inquiry(inquiry), at)


@write
def measure_due(*, at: datetime) -> int:
    """Close what has passed its time, and measure the rest; returns how many inquiries were looked at."""
    late = due_inquiries(at)
    for inquiry in late:
        close_inquiry(inquiry=inquiry, at=at)
    running = open_inquiries()
    for inquiry in running:
        measure_inquiry(inquiry=inquiry, at=at)
    return len(late) + len(running)


def _measure(inquiry: Inquiry, at: datetime) -> Inquiry:
    texts = texts_of(inquiry)
    if not texts:  # every statement was refused or taken back: there is nothing to measure
        return inquiry
    seen, rows = fingerprint(inquiry), answers_in(inquiry)
    people = [(name, half) for name, half, _ in people_in(inquiry)]
    found = measure(rows, members_of(people, inquiry.members), texts)
    inquiry.result = found | {"fingerprint": seen}
    inquiry.result_at, inquiry.result_answers = at, len(rows)
    return inquiry.store("result", "result_at", "result_answers")


def _join(
    inquiry: Inquiry, half: str, way: str, person: int | None, code: str = ""
) -> tuple[Participant, str]:
    if half not in set(Half):
        raise Invalid({"half": "Kies bij welke helft je hoort."})
    code = code or new_code()
    number = secrets.randbelow(10**9)
    told = {"half": half, "way": way, "person_id": person, "code": hashed(code), "number": number}
    return Participant(inquiry=inquiry, **told).store(), code


def _add(inquiry: Inquiry, text: str, writer: Participant | None, state: str, at: datetime) -> Statement:
    rules.check_statement(text)
    folded = typed.folded(text)
    if Statement.objects.filter(inquiry=inquiry, folded=folded).exists():
        raise Invalid({"text": "Deze stelling staat er al. Geef daar je antwoord op."})
    told = {"text": text, "folded": folded[: 4 * STATEMENT_LENGTH], "writer": writer, "state": state}
    statement = Statement(inquiry=inquiry, at=at, **told).store()
    Sum.objects.bulk_create(Sum(statement=statement, half=half.value) for half in Half)
    return statement


def _answer(participant: Participant, statement: int, value: int) -> Opinion:
    known = Opinion.objects.select_for_update().filter(participant=participant, statement=statement).first()
    if known and known.value == value:
        return known
    sums = Sum.objects.filter(statement=statement, half=participant.half)
    if known:
        sums.update(**{COLUMN[known.value]: F(COLUMN[known.value]) - 1, COLUMN[value]: F(COLUMN[value]) + 1})
    else:
        sums.update(**{COLUMN[value]: F(COLUMN[value]) + 1})
    opinion = known or Opinion(participant=participant, statement_id=statement)
    opinion.value = value
    return opinion.store()


def _require_open(inquiry: Inquiry, at: datetime) -> None:
    INQUIRY.after(inquiry.state, "answer")
    if at >= inquiry.closes_at:
        raise NotNow("De peiling is gesloten. Wat je antwoordde, telt mee.")


def _record(
    kind: type[facts.InquiryOpened] | type[facts.InquiryClosed],
    inquiry: Inquiry,
    by: Actor | None,
    at: datetime,
    **data: object,
) -> None:
    goal = inquiry.goal
    thread = goal.initiative.public_id if goal.initiative else ""
    record(kind(subject=goal.public_id, thread=thread, **inquiry.area.where, **data), by=by, at=at)  # type: ignore[arg-type]
