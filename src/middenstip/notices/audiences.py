"""Who is meant by each audience of a policy."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from django.db.models import Q

from middenstip.domain.goals.models import Answer, Chair
from middenstip.domain.goals.selectors import chairs_at
from middenstip.domain.initiatives.lifecycle import HELP
from middenstip.domain.initiatives.rules import area_codes
from middenstip.domain.parties.models import Follow, Person, Seat
from middenstip.domain.parties.rules import CONNECTOR, HANDLER
from middenstip.domain.parties.selectors import seat_by_id, seats_with_role, sitting_in, working
from middenstip.domain.projects.lifecycle import VOID
from middenstip.domain.projects.models import Signature
from middenstip.notices.dossier import Dossier

# Why somebody gets a mail, as the end of "Je krijgt deze mail omdat …".
WHY = {
    "initiator": "dit jouw initiatief is",
    "desk": "je bij de balie van dit gebied werkt",
    "handler": "jij dit initiatief helpt bij de balie",
    "connector": "jij de verbinder van dit initiatief bent",
    "former_connector": "jij de verbinder van dit initiatief was",
    "partners": "je meedoet met dit initiatief",
    "offers_help": "je aanbood om hier te helpen",
    "named": "dit over jouw zetel gaat",
    "subject_seat": "dit over jouw zetel gaat",
    "action_owner": "deze actie van jou is",
    "action_carrier": "jij deze actie overnam",
    "table": "je aan deze tafel zit",
    "must_answer": "je aan deze tafel zit",
    "must_sign": "jouw zetel deze afspraak tekent",
    "signers": "jouw zetel deze afspraak tekent",
    "proposer": "jouw zetel deze afspraak voorstelde",
    "all_tables": "je aan tafel zit bij dit initiatief",
    "all_signers": "jouw zetel een afspraak tekent bij dit initiatief",
    "followers": "je dit initiatief volgt",
    "area_followers": "je dit gebied volgt",
}


def people_in(audience: str, dossier: Dossier) -> list[Person]:
    """The people of this audience today, without those who are gone."""
    if audience in _PEOPLE:
        people = _PEOPLE[audience](dossier)
    else:
        seats = [seat.pk for seat in _SEATS[audience](dossier) if seat]
        sitting = sitting_in(seats, dossier.on) if seats else {}
        people = [person for some in sitting.values() for person in some]
        people += _initiator_of_task(dossier, seats)
    return [person for person in people if person.is_active and not person.erased_at]


def _initiator(dossier: Dossier) -> list[Person]:
    return [dossier.initiative.initiator] if dossier.initiative else []


def _initiator_of_task(dossier: Dossier, seats: list[int]) -> list[Person]:
    """A task of the initiator stays the initiator's, also when they got up from the seat (a key) it is of."""
    initiative = dossier.initiative if dossier.noun == "action" else None
    return [initiative.initiator] if initiative and initiative.seat_id in seats else []


def _followers(dossier: Dossier) -> list[Person]:
    return _following(dossier, Q(kind=Follow.INITIATIVE, target=dossier.entry.thread))


def _area_followers(dossier: Dossier) -> list[Person]:
    if dossier.initiative is None:
        return []
    return _following(dossier, Q(kind=Follow.AREA, target__in=area_codes(dossier.initiative)))


def _following(dossier: Dossier, which: Q) -> list[Person]:
    """Who followed already when it happened: following starts with the next news."""
    follows = Follow.objects.filter(which, at__lte=dossier.entry.at)
    return [follow.person for follow in follows.select_related("person").order_by("pk")]


def _desk(dossier: Dossier) -> list[Seat]:
    return seats_with_role(HANDLER, area_codes(dossier.initiative), dossier.on) if dossier.initiative else []


def _handler(dossier: Dossier) -> list[Seat]:
    """The seat that took the case, as long as it holds the role."""
    handler = dossier.case.handler if dossier.case else None
    return [handler] if handler and working(HANDLER, dossier.on).filter(seat=handler).exists() else []


