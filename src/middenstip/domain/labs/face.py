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


def _turns() -> Any:
    from middenstip.domain.labs.turns import TURNS

    return TURNS


FACE = Face(
    name="labs",
    turns=_turns,
    nouns=(
        Noun(key="lab", word="lab", path="/lab/{}/", model="labs.Lab", name="name", is_linked=True),
        Noun(key="lab_place", word="plek", path="/plek/{}/", model="labs.LabPlace", name="name"),
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
    ),
    not_kept={
        "labs.Lab.seat": "the lab stands with the person who planned it",
        "labs.LabHost.seat": "the host stands with the person who joined; the seat is of an organisation",
    },
    retention=(CHECKED, IDEAS),
    reportable=(TEXT,),
)
