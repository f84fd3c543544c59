"""The Dutch sentence for each fact of this room, or `Silent` with the reason why there is none."""

from middenstip.domain.podium import facts
from middenstip.journal.told import Sayings, Silent, Told

_ON_PAGE = Silent("the page shows it as it is now")

TOLD: Sayings = {
    facts.EditionAnnounced: Told(sentence="{who} kondigde een pitchpodium aan: {edition}"),
    facts.EditionArchived: Told(sentence="{who} sloot de avond af: {edition}"),
    facts.PitchOffered: Told(sentence="{who} meldde een pitch aan: {pitch}"),
    facts.EditionStepped: _ON_PAGE,
    facts.EditionHidden: _ON_PAGE,
    facts.EditionShown: _ON_PAGE,
    facts.PitchChosen: Silent("only the one who pitches hears it"),
    facts.PitchDropped: _ON_PAGE,
    facts.PitchPromised: Silent("the agreement that it becomes is told by its own room"),
    facts.CardClaimed: Silent("the agreement that it becomes is told by its own room"),
    facts.PitchHidden: _ON_PAGE,
    facts.PitchShown: _ON_PAGE,
}
