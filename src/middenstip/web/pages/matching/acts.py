"""What a reader does with one need or offer: ask to meet; and its owner: confirm and withdraw."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from middenstip.domain.matching import services
from middenstip.domain.matching.selectors import listing_by_id
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.web.pages.matching.forms import AskForm
from middenstip.web.pages.matching.views import listing_page
from middenstip.web.shared.hat import acting, anyone, logged_in
from middenstip.web.shared.reply import done, found

PAGE = "matching:detail"


@acting
def ask(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """Ask to meet the owner."""
    listing = found(listing_by_id(public_id))
    form = AskForm(request.POST)
    if not form.is_valid():
        return listing_page(request, listing, 422, form)
    told = {name: form.cleaned_data[name] for name in ("text", "key")}
    one = services.ask_introduction(by=actor, about=listing, **told, at=clock.now())
    said = _("Je vraag is verstuurd. Zegt de ander ja, dan kunnen jullie elkaar schrijven.")
    return done(request, said, "matching:introduction", one.public_id)


@logged_in
def confirm(request: HttpRequest, public_id: str) -> HttpResponse:
    listing = found(listing_by_id(public_id))
    services.confirm_listing(by=anyone(request), listing=listing, at=clock.now())
    return done(request, _("Fijn. Het blijft staan."), PAGE, public_id)


@logged_in
def withdraw(request: HttpRequest, public_id: str) -> HttpResponse:
    listing = found(listing_by_id(public_id))
    services.withdraw_listing(by=anyone(request), listing=listing, at=clock.now())
    return done(request, _("Het staat er niet meer. Wie wachtte, hoort dat."), PAGE, public_id)
