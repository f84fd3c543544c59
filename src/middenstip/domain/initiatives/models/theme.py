"""The main themes of government publications (TOOI TOP-lijst, scw_toplijst v1)."""

from __future__ import annotations

from dataclasses import dataclass

PREFIX = "https://identifier.overheid.nl/tooi/def/thes/top/"


@dataclass(frozen=True)
class Theme:
    """One main theme: the code in the official list, a slug for URLs, and the Dutch word."""

    code: str
    slug: str
    word: str

    @property
    def uri(self) -> str:
        return PREFIX + self.code


THEMES = {
    theme.slug: theme
    for theme in (
        Theme("c_0361ffb3", "cultuur-en-recreatie", "cultuur en recreatie"),
        Theme("c_d363776f", "economie", "economie"),
        Theme("c_f47ad6ca", "internationaal", "internationaal"),
        Theme("c_399f194b", "migratie-en-integratie", "migratie en integratie"),
        Theme("c_afa30a11", "natuur-en-milieu", "natuur en milieu"),
        Theme("c_c232ae4a", "onderwijs-en-wetenschap", "onderwijs en wetenschap"),
        Theme("c_d58b78ca", "openbare-orde-en-veiligheid", "openbare orde en veiligheid"),
        Theme("c_3eb6243b", "organisatie-en-bedrijfsvoering", "organisatie en bedrijfsvoering"),
        Theme("c_391585db", "overheidsfinancien", "overheidsfinanciën"),
        Theme("c_f4679acc", "recht", "recht"),
        Theme("c_cfc7d5ab", "ruimte-en-infrastructuur", "ruimte en infrastructuur"),
        Theme("c_d4890526", "sociale-zekerheid", "sociale zekerheid"),
        Theme("c_849842ac", "verkeer", "verkeer"),
        Theme("c_9d1917e9", "werk", "werk"),
        Theme("c_124eaf3a", "wonen", "wonen"),
        Theme("c_d0463fb7", "zorg-en-gezondheid", "zorg en gezondheid"),
    )
}


@dataclass(frozen=True)
class PlainTheme:
    """One of the eight themes that people choose from: the main theme that is stored, and its plain words.

    `stems` are beginnings or parts of Dutch words in a text about this theme.
    """

    slug: str
    word: str
    stems: tuple[str, ...]


def _plain(slug: str, word: str, stems: str) -> PlainTheme:
    return PlainTheme(slug, word, tuple(stems.split()))


PLAIN_THEMES = (
    _plain(
        "natuur-en-milieu",
        "groen en natuur",
        "groen natuur bos bomen boom tuin plant zaai bloem bij insect vogel dier pluk moes voedsel oogst"
        " kweek compost afval klimaat energie zonne water sloot vijver",
    ),
    _plain(
        "cultuur-en-recreatie",
        "spelen, sport en cultuur",
        "speel spelen sport voetbal toestel muziek toneel theater zing koor kunst feest film boek"
        " fiets wandel zwem dans museum cultuur",
    ),
    _plain(
        "zorg-en-gezondheid",
        "zorg voor elkaar",
        "zorg eenzaam ouder senior dement ziek gezond mantel hulp maaltijd eten koken koffie samen"
        " ontmoet buurthuis huiskamer",
    ),
    _plain("wonen", "wonen", "woning wonen huis flat huur hofje starter tiny bouw isol"),
    _plain(
        "verkeer",
        "straat en verkeer",
        "verkeer straat auto parkeer stoep oversteek bus vervoer drempel snelheid weg trein laadpaal",
    ),
    _plain(
        "onderwijs-en-wetenschap",
        "leren",
        "school leer les kinderen jeugd jongeren student taal cursus computer bibliotheek stage",
    ),
    _plain(
        "economie",
        "werk en ondernemen",
        "werk baan winkel onderneem ondernemer markt bedrijf verkoop cooperatie geld reparatie repair",
    ),
    _plain(
        "sociale-zekerheid",
        "meedoen en rondkomen",
        "armoede schuld rondkomen voedselbank weggeef ruil kleding uitkering vluchteling nieuwkomer"
        " inburger meedoen vrijwillig",
    ),
)
THEME_CHOICES = [(theme.slug, theme.word) for theme in THEMES.values()]
# What readers see: the plain word of each of the eight, else the official one.
THEME_WORDS = dict(THEME_CHOICES) | {theme.slug: theme.word for theme in PLAIN_THEMES}
