"""Queries about projects, by what they are about."""

from middenstip.domain.projects.selectors.lists import (
    ORDERS,
    Asked,
    all_schemes,
    portfolio,
    portfolio_over,
    project_rows,
    project_states,
    scheme_rows,
    schemes,
    sums_over,
    totals_in,
)
from middenstip.domain.projects.selectors.money import Purse, purse_of
from middenstip.domain.projects.selectors.people import Burden, burden_of, tasks_of
from middenstip.domain.projects.selectors.project import (
    filing_of,
    order_by_id,
    orders_of,
    plan_of,
    project_by_id,
    project_of,
    team_of,
)
from middenstip.domain.projects.selectors.turning import order_of_turn, project_at, team_seats

__all__ = [
    "ORDERS",
    "Asked",
    "Burden",
    "Purse",
    "all_schemes",
    "burden_of",
    "filing_of",
    "order_by_id",
    "order_of_turn",
    "orders_of",
    "plan_of",
    "portfolio",
    "portfolio_over",
    "project_at",
    "project_by_id",
    "project_of",
    "project_rows",
    "project_states",
    "purse_of",
    "scheme_rows",
    "schemes",
    "sums_over",
    "tasks_of",
    "team_of",
    "team_seats",
    "totals_in",
]
