"""The filters above the list."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from middenstip.domain.initiatives.models import THEME_WORDS
from middenstip.domain.initiatives.selectors import STAGE_BY_WORD
from middenstip.kernel.half import Half
from middenstip.kernel.typed import line
from middenstip.web.pages.finder.filters import Asked
from middenstip.web.shared.choices import Group, options
from middenstip.web.shared.place_choices import Choice, Groups
from middenstip.web.shared.places import place_by_code


def known_areas(groups: Groups, code: str) -> dict[str, Choice]:
    """The areas by code, including the requested one when it is elsewhere."""
    known = {choice[0]: choice for _name, some in groups for choice in some}
    code = line(code).upper()
    if code and code not in known and (place := place_by_code(code)):
        known[code] = (place.code, place.name, place.kind)
    return known


def selects(asked: Asked, groups: Groups) -> list[dict[str, Any]]:
    """The selects of the filter: name, label and ready options."""
    language = get_language()
    return [
        {"name": "gebied", "label": _("Waar"), "options": _areas(asked, groups)},
        {"name": "thema", "label": _("Thema"), "options": _fixed("thema", asked.theme, language)},
        {"name": "fase", "label": _("Stap"), "options": _fixed("fase", asked.stage, language)},
        {"name": "helft", "label": _("Begonnen door"), "options": _fixed("helft", asked.half, language)},
        {"name": "mist", "label": _("Mist nog"), "options": _fixed("mist", asked.missing, language)},
    ]


@lru_cache(maxsize=256)
def _fixed(name: str, chosen: str, language: str | None) -> SafeString:
    """The options of a filter that is the same everywhere: rendered once per language and choice."""
    some: dict[str, tuple[str, list[tuple[str, str]]]] = {
        "thema": (_("alle thema’s"), [(slug, _(word)) for slug, word in THEME_WORDS.items()]),
        "fase": (_("alle stappen"), [(word, _(word)) for word in STAGE_BY_WORD]),
        "helft": (_("alle helften"), [(half.value, _(half.word)) for half in Half]),
        "mist": (_("maakt niet uit"), [(half.value, _(half.word)) for half in Half]),
    }
    nothing, listed = some[name]
    return options([("", [("", nothing), *listed])], chosen)


def _areas(asked: Asked, groups: Groups) -> SafeString:
    chosen = asked.area[0] if asked.area else ""
    listed: list[Group] = [("", [("", _("overal"))])]
    if asked.area and not any(asked.area in some for _name, some in groups):
        listed.append(("", [(asked.area[0], asked.area[1])]))
    listed += [(name, [(code, words) for code, words, _kind in some]) for name, some in groups]
    return options(listed, chosen)
