"""Rows of a project as the plain values of its pages."""

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
    APPROVES_WORDS,
    AWARD_KINDS,
    CERTAINTIES,
    CHECKS,
    CLIENT_FORMS,
    MOVES,
    NOT_MONEY,
    ORDER,
    PROJECT,
    SOURCE_KINDS,
    TRACKS,
    TRANCHE,
    WAITS,
)
from middenstip.domain.projects.method import Model, Outlook
from middenstip.domain.projects.models import (
    Application,
    Check,
    FundingScheme,
    Line,
    Link,
    Milestone,
    Order,
    Plan,
    Project,
    Source,
    Tranche,
    Value,
)
from middenstip.domain.projects.rules import Team
from middenstip.domain.projects.selectors import Burden
from middenstip.kernel.actor import Actor
from middenstip.kernel.clock import is_past
from middenstip.kernel.half import Half
from middenstip.methods.runway import amount, spoken

MONTH, YEAR = 3, 12
COLUMNS = {Half.RESIDENTS: "residents", Half.GOVERNMENT: "government", Half.BUSINESS: "business"}
WORDS = {
    "zeker": "Alleen wat zeker is",
    "verwacht": "Wat we verwachten",
    "hoopvol": "Als alles lukt wat gevraagd is",
    "later": "Als subsidie en fonds 3 maanden later komen",
    "subsidie stopt": "Als de subsidie nu stopt",
}


def euros(cents: int) -> str:
    """*€ 1.250,50*."""
    return amount(cents)


def halves_of_plan(plan: Plan | None) -> list[dict[str, Any]]:
    """Per half what it brings and gets."""
    return [
        {
            "half": half.value,
            "brings": getattr(plan, f"brings_{column}", ""),
            "gets": getattr(plan, f"gets_{column}", ""),
        }
        for half, column in COLUMNS.items()
    ]


def tabs(project: Project, here: str) -> list[dict[str, Any]]:
    """The four pages of a project."""
    pages = {"detail": _("Plan"), "doing": _("Uitvoering"), "money": _("Geld"), "people": _("Mensen")}
    return [
        {
            "url": reverse(f"projects:{name}", args=[project.public_id]),
            "label": label,
            "current": name == here,
        }
        for name, label in pages.items()
    ]


def act(project: Project, word: str, label: str, thing: str = "") -> dict[str, str]:
    """A link to an act."""
    args = [project.public_id, word, *([thing] if thing else [])]
    return {"url": reverse("projects:act_on" if thing else "projects:act", args=args), "label": label}


def steps(project: Project) -> list[dict[str, Any]]:
    """The states of a project as a line of steps."""
    order = list(PROJECT.words)
    here = order.index(project.state)
    return [
        {"title": _(PROJECT.words[state]).capitalize(), "state": "gedaan" if place < here else ""}
        | ({"state": "nu"} if place == here else {})
        for place, state in enumerate(order)
    ]


def moves(project: Project) -> list[dict[str, str]]:
    """The steps that the team can take now."""
    words = {"start": "begin", "deliver": "opleveren", "resume": "nog-niet", "maintain": "beheer"}
    found = [
        act(project, words[step], _(label))
        for step, label in MOVES.items()
        if PROJECT.allows(project.state, step)
    ]
    if PROJECT.allows(project.state, "close"):
        found.append(act(project, "afsluiten", _("Sluit het project af")))
    return found


def client(project: Project) -> dict[str, str]:
    """Who is client, and who approves."""
    form = project.client_form
    return {"form": _(CLIENT_FORMS[form]), "words": _(APPROVES_WORDS[form])}


def milestones(
    project: Project, rows: Iterable[Milestone], can_work: bool, today: date
) -> list[dict[str, Any]]:
    """The two tracks, each with its milestones and how many are done."""
    found: dict[str, list[Milestone]] = {track: [] for track in TRACKS}
    for row in rows:
        found[row.track].append(row)
    return [
        {
            "title": _(TRACKS[track]),
            "done": sum(one.state == "reached" for one in some),
            "count": sum(one.state != "dropped" for one in some),
            "lines": [_milestone(project, one, can_work, today) for one in some],
        }
        for track, some in found.items()
    ]


