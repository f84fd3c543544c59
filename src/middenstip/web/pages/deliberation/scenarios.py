"""Scenarios side by side: writing them, comparing them, and saying what you find of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from middenstip.domain.deliberation import rules, services
from middenstip.domain.deliberation.lifecycle import FEWEST_SCENARIOS, LIKES, MOST_SCENARIOS
from middenstip.domain.deliberation.models import Scenario, ScenarioReaction
from middenstip.domain.deliberation.selectors.scenarios import (
    effects_of,
    likes_in,
    reactions_from,
    reactions_with_words,
    scenario_by_id,
    scenarios_of,
)
from middenstip.domain.goals.lifecycle import GOAL
from middenstip.domain.goals.models import Goal
from middenstip.domain.goals.selectors import chairs_at, goal_by_id
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.half import Half
from middenstip.kernel.verdict import Invalid, NotNow, require
from middenstip.web.pages.deliberation.present import crumb_to
from middenstip.web.pages.deliberation.scenario_forms import LikeForm, ScenarioForm
from middenstip.web.shared.hat import acting, actor_of, with_hat
from middenstip.web.shared.reply import done, found
from middenstip.web.shared.ways import with_next

PAGE = "deliberation:scenarios"
MOST_WORDS = 40


@require_safe
def detail(request: HttpRequest, public_id: str) -> HttpResponse:
    return scenarios_page(request, found(goal_by_id(public_id)))


def scenarios_page(
    request: HttpRequest, goal: Goal, status: int = 200, refused: tuple[int, LikeForm] | None = None
) -> HttpResponse:
    """The scenarios side by side; `refused` is a scenario (a key) with its form to show again."""
    actor, beside = actor_of(request), scenarios_of(goal)
    runs = bool(GOAL.acts(goal.state))
    mine = reactions_from(beside, actor.seat_id) if actor else {}
    likes, words = likes_in(beside), reactions_with_words(beside, MOST_WORDS)
    decides = _decides(actor, goal) and runs
    lines = [_line(one, likes, words, mine.get(one.pk), refused) for one in beside]
    here = reverse(PAGE, args=[goal.public_id])
    page: dict[str, Any] = {
        "title": _("Scenario's"),
        "menu": "tafels",
        "crumbs": [crumb_to(goal)],
        "goal": goal,
        "lines": lines,
        "is_one": 0 < len(beside) < FEWEST_SCENARIOS,
        "can_react": bool(actor) and runs,
        "decides": decides,
        "can_add": decides and len(beside) < MOST_SCENARIOS,
        "login": "" if actor or not runs or not beside else with_next(reverse("account:join"), here),
    }
    return render(request, "deliberation/scenarios.html", page, status=status)


@require_safe
def one(request: HttpRequest, public_id: str) -> HttpResponse:
    """A scenario stands beside the others."""
    scenario = found(scenario_by_id(public_id))
    return redirect(reverse(PAGE, args=[scenario.goal.public_id]) + f"#s-{public_id}")


@with_hat
def add(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """Put a scenario beside the others."""
    goal = found(goal_by_id(public_id))
    require(rules.may_decide(actor, goal, _chairs(goal)))
    rules.check_table(goal)
    rules.check_room_beside(scenarios_of(goal))
    form = ScenarioForm(request.POST or None)
    status = 422 if request.method == "POST" else 200
    if request.method == "POST" and form.is_valid():
        try:
            made = services.add_scenario(by=actor, goal=goal, **form.told, at=clock.now())
        except (NotNow, Invalid) as refusal:
            status = form.absorb(refusal)
        else:
            words = _("Het scenario staat erbij.")
            return done(request, words, PAGE, public_id, part=f"s-{made.public_id}")
    return _form_page(request, goal, _("Zet een scenario erbij"), form, status)


@with_hat
def change(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """Change a scenario; the page says that it was changed."""
    scenario = found(scenario_by_id(public_id))
    goal = scenario.goal
    require(rules.may_decide(actor, goal, _chairs(goal)))
    rules.check_table(goal)
    rules.check_readable(scenario)
    start = {name: getattr(scenario, name) for name in ("title", "text", "gains", "gives_in")}
    for half, effect in effects_of(scenario).items():
        start |= {f"{half}_brings": effect.brings, f"{half}_costs": effect.costs}
    form = ScenarioForm(request.POST or None, initial=start)
    status = 422 if request.method == "POST" else 200
    if request.method == "POST" and form.is_valid():
        try:
            services.change_scenario(by=actor, scenario=scenario, **form.told, at=clock.now())
        except (NotNow, Invalid) as refusal:
            status = form.absorb(refusal)
        else:
            words = _("Het scenario is aangepast.")
            return done(request, words, PAGE, goal.public_id, part=f"s-{public_id}")
    return _form_page(request, goal, _("Verander dit scenario"), form, status)


@acting
def react(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """Say what you find of it, or change that."""
    scenario = found(scenario_by_id(public_id))
    form = LikeForm(request.POST, auto_id=f"s{scenario.pk}_%s")
    if not form.is_valid():
        return scenarios_page(request, scenario.goal, 422, (scenario.pk, form))
    told = {name: form.cleaned_data[name] for name in ("choice", "words")}
    services.react_to_scenario(by=actor, scenario=scenario, **told, at=clock.now())
    goal = scenario.goal.public_id
    return done(request, _("Je reactie telt mee."), PAGE, goal, part=f"s-{public_id}")


def _form_page(request: HttpRequest, goal: Goal, title: str, form: ScenarioForm, status: int) -> HttpResponse:
    way = {"url": reverse(PAGE, args=[goal.public_id]), "label": _("Scenario's")}
    page = {"title": title, "menu": "tafels", "form": form, "crumbs": [crumb_to(goal), way]}
    return render(request, "deliberation/write_scenario.html", page, status=status)


def _line(
    scenario: Scenario,
    likes: Counter[tuple[int, str, str]],
    words: Iterable[ScenarioReaction],
    mine: ScenarioReaction | None,
    refused: tuple[int, LikeForm] | None,
) -> dict[str, Any]:
    effects = {one.half: one for one in scenario.effects.all()}
    start = {"choice": mine.choice, "words": mine.words} if mine else {}
    form = LikeForm(initial=start, auto_id=f"s{scenario.pk}_%s")
    is_refused = bool(refused and refused[0] == scenario.pk)
    return {
        "scenario": scenario,
        "effects": [effects[half.value] for half in Half],
        "likes": [
            {
                "half": half.value,
                "answers": [
                    {"word": _(word), "number": likes[scenario.pk, half.value, key]}
                    for key, word in LIKES.items()
                ],
            }
            for half in Half
        ],
        "words": [
            {"text": one.words, "half": one.half, "word": _(LIKES[one.choice]), "report": _report(one)}
            for one in words
            if one.scenario_id == scenario.pk
        ],
        "mine": _(LIKES[mine.choice]) if mine else "",
        "form": refused[1] if refused and is_refused else form,
        "is_refused": is_refused,
    }


def _report(reaction: ScenarioReaction) -> str:
    if reaction.is_hidden:
        return ""
    return reverse("moderation:report", args=["scenarioreactie", reaction.public_id])


def _chairs(goal: Goal) -> set[int]:
    return {chair.seat_id for chair in chairs_at(goal) if chair.counts}


def _decides(actor: Actor | None, goal: Goal) -> bool:
    return bool(actor and rules.may_decide(actor, goal, _chairs(goal)))
