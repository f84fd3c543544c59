"""How many people of each age live in an area, as CBS counted them. Never writes."""

from __future__ import annotations

from dataclasses import dataclass

from middenstip.domain.areas.models import Area
from middenstip.domain.baseline.content import AGE_KEYS
from middenstip.domain.baseline.models import Measure
from middenstip.methods.measuring import FEWEST


@dataclass(frozen=True)
class Ages:
    """How many people of each age, with the year and the code of the area that this is about."""

    people: dict[str, int]
    year: int
    area: str
    source: str


def ages_of(area: Area) -> Ages | None:
    """Of the newest year that tells them all; here, else in the wijk or gemeente around it. One query.

    An area where an age counts fewer than ten people is passed over: its wijk tells enough.
    """
    steps = list(dict.fromkeys(key for key in (area.pk, area.district_id, area.municipality_id) if key))
    rows = Measure.objects.filter(area__in=steps, key__in=AGE_KEYS, value__isnull=False)
    found: dict[tuple[int, int], Ages] = {}
    columns = ("area", "area__code", "edition__year", "edition__source", "key", "value")
    for place, code, year, source, key, value in rows.order_by("edition__loaded_at").values_list(*columns):
        ages = found.setdefault((place, year), Ages({}, year, code, source))
        ages.people[AGE_KEYS[key]] = int(value or 0)
    whole = {at: one for at, one in found.items() if len(one.people) == len(AGE_KEYS)}
    usable = [at for at, one in whole.items() if min(one.people.values()) >= FEWEST]
    best = min(usable, key=lambda at: (steps.index(at[0]), -at[1]), default=None)
    return whole[best] if best else None
