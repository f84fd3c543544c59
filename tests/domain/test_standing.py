"""What an initiative's page knows about the rooms around it."""

from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.initiatives.selectors.detail import initiative_page
from middenstip.domain.reports.selectors.standing import standing_of
from tests.cast import Cast, agreement, submitted
from tests.queries import at_most


def test_everything_around_an_initiative_comes_in_two_queries(cast: Cast) -> None:
    made = agreement(cast)
    wanted = made.initiative.public_id
    with at_most(2):
        initiative = initiative_page(wanted, cast.marijke.person, cast.today)
        assert initiative
        standing = standing_of(initiative, cast.today)
        table = standing.table

    assert initiative.fixed == "Plukken is gratis\nGeen gif"
    assert initiative.is_followed is False
    assert standing.themes == ["natuur-en-milieu"]
    assert standing.case
    assert (standing.case["name"], standing.case["organisation"]) == ("Samira Haddou", "gemeente Deventer")
    promise = standing.agreements[0]
    assert (promise["organisation"], promise["title_2"]) == ("gemeente Deventer", "bewoner van Lettele")
    assert promise["half_3"] in ("bewoners", "overheid")
    assert [(row["name"], row["answer"]) for row in table] == [
        ("Marijke Wolterink", "ja"),
        ("Ilse van der Kolk", "ja"),
        ("Bas Roelvink", "ja"),
    ]
    assert table[0]["text"] == "In 2028 staat er een voedselbos."


def test_an_initiative_without_a_table_has_no_rows(cast: Cast) -> None:
    assert standing_of(Initiative.objects.get(pk=submitted(cast).pk), cast.today).table == []
