"""Whoever adds a kind of fact also says how it is told, or that it is not."""

import pytest

from middenstip.domain.reports.selectors import SENTENCES, SILENT
from middenstip.journal.fact import KINDS


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_of_fact_has_one_sentence_or_is_silent(kind: str) -> None:
    assert (kind in SENTENCES) != (kind in SILENT)


def test_no_sentence_is_about_a_fact_that_does_not_exist() -> None:
    assert (set(SENTENCES) | SILENT) - set(KINDS) == set()


def test_what_is_not_public_is_silent() -> None:
    assert {kind for kind in SENTENCES if not KINDS[kind].public} == set()
