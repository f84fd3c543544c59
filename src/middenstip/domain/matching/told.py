"""The Dutch sentence for each fact of this room, or `Silent` with the reason why there is none."""

from middenstip.domain.matching import facts
from middenstip.journal.told import Choice, Sayings, Silent, Told

_ON_PAGE = Silent("the page shows it as it is now")
_BETWEEN_TWO = Silent("it is between two people")

TOLD: Sayings = {
    facts.ListingPlaced: Told(
        sentence=Choice("way", {"offer": "{who} biedt iets aan: {listing}."}, "{who} zoekt iets: {listing}.")
    ),
    facts.ListingChanged: _ON_PAGE,
    facts.ListingConfirmed: _ON_PAGE,
    facts.ListingQuestioned: _ON_PAGE,
    facts.ListingSlept: _ON_PAGE,
    facts.ListingWithdrawn: _ON_PAGE,
    facts.ListingHidden: _ON_PAGE,
    facts.ListingShown: _ON_PAGE,
    facts.SuggestionMade: Silent("it is for one person"),
    facts.IntroductionAsked: _BETWEEN_TWO,
    facts.IntroductionAccepted: _BETWEEN_TWO,
    facts.IntroductionDeclined: _BETWEEN_TWO,
    facts.IntroductionWritten: _BETWEEN_TWO,
    facts.IntroductionEnded: _BETWEEN_TWO,
    facts.DealMade: _BETWEEN_TWO,
    facts.DealUndone: _BETWEEN_TWO,
    facts.DealDone: Told(sentence="{who} bedankte een ander voor hulp in de buurt."),
    facts.MovementProposed: Silent("nobody reads it before a second initiative says yes"),
    facts.MovementInvited: Silent("it waits for a yes"),
    facts.MovementWanted: Silent("it waits for a yes"),
    facts.MovementBegun: Told(sentence="{who} zei ja: de beweging {movement} begon."),
    facts.MovementJoined: Told(sentence="Er ging een initiatief meedoen met de beweging {movement}."),
    facts.MovementDeclined: Silent("a no is between them"),
    facts.MovementRefused: Silent("a no is between them"),
    facts.MovementLeft: Told(sentence="Er ging een initiatief uit de beweging {movement}."),
    facts.MovementChanged: _ON_PAGE,
    facts.MovementEnded: Told(sentence="De beweging {movement} stopte: er bleef te weinig over."),
    facts.MovementHidden: _ON_PAGE,
    facts.MovementShown: _ON_PAGE,
}
