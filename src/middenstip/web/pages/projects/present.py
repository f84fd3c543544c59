"""Rows of a project as the plain values of its pages."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from middenstip.domain.projects.content import CARD_OF
from middenstip.domain.projects.lifecycle import (
    APPROVES_WORDS,
    CHECKS,
    CLIENT_FORMS,
    MOVES,
    ORDER,
    PROJECT,
    TRACKS,
    WAITS,
)
from middenstip.domain.projects.models import (
    Check,
    Link,
    Milestone,
    Order,
    Plan,
    Project,
)
from middenstip.domain.projects.rules import Team
from middenstip.domain.projects.selectors import Burden
from middenstip.kernel.actor import Actor
from middenstip.kernel.half import Half
from middenstip.methods.runway import amount

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


def milestone_acts(project: Project) -> list[dict[str, str]]:
    """The ways to add a milestone."""
    return [
        act(project, "mijlpaal", _("Een mijlpaal erbij")),
        act(project, "wijzer", _("Kies een wijzer: wat vraagt de wet?")),
    ]


def _milestone(project: Project, one: Milestone, can_work: bool, today: date) -> dict[str, Any]:
    is_open = one.state == "open"
    acts = [
        act(project, "gehaald", _("Gehaald"), one.public_id),
        act(project, "schrap", _("Schrap"), one.public_id),
    ]
    return {
        "name": one.name,
        "card": _(CARD_OF[one.card]["name"]) if one.card in CARD_OF else "",
        "due_on": one.due_on,
        "told": one.told,
        "state": one.state,
        "is_late": is_open and one.due_on < today,
        "acts": acts if is_open and can_work else [],
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
