"""The logo of the platform."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from middenstip.domain.site.models import Site
from middenstip.domain.site.rules import may_set_up
from middenstip.kernel.actor import Actor
from middenstip.kernel.holder import Holder, Reader
from middenstip.kernel.verdict import YES, Verdict


def _site(public_id: str) -> Site | None:
    return Site.objects.filter(public_id=public_id).first()


def _sites(ids: Collection[str]) -> set[str]:
    return set(Site.objects.filter(public_id__in=ids).values_list("public_id", flat=True))


def _everybody(reader: Reader, site: Site) -> Verdict:
    return YES


def _administrator(by: Actor, site: Site) -> Verdict:
    return may_set_up(by)


def _nowhere(site: Site) -> Mapping[str, str]:
    return {}


HOLDERS = (
    Holder(
        noun="site",
        find=_site,
        existing=_sites,
        may_read=_everybody,
        may_add=_administrator,
        path=lambda site: "/beheer/huisstijl/",
        name=lambda site: "het platform",
        where=_nowhere,
        is_portrait=True,
    ),
)
