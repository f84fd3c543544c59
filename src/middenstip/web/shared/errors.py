"""Pages for refusals and errors: they say why, and where to go next."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.urls import is_valid_path
from django.utils.encoding import iri_to_uri
from django.utils.html import escape
from django.utils.translation import gettext as _

from middenstip.kernel.unavailable import why_unavailable
from middenstip.kernel.write import kept
from middenstip.web.shared.paging import BrokenPlace
from middenstip.web.shared.ways import form_page, own_page
from middenstip.web.shared.words import in_words

SHORT = 2  # words
TITLES = {
    400: "Dit kunnen we niet lezen",
    403: "Dit mag je niet",
    404: "Deze bladzijde is er niet",
    405: "Dit kan hier niet",
    409: "Dit kan nu niet",
    413: "Dit is te groot",
    422: "Er klopt iets niet",
    429: "Even rustig aan",
    500: "Er ging iets mis bij ons",
    503: "Dit kunnen we nu niet bewaren",
}
LOST = "Wat je invulde is niet bewaard. Probeer het straks nog eens."
KEPT = (
    "Wat je deed is wel bewaard. Alleen de bladzijde erna lukte niet. Ga terug en kijk hoe het er nu staat."
)
UNREAD = "Deze bladzijde lukte niet. Probeer het straks nog eens."


def problem_page(
    request: HttpRequest, status: int, reason: str, typed: Sequence[str] = (), back: str = ""
) -> HttpResponse:
    """A refusal or error as a page: the title, the true reason, a way back, and the `typed` texts."""
    title, back = _(TITLES[status]), back or form_page(request) or _page_above(request, status) or "/"
    why = in_words(reason).removeprefix(f"{title}. ")
    page = {"title": title, "reason": why, "back": back, "typed": typed}
    return render(request, "problem.html", page, status=status)


def _page_above(request: HttpRequest, status: int) -> str:
    """The page of the thing that an act is about: `/opgave/x/` for `/opgave/x/antwoord/`; "" if none."""
    above = request.path_info.rstrip("/").rpartition("/")[0] + "/"
    return iri_to_uri(above) if status in (405, 409) and is_valid_path(above) else ""


def typed_words(request: HttpRequest) -> list[str]:
    """The texts in the form that was sent, except short ones, which are quickly typed again.

    Only for a form of ours: another site must not be able to put text on our page.
    """
    if request.method != "POST":
        return []
    return [text for _name, texts in request.POST.lists() for text in texts if len(text.split()) > SHORT]


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    if isinstance(exception, BrokenPlace):
        return problem_page(request, 400, str(exception), back=iri_to_uri(request.path_info))
    return problem_page(request, 400, "Wat je stuurde is niet goed aangekomen. Probeer het nog eens.")


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return problem_page(request, 403, str(exception or "") or "Deze bladzijde is niet voor jou.")


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """A 404 page. A page URL without its last slash is redirected; an API URL never is."""
    there = f"{request.path_info}/"
    if request.method in ("GET", "HEAD") and not there.startswith("/api/") and is_valid_path(there):
        query = request.META.get("QUERY_STRING", "")
        return redirect(own_page(iri_to_uri(there), "/") + (f"?{query}" if query else ""))
    return problem_page(request, 404, "Misschien is het adres veranderd, of zit er een typefout in.")


def too_many(request: HttpRequest) -> HttpResponse:
    """The page that allauth shows after too many attempts to log in."""
    return problem_page(request, 429, "Dit gaat te snel. Probeer het straks nog eens.")


def broken(request: HttpRequest) -> HttpResponse:
    """Something broke that no view saw. When that is the database, then 503 and when to try again.

    It never says that an act was not kept when it was.
    """
    was_kept = kept() > getattr(request, "kept_before", kept())
    why = why_unavailable(sys.exc_info()[1] or Exception())
    if why and not was_kept:
        answer = plain_page(TITLES[503], why.reason, 503)
        answer.headers["Retry-After"] = str(why.seconds)
        return answer
    is_act = request.method not in ("GET", "HEAD")
    return plain_page(TITLES[500], (KEPT if was_kept else LOST) if is_act else UNREAD, 500)


def plain_page(title: str, reason: str, status: int, typed: Sequence[str] = ()) -> HttpResponse:
    """Without context processors or database: whatever broke may be one of those."""
    quotes = "".join(f'<blockquote class="ms-citaat"><p>{escape(text)}</p></blockquote>' for text in typed)
    return HttpResponse(
        '<!doctype html><html lang="nl" class="utrecht-root"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<title>{title}</title>{_style()}<main class="ms-main ms-smal">'
        f'<h1 class="nl-heading nl-heading--level-1">{title}</h1>'
        f'<p class="ms-lead">{escape(reason)}</p>{quotes}'
        '<p><a class="nl-link" href="/">Naar het begin</a></p></main></html>',
        status=status,
    )


def _style() -> str:
    """The style sheet, or "" when reading it fails."""
    try:
        return f'<link rel="stylesheet" href="{static("middenstip/site.css")}">'
    except ValueError:
        return ""
