"""What this room declares to code that reads across rooms (see `kernel.face`).

All lines of the privacy page are kept here, because they are about people. Rooms above refer to the line
that their rows belong to.
"""

from typing import Any

from middenstip.domain.parties.told import TOLD
from middenstip.kernel.face import Face, Kept, Noun, Reportable, Retention

NAME = Retention(
    what="Je naam zoals jij die wilt tonen",
    why="Zodat anderen weten wie er praat.",
    long="Tot jij je gegevens laat wissen.",
)
ADDRESS = Retention(
    what="Je e-mailadres",
    why="Om in te loggen en om je bericht te sturen. Niemand anders ziet het.",
    long="Tot jij je gegevens laat wissen.",
)
SEAT = Retention(
    what="Voor welke helft je praat, in welk gebied, en in welke functie",
    why="Zodat een ja van een helft ook van die helft is.",
    long="Zo lang als het besluit of de afspraak na te lezen is.",
)
WRITTEN = Retention(
    what="Wat je schrijft, belooft en beslist",
    why="Het veld is openbaar. Iedereen kan nalezen wat er is afgesproken.",
    long="Na het wissen blijft staan wát er gebeurde en welke helft het deed, zonder je naam.",
)
STRANGER = Retention(
    what="Wat je vertelde zonder de code uit je mail te typen, met je naam en adres",
    why="Zodat je de code nog kunt typen. Niemand anders ziet het, en het telt nergens mee.",
    long="Een dag. Typte de balie het voor je in, dan dertig dagen.",
)
EXPECTED = Retention(
    what="Het adres waarmee iemand je een functie gaf, tot je er een code mee typt",
    why="Om je te laten weten dat je een functie hebt.",
    long="Negentig dagen.",
)
DEVICES = Retention(
    what="Op welke soort apparaten je bent ingelogd, en sinds welke dag",
    why="Zodat je ziet of een ander met jouw account inlogde.",
    long="Tot je uitlogt, hooguit zestig dagen.",
)
FOLLOWED = Retention(
    what="Wat je volgt",
    why="Om je te laten weten wat er gebeurt.",
    long="Tot je stopt met volgen.",
)

SHOWN = Retention(
    what="Wat je van jezelf laat zien op een eigen bladzijde",
    why="Zodat anderen je leren kennen, als jij dat wilt. Eerst staat alles uit.",
    long="Tot je het uitzet of je gegevens laat wissen.",
)


LOGIC = Reportable(
    key="logica-kaart",
    word="deze logica-kaart",
    model="parties.LogicCard",
    writer="by",
    of="seat",
    area="by__area",
    noun="logic",
    page="organisation__public_id",
    hides="hide_logic",
    shows="show_logic",
)


def _holders() -> Any:
    from middenstip.domain.parties.files import HOLDERS

    return HOLDERS


def _turns() -> Any:
    from middenstip.domain.parties.turns import TURNS

    return TURNS


FACE = Face(
    name="parties",
    nouns=(
        Noun(
            key="person",
            word="persoon",
            path="/mijn/",
            model="parties.Person",
            name="name",
            more="erased_at",
        ),
        Noun(
            key="seat",
            word="zetel",
            path="/mijn/",
            model="parties.Seat",
            name="title",
            more="side__organisation__name",
        ),
        Noun(
            key="application",
            word="aanvraag",
            path="/aanvraag/{}/",
            model="parties.Application",
            name="organisation",
        ),
        Noun(
            key="handover",
            word="overdracht",
            path="/zetel/{}/overdracht/",
            model="parties.Seat",
            name="title",
            more="side__organisation__name",
        ),
        Noun(key="role", word="rol", path="/mijn/", model="parties.Seat", name="title"),
        Noun(
            key="organisation",
            word="organisatie",
            path="/partij/{}/",
            model="parties.Organisation",
            name="name",
        ),
        Noun(
            key="logic",
            word="logica-kaart",
            path="/partij/{}/logica/",
            model="parties.Organisation",
            name="name",
        ),
    ),
    told=TOLD,
    reportable=(LOGIC,),
    turns=_turns,
    holders=_holders,
    retention=(NAME, ADDRESS, SEAT, WRITTEN, STRANGER, EXPECTED, DEVICES, FOLLOWED, SHOWN),
    kept=(
        Kept(
            word="zetels",
            model="parties.Membership",
            of="person",
            path="person",
            columns={
                "functie": "seat__label",
                "helft": "seat__half",
                "gebied": "seat__area__code",
                "van": "from_on",
                "tot": "until_on",
            },
            with_=("seat__area", "seat__side__organisation"),
            wiped="unnamed",
            under=SEAT,
        ),
        Kept(
            word="aanvragen",
            model="parties.Application",
            of="person",
            path="person",
            columns={
                "organisatie": "organisation",
                "functie": "title",
                "helft": "half",
                "gebied": "area__code",
                "waarom": "reason",
                "stand": "state",
                "antwoord": "answer",
                "op": "at",
            },
            wiped="gone",
            under=SEAT,
        ),
        Kept(
            word="rollen",
            model="parties.Grant",
            of="seat",
            path="seat",
            columns={"rol": "role", "gebied": "area__code", "van": "from_on", "tot": "until_on"},
            wiped="unnamed",
            under=SEAT,
        ),
        Kept(
            word="volgt",
            model="parties.Follow",
            of="person",
            path="person",
            columns={"soort": "kind", "wat": "target", "op": "at", "mail": "mail"},
            wiped="gone",
            under=FOLLOWED,
        ),
        Kept(
            word="profiel",
            model="parties.Profile",
            of="person",
            path="person",
            columns={
                "foto": "portrait",
                "zetels": "seats",
                "initiatieven": "initiatives",
                "beloften": "promises",
            },
            wiped="gone",
            under=SHOWN,
        ),
        Kept(
            word="apparaten",
            model="parties.Device",
            of="person",
            path="person",
            columns={"apparaat": "word", "sinds": "since_on"},
            wiped="gone",
            under=DEVICES,
        ),
        Kept(
            word="adres dat je nog niet bevestigde",
            model="parties.PendingAddress",
            of="person",
            path="person",
            columns={"e-mail": "email", "tot": "until"},
            wiped="gone",
            under=EXPECTED,
        ),
    ),
    not_kept={
        "parties.Application.seat": "it stands with the person who asked",
        "parties.Application.decided_by": "it stands with the person who asked",
        "parties.Membership.seat": "it stands with the person who sits there",
        "parties.LogicCard.by": "the organisation writes it, not a person",
        "parties.Handover.seat": "it belongs to the function, not to the person",
        "parties.Seat.confirmed_by": "it stands with the seat that was confirmed",
    },
)
