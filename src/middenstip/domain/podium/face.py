"""What this room declares to code that reads across rooms (see `kernel.face`)."""

from middenstip.domain.parties.face import WRITTEN
from middenstip.domain.podium.told import TOLD
from middenstip.kernel.face import Face, Kept, Noun, Reportable

TEXT = Reportable(
    key="editie",
    word="deze editie",
    model="podium.Edition",
    writer="person",
    of="person",
    area="area",
    noun="edition",
    page="public_id",
    hides="hide_edition",
    shows="show_edition",
)
ASK = Reportable(
    key="pitch",
    word="deze pitch",
    model="podium.Pitch",
    writer="person",
    of="person",
    area="edition__area",
    noun="pitch",
    page="public_id",
    hides="hide_pitch",
    shows="show_pitch",
)

FACE = Face(
    name="podium",
    nouns=(
        Noun(
            key="edition",
            word="pitchpodium",
            path="/podium/{}/",
            model="podium.Edition",
            name="title",
            is_linked=True,
        ),
        Noun(
            key="pitch",
            word="pitch",
            path="/pitch/{}/",
            model="podium.Pitch",
            name="ask",
            is_linked=True,
        ),
    ),
    told=TOLD,
    kept=(
        Kept(
            word="edities van een pitchpodium",
            model="podium.Edition",
            of="person",
            path="person",
            columns={
                "editie": "public_id",
                "naam": "title",
                "tekst": "what",
                "plek": "place",
                "dag": "on",
                "verborgen tekst": "hidden",
            },
            wiped="unnamed",
            under=WRITTEN,
        ),
        Kept(
            word="pitches",
            model="podium.Pitch",
            of="person",
            path="person",
            columns={
                "editie": "edition__public_id",
                "initiatief": "initiative__public_id",
                "vraag": "ask",
                "stand": "state",
                "op": "at",
                "verborgen tekst": "hidden",
            },
            wiped="unnamed",
            under=WRITTEN,
        ),
        Kept(
            word="toezeggingen bij een pitch",
            model="podium.Promise",
            of="person",
            path="person",
            columns={
                "pitch": "pitch__public_id",
                "soort": "kind",
                "wat": "what",
                "bedrag": "euros",
                "uiterlijk": "until",
                "op": "at",
            },
            wiped="unnamed",
            under=WRITTEN,
        ),
    ),
    not_kept={
        "podium.Edition.seat": "the edition stands with the person who announced it",
        "podium.Promise.seat": "the promise stands with the person who made it",
    },
    reportable=(TEXT, ASK),
)
