"""Pages to read: the agreements of an area, one agreement, and one party."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from middenstip.domain.advice.selectors import figures_of as advice_figures
from middenstip.domain.advice.selectors import late_of
from middenstip.domain.agreements.selectors import (
    AgreementLine,
    agreement_by_id,
    agreements_in,
    party_by_id,
    promised_by_organisation,
    signatures_for,
)
from middenstip.domain.gatherings.selectors import figures_of as invited_figures
from middenstip.domain.goals.selectors.board import board_figures_of
from middenstip.domain.intake.selectors.terms import answering_of
from middenstip.domain.parties.selectors import people_of
from middenstip.domain.rooms import holders
from middenstip.domain.signals.selectors import figures_of
from middenstip.kernel import clock
from middenstip.kernel.place import cursor
from middenstip.web.pages.agreements.forms import ListForm, MissForm, SignForm
from middenstip.web.pages.agreements.present import present
from middenstip.web.parts.agreements import agreement_lines
from middenstip.web.parts.files import files_on
from middenstip.web.shared.advice import as_requests
from middenstip.web.shared.hat import actor_of, read_as
from middenstip.web.shared.paging import place_of
from middenstip.web.shared.places import home_area
from middenstip.web.shared.reply import found

PER_PAGE = 25
MOST_LATE = 10  # requests for advice that wait too long


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The agreements of the home area (or `gebied`), earliest due day first."""
    form = ListForm(request.GET)
    form.is_valid()
    chosen = {key: form.cleaned_data.get(key, "") for key in form.fields}
    home = home_area()
    area = chosen["gebied"].upper() or (home["code"] if home else "")
    today, after = clock.today(), _after(request)
    rows = agreements_in(
        area,
        today,
        stand=chosen["stand"],
        half=chosen["helft"],
        party=chosen["partij"],
        after=after,
        limit=PER_PAGE + 1,
    )
    page = {"title": _("Afspraken"), "menu": "tafels", "crumbs": _crumbs()[:1], "form": form}
    return render(request, "agreements/index.html", page | _paged(request, rows, today, after))


@require_safe
def party(request: HttpRequest, public_id: str) -> HttpResponse:
    """One organisation: its half, its people, its promises, and the promises to it."""
    one = found(party_by_id(public_id))
    today, after = clock.today(), _after(request)
    rows = agreements_in("", today, stand="alles", party=public_id, after=after, limit=PER_PAGE + 1)
    page = {"title": capfirst(one.name), "menu": "tafels", "crumbs": _crumbs(), "party": one}
    page["answering"] = answering_of(public_id, today)
    page["promised"] = promised_by_organisation(public_id)
    page["people"] = people_of(public_id, today, PER_PAGE)
    page["signals"] = figures_of(public_id, today)
    page["logic_url"] = reverse("parties:logic", args=[public_id])
    page["principles_url"] = reverse("principles:detail", args=[public_id])
    page["asked"] = invited_figures(public_id, today)
    page["board"] = board_figures_of(public_id, today)
    page["advice"] = advice = advice_figures(public_id, today)
    page["late"] = as_requests(late_of(public_id, today, MOST_LATE), today) if advice.late else []
    organisation = holders()["organisation"].find(public_id)
    page["files"] = files_on("organisation", public_id, organisation, actor_of(request))
    return render(request, "agreements/party.html", page | _paged(request, rows, today, after))


@require_safe
def detail(request: HttpRequest, public_id: str) -> HttpResponse:
    return agreement_page(request, public_id)


def agreement_page(request: HttpRequest, public_id: str, status: int = 200, **forms: Any) -> HttpResponse:
    """The agreement; `forms` are forms with errors to show again."""
    today = clock.today()
    agreement = found(agreement_by_id(public_id))
    signatures = signatures_for(agreement, today)
    signers = {row.seat_id for row in signatures}
    actor = read_as(request, lambda hat: hat.seat_id in signers)
    page = present(agreement, signatures, actor, today) | {
        "menu": "tafels",
        "sign_form": SignForm(initial={"number": agreement.number}),
        "miss_form": MissForm(),
        "files": files_on("agreement", public_id, agreement, actor),
    }
    return render(request, "agreements/detail.html", page | forms, status=status)


def _crumbs() -> list[dict[str, str]]:
    """The breadcrumbs of a party: tables, then all agreements."""
    words = {"goals:index": _("Tafels"), "agreements:index": _("Afspraken")}
    return [{"url": reverse(name), "label": word} for name, word in words.items()]


def _after(request: HttpRequest) -> tuple[date, int] | None:
    """The (due date, id) in `na`."""
    place = place_of(request.GET.get("na", ""))
    return (place[0].date(), place[1]) if place else None


def _paged(
    request: HttpRequest, rows: list[AgreementLine], today: date, after: tuple[date, int] | None
) -> dict[str, Any]:
    shown = rows[:PER_PAGE]
    query = request.GET.copy()
    query.pop("na", None)
    page: dict[str, Any] = {"lines": agreement_lines(shown, today)}
    if after:
        page["first_url"] = f"?{query.urlencode()}"
    if len(rows) > PER_PAGE:
        query["na"] = cursor(datetime.combine(shown[-1].due_on, time(), UTC), shown[-1].id)
        page["next_url"] = f"?{query.urlencode()}"
    return page
