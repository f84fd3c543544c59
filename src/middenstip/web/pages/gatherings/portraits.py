"""Somebody on a photo: is it all right that everyone sees it? With a secret link, without logging in."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from middenstip.domain.files.content.photos import MIME
from middenstip.domain.files.lifecycle import READY
from middenstip.domain.files.models import File
from middenstip.domain.files.selectors import files_of
from middenstip.domain.gatherings import services
from middenstip.domain.gatherings.lifecycle import REPORT_PHOTO
from middenstip.domain.gatherings.models import Portrait
from middenstip.domain.gatherings.selectors import portrait_by_secret
from middenstip.journeys import withdraw_photo
from middenstip.kernel import clock
from middenstip.kernel.contact import masked
from middenstip.kernel.verdict import Invalid, NotNow
from middenstip.web.pages.gatherings.forms import PaperForm
from middenstip.web.shared import dates
from middenstip.web.shared.errors import problem_page
from middenstip.web.shared.file_bytes import sent_bytes
from middenstip.web.shared.reply import done, found

NOWHERE = "Deze link leidt nergens heen. De foto is weg, of er staat een tikfout in de link."


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def asked(request: HttpRequest, secret: str) -> HttpResponse:
    """The photo with the question, and the answer. One no is enough; it works for ever."""
    portrait = portrait_by_secret(secret)
    if portrait is None:
        return _hidden(problem_page(request, 404, NOWHERE))
    if request.method != "POST":
        return _page(request, portrait, 200)
    if request.POST.get("answer") != "ja":
        withdraw_photo.withdraw(secret=secret, at=clock.now())
        said = _("De foto is weg. Binnen een minuut is hij overal weg.")
        return done(request, said, "gatherings:photos", portrait.photo.gathering.public_id)
    form = PaperForm(request.POST)
    form.is_valid()
    told = {"seen": request.POST.get("seen", "")[:20], "by_guardian": form.cleaned_data["by_guardian"]}
    try:
        services.give_portrait(secret=secret, **told, at=clock.now())
    except (Invalid, NotNow) as refusal:
        return _page(request, portrait, form.absorb(refusal), form=form)
    said = _("Dank je wel. Bewaar deze link: hiermee trek je je ja weer in.")
    return done(request, said, "gatherings:portrait", secret)


@require_safe
def photo(request: HttpRequest, secret: str) -> HttpResponseBase:
    """The photo for the person who has the link: they see what they say yes to."""
    portrait = found(portrait_by_secret(secret))
    file = found(_file_of(portrait))
    answer = sent_bytes(request, file, "midden", MIME, is_public=False)
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer


def _file_of(portrait: Portrait) -> File | None:
    files = files_of(REPORT_PHOTO, portrait.photo.public_id)
    return next((file for file in files if file.state == READY), None)


def _page(request: HttpRequest, portrait: Portrait, status: int, **more: Any) -> HttpResponse:
    one, file = portrait.photo.gathering, _file_of(portrait)
    given = dates.day_date(portrait.given_at, clock.today()) if portrait.given_at else ""
    page = {
        "title": _("Sta jij op deze foto?"),
        "menu": "agenda",
        "portrait": portrait,
        "words": masked(portrait.words),
        "gathering": masked(one.title),
        "day": dates.day_date(one.starts_at, clock.today()),
        "report_url": reverse("gatherings:photos", args=[one.public_id]),
        "photo_url": reverse("gatherings:portrait_photo", args=[portrait.secret]) if file else "",
        "file": file,
        "given": given,
        "form": PaperForm(),
    }
    return _hidden(render(request, "gatherings/portrait.html", page | more, status=status))


def _hidden(answer: HttpResponse) -> HttpResponse:
    """No search engine keeps it, and no other site learns the address."""
    answer.headers["X-Robots-Tag"] = "noindex"
    answer.headers["Referrer-Policy"] = "no-referrer"
    return answer
