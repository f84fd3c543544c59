"""Who holds which role, in all areas."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from middenstip.domain.parties.rules import ROLES
from middenstip.domain.parties.selectors import grants_everywhere
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.typed import line
from middenstip.web.shared.administration import for_administrator, show
from middenstip.web.shared.look import home_code
from middenstip.web.shared.paging import BrokenPlace

PAGE, LONGEST = 50, 80


@require_safe
@for_administrator
def index(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The roles, newest first, to search by name, function or organisation."""
    asked, after = line(request.GET.get("q", ""))[:LONGEST], request.GET.get("na", "")
    if after and not (after.isascii() and after.isdigit() and len(after) < 16):
        raise BrokenPlace
    rows = grants_everywhere(asked, int(after) if after else None, clock.today(), PAGE + 1)
    return show(
        request,
        "people",
        _("Mensen en rollen"),
        people=[_person(row) for row in rows[:PAGE]],
        q=asked,
        next_url=f"?q={asked}&na={rows[PAGE - 1]['pk']}" if len(rows) > PAGE else "",
        first_url="./" if after else "",
        home=home_code(),
    )


def _person(row: dict[str, Any]) -> dict[str, Any]:
    title, organisation = row["seat__title"], row["organisation"]
    return {
        "name": row["name"],
        "role": _(ROLES[row["role"]].word) if row["role"] in ROLES else row["role"],
        "seat": f"{title}, {organisation}" if organisation else title,
        "half": row["seat__half"],
        "place": row["area__name"] or _("overal"),
        "code": row["area__code"] or row["seat__area__code"],
        "since": row["from_on"],
    }
