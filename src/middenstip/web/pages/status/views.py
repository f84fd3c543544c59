"""What happens now, when do I hear something, and who can I ask: one page for the initiator.

The code on the letter opens it, without an account. It says nothing that the initiative page does not say,
besides the term.
"""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from middenstip.domain.intake.lifecycle import DECIDED, NEW, STOPPED
from middenstip.domain.intake.models import Case
from middenstip.domain.intake.selectors.status import case_by_code
from middenstip.domain.intake.turns import waits_for_desk
from middenstip.domain.rooms import path_to
from middenstip.kernel import clock
from middenstip.kernel.ids import typed_id
from middenstip.web.shared import dates
from middenstip.web.shared.fields import Line
from middenstip.web.shared.forms import Form
from middenstip.web.shared.reply import found


class CodeForm(Form):
    """The code of the letter."""

    code = Line(label=_lazy("De code uit je brief of mail"), max_length=40)


@require_safe
def find(request: HttpRequest) -> HttpResponse:
    """Type the code."""
    form, status = CodeForm(request.GET or None), 200
    if request.GET:
        status = 422
        code = typed_id(request.GET.get("code", ""))
        if form.is_valid() and code and case_by_code(code, clock.today()):
            return redirect("status:detail", code)
        form.add_error("code", _("Deze code kennen we niet. Kijk nog eens goed, of bel de balie."))
    page = {"title": _("Hoe staat het met mijn zaak?"), "form": form}
    return render(request, "status/find.html", page, status=status)


@require_safe
@never_cache
def detail(request: HttpRequest, code: str) -> HttpResponse:
    """How it stands."""
    case = found(case_by_code(typed_id(code), clock.today()))
    page = {
        "title": case.initiative.title,
        "now": _now(case),
        "when": _when(case),
        "who": case.handler_name or "",  # type: ignore[attr-defined]
        "seat": case.handler.label if case.handler else "",
        "referred": case.referred_to,  # type: ignore[attr-defined]
        "answer": case.answer,
        "code": case.code,
        "initiative_url": path_to("initiative", case.initiative.public_id),
        "case_url": path_to("case", case.public_id),
    }
    response = render(request, "status/detail.html", page)
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _now(case: Case) -> str:
    """One sentence: what happens now."""
    if case.state == STOPPED:
        return _("Dit initiatief is gestopt.")
    if case.state == NEW:
        return _("Je idee is binnen. Iemand van de balie neemt het aan.")
    if case.state != DECIDED:
        return _("De balie werkt met je aan een antwoord.")
    if waits_for_desk(case):
        return _("Je idee past in geen hokje. Dat is geen nee: een verbinder zoekt met je de weg.")
    return _("De balie gaf antwoord.")


def _when(case: Case) -> dict[str, Any] | None:
    """The last day of the term, while something is awaited."""
    if case.due_on is None or not waits_for_desk(case):
        return None
    return {"day": dates.long_date(case.due_on), "is_late": case.due_on < clock.today()}
