"""From one entry to the letters it asks for: who, which words, which page. Reads only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.dateparse import parse_date

from middenstip.domain.intake.lifecycle import DECIDED, IN_HAND, STARTED
from middenstip.domain.parties.models import Person, Seat
from middenstip.domain.parties.rules import ROLES
from middenstip.journal.models import Entry
from middenstip.notices.audiences import people_in
from middenstip.notices.dossier import Dossier
from middenstip.notices.models import FOLLOW, OWN
from middenstip.notices.paths import path_to
from middenstip.notices.policies import POLICIES, Policy

SUBJECT = 200  # characters


@dataclass(frozen=True)
class Letter:
    """What one person gets to read about one entry."""

    person: Person
    kind: str
    why: str
    subject: str
    text: str
    path: str


def letters_for(entry: Entry, on: date) -> list[Letter]:
    """A letter for everybody who hears of `entry`; who is in two audiences gets the first one's."""
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
        for person in people_in(audience, dossier):
            if person.public_id == dossier.entry.actor and not policy.also_self:
                continue
            words = words or _words(policy, dossier)
            kind = FOLLOW if policy.is_follow else OWN
            yield Letter(person, kind, audience, *words, path_to(policy.page, dossier))


def _words(policy: Policy, dossier: Dossier) -> tuple[str, str]:
    """Subject and text. The first line of a template is its subject."""
    name = ".".join(part for part in (dossier.entry.kind, policy.text) if part)
    said = render_to_string(f"notices/kinds/{name}.txt", _gaps(dossier)).strip()
    subject, _, text = said.partition("\n")
    return " ".join(subject.split())[:SUBJECT], text.strip()


def _gaps(dossier: Dossier) -> dict[str, Any]:
    """What the templates may name. Seats are functions, so no person is named in a notice."""
    entry, agreement = dossier.entry, dossier.agreement
    case = dossier.case if dossier.noun == "case" else None
    role = ROLES.get(str(entry.data.get("role", "")))
    return {
        "initiative": dossier.initiative,
        "goal": dossier.goal,
        "agreement": agreement,
        "promise": " ".join(agreement.what.split()) if agreement else "",  # a subject is one line
        "action": dossier.action,
        "by": _seat(dossier.acting_seat),
        "seat": _seat(dossier.named_seat),
        "until": parse_date(str(entry.data.get("until", ""))),
        "due": agreement.due_on if agreement else None,
        "answer": case.answer if entry.kind == "case.decided" and case else "",
        "role": role.word if role else "",
        "day": timezone.localdate(entry.at),
        "is_started": case is not None and case.state in (STARTED, DECIDED),
        "must_confirm": case is not None and case.state == IN_HAND and not case.initiator_confirmed_at,
        "is_by_carrier": entry.seat == entry.data.get("carrier"),
        "is_by_receiver": agreement is not None and entry.seat == agreement.promisee.public_id,
        "data": entry.data,
    }


def _seat(seat: Seat | None) -> str:
    """*adviseur Groen van gemeente Deventer*, *een bewoner van Lettele*, or *iemand*."""
    if seat is None:
        return "iemand"
    if seat.side:
        return f"{seat.title} van {seat.side.organisation.name}"
    return seat.title if seat.title.startswith("iemand") else f"een {seat.title}"
