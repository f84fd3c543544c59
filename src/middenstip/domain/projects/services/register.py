"""The funding register: schemes, and what a project asked of them."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone

from middenstip.domain.projects import facts
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
    """The team asked a scheme for money."""
    project, _ = hold_for(by, project)
    if project.applications.filter(scheme=scheme).exists():
        raise NotNow("Hier vroeg dit project al geld aan.")
    cents = amount_above_nought("amount", amount)
    application = Application(project=project, scheme=scheme, amount=cents, at=at).store()
    tell(facts.BudgetChanged, project, by, at)
    return application
