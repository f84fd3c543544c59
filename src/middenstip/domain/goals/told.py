"""The Dutch sentence for each fact of this room, or `Silent` with the reason why there is none."""

from middenstip.domain.goals import facts
from middenstip.journal.told import Choice, Halves, Mark, Quote, Sayings, Silent, Together, Told


def _version(below: str) -> Quote:
    """The words of the version that the fact is about."""
    return Quote(
        model="goals.Version",
        text="text",
        thing="goal__public_id",
        number="number",
        column="number",
        below=below,
    )


_JOINS = Together(name="yes", number="number")

TOLD: Sayings = {
    facts.GoalOpened: Told(short="er is een tafel", sentence="{who} opende een tafel over {goal}."),
    facts.ChairTaken: Told(short="iemand schoof aan", sentence="{who} ging zitten aan de tafel over {goal}."),
    facts.ChairLeft: Told(sentence="{who} stond op van de tafel over {goal}."),
    facts.SeatInvited: Silent("it is news when the seat that was asked comes"),
    facts.InvitationDeclined: Silent("saying no to an invitation is between those two"),
    facts.ChairAsked: Silent("it is news when the seat sits down"),
    facts.ChairRefused: Silent("a refusal is between the table and the seat that asked"),
    facts.ChairGiven: Silent("the seat that sits down is the news"),
    facts.MotionMade: Silent("what the table decides is the news"),
    facts.ChairSentAway: Told(sentence="De tafel over {goal} vroeg een zetel om op te staan."),
    facts.ChairBroughtBack: Told(sentence="Een zetel zit weer aan de tafel over {goal}."),
    facts.GoalResumed: Told(sentence="De tafel over {goal} gaat weer verder."),
    facts.LetterSealed: Silent("nobody knows who wrote before all letters open together"),
    facts.LettersRevealed: Told(
        short="de briefjes gingen open",
        sentence="De tafel opende tegelijk {letters} briefjes over {goal}.",
        halves=Halves.ALL,
    ),
    facts.LetterRestated: Silent("it is news when its writer says that it is right"),
    facts.RestatementConfirmed: Told(
        short="iemand werd begrepen",
        sentence="Aan de tafel over {goal} zei een helft in eigen woorden wat een ander bedoelt. Het klopte.",
    ),
    facts.RestatementCorrected: Silent("it is news when they understand each other"),
    facts.GoalProposed: Told(
        short="een nieuwe versie van het doel",
        sentence="{who} legde versie {number} van het doel op tafel bij {goal}.",
        quote=_version("Versie {number} van het doel bij {goal}."),
    ),
    facts.GoalAnswered: Told(
        short="antwoord op het doel",
        sentence=Choice(
            "answer",
            {
                "ja": "{who} zei ja tegen versie {number} van het doel bij {goal}.",
                "tenzij": "{who} zei ‘nee, tenzij’ tegen versie {number} van het doel bij {goal}.",
                "nee": "{who} zei nee tegen versie {number} van het doel bij {goal}.",
            },
            "{who} gaf antwoord op versie {number} van het doel bij {goal}.",
        ),
        together=Together(
            name="yes",
            number="number",
            only={"answer": "ja"},
            sentence="{count} mensen zeiden ja tegen één doel bij {goal}.",
            quote=_version(""),
        ),
    ),
    facts.HalfSaidYes: Told(
        short="een helft zei ja",
        sentence=Choice(
            "said",
            {
                "bewoners": "De bewoners aan tafel zeiden ja tegen het doel bij {goal}.",
                "overheid": "De overheid aan tafel zei ja tegen het doel bij {goal}.",
                "ondernemers": "De ondernemers aan tafel zeiden ja tegen het doel bij {goal}.",
            },
            "Een helft zei ja tegen het doel bij {goal}.",
        ),
        halves=("said",),
        together=_JOINS,
    ),
    facts.GoalShared: Told(
        short="ja van alle drie",
        sentence="Bewoners, overheid en ondernemers zeiden samen ja tegen het doel bij {goal}.",
        mark=Mark("gedeeld doel", is_good=True),
        halves=Halves.ALL,
        quote=_version("Dit geldt nu bij {goal}."),
        together=_JOINS,
    ),
    facts.GoalStopped: Told(
        sentence="{who} sloot de tafel over {goal} zonder gedeeld doel.", mark=Mark("gestopt")
    ),
    facts.GoalFinished: Silent("the end of the initiative is told"),
    facts.GoalHidden: Silent("the writer and the reporter are told by moderation"),
    facts.GoalShown: Silent("the writer and the reporter are told by moderation"),
    facts.PortfolioAsked: Told(
        sentence="{who} vroeg {seat} om portefeuillehouder te zijn van {goal}.", seats=("seat",)
    ),
    facts.PortfolioAccepted: Told(sentence="{who} is portefeuillehouder van {goal}."),
    facts.PortfolioDeclined: Silent("who was asked wrongly is nobody's news"),
    facts.PortfolioReleased: Told(
        sentence="{seat} is geen portefeuillehouder meer van {goal}.", seats=("seat",)
    ),
    facts.CommitmentSaid: Told(
        short="het bestuur gaf antwoord",
        sentence=Choice(
            "answer",
            {
                "ja": "{who} zegt in het openbaar ja tegen {goal}.",
                "mits": "{who} zegt in het openbaar ja, mits tegen {goal}.",
                "nee": "{who} zegt nee tegen {goal}, en waarom.",
            },
            "{who} gaf als portefeuillehouder antwoord over {goal}.",
        ),
    ),
    facts.CommitmentWaits: Silent("the page shows that it is asked again"),
    facts.CommitmentConfirmed: Told(sentence="{who} bevestigde: de toezegging aan {goal} staat nog."),
    facts.CommitmentReminded: Silent("only the seat hears it"),
    facts.CommitmentEscalated: Silent(
        "only the seat and the manager hear it; the page shows that it is late"
    ),
    facts.VisitLogged: Told(sentence="{seat} was bij de tafel over {goal}.", seats=("seat",)),
    facts.VisitConfirmed: Silent("the page shows it"),
    facts.VisitDenied: Silent("the page no longer shows it"),
}
