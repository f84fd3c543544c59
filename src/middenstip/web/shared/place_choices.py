"""The places to choose from, in one home: the gemeente with its wijken, buurten and own areas."""

from __future__ import annotations

from django.conf import settings
from django.core.cache import cache
from django.utils.translation import gettext as _

from middenstip.domain.areas.models import Area, Kind
from middenstip.domain.areas.selectors import active_municipalities, area_by_code
from middenstip.domain.initiatives.selectors import areas_to_choose

KEPT = 600  # seconds: names seldom change
EMPTY = 5  # seconds, while there are no areas yet
KEY = "places"
Choices = list[tuple[str, str]]  # code, name
Groups = list[tuple[str, list[tuple[str, str, str]]]]  # wijk ("" above all wijken), [(code, name, kind)]


def spots() -> list[tuple[str, Choices]]:
    """Where an idea can be, in groups: per wijk the wijk itself and its buurten, then the own areas.

    Without the gemeente: that is no place yet.
    """
    places = [
        (wijk, [one[:2] for one in some]) for _city, groups in _cities() for wijk, some in groups if wijk
    ]
    own = [
        one[:2] for _city, groups in _cities() for _wijk, some in groups for one in some if one[2] == Kind.OWN
    ]
    return [*places, (_("Zelf getekend"), own)] if own else places


def districts() -> list[tuple[str, str, str]]:
    """What one can speak for: the code of the gemeente, code and name; of each gemeente and its wijken."""
    whole = (Kind.MUNICIPALITY, Kind.DISTRICT)
    return [
        (city, code, name)
        for city, groups in _cities()
        for _wijk, some in groups
        for code, name, kind in some
        if kind in whole
    ]


def only_city() -> str:
    """The code of the gemeente, on a platform for one; else ""."""
    codes = [city for city, _groups in _cities()]
    return codes[0] if len(codes) == 1 else ""


def forget() -> None:
    """Somebody drew an area: read the names again."""
    cache.delete(KEY)


def _cities() -> list[tuple[str, Groups]]:
    known: list[tuple[str, Groups]] | None = cache.get(KEY)
    if known is None:
        known = [(city.code, areas_to_choose(city.code)) for city in _home()]
        cache.set(KEY, known, KEPT if known else EMPTY)
    return known


def _home() -> list[Area]:
    area = area_by_code(settings.HOME_AREA) if settings.HOME_AREA else None
    return [area] if area else active_municipalities()
