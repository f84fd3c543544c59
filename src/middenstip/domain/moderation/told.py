"""Nothing of this room is told in public; the people it concerns get a notice."""

from middenstip.domain.moderation import facts
from middenstip.journal.told import Sayings, Silent

_OWN = Silent("only the people it concerns hear it")
TOLD: Sayings = {
    facts.ReviewOpened: _OWN,
    facts.ComplaintMade: _OWN,
    facts.ReviewDecided: _OWN,
    facts.ReviewAppealed: _OWN,
    facts.ReviewJudged: _OWN,
    facts.SweepMade: _OWN,
    facts.SweepUndone: _OWN,
}
