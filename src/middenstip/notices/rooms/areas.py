"""Who is told what about areas."""

from middenstip.domain.areas import facts
from middenstip.journal.told import Silent
from middenstip.notices.policy import Post

_SHOWN = Silent("the front page shows which areas take part")
POST = Post(
    heard={
        facts.AreaDrawn: Silent("the map shows it"),
        facts.AreaOpened: _SHOWN,
        facts.AreaClosed: _SHOWN,
        facts.AreaRemoved: Silent("nothing had happened there, so nobody followed anything"),
    }
)
