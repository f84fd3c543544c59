"""Everyone reads ballots and decisions; the table opens and answers, who is on the roll votes."""

from datetime import timedelta
from typing import Any

from middenstip.domain.deliberation import services
from middenstip.domain.deliberation.models import (
    Attendee,
    Ballot,
    Condition,
    Decision,
    Statement,
    View,
)
from middenstip.domain.goals.models import Goal
from middenstip.kernel import clock
from middenstip.kernel.half import Half
from tests.domain.deliberation.crowd import QUESTION, STATEMENTS
from tests.domain.deliberation.crowd import crowd as more_people
from tests.matrix.row import Row, everybody, only
from tests.matrix.world import World

AT_TABLE = ("initiator", "government", "business")
ON_ROLL = ("initiator", "residents", "government", "business", "handler")
OPEN, FAILED, DECISION = ("ballot",), ("failed_ballot",), ("decision",)
ASKED_OF = ("asked_goal",)
TALK = ("dialogue",)
ON_PAPER = {"half": "overheid", "number": "2"}
CARD = {
    "subject": "Het veld",
    "decides": "De tafel",
    "step": "makes",
    "promise": "We bouwen wat jullie kiezen.",
    "until_on": "2034-03-01",
}
GAIN = {"brings": "Grond."}
PARK = {"act": "park", "step": "collect"}
UNTIL = "2026-11-30T10:00"
PLAN = {"closes_on": "2034-03-01", "closes_hour": "20", "review_on": "2034-09-01"}
ASKED = PLAN | QUESTION | {"mode": "vote", "secret": "ja", "who": "area", "quorum": "20"}
SHEET = {"number": "1", "choice": "ja", "condition": ""}
TOGETHER = {
    "name": "Een koel veld",
    "ambition": "In 2030 is er schaduw.",
    "themes": "",
    "review_on": "2034-03-01",
}
BACKED = {
    "question": "Steun je dit?",
    "text": "Er komt een pluktuin.",
    "places": "WK015014",
    "bewoners": "300",
    "overheid": "8",
    "ondernemers": "20",
    "closes_on": f"{clock.today() + timedelta(days=20)}",
}
BACKING = {"choice": "backs", "place": "WK015014", "words": ""}
PILE = {
    "number": "1",
    "half": "bewoners",
    "place": "WK015014",
    "backs": "9",
    "conditional": "0",
    "against": "2",
}
SCENARIO = {
    "title": "Een bos",
    "text": "Er komen bomen.",
    "gains": "Kinderen",
    "gives_in": "Wie parkeert",
    **{f"{half.value}_{cell}": "Iets." for half in Half for cell in ("brings", "costs")},
}
REPLY = {"reply": "adopt", "reason": "Dat staat nu in de tekst."}


def seated(status: int, anonymous: int = 302) -> dict[str, int]:
    """The same answer for everybody with a seat."""
    return everybody(status) | {"anonymous": anonymous}


