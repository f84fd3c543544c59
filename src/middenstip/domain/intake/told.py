"""The Dutch sentence for each fact of this room, or `Silent` with the reason why there is none."""

from middenstip.domain.intake import facts
from middenstip.journal.told import Choice, Quote, Sayings, Silent, Told

_TASK = Silent("who does which small task is between those two and the desk")

_BELL = Silent("the page of the organisation counts who answers in time")

TOLD: Sayings = {
    facts.CaseOpened: Silent("the idea that it is opened for is told"),
    facts.CaseTaken: Told(
        short="de balie pakt het op",
        sentence=Choice(
            "is_over",
            {"True": "{who} nam {initiative} over bij de balie."},
            "{who} nam {initiative} aan bij de balie.",
        ),
    ),
    facts.CaseHandedOver: Told(sentence="{who} gaf {initiative} door aan {seat}.", seats=("seat",)),
    facts.NoteWritten: Silent("a talk at the desk stays between the initiator and the desk"),
    facts.MessageWritten: Silent("a message stays between the initiator and the desk"),
    facts.PhoneChanged: Silent("who can be called is known to the initiator and the desk only"),
    facts.StartConfirmed: Silent("that both confirmed is told"),
    facts.CaseStarted: Told(
        short="een begin met de balie",
        sentence="De initiatiefnemer en de balie begonnen samen aan {initiative}.",
        halves=("with_half",),
    ),
    facts.ActionPlanned: _TASK,
    facts.ActionCarryAsked: _TASK,
    facts.ActionCarried: _TASK,
    facts.ActionGivenBack: _TASK,
    facts.ActionClosed: _TASK,
    facts.SearchTaken: Silent("initiative.connector_named tells it"),
    facts.CaseDecided: Told(
        short="antwoord van de balie",
        sentence=Choice(
            "outcome",
            {
                "support": "{who} gaf antwoord op {initiative}: de balie helpt.",
                "refer": "{who} gaf antwoord op {initiative}: een ander helpt beter.",
                "no_box": "{who} gaf antwoord op {initiative}: {broker} zoekt de weg.",
            },
            "{who} gaf antwoord op {initiative}.",
        ),
        seats=("broker",),
        quote=Quote(
            model="intake.Case",
            text="answer",
            thing="initiative__public_id",
            by_thread=True,
            below="Het antwoord van de balie op {initiative}.",
        ),
    ),
    facts.CaseReminded: _BELL,
    facts.CaseEscalated: _BELL,
    facts.ReferralAsked: Told(sentence="{who} vroeg {seat} om {initiative} over te nemen.", seats=("seat",)),
    facts.ReferralAccepted: Told(
        short="een andere balie helpt", sentence="{seat} nam {initiative} over.", seats=("seat",)
    ),
    facts.ReferralRefused: Silent("why a desk says no is between the two desks and the initiator"),
    facts.ReferralTakenBack: Silent("nothing changed for the initiator"),
    facts.ReferralRang: _BELL,
    facts.SupportPointAdded: Told(sentence="{who} zette {support_point} op de kaart van steunpunten."),
    facts.SupportPointChanged: Silent("the list shows how it is now"),
    facts.SupportPointClosed: Silent("the list shows what is open"),
    facts.IntakeFilledIn: Silent("the intake is between the initiator and the desk"),
    facts.CheckFilledIn: Silent("the check is between the initiator and the desk"),
    facts.ChallengeOpened: _TASK,
    facts.ChallengeSent: _TASK,
    facts.ChallengeChecked: _TASK,
    facts.ChallengeDecided: Told(
        short="antwoord op een uitdaging",
        sentence=Choice(
            "answer",
            {
                "grant": "{who} zei ja: de taak gaat naar {initiative}.",
                "grant_part": "{who} zei deels ja op de uitdaging van {initiative}.",
                "refuse": "{who} zei nee op de uitdaging van {initiative}, met een reden.",
            },
            "{who} gaf antwoord op de uitdaging van {initiative}.",
        ),
    ),
    facts.ChallengeAgreed: Silent("the agreement is told"),
    facts.ChallengeTalked: _TASK,
    facts.ChallengeEvaluated: Told(
        sentence=Choice(
            "ending",
            {"return": "De taak van {initiative} ging terug."},
            "{initiative} gaat door met de taak.",
        ),
    ),
    facts.ChallengeWithdrawn: _TASK,
    facts.ChallengeRang: _BELL,
    facts.PrincipleAdded: Told(sentence="{who} maakte een principe bekend: {principle}"),
    facts.PrincipleEnded: Silent("the page of the organisation shows what it answers by now"),
    facts.RuleBent: Silent("who works at the desk reads it beside the case"),
    facts.CaseStopped: Silent("the end of the initiative is told"),
}
