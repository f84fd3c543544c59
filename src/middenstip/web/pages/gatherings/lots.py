"""The lottery of a gathering: announced, drawn, answered, and done again by anybody."""

from __future__ import annotations

import json
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as _noop
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from middenstip.domain.gatherings import rules, services
from middenstip.domain.gatherings.lifecycle import (
    ASKED_BY_LOT,
    COMES,
    GATHERING,
    LOT,
    MOST_LOTS,
    SEALED,
)
from middenstip.domain.gatherings.models import Gathering, Lot, Lottery
from middenstip.domain.gatherings.selectors import gathering_by_id
from middenstip.domain.gatherings.selectors.lots import (
    lot_figures,
    lot_of,
    lots_asked,
    lots_of,
    lottery_by_id,
    lottery_of,
    still_to_come,
    willing_numbers,
)
from middenstip.domain.rooms import path_to
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor, Doer
from middenstip.kernel.contact import masked
from middenstip.kernel.half import Half
from middenstip.kernel.verdict import Invalid, NotNow, require
from middenstip.web.pages.gatherings.forms import DrawForm, SealForm
from middenstip.web.shared import dates
from middenstip.web.shared.hat import acting, anyone, logged_in, read_as, with_hat
from middenstip.web.shared.reply import done, found

PAGE = "gatherings:lottery"
SCRIPT = """import hashlib, urllib.request

secret, word = "%(secret)s", %(word)s
page = urllib.request.urlopen("%(url)s").read().decode()
lines = page.splitlines()[1:]
sha = lambda text: hashlib.sha256(text.encode()).hexdigest()
print("zegel", sha(secret))
print("lijst", sha("\\n".join(sorted(lines))))
for line in sorted(lines, key=lambda line: sha(f"{secret}:{word}:{line.split(';')[0]}")):
    print(line)
"""
FIGURES = {
    "places": _noop("plekken"),
    "listed": _noop("op de lijst"),
    "drawn": _noop("geloot"),
    "yes": _noop("ja"),
    "no": _noop("nee"),
    "silent": _noop("geen antwoord"),
    "waits": _noop("wacht nog op antwoord"),
}
MOST_SHOWN = 200  # numbers on the page; the whole list is a file


