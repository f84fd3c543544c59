"""One thanks, with a link to its initiative."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from middenstip.domain.thanks.selectors import thanks_by_id

from middenstip.domain.rooms import path_to
from middenstip.web.shared.reply import found


@require_safe
def detail(request: HttpRequest, public_id: str) -> HttpResponse:
    thanks = found(thanks_by_id(public_id))
    initiative = thanks.initiative
    page = {
        "title": _("Bedankje"),
        "menu": "initiatieven",
        "crumbs": [
            {
                "url": path_to("initiative", initiative.public_id),
                "label": initiative.title,
                "is_title": True,
            }
        ],
        "thanks": thanks,
    }
    return render(request, "thanks/detail.html", page)
