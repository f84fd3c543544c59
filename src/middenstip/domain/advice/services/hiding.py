"""Hiding a request or an advice; a journey of moderation calls these."""

from __future__ import annotations

from datetime import datetime

from middenstip.domain.advice import facts
from middenstip.domain.advice.models import Advice, AdviceRequest
from middenstip.domain.advice.services.record import count_again, fresh, fresh_advice, record_about
from middenstip.kernel import hidden
from middenstip.kernel.actor import Doer
from middenstip.kernel.write import write


@write
def hide_request(*, code: str, words: str, by: Doer | None, at: datetime) -> None:
    """Put `words` in place of its texts."""
    request = fresh(AdviceRequest.objects.only("pk").get(public_id=code))
    hidden.hide(request, words)
    record_about(facts.AdviceRequestHidden, request, by, at)


@write
def show_request(*, code: str, by: Doer | None, at: datetime) -> None:
    """Put the texts back. `NotNow` when they are not hidden."""
    request = fresh(AdviceRequest.objects.only("pk").get(public_id=code))
    hidden.show(request)
    record_about(facts.AdviceRequestShown, request, by, at)


@write
def hide_advice(*, code: str, words: str, by: Doer | None, at: datetime) -> None:
    """Put `words` in place of its texts. Nobody owes it an answer while it is hidden."""
    advice = fresh_advice(Advice.objects.get(public_id=code))
    hidden.hide(advice, words)
    record_about(facts.AdviceHidden, advice.request, by, at, advice=code)
    count_again(advice.request, at)


@write
def show_advice(*, code: str, by: Doer | None, at: datetime) -> None:
    """Put the texts back. `NotNow` when they are not hidden."""
    advice = fresh_advice(Advice.objects.get(public_id=code))
    hidden.show(advice)
    record_about(facts.AdviceShown, advice.request, by, at, advice=code)
    count_again(advice.request, at)