ROWS = [
    Row("deliberation:open", only(*AT_TABLE), args=("goal",)),
    Row("deliberation:open", only(*AT_TABLE, gives=422, anonymous=403), "POST", ("goal",), ASKED),
    Row("deliberation:ballot", everybody(), args=OPEN),
    Row("deliberation:ballot", everybody(), args=FAILED),
    Row("deliberation:vote", only(*ON_ROLL, gives=302), "POST", OPEN, {"choice": "ja"}),
    Row(
        "deliberation:extend",
        only(*AT_TABLE, gives=422, anonymous=403),
        "POST",
        OPEN,
        {"from_at": UNTIL, "until_at": UNTIL, "reason": "De stroom viel uit."},
    ),
    Row("deliberation:count", everybody(409) | {"anonymous": 302}, "POST", OPEN),
    Row("deliberation:next_round", only(*AT_TABLE), args=FAILED),
    Row("deliberation:next_round", only(*AT_TABLE, gives=422), "POST", FAILED, {"text": "Nee."}),
    Row("deliberation:stop", only(*AT_TABLE, gives=302), "POST", FAILED),
    Row(
        "deliberation:answer",
        only(*AT_TABLE, gives=302, anonymous=403),
        "POST",
        (*FAILED, "condition"),
        REPLY,
    ),
    Row("deliberation:votes", everybody(), args=FAILED),
    Row("deliberation:votes", everybody(404), args=OPEN),
    Row("deliberation:paper", only(*AT_TABLE), args=OPEN),
    Row("deliberation:paper", only(*AT_TABLE, gives=302), "POST", OPEN, SHEET),
    Row("deliberation:write_covenant", only(*AT_TABLE), args=("goal",)),
    Row(
        "deliberation:write_covenant", only(*AT_TABLE, gives=302, anonymous=403), "POST", ("goal",), TOGETHER
    ),
    Row("deliberation:covenant", everybody(), args=("covenant",)),
    Row("deliberation:sign_covenant", only(*AT_TABLE, gives=302), "POST", ("covenant",)),
    Row("deliberation:decisions", everybody()),
    Row("deliberation:decision", everybody(), args=DECISION),
    Row(
        "deliberation:give_along",
        only(*ON_ROLL, gives=302, anonymous=403),
        "POST",
        DECISION,
        {"text": "Let op het laden."},
    ),
    Row("api-1.0.0:besluiten", everybody()),
    Row("api-1.0.0:stellingen", everybody(400)),
    Row("deliberation:statements", everybody(), args=ASKED_OF),
    Row("deliberation:shared", everybody(), args=ASKED_OF),
    Row("deliberation:answers", everybody(), args=ASKED_OF),
    Row("deliberation:halves", everybody(), args=ASKED_OF),
    Row("deliberation:open_inquiry", only(*AT_TABLE), args=("goal",)),
    Row(
        "deliberation:open_inquiry",
        only(*AT_TABLE, gives=409, anonymous=403),
        "POST",
        ("goal",),
        {
            "subject": "Wat doen we met de straat?",
            "statements": "De straat is te druk.\nEr komt een boom.\nWe delen de weg.",
            "bewoners": "300",
            "overheid": "8",
            "ondernemers": "20",
            "closes_on": f"{clock.today() + timedelta(days=20)}",
        },
    ),
    Row("deliberation:talk", everybody(), args=("goal",)),
    Row("deliberation:screen", everybody(), args=("goal",)),
    Row("deliberation:open_dialogue", only(*AT_TABLE), args=("goal",)),
    Row(
        "deliberation:open_dialogue",
        only(*AT_TABLE, gives=409, anonymous=403),
        "POST",
        ("goal",),
        {"method": "deep", "question": "Hoe maken we het veld koel?"},
    ),
    Row("deliberation:dialogue", everybody(), args=TALK),
    Row("deliberation:join_dialogue", seated(302) | {"initiator": 403}, "POST", TALK),
    Row(
        "deliberation:join_paper",
        only("initiator", gives=302),
        "POST",
        TALK,
        ON_PAPER,
    ),
    Row("deliberation:leave_dialogue", only("initiator", gives=302), "POST", (*TALK, "attendee")),
    Row("deliberation:say", seated(409), "POST", TALK, {"text": ""}),
    Row("deliberation:recognise", seated(409), "POST", (*TALK, "view"), {"answer": "ja"}),
    Row("deliberation:agree", seated(409), "POST", TALK),
    Row("deliberation:answer_round", seated(409), "POST", TALK, {"choice": "ja"}),
    Row("deliberation:need", seated(409), "POST", TALK, {"need": "Een bank."}),
    Row("deliberation:reply", seated(404, 403), "POST", (*TALK, "attendee"), REPLY),
    Row("deliberation:propose", seated(409, 403), "POST", TALK, {"text": "Er komen bomen."}),
    Row(
        "deliberation:move",
        seated(403) | {"initiator": 302},
        "POST",
        TALK,
        PARK,
    ),
    Row("deliberation:mandate", everybody(), args=("goal",)),
    Row("deliberation:write_mandate", only(*AT_TABLE), args=("goal",)),
    Row("deliberation:write_mandate", only(*AT_TABLE, gives=302, anonymous=403), "POST", ("goal",), CARD),
    Row("deliberation:check_mandate", only(*AT_TABLE, gives=302), "POST", ("card_goal",), {"answer": "kept"}),
    Row(
        "deliberation:gain",
        only(*AT_TABLE, gives=302),
        "POST",
        ("goal",),
        {"brings": "Grond."},
    ),
    Row("deliberation:scenarios", everybody(), args=("goal",)),
    Row("deliberation:add_scenario", only(*AT_TABLE), args=("goal",)),
    Row("deliberation:add_scenario", only(*AT_TABLE, gives=302, anonymous=403), "POST", ("goal",), SCENARIO),
    Row("deliberation:scenario", everybody(302), args=("scenario",)),
    Row("deliberation:change_scenario", only(*AT_TABLE), args=("scenario",)),
    Row(
        "deliberation:change_scenario",
        only(*AT_TABLE, gives=302, anonymous=403),
        "POST",
        ("scenario",),
        SCENARIO | {"title": "Een groter bos"},
    ),
    Row("deliberation:react_to_scenario", seated(302), "POST", ("scenario",), {"choice": "like"}),
    Row("deliberation:support_at_table", everybody(), args=("goal",)),
    Row("deliberation:open_support", only(*AT_TABLE), args=("goal",)),
    Row("deliberation:open_support", only(*AT_TABLE, gives=409, anonymous=403), "POST", ("goal",), BACKED),
    Row("deliberation:support", everybody(), args=("support",)),
    Row("deliberation:answer_support", seated(302), "POST", ("support",), BACKING),
    Row("deliberation:support_paper", only(*AT_TABLE), args=("support",)),
    Row("deliberation:support_paper", only(*AT_TABLE, gives=302), "POST", ("support",), PILE),
    Row("deliberation:begin", everybody(302), "POST", ASKED_OF, {"half": "bewoners"}),
    Row("deliberation:go_on", everybody(422), "POST", ASKED_OF, {"code": "abcd-efgh"}),
    Row("deliberation:answer_statement", everybody(409), "POST", ASKED_OF, {"value": "ja"}),
    Row("deliberation:add_statement", everybody(409), "POST", ASKED_OF, {"text": "Er komt een bankje."}),
    Row("deliberation:judge", only(*AT_TABLE, gives=302), "POST", (*ASKED_OF, "statement"), {"answer": "ja"}),
    Row("deliberation:close_inquiry", only(*AT_TABLE, gives=302), "POST", ASKED_OF),
]


