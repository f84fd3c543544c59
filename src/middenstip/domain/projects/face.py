"""What this room declares to code that reads across rooms (see `kernel.face`)."""

from typing import Any

from middenstip.domain.parties.face import WRITTEN
from middenstip.domain.projects.told import TOLD
from middenstip.kernel.face import Acted, Face, Kept, Noun, TakesPart

TEAM = TakesPart(
    key="project_team",
    why="jouw zetel in het team van dit project zit",
    model="projects.Member",
    initiative="project__initiative",
    seat="seat",
    place=70,
    half=True,
)


def _turns() -> Any:
    from middenstip.domain.projects.turns import TURNS

    return TURNS


def _holders() -> Any:
    from middenstip.domain.projects.files import HOLDERS

    return HOLDERS


FACE = Face(
    name="projects",
    nouns=(
        Noun(
            key="project",
            word="project",
            path="/project/{}/",
            model="projects.Project",
            name="title",
            is_linked=True,
            acted=Acted(model="projects.Member", thing="project", half="seat__half"),
        ),
        Noun(
            key="order",
            word="opdracht",
            path="/opdracht/{}/",
            model="projects.Order",
            name="what",
            is_long=True,
            is_linked=True,
        ),
        Noun(
            key="booking",
            word="boeking",
            path="/boeking/{}/",
            model="projects.Booking",
            name="text",
            is_long=True,
        ),
    ),
    told=TOLD,
    turns=_turns,
    holders=_holders,
    kept=(
        Kept(
            word="wensen bij een project",
            model="projects.Wish",
            of="person",
            path="person",
            columns={
                "project": "project__public_id",
                "wens": "text",
                "antwoord": "outcome",
                "waarom": "answer",
                "op": "at",
            },
            wiped="unnamed",
            under=WRITTEN,
        ),
        Kept(
            word="taken",
            model="projects.Take",
            of="person",
            path="person",
            columns={
                "project": "task__project__public_id",
                "taak": "task__what",
                "dag": "task__day",
                "reserve": "is_reserve",
                "minuten": "minutes",
            },
            wiped="gone",
            under=WRITTEN,
        ),
        Kept(
            word="opgeleverd werk",
            model="projects.Order",
            of="person",
            path="delivered_by",
            columns={"opdracht": "public_id", "wat": "what", "op": "delivered_at"},
            wiped="unnamed",
            under=WRITTEN,
        ),
        Kept(
            word="in het team van",
            model="projects.Member",
            of="seat",
            path="seat",
            columns={"project": "project__public_id", "coördinator": "is_coordinator", "sinds": "since"},
            wiped="unnamed",
            under=WRITTEN,
        ),
        Kept(
            word="opdrachten gegeven",
            model="projects.Order",
            of="seat",
            path="client",
            columns={"opdracht": "public_id", "wat": "what", "prijs in centen": "price", "stand": "state"},
            wiped="unnamed",
            under=WRITTEN,
        ),
        Kept(
            word="opdrachten gekregen",
            model="projects.Order",
            of="seat",
            path="contractor",
            columns={"opdracht": "public_id", "wat": "what", "prijs in centen": "price", "stand": "state"},
            wiped="unnamed",
            under=WRITTEN,
        ),
        Kept(
            word="plannen",
            model="projects.Plan",
            of="seat",
            path="seat",
            columns={"project": "project__public_id", "versie": "number", "op": "at"},
            wiped="unnamed",
            under=WRITTEN,
        ),
        Kept(
            word="toekenningen",
            model="projects.Award",
            of="seat",
            path="giver",
            columns={"project": "project__public_id", "waarvoor": "name", "centen": "amount"},
            wiped="unnamed",
            under=WRITTEN,
        ),
    ),
    not_kept={
        "projects.Wish.seat": "the wish stands with the person who made it",
        "projects.Take.seat": "the task stands with the person who does it",
        "projects.Project.keeper": "it stands with the team of the project",
        "projects.Filing.to": "what was filed stands with the project",
        "projects.Filing.by_seat": "what was filed stands with the project",
        "projects.Overrun.seat": "the decision stands with the project",
        "projects.Source.giver": "who gives stands with the project",
        "projects.Booking.seat": "the books stand with the project",
        "projects.Task.asked_by": "the task stands with the project",
        "projects.Check.owner": "the step stands with the project",
    },
    takes_part=(TEAM,),
)
