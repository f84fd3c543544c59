"""What this room declares to code that reads across rooms (see `kernel.face`)."""

from typing import Any

from middenstip.domain.gatherings import facts
from middenstip.domain.gatherings.told import TOLD
from middenstip.domain.parties.face import WRITTEN
from middenstip.kernel.face import Face, Kept, Noun, Reportable, Retention, Searched

TEXT = Reportable(
    key="bijeenkomst",
    word="deze bijeenkomst",
    model="gatherings.Gathering",
    writer="person",
    of="person",
    area="area",
    noun="gathering",
    page="public_id",
    hides="hide_gathering",
    shows="show_gathering",
)
COMES = Retention(
    what="Dat je naar een bijeenkomst komt",
    why="Wie organiseert, weet zo hoeveel stoelen nodig zijn. Alleen die en jij zien het.",
    long="Negentig dagen na afloop gaat het weg. Is het besloten, dan blijft het tot je je laat wissen.",
)

ON_PHOTOS = Retention(
    what="Wie er op een foto van een bijeenkomst staat, in woorden en zonder naam",
    why="Een foto staat er pas als iedereen die herkenbaar is, ja zei. Alleen wie organiseert, leest dit.",
    long="Zolang de foto er staat. Zegt iemand nee, of niet iedereen binnen dertig dagen ja, dan gaat alles"
    " weg, ook de foto zelf.",
)
OWN_CALENDAR = Retention(
    what="Het geheime adres van je eigen agenda",
    why="Je eigen agenda leest er waar je komt. Wie het adres kent, kan dat ook.",
    long="Tot je een nieuw adres maakt, of je laat wissen.",
)
DRAWN = Retention(
    what="Dat je geloot mag worden voor bijeenkomsten, waar en voor welke helft; en je nummer in een loting",
    why="Zo kan iedereen geloot worden die dat wil. In de lijst staan alleen nummers: alleen jij weet welk"
    " nummer van jou is.",
    long="Tot je zegt dat het niet meer hoeft, of je laat wissen. Van een loting gaat negentig dagen na de"
    " bijeenkomst weg van wie een nummer was.",
)
ASKED_IN_HALL = Retention(
    what="Vragen die je tijdens een bijeenkomst stelt, per telefoon of op een kaart",
    why="Om ze samen te beantwoorden. We bewaren geen naam of adres, en niet wie het vroeg. Je telefoon"
    " onthoudt een code zonder betekenis, zodat ‘Ook mijn vraag’ één keer telt.",
    long="De vraag blijft bij de bijeenkomst staan. De code gaat een dag na afloop weg.",
)
SEARCHED = Searched(
    noun="gathering",
    texts=("title", "what", "place"),
    reader="search_gatherings",
    index="bijeenkomst",
    only={"hidden__isnull": True, "is_closed": False},
    theme="theme",
    kinds=(
        facts.GatheringAnnounced.kind,
        facts.GatheringChanged.kind,
        facts.GatheringMoved.kind,
        facts.GatheringHidden.kind,
        facts.GatheringShown.kind,
    ),
)


def _turns() -> Any:
    from middenstip.domain.gatherings.turns import TURNS

    return TURNS


def _holders() -> Any:
    from middenstip.domain.gatherings.files import HOLDERS

    return HOLDERS


FACE = Face(
    name="gatherings",
    turns=_turns,
    holders=_holders,
    nouns=(
        Noun(
            key="gathering",
            word="bijeenkomst",
            path="/bijeenkomst/{}/",
            model="gatherings.Gathering",
            name="title",
            is_linked=True,
        ),
        Noun(
            key="process_invite",
            word="uitnodiging",
            path="/gevraagd/{}/",
            model="gatherings.ProcessInvite",
            name="what_for",
        ),
        Noun(
            key="lottery",
            word="loting",
            path="/loting/{}/",
            model="gatherings.Lottery",
            name="gathering__title",
            is_linked=True,
        ),
    ),
    told=TOLD,
    kept=(
        Kept(
            word="aangekondigde bijeenkomsten",
            model="gatherings.Gathering",
            of="person",
            path="person",
            columns={
                "bijeenkomst": "public_id",
                "soort": "kind",
                "titel": "title",
                "onderwerp": "inside_title",
                "tekst": "what",
                "plek": "place",
                "besloten plek": "inside_place",
                "online": "online",
                "toegankelijkheid": "access",
                "begin": "starts_at",
                "stand": "state",
                "waarom niet": "why_cancelled",
                "verborgen tekst": "hidden",
            },
            wiped="unnamed",
            under=WRITTEN,
        ),
        Kept(
            word="bijeenkomsten waar je komt",
            model="gatherings.Attendance",
            of="person",
            path="person",
            columns={"bijeenkomst": "gathering__public_id", "helft": "half", "stand": "state", "op": "at"},
            wiped="gone",
            under=COMES,
        ),
        Kept(
            word="waar je geloot wilt worden",
            model="gatherings.Willing",
            of="person",
            path="person",
            columns={"gebied": "area__code", "helft": "half", "op": "at"},
            wiped="gone",
            under=DRAWN,
        ),
        Kept(
            word="je nummers in lotingen",
            model="gatherings.Lot",
            of="person",
            path="person",
            columns={
                "bijeenkomst": "lottery__gathering__public_id",
                "nummer": "number",
                "helft": "half",
                "stand": "state",
                "antwoord uiterlijk": "until_on",
                "geantwoord op": "answered_at",
            },
            wiped="gone",
            under=DRAWN,
        ),
        Kept(
            word="mensen op je foto’s",
            model="gatherings.Portrait",
            of="person",
            path="photo__gathering__person",
            columns={
                "bijeenkomst": "photo__gathering__public_id",
                "wie, in woorden": "words",
                "jonger dan 16": "is_young",
                "gevraagd op": "asked_at",
                "ja op": "given_at",
                "hoe": "how",
                "door een ouder of voogd": "by_guardian",
            },
            wiped="gone",
            under=ON_PHOTOS,
        ),
        Kept(
            word="adres van je eigen agenda",
            model="gatherings.CalendarAddress",
            of="person",
            path="person",
            columns={"geheim": "secret", "sinds": "made_at"},
            wiped="gone",
            under=OWN_CALENDAR,
        ),
        Kept(
            word="gevraagde organisaties",
            model="gatherings.ProcessInvite",
            of="person",
            path="by",
            columns={
                "initiatief": "initiative__public_id",
                "waarvoor": "what_for",
                "stand": "state",
                "antwoord": "answer",
                "op": "asked_at",
            },
            wiped="unnamed",
            under=WRITTEN,
        ),
    ),
    not_kept={
        "gatherings.Gathering.seat": "the gathering stands with the person who announced it",
        "gatherings.Attendance.seat": "the attendance stands with the person",
        "gatherings.ProcessInvite.seat": "the seat is of an organisation, which was asked and answers",
    },
    retention=(COMES, ASKED_IN_HALL, ON_PHOTOS, OWN_CALENDAR, DRAWN),
    searched=(SEARCHED,),
    reportable=(TEXT,),
)
