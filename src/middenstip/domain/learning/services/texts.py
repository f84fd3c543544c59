"""The service that counts where an agreement text was used."""

from __future__ import annotations

from datetime import datetime

from middenstip.domain.areas.models import Area
from middenstip.domain.learning.content import BY_KEY
from middenstip.domain.learning.models import TextUse
from middenstip.kernel.write import write


@write
def count_use(*, text: str, agreement: str, area: Area, at: datetime) -> None:
    """An agreement (its public id) began with this text. A text that we do not have is not counted."""
    if text in BY_KEY:
        TextUse.objects.get_or_create(text=text, agreement=agreement, defaults={"area": area, "at": at})
