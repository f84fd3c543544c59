"""What this room declares to code that reads across rooms (see `kernel.face`)."""

from middenstip.domain.baseline.told import TOLD
from middenstip.domain.parties.face import WRITTEN
from middenstip.kernel.face import Face, Kept, Noun, Reportable

SCANNED = Reportable(
    key="scan",
    word="deze scan",
    model="baseline.Scan",
    writer="person",
    of="person",
    area="area",
    noun="scan",
    page="public_id",
    hides="hide_scan",
    shows="show_scan",
)
SEEN = Reportable(
    key="waarneming",
    word="deze waarneming",
    model="baseline.Observation",
    writer="person",
    of="person",
    area="scan__area",
    noun="scan",
    page="scan__public_id",
    hides="hide_observation",
    shows="show_observation",
    only={"withdrawn_at__isnull": True},
)
READ = Reportable(
    key="herkenning",
    word="deze herkenning",
    model="baseline.Reading",
    writer="person",
    of="person",
    area="scan__area",
    noun="scan",
    page="scan__public_id",
    hides="hide_reading",
    shows="show_reading",
)
CHANGED = Reportable(
    key="effect",
    word="dit effect",
    model="baseline.Effect",
    writer="person",
    of="person",
    area="area",
    noun="effect",
    page="public_id",
    hides="hide_effect",
    shows="show_effect",
)
_SEAT = "the text stands with the person who wrote it"

FACE = Face(
    name="baseline",
    nouns=(
        Noun(
            key="scan",
            word="scan",
            path="/scan/{}/",
            model="baseline.Scan",
            name="question",
            is_long=True,
            is_linked=True,
        ),
        Noun(
            key="effect",
            word="effect",
            path="/effect/{}/",
            model="baseline.Effect",
            name="word",
            is_long=True,
            is_linked=True,
        ),
    ),
    told=TOLD,
    kept=(
        Kept(
            word="scans",
            model="baseline.Scan",
            of="person",
            path="person",
            columns={"scan": "public_id", "vraag": "question", "stand": "state", "op": "at"},
            wiped="unnamed",
            under=WRITTEN,
        ),
        Kept(
            word="waarnemingen",
            model="baseline.Observation",
            of="person",
            path="person",
            columns={
                "scan": "scan__public_id",
                "soort": "kind",
                "waar": "place",
                "tekst": "text",
                "op": "at",
                "verborgen tekst": "hidden",
            },
            wiped="unnamed",
            under=WRITTEN,
        ),
        Kept(
            word="herkenning van cijfers",
            model="baseline.Reading",
            of="person",
            path="person",
            columns={
                "scan": "scan__public_id",
                "herkend": "view",
                "ervaring": "experience",
                "valt op": "stands_out",
                "op": "at",
                "verborgen tekst": "hidden",
            },
            wiped="unnamed",
            under=WRITTEN,
        ),
        Kept(
            word="wat een initiatief zegt te hebben geholpen",
            model="baseline.Claim",
            of="person",
            path="person",
            columns={"scan": "scan__public_id", "initiatief": "initiative", "cijfer": "key", "op": "at"},
            wiped="unnamed",
            under=WRITTEN,
        ),
        Kept(
            word="effecten van initiatieven",
            model="baseline.Effect",
            of="person",
            path="person",
            columns={"initiatief": "initiative", "wat": "word", "begin": "start", "op": "at"},
            wiped="unnamed",
            under=WRITTEN,
        ),
        Kept(
            word="metingen van effecten",
            model="baseline.EffectValue",
            of="person",
            path="person",
            columns={"effect": "effect__public_id", "waarde": "value", "gemeten op": "on", "op": "at"},
            wiped="unnamed",
            under=WRITTEN,
        ),
    ),
    not_kept={
        "baseline.Scan.seat": _SEAT,
        "baseline.Observation.seat": _SEAT,
        "baseline.Reading.seat": _SEAT,
    },
    reportable=(SCANNED, SEEN, READ, CHANGED),
)
