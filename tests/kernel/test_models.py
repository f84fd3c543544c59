"""`store` checks a row first, and writes only the named fields."""

from __future__ import annotations

import pytest

from middenstip.domain.initiatives.models import Initiative
from middenstip.kernel.lifecycle import Lifecycle
from middenstip.kernel.verdict import Invalid
from tests.cast import Cast, draft


@pytest.mark.parametrize("fields", [(), ("title",), ("title", "what")])
def test_a_text_that_is_too_long_is_refused_by_every_write(cast: Cast, fields: tuple[str, ...]) -> None:
    initiative = draft(cast)
    initiative.title = "x" * 1_000
    with pytest.raises(Invalid) as refused:
        initiative.store(*fields)
    assert list(refused.value.errors) == ["title"]
    assert Initiative.objects.get().title == "Voedselbos Lettele"


def test_fields_that_are_not_named_are_neither_checked_nor_written(cast: Cast) -> None:
    initiative = draft(cast)
    initiative.title, initiative.what = "x" * 1_000, "Een boomgaard."
    initiative.store("what")
    now = Initiative.objects.get()
    assert (now.title, now.what) == ("Voedselbos Lettele", "Een boomgaard.")


@pytest.mark.parametrize("words", [{"a": "eerst"}, {"b": "later"}, {}])
def test_a_lifecycle_with_a_state_without_a_word_raises(words: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="het ding: states without a word"):
        Lifecycle("het ding", words, {("a", "go"): "b"})
