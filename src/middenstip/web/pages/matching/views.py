"""The list of needs and offers, one of them, and what a person placed."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from middenstip.domain.initiatives.models import THEME_WORDS, Size
from middenstip.domain.matching.lifecycle import ASSETS, CLAIMS, LISTED, LISTING, MENTOR, SORTS, SPARRING
from middenstip.domain.matching.models import Listing
from middenstip.domain.matching.rules import may_ask
from middenstip.domain.matching.selectors import (
    Wanted,
    introductions_of,
    listing_by_id,
    listing_rows,
    listings_of,
    mine_about,
)
from middenstip.domain.matching.selectors.listings import helped_by, smallest_rows
from middenstip.domain.rooms import path_to
from middenstip.kernel import clock
from middenstip.kernel.contact import masked
from middenstip.kernel.half import Half
from middenstip.kernel.place import cursor
from middenstip.web.pages.matching.forms import AskForm
from middenstip.web.pages.matching.lines import introduction_line, listing_line
from middenstip.web.shared.choices import options
from middenstip.web.shared.hat import actor_of, anyone, with_hat
from middenstip.web.shared.listings import as_lines, way_words
from middenstip.web.shared.paging import place_of
from middenstip.web.shared.place_choices import area_groups
from middenstip.web.shared.reply import found
from middenstip.web.shared.ways import with_next
from middenstip.web.shared.words import in_words

SMALL = 5
WAYS = {"vraag": False, "aanbod": True}
PLEK = "plek"
OF_ASSETS = {  # what can be chosen in the list, and the kinds of offers that it shows
    "buurt": tuple(one for one in ASSETS if one not in (MENTOR, SPARRING)),
    "sparren": (SPARRING,),
    "mentor": (MENTOR,),
}


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """What people need and offer, newest first; the smallest needs stand on top of the first page."""
    asked = {
        key: request.GET.get(key, "")[:60] for key in ("wat", "soort", "gebied", "thema", "maat", "helft")
    }
    areas = {one[0]: one for _name, some in area_groups() for one in some}
    wanted = _wanted(asked, areas)
    before = place_of(request.GET.get("na", ""))
    size: int = settings.PAGE_SIZE
    rows = listing_rows(wanted, clock.today(), size + 1, before=before)
    small = [] if before or wanted != Wanted() else smallest_rows(clock.today(), SMALL)
    kept = {key: value for key, value in asked.items() if value}
    more = (
        urlencode(kept | {"na": cursor(rows[size - 1]["placed_at"], rows[size - 1]["pk"])})
        if len(rows) > size
        else ""
    )
    page = {
        "title": _("Vraag en aanbod"),
        "menu": "vraag-en-aanbod",
        "selects": _selects(asked),
        "lines": as_lines(rows[:size]),
        "small": as_lines(small),
        "is_filtered": wanted != Wanted(),
        "next_url": f"?{more}" if more else "",
        "first_url": (f"?{urlencode(kept)}" if kept else "./") if before else "",
    }
    return render(request, "matching/list.html", page)


@require_safe
def detail(request: HttpRequest, public_id: str) -> HttpResponse:
    return listing_page(request, found(listing_by_id(public_id)), 200)


def listing_page(
    request: HttpRequest, listing: Listing, status: int, form: AskForm | None = None
) -> HttpResponse:
    """One need or offer; `form` is a form with errors to show again."""
    reader = request.user.pk
    by = anyone(request) if request.user.is_authenticated else None
    is_mine = reader == listing.person_id
    verdict = may_ask(by, listing, 0) if by else None
    running = mine_about(listing.pk, reader) if reader else []
    is_open = listing.state in LISTED and listing.until_on >= clock.today() and not listing.is_hidden
    page = {
        "title": masked(listing.title),
        "menu": "vraag-en-aanbod",
        "crumbs": [{"url": reverse("matching:list"), "label": _("Vraag en aanbod")}],
        "listing": listing,
        "way": way_words(listing.is_offer, listing.place_kind),
        "sort": _(SORTS[listing.sort]),
        "asset": _(ASSETS[listing.asset]) if listing.asset else "",
        "claim": _(CLAIMS[listing.claim]) if listing.claim else "",
        "helped": _helped(listing),
        "size": _(Size(listing.size).label) if listing.size else "",
        "theme": _(THEME_WORDS[listing.theme]) if listing.theme else "",
        "state": _(LISTING.words[listing.state]),
        "is_open": is_open,
        "is_mine": is_mine,
        "needs_confirming": is_mine and (listing.asked_at is not None or listing.state == "asleep"),
        "can_change": is_mine and LISTING.allows(listing.state, "change") and not listing.is_hidden,
        "can_withdraw": is_mine and LISTING.allows(listing.state, "withdraw"),
        "who": _("iemand die hier weg is") if listing.person.erased_at else listing.seat.label,
        "initiative_url": path_to("initiative", listing.initiative.public_id) if listing.initiative else "",
        "introductions": [introduction_line(one, reader) for one in running] if reader else [],
        "can_ask": is_open and not is_mine and not running and (verdict is None or bool(verdict)),
        "why_not": "" if is_mine or verdict is None else in_words(verdict.reason),
        "form": form or AskForm(),
        "login": with_next(reverse("account:join"), path_to("listing", listing.public_id)),
        "actor": actor_of(request),
        "report_url": ""
        if listing.is_hidden
        else reverse("moderation:report", args=["vraag-en-aanbod", listing.public_id]),
    }
    return render(request, "matching/detail.html", page, status=status)


def _helped(listing: Listing) -> str:
    """How often this mentor helped another on; "" for anything else."""
    if listing.asset != MENTOR or not listing.initiative:
        return ""
    count = helped_by(listing.initiative.pk)
    return ngettext("%(count)s keer", "%(count)s keer", count) % {"count": count}


@require_safe
@with_hat
def mine(request: HttpRequest, actor: Any) -> HttpResponse:
    """What I placed, and whom I met."""
    page = {
        "title": _("Jouw vraag en aanbod"),
        "menu": "mijn",
        "crumbs": [{"url": reverse("matching:list"), "label": _("Vraag en aanbod")}],
        "listings": [listing_line(one) for one in listings_of(actor.person_id)],
        "introductions": [
            introduction_line(one, actor.person_id) for one in introductions_of(actor.person_id)
        ],
    }
    return render(request, "matching/mine.html", page)


def _wanted(asked: dict[str, str], areas: dict[str, tuple[str, str, str]]) -> Wanted:
    """The filters of the address; what we do not know does not count."""
    area = areas.get(asked["gebied"].upper())
    halves = [half.value for half in Half]
    return Wanted(
        is_offer=WAYS.get(asked["wat"]),
        is_place=asked["wat"] == PLEK,
        assets=OF_ASSETS.get(asked["wat"], ()),
        sort=next((key for key, word in SORTS.items() if word == asked["soort"]), ""),
        size=int(asked["maat"]) if asked["maat"] in map(str, Size.values) else 0,
        theme=asked["thema"] if asked["thema"] in THEME_WORDS else "",
        half=asked["helft"] if asked["helft"] in halves else "",
        area=(area[0], area[2]) if area else None,
    )


def _selects(asked: dict[str, str]) -> list[dict[str, Any]]:
    sorts = [(word, _(word)) for word in SORTS.values()]
    ways = [("vraag", _("vragen")), ("aanbod", _("aanbod")), (PLEK, _("vrije plekken"))]
    ways += [
        ("buurt", _("wat er in de buurt is")),
        ("sparren", _("sparren")),
        ("mentor", _("mentoren")),
    ]
    places = [(name, [one[:2] for one in some]) for name, some in area_groups()]
    themes = [(slug, _(word)) for slug, word in THEME_WORDS.items()]
    sizes = [(str(one.value), _(one.label)) for one in Size]
    halves = [(half.value, _(half.word)) for half in Half]
    return [
        _select("wat", _("Wat"), options([("", [("", _("alles")), *ways])], asked["wat"])),
        _select("soort", _("Soort"), options([("", [("", _("alle soorten")), *sorts])], asked["soort"])),
        _select("gebied", _("Waar"), options([("", [("", _("overal"))]), *places], asked["gebied"].upper())),
        _select("thema", _("Thema"), options([("", [("", _("alle thema’s")), *themes])], asked["thema"])),
        _select("maat", _("Hoe lang"), options([("", [("", _("maakt niet uit")), *sizes])], asked["maat"])),
        _select("helft", _("Van wie"), options([("", [("", _("alle helften")), *halves])], asked["helft"])),
    ]


def _select(name: str, label: str, made: Any) -> dict[str, Any]:
    return {"name": name, "label": label, "options": made}
