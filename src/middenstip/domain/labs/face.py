"""What this room declares to code that reads across rooms (see `kernel.face`)."""

from typing import Any

from middenstip.domain.labs.told import TOLD
from middenstip.domain.parties.face import WRITTEN
from middenstip.kernel.face import Face, Kept, Noun, Reportable, Retention

TEXT = Reportable(
    key="lab",
    word="dit lab",
    model="labs.Lab",
    writer="person",
    of="person",
    area="area",
    noun="lab",
    page="public_id",
    hides="hide_lab",
    shows="show_lab",
)
CHECKED = Retention(
    what="Of je de rolcheck van een lab haalde",
    why="Zonder rolcheck ben je geen gastheer of gastvrouw van een lab.",
    long="De dag waarop je hem haalde, en hoe vaak je hem deed. Tot je je laat wissen.",
)


IDEAS = Retention(
    what="Ideeën op de wand van een lab",
    why="Om ze te delen met wie er komt. We bewaren geen naam of adres, en niet wie het schreef.",
    long="Tot wie het schreef het weghaalt, of een gastheer of gastvrouw. Wat zestig dagen wacht, gaat weg.",
)

TASKS = Retention(
    what="Taken van een lab die je oppakte",
    why="Zodat niet twee mensen hetzelfde doen, en het lab weet wie ermee bezig is.",
    long="Tot je de taak teruggeeft of je je laat wissen. Een klare taak gaat na een halfjaar van het bord.",
)
VISITS = Retention(
    what="Een bezoek dat je vroeg aan de plek van een lab",
    why="Om een dag en een tijd af te spreken. Alleen jij en wie het lab draagt lezen wat je nodig hebt.",
    long="Wat je nodig hebt: tot zeven dagen na het bezoek. De rest: tot vier weken erna.",
)
DAYS = Retention(
    what="De weekdagen waarop je bij een lab bent dat je draagt",
    why="Zodat wie langskomt, weet wie er is. Iedereen leest het.",
    long="Tot je andere dagen kiest, stopt met dragen, of je laat wissen.",
)


def _turns() -> Any:
    from middenstip.domain.labs.turns import TURNS

    return TURNS


FACE = Face(
    name="labs",
    turns=_turns,
    nouns=(
        Noun(key="lab", word="lab", path="/lab/{}/", model="labs.Lab", name="name", is_linked=True),
        Noun(key="lab_place", word="plek", path="/plek/{}/", model="labs.LabPlace", name="name"),
        Noun(key="lab_board", word="takenbord", path="/lab/{}/taken/", model="labs.Lab", name="name"),
        Noun(key="lab_visit", word="bezoek", path="/bezoek/{}/", model="labs.LabVisit", name="name"),
    ),
    told=TOLD,
    kept=(
        Kept(
            word="plannen voor een lab",
            model="labs.Lab",
            of="person",
            path="person",
            columns={
                "lab": "public_id",
                "naam": "name",
                "waarvoor": "aim",
                "geld": "money",
                "stand": "state",
                "waarom dicht": "why_closed",
                "op": "planned_at",
                "verborgen tekst": "hidden",
            },
            wiped="unnamed",
            under=WRITTEN,
        ),
        Kept(
            word="labs die je draagt",
            model="labs.LabHost",
            of="person",
            path="person",
            columns={"lab": "lab__public_id", "helft": "half", "stand": "state", "op": "at"},
            wiped="unnamed",
            under=WRITTEN,
        ),
        Kept(
            word="rolcheck",
            model="labs.RoleCheck",
            of="person",
            path="person",
            columns={"keren gedaan": "tries", "laatst gedaan": "tried_at", "gehaald": "passed_at"},
            wiped="gone",
            under=CHECKED,
        ),
        Kept(
            word="dagen waarop je bij een lab bent",
            model="labs.HostDays",
            of="person",
            path="host__person",
            columns={"plek": "place__public_id", "weekdagen": "days"},
            wiped="gone",
            under=DAYS,
        ),
        Kept(
            word="taken van een lab",
            model="labs.LabTask",
            of="person",
            path="person",
            columns={
                "lab": "lab__public_id",
                "taak": "text",
                "uiterlijk": "due_on",
                "stand": "state",
                "wat ervan kwam": "came",
                "op": "moved_at",
            },
            wiped="gone",
            under=TASKS,
        ),
        Kept(
            word="bezoeken die je vroeg",
            model="labs.LabVisit",
            of="person",
            path="person",
            columns={
                "plek": "place__public_id",
                "dag": "on",
                "hoeveel mensen": "people",
                "wat je nodig hebt": "needs",
                "stand": "state",
                "komt om": "comes_at",
                "antwoord": "answer",
                "gevraagd op": "asked_at",
            },
            wiped="gone",
            under=VISITS,
        ),
    ),
    not_kept={
        "labs.Lab.seat": "the lab stands with the person who planned it",
        "labs.LabHost.seat": "the host stands with the person who joined; the seat is of an organisation",
    },
    retention=(CHECKED, IDEAS, DAYS, TASKS, VISITS),
    reportable=(TEXT,),
)
