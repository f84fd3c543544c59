"""The states of a project, its awards, orders and tasks, and the steps between them."""

from middenstip.kernel.lifecycle import Lifecycle

PLANNING, FILED, DECIDED, RUNNING, DELIVERED, UPKEEP, LEARNED = (
    "planning",
    "filed",
    "decided",
    "running",
    "delivered",
    "upkeep",
    "learned",
)

PROJECT = Lifecycle(
    noun="het project",
    words={
        PLANNING: "plan",
        FILED: "ingediend",
        DECIDED: "besluit",
        RUNNING: "uitvoering",
        DELIVERED: "oplevering",
        UPKEEP: "beheer",
        LEARNED: "geleerd",
    },
    steps={
        (PLANNING, "file"): FILED,
        (FILED, "answer_yes"): DECIDED,
        (FILED, "answer_no"): PLANNING,
        (DECIDED, "file"): FILED,
        (PLANNING, "start"): RUNNING,
        (DECIDED, "start"): RUNNING,
        (RUNNING, "deliver"): DELIVERED,
        (DELIVERED, "resume"): RUNNING,
        (DELIVERED, "maintain"): UPKEEP,
        (PLANNING, "close"): LEARNED,
        (FILED, "close"): LEARNED,
        (DECIDED, "close"): LEARNED,
        (RUNNING, "close"): LEARNED,
        (DELIVERED, "close"): LEARNED,
        (UPKEEP, "close"): LEARNED,
    },
)

# Steps that the team takes by itself, with the words of the button.
MOVES = {
    "start": "Begin met de uitvoering",
    "deliver": "Het is klaar: opleveren",
    "resume": "Toch nog niet klaar",
    "maintain": "Het beheer begint",
}

TECHNICAL, SOCIAL = "technisch", "sociaal"
TRACKS = {TECHNICAL: "Het gebouwde", SOCIAL: "De mensen"}

MILESTONE = Lifecycle(
    noun="de mijlpaal",
    words={"open": "nog te doen", "reached": "gehaald", "dropped": "vervallen"},
    steps={("open", "reach"): "reached", ("open", "drop"): "dropped"},
)

TRANCHE = Lifecycle(
    noun="het deelbedrag",
    words={
        "planned": "gepland",
        "met": "voorwaarde gehaald",
        "asked": "aangevraagd",
        "paid": "betaald",
        "withheld": "ingehouden",
    },
    steps={
        ("planned", "meet"): "met",
        ("met", "ask"): "asked",
        ("asked", "pay"): "paid",
        ("planned", "withhold"): "withheld",
        ("met", "withhold"): "withheld",
        ("asked", "withhold"): "withheld",
    },
)

AWARD = Lifecycle(
    noun="de toekenning",
    words={"granted": "toegekend", "withdrawn": "ingetrokken"},
    steps={("granted", "withdraw"): "withdrawn"},
)

ASKED, ACCEPTED, BUSY, HANDED, APPROVED, REFUSED, PAID, OFF = (
    "asked",
    "accepted",
    "busy",
    "delivered",
    "approved",
    "refused",
    "paid",
    "off",
)
ORDER = Lifecycle(
    noun="de opdracht",
    words={
        ASKED: "gevraagd",
        ACCEPTED: "aanvaard",
        BUSY: "bezig",
        HANDED: "opgeleverd",
        REFUSED: "geweigerd",
        APPROVED: "goedgekeurd",
        PAID: "betaald",
        OFF: "gaat niet door",
    },
    steps={
        (ASKED, "accept"): ACCEPTED,
        (ASKED, "decline"): OFF,
        (ASKED, "withdraw"): OFF,
        (ACCEPTED, "begin"): BUSY,
        (ACCEPTED, "deliver"): HANDED,
        (BUSY, "deliver"): HANDED,
        (HANDED, "approve"): APPROVED,
        (HANDED, "refuse"): REFUSED,
        (REFUSED, "deliver"): HANDED,
        (APPROVED, "pay"): PAID,
    },
)
COMMITTED = (ASKED, ACCEPTED, BUSY, HANDED, REFUSED, APPROVED)  # its price is kept free on its line

