"""A draft changes as often as its author likes; once others look, they are asked to look again."""

from __future__ import annotations

from datetime import datetime

import pytest

from middenstip.domain.areas.models import Area
from middenstip.domain.learning import services
from middenstip.domain.learning.models import CaseStudy, Voice
from middenstip.journal.models import Entry
from middenstip.kernel.verdict import Forbidden
from tests.cast import Cast, person

CHOSEN = {"outcome": "mislukt", "licence": "by"}


def begun(cast: Cast, **texts: str) -> CaseStudy:
    """Marijke's draft, with Bas in it, who was not asked yet."""
    told = {"texts": {"title": "Pluktuin", **texts}, "choices": CHOSEN}
    area = Area.objects.get(code="GM0150")
    study = services.begin_study(by=cast.marijke, **told, area=area, at=cast.tick())
    services.ask_voices(study=study, people=[(person(cast.bas), None)], at=cast.tick())
    return study


def changed(cast: Cast, study: CaseStudy, **texts: str) -> datetime:
    """Marijke changes it; when it changed last."""
    told = {"texts": {"title": "Pluktuin", **texts}, "choices": CHOSEN}
    return services.change_study(by=cast.marijke, study=study, **told, at=cast.tick()).changed_at


def times_told() -> int:
    """How often the journal says that it was changed."""
    return Entry.objects.filter(kind="study.changed").count()


def test_a_draft_may_be_half_told_and_the_same_words_change_nothing(cast: Cast) -> None:
    study = begun(cast)
    moment = changed(cast, study, what="Een tuin.")
    assert (moment, times_told()) == (cast.at, 1)
    assert changed(cast, study, what="Een tuin.") == moment
    assert (times_told(), CaseStudy.objects.get().what) == (1, "Een tuin.")
    assert Voice.objects.get().state == "asked"


def test_who_agreed_looks_again_after_a_change_that_tells_enough(cast: Cast) -> None:
    told = {"how": "De school belde.", "broke_where": "Geen water.", "broke_now": "Eerst een put."}
    study = begun(cast, **told)
    services.review_study(by=cast.marijke, study=study, at=cast.tick())
    services.agree_study(by=cast.bas, voice=Voice.objects.select_related("study").get(), at=cast.tick())
    with pytest.raises(Forbidden, match="Vertel waar het vastliep"):
        changed(cast, study, **told | {"broke_now": ""})
    assert (Voice.objects.get().state, CaseStudy.objects.get().broke_now) == ("agreed", "Eerst een put.")
    changed(cast, study, **told | {"broke_now": "Eerst water."})
    assert (Voice.objects.get().state, CaseStudy.objects.get().broke_now) == ("asked", "Eerst water.")
