"""The house style: two colours with their contrast, the logo, and the style sheet that carries them."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from middenstip.domain.site import services
from middenstip.domain.site.models import Site
from middenstip.domain.site.rules import ratio
from middenstip.domain.site.selectors import the_site
from middenstip.kernel import clock, colour
from middenstip.kernel.actor import Actor
from middenstip.web.pages.administration.forms import LookForm
from middenstip.web.shared.administration import for_administrator, settle, show
from middenstip.web.shared.look import digest as digest_of
from middenstip.web.shared.look import the_look

YEAR = 365 * 24 * 3600


@require_safe
def sheet(request: HttpRequest, digest: str) -> HttpResponse:
    """The colours as a style sheet. Its address changes with them, so that a browser keeps it for a year."""
    css = the_look().css
    if not css:
        raise Http404
    is_known = digest == digest_of(css)  # else somebody's page is a minute old
    kept = f"public, max-age={YEAR}, immutable" if is_known else "no-store"
    return HttpResponse(css, content_type="text/css; charset=utf-8", headers={"Cache-Control": kept})


@require_http_methods(["GET", "HEAD", "POST"])
@for_administrator
def colours(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Two colours. One that cannot be read is refused, with its contrast."""
    site = the_site()
    start = {"main": site.main_colour, "ball": site.ball_colour}
    form = LookForm(request.POST or None, initial=start)
    came = settle(
        request,
        form,
        lambda told: services.choose_colours(by=actor, main=told["main"], ball=told["ball"], at=clock.now()),
        "administration:look",
    )
    if isinstance(came, HttpResponse):
        return came
    return show(
        request,
        "look",
        _("Huisstijl"),
        came,
        form=form,
        contrasts=_contrasts(site),
        has_logo=bool(the_look().logo),
    )


@require_POST
@for_administrator
def logo(request: HttpRequest, actor: Actor) -> HttpResponse:
    """On to the form for the logo, which hangs on the row of the platform."""
    return redirect("files:add", "site", services.the_row(by=actor).public_id)


def _contrasts(site: Site) -> list[dict[str, Any]]:
    """The contrast of the colours that were chosen."""
    told = []
    if site.main_colour:
        found, least = colour.poorest(colour.own_scale(site.main_colour))
        told.append({"name": _("Knoppen en links"), "found": ratio(found), "least": ratio(least)})
    if site.ball_colour:
        found = colour.contrast(site.ball_colour, colour.WHITE)
        told.append({"name": _("De bal"), "found": ratio(found), "least": ratio(colour.GRAPHIC)})
    return told
