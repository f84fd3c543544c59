"""The report of one initiative, to read and to print."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from middenstip.domain.reports.selectors import report_of
from middenstip.kernel import clock
from middenstip.kernel.half import halves_of
from middenstip.web.shared.reply import found


@require_safe
def initiative(request: HttpRequest, public_id: str) -> HttpResponse:
    """Built from the journal when it is asked for: it is never stored, so it cannot be out of date."""
    report = found(report_of(public_id, clock.today()))
    page = {
        "title": _("Verslag: %(title)s") % {"title": report.title},
        "menu": "initiatieven",
        "crumbs": [{"url": reverse("initiatives:detail", args=[report.public_id]), "label": report.title}],
        "report": report,
        "halves": [_(half.value) for half in halves_of(report.halves)],
        "lines": [
            {"line": line, "halves": [_(h.value) for h in halves_of(line.halves)]} for line in report.lines
        ],
        "made_at": clock.now(),
    }
    return render(request, "reports/initiative.html", page)
