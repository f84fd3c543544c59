"""What this room declares to code that reads across rooms (see `kernel.face`)."""

from typing import Any

from middenstip.domain.parties.face import WRITTEN
from middenstip.domain.signals.told import TOLD
from middenstip.kernel.face import Face, Kept, Noun, Reportable

TEXT = Reportable(
    key="signaal",
    word="dit signaal",
    model="signals.Signal",
    writer="person",
    of="person",
    area="area",
    noun="signal",
    page="public_id",
    hides="hide_signal",
    shows="show_signal",
)
_FUNCTION = "who answers acts in a function, for the organisation"


def _turns() -> Any:
    from middenstip.domain.signals.turns import TURNS

    return TURNS


FACE = Face(
    name="signals",
    nouns=(
        Noun(
            key="signal",
            word="signaal",
            path="/signaal/{}/",
            model="signals.Signal",
            name="title",
            is_long=True,
            is_linked=True,
        ),
        Noun(
            key="policy",
            word="nieuw beleid",
            path="/beleid/{}/",
            model="signals.Policy",
            name="title",
            is_long=True,
            is_linked=True,
        ),
    ),
    told=TOLD,
    turns=_turns,
    kept=(
        Kept(
            word="signalen",
            model="signals.Signal",
            of="person",
            path="person",
            columns={
                "signaal": "public_id",
                "soort": "kind",
                "wat": "title",
                "tekst": "text",
                "stand": "state",
                "op": "at",
            },
            wiped="unnamed",
            under=WRITTEN,
        ),
        Kept(
            word="gemeld bij signalen",
            model="signals.Report",
            of="person",
            path="person",
            columns={
                "signaal": "signal__public_id",
                "uren": "hours_lost",
                "waarom opnieuw": "why_again",
                "op": "at",
            },
            wiped="unnamed",
            under=WRITTEN,
        ),
        Kept(
            word="antwoorden op beleid",
            model="signals.Touch",
            of="person",
            path="initiative__initiator",
            columns={"beleid": "policy__public_id", "antwoord": "answer", "op": "answered_at"},
            wiped="unnamed",
            under=WRITTEN,
        ),
    ),
    not_kept={
        "signals.Signal.to": _FUNCTION,
        "signals.Answer.seat": _FUNCTION,
        "signals.Policy.seat": _FUNCTION,
        "signals.Report.seat": "the report stands with the person who wrote it",
    },
    reportable=(TEXT,),
)
