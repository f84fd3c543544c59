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
THEME_CHOICES = [(theme.slug, theme.word) for theme in THEMES.values()]
