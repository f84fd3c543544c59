"""The texts of the front page and of the rules, and the themes."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from middenstip.domain.initiatives.models import THEMES
from middenstip.domain.site import services
from middenstip.domain.site.selectors import the_site
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.web.pages.administration.forms import FrontForm, RulesForm, ThemesForm
from middenstip.web.shared.administration import for_administrator, settle, show

FORM = ["GET", "HEAD", "POST"]


@require_http_methods(FORM)
@for_administrator
def front(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The title and first sentences of the front page."""
    site = the_site()
    form = FrontForm(request.POST or None, initial={"title": site.front_title, "lead": site.front_lead})
    came = settle(
        request,
        form,
        lambda told: services.change_front(by=actor, title=told["title"], lead=told["lead"], at=clock.now()),
        "administration:front",
    )
    if isinstance(came, HttpResponse):
        return came
    lead = _("Het eerste wat iemand leest. Schrijf wat hier gebeurt, en voor wie.")
    return show(request, "form", _("Tekst van de voordeur"), came, form=form, lead=lead, see="/")


@require_http_methods(FORM)
@for_administrator
def rules(request: HttpRequest, actor: Actor) -> HttpResponse:
    """What each rule means here. The rules themselves stay: decisions name them."""
    form = RulesForm(request.POST or None, site=the_site())
    came = settle(
        request,
        form,
        lambda told: services.change_rules(by=actor, lead=told["lead"], texts=form.texts, at=clock.now()),
        "administration:rules",
    )
    if isinstance(came, HttpResponse):
        return came
    lead = _(
        "De zes regels staan vast, want besluiten verwijzen ernaar. Wat een regel hier betekent, schrijf je "
        "zelf. Leeg: onze eigen tekst."
    )
    return show(
        request,
        "form",
        _("Tekst van de spelregels"),
        came,
        form=form,
        lead=lead,
        see=reverse("moderation:rules"),
    )


@require_http_methods(FORM)
@for_administrator
def themes(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The themes to choose from."""
    chosen = the_site().themes or list(THEMES)
    form = ThemesForm(request.POST or None, initial={"themes": chosen})
    came = settle(
        request,
        form,
        lambda told: services.choose_themes(
            by=actor, themes=told["themes"], known=tuple(THEMES), at=clock.now()
        ),
        "administration:themes",
    )
    if isinstance(came, HttpResponse):
        return came
    lead = _(
        "Deze thema’s kan iemand bij een nieuw idee kiezen. Een idee dat al een ander thema heeft, houdt het."
    )
    return show(request, "form", _("Thema’s"), came, form=form, lead=lead)
