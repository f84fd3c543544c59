"""The gallery page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from middenstip.web.pages.gallery import forms, samples, samples_table


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Every component, with its empty state and its worst case."""
    context = {
        "title": _("Onderdelen"),
        "rings": samples.rings(),
        "halves": samples.HALVES,
        "tables": samples_table.tables(),
        "map": samples_table.forty_points(),
        "form": forms.with_mistakes(),
        "filter_form": forms.FilterForm(),
        **samples.EVERYTHING,
    }
    return render(request, "gallery/index.html", context)
