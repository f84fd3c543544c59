"""What this room declares to code that reads across rooms (see `kernel.face`)."""

from typing import Any

from middenstip.domain.goals.facts import GoalHidden, GoalOpened, GoalShown
from middenstip.domain.goals.lifecycle import GOAL
from middenstip.domain.goals.told import TOLD
from middenstip.domain.parties.face import WRITTEN
from middenstip.kernel.face import Face, Kept, Noun, Reportable, Retention, Searched, TakesPart

_GOAL = "goal__public_id"

CHAIRS = TakesPart(
    key="all_tables",
    why="je aan tafel zit bij dit initiatief",
    model="goals.Chair",
    initiative="goal__initiative",
    seat="seat",
    only={"left_at": None},
    place=50,
    half=True,
    half_only={"seat__confirmed_at__isnull": False},
    half_never={"goal__state__in": GOAL.ends},
)

INVITED = Retention(
    what="Het e-mailadres van iemand die jij aan tafel uitnodigt",
    why="Om één mail te sturen, en om te weten dat die uitnodiging voor dat adres is.",
    long="Tot iemand ja of nee zegt of de uitnodiging wordt ingetrokken, hooguit veertien dagen.",
)


TEXT = Reportable(
    key="opgave",
    word="deze opgave",
    model="goals.Goal",
    writer="raised_by",
    of="seat",
    area="area",
    noun="goal",
    page="public_id",
    hides="hide_goal",
    shows="show_goal",
)


SEARCHED = Searched(
    noun="goal",
    texts=("title", "question"),
    reader="search_goals",
    kinds=(GoalOpened.kind, GoalHidden.kind, GoalShown.kind),
    index="opgave",
    only={"hidden__isnull": True},
    half="raised_half",
)


def _turns() -> Any:
    from middenstip.domain.goals.turns import TURNS

    return TURNS


def _holders() -> Any:
    from middenstip.domain.goals.files import HOLDERS

    return HOLDERS


FACE = Face(
    name="goals",
    nouns=(
        Noun(
            key="goal",
            word="opgave",
            path="/opgave/{}/",
            model="goals.Goal",
            name="title",
            is_linked=True,
        ),
        Noun(
            key="board",
            word="bestuur van de opgave",
            path="/opgave/{}/bestuur/",
            model="goals.Goal",
            name="title",
        ),
    ),
    told=TOLD,
    turns=_turns,
    holders=_holders,
    retention=(INVITED,),
    kept=(
        Kept(
            word="opgaven",
            model="goals.Goal",
            of="seat",
            path="raised_by",
            columns={"opgave": "public_id", "naam": "title", "waarover": "question", "op": "opened_at"},
            wiped="unnamed",
            under=WRITTEN,
        ),
        Kept(
            word="stoelen",
            model="goals.Chair",
            of="seat",
            path="seat",
            columns={"opgave": _GOAL, "van": "joined_at", "tot": "left_at"},
            wiped="unnamed",
            under=WRITTEN,
        ),
        Kept(
            word="briefjes",
            model="goals.Letter",
            of="seat",
            path="seat",
            columns={"opgave": _GOAL, "tekst": "text", "op": "written_at"},
            wiped="unnamed",  # a sealed letter is deleted: nobody else has read it
            under=WRITTEN,
        ),
        Kept(
            word="briefjes in eigen woorden",
            model="goals.Restatement",
            of="seat",
            path="seat",
            columns={
                "opgave": _GOAL,
                "tekst": "text",
                "stand": "state",
                "verbetering": "correction",
                "op": "at",
            },
            wiped="unnamed",
            under=WRITTEN,
        ),
        Kept(
            word="versies",
            model="goals.Version",
            of="seat",
            path="by",
            columns={"opgave": _GOAL, "tekst": "text", "op": "at"},
            wiped="unnamed",
            under=WRITTEN,
        ),
        Kept(
            word="antwoorden",
            model="goals.Answer",
            of="seat",
            path="seat",
            columns={
                "opgave": "version__goal__public_id",
                "antwoord": "answer",
                "tenzij": "condition",
                "op": "at",
            },
            wiped="unnamed",
            under=WRITTEN,
        ),
        Kept(
            word="vragen om een stoel",
            model="goals.Request",
            of="seat",
            path="seat",
            columns={"opgave": _GOAL, "waarom": "word", "stand": "state", "antwoord": "reply", "op": "at"},
            wiped="unnamed",
            under=WRITTEN,
        ),
        Kept(
            word="vragen om een stoel, als persoon",
            model="goals.Request",
            of="person",
            path="person",
            columns={"opgave": _GOAL, "op": "at"},
            wiped="unnamed",
            under=WRITTEN,
        ),
        Kept(
            word="uitnodigingen",
            model="goals.Invitation",
            of="seat",
            path="seat",
            columns={"opgave": _GOAL, "stand": "state", "woord": "word", "op": "at", "tot": "until"},
            wiped="unnamed",
            under=WRITTEN,
        ),
        Kept(
            word="gebruikte uitnodigingen",
            model="goals.Use",
            of="person",
            path="person",
            columns={"opgave": "link__goal__public_id", "op": "at"},
            wiped="gone",
            under=INVITED,
        ),
        Kept(
            word="opgeschreven bezoeken van het bestuur",
            model="goals.Visit",
            of="seat",
            path="by",
            columns={"opgave": _GOAL, "dag": "on", "wat": "note", "stand": "state", "op": "at"},
            wiped="unnamed",
            under=WRITTEN,
        ),
        Kept(
            word="verzoeken aan de tafel",
            model="goals.Motion",
            of="seat",
            path="by",
            columns={"opgave": _GOAL, "wat": "act", "waarom": "reason", "stand": "state", "op": "at"},
            wiped="unnamed",
            under=WRITTEN,
        ),
    ),
    not_kept={
        "goals.Portfolio.seat": "the seat is of an organisation, and speaks for it in public",
        "goals.Portfolio.by": "the seat is of an organisation, which asks its own bestuur",
        "goals.Invitation.by": "it stands with the seat that was asked",
        "goals.Link.by": "it is deleted with the seat, and names nobody after its last day",
        "goals.Consent.seat": "the yes of a half, told as the act of the table",
    },
    takes_part=(CHAIRS,),
    searched=(SEARCHED,),
    reportable=(TEXT,),
)
