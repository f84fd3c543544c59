"""What this room declares to code that reads across rooms (see `kernel.face`)."""

from middenstip.domain.areas.told import TOLD
from middenstip.kernel.face import Face, Noun, Searched

FACE = Face(
    name="areas",
    nouns=(
        Noun(
            key="area",
            word="gebied",
            path="/gebied/{}/",
            model="areas.Area",
            name="name",
            code="code",
        ),
    ),
    told=TOLD,
    searched=(Searched(noun="area", texts=("name",)),),
)
