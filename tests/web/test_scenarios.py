"""The page with scenarios side by side."""

from __future__ import annotations

from middenstip.domain.deliberation.models import Scenario, ScenarioReaction
from tests.cast import Cast, table
from tests.web.at_the_door import page, walk_in

SCENARIO = {
    "title": "Een bos",
    "text": "Er komen bomen.",
    "gains": "Kinderen",
    "gives_in": "Wie parkeert",
    "bewoners_brings": "Schaduw.",
    "bewoners_costs": "Zes plekken.",
    "overheid_brings": "Minder water op straat.",
    "overheid_costs": "Geld.",
    "ondernemers_brings": "Klanten.",
    "ondernemers_costs": "Niets.",
}


def test_a_table_compares_from_two_and_refuses_a_fifth(cast: Cast) -> None:
    where = f"/opgave/{table(cast).public_id}/scenarios/"
    bas = walk_in(cast.bas)
    assert "nog geen scenario" in page(walk_in(None), where)
    assert "Wie levert in?" in page(bas, where + "erbij/")
    wrong = bas.post(where + "erbij/", SCENARIO | {"gives_in": ""})
    assert wrong.status_code == 422
    told = bas.post(where + "erbij/", SCENARIO, follow=True).content.decode()
    assert ("Het scenario staat erbij." in told, "Nog één nodig om te vergelijken." in told) == (True, True)
    same = bas.post(where + "erbij/", SCENARIO | {"text": "Anders."})
    assert (same.status_code, "Kies een andere titel" in same.content.decode()) == (422, True)
    for title in ("Een tuin", "Een veld", "Een plein"):
        bas.post(where + "erbij/", SCENARIO | {"title": title})
    told = page(bas, where)
    assert ("Nog één nodig" in told, "Zet een scenario erbij" in told, "al vier scenario" in told) == (
        False,
        False,
        True,
    )
    assert bas.post(where + "erbij/", SCENARIO | {"title": "Een vijver"}).status_code == 409
    assert Scenario.objects.count() == 4


def test_a_neighbour_reacts_and_the_table_changes_a_scenario(cast: Cast) -> None:
    goal = table(cast)
    where = f"/opgave/{goal.public_id}/scenarios/"
    bas, gerrit = walk_in(cast.bas), walk_in(cast.gerrit)
    bas.post(where + "erbij/", SCENARIO)
    one = f"/scenario/{Scenario.objects.get().public_id}/"
    assert gerrit.get(one).status_code == 302
    assert gerrit.post(one + "reactie/", {"choice": ""}).status_code == 422
    told = gerrit.post(one + "reactie/", {"choice": "doubt", "words": "En het blad?"}, follow=True)
    assert ("Je reactie telt mee." in told.content.decode(), "Jij zei:" in told.content.decode()) == (
        True,
        True,
    )
    told = page(walk_in(None), where)
    assert ("En het blad?" in told, "1 twijfel" in told, "Zeg wie je bent, en reageer" in told) == (True,) * 3
    assert f"/melden/scenarioreactie/{ScenarioReaction.objects.get().public_id}/" in told
    assert "Zes plekken." in page(bas, one + "veranderen/")
    taken = bas.post(one + "veranderen/", SCENARIO | {"gains": ""})
    assert taken.status_code == 422
    told = bas.post(
        one + "veranderen/", SCENARIO | {"text": "Er komen struiken."}, follow=True
    ).content.decode()
    assert ("Het scenario is aangepast." in told, "Aangepast op" in told, "struiken" in told) == (True,) * 3
    bas.post(where + "erbij/", SCENARIO | {"title": "Een tuin"})
    again = bas.post(one + "veranderen/", SCENARIO | {"title": "Een tuin"})
    assert (again.status_code, "Zo heet al een scenario" in again.content.decode()) == (422, True)
    assert where in page(walk_in(None), f"/opgave/{goal.public_id}/")
    assert gerrit.get(one + "veranderen/").status_code == 403
