"""Budgets, plans and ballots as plain values for the templates."""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from middenstip.domain.agreements.lifecycle import AGREEMENT
from middenstip.domain.agreements.selectors import agreement_states
from middenstip.domain.budgeting.face import PLAN as REPORTED
from middenstip.domain.budgeting.lifecycle import (
    BASKET,
    BUDGET,
    CAMPAIGN,
    CHOOSE,
    COMPLETIONS,
    COUNTED_STATES,
    FEASIBLE,
    FINISHED,
    KINDS,
    PLAN,
    POINTS,
    REFUSED,
    RULE_NAMES,
    STOPPED,
    VOTING,
    euro,
)
from middenstip.domain.budgeting.models import Assent, Budget, Outcome, Plan
from middenstip.domain.projects.lifecycle import PROJECT
from middenstip.domain.projects.selectors import project_states
from middenstip.domain.rooms import path_to
from middenstip.kernel.contact import masked
from middenstip.kernel.half import Half
from middenstip.web.shared import dates

YEAR = [state for state in BUDGET.words if state != STOPPED]


def as_line(budget: Budget, today: date, realised: tuple[int, int] | None = None) -> dict[str, Any]:
    """A budget in a list; `realised` are how many plans won and how many of those are done."""
    return {
        "url": path_to("budget", budget.public_id),
        "title": budget.title,
        "amount": euro(budget.amount),
        "area": budget.area.name,
        "stand": _(BUDGET.words[budget.state]),
        "is_voting": budget.state == VOTING,
        "is_done": budget.state in COUNTED_STATES,
        "day": dates.day_date(budget.closes_on, today),
        "realised": _("%(done)s van %(won)s winnaars af") % {"done": realised[1], "won": realised[0]}
        if realised and realised[0]
        else "",
    }


def yes_cards(given: Iterable[Assent], today: date) -> list[dict[str, Any]]:
    """Cards for `components/half_cards.html`: what each half said to the rules."""
    by_half = {one.half: one for one in given}
    cards: list[dict[str, Any]] = []
    for half in Half:
        one = by_half.get(half.value)
        if one is None:
            cards.append({"half": half, "state": "open"})
        else:
            day = dates.day_date(timezone.localdate(one.at), today)
            words = _("JA, %(day)s") % {"day": day}
            cards.append({"half": half, "state": "ja", "state_text": words, "text": one.seat.label})
    return cards


def stands_of(plans: Iterable[Plan]) -> dict[int, dict[str, Any]]:
    """How far the plans are that went on after the count, by their keys. Two queries, or none."""
    going = [one for one in plans if one.initiative_id and one.votes is not None]
    projects = project_states([one.initiative_id for one in going if one.initiative_id])
    agreements = agreement_states([one.agreement for one in going if one.agreement])
    found: dict[int, dict[str, Any]] = {}
    for one in going:
        if one.initiative_id in projects:
            code, state = projects[one.initiative_id]
            words = _("project: %(state)s") % {"state": _(PROJECT.words[state])}
            found[one.pk] = {"now": words, "now_url": path_to("project", code)}
        elif one.agreement in agreements:
            words = _("afspraak: %(state)s") % {"state": _(AGREEMENT.words[agreements[one.agreement]])}
            found[one.pk] = {"now": words, "now_url": path_to("agreement", one.agreement)}
        elif one.initiative:
            url = path_to("initiative", one.initiative.public_id)
            found[one.pk] = {"now": _("gaat verder als initiatief"), "now_url": url}
    return found


def progress(budget: Budget) -> list[dict[str, Any]]:
    """Lines for `components/progress.html`: the steps of the year."""
    here = YEAR.index(budget.state) if budget.state in YEAR else -1
    return [
        {"title": _(BUDGET.words[state]).capitalize(), "state": _progress_state(place, here, state, budget)}
        for place, state in enumerate(YEAR)
    ]


def _progress_state(place: int, here: int, state: str, budget: Budget) -> str:
    if place < here or (state == FINISHED == budget.state):
        return "gedaan"
    return "nu" if place == here else ""


