"""One initiative, with the data of this room that its page shows."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery, TextField, Value
from django.db.models.functions import Coalesce

from middenstip.domain.initiatives.lifecycle import ASK
from middenstip.domain.initiatives.models import Ask, Initiative, Partner, ReinsCard, Update
from middenstip.domain.parties.models import Follow
from middenstip.domain.parties.rules import CONNECTOR
from middenstip.domain.parties.selectors import holder_of
from middenstip.kernel.ids import typed_id, typed_number
from middenstip.kernel.prepared import Prepared

_AREAS = ("area", "district", "municipality")
_PEOPLE = ("initiator", "seat__side__organisation", "connector__side__organisation")


def initiative_by_id(public_id: str) -> Initiative | None:
    """One initiative with its areas and people, to act on; None when there is none. One query."""
    return Initiative.objects.select_related(*_AREAS, *_PEOPLE).filter(public_id=public_id).first()


def initiative_typed(typed: str) -> Initiative | None:
    """One initiative by its number (LET-12) or id, also a hidden one, for the beheerder. One query."""
    named = Q(public_id=typed_id(typed)) | Q(number=typed_number(typed))
    return Initiative.objects.select_related(*_AREAS, *_PEOPLE).filter(named).first()


def initiative_page(public_id: str, viewer: int | None, on: date) -> Initiative | None:
    """The same with the newest regie-kaart and whether `viewer` (a person's key) follows it. One query.

    Adds `reins_number` (0 without a card), `fixed`, `negotiable`, `open`, `is_followed`, `has_asks` (open
    questions for help), and `connector_name`: the person in that seat on this day, None when it is empty or
    no longer has the role.
    """
    found: list[Initiative] = _PAGE.things(public_id=public_id, viewer=viewer or 0, on=on)
    return found[0] if found else None


def public_initiative(public_id: str) -> Initiative | None:
    """One initiative that everyone may read, with its areas and people; None for a draft. One query."""
    rows = Initiative.objects.public().select_related(*_AREAS, *_PEOPLE)
    return rows.filter(public_id=public_id).first()


def begun_by(person: int, limit: int) -> list[Initiative]:
    """The public initiatives that this person (a key) began, newest first. One query."""
    rows = Initiative.objects.public().filter(initiator=person).order_by("-submitted_at", "-pk")
    return list(rows.only("public_id", "title", "stage")[:limit])


def followed_by(person: int, limit: int, before: tuple[datetime, int] | None = None) -> list[Follow]:
    """The initiatives that this person (a key) follows, with their `title`; the newest follow first.

    `before` is the (at, pk) of the last one shown. One query.
    """
    titles = Initiative.objects.public().filter(public_id=OuterRef("target")).values("title")
    rows = Follow.objects.filter(person=person, kind=Follow.INITIATIVE).annotate(title=Subquery(titles))
    if before:
        at, pk = before
        rows = rows.filter(at__lte=at).exclude(at=at, pk__gte=pk)
    return list(rows.exclude(title=None).order_by("-at", "-pk")[:limit])


def titles_of(public_ids: Iterable[str]) -> dict[str, str]:
    """The titles of public initiatives, by public id. One query."""
    rows = Initiative.objects.public().filter(public_id__in=list(public_ids))
    return dict(rows.values_list("public_id", "title"))


def news_by_id(public_id: str) -> Update | None:
    """One message of news, with its initiative. One query."""
    around = [f"initiative__{one}" for one in (*_AREAS, "initiator")]
    return Update.objects.select_related(*around).filter(public_id=public_id).first()


def public_id_typed(typed: str) -> str:
    """The public id of a public initiative whose number (LET-12) or id somebody typed; "" for other text.

    One query, and none when the text can be neither.
    """
    number, public_id = typed_number(typed), typed_id(typed)
    if not (number or public_id):
        return ""
    wanted = {"number": number} if number else {"public_id": public_id}
    found = Initiative.objects.public().filter(**wanted).values_list("public_id", flat=True).first()
    return found or ""


def reins_for(initiative: Initiative) -> ReinsCard | None:
    """The newest regie-kaart; None when there is none."""
    return initiative.reins_cards.order_by("-number").first()


def partner_by_id(initiative: Initiative, public_id: str) -> Partner | None:
    """One offer to help with this initiative; None when there is none."""
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
    connector = holder_of("connector_id", on, CONNECTOR)
    asks = Exists(Ask.objects.filter(initiative=OuterRef("pk"), state=ASK.start))
    return _with_reins(rows).annotate(connector_name=connector, is_followed=Exists(mine), has_asks=asks)


_PAGE = Prepared(_page, keys=["viewer"], texts=["public_id"], days=["on"])
