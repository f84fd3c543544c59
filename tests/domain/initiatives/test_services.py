"""Invalid input is refused, repeated input changes nothing, and a concurrent change is detected."""

from __future__ import annotations

from typing import Any

import pytest

from middenstip.domain.initiatives import services as initiatives
from middenstip.domain.initiatives.models import Initiative, Update
from middenstip.domain.initiatives.services import Change
from middenstip.journal.models import Entry
from middenstip.kernel.verdict import Invalid, NotNow
from tests.cast import Cast, draft, shared, signed, submitted


@pytest.mark.parametrize(
    ("more", "errors"),
    [
        ({"has_read": False}, {"has_read": "Lees eerst wat vastligt. Zet daarna het vinkje."}),
        ({"brings": " "}, {"brings": "Vertel wat je kunt doen. Eén zin is genoeg."}),
    ],
)
def test_an_offer_of_help_without_reading_or_words_is_refused(
    cast: Cast, more: dict[str, Any], errors: dict[str, str]
) -> None:
    told = {"brings": "Bomen.", "gets": "", "fears": "", "has_read": True} | more
    with pytest.raises(Invalid) as refused:
        initiatives.offer_help(by=cast.bas, initiative=submitted(cast), **told, at=cast.tick())
    assert refused.value.errors == errors


def test_a_change_to_the_same_texts_changes_nothing(cast: Cast) -> None:
    initiative = submitted(cast)
    same = Change(texts={"title": initiative.title}, is_hybrid=False)
    facts = Entry.objects.count()
    told = {"by": cast.marijke, "initiative": initiative, "change": same}
    initiatives.change_initiative(**told, version=initiative.version, at=cast.tick())
    now = Initiative.objects.get()
    assert (now.version, now.changed_at, Entry.objects.count()) == (1, initiative.changed_at, facts)


def test_empty_news_is_refused(cast: Cast) -> None:
    with pytest.raises(Invalid) as refused:
        initiatives.tell_news(by=cast.marijke, initiative=submitted(cast), text="\n", at=cast.tick())
    assert refused.value.errors == {"text": "Schrijf eerst je nieuws."}
    assert not Update.objects.exists()


def test_finishing_without_an_outcome_is_refused(cast: Cast) -> None:
    initiative = signed(cast).initiative
    told = {"by": cast.marijke, "initiative": initiative, "lesson": "Begin klein."}
    with pytest.raises(Invalid) as refused:
        initiatives.finish_initiative(**told, outcome="", at=cast.tick())
    assert refused.value.errors == {"outcome": "Kies hoe het afliep."}
    assert Initiative.objects.get().stage == "project"


def test_more_themes_than_three_are_refused(cast: Cast) -> None:
    themes = ["wonen", "natuur-en-milieu", "verkeer", "werk"]
    with pytest.raises(Invalid) as refused:
        draft(cast, themes=themes)
    assert refused.value.errors == {"themes": "Kies er hooguit 3."}
    assert not Initiative.objects.exists()


def test_a_step_is_taken_from_the_current_stage(cast: Cast) -> None:
    """The page was read before another person took a step: the step counts from the new stage."""
    shared(cast)
    first, second = Initiative.objects.get(), Initiative.objects.get()
    assert first.stage == "agreements"
    Initiative.objects.update(stage="project")
    initiatives.advance_initiative(by=cast.bas, initiative=first, act="sign", at=cast.tick())
    assert (first.stage, Initiative.objects.get().stage) == ("project", "project")
    Initiative.objects.update(stage="stopped", lesson="Te duur.")
    with pytest.raises(NotNow, match="De stand van het initiatief is: gestopt"):
        initiatives.advance_initiative(by=cast.bas, initiative=second, act="sign", at=cast.tick())


def test_a_plan_that_was_sent_is_not_thrown_away(cast: Cast) -> None:
    idea = submitted(cast)
    with pytest.raises(NotNow, match="Dit idee is al verstuurd"):
        initiatives.throw_away(by=cast.marijke, initiative=idea)
    assert Initiative.objects.get().stage == "idea"