def _milestone(project: Project, one: Milestone, can_work: bool, today: date) -> dict[str, Any]:
    is_open = one.state == "open"
    acts = [
        act(project, "gehaald", _("Gehaald"), one.public_id),
        act(project, "schrap", _("Schrap"), one.public_id),
    ]
    return {
        "name": one.name,
        "due_on": one.due_on,
        "told": one.told,
        "state": one.state,
        "is_late": is_open and one.due_on < today,
        "acts": acts if is_open and can_work else [],
    }


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


def orders(rows: Iterable[Order], today: date) -> list[dict[str, Any]]:
    """The orders of a project as lines."""
    return [
        {
            "url": reverse("projects:order", args=[one.public_id]),
            "what": one.what,
            "client": one.client.label,
            "contractor": one.contractor.label,
            "price": euros(one.price),
            "state": _(ORDER.words[one.state]),
            "kind": {"approved": "gedaan", "paid": "gedaan", "refused": "telaat", "off": "nee"}.get(
                one.state, "bezig"
            ),
            "due_on": one.repair_by if one.state == "refused" else one.due_on,
            "is_late": one.due_on < today and one.state in ("asked", "accepted", "busy"),
        }
        for one in rows
    ]


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


def checks(rows: Iterable[Check], colours: dict[str, str]) -> list[dict[str, Any]]:
    """The five questions with their colour, and the step that mends each."""
    known = {one.kind: one for one in rows}
    return [
        {
            "title": _(CHECKS[kind]),
            "colour": colour,
            "word": _(colour),
            "check": known.get(kind),
        }
        for kind, colour in colours.items()
    ]


def task_lines(
    project: Project, tasks: Iterable[Any], actor: Actor | None, in_team: bool
) -> list[dict[str, Any]]:
    """The tasks to come and those just done, with what the reader may do. Only the team reads who helps."""
    found = []
    for one in tasks:
        doing = [take for take in one.taken if not take.is_reserve]
        mine = bool(actor) and any(take.person_id == actor.person_id for take in one.taken)  # type: ignore[union-attr]
        acts = []
        if one.state in ("open", "filled") and actor:
            word, label = ("geef-terug", _("Ik kan toch niet")) if mine else ("doe-mee", _("Ik doe mee"))
            acts.append(act(project, word, label, one.public_id))
            if doing and (in_team or mine):
                acts.append(act(project, "klaar", _("Gedaan"), one.public_id))
        found.append(
            {
                "what": one.what,
                "day": one.day,
                "minutes": one.minutes,
                "needed": one.needed,
                "filled": len(doing),
                "reserve": len(one.taken) - len(doing),
                "is_essential": one.is_essential,
                "state": one.state,
                "who": ", ".join(take.person.shown_name for take in one.taken) if in_team else "",
                "acts": acts,
            }
        )
    return found


def burden_words(burden: Burden) -> str:
    """How the hours are shared, without a name."""
    if burden.colour == "nog te weinig":
        return _("Nog te weinig uren om iets over te zeggen: %(hours)s.") % {"hours": burden.hours}
    return _("Eén iemand draagt %(most)s van de 100 uren. Samen zijn het er %(hours)s.") % {
        "most": burden.most,
        "hours": burden.hours,
    }


def team_lines(team: Team, members: Iterable[Any]) -> list[dict[str, str]]:
    """The seats of the team."""
    return [
        {
            "half": one.seat.half,
            "name": one.seat.label,
            "role": _("coördineert") if one.is_coordinator else "",
        }
        for one in members
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


def links(project: Project, rows: Iterable[Link]) -> list[dict[str, str]]:
    """How the project hangs together with others, said from its own side."""
    found = []
    for one in rows:
        is_mine = one.project_id == project.pk
        other = one.other if is_mine else one.project
        if one.kind != WAITS:
            said = _("koppelkans")
        else:
            said = _("hier wachten wij op") if is_mine else _("wacht op ons")
        url = reverse("projects:detail", args=[other.public_id])
        found.append({"url": url, "title": other.title, "how": said, "reason": one.reason})
    return found


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
