"""Whoever adds a kind of fact also says how it is told, or that it is not."""

from importlib import import_module
from pathlib import Path

import pytest

from middenstip import domain, notices
from middenstip.domain.reports.selectors import SENTENCES, SILENT
from middenstip.journal.fact import KINDS
from middenstip.notices.audiences import WHY
from middenstip.notices.policies import POLICIES
from middenstip.notices.policies import SILENT as UNHEARD

for _facts in Path(domain.__path__[0]).glob("*/facts.py"):  # whoever runs these alone has them all too
    import_module(f"middenstip.domain.{_facts.parent.name}.facts")


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_of_fact_has_one_sentence_or_is_silent(kind: str) -> None:
    assert (kind in SENTENCES) != (kind in SILENT)


def test_no_sentence_is_about_a_fact_that_does_not_exist() -> None:
    assert (set(SENTENCES) | SILENT) - set(KINDS) == set()


def test_what_is_not_public_is_silent() -> None:
    assert {kind for kind in SENTENCES if not KINDS[kind].public} == set()


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_of_fact_says_who_hears_of_it_or_that_nobody_does(kind: str) -> None:
    assert (kind in POLICIES) != (kind in UNHEARD)


def test_no_policy_is_about_a_fact_that_does_not_exist() -> None:
    assert (set(POLICIES) | UNHEARD) - set(KINDS) == set()


def test_every_audience_has_a_reason_to_put_in_the_mail() -> None:
    used = {audience for some in POLICIES.values() for policy in some for audience in policy.to}
    assert used == set(WHY)


def test_every_policy_has_its_words_and_no_words_are_left_over() -> None:
    folder = Path(notices.__path__[0]) / "templates" / "notices" / "kinds"
    written = {file.name for file in folder.iterdir()}
    asked = {
        f"{kind}.{policy.text}.txt" if policy.text else f"{kind}.txt"
        for kind, some in POLICIES.items()
        for policy in some
    }
    assert asked == written
