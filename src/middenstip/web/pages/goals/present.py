"""The values that show a table on its page."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as _noop

from middenstip.domain.goals import rules
from middenstip.domain.goals.lifecycle import GATHERING, GOAL, PROPOSED, SHARED, STOPPED, WRITING, YES
from middenstip.domain.goals.models import Goal
from middenstip.domain.goals.selectors import Place, Said, VersionLine, letters_are_open
from middenstip.domain.initiatives.rules import is_initiator
from middenstip.kernel.half import Half, place_of
from middenstip.kernel.turn import listed
from middenstip.web.pages.goals import diff
from middenstip.web.pages.goals.table import (
    MISSING,
    NO_WORD,
    Table,
    ball_at,
    ball_words,
    names,
    said_yes,
    state_words,
    steps,
)
from middenstip.web.shared.dates import long_date
from middenstip.web.shared.words import first_words, in_words

INVITE = {
    Half.RESIDENTS: _noop("Nodig een bewoner uit"),
    Half.GOVERNMENT: _noop("Nodig iemand van de overheid uit"),
    Half.BUSINESS: _noop("Nodig een ondernemer uit"),
}
# The state of a half that had not answered when the table ended.
CAME_TO = {NO_WORD: _noop("Geen antwoord"), MISSING: _noop("Niemand aan tafel.")}


def present(table: Table) -> dict[str, Any]:
    """The values of the page of a table, except the forms and the agreements."""
    goal, version = table.goal, table.version
    older = table.versions[1:]
    parts = diff.changes(older[0].text, version.text) if version and older else []
    return {
        "title": goal.title,
        "description": first_words(version.text if version else goal.question),
        "crumbs": _crumbs(goal),
        "goal": goal,
        "table": table,
        "states": table.states,
        "chairs": table.chairs,
        "ball_at": ball_at(table),
        "ball": ball_words(table),
        "turn": table.turn,
        "has_asked": bool(table.asked),
        "is_over": table.is_over,
        "can_come": _can_come(table),
        "is_stuck": goal.state == PROPOSED and not table.waiting,
        "missing_text": _missing_text(table),
        "steps": steps(table),
        "is_stopped": goal.state == STOPPED,
        "state_words": state_words(goal.state, len(table.missing)),
        "sides": [_side(table, half) for half in Half],
        "letters": _letters(table),
        "letters_open": letters_are_open(goal),
        "letters_shut": _stays_shut(goal),
        "version": version,
        "marked": diff.marked(parts),
        "compared": diff.compared(parts),
        "cards": [_card(table, half) for half in Half] if version else [],
        "objections": [_objection(table, said) for said in version.answers if said.condition]
        if version
        else [],
        "history": [_history(line) for line in older],
        **can(table),
    }


def _crumbs(goal: Goal) -> list[dict[str, Any]]:
    crumbs: list[dict[str, Any]] = [{"url": reverse("goals:index"), "label": _("Tafels")}]
    if goal.initiative:
        url = reverse("initiatives:detail", args=[goal.initiative.public_id])
        crumbs.append({"url": url, "label": goal.initiative.title, "is_title": True})
    return crumbs


def can(table: Table) -> dict[str, Any]:
    """What the reader can do now, and else why not. Every act checks the same rules again."""
    goal, reader = table.goal, table.reader
    act = bool(reader and rules.may_act(reader, {place.seat for place in table.here}))
    can_come = bool(reader and not act and table.may_sit and _can_come(table))
    is_mine = bool(reader and goal.initiative and is_initiator(reader.person_id, goal.initiative))
    is_welcome = is_mine or table.mine in table.asked
    return {
        "can_join": can_come and is_welcome,
        "can_ask": can_come and not is_welcome,
        "can_write": act and GOAL.allows(goal.state, "write"),
        "can_reveal": act and goal.state == WRITING and not table.waiting,
        "can_propose": act and GOAL.allows(goal.state, "propose"),
        "can_answer": act and goal.state == PROPOSED,
        "can_invite": bool(reader and (act or rules.is_host(reader, goal))) and _can_come(table),
        "can_leave": act and GOAL.allows(goal.state, "leave"),
        "can_promise": act and goal.state == SHARED,
        "is_asked": table.mine in table.asked,
        "why_not": "" if act else _why_not(table),
    }


def _can_come(table: Table) -> bool:
    """Whether a seat can still join: at a shared goal only after a new version."""
    return GOAL.allows(table.goal.state, "join")


def _why_not(table: Table) -> str:
    """Why the reader can only watch: the true reason, or "" when there is nothing to explain."""
    if table.is_over:
        return ""
    if not table.may_sit:
        return in_words(table.may_sit.reason)
    if not _can_come(table):
        return _("Je kijkt mee. Aanschuiven kan weer als er een nieuwe versie op tafel ligt.")
    if table.reader is None:
        return _("Je kijkt mee.")
    return _("Je kijkt mee. Wil je meeschrijven en antwoorden? Dan zit je aan tafel.")


def _missing_text(table: Table) -> str:
    """The halves without a seat, while there is something to decide; not for a shared goal."""
    if table.is_over or not table.missing or table.goal.state == SHARED:
        return ""
    halves = listed([_(half.value) for half in table.missing])
    return _("Er is nu niemand van de %(halves)s. Praten mag, besluiten kan niet.") % {"halves": halves}


def _side(table: Table, half: Half) -> dict[str, Any]:
    here = table.at(half)
    asked = [place for place in table.asked if place.half == half]
    seats = [{"name": p.who, "note": _note(p), "state": "er"} for p in here]
    seats += [{"name": p.who, "note": _("is uitgenodigd"), "state": "leeg"} for p in asked]
    here_text = _here_text(len(here), _can_come(table))
    side = {"half": half.value, "is_empty": not here, "seats": seats, "here_text": here_text}
    if table.is_at_table and not here and _can_come(table):
        side["url"] = reverse("goals:invite", args=[table.goal.public_id]) + f"?helft={half.value}"
        side["action"] = _(INVITE[half])
    return side


def _note(place: Place) -> str:
    """The function of the seat, and whether its claim still waits for a confirmation."""
    notes = [place.label if place.name else "", "" if place.counts else _("nog niet bevestigd")]
    return " · ".join(note for note in notes if note)


def _here_text(count: int, can_come: bool) -> str:
    if count:
        return _("%(count)s aan tafel") % {"count": count}
    return _("Nog niemand aan tafel.") if can_come else _("Niemand aan tafel.")


def _stays_shut(goal: Goal) -> bool:
    """Whether the letters will never be opened."""
    return goal.state == STOPPED and not letters_are_open(goal)


def _letters(table: Table) -> list[dict[str, Any]]:
    """One letter per seat, in the order of the halves, without closed texts, not even the reader's.

    At a table that stopped before its first version they stay closed: each writer can read only their own.
    """
    opened, stays_shut = letters_are_open(table.goal), _stays_shut(table.goal)
    if table.goal.state == GATHERING and not any(place.has_letter for place in table.here):
        return []
    rows = []
    for place in sorted(table.places, key=lambda place: place_of(place.half)):
        if not (place.letter if opened else place.has_letter if stays_shut else place.is_here):
            continue
        state = "open" if opened else "dicht" if place.has_letter else "wacht"
        if stays_shut:
            state = "open" if place is table.mine else "toe"
        text = place.letter if state == "open" else ""
        rows.append(
            {
                "half": place.half,
                "state": state,
                "text": text,
                "who": place.who,
                "is_mine": place is table.mine,
            }
        )
    return rows


def _card(table: Table, half: Half) -> dict[str, Any]:
    """The answer of a half to the current version."""
    here, version, state = table.at(half), table.version, table.state(half)
    assert version
    open_for = [place for place in here if place in table.waiting]
    card: dict[str, Any] = {"half": half.value, "state": state}
    if table.is_over and state in CAME_TO:
        card["state_text"] = _(CAME_TO[state])
    if here:
        said = said_yes(*table.yes_of(half), table.is_over)
        card["text"] = f"{said[:1].upper()}{said[1:]}."
        if open_for:
            card["text"] += " " + _("Nog geen antwoord: %(names)s.") % {"names": names(open_for)}
    elif state == YES:
        card["text"] = _("Wie hier ja zei, zit niet meer aan tafel.")
    elif table.is_at_table and _can_come(table):
        card["url"] = reverse("goals:invite", args=[table.goal.public_id]) + f"?helft={half.value}"
        card["action"] = _(INVITE[half])
    return card


def _objection(table: Table, said: Said) -> dict[str, str]:
    place: Place | None = next((p for p in table.places if p.seat == said.seat), None)
    who = place.who if place else said.label
    return {"half": said.half, "who": who, "words": _(said.words), "text": said.condition}


def _history(line: VersionLine) -> dict[str, Any]:
    """An older version with its answers, per half."""
    halves = []
    for half in Half:
        answers = [one for one in line.answers if one.half == half]
        said = [
            f"{one.label}: {_(one.words)}" + (f" – {one.condition}" if one.condition else "")
            for one in answers
        ]
        halves.append({"half": half.value, "answers": said, "yes": sum(a.answer == YES for a in answers)})
    by = f"{line.by} · {long_date(line.at)}"
    return {"number": line.number, "text": line.text, "by": by, "halves": halves}


def first_forms(table: Table) -> dict[str, dict[str, Any]]:
    """The initial values of the forms: the reader's letter, the reader's answer, the current version."""
    mine, version = table.mine, table.version
    said = version.said_by(mine.seat) if version and mine else None
    number = version.number if version else 0
    letter = mine.letter if mine and mine.is_here and table.goal.state == WRITING else ""
    return {
        "letter": {"text": letter},
        "version": {"number": number, "text": version.text if version else ""},
        "answer": {
            "number": number,
            "answer": said.answer if said else None,
            "condition": said.condition if said else "",
        },
    }
