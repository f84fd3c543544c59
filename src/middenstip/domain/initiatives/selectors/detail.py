"""One initiative, with what its page shows from this room."""

from __future__ import annotations

from datetime import date

from django.db.models import Exists, OuterRef, QuerySet, Subquery, TextField, Value
from django.db.models.functions import Coalesce

from middenstip.domain.initiatives.lifecycle import DRAFT
from middenstip.domain.initiatives.models import Initiative, Partner, ReinsCard
from middenstip.domain.parties.models import Follow
from middenstip.domain.parties.rules import CONNECTOR
from middenstip.domain.parties.selectors import sitter
from middenstip.kernel.ids import typed_id
from middenstip.kernel.prepared import Prepared

_AREAS = ("area", "district", "municipality")
_PEOPLE = ("initiator", "seat__side__organisation", "connector__side__organisation")


def initiative_by_id(public_id: str) -> Initiative | None:
    """One initiative with its areas and people, to act on. One query."""
    return Initiative.objects.select_related(*_AREAS, *_PEOPLE).filter(public_id=public_id).first()


def initiative_page(public_id: str, viewer: int | None, on: date) -> Initiative | None:
    """The same with the newest regie-kaart and whether `viewer` (a person's key) follows it. One query.

    Adds `reins_number` (0 without a card), `fixed`, `negotiable`, `open`, `is_followed`, and
    `connector_name`: who sits in that seat on this day, "" when nobody does or the seat lost the role.
    """
    found: list[Initiative] = _PAGE.things(public_id=public_id, viewer=viewer or 0, on=on)
    return found[0] if found else None


def public_number(typed: str) -> str:
    """The number of an initiative as somebody typed it, when all may read that initiative; else "".

    One query, and none for words that cannot be a number.
    """
    number = typed_id(typed)
    if number and Initiative.objects.filter(public_id=number).exclude(stage=DRAFT).exists():
        return number
    return ""


def reins_for(initiative: Initiative) -> ReinsCard | None:
    """The regie-kaart that counts now."""
    return initiative.reins_cards.order_by("-number").first()


def partner_by_id(initiative: Initiative, public_id: str) -> Partner | None:
    """One offer to help with this initiative."""
    return initiative.partners.select_related("seat", "initiative__area").filter(public_id=public_id).first()


def _with_reins(rows: QuerySet[Initiative]) -> QuerySet[Initiative]:
    newest = ReinsCard.objects.filter(initiative=OuterRef("pk")).order_by("-number")
    texts = {
        key: Coalesce(Subquery(newest.values(key)[:1]), Value(""), output_field=TextField())
        for key in ("fixed", "negotiable", "open")
    }
    return rows.annotate(reins_number=Coalesce(Subquery(newest.values("number")[:1]), Value(0)), **texts)


def _page(public_id: str, viewer: int, on: date) -> QuerySet[Initiative]:
    rows = Initiative.objects.select_related(*_AREAS, *_PEOPLE).filter(public_id=public_id)
    mine = Follow.objects.filter(person=viewer, kind=Follow.INITIATIVE, target=OuterRef("public_id"))
    connector = sitter("connector_id", on, CONNECTOR)
    return _with_reins(rows).annotate(connector_name=connector, is_followed=Exists(mine))


_PAGE = Prepared(_page, keys=["viewer"], texts=["public_id"], days=["on"])
