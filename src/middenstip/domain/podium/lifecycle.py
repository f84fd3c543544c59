"""The states of an edition and of a pitch, what can be promised, and the limits."""

from __future__ import annotations

from datetime import timedelta

from middenstip.kernel.lifecycle import Lifecycle

ANNOUNCED, ENROL, PROGRAMME, EVENING, ARCHIVED = "announced", "enrol", "programme", "evening", "archived"

EDITION = Lifecycle(
    noun="deze editie",
    words={
        ANNOUNCED: "aangekondigd",
        ENROL: "inschrijven",
        PROGRAMME: "programma",
        EVENING: "de avond",
        ARCHIVED: "archief",
    },
    steps={
        (ANNOUNCED, "next"): ENROL,
        (ENROL, "pitch"): ENROL,
        (ENROL, "choose"): ENROL,
        (ENROL, "next"): PROGRAMME,
        (PROGRAMME, "choose"): PROGRAMME,
        (PROGRAMME, "next"): EVENING,
        (EVENING, "promise"): EVENING,
        (EVENING, "card"): EVENING,
        (EVENING, "next"): ARCHIVED,
        (ARCHIVED, "card"): ARCHIVED,
    },
)

NEXT_STEPS = {
    ANNOUNCED: "Open de inschrijving",
    ENROL: "Sluit de inschrijving",
    PROGRAMME: "Begin de avond",
    EVENING: "Sluit de avond af",
}

OFFERED, CHOSEN, DROPPED = "offered", "chosen", "dropped"

PITCH = Lifecycle(
    noun="deze pitch",
    words={OFFERED: "aangemeld", CHOSEN: "op het programma", DROPPED: "teruggetrokken"},
    steps={
        (OFFERED, "choose"): CHOSEN,
        (OFFERED, "drop"): DROPPED,
        (CHOSEN, "drop"): DROPPED,
        (DROPPED, "offer"): OFFERED,
    },
)

JOIN, MONEY, PLACE, PERMISSION, HANDS = "join", "money", "place", "permission", "hands"
PROMISES = {
    JOIN: "ik doe mee",
    MONEY: "ik geef geld",
    PLACE: "ik geef een plek",
    PERMISSION: "ik regel toestemming",
    HANDS: "ik help met mijn handen",
}
MOST_MINUTES = 30
MOST_PITCHES = 40
MOST_PROMISES = 500  # at one pitch
MOST_EUROS = 10_000_000
SIGNED_WITHIN = timedelta(days=14)
CARD_NAME_KEPT = timedelta(days=90)  # the name on a card that nobody came for
