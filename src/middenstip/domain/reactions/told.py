"""The Dutch sentence for each fact of this room, or `Silent` with the reason why there is none."""

from middenstip.domain.reactions import facts
from middenstip.journal.told import Choice, Sayings, Silent, Told

_ON_PAGE = Silent("the page shows the reaction as it is now")

TOLD: Sayings = {
    facts.ReactionPlaced: Told(
        sentence=Choice(
            "about",
            {
                "goal": "{who} reageerde bij een tafel.",
                "agreement": "{who} reageerde op een afspraak van {initiative}.",
                "question": "{who} reageerde op een vraag.",
                "study": "{who} reageerde op een voorbeeld.",
                "news": "{who} reageerde op nieuws over {initiative}.",
            },
            "{who} reageerde op {initiative}.",
        )
    ),
    facts.ReactionAnswered: Told(
        sentence=Choice(
            "sort",
            {
                "concern": "{who} gaf antwoord op een zorg.",
                "question": "{who} gaf antwoord op een vraag.",
            },
            "{who} gaf antwoord op een reactie.",
        )
    ),
    facts.ReactionReplied: Silent("a reply is read below its reaction"),
    facts.ReactionChanged: _ON_PAGE,
    facts.ReactionWithdrawn: _ON_PAGE,
    facts.ReactionHidden: _ON_PAGE,
    facts.ReactionRestored: _ON_PAGE,
}
