"""The bytes of a file as an answer that runs nothing and is nowhere a minute after it was removed."""

from __future__ import annotations

from django.http import FileResponse, HttpRequest, HttpResponseBase

from middenstip.domain.files import store
from middenstip.domain.files.models import File
from middenstip.web.shared.errors import problem_page

AWAY = "We kunnen dit bestand nu niet ophalen. Probeer het over een paar minuten opnieuw."
# Whatever a browser makes of these bytes, it runs nothing, loads nothing and belongs to no page of ours.
LOCKED = {"Content-Security-Policy": "default-src 'none'; sandbox", "Content-Encoding": "identity"}
MINUTE = 60  # a photo that was removed is nowhere after it


def sent_bytes(
    request: HttpRequest,
    file: File,
    part: str,
    content_type: str,
    *,
    is_public: bool,
    filename: str = "",
) -> HttpResponseBase:
    """These bytes; with a `filename` as a download. What not everyone may see, no browser keeps."""
    try:
        data = store.to_send(file.blob, part)
    except store.Away:
        return problem_page(request, 503, AWAY)
    answer = FileResponse(data, content_type=content_type, as_attachment=bool(filename), filename=filename)
    kept = f"public, max-age={MINUTE}" if is_public else "private, no-store"
    for header, value in (LOCKED | {"Cache-Control": kept}).items():
        answer.headers[header] = value
    return answer
