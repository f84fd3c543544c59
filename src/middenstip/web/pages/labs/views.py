"""Pages to read: the list of labs, and one lab."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from middenstip.domain.gatherings.selectors import Asked, gatherings_from
from middenstip.domain.labs.face import TEXT
from middenstip.domain.labs.lifecycle import LAB
from middenstip.domain.labs.rules import may_manage
from middenstip.domain.labs.selectors import (
    hosts_of,
    lab_by_id,
    labs_in,
    other_days,
    places_of,
    seats_to_ask,
    visits_to,
)
from middenstip.kernel import clock
from middenstip.kernel.contact import masked
from middenstip.web.pages.labs import present
from middenstip.web.pages.labs.forms import CloseForm, HostForm
from middenstip.web.shared.gatherings import as_gatherings
from middenstip.web.shared.hat import read_as
from middenstip.web.shared.reply import found

MOST = 100
GATHERED = 6


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """All labs. One query."""
    labs = [present.card(lab) for lab in labs_in(request.GET.get("gebied", "")[:20], MOST)]
    page = {"title": _("Stadslabs"), "menu": "agenda", "labs": labs, "new_url": reverse("labs:new")}
    return render(request, "labs/index.html", page)


@require_safe
def detail(request: HttpRequest, public_id: str) -> HttpResponse:
    return lab_page(request, public_id)


def lab_page(request: HttpRequest, public_id: str, status: int = 200, **forms: Any) -> HttpResponse:
    """One lab; `forms` are forms with errors to show again. At most seven queries."""
    lab = found(lab_by_id(public_id))
    hosts, today = hosts_of(lab), clock.today()
    actor = read_as(request, lambda hat: any(host.seat_id == hat.seat_id for host in hosts))
    places = places_of(lab)
    place = next((one for one in places if one.until_on is None and not one.is_popup), None)
    popups = [one for one in places if one.is_popup and one.is_there(today)]
    others = other_days([one for one in (place, *popups) if one], today)
    can_manage = bool(actor and may_manage(actor, lab, hosts))
    ours = urlencode({"lab": lab.public_id})
    coming = gatherings_from(Asked(lab=public_id), clock.now(), limit=GATHERED)
    can_ask = can_manage and LAB.allows(lab.state, "ask")
    page = present.acts(lab, can_manage) | {
        "title": masked(lab.name),
        "menu": "agenda",
        "crumbs": [{"url": reverse("labs:index"), "label": _("Stadslabs")}],
        "lab": lab,
        "kind": present.kind_of(lab),
        "aim": masked(lab.aim),
        "money": masked(lab.money),
        "stand": present.card(lab)["stand"],
        "missing": present.missing_words(lab),
        "name_words": present.name_words(lab, today),
        "halves": present.halves_of(lab, hosts, actor),
        "criteria": present.plan_of(lab, place),
        "place": present.place_line(place, today) if place else None,
        "open_words": present.open_words(place, others, timezone.localtime(clock.now())) if place else "",
        "popups": [present.place_line(one, today) for one in popups],
        "places": [present.place_line(one, today) for one in places if one != place and one not in popups],
        "gatherings": as_gatherings(coming, today),
        "visits": [present.visit_card(one, today) for one in visits_to(lab, today)] if can_manage else None,
        "board_url": reverse("labs:board", args=[public_id]),
        "agenda_url": f"{reverse('gatherings:index')}?{ours}",
        "announce_url": f"{reverse('gatherings:new')}?{ours}",
        "check_url": f"{reverse('labs:check')}?{ours}",
        "report": "" if lab.is_hidden else reverse("moderation:report", args=[TEXT.key, public_id]),
        "close_form": CloseForm(),
        "host_form": HostForm(seats=seats_to_ask(lab)) if can_ask else None,
    }
    return render(request, "labs/detail.html", page | forms, status=status)