def _goal(world: World) -> Goal:
    return Goal.objects.get(public_id=world.fill("goal"))


def _opened(world: World, **more: Any) -> Ballot:
    at = clock.now() - timedelta(minutes=1)
    told = QUESTION | {"closes_at": at + timedelta(days=30), "review_on": at.date() + timedelta(days=60)}
    return services.open_ballot(by=world.cast.bas, goal=_goal(world), **(told | more), at=at)


def _failed(world: World) -> str:
    """The officials said no, unless; nobody answered them yet."""
    _, officials, _ = more_people(world.cast)
    ballot = _opened(world)
    for one in officials:
        told = {"choice": "tenzij", "condition": "Als het veld open blijft"}
        services.cast_vote(by=one, ballot=ballot, **told, at=ballot.opened_at)
    services.count_ballot(ballot=ballot, at=ballot.closes_at)
    return ballot.public_id


def _condition(world: World) -> str:
    return f"{Condition.objects.get().pk}"


def _decision(world: World) -> str:
    ballot = _opened(world)
    services.count_ballot(ballot=ballot, at=ballot.closes_at)
    services.stop_ballot(by=world.cast.bas, ballot=ballot, at=clock.now())
    return Decision.objects.get().public_id


def _ballot(world: World) -> str:
    return _opened(world).public_id


