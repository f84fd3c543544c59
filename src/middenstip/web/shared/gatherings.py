"""Gatherings as plain values, for their lists and for pages of other rooms."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from middenstip.domain.gatherings.lifecycle import ANNOUNCED, BANDS, CANCELLED, GATHERING, KINDS
from middenstip.domain.gatherings.models import Gathering
from middenstip.domain.rooms import path_to
from middenstip.kernel.contact import masked
from middenstip.kernel.half import Half
from middenstip.web.shared import dates
from middenstip.web.shared.words import thousands


def as_gatherings(rows: Iterable[Gathering], today: date) -> list[dict[str, Any]]:
    """Values for `components/gathering_lines.html`; each was read with its area."""
    return [
        {
            "url": path_to("gathering", one.public_id),
            "title": masked(one.title),
            "kind": _(KINDS[one.kind]).capitalize(),
            "day": dates.day_date(one.starts_at, today),
            "iso": dates.iso(one.starts_at),
            "hours": hours(one),
            "where": where(one),
            "mark": mark(one),
            "is_off": one.state == CANCELLED,
            "follow_up": follow_up_words(one, today),
            "missing": missing_words(one) if one.state == ANNOUNCED and not one.is_closed else "",
        }
        for one in rows
    ]


def hours(one: Gathering) -> str:
    """*19.30 – 21.00 uur*, with the day of the end when that is another."""
    start, end = timezone.localtime(one.starts_at), timezone.localtime(one.ends_at)
    until = date_format(end, "G.i")
    if start.date() != end.date():
        until = f"{dates.day_date(end)}, {until}"
    return _("%(start)s – %(end)s uur") % {"start": date_format(start, "G.i"), "end": until}


def where(one: Gathering) -> str:
    """The place and the area; *online* without a place. Of a closed one only the area."""
    place = masked(one.place) or (_("online") if one.online else "")
    return f"{place}, {one.area.name}" if place else one.area.name


def mark(one: Gathering) -> str:
    """The state as one word, and *vol* for one without free places; "" while there is room."""
    if one.state != ANNOUNCED:
        return _(GATHERING.words[one.state])
    return _("vol") if one.is_full else ""


def follow_up_words(one: Gathering, today: date) -> str:
    """*Vervolgdag: vrijdag 4 december.* while it must still come; "" for another."""
    if one.follow_up_on is None or one.follow_up_done is not None:
        return ""
    return _("Vervolgdag: %(day)s.") % {"day": dates.day_date(one.follow_up_on, today)}


def missing_words(one: Gathering) -> str:
    """*Nog niemand van: overheid.* "" when every half comes."""
    if not one.missing:
        return ""
    halves = ", ".join(_(half.value) for half in one.missing)
    if one.state == ANNOUNCED:
        return _("Nog niemand van: %(halves)s.") % {"halves": halves}
    return _("Er was niemand van: %(halves)s.") % {"halves": halves}


def counts(one: Gathering) -> list[dict[str, Any]]:
    """How many come or came per half, and without a half when there are any."""
    told = [
        {"half": half, "number": one.coming.get(half, 0), "walked_in": one.walked_in.get(half, 0)}
        for half in (*Half, "")
    ]
    return [line for line in told if line["half"] or line["number"] or line["walked_in"]]


def band_words(band: str) -> str:
    """*12 tot en met 15 jaar*."""
    first, last = BANDS[band]
    return _("%(first)s tot en met %(last)s jaar") % {"first": first, "last": last}


def age_words(one: Gathering) -> str:
    """*Voor jongeren van 12 tot en met 18 jaar.* "" for everyone."""
    if one.age_to is None:
        return ""
    return _("Voor jongeren van %(first)s tot en met %(last)s jaar.") % {
        "first": one.age_from,
        "last": one.age_to,
    }


def young_counts(young: Mapping[str, int]) -> list[dict[str, Any]]:
    """How many young people come per age band, apart from the halves."""
    return [{"words": band_words(band), "number": young[band]} for band in BANDS if young.get(band)]


def places_words(one: Gathering, young: int = 0) -> str:
    """*Nog 3 van 20 plekken vrij*; "" without a maximum."""
    if one.places is None:
        return ""
    free = max(0, one.places - one.coming_count - young)
    words = ngettext(
        "Nog %(free)s van de %(places)s plek vrij.",
        "Nog %(free)s van de %(places)s plekken vrij.",
        one.places,
    )
    return words % {"free": thousands(free), "places": thousands(one.places)}
