"""A fact is recorded in the transaction of its act, or not at all."""

from __future__ import annotations

import pytest
from django.db import transaction

from middenstip.domain.areas.models import Area
from middenstip.domain.initiatives.facts import ThemesChosen
from middenstip.journal.models import Entry
from middenstip.journal.record import record
from tests.cast import START


@pytest.mark.django_db(transaction=True)
def test_a_fact_without_a_transaction_is_refused() -> None:
    fact = ThemesChosen(subject="2345678923", thread="2345678923", **Area(code="WK015014").where)
    with pytest.raises(transaction.TransactionManagementError, match="recorded outside a transaction"):
        record(fact, by=None, at=START)
    assert Entry.objects.count() == 0
    with transaction.atomic():
        record(fact, by=None, at=START)
    assert [one.kind for one in Entry.objects.all()] == [fact.kind]