def rules_lines(budget: Budget) -> list[tuple[str, str]]:
    """The rules as pairs of a word and a sentence, shown beside the ballot and the result."""
    lines = [
        (_("Bedrag"), euro(budget.amount)),
        (_("Wie stemt"), budget.who),
        (_("Je kiest"), ballot_words(budget)),
        (_("Zo wint een plan"), rule_words(budget.rule)),
    ]
    if budget.rule == "mes":
        lines.append((_("Geld over"), _(COMPLETIONS[budget.completion])))
    if budget.min_votes:
        lines.append((_("Minstens nodig"), _("%(number)s stemmen") % {"number": budget.min_votes}))
    lines.append((_("Zin voor het lot"), budget.lot))
    if budget.fixed_at:
        day = dates.long_date(budget.fixed_at)
        lines.append((_("Vastgesteld"), _("%(day)s, met een ja van alle drie de helften") % {"day": day}))
    return lines


def rule_words(rule: str) -> str:
    """What the rule does, in one sentence."""
    if rule == "mes":
        return _("Gelijke delen: iedere stemmer krijgt evenveel stemgeld, en een plan wint als zijn eigen"
                 " stemmers het samen kunnen betalen.")  # fmt: skip
    if rule == "bos":
        return _("Gelijke delen met een tekort: iedere stemmer krijgt evenveel stemgeld. Stemmers die samen"
                 " iets tekortkomen, kunnen een plan ook kopen; hoe meer ze tekortkomen, hoe later. Een groep"
                 " kan zo meer krijgen dan haar deel.")  # fmt: skip
    if rule == "no-skip":
        return _("Meeste stemmen: het plan met de meeste stemmen gaat eerst. De telling stopt bij het eerste"
                 " plan dat niet meer past.")  # fmt: skip
    return _("Meeste stemmen: het plan met de meeste stemmen gaat eerst, zolang het geld op past.")


def ballot_words(budget: Budget) -> str:
    """What a voter may choose, in one sentence."""
    if budget.kind == CHOOSE:
        return ngettext("hoogstens %(most)s plan", "hoogstens %(most)s plannen", budget.most) % {
            "most": budget.most
        }
    if budget.kind == POINTS:
        return _("samen hoogstens %(most)s punten") % {"most": budget.most}
    return _(KINDS[budget.kind])


def by_lot(plans: Iterable[Plan]) -> list[Plan]:
    """The plans in an order that is drawn anew for each visitor: equal space for every plan."""
    drawn = list(plans)
    random.SystemRandom().shuffle(drawn)
    return drawn


def listed(budget: Budget, plans: Iterable[Plan]) -> list[Plan]:
    """The order on the page of the budget: by lot before the count, after it the winners first."""
    if budget.state in COUNTED_STATES:
        return sorted(plans, key=lambda one: (one.rank is None, one.rank or 0, -(one.votes or 0), one.number))
    drawn = by_lot(plans) if budget.state in (CAMPAIGN, VOTING) else list(plans)
    return sorted(drawn, key=lambda one: one.state == REFUSED)


def as_plan(plan: Plan, budget: Budget) -> dict[str, Any]:
    """A plan in a list, and the top of its page."""
    return {
        "number": plan.number,
        "url": reverse("budgeting:plan", args=[budget.public_id, plan.public_id]),
        "title": masked(plan.title),
        "text": masked(plan.text),
        "place": masked(plan.place),
        "cost": cost_words(plan),
        "stand": _(PLAN.words[plan.state]),
        "is_no": plan.state == REFUSED,
        "is_yes": plan.state == FEASIBLE,
        "reason": plan.reason,
        "won": plan.rank is not None,
        "rank": plan.rank,
        "votes": plan.votes,
        "why": plan.why,
        "delivered": plan.delivered_on,
    }


def cost_words(plan: Plan) -> str:
    """The cost, or its range while nobody checked it."""
    if plan.cost is not None:
        return euro(plan.cost)
    if plan.cost_low == plan.cost_high:
        return euro(plan.cost_low)
    return _("%(low)s tot %(high)s") % {"low": euro(plan.cost_low), "high": euro(plan.cost_high)}


