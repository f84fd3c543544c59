"""Everyone reads questions; everyone who is logged in asks and answers, the asker marks and prepares."""

from middenstip.domain.areas.models import Area
from middenstip.domain.questions import services
from middenstip.domain.questions.lifecycle import TIP
from middenstip.domain.questions.models import Answer, Line, Question
from middenstip.kernel import clock
from tests.matrix.row import Row, everybody, only
from tests.matrix.world import World

ASKED = {"text": "Wie is de baas over een voedselbos op grond van de gemeente?", "seen": "ja"}


def asked(world: World) -> str:
    """A question of the initiator, for the initiative."""
    question = services.ask_question(
        by=world.cast.marijke,
        texts={"text": ASKED["text"], "place": "een dorp bij Deventer"},
        area=Area.objects.get(code="WK015014"),
        initiative=world.initiative,
        at=clock.now(),
    )
    return question.public_id


def _closed(world: World) -> str:
    """A question of the initiator with an answer, and closed."""
    question = Question.objects.get(public_id=asked(world))
    _answer_to(world, question)
    return services.close_question(by=world.cast.marijke, question=question, at=clock.now()).public_id


def _answer_to(world: World, question: Question) -> Answer:
    told = {"kind": TIP, "text": "Zet in het contract wat er gebeurt bij verkoop.", "at": clock.now()}
    return services.answer_question(by=world.cast.tarik, question=question, **told)


def _answer(world: World) -> str:
    return _answer_to(world, Question.objects.get(public_id=asked(world))).public_id


def _line(world: World) -> str:
    answer = Answer.objects.select_related("question").get(public_id=_answer(world))
    line = services.add_line(by=world.cast.marijke, question=answer.question, answer=answer, at=clock.now())
    return line.public_id


def _answered(world: World) -> str:
    """A question of the initiator with an answer."""
    return Answer.objects.select_related("question").get(public_id=_answer(world)).question.public_id


THINGS = {
    "question": asked,
    "closed_question": _closed,
    "answered_question": _answered,
    "answer": _answer,
    "line": _line,
}
ONE, ANSWER, LINE = ("question",), ("answer",), ("line",)
ASKER = only("initiator", gives=302, anonymous=302)
ALL = everybody(302) | {"anonymous": 302}
# Acts that need the list of areas stand after a page without it, so that none is measured with a warm cache.
ROWS = [
    Row("questions:ask", everybody(302) | {"anonymous": 403}, "POST", (), ASKED),
    Row("questions:detail", everybody(), args=ONE),
    Row("questions:change", only("initiator", gives=302, anonymous=403), "POST", ONE, ASKED),
    Row("questions:index", everybody()),
    Row("questions:ask", everybody() | {"anonymous": 302}),
    Row("questions:detail", everybody(), args=("answered_question",)),
    Row("questions:change", only("initiator"), args=ONE),
    Row(
        "questions:answer",
        everybody(302) | {"anonymous": 403, "initiator": 403},
        "POST",
        ONE,
        {"kind": TIP, "text": "Vraag het in Bathmen."},
    ),
    Row("questions:mark", ASKER, "POST", ANSWER),
    Row("questions:withdraw_answer", only("outsider", gives=302), "POST", ANSWER),
    Row("questions:close", ASKER, "POST", ("answered_question",)),
    Row("questions:reopen", ASKER, "POST", ("closed_question",)),
    Row("questions:withdraw", ASKER, "POST", ONE),
    Row(
        "questions:add_line",
        only("initiator", gives=302, anonymous=403),
        "POST",
        ONE,
        {"text": "Bel de gemeente over het contract."},
    ),
    Row("questions:add_answer", ASKER, "POST", ANSWER),
    Row("questions:drop_line", ASKER, "POST", LINE),
    Row("questions:plan", only("initiator", gives=422), "POST", ONE),
    Row("api-1.0.0:vragen", everybody()),
    Row("api-1.0.0:vraag", everybody(), args=ONE),
]


def crowd(world: World, more: int) -> None:
    """Questions in the area, answers of others and lines of the list of every question in an address."""
    area = Area.objects.get(code="WK015014")
    around = {"area": area, "municipality": area.municipality, "district": area}
    writer = {"person_id": world.cast.gerrit.person_id, "seat_id": world.cast.gerrit.seat_id}
    Question.objects.bulk_create(
        Question(text=f"Vraag {number}?", asked_at=world.cast.at, raised_at=world.cast.at, **around, **writer)
        for number in range(more)
    )
    for name in ("question", "answered_question", "closed_question"):
        question = Question.objects.get(public_id=world.things[name])
        said = Answer.objects.bulk_create(
            Answer(question=question, kind=TIP, text=f"Tip {number}.", at=world.cast.at, **writer)
            for number in range(more)
        )
        Line.objects.bulk_create(
            Line(question=question, answer=one, text=one.text, at=world.cast.at) for one in said
        )
