"""What somebody said in a reaction, to start an offer or a signal with (`?uit=`)."""

from __future__ import annotations

from django.http import HttpRequest

from middenstip.domain.reactions.lifecycle import SHOWN
from middenstip.domain.reactions.selectors import reaction_by_id
from middenstip.kernel.ids import typed_id


def own_words(request: HttpRequest) -> str:
    """The text of the own reaction that the address names; "" for anything else. One query at most."""
    code = typed_id(request.GET.get("uit", ""))
    reaction = reaction_by_id(code) if code else None
    if reaction is None or reaction.person_id != request.user.pk or reaction.state != SHOWN:
        return ""
    return reaction.text
