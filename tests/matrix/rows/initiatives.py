"""An initiative and the acts on it."""

from datetime import timedelta

from middenstip.domain.initiatives import services
from middenstip.domain.initiatives.models import Ask, PartyAround
from middenstip.kernel import clock
from tests.matrix.crowd import copies
from tests.matrix.row import ROLES, Row, everybody, only
from tests.matrix.world import World

INITIATIVE, DRAFT, HELP = ("initiative",), ("draft",), ("initiative", "partner")
ASK, PARTY = ("initiative", "ask"), ("initiative", "party")
MINE = only("initiator")
OWN_PAGES = ("change", "reins", "news", "stop", "ask")
PARTNERS = ("residents", "government", "business")
TEXTS = {"version": "1", "title": "Voedselbos", "what": "Een bos", "why": "", "motto": "", "where": "geen"}

ROWS = [
    Row("initiatives:detail", everybody(200), args=INITIATIVE),
    Row("initiatives:detail", only("initiator", others=404, anonymous=404), args=DRAFT),
    Row("initiatives:follow", everybody(302), "POST", INITIATIVE),
    Row("initiatives:unfollow", everybody(302), "POST", INITIATIVE),
    Row(
        "initiatives:help",
        only("outsider", "handler", "admin", gives=302, others=409) | {"initiator": 403},
        "POST",
        INITIATIVE,
        {"brings": "Een schep", "has_read": "on"},
    ),
    Row("initiatives:answer_help", only("initiator", gives=409), "POST", HELP, {"answer": "ja"}),
    Row("initiatives:end_help", only("business", gives=302), "POST", HELP),
    Row(
        "initiatives:answer_ask",
        only("outsider", *PARTNERS, "handler", "admin", gives=302) | {"initiator": 403},
        "POST",
        ASK,
    ),
    Row("initiatives:end_ask", only("initiator", gives=302), "POST", ASK, {"answer": "vervuld"}),
    Row("initiatives:submit", only("initiator", gives=302, others=404), "POST", DRAFT),
    *(Row(f"initiatives:{act}", MINE, args=INITIATIVE) for act in OWN_PAGES),
    Row("initiatives:told", MINE, args=INITIATIVE),
    Row("initiatives:share", everybody(), args=INITIATIVE),
    Row("initiatives:finish", only("initiator", gives=409), args=INITIATIVE),
    Row("initiatives:change", only("initiator", gives=302), "POST", INITIATIVE, TEXTS),
    Row("initiatives:stop", only("initiator", gives=302), "POST", INITIATIVE, {"lesson": "Te nat."}),
    Row("initiatives:around", everybody(), args=INITIATIVE),
    Row(
        "initiatives:add_party",
        only("initiator", gives=302, anonymous=403),
        "POST",
        INITIATIVE,
        {"name": "Ouders van de school", "half": "bewoners"},
    ),
    Row("initiatives:party", MINE, args=PARTY),
    Row(
        "initiatives:party",
        only("initiator", gives=302),
        "POST",
        PARTY,
        {"state": "approached", "half": "bewoners"},
    ),
    Row("initiatives:drop_party", only("initiator", gives=302), "POST", PARTY),
    Row("initiatives:table", only("initiator", "handler", *PARTNERS, gives=409), args=INITIATIVE),
    Row("submit:new", everybody(200)),
    Row("submit:new", everybody(422), "POST"),
    Row("submit:paper", everybody(200)),
]
assert set(ROLES) == set(MINE)


def _ask(world: World) -> str:
    day = clock.today() + timedelta(days=30)
    told = {"text": "Leen je aanhanger uit", "size": 3, "until_on": day, "at": clock.now()}
    made: Ask = services.ask_for_help(by=world.cast.marijke, initiative=world.initiative, **told)
    return made.public_id


def _party(world: World) -> str:
    told = {"organisation": None, "name": "IJsclub", "half": "bewoners", "words": {}, "has_ticked": True}
    by = world.cast.marijke
    return services.add_party(by=by, initiative=world.initiative, **told, at=clock.now()).public_id


def crowd(world: World, more: int) -> None:
    """More questions of the same initiative, and more parties around it."""
    copies(Ask.objects.get(public_id=world.things["ask"]), *({"text": f"Vraag {n}"} for n in range(more)))
    party = PartyAround.objects.get(public_id=world.things["party"])
    copies(party, *({"name": f"Groep {n}"} for n in range(more)))


THINGS = {"ask": _ask, "party": _party}
