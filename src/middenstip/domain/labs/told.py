"""The Dutch sentence for each fact of this room, or `Silent` with the reason why there is none."""

from middenstip.domain.labs import facts
from middenstip.journal.told import Mark, Sayings, Silent, Told

_ON_PAGE = Silent("the page shows it as it is now")

TOLD: Sayings = {
    facts.LabPlanned: Told(sentence="{who} schreef een plan voor een lab: {lab}"),
    facts.LabHostJoined: Told(sentence="{seat} draagt mee: {lab}", seats=("seat",)),
    facts.LabHostLeft: Told(sentence="{seat} draagt niet meer mee: {lab}", seats=("seat",)),
    facts.LabOpened: Told(sentence="{who} opende: {lab}", mark=Mark("open")),
    facts.LabMoved: Told(sentence="{who} koos een plek voor: {lab}"),
    facts.LabUnnamed: Told(sentence="Acht weken ontbreekt een helft. Dit heet geen stadslab meer: {lab}"),
    facts.LabClosed: Told(sentence="{who} sloot: {lab}", mark=Mark("dicht")),
    facts.LabChanged: _ON_PAGE,
    facts.LabHostAsked: Silent("the seat that was asked hears it"),
    facts.LabHostRefused: Silent("only the hosts hear it"),
    facts.LabHostLapsed: Silent("only that host hears it"),
    facts.IdeaPinned: Silent("until a host let it pass, nobody reads it"),
    facts.IdeaPassed: _ON_PAGE,
    facts.IdeaDropped: Silent("what went off the wall is nobody's news"),
    facts.IdeaGrew: Silent("the initiative is told by its own room"),
    facts.LabHidden: _ON_PAGE,
    facts.LabShown: _ON_PAGE,
}
