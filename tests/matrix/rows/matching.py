"""Everyone reads needs and offers; Tarik's offer, and Marijke's question to meet him."""

from middenstip.domain.areas.models import Area
from middenstip.domain.initiatives import services as initiatives
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.matching import services
from middenstip.domain.matching.models import (
    ContactMessage,
    Introduction,
    Listing,
    Movement,
    MovementMember,
    Suggestion,
)
from middenstip.domain.matching.selectors import introduction_by_id, listing_by_id
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from tests.cast import FAR, draft, person, seat_of
from tests.matrix.row import Row, everybody, only
from tests.matrix.world import World


def _listing(world: World) -> str:
    area = Area.objects.select_related("municipality", "district").get(code="WK015014")
    told = {
        "sort": "goods",
        "title": "Aanhanger te leen",
        "until_on": clock.today().replace(month=12, day=31),
    }
    by = world.cast.tarik
    return services.place_listing(by=by, is_offer=True, told=told, area=area, at=clock.now()).public_id


def _asked(world: World) -> str:
    listing = listing_by_id(_listing(world))
    assert listing
    by = world.cast.marijke
    return services.ask_introduction(by=by, about=listing, at=clock.now()).public_id


def _met(world: World) -> str:
    one = introduction_by_id(_asked(world))
    assert one
    return services.accept_introduction(by=world.cast.tarik, introduction=one, at=clock.now()).public_id


def _deal(world: World) -> str:
    one = introduction_by_id(_met(world))
    assert one
    told = {"what": "Zaterdag leen je hem.", "due_on": FAR}
    return services.agree_deal(by=world.cast.tarik, introduction=one, **told, at=clock.now()).public_id


def _suggested(world: World) -> str:
    listing = listing_by_id(_listing(world))
    person = world.cast.marijke.person_id
    return (
        Suggestion(
            person_id=person, pair="x", own_initiative=world.initiative, listing=listing, made_at=clock.now()
        )
        .store()
        .public_id
    )


def _begun(world: World, by: Actor, title: str) -> Initiative:
    """A public initiative of this person, made once."""
    if known := Initiative.objects.filter(title=title).first():
        return known
    texts = {"title": title, "what": "Fruit.", "why": ""}
    told = {"initiator": person(by), "half": by.half, "seat": seat_of(by), "texts": texts}
    one = draft(world.cast, **told)
    initiatives.submit_initiative(by=by, initiative=one, at=clock.now())
    return one


def _mate(world: World) -> str:
    return _begun(world, world.cast.bas, "Fruit langs het fietspad").public_id


def _joiner(world: World) -> str:
    return _begun(world, world.cast.gerrit, "Kruidentuin").public_id


def _proposed(world: World) -> Movement:
    mate = Initiative.objects.get(public_id=_mate(world))
    told = {"title": "Eetbaar Lettele", "aim": "Overal groeit iets te eten."}
    by = world.cast.marijke
    return services.propose_movement(by=by, own=world.initiative, others=[mate], told=told, at=clock.now())


def _moving(world: World) -> Movement:
    one, mate = _proposed(world), Initiative.objects.get(public_id=_mate(world))
    return services.answer_movement(
        by=world.cast.bas, movement=one, initiative=mate, accept=True, at=clock.now()
    )


def _wanted(world: World) -> str:
    one, joiner = _moving(world), Initiative.objects.get(public_id=_joiner(world))
    services.want_movement(by=world.cast.gerrit, movement=one, initiative=joiner, at=clock.now())
    return one.public_id


