"""A seat proposes an agreement that began with one of our texts: it is counted where the text was used."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from middenstip.domain.agreements.models import Agreement
from middenstip.domain.learning import services as learning
from middenstip.journeys import publish_text
from middenstip.kernel.actor import Actor
from middenstip.kernel.write import write


@write
def propose(*, by: Actor, text: str = "", at: datetime, **told: Any) -> Agreement:
    """Propose an agreement (see `publish_text.agreement`); `text` is the key of the text, "" for none."""
    made = publish_text.agreement(by=by, at=at, **told)
    if text:
        learning.count_use(text=text, agreement=made.public_id, area=made.area, at=at)
    return made
