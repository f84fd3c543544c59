"""The rooms from the bottom of the import order to the top: the one list for settings, tests and tools.

`reports` is not in the list: it collects what the rooms declare, and declares nothing itself.
"""

from __future__ import annotations

from functools import cache

from middenstip.domain.advice import face as advice
from middenstip.domain.agreements import face as agreements
from middenstip.domain.areas import face as areas
from middenstip.domain.baseline import face as baseline
from middenstip.domain.budgeting import face as budgeting
from middenstip.domain.deliberation import face as deliberation
from middenstip.domain.files import face as files
from middenstip.domain.gatherings import face as gatherings
from middenstip.domain.goals import face as goals
from middenstip.domain.initiatives import face as initiatives
from middenstip.domain.intake import face as intake
from middenstip.domain.labs import face as labs
from middenstip.domain.learning import face as learning
from middenstip.domain.matching import face as matching
from middenstip.domain.moderation import face as moderation
from middenstip.domain.parties import face as parties
from middenstip.domain.podium import face as podium
from middenstip.domain.projects import face as projects
from middenstip.domain.questions import face as questions
from middenstip.domain.reactions import face as reactions
from middenstip.domain.signals import face as signals
from middenstip.domain.site import face as site
from middenstip.journal.told import Silent, Told
from middenstip.kernel.face import Face, Noun, Reportable, Searched
from middenstip.kernel.holder import Holder

ROOMS: tuple[Face[Told | Silent], ...] = (
    areas.FACE,
    parties.FACE,
    files.FACE,
    site.FACE,
    baseline.FACE,
    initiatives.FACE,
    goals.FACE,
    labs.FACE,
    budgeting.FACE,
    learning.FACE,
    podium.FACE,
    gatherings.FACE,
    deliberation.FACE,
    questions.FACE,
    intake.FACE,
    matching.FACE,
    advice.FACE,
    agreements.FACE,
    reactions.FACE,
    projects.FACE,
    moderation.FACE,
    signals.FACE,
)
STAIRS: tuple[str, ...] = (*(room.name for room in ROOMS), "reports")
NOUNS: dict[str, Noun] = {noun.key: noun for room in ROOMS for noun in room.nouns}

REPORTABLE: dict[str, Reportable] = {one.key: one for room in ROOMS for one in room.reportable}

# What is in the index of all texts, by its kind there.
SEARCHED: dict[str, tuple[Noun, Searched]] = {
    one.index: (NOUNS[one.noun], one) for room in ROOMS for one in room.searched if one.index
}


def path_to(noun: str, public_id: str) -> str:
    """The path of the page of this thing: `path_to("goal", "7q3")` is `/opgave/7q3/`."""
    return NOUNS[noun].path.format(public_id)


@cache
def holders() -> dict[str, Holder]:
    """Everything that can hold photos and documents, by its noun, as the rooms announce it."""
    return {one.noun: one for room in ROOMS if room.holders for one in room.holders()}
