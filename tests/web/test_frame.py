"""The frame around a page knows which page that is, also when a form came back with something to mend."""

from __future__ import annotations

import re
from urllib.parse import unquote

import pytest
from django.http import HttpResponse
from django.test import Client, override_settings

from middenstip.domain.goals.models import Goal
from middenstip.domain.intake.models import Case
from middenstip.journeys import agree_goal
from tests.cast import Cast, agreement, proposed, shared, submitted
from tests.web.at_the_door import page, walk_in


def ways(answer: HttpResponse) -> set[str]:
    """Where the choice of a language, the hats and the forms of the page lead back to."""
    html = answer.content.decode()
    languages = [unquote(way) for way in re.findall(r'href="/taal/\?next=([^"]*)"', html)]
    return {*languages, *re.findall(r'name="(?:next|back)" value="([^"]*)"', html)}


def test_a_refused_form_still_leads_back_to_its_page(cast: Cast) -> None:
    initiative = f"/initiatief/{submitted(cast).public_id}/"
    answer = walk_in(cast.gerrit).post(f"{initiative}helpen/", {"brings": "", "back": initiative})
    assert (answer.status_code, ways(answer)) == (422, {initiative})


def test_links_of_a_table_lead_to_the_same_page_after_a_refused_form(cast: Cast) -> None:
    goal = proposed(cast)
    table = f"/opgave/{goal.public_id}/"
    agree_goal.leave(by=cast.bas, goal=goal, at=cast.tick())
    agree_goal.answer(by=cast.ilse, goal=goal, number=1, answer="ja", at=cast.tick())
    ilse = walk_in(cast.ilse)
    answer = ilse.post(f"{table}versie/", {"number": 1, "text": "", "back": table})
    assert (answer.status_code, ways(answer)) == (422, {table})
    links = set(re.findall(r'href="(?!#|https?:)([^"]*)"', answer.content.decode()))
    assert f"{table}uitnodigen/" in links
    assert [link for link in links if not link.startswith("/")] == []


def test_another_language_keeps_what_was_searched_for(cast: Cast) -> None:
    assert ways(Client().get("/initiatieven/?q=bos&mist=overheid")) == {"/initiatieven/?q=bos&mist=overheid"}


@pytest.mark.django_db
@pytest.mark.parametrize("away", ["word", "https://evil.example/", "//evil.example", "/\\evil.example"])
def test_a_language_leads_back_to_a_page_of_ours_only(client: Client, away: str) -> None:
    answer = client.get("/taal/", {"next": away})
    assert re.findall(r'name="next" value="([^"]*)"', answer.content.decode()) == ["/"]


def test_every_page_about_the_same_thing_has_its_own_title(cast: Cast) -> None:
    initiative = shared(cast).initiative
    assert initiative
    goal = Goal.objects.filter(initiative=initiative)
    goal.update(title=initiative.title)  # what the form proposes
    case = Case.objects.get(initiative=initiative)
    idea = f"/initiatief/{initiative.public_id}/"
    pages = (idea, f"{idea}verslag/", f"/opgave/{goal.get().public_id}/", f"/balie/zaak/{case.public_id}/")
    shown = [page(walk_in(cast.samira), url) for url in pages]
    titles = [re.findall(r"<title>(.*?) – Middenstip Deventer</title>", html) for html in shown]
    name = initiative.title
    assert titles == [[name], [f"Verslag: {name}"], [f"Tafel: {name}"], [f"Zaak: {name}"]]


def test_who_steps_into_somebodys_shoes_sees_whose(cast: Cast) -> None:
    with override_settings(DEMO=True):
        html = page(walk_in(cast.bas), "/over/")
        worn = re.findall(r'name="person" value="[^"]*" aria-current="true">([^<,]*)', html)
        assert worn == ["Bas Roelvink"]
        nobody = re.findall(r'name="person" value="([^"]*)" aria-current="true"', page(Client(), "/over/"))
        assert nobody == [""]


@pytest.mark.parametrize("typed", ["GM0150", "gm0150", " gm0150 "])
def test_a_code_is_found_in_small_letters_too(cast: Cast, typed: str) -> None:
    made = agreement(cast)
    assert made.goal
    tables, promises = (Client().get(f"/{one}/", {"gebied": typed}) for one in ("tafels", "afspraken"))
    assert f'href="/opgave/{made.goal.public_id}/"' in tables.content.decode()
    assert f'href="/afspraak/{made.public_id}/"' in promises.content.decode()


def test_the_indentation_of_a_template_is_not_sent(db: None) -> None:
    """A fifth of every page would be spaces that only the writer of the template needs."""
    html = Client().get("/privacy/").content.decode()
    assert "\n " not in html
    assert "\n<" in html
