"""The Dutch sentence for each fact of this room, or `Silent` with the reason why there is none."""

from middenstip.domain.budgeting import facts
from middenstip.journal.told import Mark, Sayings, Silent, Told

_ON_PAGE = Silent("the page shows it as it is now")
_ORGANISER = Silent("only for who organises the vote")

TOLD: Sayings = {
    facts.BudgetDrafted: Silent("the rules are not fixed yet"),
    facts.BudgetChanged: Silent("the rules are not fixed yet"),
    facts.BudgetAgreed: Silent("the rules are not fixed yet"),
    facts.BudgetFixed: Told(sentence="{who} stelde de spelregels vast van {budget}."),
    facts.BudgetChecking: _ON_PAGE,
    facts.BudgetCampaigned: _ON_PAGE,
    facts.BudgetOpened: Told(sentence="Je kunt stemmen: {budget}."),
    facts.BudgetClosed: _ON_PAGE,
    facts.BudgetCounted: Told(sentence="De uitslag is er van {budget}.", mark=Mark("geteld", is_good=True)),
    facts.BudgetImported: _ON_PAGE,
    facts.BudgetFinished: _ON_PAGE,
    facts.BudgetStopped: Told(sentence="{who} stopte {budget}."),
    facts.CodesMade: _ORGANISER,
    facts.CodesVoided: _ORGANISER,
    facts.PlanProposed: Told(sentence="{who} diende een plan in voor {budget}."),
    facts.PlanChanged: _ON_PAGE,
    facts.PlanAccepted: _ON_PAGE,
    facts.PlanRefused: _ON_PAGE,
    facts.PlanWithdrawn: _ON_PAGE,
    facts.PlanWentOn: Silent("the initiative tells it itself"),
    facts.PlanDelivered: Told(sentence="Een plan is af uit {budget}.", mark=Mark("uitgevoerd", is_good=True)),
    facts.PlanHidden: _ON_PAGE,
    facts.PlanShown: _ON_PAGE,
}
