"""What this room declares to code that reads across rooms (see `kernel.face`)."""

from typing import Any

from middenstip.domain.initiatives.facts import InitiativeSubmitted
from middenstip.domain.matching.facts import (
    ListingChanged,
    ListingHidden,
    ListingPlaced,
    ListingShown,
    ListingWithdrawn,
    MovementBegun,
    MovementChanged,
    MovementHidden,
    MovementShown,
)
from middenstip.domain.matching.lifecycle import LISTED
from middenstip.domain.matching.told import TOLD
from middenstip.domain.parties.face import WRITTEN
from middenstip.kernel.face import Face, Kept, Noun, Reportable, Retention, Searched

SUGGESTER = "suggestions"  # the journal reader that makes suggestions
SUGGESTED_ON = (ListingPlaced.kind, ListingChanged.kind, InitiativeSubmitted.kind)
_KINDS = (
    ListingPlaced.kind,
    ListingChanged.kind,
    ListingWithdrawn.kind,
    ListingHidden.kind,
    ListingShown.kind,
)

SPOKEN = Retention(
    what="Wat je met iemand bespreekt nadat jullie allebei ja zeiden",
    why="Zodat jullie elkaar kunnen spreken zonder je adres te geven.",
    long="Tot je je gegevens wist.",
)
SUGGESTED = Retention(
    what="Wat we je voorstelden, en wat je antwoordde",
    why="Zodat we je niet nog eens vragen wat je niet wilt.",
    long="Tot je je gegevens wist.",
)

TEXT = Reportable(
    key="vraag-en-aanbod",
    word="deze vraag of dit aanbod",
    model="matching.Listing",
    writer="person",
    of="person",
    area="area",
    noun="listing",
    page="public_id",
    hides="hide_listing",
    shows="show_listing",
)


STORY = Reportable(
    key="beweging",
    word="deze beweging",
    model="matching.Movement",
    writer="person",
    of="person",
    area="area",
    noun="movement",
    page="public_id",
    hides="hide_movement",
    shows="show_movement",
    only={"began_at__isnull": False},
)


def _searched(index: str, is_offer: bool) -> Searched:
    return Searched(
        noun="listing",
        texts=("title", "text", "conditions"),
        reader="search_listings",
        kinds=_KINDS,
        index=index,
        only={"hidden__isnull": True, "is_offer": is_offer, "state__in": LISTED},
        half="seat__half",
        theme="theme",
        is_beside=True,
    )


NEEDS, OFFERS = _searched("need", False), _searched("offer", True)
MOVEMENTS = Searched(
    noun="movement",
    texts=("title", "aim", "text"),
    reader="search_movements",
    kinds=(MovementBegun.kind, MovementChanged.kind, MovementHidden.kind, MovementShown.kind),
    index="beweging",
    only={"hidden__isnull": True, "began_at__isnull": False},
    half="seat__half",
    is_beside=True,
)


def _turns() -> Any:
    from middenstip.domain.matching.turns import TURNS

    return TURNS


FACE = Face(
    name="matching",
    nouns=(
        Noun(
            key="listing",
            word="vraag of aanbod",
            path="/vraag-en-aanbod/{}/",
            model="matching.Listing",
            name="title",
            is_linked=True,
        ),
        Noun(
            key="introduction",
            word="kennismaking",
            path="/kennismaking/{}/",
            model="matching.Introduction",
            name="thanks",
        ),
        Noun(
            key="suggestion",
            word="voorstel",
            path="/vraag-en-aanbod/voor-jou/{}/",
            model="matching.Suggestion",
            name="pair",
        ),
        Noun(
            key="movement",
            word="beweging",
            path="/beweging/{}/",
            model="matching.Movement",
            name="title",
            is_linked=True,
        ),
    ),
    told=TOLD,
    turns=_turns,
    kept=(
        Kept(
            word="vraag en aanbod",
            model="matching.Listing",
            of="person",
            path="person",
            columns={
                "code": "public_id",
                "aanbod": "is_offer",
                "soort": "sort",
                "wat voor aanbod": "asset",
                "wil, kan of weet": "claim",
                "wat": "title",
                "uitleg": "text",
                "hoe lang": "size",
                "wanneer": "at_what_time",
                "voorwaarden": "conditions",
                "toegankelijkheid": "access",
                "gebied": "area__code",
                "initiatief": "initiative__public_id",
                "stand": "state",
                "tot en met": "until_on",
                "op": "placed_at",
                "verborgen tekst": "hidden",
            },
            wiped="unnamed",
            under=WRITTEN,
        ),
        Kept(
            word="bewegingen die je voorstelde",
            model="matching.Movement",
            of="person",
            path="person",
            columns={
                "code": "public_id",
                "naam": "title",
                "waarheen": "aim",
                "verhaal": "text",
                "stand": "state",
                "op": "proposed_at",
                "verborgen tekst": "hidden",
            },
            wiped="unnamed",
            under=WRITTEN,
        ),
        Kept(
            word="voorstellen voor jou",
            model="matching.Suggestion",
            of="person",
            path="person",
            columns={"over": "pair", "omdat": "reasons", "antwoord": "answer", "op": "made_at"},
            wiped="gone",
            under=SUGGESTED,
        ),
        Kept(
            word="gevraagde kennismakingen",
            model="matching.Introduction",
            of="person",
            path="asker",
            columns={
                "code": "public_id",
                "bericht": "text",
                "stand": "state",
                "afspraak": "deal",
                "bedankje": "thanks",
                "op": "asked_at",
            },
            wiped="unnamed",
            under=SPOKEN,
        ),
        Kept(
            word="kennismakingen met jou",
            model="matching.Introduction",
            of="person",
            path="owner",
            columns={"code": "public_id", "stand": "state", "afspraak": "deal", "op": "asked_at"},
            wiped="unnamed",
            under=SPOKEN,
        ),
        Kept(
            word="berichten bij een kennismaking",
            model="matching.ContactMessage",
            of="person",
            path="person",
            columns={"kennismaking": "introduction__public_id", "tekst": "text", "op": "at"},
            wiped="gone",
            under=SPOKEN,
        ),
    ),
    not_kept={
        "matching.Movement.seat": "it is a seat of the person who proposed it",
        "matching.Listing.seat": "it is a seat of the person who placed it",
        "matching.Introduction.asker_seat": "it is a seat of the person who asked",
        "matching.Introduction.owner_seat": "it is a seat of the person who was asked",
    },
    retention=(SPOKEN, SUGGESTED),
    searched=(NEEDS, OFFERS, MOVEMENTS),
    reportable=(TEXT, STORY),
)
