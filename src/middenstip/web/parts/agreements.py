"""Agreements on other pages: as lines of a list, and in the report with their signatures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as _noop

from middenstip.domain.agreements.lifecycle import AGREEMENT
from middenstip.domain.agreements.selectors import AgreementLine, agreements_about, agreements_of
from middenstip.domain.agreements.selectors.whole import ToldAgreement, agreements_told
from middenstip.domain.reports.selectors.names import somebody
from middenstip.kernel.half import bits_of
from middenstip.web.shared.dates import days_left, long_date
from middenstip.web.shared.part import OnGoal, OnInitiative, OnReport, Part, RoomParts

STATES = {
    "proposed": "tekenen",
    "open": "loopt",
    "done": "gedaan",
    "not_met": "mis",
    "withdrawn": "ingetrokken",
    "lapsed": "vervallen",
}
LATE = "telaat"
# In a list: the label of a state, and its icon.
MARKS = {
    LATE: (_noop("Te laat"), "let-op"),
    "tekenen": (_noop("Tekenen"), "pen"),
    "loopt": (_noop("Loopt"), "klok"),
    "gedaan": (_noop("Gedaan"), "vink"),
    "mis": (_noop("Niet gehaald"), "mis"),
    "ingetrokken": (_noop("Ingetrokken"), "kruis"),
    "vervallen": (_noop("Vervallen"), "kruis"),
}
LONGEST = 120  # characters of a promise in a list; its own page has the whole text
ORDER = {LATE: 0, "tekenen": 1, "loopt": 1, "mis": 2, "gedaan": 3}


def on_initiative(page: OnInitiative) -> Iterator[Part]:
    """Its agreements and their outcome: late ones first, done ones last."""
    lines = [_with_end(row, page.today) for row in agreements_about(page.initiative, page.today)]
    if lines:
        lines.sort(key=lambda line: ORDER[line["state"]])
        yield Part("parts/agreements/initiative.html", page.MAIN, 40, {"agreements": lines})


def on_goal(page: OnGoal) -> Iterator[Part]:
    """The agreements of this table."""
    lines = agreement_lines(agreements_of(page.goal, page.today), page.today) if page.goal.number else []
    lines.sort(key=late_first)
    yield Part("parts/agreements/goal.html", page.MAIN, 10, {"agreements": lines})


def on_report(page: OnReport) -> Iterator[Part]:
    """Every agreement with its signatures, and how many were signed on screen and on paper."""
    agreements = agreements_told(page.initiative, page.today)
    if agreements:
        signed = [one for agreement in agreements for one in agreement.signatures if one.at]
        values = {"agreements": [_told(one) for one in agreements]}
        halves = bits_of(one.half for one in signed)
        yield Part("parts/agreements/report.html", page.SECTIONS, 30, values, halves=halves)
        paper = sum(one.on_paper for one in signed)
        numbers = {"online": len(signed) - paper, "paper": paper}
        yield Part("parts/agreements/report_foot.html", page.FOOT, 10, numbers)


PARTS = RoomParts(on_initiative=on_initiative, on_goal=on_goal, on_report=on_report)


def agreement_lines(rows: Iterable[AgreementLine], today: date) -> list[dict[str, Any]]:
    """The values for `components/agreements.html`, per agreement."""
    return [
        {
            "url": reverse("agreements:detail", args=[row.public_id]),
            "who": row.promisor,
            "to": row.promisee,
            "text": Truncator(row.what).chars(LONGEST),
            "when_text": due_words(row.due_on, today, is_late=row.is_late),
            **marked(LATE if row.is_late else STATES[row.state]),
        }
        for row in rows
    ]


def marked(state: str) -> dict[str, str]:
    """A state with its label and icon."""
    words, icon = MARKS[state]
    return {"state": state, "state_text": _(words), "icon": icon}


def late_first(line: dict[str, Any]) -> bool:
    """A sort key: late lines come first, the others keep their order."""
    return bool(line["state"] != LATE)


def due_words(due_on: date, today: date, *, is_late: bool) -> str:
    """The last day, and for a late agreement how many days ago it was."""
    due = _("Uiterlijk %(day)s") % {"day": long_date(due_on)}
    return f"{due} · {days_left(due_on, today)}" if is_late else due


def _with_end(row: AgreementLine, today: date) -> dict[str, Any]:
    """A line with the whole text, and with its outcome instead of its last day."""
    (line,) = agreement_lines([row], today)
    line |= {"text": row.what, "who": _side(row.promisor, row.is_promisor_named)}
    line["to"] = _side(row.promisee, row.is_promisee_named)
    if row.state == "proposed":
        line["when_text"] = _("Wacht op handtekeningen")
    if row.state == "done" and row.closed_at:
        line["when_text"] = _("Klaar op %(day)s") % {"day": long_date(row.closed_at)}
    if row.state == "not_met":
        line["when_text"] = row.why_not.rstrip(".")
    return line


def _side(words: str, is_named: bool) -> str:
    """*gemeente Deventer*; for an empty seat without organisation *een bewoner van Lettele*."""
    return words if is_named else somebody(words)


def _told(one: ToldAgreement) -> dict[str, Any]:
    state = _("te laat") if one.is_late else _(AGREEMENT.words[one.state])
    return {"agreement": one, "state": state, "url": reverse("agreements:detail", args=[one.public_id])}
