"""Helpers that compare whose turn it is in the rooms, the rows of *Mijn*, and every page."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from html import escape
from typing import Any

from django.test import Client

from middenstip.domain.advice import turns as advice
from middenstip.domain.agreements import turns as agreements
from middenstip.domain.agreements.models import Agreement
from middenstip.domain.agreements.selectors import agreements_of_work
from middenstip.domain.deliberation import turns as deliberation
from middenstip.domain.gatherings import turns as gatherings
from middenstip.domain.goals import turns as goals
from middenstip.domain.goals.models import Goal
from middenstip.domain.goals.selectors import chairs_at
from middenstip.domain.goals.selectors.turning import newest_table_at
from middenstip.domain.initiatives import turns as initiatives
from middenstip.domain.initiatives.models import Initiative, Partner
from middenstip.domain.initiatives.selectors.detail import initiative_page
from middenstip.domain.intake import turns as intake
from middenstip.domain.intake.models import Action, Case, Challenge
from middenstip.domain.intake.selectors.turning import case_of
from middenstip.domain.labs import turns as labs
from middenstip.domain.matching import turns as matching
from middenstip.domain.parties import turns as parties
from middenstip.domain.parties.models import Membership, Seat
from middenstip.domain.parties.selectors import on_day
from middenstip.domain.projects import turns as projects
from middenstip.domain.reactions import turns as reactions
from middenstip.domain.reactions.models import Reaction
from middenstip.domain.reports.selectors.turns import turn_of
from middenstip.domain.reports.selectors.waiting import Waiting, waiting_for
from middenstip.domain.signals import turns as signals
from middenstip.kernel.turn import Move, Turn

Place = tuple[str, str, str, int, int]  # path, act, ask, seat, person
BESIDE_THE_CHAIN = (advice, deliberation, gatherings, labs, matching, projects, signals, parties)
# Rows of *Mijn* that are not about an initiative, its case, its table or its agreements.
BOARD = {goals.ACCEPT.kind, goals.COMMIT.kind, goals.STANDS.kind}
BESIDE = {"invited", "asked", "followed", "followed_area", "begun", *BOARD} | {
    move.kind for room in BESIDE_THE_CHAIN for move in vars(room).values() if isinstance(move, Move)
}


def turns_around(public_id: str, today: date) -> tuple[Turn | None, list[Turn]]:
    """Whose turn it is in the initiative, and in each thing around it, according to the rooms."""
    initiative = initiative_page(public_id, None, today)
    assert initiative
    of_all = turn_of(initiative, today)
    case, table = case_of(initiative, today), newest_table_at(initiative.pk, today)
    found = [of_all, initiatives.turn(initiative)]
    found += [intake.turn(case) if case else None, goals.turn(table) if table else None]
    found += [agreements.turn(one, today) for one in agreements_of_work(initiative, today)]
    return of_all, [turn for turn in dict.fromkeys(found) if turn]


def turns_beside(public_id: str, today: date) -> list[Turn]:
    """Whose turn it is in the offers of help, the actions and the reactions: beside the chain itself."""
    offers = Partner.objects.filter(initiative__public_id=public_id)
    offers = offers.select_related("initiative__initiator", "initiative__seat")
    actions = Action.objects.filter(case__initiative__public_id=public_id)
    actions = actions.select_related(
        "owner", "carrier", "case__initiative__initiator", "case__initiative__seat"
    )
    found = [initiatives.offer_turn(one) for one in offers]
    found += _turns_of_tables(public_id, today)
    found += [intake.action_turn(one, today) for one in actions]
    challenges = Challenge.objects.filter(case__initiative__public_id=public_id)
    found += [
        intake.challenge_turn(one) for one in challenges.select_related("case__handler", "case__initiative")
    ]
    said = Reaction.objects.filter(talk__initiative__public_id=public_id)
    said = said.select_related("talk__initiative__initiator", "talk__initiative__seat", "talk__goal")
    found += [reactions.turn(one) for one in said]
    return [turn for turn in found if turn]


def _turns_of_tables(public_id: str, today: date) -> list[Turn | None]:
    """Whose turn it is about seats that ask for a chair, and about motions."""
    found: list[Turn | None] = []
    for goal in Goal.objects.filter(initiative__public_id=public_id).select_related("initiative__initiator"):
        chairs, initiative = chairs_at(goal), goal.initiative
        assert initiative
        gone = initiative.initiator.erased_at
        hosts = (0 if gone else initiative.initiator_id, initiative.connector_id or 0)
        for request in goal.requests.select_related("goal", "seat"):
            seats = [chair.seat_id for chair in chairs]
            found.append(goals.request_turn(request, seats, hosts, today))
        for motion in goal.motions.select_related("goal", "chair"):
            said = set(motion.consents.values_list("seat", flat=True))
            voters = [chair.seat_id for chair in chairs if chair.counts and chair.pk != motion.chair_id]
            found.append(goals.motion_turn(motion, [seat for seat in voters if seat not in said]))
    return found


def said_by_rooms(turns: Iterable[Turn]) -> set[Place]:
    """Each seat and person that the rooms ask for an act."""
    asked = set()
    for turn in turns:
        asked |= {(turn.path, turn.act, turn.ask, seat, 0) for seat in turn.seats}
        asked |= {(turn.path, turn.act, turn.ask, 0, turn.person)} if turn.person else set()
    return asked


def said_by_rows(initiator: int, today: date) -> set[Place]:
    """The same according to *Mijn*: all seats, and the initiator (a key; 0: erased) without a seat."""
    seats = list(Seat.objects.values_list("pk", flat=True))
    rows = [(row, 0) for row in waiting_for(person=0, seats=seats, today=today)]
    if initiator:
        rows += [(row, initiator) for row in waiting_for(person=initiator, seats=[], today=today)]
    return {
        (row.path, row.kind, row.ask, 0 if person else row.seat, person)  # asked of a person: in any seat
        for row, person in rows
        if row.kind not in BESIDE and not _is_only_listed(row, today)
    }


def _is_only_listed(row: Waiting, today: date) -> bool:
    """Whether a promise is only listed: before its last day *Mijn* asks nothing about it."""
    return row.kind == agreements.PROMISE.kind and (row.due_on is None or row.due_on <= today)


def assert_seats_agree(public_id: str, today: date) -> list[Turn]:
    """The seats of every turn equal the seats with a row in *Mijn*, with the same ask, act and path."""
    turns = turns_around(public_id, today)[1]
    there = Initiative.objects.filter(public_id=public_id, initiator__erased_at=None)
    initiator = there.values_list("initiator", flat=True).first() or 0
    left = {turn for turn in turns if turn.act == agreements.CLOSE.kind and turn.due and turn.due > today}
    rows = said_by_rows(initiator, today)
    if left:  # the promising person left for good: the promise is listed for a seat that nobody will take
        paths = {turn.path.partition("#")[0] for turn in left}
        rows = {row for row in rows if row[1] != agreements.PROMISE.kind or row[0] not in paths}
    said = said_by_rooms([*turns, *turns_beside(public_id, today)])
    assert said == rows, (said - rows, rows - said)
    return turns


def assert_pages_agree(public_id: str, today: date, clients: dict[int, Client]) -> None:
    """Every page shows the ask of its thing, and the person whose turn it is sees a button that works.

    `clients` are browsers by the key of the person logged in; 0 is a visitor, -1 a colleague at the desk.
    """
    of_all, turns = turns_around(public_id, today)
    _assert_shows(clients[0], f"/initiatief/{public_id}/", of_all)
    for goal in Goal.objects.filter(initiative__public_id=public_id).order_by("-opened_at", "-pk")[:1]:
        is_over = not goals.GOAL.acts(goal.state)
        table = next((turn for turn in turns if turn.path.startswith(f"/opgave/{goal.public_id}/")), None)
        shown = of_all if goal.state == "shared" else table
        _assert_shows(clients[0], f"/opgave/{goal.public_id}/", None if is_over else shown)
        if not is_over and goal.state != "shared":
            _assert_drawn(clients[0], f"/opgave/{goal.public_id}/", table)
    for case in Case.objects.filter(initiative__public_id=public_id):
        _assert_desk(clients[-1], case, _case_turn(turns, of_all, case))
    for deal in Agreement.objects.filter(initiative__public_id=public_id):
        page = f"/afspraak/{deal.public_id}/"
        _assert_shows(clients[0], page, next((turn for turn in turns if turn.path.startswith(page)), None))
    for turn in turns:
        _assert_mine(turn, clients, today, of_all, f"/initiatief/{public_id}/")


BY_DESK = (intake.SEARCH.kind, intake.UNLED.kind, intake.UNLED_ALONE.kind)


def _case_turn(turns: list[Turn], of_all: Turn | None, case: Case) -> Turn | None:
    """The turn of the case: that of the initiative while it is at the desk or a verbinder searches."""
    own = [turn for turn in turns if turn.path.startswith(f"/balie/zaak/{case.public_id}/")]
    own += [turn for turn in turns if turn.act in BY_DESK]
    return own[0] if own and of_all in own else None


def _assert_shows(client: Client, url: str, turn: Turn | None) -> None:
    shown: Any = client.get(url)
    assert shown.status_code in (200, 404)  # only the initiator can read a draft
    if shown.status_code == 200:
        assert shown.context["turn"] == turn
        assert turn is None or escape(turn.ask) in shown.text


def _assert_drawn(client: Client, url: str, turn: Turn | None) -> None:
    """The ball is drawn at the half that has the turn, or at none."""
    seats = Seat.objects.filter(pk__in=turn.seats if turn else ())
    halves = set(seats.values_list("half", flat=True))
    where = halves.pop() if len(halves) == 1 else ""
    assert client.get(url).context["ball_at"] == where


def _assert_desk(client: Client, case: Case, turn: Turn | None) -> None:
    url = f"/balie/zaak/{case.public_id}/"
    _assert_shows(client, url, turn)
    bins = [client.get("/balie/", {"bak": name}).context["cases"] for name in ("alles", "klaar")]
    (row,) = (row for rows in bins for row in rows if row["url"] == url)
    if turn and case.initiative.stage != "project":  # a list has no room for what was promised
        assert row["step_text"] == turn.ask


def _assert_mine(turn: Turn, clients: dict[int, Client], today: date, of_all: Turn | None, page: str) -> None:
    """For each person with the turn: *Mijn* asks it, its button leads to an allowed act, and so does the page
    of the initiative when this is its turn."""
    sits = Membership.objects.filter(on_day(today), seat__in=turn.seats)
    for person in {*sits.values_list("person", flat=True), *([turn.person] if turn.person else [])}:
        client = clients[person]
        mine: Any = client.get("/mijn/")
        asked = {(row["title"], row["url"]) for row in mine.context["waiting"]}
        promised = {(row["title"], row["url"]) for row in mine.context["promises"]}
        assert (turn.ask, turn.path) in asked | promised
        assert escape(turn.ask) in mine.text
        assert client.get(turn.path.partition("#")[0]).status_code == 200
        if turn == of_all and turn.path != page:
            text = client.get(page).text
            assert f'href="{turn.path}"' in text, (turn, page, of_all)
