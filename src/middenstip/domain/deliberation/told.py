"""The Dutch sentence for each fact of this room, or `Silent` with the reason why there is none."""

from middenstip.domain.deliberation import facts
from middenstip.journal.told import Choice, Mark, Sayings, Silent, Told

TOLD: Sayings = {
    facts.BallotOpened: Told(
        sentence=Choice(
            "mode",
            {"consent": "{who} vroeg of iemand bezwaar heeft: {ballot}."},
            "{who} opende een stemming: {ballot}.",
        ),
        short="er is een stemming",
    ),
    facts.BallotExtended: Told(sentence="Een stemming duurt langer, want er was een storing: {ballot}."),
    facts.BallotCounted: Told(
        sentence=Choice(
            "outcome",
            {"adopted": "De drie helften zeiden ja: {ballot}."},
            "De stemmen zijn geteld: {ballot}.",
        ),
        short="de stemmen zijn geteld",
    ),
    facts.ConditionAnswered: Told(sentence="{who} gaf antwoord op een voorwaarde bij {ballot}."),
    facts.DecisionMade: Told(
        sentence=Choice(
            "outcome",
            {"adopted": "Er is een besluit: {decision}."},
            "Er kwam geen gezamenlijk besluit: {decision}.",
        ),
        mark=Choice("outcome", {"adopted": Mark("besluit", is_good=True)}, None),
        short="er is een besluit",
    ),
    facts.MinoritySpoke: Told(sentence="{who} gaf iets mee aan het besluit {decision}."),
    facts.CovenantWritten: Told(
        sentence="{who} schreef een convenant: {covenant}.", short="er is een convenant"
    ),
    facts.CovenantSigned: Told(sentence="{who} tekende het convenant {covenant}."),
    facts.InquiryOpened: Told(
        sentence="{who} vraagt wat mensen vinden: {inquiry}.", short="er zijn stellingen"
    ),
    facts.InquiryClosed: Told(
        sentence="De stellingen zijn geteld: {inquiry}. Mensen: {people}. Gedeeld: {shared}.",
        short="de stellingen zijn geteld",
    ),
    facts.DialogueOpened: Told(sentence="{who} begon een gesprek: {dialogue}.", short="er is een gesprek"),
    facts.DialogueMoved: Silent("the page of the dialogue shows where it is"),
    facts.DialogueEnded: Told(
        sentence=Choice(
            "outcome",
            {"decided": "Het gesprek is klaar, iedereen kan verder: {dialogue}. Mensen: {people}."},
            "Het gesprek is geparkeerd: {dialogue}. Mensen: {people}.",
        ),
        short="het gesprek is klaar",
    ),
    facts.MandateSet: Told(sentence="{who} schreef op wie wat beslist: {mandate}."),
    facts.GainWritten: Silent("the page of the table shows it"),
    facts.SupportOpened: Told(
        sentence="{who} vraagt of mensen een plan steunen: {support}.", short="er is een vraag naar draagvlak"
    ),
    facts.SupportClosed: Told(
        sentence="Het draagvlak is bekend: {support}. Mensen: {people}.", short="het draagvlak is bekend"
    ),
    facts.ScenarioWritten: Told(
        sentence=Choice(
            "is_changed",
            {"True": "{who} paste een scenario aan: {scenario}."},
            "{who} zette een scenario naast de andere: {scenario}.",
        ),
    ),
}
