"""What this room declares to code that reads across rooms (see `kernel.face`)."""

from typing import Any

from middenstip.domain.parties.face import WRITTEN
from middenstip.domain.reactions.told import TOLD
from middenstip.kernel.face import Face, Kept, Noun, Reportable


def _turns() -> Any:
    from middenstip.domain.reactions.turns import TURNS

    return TURNS


TEXT = Reportable(
    key="reactie",
    word="deze reactie",
    model="reactions.Reaction",
    writer="person",
    of="person",
    area="area",
    with_=tuple(
        f"talk__{thing}__area" for thing in ("agreement", "goal", "initiative", "question_asked", "study")
    ),
    noun="reaction",
    page="public_id",
    hides="hide_reaction",
    shows="show_reaction",
    only={"state__in": ("shown", "hidden")},
)

FACE = Face(
    name="reactions",
    nouns=(
        Noun(key="reaction", word="reactie", path="/reactie/{}/", model="reactions.Reaction", name="kind"),
    ),
    told=TOLD,
    turns=_turns,
    reportable=(TEXT,),
    kept=(
        Kept(
            word="reacties",
            model="reactions.Reaction",
            of="person",
            path="person",
            columns={
                "reactie": "public_id",
                "initiatief": "talk__initiative__public_id",
                "soort": "kind",
                "tekst": "text",
                "stand": "state",
                "op": "at",
                "aangepast": "changed_at",
            },
            wiped="unnamed",
            under=WRITTEN,
        ),
        Kept(
            word="herkend",
            model="reactions.Recognition",
            of="person",
            path="person",
            columns={"reactie": "reaction__public_id", "op": "at"},
            wiped="unnamed",
            under=WRITTEN,
        ),
    ),
    not_kept={"reactions.Reaction.seat": "the reaction stands with the person who wrote it"},
)
