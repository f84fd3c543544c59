"""The places to choose from: the gemeente with its wijken, buurten and drawn areas.

Cached, because names seldom change; call `forget` after drawing an area.
"""

from __future__ import annotations

from django.core.cache import cache
from django.utils.translation import gettext as _

from middenstip.domain.areas.models import Kind
from middenstip.domain.areas.selectors import active_municipalities
from middenstip.domain.initiatives.selectors import areas_to_choose
from middenstip.web.shared.look import home_code

KEPT = 600  # seconds
EMPTY = 5  # seconds, while there are no areas yet
KEY, CITIES = "areas-to-choose", "cities-to-choose"
Choices = list[tuple[str, str]]  # code, name
Choice = tuple[str, str, str]  # code, name, kind
Groups = list[tuple[str, list[Choice]]]  # wijk ("" above all wijken), its areas


def area_groups() -> Groups:
    """All areas of the platform's gemeente, per wijk; without a home gemeente those that take part."""
    found: Groups | None = cache.get(KEY)
    if found is None:
        found = areas_to_choose(home_code())
        known = [(code, name) for _wijk, some in found for code, name, _kind in some]
        cache.set(KEY, found, KEPT if known else EMPTY)
    return found


def spots() -> list[tuple[str, Choices]]:
    """The places of an idea, in groups: per wijk the wijk itself and its buurten, then the drawn areas.

    The gemeente is left out, because it is not a precise place.
    """
    places = [
        (wijk, [one[:2] for one in some]) for _city, groups in _cities() for wijk, some in groups if wijk
    ]
    own = [
        one[:2] for _city, groups in _cities() for _wijk, some in groups for one in some if one[2] == Kind.OWN
    ]
    return [*places, (_("Zelf getekend"), own)] if own else places


def districts() -> list[tuple[str, str, str]]:
    """The areas a person can speak for: code of the gemeente, code, name; gemeenten and their wijken."""
    whole = (Kind.MUNICIPALITY, Kind.DISTRICT)
    return [
        (city, code, name)
        for city, groups in _cities()
        for _wijk, some in groups
        for code, name, kind in some
        if kind in whole
    ]


def homes() -> Choices:
    """Where somebody can live or work, after a line for who doesn't say: gemeenten and their wijken."""
    return [("", _("Dat zeg ik niet")), *((code, name) for _city, code, name in districts())]


def names_of_areas() -> dict[str, str]:
    """The names of all these places by their code."""
    return {code: name for _city, groups in _cities() for _wijk, some in groups for code, name, _kind in some}


def only_city() -> str:
    """The code of the gemeente, on a platform for one gemeente; else ""."""
    codes = [city for city, _groups in _cities()]
    return codes[0] if len(codes) == 1 else ""


def forget() -> None:
    """Clear the cache after an area was drawn."""
    cache.delete_many([KEY, CITIES])


def _cities() -> list[tuple[str, Groups]]:
    """The areas by the code of their gemeente."""
    home = area_groups()
    if home_code() and any(some for _wijk, some in home):
        return [(home_code(), home)]
    known: list[tuple[str, Groups]] | None = cache.get(CITIES)
    if known is None:
        known = [(city.code, areas_to_choose(city.code)) for city in active_municipalities()]
        cache.set(CITIES, known, KEPT if known else EMPTY)
    return known
