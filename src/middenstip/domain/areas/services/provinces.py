"""Put each gemeente in its provincie."""

from __future__ import annotations

from collections import defaultdict

from middenstip.domain.areas.content import NAMES, province_of
from middenstip.domain.areas.models import Area, Kind, folded


def place_in_provinces() -> int:
    """Give each gemeente its provincie, and make that when it is not there yet; returns how many changed."""
    cities = list(Area.objects.filter(kind=Kind.MUNICIPALITY).only("pk", "code", "parent", "year"))
    known = {one.code: one for one in Area.objects.filter(kind=Kind.PROVINCE)}
    wanted: dict[str, list[Area]] = defaultdict(list)
    for city in cities:
        if province := province_of(city.code):
            wanted[province].append(city)
    changed = 0
    for code, some in wanted.items():
        year = max(one.year for one in some)
        if code not in known:
            name = NAMES[code]
            fresh = Area(code=code, kind=Kind.PROVINCE, name=name, folded=folded(name), year=year)
            Area.objects.bulk_create([fresh])
            known[code] = fresh
        elif known[code].year < year:
            Area.objects.filter(pk=known[code].pk).update(year=year)
        lost = [one.pk for one in some if one.parent_id != known[code].pk]
        changed += Area.objects.filter(pk__in=lost).update(parent=known[code].pk)
    return changed
