"""Needs, offers and introductions as lines of a list."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from middenstip.domain.matching.lifecycle import INTRODUCTION, LISTING
from middenstip.domain.matching.models import Introduction, Listing
from middenstip.domain.rooms import path_to
from middenstip.kernel.contact import masked
from middenstip.web.shared.dates import short_date
from middenstip.web.shared.listings import way_words


def listing_line(one: Listing) -> dict[str, Any]:
    """What a person placed, with its state."""
    return {
        "url": path_to("listing", one.public_id),
        "title": masked(one.title),
        "line": f"{way_words(one.is_offer, one.place_kind)} · {one.area.name}",
        "mark": _(LISTING.words[one.state]),
    }


def introduction_line(one: Introduction, reader: int) -> dict[str, Any]:
    """An introduction as the reader (a key) sees it."""
    return {
        "url": path_to("introduction", one.public_id),
        "title": _("Kennismaking met %(who)s") % {"who": other_name(one, reader)},
        "line": _("gevraagd op %(day)s") % {"day": short_date(one.asked_at)},
        "mark": _(INTRODUCTION.words[one.state]),
    }


def other_name(one: Introduction, reader: int) -> str:
    """The other of the two by function; a name only when that is what the seat shows."""
    is_asker = reader == one.asker_id
    other, seat = (one.owner, one.owner_seat) if is_asker else (one.asker, one.asker_seat)
    return _("iemand die hier weg is") if other.erased_at else seat.label
