"""The photos and documents of an initiative, and of its news."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from middenstip.domain.initiatives import rules
from middenstip.domain.initiatives.models import Initiative, Update
from middenstip.domain.initiatives.selectors.detail import initiative_by_id, news_by_id
from middenstip.kernel.actor import Actor
from middenstip.kernel.holder import Holder, Reader
from middenstip.kernel.verdict import Verdict


def _initiatives(ids: Collection[str]) -> set[str]:
    return set(Initiative.objects.filter(public_id__in=ids).values_list("public_id", flat=True))


def _news(ids: Collection[str]) -> set[str]:
    return set(Update.objects.filter(public_id__in=ids).values_list("public_id", flat=True))


def _may_read(reader: Reader, initiative: Initiative) -> Verdict:
    return rules.may_see(reader.person, initiative)


def _may_read_news(reader: Reader, news: Update) -> Verdict:
    return rules.may_see(reader.person, news.initiative)


def _may_add_to_news(by: Actor, news: Update) -> Verdict:
    return rules.may_tell_news(by, news.initiative)


def _where(initiative: Initiative) -> Mapping[str, str]:
    return {"thread": initiative.public_id, **initiative.area.where}


def _path(initiative: Initiative) -> str:
    return f"/initiatief/{initiative.public_id}/"


HOLDERS = (
    Holder(
        noun="initiative",
        find=initiative_by_id,
        existing=_initiatives,
        may_read=_may_read,
        may_add=rules.may_change,
        path=_path,
        name=lambda initiative: initiative.title,
        where=_where,
    ),
    Holder(
        noun="news",
        find=news_by_id,
        existing=_news,
        may_read=_may_read_news,
        may_add=_may_add_to_news,
        path=lambda news: _path(news.initiative),
        name=lambda news: news.initiative.title,
        where=lambda news: _where(news.initiative),
    ),
)
