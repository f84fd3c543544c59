"""The pages of a project to read: plan, execution, money and people; its case, its report, and an order."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from middenstip.domain.projects import method, rules, turns
from middenstip.domain.projects.files import may_read
from middenstip.domain.projects.lifecycle import LEARNED, RESULTS
from middenstip.domain.projects.models import Project
from middenstip.domain.projects.selectors import (
    burden_of,
    filing_of,
    order_of_turn,
    orders_of,
    plan_of,
    project_at,
    project_by_id,
    purse_of,
    schemes,
    tasks_of,
    team_of,
    team_seats,
)
from middenstip.domain.projects.selectors.checks import colours_of
from middenstip.domain.projects.selectors.links import links_of
from middenstip.domain.projects.selectors.money import (
    all_bookings,
    applications_of,
    booking_by_id,
    flow_rows,
    newest_bookings,
    scans_of,
    values_of,
)
from middenstip.kernel import clock
from middenstip.kernel.holder import Reader
from middenstip.web.pages.projects import financing, present
from middenstip.web.pages.projects.books import name_of, sheet_of
from middenstip.web.pages.projects.chart import line_chart
from middenstip.web.parts.files import files_on
from middenstip.web.shared.hat import actor_of, read_as
from middenstip.web.shared.reply import found
from middenstip.web.shared.sheet import as_file
from middenstip.web.shared.turns import card, is_for

MOST_WISHES = 50


@require_safe
def detail(request: HttpRequest, public_id: str) -> HttpResponse:
    """The plan: the question, what each half brings and gets, the wishes, and what was filed."""
    project = found(project_by_id(public_id))
    page = _page(request, project, "detail")
    actor, team = page["actor"], page["team"]
    plan, filing = plan_of(project), filing_of(project)
    can_work = page["can_work"]
    rows = list(project.wishes.select_related("seat__side__organisation").order_by("-pk")[:MOST_WISHES])
    unanswered = [one for one in rows if not one.outcome]
    about = {"filing": filing, "wish": unanswered[-1] if unanswered else None}
    wishes = [
        {
            "wish": one,
            "who": one.seat.label,
            "answer": _(one.get_outcome_display()) if one.outcome else "",
            "act": present.act(project, "antwoord", _("Geef antwoord"), one.public_id)
            if can_work and not one.outcome
            else None,
        }
        for one in rows
    ]
    page |= {
        "ball": _ball(page, project, request.path, **about, order=order_of_turn(project)),
        "plan": plan,
        "halves": present.halves_of_plan(plan),
        "wishes": wishes,
        "wish_act": present.act(project, "wens", _("Doe een wens")) if rules.may_wish(project) else None,
        "filing": filing,
        "filing_acts": _filing_acts(project, filing, actor),
        "acts": _plan_acts(project) if can_work else [],
        "steps": present.steps(project),
        "moves": present.moves(project) if can_work else [],
        "outcome": _(RESULTS[project.outcome]) if project.outcome else "",
        "members": present.team_lines(team, page["seats"]),
    }
    return render(request, "projects/detail.html", page)


@require_safe
def doing(request: HttpRequest, public_id: str) -> HttpResponse:
    """The two tracks and the orders."""
    project = found(project_by_id(public_id))
    page = _page(request, project, "doing")
    today = clock.today()
    rows = project.milestones.order_by("due_on", "pk")[:100]
    page |= {
        "tracks": present.milestones(project, rows, page["can_work"], today),
        "orders": present.orders(orders_of(project), today),
        "links": present.links(project, links_of(project)),
        "acts": present.milestone_acts(project) if page["can_work"] else [],
        "link_acts": [present.act(project, "verband", _("Noem een ander project"))]
        if page["can_work"]
        else [],
        "moves": present.moves(project) if page["can_work"] else [],
        "steps": present.steps(project),
    }
    return render(request, "projects/doing.html", page)


@require_safe
def money(request: HttpRequest, public_id: str) -> HttpResponse:
    """When the money ends, the budget, who pays along, and the awards."""
    project = found(project_by_id(public_id))
    page = _page(request, project, "money")
    actor, can_work = page["actor"], page["can_work"]
    can_approve = bool(actor and rules.may_approve(actor, project, page["team"]))
    purse = purse_of(project)
    seen = method.outlook(
        method.flows_of(purse.lines, purse.sources, purse.tranches), purse.balance, clock.today()
    )
    page |= {
        "outlook": financing.outlook_rows(seen) if seen else [],
        "chart": line_chart(seen) if seen else "",
        "clocks": financing.clock_lines(seen) if seen else [],
        "left": seen.certain.left if seen else None,
        "sentence": seen.sentences[0] if seen else "",
        "lines": financing.budget(project, purse.lines, can_approve),
        "sums": {name: present.euros(getattr(project, name)) for name in ("planned", "ordered", "paid")},
        "mix": financing.mix(project, purse.sources, purse.tranches, can_work),
        "awards": financing.awards(project, purse.awards, actor, can_work),
        "pots": [
            {"name": pot.name or _("vrij"), "balance": present.euros(pot.balance)} for pot in purse.pots
        ],
        "pages": financing.money_pages(project),
        "acts": _money_acts(project, page),
    }
    return render(request, "projects/money.html", page)


@require_safe
def people(request: HttpRequest, public_id: str) -> HttpResponse:
    """Who carries it, the tasks, and whether it goes on existing."""
    project = found(project_by_id(public_id))
    page = _page(request, project, "people")
    today = clock.today()
    tasks = tasks_of(project, today)
    burden = burden_of(tasks, today)
    rows = list(project.checks.select_related("owner__side__organisation"))
    colours = colours_of(project, rows, burden, today)
    page |= {
        "tasks": present.task_lines(project, tasks, page["actor"], page["can_work"]),
        "burden": burden,
        "burden_words": present.burden_words(burden),
        "checks": present.checks(rows, colours),
        "acts": [
            present.act(project, "taak", _("Vraag mensen voor een taak")),
            present.act(project, "blijft", _("Beantwoord een vraag")),
        ]
        if page["can_work"]
        else [],
    }
    return render(request, "projects/people.html", page)


@require_safe
def case(request: HttpRequest, public_id: str) -> HttpResponse:
    """The case for those who decide, on one page to print."""
    project = found(project_by_id(public_id))
    seats = team_seats(project, clock.today())
    plan, filing = plan_of(project), filing_of(project)
    behind: dict[str, list[str]] = {half.value: [] for half in present.COLUMNS}
    for one in seats:
        behind[one.seat.half].append(one.seat.label)
    page = {
        "title": project.title,
        "menu": "initiatieven",
        "project": project,
        "plan": plan,
        "filing": filing,
        "behind": [{"half": half, "seats": some} for half, some in behind.items()],
        "planned": present.euros(project.planned),
        "promised": present.euros(project.promised + project.received),
        "crumbs": crumbs(project),
    }
    return render(request, "projects/case.html", page)


@require_safe
def report(request: HttpRequest, public_id: str) -> HttpResponse:
    """The accountability report: every cent that came in and went out, and the sums that add up."""
    project = found(project_by_id(public_id))
    bookings = newest_bookings(project)
    purse, scans = purse_of(project), scans_of(bookings)
    rows = [
        {
            "url": reverse("projects:booking", args=[one.public_id]),
            "scans": scans.get(one.public_id, 0),
            "day": one.day,
            "number": one.number,
            "text": one.text,
            "about": name_of(one),
            "in": present.euros(one.amount) if one.is_in else "",
            "out": "" if one.is_in else present.euros(one.amount),
        }
        for one in bookings
    ]
    page = {
        "title": _("Verantwoording"),
        "menu": "initiatieven",
        "project": project,
        "rows": rows,
        "lines": financing.budget(project, purse.lines, False),
        "received": present.euros(project.received),
        "paid": present.euros(project.paid),
        "left": present.euros(sum(pot.balance for pot in purse.pots)),
        "acts": _report_acts(request, project),
        "crumbs": crumbs(project),
    }
    return render(request, "projects/report.html", page)


@require_safe
def books(request: HttpRequest, public_id: str, kind: str) -> HttpResponseBase:
    """Every booking as a file for a spreadsheet."""
    project = found(project_by_id(public_id))
    return as_file(sheet_of(f"boeken-{project.public_id}", all_bookings(project)), kind)


@require_safe
def booking(request: HttpRequest, public_id: str) -> HttpResponse:
    """One booking, with the scans of its receipt for those who may see them."""
    one = found(booking_by_id(public_id))
    team = team_of(one.project)
    actor = read_as(request, team.has) or actor_of(request)
    can_read = bool(actor and may_read(Reader(actor.person_id, (actor,)), one))
    page = {
        "title": one.text,
        "menu": "initiatieven",
        "booking": one,
        "amount": present.euros(one.amount),
        "about": name_of(one),
        "files": files_on("booking", public_id, one, actor) if can_read else None,
        "can_read": can_read,
        "crumbs": crumbs(one.project),
    }
    return render(request, "projects/booking.html", page)


@require_safe
def model(request: HttpRequest, public_id: str) -> HttpResponse:
    """The business model: what comes in and goes out in a year, and the steps of what it is worth."""
    project = found(project_by_id(public_id))
    page = _page(request, project, "money")
    flows = method.flows_of(*flow_rows(project))
    page |= financing.model(
        project, method.model_of(flows, clock.today()), values_of(project), page["can_work"]
    )
    return render(request, "projects/model.html", page)


@require_safe
def funds(request: HttpRequest, public_id: str) -> HttpResponse:
    """Where the team wants to ask for money, and which schemes there are for them."""
    project = found(project_by_id(public_id))
    page = _page(request, project, "money")
    today, asked = clock.today(), applications_of(project)
    known = {one.scheme_id for one in asked}
    halves = set(page["team"].halves.values())
    open_schemes = [one for one in schemes(today) if one.pk not in known]
    page |= {
        "asked": financing.applications(project, asked, page["can_work"], today),
        "schemes": financing.fitting(project, open_schemes, halves, page["can_work"], today),
    }
    return render(request, "projects/project_funds.html", page)


def _page(request: HttpRequest, project: Project, here: str) -> dict[str, Any]:
    """What every page of a project has. One query: the team."""
    seats = team_seats(project, clock.today())
    team = team_of(project, seats)
    actor = read_as(request, team.has) or actor_of(request)
    return {
        "title": project.title,
        "menu": "initiatieven",
        "project": project,
        "crumbs": crumbs(project)[:1],
        "tabs": present.tabs(project, here),
        "seats": seats,
        "team": team,
        "actor": actor,
        "can_work": bool(actor and rules.may_work(actor, project, team)),
        "is_closed": project.state == LEARNED,
        "client": present.client(project),
    }


def _ball(page: dict[str, Any], project: Project, here: str, **about: Any) -> dict[str, Any] | None:
    """The dark card: whose turn it is; None when nobody's."""
    turn = turns.turn(project_at(project, page["seats"], **about))
    if turn is None:
        return None
    return card(turn, clock.today(), is_mine=is_for(turn, page["actor"]), here=here)


