"""The published rules. Each has a key, so that a decision can name the rule it follows."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class HouseRule:
    """One rule: its key, the rule itself, and what it means, in sentences that can be read aloud."""

    key: str
    title: str
    text: str


HOUSE_RULES = {
    rule.key: rule
    for rule in (
        HouseRule(
            "respect",
            "We praten over het plan, niet over de persoon.",
            "Schelden, bedreigen en belachelijk maken mag niet. Het oneens zijn mag altijd.",
        ),
        HouseRule(
            "discriminatie",
            "Iedereen hoort erbij.",
            "Je sluit niemand uit om afkomst, geloof, geslacht, geaardheid, beperking of leeftijd.",
        ),
        HouseRule(
            "privacy",
            "Wat van een ander is, blijft van een ander.",
            "Je zet geen adres, telefoonnummer of verhaal van iemand anders op deze site zonder diens ja.",
        ),
        HouseRule(
            "reclame",
            "Deze plek is geen reclamebord.",
            "Je plaatst geen reclame en geen links die niets met het plan te maken hebben.",
        ),
        HouseRule(
            "eerlijk",
            "Je bent wie je zegt dat je bent.",
            "Je doet je niet voor als een ander en plaatst niet steeds dezelfde tekst.",
        ),
        HouseRule(
            "wet",
            "De wet geldt ook hier.",
            "Wat de wet verbiedt, zoals oplichting of oproepen tot geweld, halen we weg.",
        ),
    )
}
RULE_CHOICES = [(rule.key, rule.title) for rule in HOUSE_RULES.values()]
