"""The Dutch sentence for each fact of this room, or `Silent` with the reason why there is none."""

from middenstip.domain.areas import facts
from middenstip.journal.told import Sayings, Silent, Told

_SHOWN = Silent("the front page shows which areas take part")
TOLD: Sayings = {
    facts.AreaDrawn: Told(sentence="{who} tekende een eigen gebied: {area}."),
    facts.AreaOpened: _SHOWN,
    facts.AreaClosed: _SHOWN,
    facts.AreaRemoved: Silent("nothing had happened there, so there is no story"),
}
