"""The Dutch sentence for each fact of this room, or `Silent` with the reason why there is none."""

from middenstip.domain.advice import facts
from middenstip.journal.told import Choice, Mark, Sayings, Silent, Told

_ON_PAGE = Silent("the page shows it as it is now")

TOLD: Sayings = {
    facts.AdviceAsked: Told(short="vraag om advies", sentence="{who} vroeg bewoners om advies: {advice}"),
    facts.AdviceGiven: Told(sentence="{who} gaf advies over: {advice}"),
    facts.AdviceAnswered: Told(
        sentence=Choice(
            "answer",
            {
                "adopted": "{who} nam een advies over: {advice}",
                "partly": "{who} nam een advies deels over: {advice}",
                "not": "{who} nam een advies niet over, en zei waarom: {advice}",
            },
            "{who} gaf antwoord op een advies: {advice}",
        ),
    ),
    facts.AdviceSettled: Told(
        sentence="Elk advies kreeg antwoord: {advice}", mark=Mark("beantwoord", is_good=True)
    ),
    facts.AdviceClosed: Silent("the answers are the news"),
    facts.AdviceWithdrawn: _ON_PAGE,
    facts.AdviceTakenBack: _ON_PAGE,
    facts.AdviceReminded: Silent("only the seat hears it"),
    facts.AdviceEscalated: Silent("only the seat and the manager hear it; the page shows that it is late"),
    facts.AdviceRequestHidden: _ON_PAGE,
    facts.AdviceRequestShown: _ON_PAGE,
    facts.AdviceHidden: _ON_PAGE,
    facts.AdviceShown: _ON_PAGE,
}
