"""A placeholder that is misspelt, unused, changed or None is refused."""

import re
from typing import Any

import pytest

from middenstip.domain.parties.models import Membership, Person
from middenstip.kernel.prepared import Prepared
from tests.cast import Cast
from tests.queries import at_most

by_name = Prepared(lambda name: Person.objects.filter(name=name).values_list("name"), texts=["name"])


@pytest.mark.parametrize(
    "values",
    [{}, {"naam": "Anna"}, {"name": "Anna", "more": 1}],
    ids=["missing", "misspelt", "one too many"],
)
def test_values_other_than_the_placeholders_are_refused_without_a_query(
    db: None, values: dict[str, Any]
) -> None:
    wanted = re.escape(f"this query asks for ['name'], not for {sorted(values)}")
    with at_most(0):
        with pytest.raises(TypeError, match=wanted):
            by_name.rows(**values)
        with pytest.raises(TypeError, match=wanted):
            by_name.things(**values)


def test_none_as_a_value_is_refused(db: None) -> None:
    with at_most(0), pytest.raises(ValueError, match="cannot be filled with None"):
        by_name.rows(name=None)


def test_a_placeholder_missing_from_the_sql_is_refused_at_build(db: None) -> None:
    forgetful = Prepared(lambda name, but: Person.objects.filter(name=name), keys=["but"], texts=["name"])
    with pytest.raises(ValueError, match="not in the query as they are: but"):
        forgetful.things(name="Anna", but=1)


def test_a_placeholder_changed_in_the_sql_is_refused_at_build(db: None) -> None:
    changed = Prepared(lambda name: Person.objects.filter(name__icontains=name), texts=["name"])
    with pytest.raises(ValueError, match="not in the query as they are: name"):
        changed.things(name="Anna")


def test_a_placeholder_changed_in_one_of_two_places_is_refused(cast: Cast) -> None:
    half = Prepared(
        lambda name: Person.objects.filter(name=name) | Person.objects.filter(name__startswith=name),
        texts=["name"],
    )
    day = Prepared(
        lambda day: Membership.objects.filter(from_on=day, person__joined_at__startswith=day), days=["day"]
    )
    with pytest.raises(ValueError, match="changes somewhere: name"):
        half.things(name="Anna")
    with pytest.raises(ValueError, match="changes somewhere: day"):
        day.things(day=cast.today)


def test_a_placeholder_unknown_to_build_is_refused(db: None) -> None:
    misspelt = Prepared(lambda name: Person.objects.filter(name=name), texts=["naam"])
    with pytest.raises(TypeError, match="naam"):
        misspelt.things(naam="Anna")


def test_two_placeholders_with_one_name_are_refused_at_definition() -> None:
    with pytest.raises(ValueError, match="two gaps have one name: name, name"):
        Prepared(lambda name: Person.objects.filter(name=name), keys=["name"], texts=["name"])
