"""The inbox of the desk, and the page of one case."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from middenstip.domain.intake.rules import may_overlook, may_see_desk
from middenstip.domain.intake.selectors.inbox import bin_counts, bins_for, cases_in, first_and_new
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.place import cursor
from middenstip.kernel.typed import line
from middenstip.kernel.verdict import require
from middenstip.web.pages.desk import inbox
from middenstip.web.pages.desk.page import show_case
from middenstip.web.shared.hat import with_hat
from middenstip.web.shared.paging import place_of

MOST_NEW = 4
LONGEST = 80  # characters of a search


@require_safe
@never_cache
@with_hat
def index(request: HttpRequest, actor: Actor) -> HttpResponse:
    """One inbox for all departments."""
    require(may_see_desk(actor))
    today = clock.today()
    chosen = request.GET.get("bak", inbox.DEFAULT)
    chosen = chosen if chosen in bins_for(actor, today) else inbox.DEFAULT
    after = place_of(request.GET.get("na", ""))
    size: int = settings.PAGE_SIZE
    words = line(request.GET.get("zoek", ""))[:LONGEST]
    rows = cases_in(actor, chosen, size + 1, today, after, words)
    last = rows[size - 1] if len(rows) > size else None
    counts = bin_counts(actor, today)
    first, new = first_and_new(actor, MOST_NEW, today)
    page = {
        "title": _("De balie"),
        "menu": "balie",
        "overview_url": reverse("desk:overview") if may_overlook(actor) else "",
        "may_type_in": inbox.handles(actor),
        "lead": _lead(counts["van-mij"]),
        "first": inbox.first_case(first, today),
        "tabs": inbox.tabs(counts, "" if words else chosen),
        "words": words,
        "chosen": chosen,
        "cases": inbox.case_rows(rows[:size], actor, today),
        "new": inbox.new_cases(new, actor, today),
        "new_count": counts["nieuw"] if counts["nieuw"] > len(new) else 0,
        "next_url": inbox.address(chosen, cursor(last.opened_at, last.pk), words) if last else "",
        "first_url": inbox.address(chosen, words=words) if after else "",
    }
    return render(request, "desk/index.html", page)


@require_safe
@with_hat
def case(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    return show_case(request, actor, public_id)


def _lead(mine: int) -> str:
    if not mine:
        return _("Er staat geen zaak op jouw naam.")
    return ngettext("Eén zaak is van jou.", "%(count)s zaken zijn van jou.", mine) % {"count": mine}
