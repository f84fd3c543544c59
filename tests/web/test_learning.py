"""Case studies at the doors: five questions after the end, reading along, publishing, lists and the API."""

from __future__ import annotations

from django.test import override_settings

from middenstip.domain.areas.models import Area
from middenstip.domain.learning import services
from middenstip.domain.learning.models import CaseStudy, Voice
from middenstip.journeys import stop_initiative
from tests.cast import Cast, shared
from tests.notices.ears import post
from tests.web.at_the_door import page, send, walk_in

FORM = {
    "title": "Pluktuin Bathmen",
    "outcome": "mislukt",
    "licence": "by",
    "took_part": ["bewoners", "overheid"],
}
FULL = {"how": "De school belde.", "broke_where": "De wethouder vertrok.", "broke_now": "Eerst tekenen."}


def published(cast: Cast, title: str, outcome: str = "gelukt", **texts: str) -> CaseStudy:
    study = services.begin_study(
        by=cast.gerrit,
        texts={"title": title, "how": "Samen.", **texts},
        choices={"outcome": outcome, "licence": "by", "halves": 7, "size": "dorp", "origin_half": "bewoners"},
        area=Area.objects.get(code="GM0150"),
        at=cast.tick(),
    )
    services.review_study(by=cast.gerrit, study=study, at=cast.tick())
    return services.publish_study(by=cast.gerrit, study=study, at=cast.tick())


def test_from_the_end_of_an_initiative_to_a_published_example(cast: Cast) -> None:
    goal = shared(cast)
    assert goal.initiative
    code = goal.initiative.public_id
    client, ilse = walk_in(cast.marijke), walk_in(cast.ilse)
    begin = f"/initiatief/{code}/voorbeeld/"
    assert client.get(begin).status_code == 403
    stop_initiative.stop(by=cast.marijke, initiative=goal.initiative, lesson="Te nat.", at=cast.tick())
    assert begin in page(client, f"/initiatief/{code}/")
    assert begin not in page(ilse, f"/initiatief/{code}/")
    assert "Waar liep het vast?" in page(client, begin)
    assert send(client, begin, how="x" * 3000) == 422
    assert send(client, begin) == 302
    there = f"/voorbeeld/{CaseStudy.objects.get().public_id}/"
    assert "Vertel eerst hoe de samenwerking ontstond" in page(client, there)
    assert "Hier schrijf je nog aan" in page(client, "/voorbeelden/")
    form = client.get(there + "veranderen/").context["form"]
    told = {**form.initial, **FULL, "is_nameless": "", "visit": "Elke zaterdag."}
    assert send(client, there + "veranderen/", **{**told, "title": ""}) == 422
    assert send(client, there + "veranderen/", **told) == 302
    assert send(client, there + "inzage/") == 302
    mine = Voice.objects.get(person=cast.ilse.person_id).public_id
    assert "Klopt dit verhaal?" in page(ilse, there)
    assert walk_in(cast.tarik).get(there).status_code == 404
    assert send(ilse, f"/meelezen/{mine}/verbeteren/", remark=" ") == 422
    assert send(ilse, f"/meelezen/{mine}/verbeteren/", remark="Ik heet Ilse.") == 302
    shown = page(client, there)
    assert "Ik heet Ilse." in shown
    assert "Pas de tekst eerst aan" in shown
    assert send(client, there + "publiceren/") == 403
    emptied = {**told, "broke_where": ""}
    assert send(client, there + "veranderen/", **emptied) == 409
    assert send(client, there + "veranderen/", **{**told, "money": "Niets."}) == 302
    for voice in Voice.objects.select_related("study"):
        by = next(one for one in vars(cast).values() if getattr(one, "person_id", 0) == voice.person_id)
        assert send(walk_in(by), f"/meelezen/{voice.public_id}/klopt/") == 302
    assert send(client, there + "publiceren/") == 302
    visitor = page(walk_in(None), there)
    assert "Neem gerust een kijkje" in visitor
    assert "Ilse van der Kolk" in visitor
    assert send(ilse, f"/meelezen/{mine}/eruit/") == 302
    assert "Ilse van der Kolk" not in page(walk_in(None), there)
    assert client.get(there + "veranderen/").status_code == 409
    assert send(client, there + "intrekken/") == 302
    assert walk_in(None).get(there).status_code == 404


