"""A counted ballot as plain values for the templates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any

from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from middenstip.domain.deliberation.lifecycle import ADOPT, CONSENT, DECLINE, MODES, NO, REPLIES, TEST
from middenstip.domain.deliberation.method.ballots import command, rules_of
from middenstip.domain.deliberation.models import Ballot, Condition, Counted
from middenstip.domain.goals.models import Goal
from middenstip.domain.rooms import path_to
from middenstip.kernel.half import Half
from middenstip.web.pages.deliberation.drawings import bar_svg

LOOKS = {ADOPT: "gedaan", TEST: "bezig", DECLINE: "nee"}  # how the answer to a condition is drawn
MOST_REASONS = 5


def crumb_to(goal: Goal) -> dict[str, object]:
    """The way back to the table."""
    return {"url": path_to("goal", goal.public_id), "label": goal.title, "is_title": True}


def how_we_count(ballot: Ballot) -> list[dict[str, str]]:
    """What was fixed before the ballot opened, shown beside the vote."""
    rules = rules_of(ballot)
    needed = {half.value: rules.quorum(ballot.roll[half.value]) for half in Half}
    people = ", ".join(f"{ballot.roll[half.value]} {_(half.value)}" for half in Half)
    yes = ", ".join(f"{needed[half.value]} {_(half.value)}" for half in Half)
    yes = _("Zo vaak ja is nodig: %(yes)s.") % {"yes": yes}
    mean = _("Gemiddeld over de drie helften is minstens %(share)s ja.") % {"share": ballot.mean_share}
    if ballot.mode == CONSENT:
        mean = _("In elke helft zijn er minder bezwaren dan een tiende van de kieslijst, of minder dan twee.")
    secret = _("Na de telling weet niemand wie wat stemde.")
    if not ballot.is_secret:
        secret = _("Na de telling staat de zetel bij haar stem.")
    rounds = {"round": ballot.round, "most": rules.max_rounds}
    return [
        {"name": _("Methode"), "text": _(MODES[ballot.mode])},
        {"name": _("Kieslijst"), "text": people},
        {"name": _("Opkomst"), "text": f"{ballot.quorum}%. {yes}"},
        {"name": _("Drempel"), "text": mean},
        {"name": _("Geheim"), "text": secret},
        {"name": _("Ronde"), "text": _("%(round)s van hoogstens %(most)s") % rounds},
    ]


def half_cards(halves: Iterable[Mapping[str, Any]]) -> list[dict[str, str]]:
    """What each half said, for `components/half_cards.html`."""
    return [
        {
            "half": half["half"],
            "state": "ja" if half["says_yes"] else "nee",
            "state_text": _("JA") if half["says_yes"] else _("geen JA"),
            "text": _told(half),
        }
        for half in halves
    ]


def _told(half: Mapping[str, Any]) -> str:
    decisive = half["ja"] + half["tenzij"] + half["nee"]
    numbers = {"yes": half["ja"], "votes": decisive, "needed": half["quorum"]}
    return _("%(yes)s keer ja op %(votes)s stemmen. Nodig: %(needed)s.") % numbers


def sentences(why: Iterable[str]) -> list[str]:
    """The explanation as the method wrote it: only for who reads Dutch, because it is part of the record."""
    return list(why) if (get_language() or "nl").startswith("nl") else []


def half_rows(halves: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The counts per half, with the share of ja as a percentage that never rounds up over a threshold."""
    return [
        {
            **half,
            "percent": int(Fraction(half["share"]) * 100),
            "bar": bar_svg([(kind, half[kind]) for kind in ("ja", "tenzij", "nee")]),
        }
        for half in halves
    ]


def states_of(halves: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """What each half said, for the drawing of the table."""
    return {half["half"]: "ja" if half["says_yes"] else "nee" for half in halves}


def needs(
    ballot: Ballot,
    halves: Iterable[Mapping[str, Any]],
    conditions: Iterable[Condition],
    lines: Iterable[Counted],
) -> list[dict[str, Any]]:
    """What each half that did not say yes needs: how many more yes, its conditions, and why it said no."""
    told, found = list(conditions), []
    why = Counter((one.half, one.condition) for one in lines if one.choice == NO and one.condition)
    for half in halves:
        if half["says_yes"]:
            continue
        decisive = half["ja"] + half["tenzij"] + half["nee"]
        majority = 0 if ballot.mode == CONSENT else decisive // 2 + 1
        more = max(half["quorum"], majority) - half["ja"]
        words = _("nog %(count)s keer ja") % {"count": more} if more > 0 else ""
        own = [one.text for one in told if one.half == half["half"]]
        own += [
            text for (name, text), _count in why.most_common() if name == half["half"] and text not in own
        ]
        found.append({"half": half["half"], "more": words, "words": own[:MOST_REASONS]})
    return found


def condition_lines(conditions: Iterable[Condition]) -> list[dict[str, Any]]:
    """Each condition with how it was answered."""
    return [
        {
            "key": one.pk,
            "half": one.half,
            "text": one.text,
            "people": ngettext("%(count)s stem", "%(count)s stemmen", one.people) % {"count": one.people},
            "must_answer": one.must_answer,
            "reply": _(REPLIES[one.reply]) if one.reply else "",
            "kind": LOOKS.get(one.reply, ""),
            "reason": one.reason,
        }
        for one in conditions
    ]


def recount(ballot: Ballot) -> dict[str, str]:
    """The published list and the command that counts it again."""
    file = f"stemming-{ballot.public_id}.csv"
    return {
        "url": reverse("deliberation:votes", args=[ballot.public_id]),
        "file": file,
        "command": command(ballot, file),
    }
