"""The whole chain in a browser: a voedselbos goes from idea to signed agreement."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from tests.browser.hands import Pointer
from tests.cast import Cast, person

IDEA = "Voedselbos Lettele"
TABLE = "Een voedselbos voor Lettele"
GOAL = "In 2028 staat er een voedselbos waar iedereen plukt."
PROMISE = "De grond is schoon en klaar om te planten."
FENNA = "fenna@voorbeeld.example"


@dataclass
class Chain:
    """The people of the story and their pages. `open_window` gives each person a `Pointer` and a window.

    `meanwhile` is called between their turns: the worker then writes and sends notices.
    """

    cast: Cast
    open_window: Callable[[], Pointer]
    meanwhile: Callable[[], object] = lambda: None
    people: dict[str, Pointer] = field(default_factory=dict)
    initiative: str = ""
    goal: str = ""
    agreement: str = ""

    def walk(self) -> None:
        self.tell()
        self.assess()
        self.sit_down()
        self.write_letters()
        self.say_yes()
        self.sign()

    def tell(self) -> None:
        """Fenna lives in Lettele and visits the site for the first time."""
        fenna = self.people["fenna"] = self.open_window()
        fenna.go("/")
        fenna.go("/initiatieven/nieuw/")
        fenna.write("Wat wil je doen?", "Een bos vol noten, fruit en kruiden.")
        fenna.write("Geef je idee een korte naam", IDEA)
        fenna.press("Verder")
        fenna.tick("Ergens in een wijk of dorp")
        fenna.pick("Welke wijk, welk dorp of welke buurt?", "Lettele")
        fenna.press("Verder")
        fenna.write("Waarom wil je dit?", "Iedereen mag er plukken en leren.")
        fenna.write("Je naam", "Fenna")
        fenna.write("Je e-mailadres", FENNA)
        fenna.press("Verstuur mijn idee")
        fenna.type_code(FENNA)
        fenna.sees("Je idee staat op het veld")
        fenna.follow("Bekijk je eigen bladzijde")
        self.initiative = _place(fenna)
        self.meanwhile()

    def assess(self) -> None:
        """Samira of the desk takes the case; both confirm the start; the desk helps."""
        fenna, samira = self.people["fenna"], self.comes("samira")
        samira.go("/balie/")
        samira.press(f"Neem ik {IDEA}")
        if "/zaak/" not in samira.page.url:
            samira.follow(IDEA)
        case = _place(samira)
        samira.sees("Fenna")
        samira.unfold("Schrijf een gesprek op")
        samira.write("Wat bespraken jullie?", "Fenna zoekt een stuk grond.")
        samira.press("Bewaar het verslag")
        samira.sees("Fenna zoekt een stuk grond.")
        fenna.go(case)
        fenna.press("Ik bevestig de start")
        samira.go(case)
        samira.press("Ik bevestig de start")
        samira.sees("Jullie bevestigden allebei")
        samira.unfold("Spreek een actie af")
        samira.write("Wat moet er gebeuren?", "Bel de buren")
        samira.press("Zet op de lijst")
        samira.sees("Bel de buren")
        samira.tick("We helpen")
        samira.write("Je antwoord", "We helpen je aan een plek.")
        samira.press("Verstuur het antwoord")
        samira.sees("We helpen je aan een plek.")

    def sit_down(self) -> None:
        """Fenna opens a table; the gemeente and a grower join."""
        fenna = self.people["fenna"]
        fenna.go(self.initiative)
        fenna.follow("Open een tafel")
        fenna.write("Naam van de opgave", TABLE)
        fenna.write("Waar gaat het over?", "Waar en hoe?")
        fenna.press("Open de tafel")
        fenna.sees("De tafel staat klaar.")
        self.goal = _place(fenna)
        for name in ("ilse", "bas"):
            somebody = self.comes(name)
            somebody.go(self.goal)
            somebody.press("Vraag een stoel")
            somebody.sees("Je vraag ligt op tafel")
            fenna.go(self.goal)
            fenna.press("Ja, schuif aan")
            fenna.sees("zit aan tafel")

    def write_letters(self) -> None:
        """Each seat writes alone; then all letters are opened at once."""
        for name, text in (
            ("fenna", "Een bos om in te plukken."),
            ("ilse", "Meer schaduw."),
            ("bas", "Werk."),
        ):
            somebody = self.people[name]
            somebody.go(self.goal)
            somebody.write("Wat wil jij bereiken?", text)
            somebody.press("Doe mijn briefje dicht")
        self.people["ilse"].go(self.goal)
        self.people["ilse"].press("Open alle briefjes")
        self.people["ilse"].sees("Een bos om in te plukken.")

    def say_yes(self) -> None:
        """One version, three times JA."""
        fenna = self.people["fenna"]
        fenna.go(self.goal)
        fenna.unfold("Schrijf de eerste versie")
        fenna.write("Het gezamenlijke doel, in jouw woorden", GOAL)
        fenna.press("Leg deze versie op tafel")
        self.meanwhile()
        for name in ("fenna", "ilse", "bas"):
            somebody = self.people[name]
            somebody.go(self.goal)
            somebody.tick("ik ga mee")
            somebody.press("Geef mijn antwoord")
        self.people["bas"].sees("Ons gezamenlijke doel")

    def sign(self) -> None:
        """Ilse promises the ground to Fenna; Bas signs too."""
        fenna = self.people["fenna"]
        fenna.go(self.goal)
        fenna.follow("Maak een afspraak")
        fenna.pick("Wie belooft het?", self.cast.ilse.name)
        fenna.pick("Aan wie?", "Fenna")
        fenna.write("Wat wordt er beloofd?", PROMISE)
        fenna.write("Uiterlijk wanneer?", f"{self.cast.today.year + 1}-12-12")
        fenna.write("Onder welke voorwaarden?", "Het bodemonderzoek is klaar.")
        fenna.tick(self.cast.bas.name)
        fenna.press("Leg de afspraak klaar")
        self.agreement = _place(fenna)
        self.meanwhile()
        for name in ("fenna", "ilse", "bas"):
            somebody = self.people[name]
            somebody.go(self.agreement)
            somebody.press("Ja, ik teken")
        self.people["bas"].sees("Loopt")
        self.meanwhile()

    def comes(self, name: str) -> Pointer:
        """A member of the cast opens a window and logs in."""
        somebody = self.people[name] = self.open_window()
        somebody.log_in(str(person(getattr(self.cast, name)).email))
        return somebody


def _place(hands: Pointer) -> str:
    """The URL without server, query and fragment."""
    return re.sub(r"^https?://[^/]+|[?#].*$", "", hands.page.url)
