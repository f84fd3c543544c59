"""Pages to read: the editions, one edition with its archive, one pitch, and cards to print."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from middenstip.domain.agreements.selectors import states_of
from middenstip.domain.podium import rules
from middenstip.domain.podium.face import ASK, TEXT
from middenstip.domain.podium.lifecycle import ARCHIVED, CHOSEN, EDITION, ENROL, EVENING, NEXT_STEPS, PROMISES
from middenstip.domain.podium.models import Edition
from middenstip.domain.podium.selectors import (
    edition_by_id,
    editions_in,
    pitch_by_id,
    pitches_of,
    promises_at,
    promises_of,
)
from middenstip.domain.rooms import path_to
from middenstip.kernel import clock
from middenstip.kernel.contact import masked
from middenstip.web.pages.podium import present
from middenstip.web.pages.podium.forms import CardForm, PromiseForm
from middenstip.web.shared.hat import actor_of, anyone, read_as
from middenstip.web.shared.reply import found
from middenstip.web.shared.ways import with_next

MOST = 100


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """All editions, the newest first. One query."""
    today = clock.today()
    rows = [present.edition_line(one, today) for one in editions_in(request.GET.get("gebied", "")[:20], MOST)]
    page = {
        "title": _("Pitchpodium"),
        "menu": "agenda",
        "editions": [one for one in rows if not one["is_past"]],
        "archive": [one for one in rows if one["is_past"]],
        "new_url": reverse("podium:new"),
    }
    return render(request, "podium/index.html", page)


@require_safe
def detail(request: HttpRequest, public_id: str) -> HttpResponse:
    """One edition: its programme, and later what came of each pitch. Four queries."""
    edition, today = found(edition_by_id(public_id)), clock.today()
    actor = read_as(request, lambda hat: rules.is_host(hat, edition))
    pitches, promises = pitches_of(edition), promises_of(edition)
    told = present.Told(promises, states_of([one.code for one in promises if one.code]), today)
    is_host = rules.is_host(actor, edition)
    listed = [one for one in pitches if one.state == CHOSEN or edition.state == ENROL or is_host]
    page = present.edition_line(edition, today) | {
        "title": masked(edition.title),
        "menu": "agenda",
        "crumbs": _crumbs(),
        "edition": edition,
        "what": masked(edition.what),
        "host": edition.seat.label,
        "pitches": [present.pitch_line(one, told) for one in listed],
        "is_archive": edition.state == ARCHIVED,
        "is_evening": edition.state in (EVENING, ARCHIVED),
        "became": present.became_words(pitches),
        "counts": present.counts_words(told.counts()),
        "can_pitch": edition.state == ENROL and not edition.is_hidden,
        "can_choose": is_host and EDITION.allows(edition.state, "choose"),
        "is_host": is_host,
        "next_act": _(NEXT_STEPS[edition.state]) if is_host and edition.state in NEXT_STEPS else "",
        "report": "" if edition.is_hidden else reverse("moderation:report", args=[TEXT.key, public_id]),
    }
    return render(request, "podium/detail.html", page)


@require_safe
def pitch(request: HttpRequest, public_id: str) -> HttpResponse:
    return pitch_page(request, public_id)


def pitch_page(request: HttpRequest, public_id: str, status: int = 200, **forms: Any) -> HttpResponse:
    """One pitch, to answer by phone; `forms` are forms with errors to show again. Three queries."""
    one, today = found(pitch_by_id(public_id)), clock.today()
    actor, edition = actor_of(request), one.edition
    reader = anyone(request) if request.user.is_authenticated else None
    is_host = rules.is_host(reader, edition)
    promises = promises_at(one)
    told = present.Told(promises, states_of([row.code for row in promises if row.code]), today)
    is_open = edition.state == EVENING and one.state == CHOSEN
    refusal = rules.may_promise(actor, one).reason if actor else ""
    page = present.pitch_line(one, told) | {
        "title": masked(one.initiative.title),
        "menu": "agenda",
        "crumbs": _crumbs(edition),
        "pitch": one,
        "about": path_to("initiative", one.initiative.public_id),
        "promises": [present.promise_line(row, told, is_host) for row in promises],
        "is_open": is_open,
        "is_later": edition.state in ("announced", "enrol", "programme"),
        "why_not": _(refusal) if refusal else "",
        "login": with_next(reverse("account:join"), path_to("pitch", public_id)),
        "can_drop": bool(reader and rules.may_drop(reader, one)) and EDITION.allows(edition.state, "choose"),
        "can_type": is_host and EDITION.allows(edition.state, "card") and one.state == CHOSEN,
        "promise_form": PromiseForm(),
        "card_form": CardForm(),
        "report": "" if one.is_hidden else reverse("moderation:report", args=[ASK.key, public_id]),
    }
    return render(request, "podium/pitch.html", page | forms, status=status)


@require_safe
def cards(request: HttpRequest, public_id: str) -> HttpResponse:
    """Cards to print, one for each pitch on the programme. Two queries."""
    edition = found(edition_by_id(public_id))
    none = present.Told((), {}, clock.today())
    page = {
        "title": _("Kaarten voor de zaal"),
        "menu": "agenda",
        "crumbs": _crumbs(edition),
        "pitches": [present.pitch_line(one, none) for one in pitches_of(edition) if one.state == CHOSEN],
        "edition": present.edition_line(edition, clock.today()),
        "kinds": [_(word) for word in PROMISES.values()],
    }
    return render(request, "podium/cards.html", page)


def _crumbs(edition: Edition | None = None) -> list[dict[str, Any]]:
    top: list[dict[str, Any]] = [{"url": reverse("podium:index"), "label": _("Pitchpodium")}]
    if edition is None:
        return top
    url = path_to("edition", edition.public_id)
    return [*top, {"url": url, "label": masked(edition.title), "is_title": True}]
