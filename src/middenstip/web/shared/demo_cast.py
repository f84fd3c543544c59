"""The invented people of the demo, grouped by half: twelve with why you would be them, then the others."""

from __future__ import annotations

from typing import Any

from django.core.cache import cache
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as _noop

from middenstip.domain.parties.selectors import people_in_demo
from middenstip.kernel.half import Half

KEPT = 300  # seconds
WHY = {
    "marijke": _noop("Zij begon het voedselbos en heeft een zaak bij de balie."),
    "fenna": _noop("Zij heeft net een idee verteld."),
    "gerrit": _noop("Hij helpt mee en zit aan tafel."),
    "tarik": _noop("Hij kijkt toe en is nergens bij betrokken."),
    "yara": _noop("Zij is verbinder: ze zoekt mensen en plekken bij elkaar."),
    "noor": _noop("Zij is beheerder en geeft rollen."),
    "samira": _noop("Zij werkt aan de balie en heeft de meeste zaken."),
    "ilse": _noop("Zij zegt ja of nee namens de gemeente."),
    "lotte": _noop("Zij kijkt teksten na en komt van het waterschap."),
    "bas": _noop("Hij is kweker en doet beloften."),
    "theo": _noop("Hij kijkt teksten na en repareert fietsen."),
    "ayla": _noop("Zij praat namens de woningcorporatie."),
}


def cast_by_half() -> list[dict[str, Any]]:
    """Per half the people to be first, and the rest. No query once it is cached."""
    people: list[dict[str, str]] = cache.get_or_set("cast", people_in_demo, KEPT) or []
    order = list(WHY)
    known = sorted((one for one in people if one["key"] in WHY), key=lambda one: order.index(one["key"]))
    groups = []
    for half in Half:
        first = [one | {"why": _(WHY[one["key"]])} for one in known if one["half"] == half.value]
        rest = [one for one in people if one["half"] == half.value and one["key"] not in WHY]
        groups.append({"half": half.value, "first": first, "rest": rest})
    return groups
