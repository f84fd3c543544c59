"""Editions, pitches and promises as plain values for their pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from middenstip.domain.podium import rules
from middenstip.domain.podium.lifecycle import ARCHIVED, CHOSEN, EDITION, MONEY, PITCH, PROMISES
from middenstip.domain.podium.models import Edition, Pitch, Promise
from middenstip.domain.rooms import path_to
from middenstip.kernel.contact import masked
from middenstip.web.shared import dates
from middenstip.web.shared.words import thousands


def edition_line(one: Edition, today: date) -> dict[str, Any]:
    """An edition as a line of the list."""
    return {
        "url": path_to("edition", one.public_id),
        "title": masked(one.title),
        "number": one.number,
        "day": dates.day_date(one.on, today),
        "iso": dates.iso(one.on),
        "area": one.area.name,
        "place": masked(one.place),
        "stand": _(EDITION.words[one.state]),
        "is_past": one.state == ARCHIVED,
    }


@dataclass(frozen=True)
class Told:
    """The promises of an edition and the states of the agreements (by public id) that they became."""

    promises: Sequence[Promise]
    states: Mapping[str, str]
    today: date

    def stand(self, one: Promise) -> str:
        """How this promise stands now."""
        return rules.stand_of(one, self.states.get(one.code, ""), self.today)

    def counts(self, pitch: Pitch | None = None) -> dict[str, int]:
        """How many were made, signed and kept: of one pitch, or of the evening."""
        own = [one for one in self.promises if pitch is None or one.pitch_id == pitch.pk]
        return rules.counted(self.stand(one) for one in own)


def pitch_line(pitch: Pitch, told: Told) -> dict[str, Any]:
    """A pitch as a line of the programme, and of the archive."""
    return {
        "url": path_to("pitch", pitch.public_id),
        "id": pitch.public_id,
        "title": masked(pitch.initiative.title),
        "ask": masked(pitch.ask),
        "minutes": pitch.minutes,
        "stand": _(PITCH.words[pitch.state]),
        "is_chosen": pitch.state == CHOSEN,
        "now": _(rules.BECAME[rules.became(pitch.initiative)]),
        "counts": counts_words(told.counts(pitch)),
    }


def counts_words(counts: Mapping[str, int]) -> str:
    """*9 toezeggingen, 6 getekend, 2 gedaan*."""
    if not counts["made"]:
        return _("nog geen toezegging")
    return _("toezeggingen: %(made)s, getekend: %(signed)s, gedaan: %(kept)s") % {
        name: thousands(number) for name, number in counts.items()
    }


def became_words(pitches: Iterable[Pitch]) -> str:
    """*2 project, 1 gestopt, 1 mislukt*: what the pitched initiatives are now."""
    found = Counter(rules.became(pitch.initiative) for pitch in pitches if pitch.state == CHOSEN)
    return ", ".join(f"{found[key]} {_(word)}" for key, word in rules.BECAME.items() if found[key])


def promise_line(one: Promise, told: Told, can_see: bool) -> dict[str, Any]:
    """A promise as a line. The name and the code of a card are for the host (`can_see`)."""
    euros = f"€ {thousands(one.euros)}" if one.kind == MONEY and one.euros else ""
    return {
        "kind": _(PROMISES[one.kind]),
        "what": masked(one.what),
        "euros": euros,
        "until": dates.day_date(one.until, told.today),
        "who": one.seat.label if one.seat else _("op een kaart"),
        "half": one.half,
        "card": _("op een kaart") if one.on_card else "",
        "name": one.name if can_see else "",
        "claim": reverse("podium:claim", args=[one.public_id]) if can_see and not one.seat_id else "",
        "stand": _(rules.STANDS[told.stand(one)]),
        "agreement": path_to("agreement", one.code) if one.code else "",
    }
