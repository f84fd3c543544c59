"""Services that make codes to vote with, and end them."""

from __future__ import annotations

import secrets
from datetime import datetime

from middenstip.domain.budgeting import facts, rules
from middenstip.domain.budgeting.lifecycle import BUDGET, MOST_CODES, WITH_LETTERS
from middenstip.domain.budgeting.models import Ballot, Budget, Code
from middenstip.domain.budgeting.selectors import CODE_LENGTH, code_hash, code_of
from middenstip.domain.budgeting.services.record import fresh, record_about
from middenstip.kernel.actor import Doer
from middenstip.kernel.ids import ALPHABET, new_id
from middenstip.kernel.once import once
from middenstip.kernel.verdict import Invalid, NotNow, require
from middenstip.kernel.write import write

PRINTED_BEFORE = (
    "Deze brieven zijn al gemaakt. Codes tonen we één keer. Zijn ze niet afgedrukt?"
    " Maak deze partij dan ongeldig, en maak nieuwe brieven."
)


def _printed_before(_public_id: str) -> tuple[str, list[str]]:
    raise NotNow(PRINTED_BEFORE)


@write
@once(_printed_before)
def make_codes(
    *, by: Doer, budget: Budget, number: int, key: str = "", public_id: str = "", at: datetime
) -> tuple[str, list[str]]:
    """Make a batch of codes; returns the batch and the codes, which exist only here: hashes are stored."""
    budget = fresh(budget)
    require(rules.may_organise(by, budget.area))
    if budget.state not in WITH_LETTERS:
        raise NotNow(BUDGET.refusal(budget.state))
    if not 1 <= number <= MOST_CODES:
        raise Invalid({"number": "Maak 1 tot en met 2.000 brieven tegelijk."})
    batch = public_id or new_id()
    codes = [new_code() for _ in range(number)]
    _keep(budget, codes, batch)
    budget.code_count += number
    budget.store("code_count")
    record_about(facts.CodesMade, budget, by, at, batch=batch, number=number)
    return batch, codes


@write
def void_codes(*, by: Doer, budget: Budget, batch: str, at: datetime) -> int:
    """End the codes of a batch that nobody voted with yet; returns how many."""
    budget = fresh(budget)
    require(rules.may_organise(by, budget.area))
    rows = Code.objects.filter(budget=budget, batch=batch, is_dead=False, ballot=None)
    number = rows.update(is_dead=True)
    budget.code_count -= number
    budget.store("code_count")
    if number:
        record_about(facts.CodesVoided, budget, by, at, batch=batch, number=number)
    return number


@write
def replace_code(*, by: Doer, budget: Budget, code: str, at: datetime) -> str:
    """A letter came back or someone comes to the counter: the old code is dead, the new one is returned.

    A ballot cast with the old code is deleted, so that the new one is not a second vote.
    """
    budget = fresh(budget)
    require(rules.may_organise(by, budget.area))
    if budget.state not in WITH_LETTERS:
        raise NotNow(BUDGET.refusal(budget.state))
    old = code_of(budget, code)
    if old is None:
        raise Invalid({"code": "Deze code kennen we niet, of hij is al vervangen."})
    Ballot.objects.filter(code=old).delete()
    old.is_dead = True
    old.store("is_dead")
    new = new_code()
    _keep(budget, [new], old.batch)
    return new


def new_code() -> str:
    """Twelve letters and digits: about 2^59 codes, so guessing finds none."""
    return "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))


def _keep(budget: Budget, codes: list[str], batch: str) -> None:
    rows = (Code(budget=budget, hash=code_hash(budget, code), batch=batch) for code in codes)
    Code.objects.bulk_create(rows, batch_size=1000)
