"""What this room declares to code that reads across rooms (see `kernel.face`)."""

from typing import Any

from middenstip.domain.agreements.facts import (
    AgreementChanged,
    AgreementHidden,
    AgreementProposed,
    AgreementShown,
)
from middenstip.domain.agreements.lifecycle import DONE, OPEN, VOID
from middenstip.domain.agreements.told import TOLD
from middenstip.domain.parties.face import WRITTEN
from middenstip.kernel.face import Acted, Face, Kept, Noun, Reportable, Searched, TakesPart

SIGNERS = TakesPart(
    key="all_signers",
    why="jouw zetel een afspraak tekent bij dit initiatief",
    model="agreements.Signature",
    initiative="agreement__initiative",
    seat="seat",
    never={"agreement__state__in": VOID},
    place=60,
    half=True,
    half_only={"at__isnull": False, "agreement__state__in": (OPEN, DONE)},
)


TEXT = Reportable(
    key="afspraak",
    word="deze afspraak",
    model="agreements.Agreement",
    writer="proposed_by",
    of="seat",
    area="area",
    noun="agreement",
    page="public_id",
    hides="hide_agreement",
    shows="show_agreement",
)


SEARCHED = Searched(
    noun="agreement",
    texts=("what", "conditions"),
    reader="search_agreements",
    kinds=(AgreementProposed.kind, AgreementChanged.kind, AgreementHidden.kind, AgreementShown.kind),
    index="afspraak",
    only={"hidden__isnull": True},
    half="promisor__half",
)


def _turns() -> Any:
    from middenstip.domain.agreements.turns import TURNS

    return TURNS


def _holders() -> Any:
    from middenstip.domain.agreements.files import HOLDERS

    return HOLDERS


FACE = Face(
    name="agreements",
    nouns=(
        Noun(
            key="agreement",
            word="afspraak",
            path="/afspraak/{}/",
            model="agreements.Agreement",
            name="what",
            more="due_on",
            acted=Acted(
                model="agreements.Signature", thing="agreement", half="seat__half", only={"at__isnull": False}
            ),
            is_long=True,
            is_linked=True,
        ),
    ),
    told=TOLD,
    turns=_turns,
    holders=_holders,
    kept=(
        Kept(
            word="beloften",
            model="agreements.Agreement",
            of="seat",
            path="promisor",
            columns={
                "afspraak": "public_id",
                "wat": "what",
                "als": "conditions",
                "stand": "state",
                "op": "proposed_at",
            },
            wiped="unnamed",
            under=WRITTEN,
        ),
        Kept(
            word="beloofd aan jou",
            model="agreements.Agreement",
            of="seat",
            path="promisee",
            columns={"afspraak": "public_id", "wat": "what", "stand": "state", "op": "proposed_at"},
            wiped="unnamed",
            under=WRITTEN,
        ),
        Kept(
            word="voorstellen",
            model="agreements.Agreement",
            of="seat",
            path="proposed_by",
            columns={"afspraak": "public_id", "wat": "what", "stand": "state", "op": "proposed_at"},
            wiped="unnamed",
            under=WRITTEN,
        ),
        Kept(
            word="handtekeningen",
            model="agreements.Signature",
            of="person",
            path="person",
            columns={"afspraak": "agreement__public_id", "zin": "sentence", "op": "at"},
            wiped="unnamed",
            under=WRITTEN,
        ),
    ),
    not_kept={"agreements.Signature.seat": "what was signed stands with the person who signed"},
    takes_part=(SIGNERS,),
    searched=(SEARCHED,),
    reportable=(TEXT,),
)
