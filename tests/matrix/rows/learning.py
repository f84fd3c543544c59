"""Everyone reads case studies; the author writes, those who were part of it answer."""

from middenstip.domain.areas.models import Area
from middenstip.domain.learning import services
from middenstip.domain.learning.models import CaseStudy, TextUse, Voice
from middenstip.domain.learning.selectors import study_by_id
from middenstip.kernel import clock
from tests.cast import person, seat_of
from tests.matrix.row import Row, everybody, only
from tests.matrix.world import World

TOLD = {"title": "Pluktuin Bathmen", "how": "De school belde de boer.", "what": "Fruit voor iedereen."}
CHOSEN = {"outcome": "gelukt", "licence": "by"}


def _draft(world: World) -> str:
    """A draft of the initiator; the partner of the ondernemers was part of it."""
    study = services.begin_study(
        by=world.cast.marijke,
        texts=TOLD,
        choices=CHOSEN,
        area=Area.objects.get(code="GM0150"),
        at=clock.now(),
    )
    bas = (person(world.cast.bas), seat_of(world.cast.bas))
    services.ask_voices(study=study, people=[bas], at=clock.now())
    return study.public_id


def _reviewed(world: World) -> str:
    study = CaseStudy.objects.get(public_id=_draft(world))
    return services.review_study(by=world.cast.marijke, study=study, at=clock.now()).public_id


def _voice(world: World) -> str:
    return Voice.objects.get(study__public_id=_reviewed(world)).public_id


def _agreed(world: World) -> str:
    """In review, and everyone agreed."""
    voice = Voice.objects.select_related("study").get(public_id=_voice(world))
    services.agree_study(by=world.cast.bas, voice=voice, at=clock.now())
    return voice.study.public_id


def _published(world: World) -> str:
    study = study_by_id(_agreed(world))
    assert study
    return services.publish_study(by=world.cast.marijke, study=study, at=clock.now()).public_id


THINGS = {
    "study_draft": _draft,
    "study_review": _reviewed,
    "study_agreed": _agreed,
    "study": _published,
    "voice": _voice,
}
DRAFT, ONE, VOICE = ("study_draft",), ("study",), ("voice",)
AUTHOR, PART = only("initiator", gives=302), only("business", gives=302)
HATS = everybody() | {"anonymous": 302}
FORM = {**TOLD, **CHOSEN}
ROWS = [
    Row("learning:index", everybody()),
    Row("learning:detail", everybody(), args=ONE),
    Row("learning:detail", only("initiator", others=404, anonymous=404), args=DRAFT),
    Row(
        "learning:detail",
        only("initiator", "business", others=404, anonymous=404),
        args=("study_review",),
    ),
    Row("learning:new", HATS),
    Row("learning:new", everybody(302) | {"anonymous": 403}, "POST", (), FORM),
    Row("learning:begin", only(), args=("initiative",)),  # it still runs
    Row("learning:change", only("initiator"), args=DRAFT),
    Row("learning:change", only("initiator", gives=302, anonymous=403), "POST", DRAFT, FORM),
    Row("learning:review", AUTHOR, "POST", DRAFT),
    Row("learning:publish", AUTHOR, "POST", ("study_agreed",)),
    Row("learning:withdraw", AUTHOR, "POST", ONE),
    Row("learning:agree", PART, "POST", VOICE),
    Row(
        "learning:correct",
        only("business", gives=302, anonymous=403),
        "POST",
        VOICE,
        {"remark": "Het was de boerin."},
    ),
    Row("learning:leave", PART, "POST", VOICE),
    Row("learning:texts", everybody()),
    Row("learning:text", everybody(), args=("text",)),
    Row("api-1.0.0:voorbeelden", everybody()),
    Row("api-1.0.0:voorbeeld", everybody(), args=ONE),
]
THINGS["text"] = lambda world: "beheer"


def crowd(world: World, more: int) -> None:
    """Published and unpublished case studies, people who are part of one, and uses of a text."""
    cast, area = world.cast, Area.objects.get(code="GM0150")
    told = {"outcome": "mislukt", "how": "Samen.", "area": area, "drafted_at": cast.at, "changed_at": cast.at}
    told |= {"person_id": cast.marijke.person_id, "seat_id": cast.marijke.seat_id}
    states = [{"state": "published", "published_at": cast.at}, {"state": "draft"}]
    CaseStudy.objects.bulk_create(
        CaseStudy(title=f"Voorbeeld {number}", **told, **state) for number in range(more) for state in states
    )
    known = set(Voice.objects.filter(study__public_id=world.things["study"]).values_list("person", flat=True))
    others = [one for one in (cast.gerrit, cast.ilse, cast.tarik, cast.samira) if one.person_id not in known]
    study = CaseStudy.objects.get(public_id=world.things["study"])
    Voice.objects.bulk_create(
        Voice(study=study, person_id=one.person_id, seat_id=one.seat_id, at=cast.at) for one in others
    )
    uses = TextUse.objects.count()
    TextUse.objects.bulk_create(
        TextUse(text="beheer", agreement=f"nep{uses + number}", area=area, at=cast.at)
        for number in range(more)
    )