def crumbs(project: Project) -> list[dict[str, Any]]:
    """The way to this page: the initiative and its project."""
    initiative = project.initiative
    return [
        {
            "url": reverse("initiatives:detail", args=[initiative.public_id]),
            "label": initiative.title,
            "is_title": True,
        },
        {"url": reverse("projects:detail", args=[project.public_id]), "label": _("Project")},
    ]


def _plan_acts(project: Project) -> list[dict[str, str]]:
    acts = [present.act(project, "plan", _("Schrijf het plan verder"))]
    if project.state in ("planning", "decided"):
        acts.append(present.act(project, "indienen", _("Dien het plan in")))
    return acts


def _filing_acts(project: Project, filing: Any, actor: Any) -> list[dict[str, str]]:
    if not filing or filing.outcome or not actor or not rules.may_receive(actor, filing):
        return []
    acts = [present.act(project, "besluit", _("Geef antwoord"), filing.public_id)]
    if not filing.received_at:
        acts.insert(0, present.act(project, "ontvangen", _("Bevestig de ontvangst"), filing.public_id))
    return acts


def _money_acts(project: Project, page: dict[str, Any]) -> list[dict[str, str]]:
    acts = []
    if page["can_work"]:
        acts.append(present.act(project, "regel", _("Een regel in de begroting")))
        acts.append(present.act(project, "inkomst", _("Een inkomst erbij")))
    if page["actor"] and rules.may_grant(page["actor"]) and not page["is_closed"]:
        acts.append(present.act(project, "toekenning", _("Ken geld toe")))
    return acts


def _report_acts(request: HttpRequest, project: Project) -> list[dict[str, str]]:
    acts = [
        {"url": reverse("projects:books", args=[project.public_id]), "label": _("Haal alles op als bestand")},
        {"url": reverse("projects:books_xlsx", args=[project.public_id]), "label": "Excel"},
    ]
    actor = actor_of(request)
    if actor and rules.may_work(actor, project, team_of(project)):
        acts.append(present.act(project, "lijst", _("Boek veel regels in één keer")))
    return acts
