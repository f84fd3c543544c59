"""What this room declares to code that reads across rooms (see `kernel.face`)."""

from middenstip.domain.budgeting.lifecycle import FEASIBLE, PROPOSED, REFUSED
from middenstip.domain.budgeting.told import TOLD
from middenstip.domain.parties.face import WRITTEN
from middenstip.kernel.face import Face, Kept, Noun, Reportable

PLAN = Reportable(
    key="plan",
    word="dit plan",
    model="budgeting.Plan",
    writer="person",
    of="person",
    area="budget__area",
    noun="budget",
    page="budget__public_id",
    hides="hide_plan",
    shows="show_plan",
    only={"state__in": (PROPOSED, FEASIBLE, REFUSED), "person__isnull": False},
)

FACE = Face(
    name="budgeting",
    nouns=(
        Noun(
            key="budget",
            word="begroting",
            path="/begroting/{}/",
            model="budgeting.Budget",
            name="title",
            is_linked=True,
        ),
    ),
    told=TOLD,
    kept=(
        Kept(
            word="opgezette begrotingen",
            model="budgeting.Budget",
            of="person",
            path="person",
            columns={
                "begroting": "public_id",
                "naam": "title",
                "waar het voor is": "text",
                "stand": "state",
                "op": "drafted_at",
            },
            wiped="unnamed",
            under=WRITTEN,
        ),
        Kept(
            word="ja tegen de spelregels van een begroting",
            model="budgeting.Assent",
            of="person",
            path="person",
            columns={"begroting": "budget__public_id", "helft": "half", "op": "at"},
            wiped="unnamed",
            under=WRITTEN,
        ),
        Kept(
            word="plannen voor een begroting",
            model="budgeting.Plan",
            of="person",
            path="person",
            columns={
                "begroting": "budget__public_id",
                "plan": "public_id",
                "naam": "title",
                "tekst": "text",
                "waar": "place",
                "stand": "state",
                "op": "at",
                "verborgen tekst": "hidden",
            },
            wiped="unnamed",
            under=WRITTEN,
        ),
    ),
    not_kept={
        "budgeting.Budget.seat": "the budget stands with the person who drafted it",
        "budgeting.Budget.checker": "the function that judges, not what a person wrote",
        "budgeting.Assent.seat": "the yes stands with the person who gave it",
        "budgeting.Plan.seat": "the plan stands with the person who proposed it",
        "budgeting.PaperBallot.first_by": "emptied when the ballots are counted",
        "budgeting.PaperBallot.second_by": "emptied when the ballots are counted",
    },
    reportable=(PLAN,),
)
