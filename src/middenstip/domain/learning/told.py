"""The Dutch sentence for each fact of this room, or `Silent` with the reason why there is none."""

from middenstip.domain.learning import facts
from middenstip.journal.told import Choice, Sayings, Silent, Told

_UNPUBLISHED = Silent("it is not public yet")

TOLD: Sayings = {
    facts.StudyPublished: Told(
        sentence=Choice(
            "outcome",
            {
                "mislukt": "{who} vertelde wat er misging, om van te leren: {study}",
                "deels": "{who} vertelde wat wel en niet lukte, om van te leren: {study}",
            },
            "{who} vertelde hoe het lukte, om van te leren: {study}",
        )
    ),
    facts.StudyBegun: _UNPUBLISHED,
    facts.StudyChanged: _UNPUBLISHED,
    facts.StudyReviewed: _UNPUBLISHED,
    facts.StudyAgreed: _UNPUBLISHED,
    facts.StudyCorrected: _UNPUBLISHED,
    facts.StudyLeft: Silent("who left does not want to be told about"),
    facts.StudyWithdrawn: Silent("the page is gone"),
    facts.StudyHidden: Silent("the page shows it"),
    facts.StudyShown: Silent("the page shows it"),
}