THINGS = {
    "spoken": lambda world: world.initiative.number,
    "listing": _listing,
    "asked": _asked,
    "met": _met,
    "deal": _deal,
    "suggested": _suggested,
    "mate": _mate,
    "joiner": _joiner,
    "proposal": lambda world: _proposed(world).public_id,
    "movement": lambda world: _moving(world).public_id,
    "wanted": _wanted,
}
IN_IT = ("initiator", "business")
OWN_ONE = dict.fromkeys((*IN_IT, "residents"), 422) | {"anonymous": 403}  # with an initiative of their own
WORDS = {"title": "Eetbaar dorp", "aim": "Overal groeit iets."}
BOTH = ("initiator", "outsider")
NEW = {"title": "Bankje gezocht", "sort": "goods", "area": "WK015014", "until_on": "2027-01-01"}
DEAL = {"deal": "Zaterdag leen je hem.", "due_on": "2034-01-01"}
ROWS = [
    Row("matching:list", everybody()),
    Row("matching:detail", everybody(), args=("listing",)),
    Row("matching:new", everybody() | {"anonymous": 302}),
    Row("matching:new", everybody(302), "POST", data=NEW),
    Row("matching:mine", everybody() | {"anonymous": 302}),
    Row("matching:suggestions", everybody() | {"anonymous": 302}),
    Row("matching:answer", only("initiator", gives=302), "POST", ("suggested",), {"answer": "not_now"}),
    Row("matching:answer", everybody(302), args=("suggested",)),
    Row("matching:change", only("outsider"), args=("listing",)),
    Row("matching:change", only("outsider", gives=302), "POST", ("listing",), NEW),
    Row("matching:confirm", only("outsider", gives=302), "POST", ("listing",)),
    Row("matching:withdraw", only("outsider", gives=302), "POST", ("listing",)),
    Row("matching:ask", everybody(302) | {"outsider": 403}, "POST", ("listing",)),
    Row("matching:introduction", only(*BOTH), args=("asked",)),
    Row("matching:accept", only("outsider", gives=302), "POST", ("asked",)),
    Row("matching:decline", only("outsider", gives=302), "POST", ("asked",)),
    Row("matching:end", only(*BOTH, gives=302), "POST", ("asked",)),
    Row("matching:write", only(*BOTH, gives=302), "POST", ("met",), {"text": "Hoi."}),
    Row("matching:agree", only(*BOTH, gives=302, anonymous=403), "POST", ("met",), DEAL),
    Row("matching:undo", only(*BOTH, gives=302), "POST", ("deal",)),
    Row("matching:finish", only(*BOTH, gives=302), "POST", ("deal",), {"thanks": "Dank!"}),
    Row("matching:network", everybody(), args=("area",)),
    Row("matching:movement", everybody(), args=("movement",)),
    Row("matching:movement", only(*IN_IT, others=404, anonymous=404), args=("proposal",)),
    Row("matching:movement_new", everybody() | {"anonymous": 302}),
    Row("matching:movement_new", everybody() | OWN_ONE, "POST", data=WORDS),
    Row("matching:movement_change", only(*IN_IT), args=("movement",)),
    Row("matching:movement_change", only(*IN_IT, gives=302, anonymous=403), "POST", ("movement",), WORDS),
    Row("matching:movement_invite", only(*IN_IT), args=("movement",)),
    Row("matching:movement_answer", only("business", gives=302), "POST", ("proposal", "mate")),
    Row("matching:movement_join", only("residents", gives=302), "POST", ("movement", "joiner")),
    Row("matching:movement_let_in", only(*IN_IT, gives=302), "POST", ("wanted", "joiner")),
    Row("matching:movement_leave", only("business", gives=302), "POST", ("movement", "mate")),
    Row("search:index", everybody()),
    Row("search:near", everybody()),
    Row("search:number", everybody(302), args=("spoken",)),
    Row("search:near", everybody(), "POST", data={"title": "Een voedselbos"}),
    Row("api-1.0.0:vraag-en-aanbod", everybody()),
]


def crowd(world: World, more: int) -> None:
    own = {"seat_id": world.cast.marijke.seat_id, "person_id": world.cast.marijke.person_id}
    first = Listing.objects.earliest("pk")
    where = {"area": first.area, "municipality": first.municipality, "district": first.district}
    at = {"placed_at": world.cast.at, "changed_at": world.cast.at, "confirmed_at": world.cast.at}
    bas = {"seat_id": world.cast.bas.seat_id, "person_id": world.cast.bas.person_id}
    made = Listing.objects.bulk_create(
        Listing(
            is_offer=number % 2,
            sort="goods",
            size=1,
            title=f"Ding {number}",
            until_on=FAR,
            **(own if number % 2 else bas),
            **where,
            **at,
        )
        for number in range(more)
    )
    Suggestion.objects.bulk_create(
        Suggestion(
            person_id=own["person_id"],
            pair=f"{one.pk}",
            own_initiative=world.initiative,
            listing=first,
            made_at=world.cast.at,
        )
        for one in made
    )
    met = Introduction.objects.get(public_id=world.things["met"])
    ContactMessage.objects.bulk_create(
        ContactMessage(introduction=met, person_id=own["person_id"], text="Hoi.", at=world.cast.at)
        for _ in made
    )
    Introduction.objects.bulk_create(
        Introduction(
            listing=one,
            asker_id=world.cast.gerrit.person_id,
            asker_seat_id=world.cast.gerrit.seat_id,
            owner_id=one.person_id,
            owner_seat_id=one.seat_id,
            asked_at=world.cast.at,
        )
        for one in made
    )
    known = MovementMember.objects.values("initiative")
    plans = list(Initiative.objects.public().exclude(pk__in=known).exclude(pk=world.initiative.pk)[:20])
    for code in ("wanted", "movement"):
        one = Movement.objects.get(public_id=world.things[code])
        MovementMember.objects.bulk_create(
            MovementMember(movement=one, initiative=plan, state="joined", at=world.cast.at) for plan in plans
        )
    more_of_them = Movement.objects.bulk_create(
        Movement(
            title=f"Beweging {number}",
            aim="Samen.",
            state="moving",
            **own,
            **where,
            proposed_at=world.cast.at,
            changed_at=world.cast.at,
            began_at=world.cast.at,
        )
        for number in range(more)
    )
    MovementMember.objects.bulk_create(
        MovementMember(movement=movement, initiative=world.initiative, state="joined", at=world.cast.at)
        for movement in more_of_them
    )
