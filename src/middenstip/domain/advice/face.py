"""What this room declares to code that reads across rooms (see `kernel.face`)."""

from typing import Any

from middenstip.domain.advice.lifecycle import ANSWERED, GIVEN, READABLE
from middenstip.domain.advice.told import TOLD
from middenstip.domain.parties.face import WRITTEN
from middenstip.kernel.face import Face, Kept, Noun, Reportable

ASKED = Reportable(
    key="adviesvraag",
    word="deze vraag om advies",
    model="advice.AdviceRequest",
    writer="seat",
    of="seat",
    area="area",
    noun="advice",
    page="public_id",
    hides="hide_request",
    shows="show_request",
    only={"state__in": READABLE},
)
SAID = Reportable(
    key="advies",
    word="dit advies",
    model="advice.Advice",
    writer="person",
    of="person",
    area="request__area",
    noun="advice",
    page="request__public_id",
    hides="hide_advice",
    shows="show_advice",
    only={"state__in": (GIVEN, *ANSWERED)},
)


def _turns() -> Any:
    from middenstip.domain.advice.turns import TURNS

    return TURNS


FACE = Face(
    name="advice",
    nouns=(
        Noun(
            key="advice",
            word="vraag om advies",
            path="/advies/{}/",
            model="advice.AdviceRequest",
            name="question",
            is_long=True,
            is_linked=True,
        ),
    ),
    told=TOLD,
    turns=_turns,
    kept=(
        Kept(
            word="gegeven adviezen",
            model="advice.Advice",
            of="person",
            path="person",
            columns={
                "vraag om advies": "request__public_id",
                "advies": "text",
                "waarom ik hier iets van weet": "because",
                "stand": "state",
                "antwoord": "answer",
                "op": "at",
                "verborgen tekst": "hidden",
            },
            wiped="unnamed",
            under=WRITTEN,
        ),
    ),
    not_kept={
        "advice.AdviceRequest.seat": "the seat is of an organisation, which asks and answers",
    },
    reportable=(ASKED, SAID),
)
