"""Queries about reactions."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from functools import cache
from typing import Any

from django.db.models import BooleanField, Count, Exists, F, OuterRef, Q, QuerySet, Value

from middenstip.domain.agreements.models import Agreement
from middenstip.domain.goals.models import Chair, Goal
from middenstip.domain.initiatives.models import Initiative, Partner
from middenstip.domain.learning.models import CaseStudy
from middenstip.domain.questions.models import Question
from middenstip.domain.reactions.lifecycle import SHOWN
from middenstip.domain.reactions.models import Reaction, Recognition, Talk
from middenstip.kernel.prepared import Prepared

About = Initiative | Goal | Agreement | Question | CaseStudy
MOST_REPLIES = 200  # on one page
_TALK = (
    "initiative__initiator",
    "initiative__seat__side__organisation",
    "initiative__area",
    "goal__raised_by__side__organisation",
    "goal__area",
    "agreement__area",
    "question_asked__area",
    "study__area",
)
_WRITER = ("person", "seat__side__organisation")


def talk_about(about: About) -> Talk:
    """The talk about this thing; one that is not stored yet when nobody reacted. One query."""
    if isinstance(about, Goal):
        where: dict[str, Any] = {"goal": about, "initiative": about.initiative}
    elif isinstance(about, Agreement):
        where = {"agreement": about, "initiative": about.initiative}
    elif isinstance(about, Question):
        where = {"question_asked": about}
    elif isinstance(about, CaseStudy):
        where = {"study": about}
    else:
        talks: list[Talk] = _ABOUT_INITIATIVE.things(initiative=about.pk)
        where = {"initiative": about, "goal": None, "agreement": None}
        return _held(talks[0] if talks else None, where)
    return _held(Talk.objects.filter(**where).first(), where)


def _held(found: Talk | None, where: dict[str, Any]) -> Talk:
    """This talk, or a new one, with what the reader holds already: that is not read again."""
    if found is None:
        return Talk(**where)
    for name, thing in where.items():
        setattr(found, name, thing)
    return found


def answering_seats(talk: Talk) -> set[int]:
    """The seats (keys) that answer beside the initiator: who takes part, sits at the table, or promises."""
    if talk.agreement:
        return {talk.agreement.promisor_id, talk.agreement.promisee_id}
    if talk.goal:
        return set(Chair.objects.filter(goal=talk.goal, left_at=None).values_list("seat", flat=True))
    if talk.initiative is None:
        return set()
    helps = Partner.objects.filter(initiative=talk.initiative, state="accepted")
    return set(helps.values_list("seat", flat=True))


def reaction_by_id(public_id: str, reader: int | None = None) -> Reaction | None:
    """One reaction with its talk and writer; None when there is none. Adds `is_recognised`. One query."""
    with_talk = [f"talk__{path}" for path in _TALK]
    rows = _read_by(reader).select_related("parent", "update", *with_talk)
    return rows.filter(public_id=public_id).first()


def reactions_in(
    talk: Talk,
    *,
    kind: str = "",
    update: int | None = None,
    reader: int | None = None,
    after: tuple[datetime, int] | None = None,
    limit: int,
) -> list[Reaction]:
    """The reactions about one thing, newest first, from a place in the list; no replies. One query.

    Only of a kind, or to one news item (its key). What was withdrawn or hidden stays when it has replies.
    """
    if not (kind or update or after):
        newest: list[Reaction] = _newest(limit).things(talk=talk.pk, reader=reader or 0)
        return newest
    rows = _in_talk(talk.pk, reader)
    if kind:
        rows = rows.filter(kind=kind)
    if update:
        rows = rows.filter(update=update)
    if after:
        at, pk = after
        rows = rows.filter(Q(at__lt=at) | Q(at=at, pk__lt=pk))
    return list(rows.order_by("-at", "-pk")[:limit])


def replies_to(reactions: Iterable[Reaction]) -> dict[int, list[Reaction]]:
    """The readable replies to these reactions, oldest first, by the key of the reaction. One query."""
    found: dict[int, list[Reaction]] = {one.pk: [] for one in reactions if one.reply_count}
    if not found:
        return {}
    for row in _REPLIES.things(parents=found):
        found[row.parent_id].append(row)
    return found


def numbers_on_news(updates: Iterable[int]) -> dict[int, int]:
    """The number of readable reactions to each of these few news items (keys). One query."""
    rows = Reaction.objects.filter(update__in=list(updates), parent=None, state=SHOWN)
    return dict(rows.order_by().values_list("update").annotate(number=Count("*")))


def reaction_rows(initiative: str, before: int | None, limit: int) -> list[dict[str, Any]]:
    """The readable reactions about an initiative (its public id) as flat rows for the API, newest first.

    `before` is the last key that was shown. One query.
    """
    rows = Reaction.objects.filter(talk__initiative__public_id=initiative, parent=None, state=SHOWN)
    rows = rows.filter(talk__goal=None, talk__agreement=None)
    if before:
        rows = rows.filter(pk__lt=before)
    columns = ("pk", "public_id", "kind", "text", "at", "waits", "recognised_count", "reply_count")
    return list(rows.order_by("-pk").values(*columns, half=F("seat__half"))[:limit])


def _in_talk(talk: int, reader: int | None) -> QuerySet[Reaction]:
    rows = _read_by(reader).filter(talk=talk, parent=None)
    return rows.filter(Q(state=SHOWN) | Q(reply_count__gt=0))


@cache
def _newest(limit: int) -> Prepared:
    """The newest reactions of a talk; the page of an initiative asks for them each time."""
    return Prepared(
        lambda talk, reader: _in_talk(talk, reader).order_by("-at", "-pk")[:limit], keys=["talk", "reader"]
    )


def _read_by(reader: int | None) -> QuerySet[Reaction]:
    known = Recognition.objects.filter(reaction=OuterRef("pk"), person=reader)
    is_recognised = Exists(known) if reader else Value(False, output_field=BooleanField())
    return Reaction.objects.select_related(*_WRITER).annotate(is_recognised=is_recognised)


_ABOUT_INITIATIVE = Prepared(
    lambda initiative: Talk.objects.filter(initiative=initiative, goal=None, agreement=None),
    keys=["initiative"],
)
_REPLIES = Prepared(
    lambda parents: (
        Reaction.objects.filter(parent__in=parents, state=SHOWN)
        .select_related(*_WRITER)
        .order_by("at", "pk")[:MOST_REPLIES]
    ),
    key_lists=["parents"],
)
