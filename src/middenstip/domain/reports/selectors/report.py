"""The printable report of one initiative: built from the rows and the journal, nothing is made up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Any

from django.db.models import F, FilteredRelation, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext

from middenstip.domain.goals.lifecycle import ANSWERS, GOAL, STOPPED
from middenstip.domain.goals.models import Goal
from middenstip.domain.initiatives.lifecycle import DRAFT, STAGES
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.intake.lifecycle import OUTCOMES
from middenstip.domain.intake.models import Case
from middenstip.domain.parties.models import Seat
from middenstip.domain.parties.selectors import sitter
from middenstip.domain.projects.lifecycle import AGREEMENT, VOID, is_late
from middenstip.domain.projects.models import Signature
from middenstip.domain.reports.selectors.story import Line, whole_story_of
from middenstip.kernel.half import Half, bits_of
from middenstip.kernel.prepared import Prepared

MOST_LINES = 500


@dataclass(frozen=True)
class ReportCase:
    """What the desk did. `days` is the number of days from telling to an answer, None when there is none."""

    state: str
    handler: str
    half: str
    outcome: str
    answer: str
    decided_at: datetime | None
    days: int | None


@dataclass(frozen=True)
class ReportPartner:
    """A seat that took part: what it brought and what it hoped to get."""

    seat: str
    half: str
    brings: str
    gets: str
    is_over: bool


@dataclass(frozen=True)
class ReportAnswer:
    seat: str
    half: str
    answer: str
    condition: str


@dataclass(frozen=True)
class ReportVersion:
    """One version of a goal and what each seat said to it, in the order of the halves."""

    number: int
    text: str
    seat: str
    at: datetime
    answers: tuple[ReportAnswer, ...]

    def yes(self, half: str) -> int:
        """How many seats of this half said ja."""
        return sum(one.half == half and one.answer == ANSWERS["ja"] for one in self.answers)


@dataclass(frozen=True)
class ReportGoal:
    public_id: str
    title: str
    question: str
    state: str
    halves_yes: int
    is_over: bool
    versions: tuple[ReportVersion, ...]


@dataclass(frozen=True)
class ReportSignature:
    """One signature: the sentence somebody signed; `at` is None while it is still open."""

    seat: str
    half: str
    sentence: str
    on_paper: bool
    at: datetime | None


@dataclass(frozen=True)
class ReportAgreement:
    public_id: str
    what: str
    promisor: str
    promisee: str
    due_on: date
    conditions: str
    state: str
    why_not: str
    made_at: datetime | None
    closed_at: datetime | None
    is_void: bool
    signatures: tuple[ReportSignature, ...]


@dataclass(frozen=True)
class Report:
    """Everything the printed page shows; `halves` and `halves_yes` are bit sets, states Dutch words."""

    public_id: str
    title: str
    what: str
    why: str
    initiator: str
    origin_half: str
    halves: int
    area: str
    stage: str
    outcome: str
    lesson: str
    submitted_at: datetime
    case: ReportCase | None
    partners: tuple[ReportPartner, ...]
    goals: tuple[ReportGoal, ...]
    agreements: tuple[ReportAgreement, ...]
    signed_online: int
    signed_on_paper: int
    lines: tuple[Line, ...]  # oldest first; the newest `MOST_LINES`
    is_cut: bool  # there are older lines

    @property
    def is_over(self) -> bool:
        return bool(self.outcome or self.lesson)


def report_of(initiative_public_id: str, today: date) -> Report | None:
    """The report of a public initiative as it is today; None when there is none. Four queries."""
    rows: list[Any] = _INITIATIVE.things(public_id=initiative_public_id)
    if not rows:
        return None
    initiative: Initiative = rows[0]
    assert initiative.submitted_at
    agreements = _agreements(initiative, today)
    signed = [one for agreement in agreements for one in agreement.signatures if one.at]
    partners, goals = tuple(_partner(row) for row in rows if row.partner_half), _goals(initiative)
    took_part = {one.half for one in partners} | {one.half for one in signed}  # also who is gone by now
    took_part |= {one.half for goal in goals for version in goal.versions for one in version.answers}
    lines = whole_story_of(initiative.public_id, MOST_LINES + 1)
    return Report(
        public_id=initiative.public_id,
        title=initiative.title,
        what=initiative.what,
        why=initiative.why,
        initiator=initiative.initiator.shown_name,
        origin_half=initiative.origin_half,
        halves=initiative.halves | bits_of(took_part),
        area=initiative.area.name,
        stage=gettext(STAGES.words[initiative.stage]),
        outcome=gettext(initiative.get_outcome_display()) if initiative.outcome else "",
        lesson=initiative.lesson,
        submitted_at=initiative.submitted_at,
        case=_case(getattr(initiative, "case", None)),
        partners=partners,
        goals=goals,
        agreements=agreements,
        signed_online=sum(not one.on_paper for one in signed),
        signed_on_paper=sum(one.on_paper for one in signed),
        lines=tuple(reversed(lines[:MOST_LINES])),
        is_cut=len(lines) > MOST_LINES,
    )


def _case(case: Case | None) -> ReportCase | None:
    if case is None:
        return None
    return ReportCase(
        state=gettext(case.get_state_display()),
        handler=case.handler.label if case.handler else "",
        half=case.handler.half if case.handler else "",
        outcome=gettext(OUTCOMES.get(case.outcome, "")),
        answer=case.answer,
        decided_at=case.decided_at,
        days=_days(case.opened_at, case.decided_at) if case.decided_at else None,
    )


def _days(start: datetime, end: datetime) -> int:
    """Nights between two moments, as people count the days they waited."""
    return (timezone.localdate(end) - timezone.localdate(start)).days


def _initiative(public_id: str) -> QuerySet[Initiative]:
    """The initiative with its case: a row for each seat that took part, and one when nobody did."""
    took_part = FilteredRelation("partners", condition=Q(partners__state__in=["accepted", "left"]))
    around = ("initiator", "area", "case__handler__side__organisation")
    rows = Initiative.objects.select_related(*around).exclude(stage=DRAFT).filter(public_id=public_id)
    columns = {f"partner_{name}": F(f"partner__{path}") for name, path in _PARTNER.items()}
    return rows.annotate(partner=took_part).annotate(**columns).order_by("partner__offered_at", "partner__pk")


_PARTNER = {"brings": "brings", "gets": "gets", "state": "state"} | {
    "half": "seat__half",
    "title": "seat__title",
    "organisation": "seat__side__organisation__name",
}
_INITIATIVE = Prepared(_initiative, texts=["public_id"])


def _partner(row: Any) -> ReportPartner:
    label = _label(row.partner_title, row.partner_organisation)
    return ReportPartner(
        label, row.partner_half, row.partner_brings, row.partner_gets, row.partner_state == "left"
    )


_VERSIONS = ("number", "text", "at", "by__title", "by__side__organisation__name")
_ANSWERS = ("answer", "condition", "seat__title", "seat__side__organisation__name", "seat__half")


def _goals(initiative: Initiative) -> tuple[ReportGoal, ...]:
    """Goals, versions and answers in one query: a row an answer."""
    columns = [f"versions__{name}" for name in _VERSIONS]
    columns += [f"versions__answers__{name}" for name in _ANSWERS]
    rows = Goal.objects.filter(initiative=initiative).order_by("pk", "versions__number", "versions__answers")
    rows = rows.values("public_id", "title", "question", "state", "halves_yes", *columns)
    return tuple(_goal(list(some)) for _, some in groupby(rows, key=lambda row: row["public_id"]))


def _goal(rows: list[dict[str, Any]]) -> ReportGoal:
    first = rows[0]
    versions = groupby(rows, key=lambda row: row["versions__number"])
    return ReportGoal(
        public_id=first["public_id"],
        title=first["title"],
        question=first["question"],
        state=_words(first["state"], first["halves_yes"]),
        halves_yes=first["halves_yes"],
        is_over=first["state"] in GOAL.ends,
        versions=tuple(_version(list(some)) for number, some in versions if number is not None),
    )


def _words(state: str, halves_yes: int) -> str:
    """What stopped after three times ja was shared until then."""
    was_shared = state == STOPPED and halves_yes == bits_of(Half)
    return gettext("gedeeld doel, daarna gestopt") if was_shared else gettext(GOAL.words[state])


def _version(rows: list[dict[str, Any]]) -> ReportVersion:
    first = rows[0]
    return ReportVersion(
        number=first["versions__number"],
        text=first["versions__text"],
        seat=_label(first["versions__by__title"], first["versions__by__side__organisation__name"]),
        at=first["versions__at"],
        answers=_by_half(_answer(row) for row in rows if row["versions__answers__answer"]),
    )


def _answer(row: dict[str, Any]) -> ReportAnswer:
    answer, condition, title, organisation, half = (row[f"versions__answers__{name}"] for name in _ANSWERS)
    return ReportAnswer(_label(title, organisation), half, gettext(ANSWERS[answer]), condition)


def _by_half(answers: Iterable[ReportAnswer]) -> tuple[ReportAnswer, ...]:
    order = list(Half)
    return tuple(sorted(answers, key=lambda one: order.index(Half(one.half))))


def _agreements(initiative: Initiative, today: date) -> tuple[ReportAgreement, ...]:
    """Agreements with their signatures in one query: every agreement has signers."""
    rows = (
        Signature.objects.filter(agreement__initiative=initiative)
        .select_related(
            "seat__side__organisation",
            "agreement__promisor__side__organisation",
            "agreement__promisee__side__organisation",
        )
        .annotate(holder=sitter("seat", today))
        .order_by("agreement", "pk")
    )
    return tuple(_agreement(list(some), today) for _, some in groupby(rows, key=lambda row: row.agreement_id))


def _agreement(rows: list[Signature], today: date) -> ReportAgreement:
    agreement, order = rows[0].agreement, list(Half)
    late = is_late(agreement.state, agreement.due_on, today)
    rows.sort(key=lambda row: order.index(Half(row.seat.half)))
    return ReportAgreement(
        public_id=agreement.public_id,
        what=agreement.what,
        promisor=_side(agreement.promisor, rows),
        promisee=_side(agreement.promisee, rows),
        due_on=agreement.due_on,
        conditions=agreement.conditions,
        state=gettext("te laat" if late else AGREEMENT.words[agreement.state]),
        why_not=agreement.why_not,
        made_at=agreement.made_at,
        closed_at=agreement.closed_at,
        is_void=agreement.state in VOID,
        signatures=tuple(
            ReportSignature(row.seat.label, row.seat.half, row.sentence, row.on_paper, row.at) for row in rows
        ),
    )


def _side(seat: Seat, rows: Iterable[Any]) -> str:
    """A side of a promise. Both sides sign, so who sits in an own seat is known here."""
    name = next((row.holder for row in rows if row.seat_id == seat.pk), "")
    return seat.label if seat.side or not name else f"{name}, {seat.label}"


def _label(title: str, organisation: str | None) -> str:
    return f"{title}, {organisation}" if organisation else title
