"""The Dutch sentence for each fact of this room, or `Silent` with the reason why there is none."""

from middenstip.domain.thanks import facts

from middenstip.journal.told import Sayings, Told

TOLD: Sayings = {facts.ThanksGiven: Told(sentence="{who} schreef een bedankje: {thanks}.")}
