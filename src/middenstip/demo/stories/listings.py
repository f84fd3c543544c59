"""What people in the demo need and offer, who met whom, and which initiatives go on as one movement."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Listed:
    """A need or an offer: who, what, of which kind, where, and how many days ago.

    `taken` is who asked to meet, and how far that came: asked, met, agreed or done with a thank-you and the
    hours, goods and euros.
    """

    who: str
    title: str
    sort: str
    area: str
    ago: int
    text: str = ""
    is_offer: bool = False
    size: int | None = None
    theme: str = ""
    asset: str = ""
    claim: str = ""
    initiative: str = ""
    place: tuple[str, int, str] | None = None  # plot or room, square metres, how to reach it
    taken: str = ""
    reach: str = ""
    thanks: str = ""
    worth: tuple[int | None, int | None, int | None] = (None, None, None)


@dataclass(frozen=True)
class Moved:
    """A movement: the titles of its initiatives (the first proposes it), how many days ago, and its words.

    `asked` is an initiative that did not answer yet, `wants` one that asks to join.
    """

    titles: tuple[str, ...]
    ago: int
    title: str
    aim: str
    text: str
    asked: str = ""
    wants: str = ""


MOVEMENT = Moved(
    titles=("Voedselbos Lettele", "Samen eten in De Hoven", "Buurtmoestuin Zandweerd"),
    ago=16,
    title="Eten van dichtbij",
    aim="Over drie jaar eet iedereen in Deventer elke week iets dat hier om de hoek groeide.",
    text="De een plant, de ander zaait en de derde kookt. We ruilen stekken, oogst en recepten, en we vragen"
    " samen aan de gemeente waar we nog meer grond mogen gebruiken.",
    asked="Dakpark op de parkeergarage",
    wants="Kookclub zoekt keuken",
)


def _offer(who: str, title: str, sort: str, area: str, ago: int, text: str = "", **more: object) -> Listed:
    return Listed(who, title, sort, area, ago, text, is_offer=True, **more)  # type: ignore[arg-type]


L, B, C, V, K = "WK015014", "WK015007", "GM0150", "WK015004", "WK015013"
LISTINGS = (
    Listed(
        "marijke", "Aanhanger nodig op een zaterdag", "goods", L, 20, "Voor fruitbomen van de kweker.", size=2
    ),
    Listed("marijke", "Wie maakt één foto van ons veld?", "hands", L, 4, "Voor het nieuws.", size=1),
    Listed("gerrit", "Iemand die weet welke noten op natte grond groeien", "knowledge", L, 15, size=2),
    Listed("sanne", "Ruimte om fietsen te repareren", "space", B, 30, "Droog, met een deur die op slot kan."),
    Listed(
        "omar",
        "Twee uur koffie schenken op dinsdag",
        "hours",
        "WK015002",
        12,
        size=2,
        taken="dick",
        reach="done",
        thanks="Het was meteen gezellig. Tot volgende week!",
        worth=(2, None, None),
    ),
    Listed(
        "lieke",
        "Stoelen voor onze buurtkamer",
        "goods",
        V,
        40,
        "Twaalf stuks, ze mogen verschillend zijn.",
        taken="gerda",
        reach="done",
        thanks="Twaalf stoelen, en je bracht ze ook nog.",
        worth=(3, 180, None),
    ),
    Listed("fenna", "Wie kent er een school die mee wil doen?", "network", "WK015008", 9, size=1),
    Listed(
        "nadia",
        "Een uur Nederlands oefenen",
        "hours",
        "WK015006",
        7,
        "Met een nieuwe buur, bij de thee.",
        size=2,
    ),
    Listed(
        "koos",
        "Mag de berm bij ons wilder?",
        "permission",
        K,
        25,
        "We willen bloemen voor bijen zaaien.",
        theme="natuur-en-milieu",
    ),
    Listed("mila", "Drie mensen voor het tillen van een boekenkast", "hands", "WK015001", 3, size=2),
    Listed(
        "toon",
        "Een bijdrage voor zaden",
        "money",
        "WK015009",
        18,
        "Vijftig euro is genoeg.",
        taken="femke",
        reach="done",
        thanks="De zakjes zaad zijn uitgedeeld.",
        worth=(None, None, 50),
    ),
    Listed(
        "puck", "Hulp met een subsidieaanvraag", "knowledge", "WK015010", 6, "Het formulier is lang.", size=3
    ),
    Listed("esra", "Een naaimachine te leen", "goods", "WK015005", 11, taken="robin", reach="met"),
    Listed("bram", "Wie rijdt één keer mee naar de kringloop?", "hours", "WK015015", 2, size=2),
    Listed("wijk", "Zaal voor een avond met veertig buren", "space", B, 16),
    Listed("dorp", "Iemand die onze dorpskaart tekent", "hands", K, 22, size=3),
    _offer("bas", "Aanhanger te leen", "goods", C, 60, "Ook voor bomen en grond.", size=2),
    _offer(
        "bas",
        "Vaste planten die over zijn",
        "goods",
        L,
        10,
        "Voor geveltuinen, ook in de schaduw.",
        theme="natuur-en-milieu",
    ),
    _offer("gerrit", "Ik help met planten en snoeien", "hands", L, 14, "In het weekend.", size=3),
    _offer(
        "jelle",
        "Stuk land naast de boerderij",
        "space",
        K,
        50,
        "Tot het voorjaar van over twee jaar vrij.",
        place=("plot", 1200, "Bereikbaar over een halfverhard pad."),
    ),
    _offer(
        "mirthe",
        "Leegstaand lokaal",
        "space",
        B,
        28,
        "Tot de verbouwing. Geen huur, wel schoonmaken.",
        place=("room", 64, "Zonder drempel, met een toilet voor rolstoelen."),
    ),
    _offer(
        "ilse",
        "Braakliggend veld aan de Zandweg",
        "space",
        L,
        33,
        "Tijdelijk, met water in de buurt.",
        place=("plot", 3500, "Vlak, met een bankje langs het pad."),
    ),
    _offer(
        "hendrik",
        "Spreekuur over vergunningen",
        "permission",
        C,
        44,
        "Ik zeg of je er een nodig hebt.",
        size=1,
    ),
    _offer(
        "lotte",
        "Meedenken over water en droogte",
        "knowledge",
        C,
        21,
        "Voor tuinen, pleinen en sloten.",
        size=2,
    ),
    _offer(
        "theo", "Gereedschap voor een fietswerkplaats", "goods", B, 27, "Sleutels, een pomp en een standaard."
    ),
    _offer(
        "robin", "Werkbank en een avond uitleg", "knowledge", B, 19, "Repareren leer je door te doen.", size=2
    ),
    _offer("femke", "Brood van gisteren voor een buurttafel", "goods", "WK015003", 8, size=1),
    _offer(
        "ayla",
        "Ik ken mensen in elke flat",
        "network",
        B,
        13,
        "Ik stel je graag voor.",
        size=1,
        asset="people",
        claim="knows",
    ),
    _offer(
        "omar",
        "Samen koken: zo begonnen wij",
        "knowledge",
        "WK015002",
        11,
        "Twee uur per maand, voor wie een eettafel in de wijk wil beginnen.",
        size=3,
        asset="mentor",
        claim="can",
        initiative="Samen eten in De Hoven",
    ),
    _offer(
        "dorp",
        "Sparren over een dorpshuis dat open blijft",
        "knowledge",
        K,
        16,
        "Een uur bellen of langskomen.",
        size=2,
        asset="sparring",
        claim="wants",
    ),
    _offer(
        "karin",
        "Schoolplein op zaterdag",
        "space",
        "WK015002",
        17,
        "Voor sport of een markt.",
        place=("plot", 800, "Vlak en zonder drempels."),
    ),
    _offer(
        "dick",
        "Voorlezen aan kinderen",
        "hours",
        "WK015003",
        5,
        "Een middag in de week.",
        size=2,
        asset="people",
        claim="wants",
    ),
    _offer(
        "arend",
        "Boeken bijhouden van een kleine club",
        "hours",
        "WK015012",
        29,
        size=3,
        taken="lot",
        reach="agreed",
    ),
    _offer(
        "yara", "Ik breng je bij iemand die het al deed", "network", C, 35, "Tien minuten bellen.", size=1
    ),
    _offer(
        "gerda",
        "De achterzaal op maandag",
        "space",
        "WK015015",
        38,
        "Voor twintig mensen, met koffie.",
        place=("room", 40, "Eén drempel van drie centimeter."),
    ),
    _offer(
        "sem",
        "Snippers van snoeihout",
        "goods",
        L,
        24,
        "Per kuub, zelf ophalen.",
        theme="natuur-en-milieu",
        taken="marijke",
        reach="asked",
    ),
)
