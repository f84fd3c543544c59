"""The money of a project as the page wants it: lines, awards, runway, model and funds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from middenstip.domain.projects import rules
from middenstip.domain.projects.lifecycle import (
    APPLICATION,
    AWARD_KINDS,
    CERTAINTIES,
    NOT_MONEY,
    SOURCE_KINDS,
    TRANCHE,
)
from middenstip.domain.projects.method import Model, Outlook
from middenstip.domain.projects.models import (
    Application,
    FundingScheme,
    Line,
    Project,
    Source,
    Tranche,
    Value,
)
from middenstip.kernel.actor import Actor
from middenstip.kernel.clock import is_past
from middenstip.methods.runway import spoken
from middenstip.web.pages.projects.present import WORDS, act, euros


def budget(project: Project, lines: Iterable[Line], can_approve: bool) -> list[dict[str, Any]]:
    """The lines with a bar of paid, ordered and left in hundredths."""
    return [
        {
            "name": one.name,
            "planned": euros(one.planned),
            "extra": euros(one.extra) if one.extra else "",
            "paid": euros(one.paid),
            "ordered": euros(one.ordered),
            "left": euros(one.left),
            "bar_paid": one.paid * 100 // one.allowed if one.allowed else 0,
            "bar_ordered": one.ordered * 100 // one.allowed if one.allowed else 0,
            "acts": [
                act(project, "bon", _("Boek een bon"), one.public_id),
                act(project, "opdracht", _("Geef een opdracht"), one.public_id),
                act(project, "meer", _("Mag meer kosten"), one.public_id),
            ]
            if can_approve
            else [],
        }
        for one in lines
    ]


def mix(
    project: Project, sources: Iterable[Source], tranches: Iterable[Tranche], can_work: bool
) -> list[Any]:
    """Who pays along: sources and awards, with how certain each is."""
    found = [
        {
            "name": one.name,
            "kind": _(SOURCE_KINDS[one.kind]),
            "amount": _size(one.kind, one.amount),
            "received": _size(one.kind, one.received),
            "certainty": _(CERTAINTIES[one.certainty]),
            "acts": [act(project, "binnen", _("Boek wat binnenkwam"), one.public_id)] if can_work else [],
        }
        for one in sources
    ]
    awards: dict[str, dict[str, int]] = defaultdict(lambda: {"all": 0, "paid": 0})
    for one in tranches:
        name = f"{_(AWARD_KINDS[one.award.kind])}|{one.award.name}"
        awards[name]["all"] += one.amount if one.state != "withheld" else 0
        awards[name]["paid"] += one.amount if one.state == "paid" else 0
    for name, sums in awards.items():
        kind, _bar, title = name.partition("|")
        found.append(
            {
                "name": title,
                "kind": kind,
                "amount": euros(sums["all"]),
                "received": euros(sums["paid"]),
                "certainty": _("toegekend"),
                "acts": [],
            }
        )
    return found


def _size(kind: str, number: int) -> str:
    if kind not in NOT_MONEY:
        return euros(number)
    return f"{number // 100} {_('uur') if kind == 'uren' else _('stuks')}"


def awards(
    project: Project, rows: Iterable[Any], actor: Actor | None, can_work: bool
) -> list[dict[str, Any]]:
    """The awards with their tranches, and what the reader may do with each."""
    found = []
    for award in rows:
        is_giver = bool(actor and rules.may_give(actor, award))
        is_on = award.state == "granted"
        found.append(
            {
                "name": award.name,
                "giver": award.giver.label,
                "amount": euros(award.amount),
                "kind": _(AWARD_KINDS[award.kind]),
                "covers_on": award.covers_on,
                "conditions": award.conditions.splitlines(),
                "why_withdrawn": award.why_withdrawn,
                "parts": [_tranche(project, one, is_giver, can_work and is_on) for one in award.parts],
                "acts": [act(project, "trek-in", _("Trek in"), award.public_id)]
                if is_giver and is_on
                else [],
            }
        )
    return found


def _tranche(project: Project, one: Tranche, is_giver: bool, can_work: bool) -> dict[str, Any]:
    acts = []
    if can_work and TRANCHE.allows(one.state, "meet"):
        acts.append(act(project, "voorwaarde", _("Voorwaarde gehaald"), one.public_id))
    if can_work and TRANCHE.allows(one.state, "ask"):
        acts.append(act(project, "vraag-aan", _("Vraag aan"), one.public_id))
    if is_giver and TRANCHE.allows(one.state, "pay"):
        acts.append(act(project, "betaal", _("Betaald"), one.public_id))
    if is_giver and TRANCHE.allows(one.state, "withhold"):
        acts.append(act(project, "inhouden", _("Houd in"), one.public_id))
    return {
        "amount": euros(one.amount),
        "due_on": one.due_on,
        "condition": one.condition,
        "state": _(TRANCHE.words[one.state]),
        "why": one.why_withheld,
        "acts": acts,
    }


def outlook_rows(outlook: Outlook) -> list[dict[str, Any]]:
    """The scenarios as rows of the table."""
    return [
        {
            "name": _(WORDS[course.scenario.name]),
            "ends": spoken(course.ends) if course.ends is not None else _("langer dan 60 maanden"),
            "left": course.left,
            "sentence": sentence,
        }
        for course, sentence in zip(outlook.courses, outlook.sentences, strict=True)
    ]


def clock_lines(outlook: Outlook) -> list[str]:
    """What each clock says that rings."""
    return [
        _("%(clock)s: nog %(left)s maanden, %(month)s.")
        % {"clock": _(one.name).capitalize(), "left": one.left, "month": spoken(one.ends)}
        for one in outlook.clocks
        if one.level is not None
    ]


def money_pages(project: Project) -> list[dict[str, str]]:
    """The pages behind the money."""
    pages = {
        "model": _("Verdienmodel: wat is het waard, en voor wie?"),
        "project_funds": _("Fondsen: waar vragen we geld?"),
        "report": _("Lees de verantwoording"),
    }
    return [
        {"url": reverse(f"projects:{name}", args=[project.public_id]), "label": label}
        for name, label in pages.items()
    ]


def model(project: Project, model: Model, rows: Iterable[Value], can_work: bool) -> dict[str, Any]:
    """The business model as plain values."""
    kinds = {**AWARD_KINDS, **SOURCE_KINDS}
    total_in, total_out = sum(model.income.values()), sum(model.costs.values())
    return {
        "income": _shares({_(kinds[kind]): cents for kind, cents in model.income.items()}, total_in),
        "costs": _shares(model.costs, total_out),
        "total_in": euros(total_in),
        "total_out": euros(total_out),
        "gap": euros(abs(total_in - total_out)),
        "is_short": total_in < total_out,
        "subsidy_share": model.subsidy_share,
        "values": [_value(project, one, can_work) for one in rows],
        "acts": [act(project, "waarde", _("Zet een trede erbij"))] if can_work else [],
    }


def _shares(sums: dict[str, int], total: int) -> list[dict[str, Any]]:
    return [
        {"name": name, "amount": euros(cents), "share": max(1, round(cents * 100 / total))}
        for name, cents in sums.items()
    ]


def _value(project: Project, one: Value, can_work: bool) -> dict[str, Any]:
    acts = [
        act(
            project, "bewijs", _("Verander het bewijs") if one.proof else _("Geef het bewijs"), one.public_id
        ),
        act(project, "waarde-weg", _("Haal weg"), one.public_id),
    ]
    return {
        "activity": one.activity,
        "worth": one.worth,
        "half": one.half,
        "proof": one.proof,
        "brings": one.brings,
        "acts": acts if can_work else [],
    }


def applications(
    project: Project, rows: Iterable[Application], can_work: bool, today: date
) -> list[dict[str, Any]]:
    """What the team wants to ask or asked."""
    steps = {
        "ask": ("gevraagd", _("Verstuurd")),
        "grant": ("toegekend", _("Toegekend")),
        "reject": ("afgewezen", _("Afgewezen")),
        "drop": ("vraag-niet", _("Gaat niet door")),
    }
    return [
        {
            "name": one.scheme.name,
            "amount": euros(one.amount),
            "state": _(APPLICATION.words[one.outcome]),
            "deadline": one.scheme.deadline,
            "is_late": one.outcome == "gepland" and is_past(one.scheme.deadline, today),
            "acts": [
                act(project, word, label, one.scheme.public_id)
                for step, (word, label) in steps.items()
                if can_work and APPLICATION.allows(one.outcome, step)
            ],
        }
        for one in rows
    ]


def fitting(
    project: Project, rows: Iterable[FundingScheme], halves: set[str], can_work: bool, today: date
) -> list[dict[str, Any]]:
    """The open schemes, each with whether this team may ask, and if not, why."""
    found = []
    for one in rows:
        verdict = rules.may_apply(one, halves, today)
        found.append(
            {
                "scheme": one,
                "level": _(one.get_level_display()),
                "reason": _(verdict.reason) if verdict.reason else "",
                "acts": [act(project, "fonds", _("Hier willen we geld vragen"), one.public_id)]
                if can_work and verdict
                else [],
            }
        )
    return sorted(found, key=lambda one: bool(one["reason"]))
