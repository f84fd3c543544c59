"""What `/klaar` says, in words, and how much room there is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as _noop
from django.views.decorators.http import require_safe

from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.web.shared.administration import for_administrator, show
from middenstip.web.shared.words import megabytes

# What the operations floor says, for the translation.
SAID = (
    _noop("database"),
    _noop("worker"),
    _noop("post"),
    _noop("schijf"),
    _noop("cache"),
    _noop("vrij op de schijf"),
    _noop("goed"),
    _noop("weg"),
    _noop("leest alleen"),
    _noop("stil"),
    _noop("onbekend"),
    _noop("wacht te lang"),
    _noop("vol"),
    _noop("bijna vol"),
)
LOOKS = {"good": "gedaan", "worrying": "", "broken": "telaat"}


@require_safe
@for_administrator
def index(
    request: HttpRequest,
    actor: Actor,
    parts: Callable[[datetime], list[Any]],
    room: Callable[[], dict[str, int]],
) -> HttpResponse:
    """Each part of the platform with its word; `parts` and `room` are asked of the operations floor."""
    return show(
        request,
        "health",
        _("Gezondheid"),
        parts=[
            {"name": _(one.name), "word": _(one.word), "look": LOOKS[one.state]} for one in parts(clock.now())
        ],
        room=[{"name": _(name), "value": megabytes(value)} for name, value in room().items()],
    )
