"""The facts about gatherings, and about invitations of institutions into the process of an initiative."""

from __future__ import annotations

from dataclasses import dataclass

from middenstip.journal.fact import Fact


@dataclass(frozen=True, kw_only=True)
class GatheringAnnounced(Fact):
    kind = "gathering.announced"


@dataclass(frozen=True, kw_only=True)
class GatheringChanged(Fact):
    """The words, the number of places or the facts about access changed; not the time or the place."""

    kind = "gathering.changed"
    public = False


@dataclass(frozen=True, kw_only=True)
class GatheringMoved(Fact):
    """Another time or another place. `before` is when it would have begun, as ISO text."""

    kind = "gathering.moved"

    before: str


@dataclass(frozen=True, kw_only=True)
class GatheringCancelled(Fact):
    kind = "gathering.cancelled"


@dataclass(frozen=True, kw_only=True)
class GatheringJoined(Fact):
    kind = "gathering.joined"
    public = False

    waits: bool


@dataclass(frozen=True, kw_only=True)
class YoungCounted(Fact):
    """Somebody of this age band says that they come; who, is not known."""

    kind = "gathering.young_counted"
    public = False

    band: str


@dataclass(frozen=True, kw_only=True)
class GatheringLeft(Fact):
    kind = "gathering.left"
    public = False


@dataclass(frozen=True, kw_only=True)
class PlaceFreed(Fact):
    """Somebody on the waiting list can come after all. `person` is a public id."""

    kind = "gathering.place_freed"
    public = False

    person: str


@dataclass(frozen=True, kw_only=True)
class GatheringReminded(Fact):
    """It is tomorrow."""

    kind = "gathering.reminded"
    public = False


@dataclass(frozen=True, kw_only=True)
class GatheringHeld(Fact):
    """It took place. `follow_up_on` is the day on which at least one action is done, as ISO text."""

    kind = "gathering.held"

    follow_up_on: str


@dataclass(frozen=True, kw_only=True)
class WalkInsCounted(Fact):
    kind = "gathering.counted"
    public = False


@dataclass(frozen=True, kw_only=True)
class NoteWritten(Fact):
    kind = "gathering.noted"
    public = False


@dataclass(frozen=True, kw_only=True)
class NoteBecame(Fact):
    """A line of the notes became an action or an agreement: `noun`, with its public id in `code`."""

    kind = "gathering.note_became"
    public = False

    noun: str
    code: str


@dataclass(frozen=True, kw_only=True)
class OutcomeTold(Fact):
    """In a terugkomsessie was told what came of a line of the notes."""

    kind = "gathering.outcome_told"
    public = False

    outcome: str


@dataclass(frozen=True, kw_only=True)
class GatheringMeasured(Fact):
    """On the follow-up day: how many actions and agreements of its notes were done."""

    kind = "gathering.measured"

    done: int
    is_met: bool


@dataclass(frozen=True, kw_only=True)
class GatheringHidden(Fact):
    kind = "gathering.hidden"
    public = False


@dataclass(frozen=True, kw_only=True)
class GatheringShown(Fact):
    kind = "gathering.shown"
    public = False


@dataclass(frozen=True, kw_only=True)
class InstitutionInvited(Fact):
    """`seat` is the seat that must answer, `due` the last day."""

    kind = "process_invite.sent"

    seat: str
    due: str


@dataclass(frozen=True, kw_only=True)
class InstitutionAnswered(Fact):
    kind = "process_invite.answered"

    seat: str
    answer: str


@dataclass(frozen=True, kw_only=True)
class InstitutionWithdrawn(Fact):
    kind = "process_invite.withdrawn"
    public = False


@dataclass(frozen=True, kw_only=True)
class InstitutionReminded(Fact):
    kind = "process_invite.reminded"
    public = False

    bell: str
    due: str


@dataclass(frozen=True, kw_only=True)
class InstitutionEscalated(Fact):
    """`seat` is the manager's seat."""

    kind = "process_invite.escalated"
    public = False

    bell: str
    due: str
    seat: str


@dataclass(frozen=True, kw_only=True)
class PhotoPlaced(Fact):
    """The host made a place for a photo; everyone who can be recognised on it is asked first."""

    kind = "gathering.photo_placed"
    public = False


@dataclass(frozen=True, kw_only=True)
class PortraitNamed(Fact):
    """The host added somebody who can be recognised on a photo."""

    kind = "gathering.portrait_named"
    public = False


@dataclass(frozen=True, kw_only=True)
class PortraitGiven(Fact):
    """Somebody on a photo said yes. `how` is by link or on paper."""

    kind = "gathering.portrait_given"
    public = False

    how: str


@dataclass(frozen=True, kw_only=True)
class PhotoGone(Fact):
    """A photo went out of the report. `why`: somebody on it said no, the host, or nobody answered."""

    kind = "gathering.photo_gone"
    public = False

    why: str


@dataclass(frozen=True, kw_only=True)
class LotsSealed(Fact):
    """A lottery was announced: the list of numbers and the seal of the secret were published."""

    kind = "lottery.sealed"

    number: int


@dataclass(frozen=True, kw_only=True)
class LotsDrawn(Fact):
    """The lots were drawn, and the secret was published."""

    kind = "lottery.drawn"

    places: int


@dataclass(frozen=True, kw_only=True)
class LotAsked(Fact):
    """Somebody was drawn and is asked until this day. `person` is a public id, `until` ISO text."""

    kind = "lottery.asked"
    public = False

    person: str
    until: str


@dataclass(frozen=True, kw_only=True)
class LotAnswered(Fact):
    """Somebody who was drawn said yes or no."""

    kind = "lottery.answered"
    public = False

    is_yes: bool


@dataclass(frozen=True, kw_only=True)
class LotOver(Fact):
    """A place goes to the next: no answer in time, or the person left (`why`)."""

    kind = "lottery.over"
    public = False

    why: str


@dataclass(frozen=True, kw_only=True)
class HallAsked(Fact):
    """Somebody in the hall asked something, by phone or on a card; who, is not known."""

    kind = "gathering.hall_asked"
    public = False

    question: str
    on_card: bool


@dataclass(frozen=True, kw_only=True)
class HallEchoed(Fact):
    """A phone said that it is their question too."""

    kind = "gathering.hall_echoed"
    public = False

    question: str


@dataclass(frozen=True, kw_only=True)
class HallMoved(Fact):
    """The host put a question on the table, took it back, or marked it as answered: `state`."""

    kind = "gathering.hall_moved"
    public = False

    question: str
    state: str


@dataclass(frozen=True, kw_only=True)
class HallSummed(Fact):
    """In a luisterronde the host summed up what somebody asked."""

    kind = "gathering.hall_summed"
    public = False

    question: str


@dataclass(frozen=True, kw_only=True)
class HallConfirmed(Fact):
    """The speaker said whether the summary is right."""

    kind = "gathering.hall_confirmed"
    public = False

    question: str
    agrees: bool


@dataclass(frozen=True, kw_only=True)
class HallHidden(Fact):
    """The host hid a question, with a reason that everyone reads."""

    kind = "gathering.hall_hidden"
    public = False

    question: str


@dataclass(frozen=True, kw_only=True)
class HallShown(Fact):
    kind = "gathering.hall_shown"
    public = False

    question: str


@dataclass(frozen=True, kw_only=True)
class HallNoted(Fact):
    """A question became a line of the notes."""

    kind = "gathering.hall_noted"
    public = False

    question: str
