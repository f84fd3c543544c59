"""The bestuur of a goal: asked, accepted, committed in public, asked again after a handover, and visits."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from middenstip.domain.areas.models import Area
from middenstip.domain.goals import services, tasks
from middenstip.domain.goals.lifecycle import ACTIVE, PORTFOLIO
from middenstip.domain.goals.models import Commitment, Goal, Portfolio, Visit
from middenstip.domain.goals.selectors.board import BoardFigures, board_figures_of, seats_to_name
from middenstip.domain.goals.turns import portfolio_turn
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Membership, Organisation, Seat
from middenstip.domain.parties.rules import MANAGER
from middenstip.domain.reports.selectors.waiting import waiting_for
from middenstip.journal.models import Entry
from middenstip.journeys import hand_over_seat, publish_text
from middenstip.kernel.actor import Actor
from middenstip.kernel.term import after_working_days
from middenstip.kernel.verdict import Forbidden, Invalid, NotNow
from tests.cast import Cast, person, seat_of, stops, table
from tests.domain.playing import play

STAND = "Ik sta voor een bos in Lettele en doe daarvoor de aankoop van de grond."


def names(cast: Cast, goal: Goal, who: Actor | None = None, by: Actor | None = None) -> Portfolio:
    """Ilse, who sits at the table, asks Samira of the same gemeente."""
    seat = seat_of(who or cast.samira)
    return services.name_portfolio(by=by or cast.ilse, goal=goal, seat=seat, at=cast.tick())


def says(cast: Cast, one: Portfolio, answer: str = "ja", text: str = STAND) -> Portfolio:
    return publish_text.commitment(by=cast.samira, portfolio=one, answer=answer, text=text, at=cast.tick())


def holds(cast: Cast, goal: Goal) -> Portfolio:
    """Samira accepted."""
    return services.accept_portfolio(by=cast.samira, portfolio=names(cast, goal), at=cast.tick())


def logs(cast: Cast, by: Actor, one: Portfolio, days: int = 0, **more: str) -> Visit:
    on = cast.today + timedelta(days=days)
    return services.log_visit(by=by, portfolio=one, on=on, **more, at=cast.tick())


def again(row: Any) -> Any:
    return type(row).objects.get(pk=row.pk)


def kinds(goal: Goal) -> list[str]:
    """What happened with the bestuur."""
    of_board = ("goal.portfolio", "goal.commitment", "goal.visit")
    found = Entry.objects.filter(subject=goal.public_id).order_by("pk").values_list("kind", flat=True)
    return [kind.removeprefix("goal.") for kind in found if kind.startswith(of_board)]


def figures(cast: Cast) -> BoardFigures:
    return board_figures_of(Organisation.objects.get(name="gemeente Deventer").public_id, cast.today)


def asked(cast: Cast, actor: Actor) -> list[str]:
    """What waits for this person as portefeuillehouder."""
    of_board = {"accept_portfolio", "commit_goal", "confirm_commitment"}
    rows = waiting_for(person=actor.person_id, seats=[actor.seat_id], today=cast.today)
    return [one.kind for one in rows if one.kind in of_board]


def turn_of(one: Portfolio) -> str:
    found = portfolio_turn(Portfolio.objects.select_related("goal", "seat").get(pk=one.pk))
    return found.act if found else ""


def test_asked_accepted_and_committed_in_public(cast: Cast) -> None:
    goal = table(cast)
    one = names(cast, goal)
    assert (one.state, one.due_on) == ("named", after_working_days(cast.today, 10))
    assert (turn_of(one), asked(cast, cast.samira)) == ("accept_portfolio", ["accept_portfolio"])
    assert names(cast, goal).pk == one.pk  # the same form twice
    services.accept_portfolio(by=cast.samira, portfolio=one, at=cast.tick())
    assert (turn_of(one), asked(cast, cast.samira)) == ("commit_goal", ["commit_goal"])
    said = says(cast, one)
    assert (said.state, said.answer, said.was_in_time, said.bell_on) == ("said", "ja", True, None)
    assert (turn_of(one), asked(cast, cast.samira)) == ("", [])
    assert says(cast, one).said_at == said.said_at  # the same form twice
    changed = says(cast, one, "mits", "Als het geld er is.")
    assert (changed.answer, Commitment.objects.filter(portfolio=one).count()) == ("mits", 2)
    assert kinds(goal) == [
        "portfolio_asked",
        "portfolio_accepted",
        "commitment_said",
        "commitment_said",
    ]
    assert figures(cast) == BoardFigures(asked=1, in_time=1, committed=1, late=0, visits=0)
    says(cast, one, "nee", "De raad stemde ertegen.")
    assert figures(cast).committed == 0


def test_only_the_government_at_the_table_asks_its_own(cast: Cast) -> None:
    goal = table(cast)
    for by, reason in ((cast.samira, "aan tafel zit"), (cast.bas, "vraagt de overheid")):
        with pytest.raises(Forbidden, match=reason):
            names(cast, goal, by=by)
    for who in (cast.bas, cast.marijke):
        with pytest.raises(Forbidden, match="eigen organisatie"):
            names(cast, goal, who)
    Seat.objects.filter(pk=cast.samira.seat_id).update(confirmed_at=None)
    with pytest.raises(Forbidden, match="nog niet bevestigd"):
        names(cast, goal)
    Seat.objects.filter(pk=cast.samira.seat_id).update(confirmed_at=cast.at)
    ilse = Seat.objects.select_related("side").get(pk=cast.ilse.seat_id)
    assert {one.pk for one in seats_to_name(ilse, cast.today)} == {cast.ilse.seat_id, cast.samira.seat_id}
    assert seats_to_name(seat_of(cast.marijke), cast.today) == []
    Membership.objects.filter(seat=cast.samira.seat_id).delete()
    with pytest.raises(Invalid, match="leeg"):
        names(cast, goal)


def test_who_asks_themselves_accepted_and_a_party_has_one(cast: Cast) -> None:
    goal = table(cast)
    own = names(cast, goal, cast.ilse)
    assert own.state == "holds"
    with pytest.raises(NotNow, match="al een portefeuillehouder"):
        names(cast, goal)
    with pytest.raises(Forbidden, match="voor deze organisatie"):
        services.release_portfolio(by=cast.bas, portfolio=own, at=cast.tick())
    services.release_portfolio(by=cast.ilse, portfolio=own, at=cast.tick())
    other = names(cast, goal)
    assert other.state == "named"
    released = services.release_portfolio(by=cast.ilse, portfolio=other, at=cast.tick())
    assert (released.state, released.bell_on) == ("released", None)
    with pytest.raises(Forbidden, match="voor deze organisatie"):
        services.release_portfolio(by=cast.marijke, portfolio=other, at=cast.tick())


def test_who_is_not_the_one_says_who_is(cast: Cast) -> None:
    goal = table(cast)
    one = names(cast, goal)
    with pytest.raises(Invalid, match="wie het wel is"):
        services.decline_portfolio(by=cast.samira, portfolio=one, why=" ", at=cast.tick())
    with pytest.raises(Forbidden, match="portefeuillehouder zelf"):
        services.decline_portfolio(by=cast.ilse, portfolio=one, why="Ik.", at=cast.tick())
    gone = services.decline_portfolio(by=cast.samira, portfolio=one, why="Dat is wonen.", at=cast.tick())
    assert (gone.state, gone.why, turn_of(gone)) == ("declined", "Dat is wonen.", "")
    assert figures(cast).asked == 0


def test_a_commitment_says_what_and_comes_from_the_seat_itself(cast: Cast) -> None:
    goal = table(cast)
    one = names(cast, goal)
    with pytest.raises(NotNow, match="gevraagd als portefeuillehouder"):
        says(cast, one)
    services.accept_portfolio(by=cast.samira, portfolio=one, at=cast.tick())
    with pytest.raises(Invalid) as refused:
        says(cast, one, "misschien", " ")
    assert list(refused.value.errors) == ["answer", "text"]
    with pytest.raises(Forbidden, match="portefeuillehouder zelf"):
        publish_text.commitment(by=cast.ilse, portfolio=one, answer="ja", text=STAND, at=cast.tick())


def test_a_late_answer_rings_and_is_counted(cast: Cast) -> None:
    goal = table(cast)
    city = Area.objects.get(code="GM0150")
    parties.appoint(seat=seat_of(cast.ilse), role=MANAGER, area=city, at=cast.tick())
    one = holds(cast, goal)
    tasks.look_over(cast.tick(days=9))
    tasks.look_over(cast.tick(days=21))
    tasks.look_over(cast.at)
    told = Entry.objects.filter(kind="goal.commitment_escalated").latest("pk").data
    assert (told["seat"], told["holder"]) == (cast.ilse.seat_public_id, cast.samira.seat_public_id)
    assert "commitment_reminded" in kinds(goal)
    assert figures(cast).late == 1
    assert says(cast, one).was_in_time is False
    assert figures(cast) == BoardFigures(asked=1, in_time=0, committed=1, late=0, visits=0)


def test_without_a_manager_the_bell_rings_for_the_seat_alone(cast: Cast) -> None:
    from middenstip.domain.parties.models import Grant

    goal = table(cast)
    names(cast, goal)
    Grant.objects.all().delete()
    tasks.look_over(cast.tick(days=30))
    assert Entry.objects.filter(kind="goal.commitment_escalated").latest("pk").data["seat"] == ""


def test_the_commitment_stays_when_somebody_leaves_and_the_next_one_is_asked(cast: Cast) -> None:
    goal = table(cast)
    one = says(cast, holds(cast, goal))
    at = cast.tick()
    hand_over_seat.stand_up(person=person(cast.samira), seat=seat_of(cast.samira), at=at)
    hand_over_seat.leave_behind(seat=seat_of(cast.samira), at=at)  # twice is once
    now = again(one)
    assert (now.state, now.answer, now.text, now.said_at) == ("again", "ja", STAND, one.said_at)
    assert kinds(goal).count("commitment_waits") == 1
    assert figures(cast).committed == 1
    assert turn_of(one) == "confirm_commitment"
    # Annet takes the seat, and says that it still stands.
    whom = parties.Appointee(
        email="annet@middenstip.example",
        name="Annet",
        title="gebiedsregisseur dorpen",
        organisation="gemeente Deventer",
        half=cast.samira.half,
        reason="De gemeente is overheid.",
    )
    seat = parties.seat_person(whom=whom, area=Area.objects.get(code="GM0150"), at=cast.tick())
    assert seat.pk == cast.samira.seat_id
    annet = cast.samira  # the same seat
    assert asked(cast, annet) == ["confirm_commitment"]
    kept = services.confirm_commitment(by=annet, portfolio=one, at=cast.tick())
    assert (kept.state, kept.said_at, kept.confirmed_at) == ("said", one.said_at, cast.at)
    assert services.ask_again(seat=seat_of(cast.samira), at=at) == 0  # the worker was late
    with pytest.raises(NotNow):
        services.confirm_commitment(by=annet, portfolio=one, at=cast.tick())
    assert services.ask_again(seat=seat_of(cast.samira), at=cast.tick()) == 1
    assert says(cast, again(one), "nee", "Er is geen geld meer.").confirmed_at is None


def test_nothing_is_asked_again_at_a_table_that_ended(cast: Cast) -> None:
    goal = table(cast)
    one, state = names(cast, goal), goal.state
    Goal.objects.filter(pk=goal.pk).update(state="stopped")
    assert turn_of(one) == ""
    tasks.look_over(cast.tick(days=30))
    assert again(one).bell_on is None
    assert "commitment_escalated" not in kinds(goal)
    Goal.objects.filter(pk=goal.pk).update(state=state)
    services.accept_portfolio(by=cast.samira, portfolio=one, at=cast.tick())
    says(cast, one)
    stops(cast, again(goal))
    assert services.ask_again(seat=seat_of(cast.samira), at=cast.tick()) == 0
    with pytest.raises(NotNow, match="tafel is klaar"):
        says(cast, one, "nee")


def test_a_hidden_goal_hides_what_the_bestuur_said(cast: Cast) -> None:
    goal = table(cast)
    one = says(cast, holds(cast, goal))
    logs(cast, cast.samira, one, words="Ze bleef een uur.")
    services.hide_goal(code=goal.public_id, words="Deze tekst is verborgen.", by=None, at=cast.tick())
    assert again(one).text == Commitment.objects.get().text == "Deze tekst is verborgen."
    assert Visit.objects.get().note == "Deze tekst is verborgen."
    with pytest.raises(NotNow, match="verborgen"):
        says(cast, one, "nee")
    services.show_goal(code=goal.public_id, by=None, at=cast.tick())
    assert (again(one).text, Visit.objects.get().note) == (STAND, "Ze bleef een uur.")


def test_a_visit_is_told_by_one_side_and_confirmed_by_the_other(cast: Cast) -> None:
    goal = table(cast)
    one = holds(cast, goal)
    told = logs(cast, cast.marijke, one, words="Ze keek mee naar de kaart.")
    assert figures(cast).visits == 0
    with pytest.raises(Forbidden, match="zegt de portefeuillehouder"):
        services.confirm_visit(by=cast.marijke, visit=told, at=cast.tick())
    services.confirm_visit(by=cast.samira, visit=told, at=cast.tick())
    assert figures(cast).visits == 1
    with pytest.raises(Invalid, match="staat er al"):
        logs(cast, cast.bas, one)
    cast.tick(days=3)
    own = logs(cast, cast.samira, one, days=-1)
    assert figures(cast).visits == 2  # the seat holder said so
    for by in (cast.samira, cast.tarik):
        with pytest.raises(Forbidden, match="een ander die aan tafel zit"):
            services.deny_visit(by=by, visit=own, at=cast.tick())
    services.deny_visit(by=cast.bas, visit=own, at=cast.tick())
    assert figures(cast).visits == 1
    with pytest.raises(NotNow, match="klopt niet"):
        services.confirm_visit(by=cast.bas, visit=own, at=cast.tick())
    assert logs(cast, cast.bas, one, days=-1).state == "told"


def test_a_visit_has_a_day_that_has_been(cast: Cast) -> None:
    goal = table(cast)
    one = holds(cast, goal)
    for days, reason in ((1, "moet nog komen"), (-30, "deze tafel er nog niet")):
        with pytest.raises(Invalid, match=reason):
            logs(cast, cast.marijke, one, days=days)
    with pytest.raises(Forbidden, match="wie aan tafel zit"):
        logs(cast, cast.tarik, one)
    services.release_portfolio(by=cast.samira, portfolio=one, at=cast.tick())
    with pytest.raises(Forbidden, match="geen portefeuillehouder"):
        logs(cast, cast.marijke, one)


STORY = [
    ("name", "ilse"),
    ("accept", "samira"),
    ("commit", "samira"),
    ("leave", "samira"),
    ("confirm", "samira"),
    ("commit", "samira"),
]


def test_random_acts_only_take_steps_of_the_lifecycle(cast: Cast) -> None:
    goal = table(cast)
    first = names(cast, goal)

    def newest() -> Portfolio:
        return Portfolio.objects.latest("pk")

    def check(now: Portfolio) -> None:
        assert Portfolio.objects.filter(goal=goal, state__in=ACTIVE).count() <= 1
        assert (now.answer == "") == (not Commitment.objects.filter(portfolio=now).exists())
        assert now.bell_on is None or now.state in ("named", "holds", "again")

    def act(what: str, who: str) -> Any:
        by, one = getattr(cast, who), newest()

        def do() -> object:
            at = cast.tick()
            if what == "name":
                return services.name_portfolio(by=by, goal=goal, seat=seat_of(cast.samira), at=at)
            if what == "commit":
                return services.commit(by=by, portfolio=one, answer="ja", text=f"Ik sta {at}", at=at)
            if what == "confirm":
                return services.confirm_commitment(by=by, portfolio=one, at=at)
            if what == "leave":
                if not services.ask_again(seat=seat_of(by), at=at):
                    raise NotNow("Er is niets om opnieuw te vragen.")
                return None
            return services.accept_portfolio(by=by, portfolio=one, at=at)

        return do

    assert first.state == PORTFOLIO.start
    played = play(PORTFOLIO, newest, act, STORY, check=check)
    played.assert_not_one_sided("holds", "said", "again")
