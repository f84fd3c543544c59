"""What this room declares to code that reads across rooms (see `kernel.face`)."""

from typing import Any

from middenstip.domain.site.told import TOLD
from middenstip.kernel.face import Face, Noun


def _holders() -> Any:
    from middenstip.domain.site.files import HOLDERS

    return HOLDERS


FACE = Face(
    name="site",
    nouns=(Noun(key="site", word="platform", path="/mijn/", model="site.Site", name="front_title"),),
    told=TOLD,
    holders=_holders,
)
