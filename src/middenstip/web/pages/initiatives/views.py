"""The page of one initiative, with its form to offer help."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from middenstip.domain.initiatives import rules
from middenstip.domain.initiatives.selectors.detail import initiative_page
from middenstip.domain.reports.selectors.turns import turn_of
from middenstip.journeys import publish_text
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import Invalid
from middenstip.web.pages.initiatives.acts import PAGE, visible
from middenstip.web.pages.initiatives.forms import HelpForm
from middenstip.web.pages.initiatives.present import present
from middenstip.web.shared.hat import read_as, with_hat
from middenstip.web.shared.reply import done, found


@require_safe
def detail(request: HttpRequest, public_id: str) -> HttpResponse:
    return _page(request, public_id, HelpForm(), 200)


@require_http_methods(["GET", "HEAD", "POST"])
@with_hat
def offer_help(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """Offer to take part, after reading what is fixed.

    A visitor first joins and chooses a seat, and then continues to this form.
    """
    if request.method != "POST":
        return redirect(reverse(PAGE, args=[public_id]) + "#helpen")
    initiative = visible(public_id, actor.person_id)
    form = HelpForm(request.POST)
    if not form.is_valid():
        return _page(request, public_id, form, 422)
    told = {key: form.cleaned_data[key] for key in ("brings", "gets", "fears", "has_read")}
    try:
        publish_text.help_offer(by=actor, initiative=initiative, **told, at=clock.now())
    except Invalid as refusal:
        return _page(request, public_id, form, form.absorb(refusal))
    said = _("Dank je. %(who)s leest je aanbod en geeft antwoord.") % {"who": initiative.initiator.shown_name}
    return done(request, said, PAGE, public_id)


def _page(request: HttpRequest, public_id: str, form: HelpForm, status: int) -> HttpResponse:
    today = clock.today()
    initiative = found(initiative_page(public_id, request.user.pk, today))
    found(initiative if rules.may_see(request.user.pk, initiative) else None)
    turn = turn_of(initiative, today)
    actor = read_as(request, lambda hat: turn and hat.seat_id in turn.seats)
    page = present(initiative, actor, request.user.pk, turn)
    return render(request, "initiatives/detail.html", page | {"form": form}, status=status)
