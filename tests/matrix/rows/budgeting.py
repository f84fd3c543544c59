"""Everyone reads a budget and votes with a code; the organiser runs it, the named seat judges."""

from middenstip.domain.areas.models import Area
from middenstip.domain.budgeting import services, tasks
from middenstip.domain.budgeting.models import Ballot, Budget, Plan
from middenstip.kernel import clock
from tests.cast import seat_of
from tests.journeys.budgets import CHOICES, TEXTS, agreed
from tests.matrix.row import Row, everybody, only
from tests.matrix.world import World


def _drafted(world: World) -> str:
    """The administrator wrote the rules; the handler of the desk judges."""
    budget = services.draft_budget(
        by=world.cast.noor,
        area=Area.objects.get(code="GM0150"),
        checker=seat_of(world.cast.samira),
        texts=TEXTS,
        choices=CHOICES | {"closes_on": world.cast.day(3000)},
        at=clock.now(),
    )
    return budget.public_id


def _stepped(world: World, *acts: str) -> Budget:
    budget = Budget.objects.select_related("area").get(public_id=_drafted(world))
    for act in acts:
        if act == "fix":
            agreed(world.cast, budget)
        budget = services.step_budget(by=world.cast.noor, budget=budget, act=act, at=clock.now())
    return budget


def _plan(world: World, *acts: str) -> Plan:
    """A plan of the initiator, in a budget after these steps."""
    budget = _stepped(world, "fix")
    plan = services.propose_plan(
        by=world.cast.marijke,
        budget=budget,
        texts={"title": "Bank", "text": "Bij de kerk."},
        costs=(1, 2),
        at=clock.now(),
    )
    for act in acts:
        if act == "judge":
            services.judge_plan(
                by=world.cast.samira,
                plan=plan,
                is_feasible=True,
                cost=400_00,
                reason="Kan.",
                at=clock.now(),
            )
        else:
            services.step_budget(by=world.cast.noor, budget=budget, act=act, at=clock.now())
    return plan


def _voting(world: World) -> str:
    return _plan(world, "check", "judge", "campaign", "open").budget.public_id


def _counted(world: World) -> Plan:
    """A plan that lost: nobody voted."""
    plan = _plan(world, "check", "judge", "campaign", "open", "close")
    tasks.count_closed(clock.now())
    return plan


def _first_plan(state: str) -> str:
    return Plan.objects.filter(budget__state=state).earliest("pk").public_id


