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
}
