"""The account and the portfolio of an area, the funding register, and the instrument cards."""

from __future__ import annotations

from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from middenstip.domain.areas.selectors import area_by_code
from middenstip.domain.projects import rules, services
from middenstip.domain.projects.content import CARDS
from middenstip.domain.projects.lifecycle import LEARNED, PROJECT
from middenstip.domain.projects.selectors import Asked, portfolio, schemes, totals_in
from middenstip.domain.projects.selectors.checks import months_until, risk_of
from middenstip.domain.projects.selectors.links import chances_in, days_late, delays, waits_in
from middenstip.domain.rooms import path_to
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.half import Half
from middenstip.kernel.verdict import Invalid
from middenstip.web.pages.projects import present
from middenstip.web.pages.projects.forms import SchemeForm, WantedForm
from middenstip.web.pages.projects.rollup import files_of
from middenstip.web.pages.projects.wanted import asked_in, query_of
from middenstip.web.shared import svg
from middenstip.web.shared.hat import actor_of, with_hat
from middenstip.web.shared.reply import done, found

PER_PAGE = 25


@require_safe
def portfolio_page(request: HttpRequest, code: str) -> HttpResponse:
    """The projects of an area: where they stand, their money, and when it ends."""
    area = found(area_by_code(code.upper()))
    typed = request.GET.get("na", "")
    before = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 16 else None
    asked, today = asked_in(request), clock.today()
    rows = portfolio(area, before, PER_PAGE + 1, asked)
    waits = waits_in(area)
    late = delays({row["pk"]: days_late(row["open_on"], today) for row in rows}, waits, today)
    page = {
        "title": _("Wat loopt er in %(area)s?") % {"area": area.name},
        "menu": "initiatieven",
        "area": area,
        "lines": [_line(row, late, waits, today) for row in rows[:PER_PAGE]],
        "next_url": _further(asked, na=rows[PER_PAGE - 1]["pk"]) if len(rows) > PER_PAGE else "",
        "first_url": request.path + _further(asked) if before else "",
        "form": WantedForm(asked),
        "is_filtered": bool(asked.state or asked.half),
        "files": files_of([area.code], asked),
    }
    return render(request, "projects/portfolio.html", page)


def _further(asked: Asked, **more: int) -> str:
    """The filter for the address of another page of the same list; "" when everything is as usual."""
    told = urlencode([*query_of(asked), *more.items()])
    return f"?{told}" if told else ""


@require_safe
def chances(request: HttpRequest, code: str) -> HttpResponse:
    """Projects at one place that could do something together: the place matches, the theme does not."""
    area = found(area_by_code(code.upper()))
    page = {
        "title": _("Koppelkansen in %(area)s") % {"area": area.name},
        "menu": "initiatieven",
        "area": area,
        "chances": [
            {
                "place": one.place,
                "one": {"url": path_to("project", one.one[0]), "title": one.one[1]},
                "other": {"url": path_to("project", one.other[0]), "title": one.other[1]},
                "act_url": reverse("projects:act", args=[one.one[0], "verband"]) + f"?met={one.other[0]}",
            }
            for one in chances_in(area)
        ],
        "can_act": actor_of(request) is not None,
    }
    return render(request, "projects/chances.html", page)


@require_safe
def account(request: HttpRequest, code: str) -> HttpResponse:
    """What came in and went out in an area in a year, per half that booked it."""
    area = found(area_by_code(code.upper()))
    typed = request.GET.get("jaar", "")
    this_year = clock.today().year
    year = (
        int(typed)
        if typed.isascii() and typed.isdigit() and 2000 <= int(typed[:4]) <= this_year
        else this_year
    )
    sums = totals_in(area, year)
    page = {
        "title": _("Rekening van %(area)s") % {"area": area.name},
        "menu": "initiatieven",
        "area": area,
        "year": year,
        "before": year - 1,
        "rows": [
            {
                "half": half.value,
                "in": present.euros(sums.get((half.value, True), 0)),
                "out": present.euros(sums.get((half.value, False), 0)),
            }
            for half in Half
        ],
        "in": present.euros(sum(cents for (_half, is_in), cents in sums.items() if is_in)),
        "out": present.euros(sum(cents for (_half, is_in), cents in sums.items() if not is_in)),
    }
    return render(request, "projects/account.html", page)


@require_safe
def funds(request: HttpRequest) -> HttpResponse:
    """Where money can be asked, the first deadline first."""
    actor = actor_of(request)
    page = {
        "title": _("Fondsen en regelingen"),
        "menu": "hoe",
        "schemes": schemes(clock.today()),
        "can_keep": bool(actor and actor.half == Half.GOVERNMENT),
        "can_read_in": bool(actor and rules.may_read_in(actor)),
    }
    return render(request, "projects/funds.html", page)


@require_http_methods(["GET", "HEAD", "POST"])
@with_hat
def keep_fund(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Add a scheme, or bring it up to date."""
    form, status = SchemeForm(request.POST or None), 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            told = {name: value for name, value in form.cleaned_data.items() if name != "key"}
            try:
                services.keep_scheme(by=actor, at=clock.now(), **told)
            except Invalid as refusal:
                status = form.absorb(refusal)
            else:
                return done(request, _("Het fonds staat erbij, nagekeken vandaag."), "projects:funds")
    page = {
        "title": _("Een fonds erbij"),
        "label": _("Bewaar"),
        "intro": _("Staat de naam er al? Dan werk je dat fonds bij."),
        "back_url": reverse("projects:funds"),
        "about": _("Fondsen en regelingen"),
        "form": form,
        "actor": actor,
        "menu": "hoe",
    }
    return render(request, "projects/act.html", page, status=status)


@require_safe
def instruments(request: HttpRequest) -> HttpResponse:
    """The cards about visie, omgevingsplan, permit and the like."""
    cards = [
        {name: _(text) if isinstance(text, str) else text for name, text in card.items()} for card in CARDS
    ]
    return render(
        request, "projects/instruments.html", {"title": _("Wijzers"), "menu": "hoe", "cards": cards}
    )


def _line(
    row: dict[str, Any], late: dict[int, int], waits: list[dict[str, Any]], today: date
) -> dict[str, Any]:
    ends = row["ends_on"]
    left = months_until(ends, today) if ends else None
    days = late.get(row["pk"], 0) if row["state"] != LEARNED else 0
    return {
        "url": path_to("project", row["public_id"]),
        "title": row["title"],
        "area": row["area__name"],
        "ring": svg.ring_svg(row["halves"], size=36),
        "state": _(PROJECT.words[row["state"]]),
        "paid": present.euros(row["paid"]),
        "planned": present.euros(row["planned"]),
        "left": left,
        "ends_on": ends,
        "risk": risk_of(left, days),
        "days_late": days,
        "waits": [one["other__title"] for one in waits if one["project_id"] == row["pk"]],
    }
