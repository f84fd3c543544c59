"""The page of one case, with all its forms; after a refusal one of them contains what was typed."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from middenstip.domain.intake import rules
from middenstip.domain.intake.models import Case
from middenstip.domain.intake.selectors.page import case_page, notes_for
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import Forbidden, Refused, require
from middenstip.notices.bounces import returns_mail
from middenstip.web.pages.desk.making import Forms
from middenstip.web.pages.desk.present import present
from middenstip.web.pages.desk.talk import talk
from middenstip.web.parts.files import files_on
from middenstip.web.shared.forms import Form
from middenstip.web.shared.hat import read_as
from middenstip.web.shared.reply import found


def visible(public_id: str, actor: Actor) -> Case:
    """The case; 404 when there is none, 403 with the true reason when the reader may not see it."""
    case = found(case_page(public_id, clock.today()))
    require(rules.may_see(actor, case))
    return case


@never_cache
def show_case(
    request: HttpRequest, actor: Actor, public_id: str, *, status: int = 200, **held: Form
) -> HttpResponse:
    """The page. `held` has the form with the error, by its name (`note`, `carry_<id>` …)."""
    case = found(case_page(public_id, clock.today()))
    actor = read_as(request, lambda hat: rules.may_see(hat, case)) or actor
    require(rules.may_see(actor, case))
    notes = notes_for(case, clock.today()) if rules.may_read_notes(actor, case) else None
    make = Forms(case, actor)
    page = present(case, notes, actor, make, held)
    if notes is not None:
        page |= talk(case, actor, make, held)
    page["files"] = files_on("case", public_id, case, actor)
    page["mail_returned"] = returns_mail(case.initiative.initiator)
    return render(request, "desk/case.html", page, status=status)


def refused(form: Form, refusal: Refused) -> int:
    """Put the refusal in the form; returns the status to answer with."""
    status = form.absorb(refusal)
    return 403 if isinstance(refusal, Forbidden) else status
