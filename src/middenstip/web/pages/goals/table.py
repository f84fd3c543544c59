"""The state of a table: the answer of each half, the step of the talk, and who has the ball."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from middenstip.domain.goals.lifecycle import (
    FINISHED,
    GATHERING,
    GOAL,
    NO,
    REVEALED,
    SHARED,
    STOPPED,
    UNLESS,
    WRITING,
    YES,
)
from middenstip.domain.goals.models import Goal
from middenstip.domain.goals.selectors import Place, VersionLine, letters_are_open
from middenstip.domain.goals.turns import SAY, WRITE, ChairAt, TableAt
from middenstip.kernel.actor import Actor
from middenstip.kernel.half import Half
from middenstip.kernel.turn import Turn, Who, listed
from middenstip.kernel.verdict import YES as ALLOWED
from middenstip.kernel.verdict import Verdict
from middenstip.web.shared.table import CENTRE, SILENT
from middenstip.web.shared.turns import is_for

MISSING, NO_WORD = "missing", "open"


@dataclass(frozen=True)
class Table:
    """A goal with its places and versions (newest first), for this `reader`."""

    goal: Goal
    places: list[Place]
    versions: list[VersionLine]
    reader: Actor | None
    may_sit: Verdict = ALLOWED  # for a reader who is not at the table in this hat
    turn: Turn | None = None

    @property
    def here(self) -> list[Place]:
        return [place for place in self.places if place.is_here]

    @property
    def version(self) -> VersionLine | None:
        """The current version."""
        return self.versions[0] if self.versions else None

    @property
    def mine(self) -> Place | None:
        """The place of the reader, also when only invited."""
        return next((p for p in self.places if self.reader and p.seat == self.reader.seat_id), None)

    @property
    def is_at_table(self) -> bool:
        return bool(self.mine and self.mine.is_here)

    @property
    def is_over(self) -> bool:
        return self.goal.state in (FINISHED, STOPPED)

    def at(self, half: str) -> list[Place]:
        return [place for place in self.here if place.half == half]

    @property
    def asked(self) -> list[Place]:
        """The invited seats that can still join: none once the table has ended."""
        return [place for place in self.places if place.is_invited and not place.is_here and not self.is_over]

    @property
    def missing(self) -> list[Half]:
        counting = {place.half for place in self.here if place.counts}
        return [half for half in Half if half not in counting]

    @property
    def waiting(self) -> list[Place]:
        """The seats whose letter or answer the others wait for."""
        if self.turn is None or self.turn.act not in (WRITE.kind, SAY.kind):
            return []
        return [place for place in self.here if place.seat in self.turn.seats]

    def yes_of(self, half: Half | None = None) -> tuple[int, int]:
        """How many seats said ja to the current version, and of how many at the table (of a half).

        A seat that leaves a shared goal still counts, because it shared it.
        """
        said = {one.seat for one in self.version.answers if one.answer == YES} if self.version else set()
        stays = said if self.goal.has_all_yes else set()
        asked = [p.seat for p in self.places if (p.is_here or p.seat in stays) and half in (None, p.half)]
        return sum(seat in said for seat in asked), len(asked)

    def state(self, half: Half) -> str:
        """ja, tenzij, nee, open or missing: the answer of the half to the current version."""
        if self.goal.has_all_yes:
            return YES
        if not self.at(half):
            return MISSING
        said = [self.version.said_by(p.seat) if self.version else None for p in self.at(half)]
        answers = {one.answer if one else NO_WORD for one in said}
        return next((word for word in (NO, UNLESS, NO_WORD) if word in answers), YES)

    @property
    def states(self) -> dict[str, str]:
        """The answer of each half for the drawing; at an ended table no half is open."""
        said = {half.value: self.state(half) for half in Half}
        return {half: SILENT if self.is_over and state == NO_WORD else state for half, state in said.items()}

    @property
    def chairs(self) -> dict[str, str]:
        """Per half a sign per seat: x is at the table, a dot is invited."""
        return {
            half.value: "x" * len(self.at(half)) + "." * sum(place.half == half for place in self.asked)
            for half in Half
        }


def step_of(goal: Goal) -> int:
    """The step of the talk, 1 to 5; a stopped table stays at the step it reached."""
    if goal.has_all_yes:
        return 5
    return {GATHERING: 1, WRITING: 2, REVEALED: 3}.get(goal.state, 4 if goal.number else 1)


def steps(table: Table) -> list[dict[str, str]]:
    """Title, text and state of the five steps of the talk."""
    goal, here, version, now = table.goal, len(table.here), table.version, step_of(table.goal)
    wrote, said = sum(place.has_letter for place in table.here), said_yes(*table.yes_of(), table.is_over)
    texts = [
        (_("Aan tafel"), _("%(n)s van de 3 helften") % {"n": 3 - len(table.missing)}),
        (
            _("Apart schrijven"),
            _("ieder voor zich")
            if goal.state == GATHERING
            else ngettext("%(n)s van de %(all)s schreef", "%(n)s van de %(all)s schreven", wrote)
            % {"n": wrote, "all": here},
        ),
        (_("Briefjes open"), _("allemaal tegelijk") if letters_are_open(goal) else _("als iedereen schreef")),
        (
            _("Eén voorstel"),
            _("versie %(v)s: %(said)s") % {"v": version.number, "said": said}
            if version
            else _("iedereen geeft antwoord"),
        ),
        (_("Gedeeld doel"), _("elke helft zegt JA")),
    ]
    return [
        {"title": title, "text": text, "state": _step_state(place, now, goal.has_all_yes)}
        for place, (title, text) in enumerate(texts, start=1)
    ]


def state_words(state: str, missing: int) -> str:
    """The state of a table in words; `missing` halves have no seat there."""
    return _("er missen nog helften") if state == GATHERING and missing > 1 else _(GOAL.words[state])


def said_yes(count: int, here: int, is_over: bool = False) -> str:
    """How many seats said ja, in words; an ended table gets no more answers."""
    if not count:
        return _("niemand zei ja") if is_over else _("nog niemand zei ja")
    if here == 1:
        return _("de enige zetel zei ja")
    words = ngettext("%(n)s van de %(all)s zei ja", "%(n)s van de %(all)s zeiden ja", count)
    return words % {"n": count, "all": here}


def ball_at(table: Table) -> str:
    """The place of the ball in the drawing: the half of all who have the turn, the middle, or none."""
    if table.goal.has_all_yes and table.goal.state != STOPPED:
        return CENTRE
    return table.turn.who.half if table.turn else ""


def ball_words(table: Table) -> dict[str, object]:
    """Title and text about the ball, what is asked, whom the others wait for, and whether it is at rest."""
    turn, note = table.turn, ""
    is_mine = is_for(turn, table.reader)
    if table.is_over:
        title = _("De bal ligt stil")
        ask = _("Deze tafel is %(state)s.") % {"state": _(table.goal.get_state_display())}
    elif turn is None:
        title, ask = _("De bal ligt in het midden"), _("Alle drie de helften zeiden JA. Maak nu afspraken.")
    else:
        title, ask = _title(table, turn), turn.ask
        note = _note(table, turn)
    title = _("De bal ligt bij jou") if is_mine else title
    action = {"url": turn.path, "action": turn.label} if turn and is_mine else {"url": "", "action": ""}
    return {
        "title": title,
        "text": ask,
        "note": note,
        "is_mine": is_mine,
        "is_still": table.is_over,
    } | action


def names(places: Iterable[Place]) -> str:
    """*Marijke Wolterink, Ilse van der Kolk en Bas Roelvink*."""
    return listed([place.who for place in places])


def _title(table: Table, turn: Turn) -> str:
    if table.goal.state == SHARED:
        return _("De bal ligt in het midden")
    movers = [place for place in table.here if place.seat in turn.seats]
    if not movers:
        return _("De bal ligt bij niemand")
    return _("De bal ligt bij wie aan tafel zit") if len(movers) == len(table.here) else _at_halves(movers)


def _note(table: Table, turn: Turn) -> str:
    """The names the others wait for; with a shared goal, who has the turn."""
    if table.goal.state == SHARED:
        said = _("Alle drie de helften zeiden JA.")
        return f"{said} {_('Nu aan zet: %(who)s.') % {'who': turn.who.name}}"
    others = [place for place in table.waiting if place is not table.mine]
    return _waiting_words(table.goal, others) if others else ""


def _at_halves(places: list[Place]) -> str:
    halves = listed([_("de %(half)s") % {"half": _(half.value)} for half in Half if _in(half, places)])
    return _("De bal ligt bij %(halves)s") % {"halves": halves}


def _waiting_words(goal: Goal, waiting: list[Place]) -> str:
    if goal.state == WRITING:
        return _("We wachten op het briefje van %(names)s.") % {"names": names(waiting)}
    said = {"names": names(waiting), "number": goal.number}
    return _("We wachten op het antwoord van %(names)s op versie %(number)s.") % said


def _in(half: Half, places: list[Place]) -> bool:
    return any(place.half == half for place in places)


def _step_state(place: int, now: int, is_done: bool) -> str:
    if place < now or (is_done and place == now):
        return "gedaan"
    return "nu" if place == now else ""


def table_at(goal: Goal, places: Iterable[Place], versions: list[VersionLine]) -> TableAt:
    """The table in the form that its turn needs."""
    said = {one.seat: one.answer for one in versions[0].answers} if versions else {}
    chairs = [
        ChairAt(
            place.seat,
            Who(place.who, place.label, place.half),
            place.has_letter,
            said.get(place.seat, ""),
            place.counts,
        )
        for place in places
        if place.is_here
    ]
    return TableAt(goal.public_id, goal.state, chairs, goal.changed_at)
