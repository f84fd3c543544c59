"""An idea that a handler typed in with your address: is it yours?"""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from middenstip.domain.parties.models import Person
from middenstip.domain.parties.selectors import claims_to_ask
from middenstip.journeys import prove_address
from middenstip.kernel import clock
from middenstip.web.shared.place_choices import names_of_areas
from middenstip.web.shared.reply import done, found


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def claim(request: HttpRequest, claim_id: str) -> HttpResponse:
    """Read it, and say yes or no. Only the owner of the address can."""
    assert isinstance(request.user, Person)
    at = clock.now()
    if request.method == "POST" and request.POST.get("answer") == "yes":
        initiative = prove_address.accept(person=request.user, claim=claim_id, at=at)
        return done(request, "", "initiatives:told", initiative.public_id)
    if request.method == "POST":
        prove_address.decline(person=request.user, claim=claim_id, at=at)
        return done(request, _("Dit idee is weg. Niemand heeft het gezien."), "mine:index")
    asked = found(next((one for one in claims_to_ask(request.user, at) if one.public_id == claim_id), None))
    page = {"title": _("Is dit idee van jou?"), "menu": "mijn", "texts": asked.told["texts"]}
    page["place"] = names_of_areas().get(asked.told["area"], "")
    page["half"] = asked.told["half"]
    return render(request, "mine/claim.html", page)
