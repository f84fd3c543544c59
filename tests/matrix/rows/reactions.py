"""Everyone reads reactions; everyone who is logged in reacts, the writer changes and withdraws."""

from middenstip.domain.questions.models import Question
from middenstip.domain.reactions import services
from middenstip.domain.reactions.lifecycle import QUESTION, TIP
from middenstip.domain.reactions.models import Reaction, Talk
from middenstip.kernel import clock
from tests.matrix.row import Row, everybody, only
from tests.matrix.rows.questions import asked
from tests.matrix.world import World


def _one(world: World) -> str:
    """A question of the outsider, just placed."""
    told = {"kind": QUESTION, "text": "Mag je er met de klas komen?", "at": clock.now()}
    return services.place_reaction(by=world.cast.tarik, about=world.initiative, **told).public_id


def _advice(world: World) -> str:
    """A tip of the outsider about a question of another."""
    about = Question.objects.get(public_id=asked(world))
    told = {"kind": TIP, "text": "Vraag de buren.", "at": clock.now()}
    return services.place_reaction(by=world.cast.tarik, about=about, **told).public_id


THINGS = {"reaction": _one, "advice": _advice}
ONE = ("reaction",)
SAID = {"kind": TIP, "text": "Plant de noten aan de noordkant."}
ALL = everybody(302) | {"anonymous": 403}  # a visitor keeps the typed text
ROWS = [
    *(
        row
        for name, thing in (
            ("of_initiative", "initiative"),
            ("of_goal", "goal"),
            ("of_agreement", "agreement"),
            ("of_question", "question"),
            ("of_study", "study"),
        )
        for row in (
            Row(f"reactions:{name}", everybody(), args=(thing,)),
            Row(f"reactions:{name}", ALL, "POST", (thing,), SAID),
        )
    ),
    Row("reactions:of_initiative", only("initiator", others=404, anonymous=404), args=("draft",)),
    Row("reactions:detail", everybody(), args=ONE),
    Row("reactions:reply", ALL, "POST", ONE, {"text": "Graag! Bel mij even van tevoren."}),
    Row(
        "reactions:change",
        only("outsider", gives=302, anonymous=403),
        "POST",
        ONE,
        {"text": "Mag je er met de hele klas komen?"},
    ),
    Row("reactions:withdraw", only("outsider", gives=302), "POST", ONE),
    Row("reactions:into_answer", only("outsider", gives=302), "POST", ("advice",)),
    Row("reactions:recognise", everybody(302) | {"outsider": 403}, "POST", ONE),
    Row("api-1.0.0:reacties", everybody(400)),
]


def crowd(world: World, more: int) -> None:
    talk = Talk.objects.get(initiative=world.initiative, goal=None, agreement=None)
    writer = {"person_id": world.cast.gerrit.person_id, "seat_id": world.cast.gerrit.seat_id}
    placed = Reaction.objects.bulk_create(
        Reaction(talk=talk, kind=TIP, text=f"Tip {number}.", reply_count=1, at=world.cast.at, **writer)
        for number in range(more)
    )
    Reaction.objects.bulk_create(
        Reaction(talk=talk, parent=one, text="Dank je.", is_answer=True, at=world.cast.at, **writer)
        for one in placed
    )
    talk.tip += more
    talk.store("tip")
