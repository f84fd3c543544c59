"""One file: adding it, its page, its bytes, and taking it away. Who may is up to the thing it belongs to."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from middenstip.domain.files import services, store
from middenstip.domain.files.content.kinds import KINDS
from middenstip.domain.files.content.photos import MIME, SIZES
from middenstip.domain.files.lifecycle import READY
from middenstip.domain.files.models import File
from middenstip.domain.files.rules import may_remove, may_see_waiting
from middenstip.domain.files.selectors import file_by_id
from middenstip.domain.rooms import holders
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.holder import Holder, Reader
from middenstip.kernel.verdict import Refused, require
from middenstip.web.pages.files.forms import FileForm
from middenstip.web.shared.body import takes_files
from middenstip.web.shared.file_bytes import sent_bytes
from middenstip.web.shared.files import shown
from middenstip.web.shared.hat import acting, actor_of, hats_of, with_hat
from middenstip.web.shared.reply import done, found


@takes_files
@require_http_methods(["GET", "HEAD", "POST"])
@with_hat
def add(request: HttpRequest, actor: Actor, noun: str, subject: str) -> HttpResponse:
    """The form, and what came of it."""
    holder = found(holders().get(noun))
    thing = found(holder.find(subject))
    require(holder.may_read(_reader(request), thing))
    require(holder.may_add(actor, thing))
    if request.method != "POST":
        return _form(request, holder, thing, FileForm(holder=holder), 200)
    form = FileForm(request.POST, request.FILES, holder=holder)
    if not form.is_valid():
        return _form(request, holder, thing, form, 422)
    told = {key: form.cleaned_data[key] for key in ("alt", "credit", "key")}
    told |= {tick: form.cleaned_data.get(tick, False) for tick in ("has_consent", "is_cover")}
    told["upload"] = form.cleaned_data["file"]
    try:
        services.add_file(by=actor, holder=holder, thing=thing, subject=subject, **told, at=clock.now())
    except Refused as refusal:
        return _form(request, holder, thing, form, form.absorb(refusal))
    said = _("Je bestand is aangekomen. We kijken het na. Over een minuut staat het erbij.")
    return done(request, said, holder.path(thing), part="bestanden")


@require_safe
@never_cache
def detail(request: HttpRequest, public_id: str) -> HttpResponse:
    """The photo large, or the document with its download; to the sender also what waits or was refused."""
    file, holder, thing = _found(request, public_id)
    if file.state != READY:
        found(file if may_see_waiting(request.user.pk, file) else None)
    actor = actor_of(request)
    page = {
        "title": _("Foto") if file.is_photo else _("Document"),
        "crumbs": [{"url": holder.path(thing), "label": holder.name(thing), "is_title": True}],
        "file": shown(file),
        "can_remove": bool(actor and may_remove(actor, file, holder.may_add(actor, thing))),
    }
    return render(request, "files/detail.html", page)


@require_safe
def photo(request: HttpRequest, public_id: str, size: str) -> HttpResponseBase:
    """The bytes of a photo in one of its sizes."""
    file, holder, thing = _found(request, public_id)
    found(file if file.is_photo and file.state == READY and size in SIZES else None)
    return _bytes(request, file, holder, thing, size, MIME)


@require_safe
def document(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """The bytes of a document, to keep; a browser never opens it as a page."""
    file, holder, thing = _found(request, public_id)
    found(None if file.is_photo or file.state != READY else file)
    kind = KINDS[file.kind]
    stem = file.name.rpartition(".")[0] or file.name or _("document")
    name = f"{stem}{kind.suffix}"
    return _bytes(request, file, holder, thing, store.DOCUMENT, kind.mime, name)


@acting
def remove(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """Take it away."""
    file, holder, thing = _found(request, public_id)
    services.remove_file(by=actor, holder=holder, thing=thing, file=file, at=clock.now())
    return done(request, _("Weggehaald. Binnen een minuut is het overal weg."), holder.path(thing))


def _reader(request: HttpRequest) -> Reader:
    return Reader(request.user.pk, tuple(hats_of(request)))


def _found(request: HttpRequest, public_id: str) -> tuple[File, Holder, Any]:
    """The file with its thing; 404 when either is gone, 403 when the thing is not theirs to see."""
    file = found(file_by_id(public_id))
    holder = holders()[file.noun]
    thing = found(holder.find(file.subject))
    require(holder.may_read(_reader(request), thing))
    return file, holder, thing


def _form(request: HttpRequest, holder: Holder, thing: Any, form: FileForm, status: int) -> HttpResponse:
    title = _("Zet er een foto of document bij")
    if holder.is_portrait:
        title = _("Kies een portret of logo")
    elif holder.asks_everyone:
        title = _("Kies de foto")
    back = {"url": holder.path(thing), "label": holder.name(thing)}
    return render(request, "files/add.html", {"title": title, "form": form, "back": back}, status=status)


def _bytes(
    request: HttpRequest,
    file: File,
    holder: Holder,
    thing: Any,
    part: str,
    content_type: str,
    filename: str = "",
) -> HttpResponseBase:
    is_public = bool(holder.may_read(Reader(None), thing))
    return sent_bytes(request, file, part, content_type, is_public=is_public, filename=filename)
