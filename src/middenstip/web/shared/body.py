"""How large what is sent may be: refused by its length before it is read, or counted while it is read."""

from __future__ import annotations

from collections.abc import Callable
from tempfile import SpooledTemporaryFile
from typing import IO, Any, TypeVar
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve

from middenstip.web.shared.errors import problem_page
from middenstip.web.shared.ways import own_page

View = TypeVar("View", bound=Callable[..., HttpResponse])
TOO_LARGE = (
    "Wat je stuurde is te groot. Hier kan hooguit 1 MB. Ga terug in je browser: wat je typte, staat er nog."
)
FILE_TOO_LARGE = (
    "Je bestand is te groot. Hier kan hooguit 26 MB. Ga terug in je browser: wat je typte, staat er nog."
)
PIECE = 64 * 1024  # bytes that are read at once


def takes_files(view: View) -> View:
    """A decorator: files can be sent to this view, so that the larger limit holds."""
    vars(view)["takes_files"] = True
    return view


def limit_body(next_one: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """The middleware. It stands before anything that reads what was sent."""

    def middleware(request: HttpRequest) -> HttpResponse:
        length = request.META.get("CONTENT_LENGTH") or ""
        in_pieces = not length and "HTTP_TRANSFER_ENCODING" in request.META
        if not (length or in_pieces):
            return next_one(request)
        is_upload = _takes_files(request.path_info)
        most: int = settings.UPLOAD_MOST if is_upload else settings.BODY_MOST
        is_large = not _gather(request, most) if in_pieces else length.isdecimal() and int(length) > most
        return _refuse(request, is_upload) if is_large else next_one(request)

    return middleware


def _takes_files(path: str) -> bool:
    try:
        return getattr(resolve(path).func, "takes_files", False)
    except Resolver404:
        return False


def _gather(request: HttpRequest, most: int) -> bool:
    """Read a body that came in pieces, without its length, as Django cannot; False when it is too large."""
    source: IO[bytes] = request.META["wsgi.input"]
    whole: Any = SpooledTemporaryFile(max_size=PIECE)  # noqa: SIM115 - it is closed with the request
    size = 0
    while piece := source.read(min(PIECE, most + 1 - size)):
        size += len(piece)
        if size > most:
            whole.close()
            return False
        whole.write(piece)
    whole.seek(0)
    vars(request)["_stream"] = whole
    request.META["CONTENT_LENGTH"] = str(size)
    return True


def _refuse(request: HttpRequest, is_upload: bool) -> HttpResponse:
    request._mark_post_parse_error()  # type: ignore[attr-defined]  # the page must not read it after all
    there = own_page(urlsplit(request.META.get("HTTP_REFERER", "")).path, "/")
    return problem_page(request, 413, FILE_TOO_LARGE if is_upload else TOO_LARGE, back=there)
