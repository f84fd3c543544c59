"""The Dutch sentence for each fact of this room, or `Silent` with the reason why there is none."""

from middenstip.domain.questions import facts
from middenstip.journal.told import Mark, Sayings, Silent, Told

_ON_PAGE = Silent("the page shows the question as it is now")

TOLD: Sayings = {
    facts.QuestionAsked: Told(sentence="{who} vroeg: {question}"),
    facts.QuestionAnswered: Told(sentence="{who} gaf antwoord op een vraag: {question}"),
    facts.QuestionHelped: Told(
        sentence="{who} kreeg een antwoord dat helpt: {question}", mark=Mark("dit hielp", is_good=True)
    ),
    facts.QuestionRaised: Told(sentence="Wie weet dit? {question}"),
    facts.QuestionChanged: _ON_PAGE,
    facts.QuestionUnhelped: _ON_PAGE,
    facts.QuestionWaits: Silent("the verbinder hears it first"),
    facts.QuestionClosed: _ON_PAGE,
    facts.QuestionReopened: _ON_PAGE,
    facts.QuestionWithdrawn: _ON_PAGE,
    facts.AnswerWithdrawn: _ON_PAGE,
    facts.QuestionHidden: _ON_PAGE,
    facts.QuestionShown: _ON_PAGE,
    facts.AnswerHidden: _ON_PAGE,
    facts.AnswerShown: _ON_PAGE,
}
