"""The letters that one journal entry asks for: the person, the words and the page. Reads only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.template.loader import render_to_string
from django.utils import timezone, translation

from middenstip.domain.parties.models import Person, Seat
from middenstip.domain.rooms import path_to
from middenstip.journal.models import Entry
from middenstip.notices.dossier import Dossier
from middenstip.notices.heard import POLICIES, THINGS, gaps_for
from middenstip.notices.models import FOLLOW, OWN
from middenstip.notices.policy import MINE, Policy

SUBJECT = 200  # characters
OWN_PAGE = "/mijn/"


@dataclass(frozen=True)
class Letter:
    """The text for one person about one entry."""

    person: Person
    kind: str
    why: str
    subject: str
    text: str
    path: str


def letters_for(entry: Entry, on: date) -> list[Letter]:
    """A letter for everyone told about `entry`; a person in two audiences gets that of the first."""
    dossier = Dossier(entry, on)
    letters: dict[int, Letter] = {}
    with translation.override("nl"):
        for policy in POLICIES.get(entry.kind, ()):
            if policy.still and not policy.still(dossier):
                continue
            for letter in _letters(policy, dossier):
                letters.setdefault(letter.person.pk, letter)
    return list(letters.values())


def _letters(policy: Policy, dossier: Dossier) -> Iterator[Letter]:
    words: tuple[str, str] | None = None
    for audience in policy.to:
        for person in audience.people(dossier):
            if person.public_id == dossier.entry.actor and not policy.also_self:
                continue
            words = words or _words(policy, dossier)
            kind = FOLLOW if policy.is_follow else OWN
            yield Letter(person, kind, audience.key, *words, path_of(policy.page, dossier))


def _words(policy: Policy, dossier: Dossier) -> tuple[str, str]:
    """Subject and text. The first line of a template is the subject."""
    name = ".".join(part for part in (dossier.entry.kind, policy.text) if part)
    said = render_to_string(f"notices/kinds/{name}.txt", _gaps(dossier)).strip()
    subject, _, text = said.partition("\n")
    return " ".join(subject.split())[:SUBJECT], text.strip()


def path_of(page: str, dossier: Dossier) -> str:
    """The path of the page for this entry; when its row is gone, that of the reader's own page."""
    thing = THINGS[page](dossier) if page != MINE else None
    return path_to(page, thing.public_id) if thing else OWN_PAGE


def _gaps(dossier: Dossier) -> dict[str, Any]:
    """The variables of the templates. Seats are shown as functions, so no notice names a person."""
    entry = dossier.entry
    return {
        "initiative": dossier.initiative,
        "by": _seat(dossier.acting_seat),
        "seat": _seat(dossier.named_seat),
        "day": timezone.localdate(entry.at),
        "data": entry.data,
        **gaps_for(entry.kind, dossier),
    }


def _seat(seat: Seat | None) -> str:
    """*adviseur Groen van gemeente Deventer*, *een bewoner van Lettele*, or *iemand*."""
    if seat is None:
        return "iemand"
    if seat.side:
        return f"{seat.title} van {seat.side.organisation.name}"
    return seat.title if seat.title.startswith("iemand") else f"een {seat.title}"
