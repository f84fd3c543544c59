"""Placing a need or an offer, and changing it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from middenstip.domain.areas.models import Area
from middenstip.domain.areas.selectors import area_by_code
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.initiatives.selectors.detail import initiative_by_id
from middenstip.domain.matching.lifecycle import ASSETS
from middenstip.domain.matching.models import Listing
from middenstip.domain.matching.rules import may_change
from middenstip.domain.matching.selectors import listing_by_id
from middenstip.domain.matching.selectors.listings import own_initiatives
from middenstip.journeys import publish_text
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.turn import short
from middenstip.kernel.verdict import Invalid, Refused, require
from middenstip.web.pages.matching.forms import ListingForm, OfferForm
from middenstip.web.shared.hat import with_hat
from middenstip.web.shared.own_words import own_words
from middenstip.web.shared.reply import done, found

COLUMNS = (
    "title", "sort", "text", "size", "at_what_time", "until_on", "conditions", "theme",
    "asset", "claim", "place_kind", "square_metres", "access",
)  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@with_hat
def new(request: HttpRequest, actor: Actor) -> HttpResponse:
    """A new need, or with `?wat=aanbod` an offer."""
    is_offer = request.GET.get("wat") in ("aanbod", "plek", *ASSETS)
    kind = OfferForm if is_offer else ListingForm
    own = own_initiatives(actor.person_id)
    if request.method != "POST":
        initial = {"initiative": request.GET.get("initiatief", ""), "area": request.GET.get("gebied", "")}
        if request.GET.get("wat") in ASSETS:
            initial["asset"] = request.GET["wat"]
        if said := own_words(request):
            initial |= {"title": short(said, 120), "text": said}
        if request.GET.get("wat") == "plek":
            initial |= {"sort": "space", "place_kind": "plot"}
        return _show(request, actor, kind(own=own, initial=initial), is_offer, 200)
    form = kind(request.POST, own=own)
    if not form.is_valid():
        return _show(request, actor, form, is_offer, 422)
    try:
        listing = publish_text.listing(
            by=actor,
            is_offer=is_offer,
            told=_told(form),
            area=_area(form),
            initiative=_initiative(form),
            key=form.cleaned_data["key"],
            at=clock.now(),
        )
    except Refused as refusal:
        return _show(request, actor, form, is_offer, form.absorb(refusal))
    said = _("Je aanbod staat erbij.") if is_offer else _("Je vraag staat erbij.")
    return done(request, said, "matching:detail", listing.public_id)


@require_http_methods(["GET", "HEAD", "POST"])
@with_hat
def change(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """Its owner changes it."""
    listing = found(listing_by_id(public_id))
    require(may_change(actor, listing))
    kind = OfferForm if listing.is_offer else ListingForm
    if request.method != "POST":
        initial = {name: getattr(listing, name) for name in COLUMNS} | {"area": listing.area.code}
        return _show(request, actor, kind(initial=initial), listing.is_offer, 200, listing)
    form = kind(request.POST)
    if not form.is_valid():
        return _show(request, actor, form, listing.is_offer, 422, listing)
    try:
        publish_text.listing_text(
            by=actor, listing=listing, told=_told(form), area=_area(form), at=clock.now()
        )
    except Refused as refusal:
        return _show(request, actor, form, listing.is_offer, form.absorb(refusal), listing)
    return done(request, _("Je tekst is aangepast."), "matching:detail", public_id)


def _told(form: ListingForm) -> dict[str, Any]:
    return {name: form.cleaned_data[name] for name in COLUMNS if name in form.cleaned_data}


def _area(form: ListingForm) -> Area:
    area = area_by_code(form.cleaned_data["area"])
    if area is None:
        raise Invalid({"area": "Dit gebied kennen we niet. Kies een ander."})
    return area


def _initiative(form: ListingForm) -> Initiative | None:
    code = form.cleaned_data.get("initiative")
    return initiative_by_id(code) if code else None


def _show(
    request: HttpRequest,
    actor: Actor,
    form: ListingForm,
    is_offer: bool,
    status: int,
    listing: Listing | None = None,
) -> HttpResponse:
    page = {
        "title": _title(is_offer, listing),
        "menu": "vraag-en-aanbod",
        "crumbs": [{"url": reverse("matching:list"), "label": _("Vraag en aanbod")}],
        "form": form,
        "actor": actor,
        "is_new": listing is None,
        "is_offer": is_offer,
    }
    return render(request, "matching/form.html", page, status=status)


def _title(is_offer: bool, listing: Listing | None) -> str:
    if listing:
        return _("Pas je tekst aan")
    return _("Bied iets aan") if is_offer else _("Vraag iets")
