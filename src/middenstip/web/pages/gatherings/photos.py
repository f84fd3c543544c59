"""The photo report of a gathering, and what the host does with a photo before everyone may see it."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from middenstip.domain.files.lifecycle import READY
from middenstip.domain.files.models import File
from middenstip.domain.files.selectors import files_of, files_of_all
from middenstip.domain.gatherings import services
from middenstip.domain.gatherings.lifecycle import PAPER, REPORT_PHOTO
from middenstip.domain.gatherings.models import Gathering, Portrait, ReportPhoto
from middenstip.domain.gatherings.rules import may_show_photos
from middenstip.domain.gatherings.selectors import (
    gathering_by_id,
    photo_by_id,
    photos_of_report,
    portrait_by_id,
)
from middenstip.domain.rooms import path_to
from middenstip.journeys import withdraw_photo
from middenstip.kernel import clock
from middenstip.kernel.contact import masked
from middenstip.kernel.verdict import Invalid, NotNow, require
from middenstip.web.pages.gatherings.forms import PaperForm, PhotoForm, PortraitForm
from middenstip.web.shared import dates
from middenstip.web.shared.files import shown
from middenstip.web.shared.hat import anyone, logged_in, to_login
from middenstip.web.shared.reply import done, found
from middenstip.web.shared.share import qr_code


@require_safe
@never_cache
def report(request: HttpRequest, public_id: str) -> HttpResponse:
    """The photos that everyone may see; to the host also those that wait. Four queries."""
    return _report(request, _open(public_id), 200)


@logged_in
def place(request: HttpRequest, public_id: str) -> HttpResponse:
    """Tell who is on a photo; choosing the photo itself comes next."""
    one, by = _open(public_id), anyone(request)
    require(may_show_photos(by, one))
    form = PhotoForm(request.POST)
    if not form.is_valid():
        return _report(request, one, 422, form=form)
    told = {name: form.cleaned_data[name].splitlines() for name in ("people", "young")}
    told |= {name: form.cleaned_data[name] for name in ("is_empty", "key")}
    try:
        made = services.place_photo(by=by, gathering=one, **told, at=clock.now())
    except (Invalid, NotNow) as refusal:
        return _report(request, one, form.absorb(refusal), form=form)
    return done(request, _("Kies nu de foto."), "files:add", REPORT_PHOTO, made.public_id)


@require_safe
@never_cache
def detail(request: HttpRequest, public_id: str) -> HttpResponse:
    """One photo for the host: who is on it, their links, and what was signed on paper."""
    if not request.user.is_authenticated:
        return to_login(request)
    return _photo(request, public_id, 200)


@logged_in
def name(request: HttpRequest, public_id: str) -> HttpResponse:
    """Add somebody who was forgotten."""
    photo, by = found(photo_by_id(public_id)), anyone(request)
    require(may_show_photos(by, photo.gathering))
    form = PortraitForm(request.POST)
    if not form.is_valid():
        return _photo(request, public_id, 422, form=form)
    told = {key: form.cleaned_data[key] for key in ("words", "is_young")}
    try:
        services.name_portrait(by=by, photo=photo, **told, at=clock.now())
    except (Invalid, NotNow) as refusal:
        return _photo(request, public_id, form.absorb(refusal), form=form)
    said = _("Die staat erbij. De foto is pas openbaar als iedereen ja zei.")
    return done(request, said, "gatherings:photo", public_id)


@logged_in
def remove(request: HttpRequest, public_id: str) -> HttpResponse:
    photo = found(photo_by_id(public_id))
    withdraw_photo.remove(by=anyone(request), photo=photo, at=clock.now())
    return done(request, _gone(), "gatherings:photos", photo.gathering.public_id)


@logged_in
def signed(request: HttpRequest, public_id: str) -> HttpResponse:
    """Type in a yes that was signed on paper."""
    portrait, by = found(portrait_by_id(public_id)), anyone(request)
    code = portrait.photo.public_id
    require(may_show_photos(by, portrait.photo.gathering))
    form = PaperForm(request.POST)
    form.is_valid()
    told = {"by_guardian": bool(form.cleaned_data.get("by_guardian"))}
    try:
        services.type_portrait(by=by, portrait=portrait, **told, at=clock.now())
    except (Invalid, NotNow) as refusal:
        status = form.absorb(refusal)
        return _photo(request, code, status, wrong=form, wrong_id=public_id)
    return done(request, _("Bewaar het papier met de handtekening goed."), "gatherings:photo", code)


@logged_in
def refused(request: HttpRequest, public_id: str) -> HttpResponse:
    """Type in a no that came by letter."""
    portrait = found(portrait_by_id(public_id))
    withdraw_photo.type_no(by=anyone(request), portrait=portrait, at=clock.now())
    return done(request, _gone(), "gatherings:photos", portrait.photo.gathering.public_id)


def _gone() -> str:
    return _("De foto is weg. Binnen een minuut is hij overal weg.")


def _open(public_id: str) -> Gathering:
    """An open gathering; of a closed one there is no report."""
    one = found(gathering_by_id(public_id))
    return found(None if one.is_closed else one)


def _report(request: HttpRequest, one: Gathering, status: int, **more: Any) -> HttpResponse:
    reader = anyone(request) if request.user.is_authenticated else None
    can_add = bool(reader and may_show_photos(reader, one))
    places = [] if one.is_hidden else [row for row in photos_of_report(one) if can_add or row.is_free]
    codes = [row.public_id for row in places]
    files = files_of_all(REPORT_PHOTO, codes, request.user.pk) if codes else {}
    ready = [(row, _ready(files.get(row.public_id, []))) for row in places]
    page = {
        "title": _("Foto’s: %(title)s") % {"title": masked(one.title)},
        "menu": "agenda",
        "crumbs": [
            {"url": reverse("gatherings:index"), "label": _("Agenda")},
            {"url": path_to("gathering", one.public_id), "label": masked(one.title), "is_title": True},
        ],
        "gathering": one,
        "photos": [shown(file) for row, file in ready if file and row.is_free],
        "waiting": [_waiting(row, file) for row, file in ready if not (file and row.is_free)],
        "own": [_waiting(row, file) for row, file in ready if file and row.is_free] if can_add else [],
        "can_add": can_add,
        "form": PhotoForm(),
    }
    page["waiting"] = page["waiting"] if can_add else []
    return render(request, "gatherings/photos.html", page | more, status=status)


def _waiting(photo: ReportPhoto, file: File | None) -> dict[str, Any]:
    """A photo as the host sees it in the report."""
    people = photo.portraits.all()
    left = sum(not one.given_at for one in people)
    said = ngettext("%(n)s mens zei nog geen ja.", "%(n)s mensen zeiden nog geen ja.", left) % {"n": left}
    return {
        "url": reverse("gatherings:photo", args=[photo.public_id]),
        "small": shown(file)["small"] if file else None,
        "words": said if left else _("Kies nog de foto, of wacht tot we hem nakeken."),
        "people": "; ".join(masked(one.words) for one in people) or _("niemand herkenbaar"),
    }


def _photo(request: HttpRequest, public_id: str, status: int, **more: Any) -> HttpResponse:
    photo, by = found(photo_by_id(public_id)), anyone(request)
    one = photo.gathering
    require(may_show_photos(by, one))
    files = files_of(REPORT_PHOTO, public_id, request.user.pk)
    ready = _ready(files)
    pending = files[0] if files and not ready else None
    people = list(photo.portraits.all())
    page = {
        "title": _("Wie staat er op deze foto?"),
        "menu": "agenda",
        "crumbs": [
            {"url": path_to("gathering", one.public_id), "label": masked(one.title), "is_title": True},
            {"url": reverse("gatherings:photos", args=[one.public_id]), "label": _("Foto’s")},
        ],
        "photo": photo,
        "file": shown(ready) if ready else None,
        "pending": shown(pending) if pending else None,
        "add_url": "" if files else reverse("files:add", args=[REPORT_PHOTO, public_id]),
        "is_shown": bool(ready) and photo.is_free,
        "people": [_person(one, more) for one in people],
        "form": PortraitForm(),
    }
    return render(request, "gatherings/photo.html", page | more, status=status)


def _person(portrait: Portrait, more: dict[str, Any]) -> dict[str, Any]:
    url = settings.SITE_URL + reverse("gatherings:portrait", args=[portrait.secret])
    given = ""
    if portrait.given_at:
        day = dates.day_date(portrait.given_at, clock.today())
        given = _("Ja op papier, %(day)s.") if portrait.how == PAPER else _("Ja met de link, %(day)s.")
        given %= {"day": day}
    is_wrong = more.get("wrong_id") == portrait.public_id
    return {
        "id": portrait.public_id,
        "words": masked(portrait.words),
        "is_young": portrait.is_young,
        "given": given,
        "url": url,
        "qr": "" if portrait.given_at else qr_code(url, _("QR-code van de vraag")),
        "form": more["wrong"] if is_wrong else PaperForm(auto_id=f"{portrait.public_id}_%s"),
    }


def _ready(files: list[File]) -> File | None:
    return next((file for file in files if file.state == READY), None)
