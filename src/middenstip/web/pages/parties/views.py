"""The page of a person, and choosing what it shows."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from middenstip.domain.agreements.selectors import promised_by_person
from middenstip.domain.initiatives.selectors.detail import begun_by
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Person, Profile
from middenstip.domain.parties.selectors import profile_by_id, profile_of, seats_of
from middenstip.domain.parties.services.profiles import SHOWABLE
from middenstip.kernel import clock
from middenstip.kernel.contact import masked
from middenstip.web.pages.parties.forms import ProfileForm
from middenstip.web.parts.files import files_on
from middenstip.web.shared.cards import address
from middenstip.web.shared.hat import anyone
from middenstip.web.shared.reply import done, found
from middenstip.web.shared.words import stage_words

MOST = 25


@require_safe
def person(request: HttpRequest, public_id: str) -> HttpResponse:
    """What a person chose to show; 404 for who chose nothing, and for who left."""
    profile = found(profile_by_id(public_id))
    page = _shown(profile) | {"title": masked(profile.person.shown_name), "menu": "tribune"}
    page["is_own"] = request.user.pk == profile.person_id
    return render(request, "parties/person.html", page)


def _shown(profile: Profile) -> dict[str, Any]:
    """One query for each thing that is shown."""
    key, page = profile.person_id, dict[str, Any]()
    if profile.portrait:
        page["files"] = files_on("person", profile.person.public_id, profile.person, None)
    if profile.seats:
        page["seats"] = seats_of(key, clock.today())
    if profile.initiatives:
        page["begun"] = [
            {"url": address(one.public_id), "title": masked(one.title), "note": stage_words(one.stage)}
            for one in begun_by(key, MOST)
        ]
    if profile.promises:
        page["promised"] = promised_by_person(key)
    return page


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def profile(request: HttpRequest) -> HttpResponse:
    """Choose what your page shows. At first it shows nothing, and then there is no page."""
    assert isinstance(request.user, Person)
    form = ProfileForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        parties.choose_profile(by=anyone(request), shows=form.cleaned_data["shows"])
        return done(request, _("Bewaard. Zo zien anderen je nu."), "parties:profile")
    known = profile_of(request.user.pk)
    if request.method != "POST":
        form = ProfileForm(initial={"shows": [name for name in SHOWABLE if known and getattr(known, name)]})
    page = {"title": _("Wat anderen van je zien"), "menu": "mijn", "form": form}
    page["crumbs"] = [{"url": reverse("mine:index"), "label": _("Mijn")}]
    page["url"] = reverse("parties:person", args=[request.user.public_id]) if known else ""
    return render(request, "parties/profile.html", page, status=422 if form.is_bound else 200)
