"""Searching everything that everyone may read, and what resembles a text while somebody writes it."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from middenstip.domain.initiatives.method import stems
from middenstip.domain.initiatives.models import THEME_WORDS
from middenstip.domain.initiatives.selectors.detail import public_id_typed
from middenstip.domain.matching.method import Hit, find
from middenstip.domain.rooms import SEARCHED, path_to
from middenstip.kernel import typed
from middenstip.kernel.contact import masked
from middenstip.kernel.half import Half
from middenstip.web.shared.cards import SUMMARY, beginning
from middenstip.web.shared.choices import options
from middenstip.web.shared.matched import marked, passage
from middenstip.web.shared.place_choices import area_groups
from middenstip.web.shared.reply import found

LONGEST = 100  # characters of a search
READ = 600  # characters of a text that somebody writes
MOST, BESIDE = 25, 5
WORDS = {"need": "vraag", "offer": "aanbod"}  # other than the word of the noun
WRITTEN = ("tekst", "title", "what", "why", "text", "question")


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """All kinds of texts, best match first; the number of an initiative redirects to it."""
    q = typed.line(request.GET.get("q", ""))
    if public_id := public_id_typed(q):
        return redirect(path_to("initiative", public_id))
    areas = {one[0]: one for _name, some in area_groups() for one in some}
    asked = {key: request.GET.get(key, "")[:60] for key in ("soort", "gebied", "thema", "helft")}
    area = areas.get(asked["gebied"].upper())
    kind = asked["soort"]
    hits = find(
        q[:LONGEST],
        {kind: SEARCHED[kind]} if kind in SEARCHED else SEARCHED,
        area=(area[0], area[2]) if area else None,
        theme=asked["thema"] if asked["thema"] in THEME_WORDS else "",
        half=asked["helft"] if asked["helft"] in [half.value for half in Half] else "",
        limit=MOST,
    )
    page = {
        "title": _("Zoeken"),
        "menu": "initiatieven",
        "q": q,
        "is_cut": len(q) > LONGEST,
        "selects": _selects(asked),
        "hits": _shown(hits, q),
        "found_text": _number(len(hits)) if q else "",
        "ask_url": f"{reverse('questions:ask')}?{urlencode({'q': q[:LONGEST]})}",
    }
    return render(request, "search/index.html", page)


@require_safe
def number(request: HttpRequest, number: str) -> HttpResponse:
    """The address that people say: `/LET-12` redirects to the page."""
    return redirect(path_to("initiative", found(public_id_typed(number) or None)))


@require_http_methods(["GET", "HEAD", "POST"])
def near(request: HttpRequest) -> HttpResponse:
    """Up to five neighbours of a text: as a part of a page (GET), or as a page of its own (POST).

    The page is for a browser without script: a button of the form opens it beside the form. Nothing is kept.
    """
    sent = request.POST if request.method == "POST" else request.GET
    text = "\n".join(sent.get(name, "") for name in WRITTEN).strip()[:READ]
    some = {kind: one for kind, one in SEARCHED.items() if one[1].is_beside}
    hits = find(text, some, limit=BESIDE, is_strict=True)
    page = {"title": _("Dit lijkt erop"), "menu": "initiatieven", "hits": _shown(hits, text, is_brief=True)}
    template = "search/near.html" if request.method == "POST" else "search/_near.html"
    return render(request, template, page)


def _shown(hits: list[Hit], asked: str, *, is_brief: bool = False) -> list[dict[str, Any]]:
    parts = stems(asked)
    return [
        {
            "url": path_to(hit.noun, hit.public_id),
            "kind": _(WORDS.get(hit.kind, SEARCHED[hit.kind][0].word)),
            "title": marked(masked(hit.title), parts),
            "text": "" if is_brief else marked(beginning(passage(masked(hit.text), parts, SUMMARY)), parts),
            "area": hit.area,
            "shared": ", ".join(f"“{word}”" for word in hit.shared[:3]),
        }
        for hit in hits
    ]


def _number(number: int) -> str:
    if number == MOST:
        return _("De %(number)s die het best passen") % {"number": number}
    return ngettext("%(number)s gevonden", "%(number)s gevonden", number) % {"number": number}


def _selects(asked: dict[str, str]) -> list[dict[str, Any]]:
    kinds = [(kind, _(WORDS.get(kind, noun.word))) for kind, (noun, _one) in SEARCHED.items()]
    places = [(name, [one[:2] for one in some]) for name, some in area_groups()]
    themes = [(slug, _(word)) for slug, word in THEME_WORDS.items()]
    halves = [(half.value, _(half.word)) for half in Half]
    return [
        {
            "name": "soort",
            "label": _("Wat"),
            "options": options([("", [("", _("alles")), *kinds])], asked["soort"]),
        },
        {
            "name": "gebied",
            "label": _("Waar"),
            "options": options([("", [("", _("overal"))]), *places], asked["gebied"].upper()),
        },
        {
            "name": "thema",
            "label": _("Thema"),
            "options": options([("", [("", _("alle thema’s")), *themes])], asked["thema"]),
        },
        {
            "name": "helft",
            "label": _("Van wie"),
            "options": options([("", [("", _("alle helften")), *halves])], asked["helft"]),
        },
    ]
