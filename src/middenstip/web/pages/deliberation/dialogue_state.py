"""A dialogue as plain values for its page and for the projector."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as _noop

from middenstip.domain.deliberation.lifecycle import (
    ARROW,
    ASK,
    DECIDED,
    DEEP,
    LIVES,
    NO,
    OPINIONS,
    OTHER,
    PARKED,
    REPLIES,
    SEEK,
    SPREAD,
    UNDER,
    WISDOM,
    YES,
)
from middenstip.domain.deliberation.models import Attendee, Dialogue, Recognised, Stance, View
from middenstip.domain.deliberation.rules import present
from middenstip.domain.deliberation.selectors.dialogues import (
    attendees_of,
    recognised_in,
    stances_in,
    views_in,
)
from middenstip.kernel.half import Half

MOVES = {
    "seek": _noop("Vraag naar een ander geluid"),
    "spread": _noop("Vraag wie het herkent"),
    "discuss": _noop("Geef iedereen de beurt"),
    "ask": _noop("Vraag wat iedereen vindt"),
    "close": _noop("Tel de antwoorden"),
    "decide": _noop("Leg vast: zo gaan we verder"),
    "dive": _noop("Ga onder de oppervlakte"),
    "surface": _noop("Ga terug naar het voorstel"),
    "park": _noop("Parkeer het gesprek"),
}


@dataclass(frozen=True)
class Room:
    """Everything of one dialogue, read once. Four queries."""

    dialogue: Dialogue
    people: Sequence[Attendee]
    views: Sequence[View]
    recognised: Sequence[Recognised]
    stances: Sequence[Stance]

    @classmethod
    def of(cls, dialogue: Dialogue) -> Room:
        return cls(
            dialogue,
            attendees_of(dialogue),
            views_in(dialogue),
            recognised_in(dialogue),
            stances_in(dialogue),
        )

    @property
    def now(self) -> list[Stance]:
        """The answers of this round."""
        return [one for one in self.stances if one.round == self.dialogue.round]

    def asked(self) -> list[View]:
        """What people react to now: other sounds, or arrows."""
        kind = ARROW if self.dialogue.state == UNDER else OTHER
        return [one for one in self.views if one.kind == kind]

    def next_for(self, attendee: Attendee) -> View | None:
        """What this one did not react to yet."""
        seen = {one.view_id for one in self.recognised if one.attendee_id == attendee.pk}
        is_arrow = self.dialogue.state == UNDER
        mine = [one for one in self.asked() if is_arrow or one.attendee_id != attendee.pk]
        return next((one for one in mine if one.pk not in seen), None)

    def is_done(self, attendee: Attendee) -> bool:
        """Whether the step needs nothing more from this one."""
        state = self.dialogue.state
        if state in (SEEK, OPINIONS):
            return attendee.has_spoken
        if state in (SPREAD, UNDER):
            return (state == SPREAD or attendee.is_safe) and self.next_for(attendee) is None
        if state == ASK:
            return any(one.attendee_id == attendee.pk for one in self.now)
        if state == WISDOM:
            return not any(_waits(one) for one in self.now if one.attendee_id == attendee.pk)
        return True


def step_lines(dialogue: Dialogue) -> list[dict[str, str]]:
    """The steps, for `components/progress.html`."""
    life = LIVES[dialogue.method]
    names = [one for one in life.words if one not in (DECIDED, PARKED)]
    at = names.index(dialogue.state) if dialogue.state in names else len(names)
    return [
        {"title": _(life.words[one]), "state": "gedaan" if place < at else "nu" if place == at else ""}
        for place, one in enumerate(names)
    ]


def half_lines(room: Room) -> list[dict[str, Any]]:
    """How many of each half are there, and how many are done with this step."""
    here = present(room.people)
    return [
        {
            "half": half.value,
            "here": len(own := [one for one in here if one.half == half.value]),
            "done": (done := sum(room.is_done(one) for one in own)),
            "waits": len(own) - done,
            "dots": [*[True] * done, *[False] * (len(own) - done)][:40],
        }
        for half in Half
    ]


def view_lines(room: Room) -> list[dict[str, Any]]:
    """What was said, by kind in the order of the steps, with how often it is recognised and the words."""
    count = Counter(one.view_id for one in room.recognised if one.is_yes)
    words: dict[int, list[str]] = {}
    for one in room.recognised:
        if one.words:
            words.setdefault(one.view_id, []).append(one.words)
    return [
        {
            "id": one.public_id,
            "kind": one.kind,
            "text": one.text,
            "carried": count[one.pk],
            "words": words.get(one.pk, []),
            "counts": one.kind in (OTHER, ARROW),
        }
        for one in room.views
    ]


def round_lines(room: Room) -> list[dict[str, Any]]:
    """The counts per half of every closed round, the last one first."""
    half_of = {one.pk: one.half for one in room.people}
    last = room.dialogue.round - (room.dialogue.state == ASK)
    found = []
    for number in range(last, 0, -1):
        count = Counter((half_of[one.attendee_id], one.choice) for one in room.stances if one.round == number)
        halves = [
            {
                "half": half.value,
                "yes": count[half.value, YES],
                "no": count[half.value, NO],
                "blank": count[half.value, "neutraal"],
            }
            for half in Half
        ]
        found.append({"number": number, "halves": halves})
    return found


def need_lines(room: Room) -> list[dict[str, Any]]:
    """What people need to go along (or the harm they see) with the answer; the last round first."""
    half_of = {one.pk: one.half for one in room.people}
    told = [
        one
        for one in room.stances
        if one.need and (one.round, ASK) != (room.dialogue.round, room.dialogue.state)
    ]
    return [
        {
            "key": one.pk,
            "half": half_of[one.attendee_id],
            "text": one.need,
            "reply": _(REPLIES[one.reply]) if one.reply else "",
            "kind": {"adopt": "gedaan", "test": "bezig"}.get(one.reply, "nee"),
            "reason": one.reason,
            "is_now": one.round == room.dialogue.round,
        }
        for one in reversed(told)
    ]


def move_lines(dialogue: Dialogue) -> list[dict[str, str]]:
    """What the one who leads can do next; parking is apart."""
    acts = [one for one in LIVES[dialogue.method].acts(dialogue.state) if one in MOVES and one != "park"]
    return [{"act": one, "label": _(MOVES[one])} for one in acts]


def waiting(room: Room) -> list[int]:
    """The numbers of whom the step waits for."""
    return [one.number for one in present(room.people) if not room.is_done(one)]


def alone(room: Room) -> int:
    """How many of the last round said no, for the record."""
    return sum(one.choice == NO for one in room.now)


def _waits(stance: Stance) -> bool:
    return stance.choice == NO and not stance.need and not stance.needs_nothing


def paper_numbers(people: Collection[Attendee]) -> list[int]:
    return [one.number for one in present(people) if one.on_paper]


def is_deep(dialogue: Dialogue) -> bool:
    return dialogue.method == DEEP
