"""The Dutch sentence for each fact of this room, or `Silent` with the reason why there is none."""

from middenstip.domain.parties import facts
from middenstip.journal.told import Sayings, Silent, Told

_OWN = Silent("who a person is and in which seat is private")

TOLD: Sayings = {
    facts.PersonRegistered: _OWN,
    facts.PersonErased: _OWN,
    facts.SideChosen: Told(sentence="{organisation} koos een helft: {chosen}.", halves=("chosen",)),
    facts.TermChosen: Silent("the page of the organisation shows its terms"),
    facts.LogicWritten: Silent("the page of the organisation and its tables show it"),
    facts.LogicChecked: Silent("the page of the organisation shows the day"),
    facts.SeatTaken: _OWN,
    facts.SeatGiven: _OWN,
    facts.SeatLeft: _OWN,
    facts.SeatConfirmed: _OWN,
    facts.HandoverOpened: _OWN,
    facts.HandoverConfirmed: Silent("the other side of the promise is told"),
    facts.HandoverDeclined: Silent("the manager is told"),
    facts.HandoverRang: Silent("the seat and its manager are told"),
    facts.ApplicationMade: _OWN,
    facts.ApplicationAccepted: Silent("the choice of a half is told"),
    facts.ApplicationRefused: _OWN,
    facts.RoleGranted: Silent("the page of an area shows who holds which role"),
    facts.RoleEnded: Silent("the page of an area shows who holds which role"),
}
