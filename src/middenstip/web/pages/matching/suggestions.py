"""What may help you, and why; and your answer."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from middenstip.domain.matching.lifecycle import MOST_A_WEEK
from middenstip.domain.matching.models import Listing, Suggestion
from middenstip.domain.matching.selectors import suggestion_by_id, suggestions_for
from middenstip.domain.rooms import path_to
from middenstip.journeys import make_deal
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.contact import masked
from middenstip.web.shared.cards import beginning
from middenstip.web.shared.hat import acting, with_hat
from middenstip.web.shared.listings import reason_words, way_words
from middenstip.web.shared.reply import done, found


@require_safe
@with_hat
def index(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The suggestions that were not answered yet."""
    page = {
        "title": _("Dit kan je helpen"),
        "menu": "mijn",
        "crumbs": [{"url": reverse("matching:list"), "label": _("Vraag en aanbod")}],
        "suggestions": [_card(one) for one in suggestions_for(actor.person_id, clock.today())],
        "most": MOST_A_WEEK,
        "actor": actor,
    }
    return render(request, "matching/suggestions.html", page)


@require_http_methods(["GET", "HEAD", "POST"])
def one(request: HttpRequest, public_id: str) -> HttpResponse:
    """The answer to a suggestion; a link in a mail leads to the page with all of them."""
    if request.method == "POST":
        reply: HttpResponse = answer(request, public_id)
        return reply
    return redirect(reverse("matching:suggestions") + f"#v-{public_id}")


@acting
def answer(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """Yes, not now, or not for me."""
    suggestion = found(suggestion_by_id(public_id))
    told = request.POST.get("answer", "")
    introduction = make_deal.answer(by=actor, suggestion=suggestion, answer=told, at=clock.now())
    if introduction:
        said = _("We vragen het de ander. Zegt die ook ja, dan kunnen jullie elkaar schrijven.")
        return done(request, said, "matching:introduction", introduction.public_id)
    return done(request, _("Goed. Dit voorstel komt niet terug."), "matching:suggestions")


def _card(one: Suggestion) -> dict[str, Any]:
    other = one.listing or one.initiative
    own = one.own_listing or one.own_initiative
    assert other
    assert own
    is_listing = isinstance(other, Listing)
    return {
        "id": one.public_id,
        "url": path_to("listing" if is_listing else "initiative", other.public_id),
        "way": way_words(other.is_offer, other.place_kind) if isinstance(other, Listing) else _("initiatief"),
        "title": masked(other.title),
        "text": beginning(masked(other.text if isinstance(other, Listing) else other.what)),
        "area": other.area.name,
        "own": masked(own.title),
        "movement_url": f"{reverse('matching:movement_new')}?initiatief={own.public_id}&met={other.public_id}"
        if one.own_initiative and not is_listing
        else "",
        "reasons": reason_words(one.reasons),
    }
