"""What this room declares to code that reads across rooms (see `kernel.face`)."""

from middenstip.domain.thanks.told import TOLD

from middenstip.domain.parties.face import WRITTEN
from middenstip.kernel.face import Face, Kept, Noun

FACE = Face(
    name="thanks",
    nouns=(
        Noun(
            key="thanks",
            word="bedankje",
            path="/bedankje/{}/",
            model="thanks.Thanks",
            name="text",
            is_long=True,
            is_linked=True,
        ),
    ),
    told=TOLD,
    kept=(
        Kept(
            word="bedankjes",
            model="thanks.Thanks",
            of="seat",
            path="seat",
            columns={"initiatief": "initiative__public_id", "tekst": "text", "op": "at"},
            wiped="unnamed",
            under=WRITTEN,
        ),
    ),
)
