"""The initiator tells how it goes; a form that is sent twice is told once."""

from __future__ import annotations

from datetime import datetime

from middenstip.domain.initiatives import services as initiatives
from middenstip.domain.initiatives.models import Initiative
from middenstip.kernel.actor import Actor
from middenstip.kernel.once import fingerprint, once
from middenstip.kernel.write import write


@write
def tell(*, by: Actor, initiative: Initiative, text: str, key: str = "", at: datetime) -> None:
    """News for everybody who follows."""

    def work(_: str) -> None:
        initiatives.tell_news(by=by, initiative=initiative, text=text, at=at)

    once(key, fingerprint("news", by.seat, initiative.pk, text), at, work)
