"""A prepared query gives the same result as Django, for any values."""

from datetime import timedelta

from django.db.models import Value

from middenstip.domain.parties.models import Follow, Membership, Person
from middenstip.domain.parties.services import register_person
from middenstip.kernel import clock
from middenstip.kernel.prepared import Prepared
from tests.cast import Cast
from tests.queries import at_most

named = Prepared(
    lambda names, but: (
        Person.objects.filter(name__in=names)
        .exclude(pk=but)
        .order_by("name")
        .annotate(said=Value("100 % hier"))
        .values_list("name", "said", "joined_at")
    ),
    keys=["but"],
    lists=["names"],
)
followed = Prepared(
    lambda target: Follow.objects.select_related("person").filter(target=target), texts=["target"]
)


since = Prepared(
    lambda people, day: (
        Membership.objects.filter(person__in=people, from_on__gte=day)
        .order_by("from_on")
        .values_list("person__name", "from_on")
    ),
    key_lists=["people"],
    days=["day"],
)


def _person(name: str) -> Person:
    return register_person(email=f"{name}@demo.middenstip.example", name=name, at=clock.now())


def test_lists_of_any_length_and_any_key_give_the_result_of_django(db: None) -> None:
    anna, bert = _person("Anna"), _person("Bert")
    _person("Cor")
    with at_most(4):
        assert named.rows(names=[], but=0) == []
        assert [row[0] for row in named.rows(names=["Anna", "Bert", "Dirk"], but=0)] == ["Anna", "Bert"]
        assert [row[0] for row in named.rows(names=["Anna", "Bert"], but=anna.pk)] == ["Bert"]
        (row,) = named.rows(names=["Bert"], but=0)
    assert row == ("Bert", "100 % hier", bert.joined_at)


def test_models_include_their_related_rows_in_one_query(db: None) -> None:
    anna = _person("Anna")
    Follow.objects.create(person=anna, kind=Follow.AREA, target="GM0150", at=clock.now())
    with at_most(1):
        (follow,) = followed.things(target="GM0150")
        name = follow.person.name
    assert (name, follow == Follow.objects.get()) == ("Anna", True)


def test_days_and_lists_of_keys_can_be_values(cast: Cast) -> None:
    day, people = cast.today, [cast.bas.person_id, cast.ilse.person_id]
    Membership.objects.filter(person=cast.bas.person_id).update(from_on=day + timedelta(days=2))
    assert since.rows(people=people, day=day) == [("Ilse van der Kolk", day), ("Bas Roelvink", cast.day(2))]
    assert since.rows(people=people, day=cast.day(1)) == [("Bas Roelvink", cast.day(2))]
    assert since.rows(people=[], day=day) == []
