"""The Dutch sentence for each fact of this room, or `Silent` with the reason why there is none."""

from middenstip.domain.signals import facts
from middenstip.journal.told import Choice, Mark, Sayings, Silent, Told

_BELL = Silent("the page of the organisation counts who answers in time")
_HIDING = Silent("the writer and the reporter are told by moderation")

TOLD: Sayings = {
    facts.SignalReported: Told(
        short="iemand meldde wat tegenhoudt", sentence="{who} gaf een signaal: {signal}."
    ),
    facts.SignalJoined: Silent("the signal shows how many people meet it"),
    facts.SignalBundled: Silent("the other signal goes on"),
    facts.SignalAddressed: Told(
        sentence="Een signaal ligt bij {seat}, voor een antwoord: {signal}.", seats=("seat",)
    ),
    facts.SignalStudied: Silent("the signal shows it"),
    facts.SignalAnswered: Told(
        short="antwoord op een signaal",
        sentence=Choice(
            "outcome",
            {
                "adapted": "{who} antwoordde op een signaal en past iets aan: {signal}.",
                "exception": "{who} antwoordde op een signaal en maakt een uitzondering: {signal}.",
            },
            "{who} antwoordde op een signaal dat het zo blijft, en waarom: {signal}.",
        ),
        mark=Mark("antwoord", is_good=True),
    ),
    facts.SignalReopened: Told(sentence="{who} vroeg opnieuw naar een signaal: {signal}."),
    facts.SignalReminded: _BELL,
    facts.SignalEscalated: _BELL,
    facts.SignalWithdrawn: Silent("it was told by mistake"),
    facts.SignalHidden: _HIDING,
    facts.SignalShown: _HIDING,
    facts.PolicySent: Told(sentence="{who} vroeg wat nieuw beleid betekent: {policy}."),
    facts.PolicyAnswered: Told(sentence="{who} zei wat nieuw beleid betekent: {policy}."),
}
