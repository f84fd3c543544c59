"""The Dutch sentence for each fact of this room, or `Silent` with the reason why there is none."""

from middenstip.domain.gatherings import facts
from middenstip.journal.told import Choice, Mark, Sayings, Silent, Told

_ON_PAGE = Silent("the page shows it as it is now")

TOLD: Sayings = {
    facts.GatheringAnnounced: Told(sentence="{who} kondigde aan: {gathering}"),
    facts.GatheringMoved: Told(sentence="{who} verplaatste: {gathering}", mark=Mark("verplaatst")),
    facts.GatheringCancelled: Told(sentence="{who} gelastte af: {gathering}", mark=Mark("afgelast")),
    facts.GatheringHeld: Told(sentence="{who} schreef op wat er gebeurde bij: {gathering}"),
    facts.GatheringMeasured: Told(sentence="{done} gedaan op de vervolgdag van: {gathering}"),
    facts.InstitutionInvited: Told(
        sentence="{who} vroeg {seat} om mee te doen: {process_invite}", seats=("seat",)
    ),
    facts.InstitutionAnswered: Told(
        sentence=Choice(
            "answer",
            {
                "yes": "{seat} zei ja: {process_invite}",
                "yes_if": "{seat} zei ja, mits: {process_invite}",
                "no": "{seat} zei nee: {process_invite}",
            },
            "{seat} gaf antwoord: {process_invite}",
        ),
        seats=("seat",),
    ),
    facts.LotsSealed: Told(sentence="{who} kondigde een loting aan voor: {lottery}"),
    facts.LotsDrawn: Told(sentence="{who} lootte wie gevraagd wordt voor: {lottery}"),
    facts.LotAsked: Silent("only the person hears it"),
    facts.LotAnswered: Silent("who was drawn is nobody else's business"),
    facts.LotOver: _ON_PAGE,
    facts.GatheringChanged: _ON_PAGE,
    facts.GatheringJoined: Silent("who comes is nobody else's business"),
    facts.GatheringLeft: Silent("who comes is nobody else's business"),
    facts.YoungCounted: _ON_PAGE,
    facts.PlaceFreed: Silent("only the person hears it"),
    facts.GatheringReminded: Silent("only those who come hear it"),
    facts.WalkInsCounted: _ON_PAGE,
    facts.NoteWritten: _ON_PAGE,
    facts.OutcomeTold: _ON_PAGE,
    facts.NoteBecame: Silent("the action or agreement is told by its own room"),
    facts.GatheringHidden: _ON_PAGE,
    facts.GatheringShown: _ON_PAGE,
    facts.InstitutionWithdrawn: _ON_PAGE,
    facts.InstitutionReminded: Silent("only the seat hears it"),
    facts.InstitutionEscalated: Silent("only the seat and the manager hear it"),
    facts.PhotoPlaced: Silent("the photo report shows it when everyone on it said yes"),
    facts.PortraitNamed: Silent("who is on a photo is nobody else's business"),
    facts.PortraitGiven: Silent("who is on a photo is nobody else's business"),
    facts.HallAsked: _ON_PAGE,
    facts.HallEchoed: _ON_PAGE,
    facts.HallMoved: _ON_PAGE,
    facts.HallSummed: _ON_PAGE,
    facts.HallConfirmed: _ON_PAGE,
    facts.HallHidden: _ON_PAGE,
    facts.HallShown: _ON_PAGE,
    facts.HallNoted: _ON_PAGE,
    facts.PhotoGone: Silent("what was taken away is nobody's news"),
}
