"""The indicators of open data that the platform knows, and the sentence beside a model score."""

from __future__ import annotations

import re
from dataclasses import dataclass

UP, DOWN, NONE = 1, -1, 0
PEOPLE, HOMES, LIVING, NEAR, MONEY = "mensen", "wonen", "prettig", "dichtbij", "geld"
SAFE = "samen"
THEMES = {
    PEOPLE: "Wie hier wonen",
    HOMES: "Hoe mensen wonen",
    LIVING: "Hoe prettig het wonen is",
    SAFE: "Wat mensen over hun buurt zeggen",
    NEAR: "Wat dichtbij is",
    MONEY: "Inkomen",
}
LIVABILITY_SENTENCE = (
    "De Leefbaarometer rekent uit wat je kunt verwachten. Het is een signaal, geen oordeel. "
    "Hoe het echt is, weten de mensen die er wonen."
)


@dataclass(frozen=True)
class Indicator:
    """One thing that is measured. `style` is the notation; `better` says which way is good, 0 for neither."""

    key: str
    word: str
    theme: str
    style: str
    better: int = NONE
    unit: str = ""

    @property
    def is_livability(self) -> bool:
        return self.style in ("livability", "class")


# How many people of each age CBS counts: the measure, and the age in the survey.
AGE_KEYS = {
    "age_0_14": "0-14",
    "age_15_24": "15-24",
    "age_25_44": "25-44",
    "age_45_64": "45-64",
    "age_65_plus": "65+",
}
INDICATORS: dict[str, Indicator] = {
    one.key: one
    for one in (
        Indicator("inhabitants", "Inwoners", PEOPLE, "count"),
        Indicator("households", "Huishoudens", PEOPLE, "count"),
        Indicator("share_0_14", "Jonger dan 15 jaar", PEOPLE, "share"),
        Indicator("share_65_plus", "65 jaar of ouder", PEOPLE, "share"),
        Indicator("share_one_person", "Huishoudens met één persoon", PEOPLE, "percentage"),
        Indicator("household_size", "Mensen per huishouden", PEOPLE, "number"),
        Indicator("education_low", "Met een basisopleiding", PEOPLE, "percentage"),
        Indicator("education_middle", "Met een middelbare opleiding", PEOPLE, "percentage"),
        Indicator("education_high", "Met een hoge opleiding", PEOPLE, "percentage"),
        Indicator("homes", "Woningen", HOMES, "count"),
        Indicator("share_owner_occupied", "Koopwoningen", HOMES, "percentage"),
        Indicator("share_rented", "Huurwoningen", HOMES, "percentage"),
        Indicator("home_value", "Gemiddelde WOZ-waarde van een woning", HOMES, "thousand euro"),
        Indicator("gas_use", "Gemiddeld gasverbruik", HOMES, "number", DOWN, "m³"),
        Indicator("livability_class", "Hoe prettig is het wonen?", LIVING, "livability", UP),
        Indicator("livability_housing", "Zijn de huizen in orde?", LIVING, "class", UP),
        Indicator("livability_surroundings", "Is de omgeving fijn?", LIVING, "class", UP),
        Indicator("livability_amenities", "Is er genoeg te doen en te halen?", LIVING, "class", UP),
        Indicator("livability_cohesion", "Kennen mensen elkaar?", LIVING, "class", UP),
        Indicator("livability_safety", "Is het veilig op straat?", LIVING, "class", UP),
        Indicator("facilities_score", "Rapport voor stoepen, groen en verlichting", SAFE, "number", UP),
        Indicator("cohesion_score", "Rapport voor hoe mensen samenleven", SAFE, "number", UP),
        Indicator("share_strangers", "Mensen kennen elkaar nauwelijks", SAFE, "percentage", DOWN),
        Indicator("share_pleasant", "Mensen gaan prettig met elkaar om", SAFE, "percentage", UP),
        Indicator("share_helping", "Een gezellige buurt, waar mensen elkaar helpen", SAFE, "percentage", UP),
        Indicator("share_at_home", "Ik voel me thuis bij de mensen hier", SAFE, "percentage", UP),
        Indicator("share_nuisance", "Veel overlast in de buurt", SAFE, "percentage", DOWN),
        Indicator("share_unsafe", "Weleens onveilig in de eigen buurt", SAFE, "percentage", DOWN),
        Indicator("distance_gp", "Afstand tot de huisarts", NEAR, "km", DOWN),
        Indicator("distance_supermarket", "Afstand tot een grote supermarkt", NEAR, "km", DOWN),
        Indicator("distance_school", "Afstand tot een school", NEAR, "km", DOWN),
        Indicator("distance_childcare", "Afstand tot een kinderdagverblijf", NEAR, "km", DOWN),
        Indicator("income", "Gemiddeld inkomen per inwoner", MONEY, "thousand euro"),
        Indicator("status_score", "Welvaart, opleiding en werk samen", MONEY, "number"),
        Indicator("share_low_income", "Huishoudens rond het sociaal minimum", MONEY, "percentage", DOWN),
    )
}

_SOLUTION = re.compile(
    r"\b(we|je|jullie|ze|de gemeente) (moet|moeten|zou|zouden|kan|kunnen)\b|\ber (moet|moeten|zou|zouden)\b"
    r"|\b(oplossing|voorstel|ik stel voor|maak er|plaats er|zet er|leg er|bouw er)\b",
    re.IGNORECASE,
)


def reads_like_solution(text: str) -> bool:
    """Whether a text says what should be done, instead of what somebody saw.

    >>> reads_like_solution("Er moet een bankje komen."), reads_like_solution("Er is geen bankje.")
    (True, False)
    """
    return _SOLUTION.search(text) is not None