def _connector(dossier: Dossier) -> list[Seat]:
    """The verbinder of the initiative, as long as that seat holds the role."""
    seat = dossier.initiative.connector if dossier.initiative else None
    return [seat] if seat and working(CONNECTOR, dossier.on).filter(seat=seat).exists() else []


def _former_connector(dossier: Dossier) -> list[Seat]:
    """Who was the verbinder until then, and did not become it again."""
    before = dossier.entry.data.get("before")
    seat = seat_by_id(before) if before else None
    now = dossier.initiative.connector if dossier.initiative else None
    return [seat] if seat and seat != now else []


def _partners(dossier: Dossier) -> list[Seat]:
    return _helping(dossier, "accepted")


def _offers_help(dossier: Dossier) -> list[Seat]:
    """Who still waits for an answer of the initiator."""
    return _helping(dossier, HELP.start)


def _helping(dossier: Dossier, state: str) -> list[Seat]:
    if dossier.initiative is None:
        return []
    return [one.seat for one in dossier.initiative.partners.filter(state=state).select_related("seat")]


def _table(dossier: Dossier) -> list[Seat]:
    """Who sits there now and sat there when it happened: nobody hears what came before their chair."""
    chairs = chairs_at(dossier.goal) if dossier.goal else []
    return [chair.seat for chair in chairs if chair.joined_at <= dossier.entry.at]


def _must_answer(dossier: Dossier) -> list[Seat]:
    """Who sits there and said nothing yet to this version."""
    said = Answer.objects.filter(version__goal=dossier.goal, version__number=dossier.entry.data["number"])
    answered = set(said.values_list("seat", flat=True))
    return [seat for seat in _table(dossier) if seat.pk not in answered]


def _must_sign(dossier: Dossier) -> list[Seat]:
    if dossier.agreement is None:
        return []
    return [one.seat for one in dossier.agreement.signatures.filter(at=None).select_related("seat")]


def _signers(dossier: Dossier) -> list[Seat]:
    if dossier.agreement is None:
        return []
    return [one.seat for one in dossier.agreement.signatures.select_related("seat").order_by("pk")]


def _all_tables(dossier: Dossier) -> list[Seat]:
    """Who sits at any table of the initiative."""
    chairs = Chair.objects.filter(goal__initiative__public_id=dossier.entry.thread, left_at=None)
    return [chair.seat for chair in chairs.select_related("seat").order_by("pk")]


def _all_signers(dossier: Dossier) -> list[Seat]:
    """Who signs any agreement of the initiative that was not taken back and did not lapse."""
    places = Signature.objects.filter(agreement__initiative__public_id=dossier.entry.thread)
    places = places.exclude(agreement__state__in=VOID)
    return [place.seat for place in places.select_related("seat").order_by("pk")]


_PEOPLE: dict[str, Callable[[Dossier], list[Person]]] = {
    "initiator": _initiator,
    "followers": _followers,
    "area_followers": _area_followers,
}
_SEATS: dict[str, Callable[[Dossier], Iterable[Seat | None]]] = {
    "desk": _desk,
    "handler": _handler,
    "connector": _connector,
    "former_connector": _former_connector,
    "partners": _partners,
    "offers_help": _offers_help,
    "named": lambda dossier: [dossier.named_seat],
    "subject_seat": lambda dossier: [dossier.subject_seat],
    "action_owner": lambda dossier: [dossier.action.owner] if dossier.action else [],
    "action_carrier": lambda dossier: [dossier.action.carrier] if dossier.action else [],
    "table": _table,
    "must_answer": _must_answer,
    "must_sign": _must_sign,
    "signers": _signers,
    "proposer": lambda dossier: [dossier.agreement.proposed_by] if dossier.agreement else [],
    "all_tables": _all_tables,
    "all_signers": _all_signers,
}