TASK = Lifecycle(
    noun="de taak",
    words={"open": "zoekt mensen", "filled": "gevuld", "done": "gedaan", "dropped": "vervallen"},
    steps={
        ("open", "fill"): "filled",
        ("filled", "open"): "open",
        ("open", "finish"): "done",
        ("filled", "finish"): "done",
        ("open", "drop"): "dropped",
        ("filled", "drop"): "dropped",
    },
)

PLANNED_TO_ASK = "gepland"
APPLICATION = Lifecycle(
    noun="de aanvraag",
    words={
        PLANNED_TO_ASK: "van plan",
        "gevraagd": "aangevraagd",
        "toegekend": "toegekend",
        "afgewezen": "afgewezen",
        "af": "gaat niet door",
    },
    steps={
        (PLANNED_TO_ASK, "ask"): "gevraagd",
        (PLANNED_TO_ASK, "drop"): "af",
        ("gevraagd", "grant"): "toegekend",
        ("gevraagd", "reject"): "afgewezen",
        ("gevraagd", "drop"): "af",
    },
)
REMINDERS = (8, 4, 1)  # weeks before the last day of a scheme

WAITS, CHANCE = "wacht", "koppel"
LINKS = {WAITS: "Wij wachten op dit project", CHANCE: "We doen iets samen (koppelkans)"}

# Who approves spending, by the form of the client: seats of these halves in the team.
CLIENT_FORMS = {
    "bewoners": "Bewoners",
    "gemeente": "Gemeente",
    "ondernemer": "Ondernemer",
    "gezamenlijk": "Gezamenlijk",
    "coöperatie": "Coöperatie",
}
APPROVES = {
    "bewoners": ("bewoners",),
    "gemeente": ("overheid",),
    "ondernemer": ("ondernemers",),
    "gezamenlijk": ("bewoners", "overheid", "ondernemers"),
    "coöperatie": ("bewoners", "overheid", "ondernemers"),
}
APPROVES_WORDS = {
    "bewoners": "Bewoners in het team keuren uitgaven goed en nemen het werk aan.",
    "gemeente": "De gemeente keurt uitgaven goed en neemt het werk aan.",
    "ondernemer": "Ondernemers in het team keuren uitgaven goed en nemen het werk aan.",
    "gezamenlijk": "Iedere helft in het team mag uitgaven goedkeuren. Nooit voor eigen werk.",
    "coöperatie": "Leden in het team keuren uitgaven goed. Nooit voor eigen werk.",
}

SUBSIDY, FUND = "subsidie", "fonds"
AWARD_KINDS = {SUBSIDY: "Subsidie", FUND: "Fonds"}
SOURCE_KINDS = {
    "eigen geld": "Eigen geld",
    "leden": "Leden",
    "verhuur": "Verhuur",
    "opdrachten": "Opdrachten",
    "crowdfunding": "Crowdfunding",
    "uren": "Uren",
    "natura": "Natura",
}
NOT_MONEY = ("uren", "natura")
CERTAINTIES = {"vast": "zeker", "toegezegd": "beloofd", "aangevraagd": "gevraagd"}

HALVES = [("bewoners", "Bewoners"), ("overheid", "Overheid"), ("ondernemers", "Ondernemers")]

CHECKS = {
    "people": "Mensen",
    "money": "Geld",
    "place": "Plek",
    "permission": "Mogen",
    "energy": "Zin en vaart",
}
GREEN, AMBER, RED, UNKNOWN, BLANK = "groen", "oranje", "rood", "onbekend", "nog te weinig"
COLOURS = (GREEN, BLANK, UNKNOWN, AMBER, RED)  # from good to bad

RESULTS = {"gelukt": "gelukt", "deels": "deels gelukt", "mislukt": "mislukt"}
