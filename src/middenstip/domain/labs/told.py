"""The Dutch sentence for each fact of this room, or `Silent` with the reason why there is none."""

from middenstip.domain.labs import facts
from middenstip.journal.told import Mark, Sayings, Silent, Told

_ON_PAGE = Silent("the page shows it as it is now")
_ON_BOARD = Silent("the board shows it; who helps is for those who are there")
_BETWEEN = Silent("who comes to have a look is between them and the hosts")

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
    facts.TaskMade: _ON_BOARD,
    facts.TaskTaken: _ON_BOARD,
    facts.TaskGivenBack: _ON_BOARD,
    facts.TaskFinished: _ON_BOARD,
    facts.TaskDropped: _ON_BOARD,
    facts.TaskReopened: _ON_BOARD,
    facts.TaskLate: _ON_BOARD,
    facts.VisitAsked: _BETWEEN,
    facts.VisitAnswered: _BETWEEN,
    facts.VisitWithdrawn: _BETWEEN,
    facts.VisitRang: _BETWEEN,
    facts.VisitLapsed: _BETWEEN,
    facts.LabHidden: _ON_PAGE,
    facts.LabShown: _ON_PAGE,
}