@require_http_methods(["GET", "HEAD", "POST"])
@with_hat
def new(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """The host announces a lottery. Six queries."""
    one = found(gathering_by_id(public_id))
    require(rules.may_seal(actor, one))
    known = lottery_of(one)
    if known:
        return redirect(PAGE, known.public_id)
    GATHERING.after(one.state, "come")
    form, status = SealForm(request.POST or None), 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            told = {"places": form.places, "days": form.cleaned_data["days"]}
            try:
                made = services.seal_lots(by=actor, gathering=one, **told, at=clock.now())
            except (Invalid, NotNow) as refusal:
                status = form.absorb(refusal)
            else:
                return done(request, _("De loting is aangekondigd."), PAGE, made.public_id)
    numbers = willing_numbers(one, clock.today(), MOST_LOTS)
    page = {
        "title": _("Loot wie je uitnodigt"),
        "menu": "agenda",
        "crumbs": [_about(one)],
        "form": form,
        "numbers": [{"half": half.value, "number": numbers.get(half, 0)} for half in Half],
        "has_anybody": bool(numbers),
    }
    return render(request, "gatherings/seal.html", page, status=status)


@require_safe
@never_cache
def detail(request: HttpRequest, public_id: str) -> HttpResponse:
    return _page(request, public_id)


@logged_in
def draw(request: HttpRequest, public_id: str) -> HttpResponse:
    """The host draws, with the word that was said aloud."""
    lottery, by = _open(public_id), anyone(request)
    require(rules.may_seal(by, lottery.gathering))
    form = DrawForm(request.POST)
    if not form.is_valid():
        return _page(request, public_id, 422, form=form)
    try:
        services.draw_lots(by=by, lottery=lottery, word=form.cleaned_data["word"], at=clock.now())
    except (Invalid, NotNow) as refusal:
        return _page(request, public_id, form.absorb(refusal), form=form)
    return done(request, _("De loten zijn getrokken. Wie geloot is, krijgt bericht."), PAGE, public_id)


@acting
def answer(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """Somebody who was drawn says yes or no."""
    lottery = _open(public_id)
    lot = found(lot_of(lottery, actor.person_id))
    said = request.POST.get("answer")
    if said not in ("ja", "nee"):
        raise Invalid({"answer": "Zeg ja of nee."})
    services.answer_lot(by=actor, lot=lot, is_yes=said == "ja", at=clock.now())
    words = _("Fijn, je komt.") if said == "ja" else _("Jammer. De plek gaat naar de volgende.")
    return done(request, words, PAGE, public_id)


@require_safe
def listed(request: HttpRequest, public_id: str) -> HttpResponse:
    """The list as it was sealed, to do the draw again. Two queries."""
    lots = sorted(lots_of(_open(public_id)), key=lambda one: one.number)
    lines = ["nummer;helft", *(f"{lot.number};{lot.half}" for lot in lots)]
    reply = HttpResponse("\n".join(lines) + "\n", content_type="text/csv; charset=utf-8")
    reply["Content-Disposition"] = f'attachment; filename="loting-{public_id}.csv"'
    return reply


@require_safe
def script(request: HttpRequest, public_id: str) -> HttpResponse:
    """The draw again, in ten lines of Python. One query."""
    lottery = _open(public_id)
    found(lottery if lottery.is_drawn else None)
    reply = HttpResponse(_script(lottery), content_type="text/plain; charset=utf-8")
    reply["Content-Disposition"] = f'attachment; filename="loting-{public_id}.py"'
    return reply


def _open(public_id: str) -> Lottery:
    """The lottery of a gathering that can be read."""
    lottery = found(lottery_by_id(public_id))
    return found(None if lottery.gathering.is_hidden else lottery)


def _page(request: HttpRequest, public_id: str, status: int = 200, **forms: Any) -> HttpResponse:
    """One lottery; `forms` are forms with errors to show again. Four queries."""
    lottery = _open(public_id)
    one = lottery.gathering
    mine = lot_of(lottery, request.user.pk)
    read_as(request, lambda hat: mine and hat.half == mine.half)
    reader = anyone(request) if request.user.is_authenticated else None
    figures = lot_figures(lottery)
    asked = lots_asked(lottery, MOST_SHOWN) if lottery.is_drawn else []
    page = {
        "title": _("Wie wordt uitgenodigd?"),
        "menu": "agenda",
        "crumbs": [_about(one)],
        "lottery": lottery,
        "gathering": {**_about(one), "day": dates.day_date(one.starts_at, clock.today())},
        "can_draw": _can_draw(reader, lottery),
        "form": DrawForm(),
        "mine": _mine(mine, lottery) if mine else None,
        "figures": [_figures(lottery, half, figures) for half in Half if half in figures],
        "number": sum(row["listed"] for row in figures.values()),
        "asked": [
            {"number": lot.number, "half": lot.half, "place": lot.place, "state": _(LOT.words[lot.state])}
            for lot in asked
        ],
        "list_url": reverse("gatherings:lot_list", args=[public_id]),
        "script_url": reverse("gatherings:lot_script", args=[public_id]) if lottery.is_drawn else "",
    }
    return render(request, "gatherings/lottery.html", page | forms, status=status)


def _script(lottery: Lottery) -> str:
    """Ten lines to run; what people typed stands in them as a text, never as code."""
    told = {"secret": lottery.secret, "word": json.dumps(lottery.word)}
    told["url"] = settings.SITE_URL + reverse("gatherings:lot_list", args=[lottery.public_id])
    return SCRIPT % told


def _can_draw(reader: Doer | None, lottery: Lottery) -> bool:
    one = lottery.gathering
    can = reader is not None and lottery.state == SEALED and still_to_come(one)
    return bool(can and reader and rules.may_seal(reader, one))


def _mine(lot: Lot, lottery: Lottery) -> dict[str, Any]:
    today, one = clock.today(), lottery.gathering
    can = still_to_come(one) and one.starts_at > clock.now()
    is_asked = lot.state == ASKED_BY_LOT and lot.until_on is not None and lot.until_on >= today
    return {
        "number": lot.number,
        "half": lot.half,
        "state": _(LOT.words[lot.state]),
        "is_asked": is_asked and can,
        "is_yes": lot.state == COMES and can,
        "until": dates.day_date(lot.until_on, today) if lot.until_on else "",
    }


def _figures(lottery: Lottery, half: Half, figures: dict[str, dict[str, int]]) -> dict[str, Any]:
    """The numbers of one half; before the draw only the list and the places."""
    numbers = {"places": lottery.places.get(half.value, 0), **figures[half]}
    names = FIGURES if lottery.is_drawn else ("places", "listed")
    return {
        "half": half.value,
        "rows": [{"words": _(FIGURES[name]), "number": numbers[name]} for name in names],
    }


def _about(one: Gathering) -> dict[str, Any]:
    return {"url": path_to("gathering", one.public_id), "label": masked(one.title), "is_title": True}
