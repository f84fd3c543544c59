"""An initiative says what it wants to change, measures it, and claims a difference of a scan."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from middenstip.domain.baseline import services as baseline
from middenstip.domain.baseline.models import Claim, Effect
from middenstip.domain.baseline.selectors import claims_of, effects_of
from middenstip.domain.initiatives.models import Initiative
from middenstip.journeys import claim_effect
from middenstip.kernel.verdict import Forbidden, Invalid, NotNow
from tests.cast import Cast, draft, submitted
from tests.domain.baseline.playing import fixed, repeated


def wants(cast: Cast, initiative: Initiative, word: str = "Meer mensen in het bos", **more: Any) -> Effect:
    told: dict[str, Any] = {
        "texts": {"word": word, "unit": "bezoekers"},
        "start": Decimal(10),
        "start_on": cast.today - timedelta(days=9),
        "target": Decimal(40),
    }
    return claim_effect.want_effect(
        by=cast.marijke, initiative=initiative, **{**told, **more}, at=cast.tick()
    )


def test_an_initiative_wants_three_effects_and_measures_them(cast: Cast) -> None:
    initiative = submitted(cast)
    first = wants(cast, initiative, key="een")
    assert wants(cast, initiative, key="een") == first
    with pytest.raises(Invalid) as refused:
        wants(cast, initiative, " ", start=None, start_on=None, target=Decimal("Infinity"))
    assert list(refused.value.errors) == ["word", "start", "start_on", "target"]
    with pytest.raises(Invalid, match="Deze dag komt nog"):
        wants(cast, initiative, start_on=cast.day(1))
    wants(cast, initiative, target=None), wants(cast, initiative)
    with pytest.raises(NotNow, match="al 3 effecten"):
        wants(cast, initiative)
    with pytest.raises(Forbidden, match="zegt de initiatiefnemer"):
        claim_effect.want_effect(by=cast.bas, initiative=initiative, at=cast.tick())
    with pytest.raises(NotNow, match="concept"):
        wants(cast, draft(cast, "Nog een plan"))
    told: dict[str, Any] = {"by": cast.marijke, "initiative": initiative, "effect": first}
    for _twice in range(2):
        claim_effect.measure(**told, value=Decimal(20), on=cast.today, at=cast.tick())
    assert [value.value for value in effects_of(initiative.public_id)[0].values.all()] == [20]
    with pytest.raises(Invalid, match="Kies een dag na"):
        claim_effect.measure(**told, value=Decimal(20), on=first.start_on, at=cast.tick())
    with pytest.raises(Invalid, match="Vul een getal in"):
        claim_effect.measure(**told, value=None, on=cast.today, at=cast.tick())
    other = {**told, "initiative": submitted(cast, "Pluktuin")}
    with pytest.raises(NotNow, match="ander initiatief"):
        claim_effect.measure(**other, value=Decimal(1), on=cast.today, at=cast.tick())
    baseline.hide_effect(code=first.public_id, words="Deze tekst is weg.", by=None, at=cast.tick())
    assert Effect.objects.get(pk=first.pk).word == "Deze tekst is weg."
    baseline.show_effect(code=first.public_id, by=None, at=cast.tick())
    assert Effect.objects.get(pk=first.pk).word == first.word


def test_initiatives_claim_a_difference_of_a_scan_that_is_fixed_again(cast: Cast) -> None:
    again = repeated(cast)
    initiative, other = submitted(cast), submitted(cast, "Pluktuin")
    told: dict[str, Any] = {
        "by": cast.marijke,
        "scan": again,
        "initiative": initiative,
        "figure": "distance_gp",
    }
    with pytest.raises(NotNow, match="cijfers kiezen"):
        claim_effect.claim(**told, at=cast.tick())
    again = fixed(cast, baseline.begin_walk(by=cast.marijke, scan=again, at=cast.tick()))
    for _twice in range(2):
        claim_effect.claim(**told, at=cast.tick())
    claim_effect.claim(**{**told, "initiative": other}, at=cast.tick())
    assert [one.initiative for one in claims_of(again)] == [initiative.public_id, other.public_id]
    with pytest.raises(Invalid, match="Kies een cijfer"):
        claim_effect.claim(**{**told, "figure": "gas_use"}, at=cast.tick())
    with pytest.raises(Forbidden):
        claim_effect.claim(**{**told, "by": cast.bas}, at=cast.tick())
    with pytest.raises(NotNow, match="als de scan herhaald is"):
        claim_effect.claim(**{**told, "scan": again.baseline}, at=cast.tick())
    assert Claim.objects.count() == 2
