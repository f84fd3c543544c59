"""The Dutch sentence for each fact of this room, or `Silent` with the reason why there is none."""

from middenstip.domain.baseline import facts
from middenstip.journal.told import Mark, Sayings, Silent, Told

_ON_PAGE = Silent("the page of the scan shows it")
_HIDING = Silent("the writer and the reporter are told by moderation")

TOLD: Sayings = {
    facts.ScanStarted: Told(sentence="{who} begon een scan: {scan}"),
    facts.ScanRepeated: Told(sentence="{who} begon een herhaling van een scan: {scan}"),
    facts.ScanWalked: _ON_PAGE,
    facts.ScanObserved: _ON_PAGE,
    facts.ObservationWithdrawn: _ON_PAGE,
    facts.ScanDiscussed: Told(sentence="Herken je deze cijfers? {scan}"),
    facts.ScanRead: _ON_PAGE,
    facts.ScanFixed: Told(
        sentence="Drie helften lazen de cijfers. Ze staan nu vast: {scan}",
        mark=Mark("vastgesteld", is_good=True),
    ),
    facts.ScanStopped: _ON_PAGE,
    facts.ScanClaimed: Told(
        sentence="{who} zegt dat een initiatief hielp bij een cijfer van een scan: {scan}"
    ),
    facts.ValueProposed: _ON_PAGE,
    facts.ValueAgreed: _ON_PAGE,
    facts.ValueChosen: Told(
        sentence="Drie helften kozen samen een gebiedswaarde: {scan}",
        mark=Mark("gekozen", is_good=True),
    ),
    facts.ScanTextHidden: _HIDING,
    facts.ScanTextShown: _HIDING,
    facts.EffectSet: Told(sentence="{who} schreef op wat er moet veranderen: {effect}"),
    facts.EffectMeasured: Told(sentence="{who} mat opnieuw: {effect}"),
    facts.EffectHidden: _HIDING,
    facts.EffectShown: _HIDING,
}
