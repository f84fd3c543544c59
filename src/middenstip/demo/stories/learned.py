"""The case studies of the demo: four from its own initiatives, the others from elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Ended:
    """An initiative of the demo by its title, and the five answers of its initiator."""

    title: str
    who: str
    answers: Mapping[str, str]


@dataclass(frozen=True)
class Elsewhere:
    """A case study of something that is not in the demo: who tells it, how it ended, and the texts."""

    who: str
    ago: int
    outcome: str
    halves: int
    texts: Mapping[str, str]
    size: str = "dorp"
    origin: str = "bewoners"
    is_nameless: bool = False
    licence: str = field(default="by")


ENDED_HERE = (
    Ended(
        "Brood over",
        "mila",
        {
            "how": "Ik stond om zes uur bij de bakker en vroeg of ik mee mocht kijken. Femke belde vier"
            " andere bakkers."
            " Joost regelde een gesprek met de keuringsdienst. Daarna was het gewoon elke avond doen.",
            "broke_where": "De koelruimte was al verhuurd. We moesten opnieuw zoeken.",
            "broke_cost": "Twee maanden, en een koelkast van 400 euro.",
            "broke_now": "Eerst de plek om te koelen regelen, dan pas beginnen.",
            "visit": "Elke avond om half zeven achter de bakkerij. Kom gerust kijken.",
        },
    ),
    Ended(
        "Boerenmarkt op de Brink",
        "gerda",
        {
            "how": "Ik kende twee boeren uit het café. Hendrik van de gemeente zag het zitten en"
            " regelde de plek.",
            "broke_where": "In de winter kwamen er zes boeren in plaats van twintig. De kramen kostten"
            " evenveel.",
            "broke_cost": "1.800 euro aan kramen, en de zin van mensen.",
            "broke_now": "Van april tot oktober, en vooraf vragen wie er komt. Met handtekening.",
            "visit": "",
        },
    ),
    Ended(
        "Huiswerkzolder",
        "nadia",
        {
            "how": "Ayla van de corporatie had een lege zolder. Karin van de school wist welke kinderen"
            " hem nodig hadden.",
            "broke_where": "Vier middagen hielden we niet vol. Er waren te weinig mensen.",
            "broke_cost": "Drie vrijwilligers stopten, moe.",
            "broke_now": "Beginnen met één middag. Pas meer als er mensen over zijn.",
            "visit": "Dinsdag en donderdag na drieën.",
        },
    ),
    Ended(
        "Deelfietsen in Okkenbroek",
        "koos",
        {
            "how": "De buschauffeur klaagde bij mij over mensen die liepen. Toen begon ik.",
            "broke_where": "Te weinig mensen gebruikten ze. We hadden het nooit gevraagd.",
            "broke_cost": "Vier fietsen, waarvan twee nooit gereden hebben.",
            "broke_now": "Eerst een maand tellen wie er loopt. Dan twee fietsen.",
            "visit": "",
        },
    ),
)
FROM_ELSEWHERE = (
    Elsewhere(
        "dick",
        90,
        "gelukt",
        7,
        {
            "title": "Een pluktuin met een contract voor twintig jaar",
            "what": "Op een halve hectare van de gemeente staan nu 300 struiken en bomen. Iedereen mag"
            " plukken.",
            "place": "Zandweerd",
            "how": "Een buur schreef de wethouder een brief op papier. Die kwam kijken, met laarzen"
            " aan. Een hovenier gaf"
            " de eerste vijftig bomen. Pas daarna maakten we een contract: grond van de gemeente, bomen"
            " van ons.",
            "money": "6.000 euro van de gemeente, bomen van de hovenier, uren van dertig buren.",
            "rules_met": "Het bestemmingsplan zei groen. Dat paste. Een hek mocht niet hoger dan een meter.",
            "agreements_used": "Beheer, schade en stoppen: drie korte afspraken in plaats van één lange.",
            "as_resident": "Ik ken nu mijn hele straat, van het plukken.",
            "as_professional": "Het kost ons minder dan maaien. Wel moest ik intern drie keer uitleggen"
            " waarom.",
            "as_literature": "Onderzoek naar gedeeld beheer zegt: maak regels samen, klein, en pas ze aan.",
            "visit": "Elke zaterdag van tien tot twaalf. Neem een bakje mee.",
            "organisation": "Buurtvereniging Zandweerd",
        },
    ),
    Elsewhere(
        "bram",
        75,
        "mislukt",
        3,
        {
            "title": "Pluktuin: na één jaar gestopt",
            "what": "Fruit op grond van de gemeente, met een afspraak op een kladje.",
            "place": "een dorp aan de rand",
            "how": "De wethouder zei ja op een feestje. Wij plantten de week erna.",
            "broke_where": "De wethouder vertrok. Niemand vond de afspraak terug.",
            "broke_cost": "2.300 euro en veertig struiken.",
            "broke_now": "Eerst tekenen, dan planten. En twee namen per taak.",
            "as_resident": "Het deed zeer om de struiken weg te zien gaan.",
        },
        is_nameless=True,
        size="klein",
    ),
    Elsewhere(
        "joost",
        50,
        "deels",
        7,
        {
            "title": "Bewoners als opdrachtgever van het plein",
            "what": "Bewoners kregen het geld en kozen zelf wie het plein maakte. De gemeente voerde"
            " uit wat zij vroegen.",
            "place": "een wijk in een middelgrote stad",
            "how": "De wijk kreeg geld uit een fonds, niet de gemeente. Daardoor moesten wij het hen"
            " vragen. Dat was"
            " wennen. Een coach zat er een jaar bij.",
            "money": "300.000 euro, in drie delen. Elk deel na een akkoord van de bewoners.",
            "rules_met": "De regels voor inkoop golden toch. Dat zeiden we te laat.",
            "broke_where": "Het sociale deel liep uit. Bij het stenen deel keek iedereen mee.",
            "broke_cost": "Een half jaar.",
            "broke_now": "Twee sporen, met elk een eigen planning en een eigen trekker.",
            "as_professional": "Ik moest leren wachten op een opdracht.",
            "organisation": "gemeente Deventer",
        },
        size="stad",
        licence="by-sa",
    ),
    Elsewhere(
        "robin",
        35,
        "gelukt",
        6,
        {
            "title": "Een hal vol reparaties",
            "what": "Ondernemers en de gemeente delen een hal waar je spullen laat maken.",
            "place": "een bedrijventerrein",
            "how": "Ik had ruimte over. De gemeente zocht een plek om minder weg te gooien. We begonnen"
            " met één dag.",
            "money": "Iedereen betaalt zijn eigen stroom. De hal is een jaar gratis.",
            "agreements_used": "Geld, en wie betaalt bij schade.",
            "as_professional": "Kleiner beginnen dan je durft, dat werkte.",
            "visit": "Vrijdagmiddag. De koffie staat klaar.",
        },
        size="stad",
        origin="ondernemers",
    ),
)
