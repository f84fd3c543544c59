"""Pages to read: the list of case studies, and one of them."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from middenstip.domain.learning.face import SEARCHED
from middenstip.domain.learning.rules import is_author, may_see
from middenstip.domain.learning.selectors import (
    Wanted,
    studies,
    study_by_id,
    unpublished_of,
    voices_of,
)
from middenstip.domain.matching.method import keys_like
from middenstip.kernel import clock
from middenstip.kernel.place import cursor
from middenstip.web.pages.learning.forms import CorrectForm, ListForm
from middenstip.web.pages.learning.present import as_study
from middenstip.web.shared.paging import place_of
from middenstip.web.shared.reply import found
from middenstip.web.shared.studies import as_studies

MOST_FOUND = 50


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Case studies, newest first; with words those that are like them, the best first."""
    form = ListForm(request.GET)
    form.is_valid()
    chosen = {key: form.cleaned_data.get(key, "") for key in form.fields}
    wanted = Wanted(chosen["afloop"], chosen["plek"], chosen["helft"], chosen["samen"] == "drie")
    page: dict[str, Any] = {"title": _("Voorbeelden"), "menu": "initiatieven", "form": form}
    page |= _found(wanted, chosen["q"]) if chosen["q"] else _newest(request, wanted)
    page["own"] = unpublished_of(request.user.pk) if request.user.is_authenticated else []
    return render(request, "learning/index.html", page)


@require_safe
def detail(request: HttpRequest, public_id: str) -> HttpResponse:
    return study_page(request, public_id)


def study_page(request: HttpRequest, public_id: str, status: int = 200, **forms: Any) -> HttpResponse:
    """One case study; `forms` are forms with errors to show again. Three queries."""
    reader = request.user.pk
    study = found(study_by_id(public_id))
    voices = voices_of(study)
    found(study if may_see(reader, study, voices) else None)
    page = as_study(study, voices, reader, clock.now()) | {
        "menu": "initiatieven",
        "crumbs": [{"url": reverse("learning:index"), "label": _("Voorbeelden")}],
        "is_mine": is_author(reader, study),
        "correct_form": CorrectForm(),
    }
    return render(request, "learning/detail.html", page | forms, status=status)


def _newest(request: HttpRequest, wanted: Wanted) -> dict[str, Any]:
    size: int = settings.PAGE_SIZE
    after = place_of(request.GET.get("na", ""))
    rows = studies(wanted, after=after, limit=size + 1)
    shown = rows[:size]
    query = request.GET.copy()
    query.pop("na", None)
    page: dict[str, Any] = {"studies": as_studies(shown)}
    if after:
        page["first_url"] = f"?{query.urlencode()}"
    if len(rows) > size and shown[-1].published_at:
        query["na"] = cursor(shown[-1].published_at, shown[-1].pk)
        page["next_url"] = f"?{query.urlencode()}"
    return page


def _found(wanted: Wanted, words: str) -> dict[str, Any]:
    keys = keys_like(words, SEARCHED.index, MOST_FOUND)
    rows = {one.pk: one for one in studies(wanted, limit=MOST_FOUND, among=keys)} if keys else {}
    return {"studies": as_studies(rows[key] for key in keys if key in rows)}