def test_a_new_example_keeps_what_was_typed(cast: Cast) -> None:
    client = walk_in(cast.bas)
    assert client.get("/voorbeelden/nieuw/").status_code == 200
    assert send(client, "/voorbeelden/nieuw/", **{**FORM, "outcome": "best"}) == 422
    assert send(client, "/voorbeelden/nieuw/", **FORM, key="een") == 302
    assert send(client, "/voorbeelden/nieuw/", **{**FORM, "title": "Anders"}, key="een") == 409
    study = CaseStudy.objects.get()
    assert (study.halves, study.area.code) == (3, "GM0150")
    there = f"/voorbeeld/{study.public_id}/"
    assert send(client, there + "inzage/") == 403
    assert send(client, there + "veranderen/", **{**FORM, **FULL, "is_nameless": "on"}) == 302
    assert send(client, there + "inzage/") == 302
    assert send(client, there + "publiceren/") == 302
    shown = page(walk_in(None), there)
    assert "Zonder namen." in shown
    assert "Bas Roelvink" not in shown
    services.hide_study(code=study.public_id, words="Deze tekst is verborgen.", by=None, at=cast.tick())
    assert "Lees waarom" in page(client, there)


def test_lists_filters_and_the_api(cast: Cast) -> None:
    one = published(cast, "Pluktuin Zandweerd")
    two = published(cast, "Moestuin Bathmen", "mislukt", broke_where="Geen water.", broke_now="Boren.")
    post(cast)
    visitor = walk_in(None)
    with override_settings(PAGE_SIZE=1):
        first = visitor.get("/voorbeelden/")
        rest = visitor.get(f"/voorbeelden/{first.context['next_url']}")
    seen = [line["title"] for answer in (first, rest) for line in answer.context["studies"]]
    assert seen == [two.title, one.title]
    assert one.title not in page(visitor, "/voorbeelden/?afloop=mislukt&samen=drie")
    assert "Hier staat nog geen voorbeeld" in page(visitor, "/voorbeelden/?helft=overheid")
    assert two.title not in page(visitor, "/voorbeelden/?q=pluktuin")
    assert "Hier staat nog geen voorbeeld" in page(visitor, "/voorbeelden/?q=olifant")
    assert visitor.get("/voorbeelden/?na=onzin").status_code == 400
    told = visitor.get("/api/v1/voorbeelden?aantal=1").json()
    assert told["voorbeelden"][0]["afloop"] == "mislukt"
    assert visitor.get(told["_links"]["next"]["href"]).json()["voorbeelden"][0]["titel"] == one.title
    alone = visitor.get(f"/api/v1/voorbeelden/{two.public_id}").json()
    assert (alone["waarHetVastliep"], alone["helften"]) == (
        "Geen water.",
        ["bewoners", "overheid", "ondernemers"],
    )
    services.withdraw_study(by=cast.gerrit, study=two, at=cast.tick())
    assert visitor.get(f"/api/v1/voorbeelden/{two.public_id}").status_code == 404


def test_a_failed_example_is_met_while_a_question_is_written(cast: Cast) -> None:
    failed = published(cast, "Pluktuin na een jaar gestopt", "mislukt", broke_where="x", broke_now="y")
    post(cast)
    met = walk_in(cast.marijke).post("/vragen/nieuw/", {"text": "Hoe begin ik een pluktuin?"})
    assert f"/voorbeeld/{failed.public_id}/" in met.content.decode()
