"""What this room declares to code that reads across rooms (see `kernel.face`)."""

from typing import Any

from middenstip.domain.initiatives.facts import (
    InitiativeChanged,
    InitiativeHidden,
    InitiativeShown,
    InitiativeSubmitted,
)
from middenstip.domain.initiatives.lifecycle import HELP
from middenstip.domain.initiatives.told import TOLD
from middenstip.domain.parties.face import WRITTEN
from middenstip.kernel.face import Face, Kept, Noun, Reportable, Searched, TakesPart

_INITIATIVE = "initiative__public_id"

PARTNERS = TakesPart(
    key="partners",
    why="je meedoet met dit initiatief",
    model="initiatives.Partner",
    initiative="initiative",
    seat="seat",
    only={"state": "accepted"},
    place=10,
    hears_moves=True,
    half=True,
    half_only={"seat__confirmed_at__isnull": False},
)
OFFERS_HELP = TakesPart(
    key="offers_help",
    why="je aanbood om hier te helpen",
    model="initiatives.Partner",
    initiative="initiative",
    seat="seat",
    only={"state": HELP.start},
    place=20,
)
CONNECTOR = TakesPart(
    key="connector",
    why="jij de verbinder van dit initiatief bent",
    model="initiatives.Initiative",
    initiative="pk",
    seat="connector",
    role="connector",
    place=40,
    hears_moves=True,
)
SEARCHED = Searched(
    noun="initiative",
    texts=("title", "what", "why", "motto"),
    reader="search",
    kinds=(InitiativeSubmitted.kind, InitiativeChanged.kind, InitiativeHidden.kind, InitiativeShown.kind),
    index="initiatief",
    only={"submitted_at__isnull": False, "hidden__isnull": True},
    half="origin_half",
    theme="themes__theme",
    is_beside=True,
)


PLAN = Reportable(
    key="initiatief",
    word="dit initiatief",
    model="initiatives.Initiative",
    writer="initiator",
    of="person",
    area="area",
    noun="initiative",
    page="public_id",
    hides="hide_initiative",
    shows="show_initiative",
    only={"submitted_at__isnull": False},
)
NEWS = Reportable(
    key="nieuws",
    word="dit nieuws",
    model="initiatives.Update",
    writer="initiative__initiator",
    of="person",
    area="initiative__area",
    noun="initiative",
    page=_INITIATIVE,
    code="pk",
    hides="hide_news",
    shows="show_news",
)


def _turns() -> Any:
    from middenstip.domain.initiatives.turns import TURNS

    return TURNS


def _holders() -> Any:
    from middenstip.domain.initiatives.files import HOLDERS

    return HOLDERS


FACE = Face(
    name="initiatives",
    nouns=(
        Noun(
            key="initiative",
            word="initiatief",
            path="/initiatief/{}/",
            model="initiatives.Initiative",
            name="title",
            is_linked=True,
        ),
    ),
    told=TOLD,
    turns=_turns,
    holders=_holders,
    kept=(
        Kept(
            word="initiatieven",
            model="initiatives.Initiative",
            of="person",
            path="initiator",
            columns={
                "code": "public_id",
                "nummer": "number",
                "naam": "title",
                "wat": "what",
                "waarom": "why",
                "motto": "motto",
                "stap": "stage",
                "begonnen": "drafted_at",
                "verstuurd": "submitted_at",
                "geleerd": "lesson",
                "afloop": "outcome",
                "gebied": "area__code",
                "lengtegraad": "lon",
                "breedtegraad": "lat",
                "ook commercieel": "is_hybrid",
                "deelt de regie sinds": "shares_reins_at",
                "verborgen tekst": "hidden",
            },
            wiped="unnamed",  # a draft is deleted: nobody else has read it
            under=WRITTEN,
        ),
        Kept(
            word="regiekaarten",
            model="initiatives.ReinsCard",
            of="person",
            path="initiative__initiator",
            columns={
                "initiatief": _INITIATIVE,
                "vast": "fixed",
                "bespreekbaar": "negotiable",
                "open": "open",
                "op": "at",
            },
            wiped="unnamed",
            under=WRITTEN,
        ),
        Kept(
            word="thema’s",
            model="initiatives.InitiativeTheme",
            of="person",
            path="initiative__initiator",
            columns={"initiatief": _INITIATIVE, "thema": "theme", "op": "submitted_at"},
            wiped="unnamed",
            under=WRITTEN,
        ),
        Kept(
            word="nieuws",
            model="initiatives.Update",
            of="person",
            path="initiative__initiator",
            columns={"initiatief": _INITIATIVE, "tekst": "text", "op": "at", "verborgen tekst": "hidden"},
            wiped="unnamed",
            under=WRITTEN,
        ),
        Kept(
            word="vragen om hulp",
            model="initiatives.Ask",
            of="person",
            path="initiative__initiator",
            columns={
                "initiatief": _INITIATIVE,
                "vraag": "text",
                "hoe lang": "size",
                "tot en met": "until_on",
                "stand": "state",
                "op": "asked_at",
            },
            wiped="unnamed",
            under=WRITTEN,
        ),
        Kept(
            word="wie erbij hoort",
            model="initiatives.PartyAround",
            of="person",
            path="initiative__initiator",
            columns={
                "initiatief": _INITIATIVE,
                "organisatie": "organisation__name",
                "naam": "name",
                "helft": "half",
                "hoe gevonden": "found",
                "hoe bereikt": "reached",
                "waarom niet": "why_not",
                "stand": "state",
                "op": "added_at",
            },
            wiped="unnamed",
            under=WRITTEN,
        ),
        Kept(
            word="hulp",
            model="initiatives.Partner",
            of="seat",
            path="seat",
            columns={
                "initiatief": _INITIATIVE,
                "stand": "state",
                "aanbod": "brings",
                "hoop": "gets",
                "zorg": "fears",
                "op": "offered_at",
            },
            wiped="unnamed",
            under=WRITTEN,
        ),
    ),
    not_kept={
        "initiatives.Initiative.seat": "it is a seat of the initiator, whose initiatives are kept",
        "initiatives.Initiative.connector": "a verbinder holds a role, and the role is kept",
        "initiatives.Update.seat": "only the initiator tells news, and finds it there",
    },
    takes_part=(PARTNERS, OFFERS_HELP, CONNECTOR),
    searched=(SEARCHED,),
    reportable=(PLAN, NEWS),
)
