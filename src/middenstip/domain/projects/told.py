"""The Dutch sentence for each fact of this room, or `Silent` with the reason why there is none."""

from middenstip.domain.projects import facts
from middenstip.journal.told import Choice, Mark, Sayings, Silent, Told

_ON_PAGE = Silent("the page of the project shows it as it is now")

TOLD: Sayings = {
    facts.ProjectStarted: Told(
        short="er is een project",
        sentence="Wat afgesproken is, werd een project: {project}.",
        mark=Mark("project", is_good=True),
    ),
    facts.PlanWritten: Told(short="er is een plan", sentence="{who} schreef het plan van {project}."),
    facts.MilestonePlanned: _ON_PAGE,
    facts.MilestoneReached: Told(
        short="een mijlpaal",
        sentence=Choice(
            "state",
            {"dropped": "{who} schrapte een mijlpaal van {project}."},
            "{who} zei dat een mijlpaal van {project} gehaald is.",
        ),
    ),
    facts.WishMade: Told(sentence="{who} deed een wens bij {project}."),
    facts.WishAnswered: Told(sentence="{who} gaf antwoord op een wens bij {project}."),
    facts.ProjectFiled: Told(
        short="het plan is ingediend",
        sentence="{who} diende het plan van {project} in.",
        mark=Mark("ingediend"),
    ),
    facts.FilingReceived: Told(sentence="{who} ontving het plan van {project}."),
    facts.FilingAnswered: Told(
        short="er is een besluit",
        sentence=Choice(
            "outcome",
            {
                "nee": "{who} zei nee tegen het plan van {project}.",
                "voorwaarden": "{who} zei ja onder voorwaarden tegen het plan van {project}.",
            },
            "{who} zei ja tegen het plan van {project}.",
        ),
        mark=Mark("besluit"),
    ),
    facts.FilingLate: Told(
        sentence="Er kwam op tijd geen antwoord op het plan van {project}.", mark=Mark("te laat")
    ),
    facts.ProjectMoved: Told(
        short="het project ging verder",
        sentence=Choice(
            "state",
            {
                "running": "{who} begon met de uitvoering van {project}.",
                "delivered": "{who} leverde {project} op.",
                "upkeep": "{who} begon met het beheer van {project}.",
            },
            "{who} bracht {project} een stap verder.",
        ),
    ),
    facts.BudgetChanged: _ON_PAGE,
    facts.OverrunDecided: Told(sentence="{who} besloot dat een regel van {project} meer mag kosten."),
    facts.MoneyBooked: _ON_PAGE,
    facts.AwardGranted: Told(
        short="er is geld toegekend",
        sentence="{who} kende geld toe aan {project}.",
        mark=Mark("toegekend", is_good=True),
    ),
    facts.AwardWithdrawn: Told(sentence="{who} trok geld voor {project} in.", mark=Mark("ingetrokken")),
    facts.TrancheMoved: Told(
        sentence=Choice(
            "state",
            {
                "met": "{who} zei dat een voorwaarde van {project} gehaald is.",
                "asked": "{who} vroeg een deelbedrag voor {project} aan.",
                "withheld": "{who} hield een deelbedrag voor {project} in.",
            },
            "{who} betaalde een deelbedrag aan {project}.",
        )
    ),
    facts.CliffNear: Told(
        short="het geld raakt op",
        sentence=Choice(
            "clock",
            {"geld op": "Het geld van {project} raakt binnen {level} maanden op."},
            "De subsidie van {project} stopt binnen {level} maanden.",
        ),
        mark=Mark("let op"),
    ),
    facts.DeadlineNear: Silent("it is for the team that wants to ask"),
    facts.ProjectLinked: Told(
        sentence=Choice(
            "how",
            {"wacht": "{who} zei dat {project} wacht op een ander project."},
            "{who} koppelde {project} aan een ander project.",
        )
    ),
    facts.CheckAnswered: _ON_PAGE,
    facts.TaskAsked: Told(short="er is werk", sentence="{who} vroeg mensen voor een taak bij {project}."),
    facts.TaskTaken: Silent("who helps is for the team"),
    facts.TaskHandedBack: Silent("who cannot help is for the team"),
    facts.TaskDone: Silent("who helped is for the team"),
    facts.ProjectClosed: Told(
        short="het project is klaar",
        sentence=Choice(
            "outcome",
            {
                "mislukt": "{who} sloot {project} af: het lukte niet, en we leerden ervan.",
                "deels": "{who} sloot {project} af: het lukte deels.",
            },
            "{who} sloot {project} af: het is gelukt.",
        ),
        mark=Mark("geleerd"),
    ),
    facts.OrderAsked: Told(sentence="{who} vroeg om werk: {order}."),
    facts.OrderMoved: Told(
        sentence=Choice(
            "state",
            {
                "accepted": "{who} nam de opdracht aan: {order}.",
                "busy": "{who} begon met de opdracht: {order}.",
            },
            "De opdracht gaat niet door: {order}.",
        )
    ),
    facts.OrderDelivered: Told(sentence="{who} leverde op: {order}."),
    facts.OrderApproved: Told(sentence="{who} keurde goed: {order}.", mark=Mark("goedgekeurd", is_good=True)),
    facts.OrderRefused: Told(sentence="{who} keurde nog niet goed: {order}.", mark=Mark("herstellen")),
    facts.OrderPaid: Told(sentence="{who} boekte de betaling: {order}."),
    facts.OrderWaits: Silent("those who must answer are told"),
    facts.ExtraSigned: Told(
        sentence=Choice(
            "is_agreed",
            {"True": "Beide kanten tekenden voor meerwerk: {order}."},
            "{who} stelde meerwerk voor: {order}.",
        )
    ),
}
