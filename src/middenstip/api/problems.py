"""Errors as `application/problem+json` (RFC 9457), the only form in which the API reports them."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import orjson
from django.http import Http404, HttpRequest, HttpResponse
from ninja.errors import ValidationError

MEDIA_TYPE = "application/problem+json"
TITLES = {
    400: "De vraag klopt niet",
    404: "Dit is er niet",
    405: "Dit kan hier niet",
    406: "In deze vorm hebben we het niet",
    429: "Je vraagt te veel in korte tijd",
    500: "Er ging iets mis bij ons",
    503: "We kunnen nu niet antwoorden",
}
DETAILS = {
    404: "Er is niets op dit adres. Adressen van de API eindigen niet op een schuine streep.",
    405: "De API is om te lezen: gebruik GET.",
    406: "Vraag om application/json, of waar dat kan om application/geo+json.",
    429: "Wacht zo lang als in Retry-After staat, en ga dan rustiger verder.",
    500: "Probeer het straks nog eens.",
    503: "Wacht zo lang als in Retry-After staat, en probeer het dan opnieuw.",
}


class Unreadable(Exception):
    """Invalid input: each pair is the name of a parameter and what is wrong with it."""

    def __init__(self, *errors: tuple[str, str]) -> None:
        super().__init__(errors)
        self.errors = [{"name": name, "detail": detail} for name, detail in errors]


class Misread(ValidationError):
    """Invalid values, with the names of the parameters that exist."""

    def __init__(self, errors: list[dict[str, Any]], known: Collection[str]) -> None:
        super().__init__(errors)
        self.known = known


class NotAcceptable(Exception):
    """The client accepts no format that we can send."""


def problem(status: int, detail: str = "", **more: Any) -> HttpResponse:
    """An answer with `status`, `title`, `detail` and further members."""
    title = TITLES.get(status, TITLES[400 if status < 500 else 500])
    detail = detail or DETAILS.get(status, "De server kon de vraag niet lezen.")
    body = {"type": "about:blank", "status": status, "title": title, "detail": detail, **more}
    return HttpResponse(orjson.dumps(body), status=status, content_type=MEDIA_TYPE)


def not_there(request: HttpRequest, error: Http404) -> HttpResponse:
    """A thing that does not exist, or is not public."""
    return problem(404, str(error))


def not_acceptable(request: HttpRequest, error: NotAcceptable) -> HttpResponse:
    return problem(406)


def unreadable(request: HttpRequest, error: Unreadable) -> HttpResponse:
    return problem(400, _told(error.errors), errors=error.errors)


def wrong_names(request: HttpRequest, known: Collection[str]) -> list[tuple[str, str]]:
    """Unknown names (a typing error would silently give the whole list) and names that occur twice."""
    names = list(request.GET)
    errors = [(name[:40], "Deze parameter kennen we niet.") for name in names if name not in known]
    twice = [name for name in names if name in known and len(request.GET.getlist(name)) > 1]
    return errors + [(name, "Deze parameter mag er één keer staan.") for name in twice]


def invalid(request: HttpRequest, error: Misread) -> HttpResponse:
    """All errors at once. An invalid value in the path gives 404, because nothing can have that address."""
    if any(one["loc"][0] == "path" for one in error.errors):
        return problem(404)
    values = [(str(one["loc"][-1]), _in_dutch(one)) for one in error.errors]
    errors = Unreadable(*values, *wrong_names(request, error.known)).errors
    return problem(400, _told(errors), errors=errors)


def _told(errors: list[dict[str, str]]) -> str:
    return " ".join(f"{one['name']}: {one['detail']}" for one in errors)


def _in_dutch(error: dict[str, Any]) -> str:
    context = error.get("ctx", {})
    kind = error["type"]
    if kind == "literal_error":
        return f"Kies uit {context['expected'].replace(' or ', ' of ')}."
    if kind in ("greater_than_equal", "less_than_equal"):
        word = "minstens" if kind == "greater_than_equal" else "hooguit"
        return f"Dit moet {word} {context.get('ge', context.get('le'))} zijn."
    if kind == "string_too_long":
        return f"Dit mag hooguit {context['max_length']} tekens lang zijn."
    if kind == "string_too_short":
        return "Vul hier iets in, of laat het weg."
    return "Dit moet een heel getal zijn." if kind.startswith("int") else "Dit kunnen we niet lezen."