def _asked_goal(world: World) -> str:
    """A table that asks what people find, with one held statement of a visitor."""
    goal, at = _goal(world), clock.now()
    told = {"members": {"bewoners": 300, "overheid": 8, "ondernemers": 20}, "subject": "Wat vindt Lettele?"}
    inquiry = services.open_inquiry(
        by=world.cast.bas, goal=goal, statements=STATEMENTS, closes_at=at + timedelta(days=30), at=at, **told
    )
    visitor, _code = services.take_part(inquiry=inquiry, half="bewoners", at=at)
    visitor.inquiry = inquiry
    services.add_statement(participant=visitor, text="Er komt een bankje bij.", at=at)
    services.measure_inquiry(inquiry=inquiry, at=at)
    return goal.public_id


def _statement(world: World) -> str:
    return Statement.objects.get(state="held").public_id


def _dialogue(world: World) -> str:
    """A talk that Marijke leads, with one neighbour on paper who said something."""
    told: dict[str, Any] = {"method": "deep", "question": "Wat doen we met het veld?"}
    by, at = world.cast.marijke, clock.now()
    dialogue = services.open_dialogue(by=by, goal=_goal(world), **told, at=at)
    services.join_on_paper(by=by, dialogue=dialogue, half="bewoners", number=1, at=at)
    services.say(by=by, dialogue=dialogue, text="Er is te weinig schaduw.", number=1, at=at)
    return dialogue.public_id


def _attendee(world: World) -> str:
    return f"{Attendee.objects.get().number}"


def _view(world: World) -> str:
    return View.objects.get().public_id


def _card_goal(world: World) -> str:
    goal, by, at = _goal(world), world.cast.bas, clock.now()
    told: dict[str, Any] = CARD | {"until_on": at.date() + timedelta(days=90), "advises": "", "informed": ""}
    services.set_mandate(by=by, goal=goal, **told, at=at)
    services.write_gain(by=by, goal=goal, brings="Geld.", gets="Klanten.", fears="", at=at)
    return goal.public_id


def _covenant(world: World) -> str:
    told: dict[str, Any] = TOGETHER | {"review_on": clock.today() + timedelta(days=300)}
    return services.write_covenant(by=world.cast.bas, goal=_goal(world), **told, at=clock.now()).public_id


def _support(world: World) -> str:
    """The table asks who supports a plan."""
    told: dict[str, Any] = {"question": "Steun je dit?", "text": "Een pluktuin.", "places": ["WK015014"]}
    told |= {"members": {"bewoners": 300, "overheid": 8, "ondernemers": 20}}
    at = clock.now()
    by, until = world.cast.bas, at + timedelta(days=30)
    return services.open_support(by=by, goal=_goal(world), closes_at=until, at=at, **told).public_id


def _scenario(world: World) -> str:
    """A scenario with a reaction."""
    effects = {half.value: ("Schaduw.", "Grond.") for half in Half}
    told: dict[str, Any] = {"title": "Een tuin", "text": "Er komt een tuin.", "effects": effects}
    told |= {"gains": "Wie plukt", "gives_in": "Wie voetbalt"}
    by, at = world.cast.bas, clock.now()
    scenario = services.add_scenario(by=by, goal=_goal(world), at=at, **told)
    reacts = world.cast.gerrit
    services.react_to_scenario(by=reacts, scenario=scenario, choice="like", words="Mooi.", at=at)
    return scenario.public_id


THINGS = {
    "scenario": _scenario,
    "support": _support,
    "covenant": _covenant,
    "card_goal": _card_goal,
    "dialogue": _dialogue,
    "attendee": _attendee,
    "view": _view,
    "asked_goal": _asked_goal,
    "statement": _statement,
    "failed_ballot": _failed,
    "condition": _condition,
    "decision": _decision,
    "ballot": _ballot,
}


def crowd(world: World, more: int) -> None:
    """Earlier ballots of this table with a decision each."""
    ballot = Ballot.objects.get(decision__isnull=False)
    first = Decision.objects.get()
    for number in range(more):
        ballot.pk, ballot.public_id = None, f"zzzzzz{number:04}"
        ballot.save()
        Decision.objects.create(
            ballot=Ballot.objects.get(pk=ballot.pk),
            number=100 + number,
            **{
                name: getattr(first, name)
                for name in (
                    "goal",
                    "area",
                    "municipality",
                    "question",
                    "text",
                    "outcome",
                    "decided_at",
                    "review_on",
                )
            },
        )