def report_url(plan: Plan) -> str:
    """Where a reader reports this text."""
    return reverse("moderation:report", args=[REPORTED.key, plan.public_id])


def as_choices(budget: Budget, plans: Iterable[Plan], chosen: Mapping[int, int]) -> list[dict[str, Any]]:
    """The plans on a ballot, with what is chosen; by number, so that paper and screen are the same."""
    left = budget.amount - sum(plan.cost or 0 for plan in plans if plan.number in chosen)
    return [
        {
            **as_plan(plan, budget),
            "is_chosen": plan.number in chosen,
            "points": chosen.get(plan.number, ""),
            "no_room": budget.kind == BASKET and plan.number not in chosen and (plan.cost or 0) > left,
        }
        for plan in plans
    ]


def total_words(budget: Budget, plans: Iterable[Plan], chosen: Mapping[int, int]) -> str:
    """What is left to choose: *nog € 12.000 over*."""
    if budget.kind == BASKET:
        left = budget.amount - sum(plan.cost or 0 for plan in plans if plan.number in chosen)
        text = _("nog %(left)s over") if left >= 0 else _("%(left)s te veel")
        return text % {"left": euro(abs(left))}
    if budget.kind == CHOOSE:
        return _("%(count)s van %(most)s plannen") % {"count": len(chosen), "most": budget.most}
    if budget.kind == POINTS:
        return _("nog %(left)s punten over") % {"left": budget.most - sum(chosen.values())}
    return ngettext("%(count)s plan gekozen", "%(count)s plannen gekozen", len(chosen)) % {
        "count": len(chosen)
    }


def chosen_in(data: Any, budget: Budget) -> dict[int, int]:
    """The choices in a form: points by number of plan. What is no number is left out."""
    if budget.kind == POINTS:
        given = {key.removeprefix("punten-"): data.get(key) for key in data if key.startswith("punten-")}
        return {int(key): int(value) for key, value in given.items() if _is_number(key) and _is_number(value)}
    return {int(value): 1 for value in data.getlist("plan") if _is_number(value)}


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 10 and int(text) > 0


def spaced(code: str) -> str:
    """A code in groups of four, as it is printed: *k7wm 2pqr 9xbt*."""
    return " ".join(code[place : place + 4] for place in range(0, len(code), 4))


def bar(plans: Iterable[Plan], amount: int) -> list[dict[str, float]]:
    """The winners as parts of one bar of 1000 wide, for an SVG."""
    parts: list[dict[str, float]] = []
    x = 0.0
    for plan in plans:
        wide = 1000 * (plan.cost or 0) / amount
        parts.append({"x": round(x), "wide": round(max(wide - 3, 1))})
        x += wide
    return parts


def as_result(budget: Budget, outcome: Outcome, plans: list[Plan]) -> dict[str, Any]:
    """The page of the result."""
    won = sorted((one for one in plans if one.rank is not None), key=lambda one: one.rank or 0)
    lost = [one for one in plans if one.rank is None and one.state == FEASIBLE]
    done = sum(1 for one in won if one.delivered_on)
    stands = stands_of([*won, *lost])
    return {
        "won": [as_plan(one, budget) | stands.get(one.pk, {}) for one in won],
        "lost": [as_plan(one, budget) | stands.get(one.pk, {}) for one in lost],
        "bar": bar(won, budget.amount),
        "spent": euro(outcome.cost),
        "left": euro(budget.amount - outcome.cost),
        "amount": euro(budget.amount),
        "overview": outcome.overview,
        "compared": [{**row, "name": _(row["name"])} for row in outcome.compared],
        "command": outcome.command,
        "ballot_count": budget.ballot_count,
        "plan_count": len(won) + len(lost),
        "done_count": done,
        "rule": rule_words(budget.rule),
        "rule_name": _(RULE_NAMES[budget.rule]),
    }
