"""The funding register: schemes, and what a project asked of them."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.utils import timezone

from middenstip.domain.projects import facts, rules
from middenstip.domain.projects.lifecycle import APPLICATION, LEARNED, PLANNED_TO_ASK, REMINDERS
from middenstip.domain.projects.models import Application, FundingScheme, Project
from middenstip.domain.projects.models.register import LEVELS
from middenstip.domain.projects.services.hold import amount_above_nought, hold_for, needed, tell
from middenstip.kernel import typed
from middenstip.kernel.actor import Actor
from middenstip.kernel.half import Half
from middenstip.kernel.verdict import YES, Invalid, NotNow, no, require
from middenstip.kernel.write import write


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
