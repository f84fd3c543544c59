"""The questions of the demo, with their answers. The first is about the Voedselbos Lettele."""

from __future__ import annotations

from dataclasses import dataclass

TIP, EXAMPLE, CONTACT, OFFER = "tip", "example", "contact", "offer"
WARNING, REASSURANCE = "warning", "reassurance"


@dataclass(frozen=True)
class Told:
    """An answer: who, of which kind, the words, and whether it helped."""

    who: str
    kind: str
    text: str
    helps: bool = False


@dataclass(frozen=True)
class Asking:
    """A question: who asks, how many days ago, the four fields, its area and initiative, and the answers."""

    who: str
    ago: int
    text: str
    area: str
    explanation: str = ""
    motivation: str = ""
    place: str = ""
    about: str = ""
    is_beginner: bool = False
    is_closed: bool = False
    answers: tuple[Told, ...] = ()


ASKED = (
    Asking(
        "marijke",
        13,
        "Wie is de baas over een voedselbos op grond van de gemeente?",
        "WK015014",
        "Het gaat om een hectare weiland. De boer huurt het nu. De gemeente vindt het goed, maar"
        " niemand weet hoe"
        " je dat opschrijft.",
        "Wij willen over tien jaar nog plukken. Dan mag een nieuwe wethouder het niet zomaar weghalen.",
        "een dorp bij Deventer",
        "Voedselbos Lettele",
        is_beginner=True,
        answers=(
            Told(
                "dick",
                EXAMPLE,
                "Wij hebben een contract voor twintig jaar: de grond van de gemeente, de bomen van ons."
                " In artikel 4"
                " staat wat er gebeurt als wij stoppen. Gebruik het gerust.",
                helps=True,
            ),
            Told(
                "hendrik",
                REASSURANCE,
                "Een nieuwe wethouder kan een getekend contract niet zomaar stoppen. Zeg er wel in dat"
                " het ook na"
                " verkoop geldt. Dat vergeten mensen.",
                helps=True,
            ),
            Told(
                "bas",
                WARNING,
                "Kijk wie betaalt als een tak op een auto valt. Bij ons was dat zes jaar onduidelijk.",
            ),
            Told(
                "samira",
                CONTACT,
                "Praat met het waterschap. Langs de sloot gelden andere regels. Ik stel je voor.",
            ),
            Told("nadia", OFFER, "Ik ben jurist en lees jullie contract graag mee. Twee uurtjes, gratis."),
        ),
    ),
    Asking(
        "lieke",
        60,
        "Mag ik een boom in de berm zetten?",
        "WK015004",
        "Voor ons huis ligt een kale strook gras. Ik wil er een appelboom in.",
        place="Keizerslanden",
        is_closed=True,
        answers=(
            Told(
                "ilse",
                TIP,
                "Ja, als er geen leidingen liggen. Doe eerst een melding, dan kijken wij mee.",
                helps=True,
            ),
            Told("arend", EXAMPLE, "Bij ons staan er nu zes. De buurt geeft water, de gemeente snoeit."),
        ),
    ),
    Asking(
        "koos",
        45,
        "Wie maait er als wij stoppen met de moestuin?",
        "WK015013",
        motivation="Twee van ons gaan verhuizen. Ik wil het nu goed afspreken.",
        place="Okkenbroek",
        answers=(
            Told(
                "dick",
                TIP,
                "Zet een termijn in de afspraak: drie maanden vooraf zeggen. Dan is er tijd.",
                helps=True,
            ),
            Told("jelle", OFFER, "In de zomer maai ik het mee. Ik kom er toch langs."),
        ),
    ),
    Asking(
        "esra",
        38,
        "Hoe krijg ik ondernemers aan tafel die nooit komen?",
        "GM0150",
        "Ik stuurde drie mails. Geen antwoord.",
        place="de binnenstad",
        answers=(
            Told("femke", TIP, "Kom om tien uur, na de ochtenddrukte. Mails lees ik pas zondag.", helps=True),
            Told("yara", CONTACT, "Theo van de fietsenmaker kent ze allemaal. Zal ik hem vragen?"),
            Told("gerda", REASSURANCE, "Ze willen echt wel. Vraag één klein ding, met een einde eraan."),
        ),
    ),
    Asking(
        "puck",
        30,
        "Welke verzekering heb je nodig voor een buurtfeest?",
        "WK015007",
        is_beginner=True,
        place="de Rivierenwijk",
        answers=(
            Told(
                "hendrik",
                TIP,
                "Voor vrijwilligers is er een verzekering van de gemeente. Meld je feest vooraf aan.",
            ),
            Told(
                "theo",
                WARNING,
                "Een springkussen valt daar niet onder. Vraag de verhuurder om zijn papieren.",
            ),
        ),
    ),
    Asking(
        "arend",
        27,
        "Hoe deel je de stroom van één dak met de hele straat?",
        "WK015002",
        "De school heeft een groot dak. Wij hebben geen plek.",
        place="een straat met twintig huizen",
        answers=(
            Told(
                "karin",
                EXAMPLE,
                "Wij deden het met een coöperatie. Het duurde twee jaar, het werkt nu zes jaar.",
            ),
            Told(
                "robin",
                WARNING,
                "Vraag eerst of het net het aankan. Bij ons moesten we een jaar wachten.",
                helps=True,
            ),
        ),
    ),
    Asking(
        "ayla",
        25,
        "Hoe vraag je bewoners wat ze willen, zonder een avond waar niemand komt?",
        "WK015006",
        motivation="Wij verhuren hier vierhonderd woningen en weten weinig.",
        place="een wijk met veel flats",
        answers=(
            Told(
                "mila",
                TIP,
                "Ga bij de lift staan, met koffie. In een uur sprak ik dertig mensen.",
                helps=True,
            ),
            Told("wijk", EXAMPLE, "Wij hingen één vraag in de hal, met een pen eraan."),
        ),
    ),
    Asking(
        "jelle",
        24,
        "Kan een boer grond een paar jaar uitlenen zonder dat hij hem kwijt is?",
        "WK015013",
        place="het buitengebied",
        answers=(
            Told(
                "nadia",
                REASSURANCE,
                "Ja. Leg vast tot welke dag, en dat het geen pacht is. Dan blijft hij van jou.",
            ),
            Told("marijke", EXAMPLE, "Bij ons in Lettele doet een boer dat. Hij vertelt er graag over."),
        ),
    ),
    Asking(
        "sanne",
        22,
        "Wie weet een plek om eens per week met twintig mensen te koken?",
        "WK015007",
        "We hebben pannen en mensen. Alleen geen keuken.",
        answers=(
            Told("karin", OFFER, "Onze school heeft een keuken. Op donderdag is hij vrij.", helps=True),
        ),
    ),
    Asking(
        "joost",
        21,
        "Wat doe je als twee buurten iets anders willen met één plein?",
        "GM0150",
        motivation="Ik wil niet kiezen voor ze.",
        place="tussen twee wijken",
        answers=(
            Told(
                "yara",
                TIP,
                "Laat beide buurten eerst alleen opschrijven wat ze willen. Daarna pas samen praten.",
            ),
            Told(
                "toon",
                EXAMPLE,
                "Bij ons kreeg elke buurt een helft, en het midden is van niemand.",
                helps=True,
            ),
        ),
    ),
    Asking(
        "fenna",
        20,
        "Wie heeft ervaring met een statiegeldkast die de buurt zelf leegmaakt?",
        "WK015001",
        "De vereniging wil er een clubkas mee vullen.",
        place="de binnenstad",
    ),
    Asking(
        "toon",
        3,
        "Hoe lang mag een tijdelijk speeltoestel blijven staan?",
        "WK015004",
        place="naast de sporthal",
        is_beginner=True,
    ),
)
