"""Whether people support a plan: asking it, answering online or on paper, and how it stands."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from middenstip.domain.deliberation import rules, services
from middenstip.domain.deliberation.lifecycle import AGAINST, BACKINGS, CONDITION, OPEN, SUPPORT
from middenstip.domain.deliberation.method.support import standing_of
from middenstip.domain.deliberation.models import Backing, Support
from middenstip.domain.deliberation.selectors.support import (
    backing_of,
    piles_of,
    places_around,
    support_by_id,
    supports_of,
    words_in,
)
from middenstip.domain.goals.lifecycle import GOAL
from middenstip.domain.goals.models import Goal
from middenstip.domain.goals.selectors import chairs_at, goal_by_id
from middenstip.domain.rooms import path_to
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import Invalid, NotNow, require
from middenstip.web.pages.deliberation.present import crumb_to
from middenstip.web.pages.deliberation.standing import elsewhere_row, half_lines, pile_rows, place_rows
from middenstip.web.pages.deliberation.support_forms import BackingForm, PileForm, SupportForm
from middenstip.web.shared.hat import acting, actor_of, with_hat
from middenstip.web.shared.reply import done, found
from middenstip.web.shared.ways import with_next

PAGE = "deliberation:support"
EARLIER = 6
MOST_WORDS = 100
PARTS = ("choice", "place", "words")


@require_safe
def at_table(request: HttpRequest, public_id: str) -> HttpResponse:
    """The newest question of this table, or that there is none yet."""
    goal = found(goal_by_id(public_id))
    known = supports_of(goal, EARLIER)
    if known:
        return support_page(request, known[0])
    page = {
        "title": _("Draagvlak"),
        "menu": "tafels",
        "crumbs": [crumb_to(goal)],
        "goal": goal,
        "can_ask": _decides(actor_of(request), goal) and bool(GOAL.acts(goal.state)),
    }
    return render(request, "deliberation/no_support.html", page)


@with_hat
def open_support(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """Ask who supports a plan."""
    goal = found(goal_by_id(public_id))
    require(rules.may_decide(actor, goal, _chairs(goal)))
    rules.check_table(goal)
    start = {"closes_on": clock.today() + timedelta(days=21)}
    form = SupportForm(request.POST or None, initial=start, areas=places_around(goal.area))
    status = 422 if request.method == "POST" else 200
    if request.method == "POST" and form.is_valid():
        try:
            made = services.open_support(by=actor, goal=goal, **form.told, at=clock.now())
        except (NotNow, Invalid) as refusal:
            status = form.absorb(refusal)
        else:
            return done(request, _("De vraag is open. Vertel het aan iedereen."), PAGE, made.public_id)
    page = {"title": _("Vraag wie het plan steunt"), "menu": "tafels", "form": form}
    return render(
        request, "deliberation/open_support.html", page | {"crumbs": [crumb_to(goal)]}, status=status
    )


@require_safe
def detail(request: HttpRequest, public_id: str) -> HttpResponse:
    return support_page(request, found(support_by_id(public_id)))


def support_page(request: HttpRequest, support: Support, status: int = 200, **forms: Any) -> HttpResponse:
    """How it stands, and the answer of the reader; `forms` are forms with errors to show again."""
    actor, now = actor_of(request), clock.now()
    found_now = standing_of(support)
    is_open = support.state == OPEN and now < support.closes_at
    backing = backing_of(support, actor.seat_id) if actor else None
    decides = _decides(actor, support.goal)
    start = {name: getattr(backing, name) for name in PARTS} if backing else {}
    page: dict[str, Any] = {
        "title": support.question,
        "menu": "tafels",
        "crumbs": [crumb_to(support.goal)],
        "support": support,
        "is_open": is_open,
        "state_words": _(SUPPORT.words[support.state if is_open else "closed"]),
        "standing": found_now,
        "halves": half_lines(found_now),
        "places": place_rows(found_now),
        "elsewhere": elsewhere_row(found_now),
        "hides": any(one.count is None for one in (*found_now.places, found_now.elsewhere)),
        "words": _words(support),
        "backing": backing,
        "backing_word": _(BACKINGS[backing.choice]) if backing else "",
        "can_answer": bool(actor) and is_open and not support.is_hidden,
        "login": with_next(reverse("account:join"), path_to("support", support.public_id)),
        "decides": decides,
        "can_ask": decides and not is_open and bool(GOAL.acts(support.goal.state)),
        "earlier": [one for one in supports_of(support.goal, EARLIER) if one.pk != support.pk],
        "form": BackingForm(initial=start, support=support),
    }
    return render(request, "deliberation/support.html", page | forms, status=status)


@acting
def answer(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """Say whether you support it, or change that."""
    support = found(support_by_id(public_id))
    form = BackingForm(request.POST, support=support)
    if not form.is_valid():
        return support_page(request, support, 422, form=form)
    told = {name: form.cleaned_data[name] for name in PARTS}
    try:
        services.answer_support(by=actor, support=support, **told, at=clock.now())
    except Invalid as refusal:
        return support_page(request, support, form.absorb(refusal), form=form)
    return done(request, _("Je antwoord telt mee."), PAGE, public_id, part="stand")


@with_hat
def paper(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """The sheet to print, and the form for who types in piles. Two people type every pile."""
    support = found(support_by_id(public_id))
    require(rules.may_decide(actor, support.goal, _chairs(support.goal)))
    rules.check_running(support, clock.now())
    form = PileForm(request.POST or None, support=support)
    status = 422 if request.method == "POST" else 200
    if request.method == "POST" and form.is_valid():
        told = {name: form.cleaned_data[name] for name in form.fields if name != "key"}
        try:
            pile = services.type_pile(by=actor, support=support, **told, at=clock.now())
        except (NotNow, Invalid) as refusal:
            status = form.absorb(refusal)
        else:
            words = _("Bewaard. Nu typt een ander deze stapel ook in.")
            messages.success(request, _("De stapel telt mee.") if pile.second_by_id else words)
            return redirect("deliberation:support_paper", public_id)
    page = {
        "title": _("Draagvlak op papier"),
        "menu": "tafels",
        "crumbs": [{"url": path_to("support", public_id), "label": support.question, "is_title": True}],
        "support": support,
        "choices": [_(word) for word in BACKINGS.values()],
        "piles": pile_rows(support, piles_of(support)),
        "form": form,
    }
    return render(request, "deliberation/support_paper.html", page, status=status)


def _words(support: Support) -> list[dict[str, Any]]:
    """The conditions, and the reasons of who is against; those on paper stand together."""
    written = [line for pile in piles_of(support) if pile.second_by_id for line in pile.words.splitlines()]
    return [
        {"key": CONDITION, "lines": _lines(words_in(support, CONDITION, MOST_WORDS))},
        {"key": AGAINST, "lines": _lines(words_in(support, AGAINST, MOST_WORDS))},
        {"key": "paper", "lines": [{"text": line} for line in written]},
    ]


def _lines(backings: list[Backing]) -> list[dict[str, Any]]:
    return [
        {
            "text": one.words,
            "half": one.half,
            "report": ""
            if one.is_hidden
            else reverse("moderation:report", args=["voorwaarde", one.public_id]),
        }
        for one in backings
    ]


def _report(backing: Backing) -> str:
    return reverse("moderation:report", args=["voorwaarde", backing.public_id])


def _chairs(goal: Goal) -> set[int]:
    return {chair.seat_id for chair in chairs_at(goal) if chair.counts}


def _decides(actor: Actor | None, goal: Goal) -> bool:
    return bool(actor and rules.may_decide(actor, goal, _chairs(goal)))
