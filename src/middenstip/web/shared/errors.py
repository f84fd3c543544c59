"""When something cannot: a page that says why, and where to go."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.urls import is_valid_path
from django.utils.encoding import iri_to_uri
from django.utils.translation import gettext as _

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
    422: "Er klopt iets niet",
    429: "Even rustig aan",
    500: "Er ging iets mis bij ons",
}


def problem_page(
    request: HttpRequest, status: int, reason: str, typed: Sequence[str] = (), back: str = ""
) -> HttpResponse:
    """A refusal or error as a page: the title, the true reason, a way back, and what was `typed`."""
    title, back = _(TITLES[status]), back or form_page(request) or _page_above(request, status) or "/"
    why = in_words(reason).removeprefix(f"{title}. ")
    page = {"title": title, "reason": why, "back": back, "typed": typed}
    return render(request, "problem.html", page, status=status)


def _page_above(request: HttpRequest, status: int) -> str:
    """The page of what an act is about: `/opgave/x/` for `/opgave/x/antwoord/`; "" when that is no page."""
    above = request.path_info.rstrip("/").rpartition("/")[0] + "/"
    return iri_to_uri(above) if status in (405, 409) and is_valid_path(above) else ""


def typed_words(request: HttpRequest) -> list[str]:
    """What somebody wrote in the form that was sent; a name is typed again in a moment.

    Only for what came from a form of ours: another site must not put its words on our page.
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
    """Whoever typed the address of a page without its last slash is brought there; a program never is."""
    there = f"{request.path_info}/"
    if request.method in ("GET", "HEAD") and not there.startswith("/api/") and is_valid_path(there):
        query = request.META.get("QUERY_STRING", "")
        return redirect(own_page(iri_to_uri(there), "/") + (f"?{query}" if query else ""))
    return problem_page(request, 404, "Misschien is het adres veranderd, of zit er een typefout in.")


def too_many(request: HttpRequest) -> HttpResponse:
    """allauth asks for this one, when somebody tries to log in too often."""
    return problem_page(request, 429, "Dit gaat te snel. Probeer het straks nog eens.")


def broken(request: HttpRequest) -> HttpResponse:
    """Without context processors or database: whatever broke may be one of those."""
    return HttpResponse(
        '<!doctype html><html lang="nl" class="utrecht-root"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<title>Er ging iets mis bij ons</title>{_style()}<main class="ms-main ms-smal">'
        '<h1 class="nl-heading nl-heading--level-1">Er ging iets mis bij ons</h1>'
        '<p class="ms-lead">Wat je invulde is niet bewaard. Probeer het straks nog eens.</p>'
        '<p><a class="nl-link" href="/">Naar het begin</a></p></main></html>',
        status=500,
    )


def _style() -> str:
    """The style sheet, unless it is what broke."""
    try:
        return f'<link rel="stylesheet" href="{static("middenstip/site.css")}">'
    except ValueError:
        return ""


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    return problem_page(
        request, 403, "Je sessie is verlopen. Ga terug, laad de bladzijde opnieuw en verstuur het nog eens."
    )
