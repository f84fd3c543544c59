"""The funding register: schemes, and what a project asked of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from django.utils import timezone

from middenstip.domain.projects import facts, rules
from middenstip.domain.projects.lifecycle import APPLICATION, LEARNED, PLANNED_TO_ASK, REMINDERS
from middenstip.domain.projects.models import Application, FundingScheme, Project
from middenstip.domain.projects.models.register import LEVELS
from middenstip.domain.projects.services.hold import amount_above_nought, hold_for, needed, tell
from middenstip.kernel import typed
from middenstip.kernel.actor import Actor
from middenstip.kernel.half import Half
from middenstip.kernel.verdict import YES, Invalid, NotNow, no, require, said
from middenstip.kernel.write import write

MOST_ROWS = 1000
NOTHING_KEPT = "Er is niets bewaard. Plekken die niet kloppen: %(count)s."
TWICE = "Dit fonds staat ook op regel %(line)s."


class SchemeRow(NamedTuple):
    """One line of a file with schemes: the columns it has, by the name of their field."""

    line: int
    name: str
    values: Mapping[str, Any]


class Fault(NamedTuple):
    """What is wrong in a file: on which line, in the column of which field ("" is the whole line)."""

    line: int
    field: str
    reason: str


class WrongRows(Invalid):
    """A file of which nothing is kept; `faults` names every place that is wrong."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__({"file": said(NOTHING_KEPT, count=len(self.faults))})


class Kept(NamedTuple):
    """How many schemes came, changed, and were already so."""

    added: int
    changed: int
    same: int


@write
def keep_scheme(
    *,
    by: Actor,
    name: str,
    level: str,
    conditions: str = "",
    halves: tuple[str, ...] = (Half.RESIDENTS,),
    allows_commercial: bool = False,
    deadline: date | None = None,
    own_share: int = 0,
    url: str = "",
    at: datetime,
) -> FundingScheme:
    """Add a scheme, or say what is true of it today: one by each name. A seat of the government keeps it."""
    require(YES if by.half == Half.GOVERNMENT else no("De lijst met fondsen houdt de overheid bij."))
    if level not in dict(LEVELS):
        raise Invalid({"level": "Kies van wie het geld is."})
    values = {
        "level": level,
        "conditions": typed.text(conditions),
        "for_residents": Half.RESIDENTS in halves,
        "for_government": Half.GOVERNMENT in halves,
        "for_business": Half.BUSINESS in halves,
        "allows_commercial": allows_commercial,
        "deadline": deadline,
        "own_share": own_share,
        "url": url,
        "checked_on": timezone.localdate(at),
    }
    told = typed.line(needed(name=name)["name"])
    scheme = FundingScheme.objects.select_for_update().filter(name=told).first() or FundingScheme(name=told)
    for column, value in values.items():
        setattr(scheme, column, value)
    return scheme.store()


@write
def keep_register(*, by: Actor, rows: Sequence[SchemeRow], at: datetime) -> Kept:
    """Add or bring up to date every scheme of a file: all of them, or none. Twice is the same as once.

    A scheme is known by its name. A column that the file does not have stays as it was.
    """
    require(rules.may_read_in(by))
    if not 1 <= len(rows) <= MOST_ROWS:
        raise Invalid({"file": "Zet 1 tot 1000 fondsen in het bestand."})
    known = {typed.folded(one.name): one for one in FundingScheme.objects.select_for_update()}
    today, seen = timezone.localdate(at), dict[str, int]()
    faults, changed = list[Fault](), list[FundingScheme]()
    for row in rows:
        name = typed.folded(row.name)
        if name in seen:
            faults.append(Fault(row.line, "name", said(TWICE, line=seen[name])))
            continue
        seen[name] = row.line
        scheme = known.get(name) or FundingScheme(name=row.name, checked_on=today)
        if _takes(scheme, row.values):
            changed.append(scheme)
        try:
            scheme.inspect()
        except Invalid as wrong:
            faults += [Fault(row.line, field, reason) for field, reason in wrong.errors.items()]
    if faults:
        raise WrongRows(faults)
    added = sum(one.pk is None for one in changed)
    for one in changed:
        one.store()
    return Kept(added, len(changed) - added, len(rows) - len(changed))


def _takes(scheme: FundingScheme, values: Mapping[str, Any]) -> bool:
    """Give the scheme these values; whether that made it another one."""
    differs = [column for column, value in values.items() if getattr(scheme, column) != value]
    for column in differs:
        setattr(scheme, column, values[column])
    return bool(differs) or scheme.pk is None


@write
def apply_for(
    *, by: Actor, project: Project, scheme: FundingScheme, amount: int, at: datetime
) -> Application:
    """The team wants to ask a scheme for money: it is reminded before the last day."""
    project, team = hold_for(by, project)
    if project.applications.filter(scheme=scheme).exists():
        raise NotNow("Dit fonds staat al op jullie lijst.")
    if not (verdict := rules.may_apply(scheme, set(team.halves.values()), timezone.localdate(at))):
        raise NotNow(verdict.reason)
    cents = amount_above_nought("amount", amount)
    application = Application(project=project, scheme=scheme, amount=cents, at=at).store()
    tell(facts.BudgetChanged, project, by, at)
    return application


@write
def move_application(*, by: Actor, application: Application, act: str, at: datetime) -> Application:
    """The team asked, heard the answer, or lets it go."""
    project, _ = hold_for(by, application.project)
    application = Application.objects.get(pk=application.pk)
    application.outcome = APPLICATION.after(application.outcome, act)
    application.store("outcome")
    tell(facts.BudgetChanged, project, by, at)
    return application


@write
def ring_deadlines(*, at: datetime) -> int:
    """Remind the teams that want to ask a scheme, eight, four and one weeks before its last day.

    Each reminder comes once for a last day; another last day begins again. Safe to run twice.
    """
    today = timezone.localdate(at)
    soon = Application.objects.select_for_update(of=("self",)).filter(
        outcome=PLANNED_TO_ASK, scheme__deadline__range=(today, today + timedelta(weeks=max(REMINDERS)))
    )
    soon = soon.exclude(project__state=LEARNED).select_related(
        "scheme", "project__initiative", "project__area"
    )
    rung = []
    for one in soon.order_by("pk"):
        deadline = one.scheme.deadline
        assert deadline
        weeks = min(week for week in REMINDERS if deadline <= today + timedelta(weeks=week))
        if one.rung_for == deadline and (one.rung_weeks or 0) <= weeks:
            continue
        one.rung_for, one.rung_weeks = deadline, weeks
        about = {"scheme": one.scheme.public_id, "weeks": weeks, "due": deadline.isoformat()}
        tell(facts.DeadlineNear, one.project, None, at, **about)
        rung.append(one)
    Application.objects.bulk_update(rung, ["rung_for", "rung_weeks"])
    return len(rung)
