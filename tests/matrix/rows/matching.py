"""Everyone reads needs and offers; Tarik's offer, and Marijke's question to meet him."""

from middenstip.domain.areas.models import Area
from middenstip.domain.matching import services
from middenstip.domain.matching.models import ContactMessage, Introduction, Listing, Suggestion
from middenstip.domain.matching.selectors import introduction_by_id, listing_by_id
from middenstip.kernel import clock
from tests.cast import FAR
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


THINGS = {"listing": _listing, "asked": _asked, "met": _met, "deal": _deal, "suggested": _suggested}
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
    Row("search:index", everybody()),
    Row("search:near", everybody()),
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
