"""One way to write a row: checked first, and only what was named."""

from __future__ import annotations

import pytest

from middenstip.domain.initiatives.models import Initiative
from middenstip.kernel.lifecycle import Lifecycle
from middenstip.kernel.verdict import Invalid
from tests.cast import Cast, draft


@pytest.mark.parametrize("fields", [(), ("title",), ("title", "what")])
def test_a_text_that_is_too_long_is_refused_however_it_is_written(
    cast: Cast, fields: tuple[str, ...]
) -> None:
    initiative = draft(cast)
    initiative.title = "x" * 1_000
    with pytest.raises(Invalid) as refused:
        initiative.store(*fields)
    assert list(refused.value.errors) == ["title"]
    assert Initiative.objects.get().title == "Voedselbos Lettele"


def test_what_was_not_named_is_neither_checked_nor_written(cast: Cast) -> None:
    initiative = draft(cast)
    initiative.title, initiative.what = "x" * 1_000, "Een boomgaard."
    initiative.store("what")
    now = Initiative.objects.get()
    assert (now.title, now.what) == ("Voedselbos Lettele", "Een boomgaard.")


@pytest.mark.parametrize("words", [{"a": "eerst"}, {"b": "later"}, {}])
def test_a_state_without_a_word_is_a_mistake_in_the_table(words: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="het ding: states without a word"):
        Lifecycle("het ding", words, {("a", "go"): "b"})