THINGS = {
    "budget_draft": _drafted,
    "budget_counted_plan": lambda world: _counted(world).public_id,
    "budget_counted": lambda world: Budget.objects.filter(state="counted").latest("pk").public_id,
    "budget_ideas": lambda world: _stepped(world, "fix").public_id,
    "budget": _voting,
    "budget_plan": lambda world: _first_plan(state="voting"),
    "budget_checking": lambda world: _plan(world, "check").budget.public_id,
    "budget_checking_plan": lambda world: _first_plan(state="checking"),
}
RULES = {
    **TEXTS,
    "area": "GM0150",
    "amount": "1000",
    "kind": "approval",
    "rule": "mes",
    "completion": "add1",
    "closes_on": "2035-01-01",
    "closes_on_zeker": "2035-01-01",
}
PLAN = {"title": "Bank", "text": "Bij de kerk.", "cost_low": "1", "cost_high": "2"}
ONE, DRAFT, IDEAS = ("budget",), ("budget_draft",), ("budget_ideas",)
LOST = ("budget_counted", "budget_counted_plan")
ON_BALLOT, JUDGED = ("budget", "budget_plan"), ("budget_checking", "budget_checking_plan")
ORGANISER = only("handler", "admin", gives=302)
SEATED = only("initiator", "residents", "government", "business", "handler", "admin", "outsider")
UNREADABLE = SEATED | {"anonymous": 404}
ROWS = [
    Row("budgeting:index", everybody()),
    Row("budgeting:detail", everybody(), args=ONE),
    Row("budgeting:detail", UNREADABLE, args=DRAFT),
    Row("budgeting:tried", UNREADABLE, args=DRAFT),
    Row("budgeting:agree", everybody(409) | {"anonymous": 302}, "POST", DRAFT, {"regels": "x"}),
    Row("budgeting:practise", everybody(), args=ONE),
    Row("budgeting:practise", everybody(), "POST", ONE, {"doe": "stem", "plan": "1"}),
    Row("budgeting:go_on", only("initiator", gives=302), "POST", LOST),
    Row("budgeting:plan", everybody(), args=ON_BALLOT),
    Row("budgeting:vote", everybody(), args=ONE),
    Row("budgeting:vote", everybody(422), "POST", ONE, {"code": "k7wm2pqr9xbt"}),
    Row("budgeting:result", everybody(), args=ONE),
    Row("budgeting:ballots", everybody(404), args=ONE),
    Row("budgeting:new", only("handler", "admin")),
    Row("budgeting:take_over", only("handler", "admin")),
    Row("budgeting:change", only("handler", "admin"), args=DRAFT),
    Row(
        "budgeting:change",
        only("handler", "admin", gives=422, anonymous=403),
        "POST",
        DRAFT,
        RULES,
    ),
    Row("budgeting:step", ORGANISER, "POST", IDEAS, {"stap": "check"}),
    Row("budgeting:stop", ORGANISER, "POST", IDEAS, {"reason": "Geen geld."}),
    Row("budgeting:propose", everybody() | {"anonymous": 302}, args=IDEAS),
    Row("budgeting:propose", everybody(302) | {"anonymous": 403}, "POST", IDEAS, PLAN),
    Row("budgeting:change_plan", only("initiator"), args=JUDGED),
    Row(
        "budgeting:judge",
        only("handler", gives=302),
        "POST",
        JUDGED,
        {"is_feasible": "nee", "reason": "Kan niet."},
    ),
    Row("budgeting:withdraw", only("initiator", gives=302), "POST", JUDGED),
    Row("budgeting:deliver", only(gives=302) | {"handler": 409, "admin": 409}, "POST", ON_BALLOT),
    Row("budgeting:letters", only("handler", "admin"), args=ONE),
    Row("budgeting:letters", only("handler", "admin"), "POST", ONE, {"number": "3"}),
    Row("budgeting:void", ORGANISER, "POST", ONE, {"batch": "onbekend"}),
    Row("budgeting:replace", only("handler", "admin", gives=422), "POST", ONE, {"code": "x"}),
    Row("budgeting:paper", only("handler", "admin"), args=ONE),
    Row("budgeting:paper", ORGANISER, "POST", ONE, {"number": "1", "plan": "1"}),
    Row("api-1.0.0:begrotingen", everybody()),
    Row("api-1.0.0:begroting", everybody(), args=ONE),
]


def crowd(world: World, more: int) -> None:
    """Budgets, plans and ballots."""
    budget = Budget.objects.get(public_id=world.things["budget"])
    told = {"person_id": world.cast.marijke.person_id, "at": world.cast.at, "cost_low": 1, "cost_high": 2}
    last = max(Plan.objects.filter(budget=budget).values_list("number", flat=True))
    Plan.objects.bulk_create(
        Plan(budget=budget, number=last + one, title="Plan", text="Plan", state="feasible", cost=1, **told)
        for one in range(1, more + 1)
    )
    known = Ballot.objects.count()
    Ballot.objects.bulk_create(
        Ballot(budget=budget, receipt=f"nep{known + one}", choices={}, channel="paper") for one in range(more)
    )
    copied = {field.name: getattr(budget, field.name) for field in Budget._meta.fields}
    for name in ("id", "public_id"):
        del copied[name]
    Budget.objects.bulk_create(Budget(**copied) for _ in range(more))
