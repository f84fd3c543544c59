"""People who follow an initiative or an area, and the policy for them."""

from __future__ import annotations

from django.db.models import Q

from middenstip.domain.areas.content import province_of
from middenstip.domain.initiatives.rules import area_codes
from middenstip.domain.parties.models import Follow, Person
from middenstip.notices.audience import Audience
from middenstip.notices.dossier import Dossier
from middenstip.notices.policy import Policy, Still


def _of_initiative(dossier: Dossier) -> list[Person]:
    return _following(dossier, Q(kind=Follow.INITIATIVE, target=dossier.entry.thread))


def _of_area(dossier: Dossier) -> list[Person]:
    if dossier.initiative is None:
        return []
    codes = area_codes(dossier.initiative)
    codes += [one for one in (province_of(dossier.initiative.municipality.code),) if one]
    return _following(dossier, Q(kind=Follow.AREA, target__in=codes))


def _following(dossier: Dossier, which: Q) -> list[Person]:
    """The people who already followed when it happened: new followers get only later news."""
    follows = Follow.objects.filter(which, at__lte=dossier.entry.at)
    return [follow.person for follow in follows.select_related("person").order_by("pk")]


FOLLOWERS = Audience("followers", "je dit initiatief volgt", _of_initiative)
AREA_FOLLOWERS = Audience("area_followers", "je dit gebied volgt", _of_area)


def follow(page: str, *, area: bool = False, still: Still | None = None) -> Policy:
    """A policy for followers of the initiative, and with `area` also for those of its area."""
    to = (FOLLOWERS, AREA_FOLLOWERS) if area else (FOLLOWERS,)
    return Policy(to=to, page=page, text="follow", is_follow=True, still=still)
