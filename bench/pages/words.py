"""Invented Dutch texts about a neighbourhood: 60 to 200 words, with common and rare words as people use."""

from __future__ import annotations

from random import Random

WHO = [
    "de buren",
    "een paar ouders",
    "de kinderen van groep acht",
    "de bakker op de hoek",
    "onze straat",
    "de voetbalclub",
    "een groep vrijwilligers",
    "de huisarts",
    "de bewoners van de flat",
    "twee boeren",
    "de wijkagent",
    "het koor",
    "de winkeliers",
    "een kunstenaar",
    "de school",
    "jongeren uit de wijk",
    "de speeltuinvereniging",
    "mijn buurvrouw",
]
DO = [
    "willen samen",
    "gaan elke week",
    "kunnen straks",
    "hopen om",
    "zoeken naar geld om",
    "oefenen al een jaar om",
    "vragen toestemming om",
    "hebben een plan om",
    "beginnen in het voorjaar om",
    "proberen",
]
WHAT = [
    "een moestuin aanleggen",
    "het plein vergroenen",
    "oude fietsen repareren",
    "een bankje timmeren",
    "samen koken",
    "zonnepanelen op het dak leggen",
    "de sloot schoonmaken",
    "een buurtbus laten rijden",
    "taallessen geven",
    "een speelplek bouwen",
    "regenwater opvangen",
    "bomen planten",
    "een voedselbos beginnen",
    "kleding ruilen",
    "een zebrapad schilderen",
    "de leegstaande winkel openen",
    "ouderen bezoeken",
    "een wandelroute uitzetten",
    "zwerfafval rapen",
    "een bijenhotel ophangen",
    "een huiskamer voor de wijk inrichten",
    "muziek maken",
    "gereedschap delen",
    "een laadpaal plaatsen",
    "het dorpshuis opknappen",
    "een jaarmarkt houden",
]
WHERE = [
    "bij de kerk",
    "langs het spoor",
    "achter de school",
    "op het oude veld",
    "naast de sporthal",
    "in het park",
    "aan de rand van het dorp",
    "onder de brug",
    "bij de bushalte",
    "op de hoek van de straat",
    "in de oude fabriek",
]
WHY = [
    "omdat er niets te doen is",
    "want het is er kaal en heet",
    "zodat iedereen elkaar weer kent",
    "omdat de laatste winkel dichtging",
    "want de kinderen hebben geen plek",
    "zodat niemand alleen zit",
    "omdat het water blijft staan",
    "want afval hoort niet op straat",
    "zodat we minder energie gebruiken",
    "omdat het verkeer te hard rijdt",
    "want samen is het leuker",
    "zodat het veilig voelt in de avond",
]
RARE = [
    "pizzaoven",
    "waterkelder",
    "zweefmolen",
    "ijsbaan",
    "kerkuil",
    "grasdak",
    "houtsnipper",
    "vlaggenmast",
    "kruidenwiel",
    "vleermuis",
    "boomhut",
    "kanosteiger",
    "wormenhotel",
    "dorpsomroeper",
    "regenton",
    "knotwilg",
    "schaapskooi",
    "hooiberg",
    "sterrenwacht",
    "poelkikker",
]


class Teller:
    """Writes one idea after the other; the same seed gives the same ideas."""

    def __init__(self, seed: int) -> None:
        self.dice = Random(seed)  # noqa: S311
        self.sentences = [self._sentence() for _ in range(4000)]

    def title(self) -> str:
        what, where = self.dice.choice(WHAT), self.dice.choice(WHERE)
        return f"{what} {where}".capitalize()[:100]

    def text(self) -> str:
        """Between 60 and 200 words."""
        wanted, told, count = self.dice.randint(60, 185), [], 0
        while count < wanted:
            sentence = self.dice.choice(self.sentences)
            told.append(sentence)
            count += sentence.count(" ") + 1
        return " ".join(told)

    def _sentence(self) -> str:
        parts = [self.dice.choice(some) for some in (WHO, DO, WHAT, WHERE, WHY)]
        if self.dice.random() < 0.04:
            parts.append(f"en er komt een {self.dice.choice(RARE)}")
        return f"{' '.join(parts)}.".capitalize()
