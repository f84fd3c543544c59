"""The service that casts a ballot."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.utils import timezone

from middenstip.domain.budgeting import rules
from middenstip.domain.budgeting.lifecycle import BUDGET, INTERNET, VOTING
from middenstip.domain.budgeting.models import Ballot, Budget
from middenstip.domain.budgeting.selectors import code_of, on_ballot
from middenstip.domain.budgeting.services.record import state_now
from middenstip.kernel.ids import new_id
from middenstip.kernel.verdict import Invalid, NotNow
from middenstip.kernel.write import write

WRONG_CODE = "Deze code kennen we niet. Kijk of je hem goed hebt overgetypt."
TOO_LATE = "Stemmen kan niet meer: de laatste dag is voorbij."
NOTHING = "Je koos nog niets. Kies een plan, of stem blanco."


@write
def cast_ballot(
    *, budget: Budget, code: str, choices: Mapping[int, int], is_blank: bool = False, at: datetime
) -> Ballot:
    """Cast or change the one ballot of a code. `choices` are points by number of plan (1 each, if none).

    Nobody is recorded as having voted, and no moment: only the code leads to the ballot, until closing.
    """
    state = state_now(budget)
    if state != VOTING:
        raise NotNow(BUDGET.refusal(state))
    if budget.closes_on < timezone.localdate(at):
        raise NotNow(TOO_LATE)
    if not choices and not is_blank:
        raise Invalid({"": NOTHING})
    found = code_of(budget, code, is_held=True)
    if found is None:
        raise Invalid({"code": WRONG_CODE})
    chosen = {} if is_blank else dict(choices)
    rules.check_choices(budget, {plan.number: plan.cost or 0 for plan in on_ballot(budget)}, chosen)
    kept = {f"{number}": points for number, points in sorted(chosen.items())}
    ballot = Ballot.objects.filter(code=found).first()
    if ballot is None:
        return Ballot(budget=budget, code=found, receipt=new_id(), choices=kept, channel=INTERNET).store()
    ballot.choices = kept
    return ballot.store("choices")
