"""One ballot: the vote while it is open, the count after that, and the published list."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from middenstip.domain.deliberation import rules
from middenstip.domain.deliberation.lifecycle import BALLOT, CHOICES, CONSENT, CONSENT_CHOICES, OPEN
from middenstip.domain.deliberation.models import Ballot, Counted, Voter
from middenstip.domain.deliberation.selectors.ballots import (
    ballot_by_id,
    conditions_of,
    counted_in,
    line_with_code,
    outages_of,
    rounds_of,
    voters_in,
)
from middenstip.domain.goals.selectors import chairs_at
from middenstip.domain.rooms import path_to
from middenstip.kernel import clock, typed
from middenstip.kernel.actor import Actor
from middenstip.web.pages.deliberation.forms import OutageForm, ReplyForm, VoteForm
from middenstip.web.pages.deliberation.present import (
    condition_lines,
    crumb_to,
    half_cards,
    half_rows,
    how_we_count,
    recount,
    sentences,
)
from middenstip.web.shared.hat import hats_of, read_as
from middenstip.web.shared.reply import found
from middenstip.web.shared.sheet import as_table
from middenstip.web.shared.ways import with_next
from middenstip.web.shared.words import in_words


@require_safe
def detail(request: HttpRequest, public_id: str) -> HttpResponse:
    return ballot_page(request, public_id)


def ballot_page(request: HttpRequest, public_id: str, status: int = 200, **forms: Any) -> HttpResponse:
    """The ballot; `forms` are forms with errors to show again."""
    ballot = found(ballot_by_id(public_id))
    mine = {one.seat_id: one for one in voters_in(ballot, [hat.seat_id for hat in hats_of(request)])}
    actor = read_as(request, lambda hat: hat.seat_id in mine)
    page: dict[str, Any] = {
        "title": ballot.question,
        "menu": "tafels",
        "crumbs": [crumb_to(ballot.goal)],
        "ballot": ballot,
        "is_open": ballot.state == OPEN,
        "state_words": _(BALLOT.words[ballot.state]),
        "counts": how_we_count(ballot),
        "decides": _decides(actor, ballot),
        "following": getattr(ballot, "following", None),
        "decision": getattr(ballot, "decision", None),
        "outages": outages_of(ballot) if ballot.closes_at > ballot.planned_at else [],
    }
    shown = _open(ballot, actor, mine) if page["is_open"] else _counted(request, ballot)
    asked = forms.pop("reply_form", None)
    if asked:
        forms["replied"], forms["error_form"] = asked[0], asked[1]
        shown["conditions"] = [
            one | {"form": asked[1]} if one["key"] == asked[0] else one for one in shown.get("conditions", [])
        ]
    return render(request, "deliberation/ballot.html", page | shown | forms, status=status)


def _open(ballot: Ballot, actor: Actor | None, mine: dict[int, Voter]) -> dict[str, Any]:
    voter = mine.get(actor.seat_id) if actor else None
    vote = getattr(voter, "vote", None)
    can = rules.may_vote(actor, ballot.goal, voter) if actor else None
    is_late = clock.now() >= ballot.closes_at
    start = {"choice": vote.choice, "condition": vote.condition} if vote else {}
    return {
        "is_late": is_late,
        "vote": vote,
        "vote_word": _words(ballot).get(vote.choice, "") if vote else "",
        "can_vote": bool(can) and not is_late,
        "why_not": in_words(can.reason) if can is not None else "",
        "vote_form": VoteForm(mode=ballot.mode, initial=start),
        "outage_form": OutageForm(),
        "login": with_next(reverse("account:join"), path_to("ballot", ballot.public_id)),
    }


def _counted(request: HttpRequest, ballot: Ballot) -> dict[str, Any]:
    conditions = conditions_of([ballot])
    code = typed.line(request.GET.get("bewijs", "")).lower()[:20]
    line = line_with_code(ballot, code) if code else None
    lines = condition_lines(conditions)
    for one in lines:
        one["form"] = ReplyForm(auto_id=f"c{one['key']}_%s")
    return {
        "cards": half_cards(ballot.halves),
        "halves": half_rows(ballot.halves),
        "why": sentences(ballot.why),
        "conditions": lines,
        "recount": recount(ballot),
        "code": code,
        "line": line,
        "line_word": _words(ballot).get(line.choice, "") if line else "",
        "can_follow": BALLOT.allows(ballot.state, "follow"),
    }


def _words(ballot: Ballot) -> dict[str, str]:
    return CONSENT_CHOICES if ballot.mode == CONSENT else CHOICES


def _decides(actor: Actor | None, ballot: Ballot) -> bool:
    if actor is None:
        return False
    chairs = {chair.seat_id for chair in chairs_at(ballot.goal) if chair.counts}
    return bool(rules.may_decide(actor, ballot.goal, chairs))


@require_safe
def votes_csv(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """The published list of all rounds up to this one: no names, in an order drawn by lot."""
    ballot = found(ballot_by_id(public_id))
    if ballot.state == OPEN:
        raise Http404
    rounds = rounds_of(ballot)
    return votes_table(f"stemming-{public_id}", {one.pk: one.round for one in rounds}, counted_in(rounds))


def votes_table(file: str, round_of: dict[int, int], lines: list[Counted]) -> HttpResponseBase:
    """The list in the columns that the command reads, with the receipt."""
    rows = ([round_of[one.ballot_id], one.half, one.choice, one.condition, one.code] for one in lines)
    return as_table(file, ("round", "half", "vote", "condition", "code"), rows)
