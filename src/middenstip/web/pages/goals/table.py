"""How a table stands: what each half says, how far the talk is, where the ball lies."""

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
    PROPOSED,
    REVEALED,
    SHARED,
    STOPPED,
    UNLESS,
    WRITING,
    YES,
)
from middenstip.domain.goals.models import Goal
from middenstip.domain.goals.selectors import Place, VersionLine, letters_are_open
from middenstip.kernel.actor import Actor
from middenstip.kernel.half import Half
from middenstip.kernel.verdict import YES as ALLOWED
from middenstip.kernel.verdict import Verdict
from middenstip.web.shared.table import CENTRE, SILENT

MISSING, NO_WORD = "missing", "open"


@dataclass(frozen=True)
class Table:
    """A goal with its places and versions (newest first), as `reader` meets it."""

    goal: Goal
    places: list[Place]
    versions: list[VersionLine]
    reader: Actor | None
    may_sit: Verdict = ALLOWED  # the reader in this hat, who is not here yet

    @property
    def here(self) -> list[Place]:
        return [place for place in self.places if place.is_here]

    @property
    def version(self) -> VersionLine | None:
        """The version that lies on the table."""
        return self.versions[0] if self.versions else None

    @property
    def mine(self) -> Place | None:
        """The place of the reader, also when only asked to come."""
        return next((p for p in self.places if self.reader and p.seat == self.reader.seat), None)

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
        """Who was asked to come and can still sit down: nobody once the table is over."""
        return [place for place in self.places if place.is_invited and not place.is_here and not self.is_over]

    @property
    def missing(self) -> list[Half]:
        return [half for half in Half if not self.at(half)]

    @property
    def waiting(self) -> list[Place]:
        """The seats the others wait for: their letter, or their answer."""
        if self.goal.state == WRITING:
            return [place for place in self.here if not place.has_letter]
        if self.goal.state == PROPOSED and self.version:
            return [place for place in self.here if not self.version.said_by(place.seat)]
        return []

    def yes_of(self, half: Half | None = None) -> tuple[int, int]:
        """How many said ja to the version on the table, and of how many (of a half): who sits here.

        Whoever gets up from a shared goal did share it.
        """
        said = {one.seat for one in self.version.answers if one.answer == YES} if self.version else set()
        stays = said if self.goal.has_all_yes else set()
        asked = [p.seat for p in self.places if (p.is_here or p.seat in stays) and half in (None, p.half)]
        return sum(seat in said for seat in asked), len(asked)

    def state(self, half: Half) -> str:
        """ja, tenzij, nee, open or missing: what the half says to the version on the table."""
        if self.goal.has_all_yes:
            return YES
        if not self.at(half):
            return MISSING
        said = [self.version.said_by(p.seat) if self.version else None for p in self.at(half)]
        answers = {one.answer if one else NO_WORD for one in said}
        return next((word for word in (NO, UNLESS, NO_WORD) if word in answers), YES)

    @property
    def states(self) -> dict[str, str]:
        """What each half says, as the drawing takes it: at a table that is over nothing is still open."""
        said = {half.value: self.state(half) for half in Half}
        return {half: SILENT if self.is_over and state == NO_WORD else state for half, state in said.items()}

    @property
    def chairs(self) -> dict[str, str]:
        """Per half a sign per seat: x sits, a dot was asked to come."""
        return {
            half.value: "x" * len(self.at(half)) + "." * sum(place.half == half for place in self.asked)
            for half in Half
        }


def step_of(goal: Goal) -> int:
    """How far the talk came, 1 to 5; a stopped table stays at the step it reached."""
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
    """How many of whom is here said ja, in words; when it is over nobody will any more."""
    if not count:
        return _("niemand zei ja") if is_over else _("nog niemand zei ja")
    if here == 1:
        return _("de enige zetel zei ja")
    words = ngettext("%(n)s van de %(all)s zei ja", "%(n)s van de %(all)s zeiden ja", count)
    return words % {"n": count, "all": here}


def ball_at(table: Table) -> str:
    """Where the ball lies in the drawing: a half, the middle, or nowhere."""
    if table.goal.has_all_yes and table.goal.state != STOPPED:
        return CENTRE
    if table.is_over:
        return ""
    halves = {place.half for place in table.waiting}
    if not halves:
        halves = {half.value for half in Half if table.state(half) in (NO, UNLESS)}
    if not halves and table.goal.state == GATHERING:
        halves = {place.half for place in table.here}
    return halves.pop() if len(halves) == 1 else ""


def ball_words(table: Table) -> dict[str, object]:
    """Title and text of where the ball lies, whether that is the reader, and whether it lies still."""
    title, text, is_mine = _ball(table)
    title = _("De bal ligt bij jou") if is_mine else title
    return {"title": title, "text": text, "is_mine": is_mine, "is_still": table.is_over}


def names(places: Iterable[Place]) -> str:
    """*Marijke Wolterink, Ilse van der Kolk en Bas Roelvink*."""
    return listed([place.who for place in places])


def listed(words: list[str]) -> str:
    return (_(" en ")).join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def _ball(table: Table) -> tuple[str, str, bool]:
    goal, waiting = table.goal, table.waiting
    at_table = _("De bal ligt bij wie aan tafel zit")
    if table.is_over:
        return (
            _("De bal ligt stil"),
            _("Deze tafel is %(state)s.") % {"state": _(goal.get_state_display())},
            False,
        )
    if not table.here:
        text = _("Er zit nu niemand aan tafel. Wie wil, schuift aan.")
        return _("De bal ligt bij niemand"), text, False
    if goal.state == GATHERING or _only_misses_a_half(table):
        halves = listed([_(half.value) for half in table.missing])
        return at_table, _("Nodig iemand uit van de %(halves)s.") % {"halves": halves}, table.is_at_table
    if waiting:
        others = [place for place in waiting if place is not table.mine]
        text = _waiting_words(goal, others) if others else ""
        if len(others) == len(waiting):
            return _at_halves(waiting), text, False
        yours = (
            _("Jouw briefje ontbreekt nog.") if goal.state == WRITING else _("Jouw antwoord ontbreekt nog.")
        )
        return "", f"{yours} {text}".strip(), True
    if goal.state == WRITING:
        return at_table, _("Alle briefjes liggen klaar. Open ze, allemaal tegelijk."), table.is_at_table
    if goal.state == REVEALED:
        text = _("Lees de briefjes en schrijf één doel waar elke helft ja tegen kan zeggen.")
        return at_table, text, table.is_at_table
    if goal.state == SHARED:
        return _("De bal ligt in het midden"), _("Alle drie de helften zeiden JA. Maak nu afspraken."), False
    text = _("Niet iedereen zegt ja. Schrijf een versie die antwoord geeft op wat er gevraagd is.")
    return at_table, text, table.is_at_table


def _only_misses_a_half(table: Table) -> bool:
    """Whether everybody here said ja to the proposal, and a half has no seat to say it."""
    if table.goal.state != PROPOSED or not table.missing:
        return False
    return all(table.state(half) in (YES, MISSING) for half in Half)


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
