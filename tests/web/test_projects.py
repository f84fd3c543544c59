"""The pages of a project: what everybody reads, and what the team does there."""

from __future__ import annotations

import json

from django.test import Client

from middenstip.domain.projects import services
from middenstip.domain.projects.models import FundingScheme, Line, Order, Project, Source, Tranche, Value
from middenstip.kernel import clock
from tests.cast import FAR, Cast, seat_of
from tests.journeys.test_cliff import house
from tests.journeys.test_start_project import project_by
from tests.queries import at_most
from tests.web.at_the_door import page, send, sent, walk_in

FRAME = 3  # the session, the person with hats, and the gemeente


def test_the_page_of_the_money_says_when_it_ends(cast: Cast, client: Client) -> None:
    project = house(cast)
    line = Line.objects.get(name="Huur")
    services.ask_order(
        by=cast.marijke, line=line, contractor=seat_of(cast.bas), what="Nieuwe drempel", price=900_00,
        due_on=FAR, at=cast.tick(),
    )  # fmt: skip
    services.ask_task(
        by=cast.bas, project=project, what="Sleutel", day=cast.day(1), minutes=600, is_essential=True,
        at=cast.tick(),
    )  # fmt: skip
    with clock.frozen(cast.at.replace(year=2027, month=1, day=1)):
        money = page(client, f"/project/{project.public_id}/geld/")
        people = page(client, f"/project/{project.public_id}/mensen/")
        doing = page(client, f"/project/{project.public_id}/uitvoering/")
    assert "Het geld is op in maart 2028. Gestopt: Subsidie (juli 2027)." in money
    assert "14 maanden" in money
    assert "<polyline" in money
    assert "Subsidie stopt: nog 12 maanden, december 2027." in money
    assert "€ 72.000" in money
    assert "Boek een bon" not in money
    assert "Nog te weinig uren" in people
    assert "Blijft het bestaan?" in people
    assert "Nieuwe drempel" in doing
    assert "gevraagd" in doing
    for name in ("", "geld/", "uitvoering/", "mensen/", "bestuur/", "verantwoording/"):
        with at_most(8):
            client.get(f"/project/{project.public_id}/{name}")
    for name in ("verdienmodel/", "fondsen/", "boeken.csv"):
        with at_most(8):
            assert client.get(f"/project/{project.public_id}/{name}").status_code == 200


def test_a_project_is_begun_and_kept_through_its_doors(cast: Cast) -> None:
    project = project_by(cast)
    marijke, ilse, bas = walk_in(cast.marijke), walk_in(cast.ilse), walk_in(cast.bas)
    url = f"/project/{project.public_id}/"
    assert page(marijke, url).count("Schrijf het plan verder</span>") <= 1
    assert send(marijke, f"{url}doe/plan/", number="1", question="Waarheen?", aim="Een bos.") == 302
    assert send(marijke, f"{url}doe/plan/", number="1", question="Nog eens?", aim="Een bos.") == 409
    dates = {"first_on": "2033-01-01", "last_on": "2033-06-01", "every": "1"}
    wrong = marijke.post(f"{url}doe/regel/", {"name": "Dak", "planned": "12,50 euro", **dates})
    assert (wrong.status_code, "Schrijf alleen het bedrag" in wrong.content.decode()) == (422, True)
    assert send(marijke, f"{url}doe/regel/", name="Dak", planned="12.345", **dates) == 422
    assert send(marijke, f"{url}doe/regel/", name="Dak", planned="1.250,00", **dates) == 302
    line = Line.objects.get()
    assert line.planned == 125_000
    told = {"kind": "subsidie", "name": "Subsidie", "amount": "100,00", "covers_on": "2033-12-31"}
    assert send(ilse, f"{url}doe/toekenning/", **told, parts="morgen; veel") == 422
    parts = "2033-02-01; 60,00; het plan is klaar\n\n2033-05-01; 40,00"
    assert send(ilse, f"{url}doe/toekenning/", **told, parts=parts) == 302
    first = Tranche.objects.order_by("due_on")[0]
    for client, word in ((marijke, "voorwaarde"), (marijke, "vraag-aan"), (ilse, "betaal")):
        assert send(client, f"{url}doe/{word}/{first.public_id}/") == 302
    assert Project.objects.get().received == 6_000
    about = {"what": "Pannen", "price": "200,00", "due_on": "2033-03-01"}
    assert send(marijke, f"{url}doe/opdracht/{line.public_id}/", contractor="x", **about) == 422
    seat = cast.bas.seat_public_id
    assert send(marijke, f"{url}doe/opdracht/{line.public_id}/", contractor=seat, **about) == 302
    order = f"/opdracht/{Order.objects.get().public_id}/"
    for word in ("aannemen", "beginnen", "opleveren"):
        assert send(bas, f"{order}stap/{word}/") == 302
    assert send(bas, f"{order}goedkeuren/") == 403
    assert send(marijke, f"{order}weigeren/", why="", repair_by="") == 422
    assert send(marijke, f"{order}weigeren/", why="Scheef.", repair_by="2033-04-01") == 302
    assert "Scheef." in page(bas, order)
    assert send(bas, f"{order}meerwerk/", what="Een goot", price="10,00") == 302
    assert "wacht op een handtekening" in page(marijke, order)
    extra = Order.objects.get().extras.get()
    assert send(marijke, f"{order}meerwerk/{extra.pk}/") == 302
    assert send(bas, f"{order}stap/opleveren/") == 302
    assert "Keur het goed" in page(marijke, order)
    assert (send(marijke, f"{order}goedkeuren/"), send(marijke, f"{order}betalen/")) == (302, 302)
    assert Line.objects.get().paid == 21_000
    assert "Pannen" in page(marijke, f"{url}verantwoording/")
    certain = {"kind": "leden", "amount": "5,00", "certainty": "vast", **dates}
    assert send(marijke, f"{url}doe/inkomst/", name="Leden", **certain) == 302
    source = Source.objects.get().public_id
    assert send(marijke, f"{url}doe/binnen/{source}/", day="2026-11-02", amount="5,00") == 302
    assert send(marijke, f"{url}doe/blijft/", kind="place", is_there="on") == 302
    assert send(marijke, f"{url}doe/begin/") == 302
    value = {"activity": "Koffie", "worth": "Minder mensen alleen", "half": "overheid"}
    assert send(marijke, f"{url}doe/waarde/", **value) == 302
    assert "aanname" in page(marijke, f"{url}verdienmodel/")
    step = Value.objects.get().public_id
    assert send(marijke, f"{url}doe/bewijs/{step}/", proof="Telling van mei") == 302
    assert "Blijkt uit:" in page(marijke, f"{url}verdienmodel/")
    assert "De komende 12 maanden staat er geen geld gepland." in page(marijke, f"{url}verdienmodel/")
    assert send(marijke, f"{url}doe/waarde-weg/{step}/") == 302
    groen = {"name": "Groenfonds", "level": "fonds", "deadline": "2033-01-01", "own_share": "0"}
    assert send(ilse, "/fondsen/nieuw/", **groen) == 302
    fund = FundingScheme.objects.get().public_id
    assert "Hier willen we geld vragen" in page(marijke, f"{url}fondsen/")
    assert send(marijke, f"{url}doe/fonds/{fund}/", amount="100,00") == 302
    assert "Groenfonds" in page(marijke, f"{url}doe/gevraagd/{fund}/")
    assert send(marijke, f"{url}doe/gevraagd/{fund}/") == 302
    assert "aangevraagd" in page(bas, f"{url}fondsen/")
    link = {"other": "x", "kind": "koppel", "reason": "Samen planten"}
    assert send(marijke, f"{url}doe/verband/", **link) == 422
    filed = {"to": "", "asked": "Ja?", "due_on": "2033-01-01"}
    assert send(marijke, f"{url}doe/indienen/", **filed) == 422
    ended = {"outcome": "mislukt", "result": "Niets.", "lesson": "Begin eerder."}
    assert send(marijke, f"{url}doe/afsluiten/", **ended) == 302
    assert "Uitkomst: mislukt" in page(bas, url)
    assert marijke.get(f"{url}doe/dansen/").status_code == 404
    assert marijke.get(f"{url}doe/bon/").status_code == 404
    assert send(bas, f"{order}stap/dansen/") == 404


def test_areas_are_seen_together_and_no_project_counts_twice(cast: Cast, client: Client) -> None:
    project = house(cast)
    with clock.frozen(cast.at):
        everywhere = page(client, "/portefeuille/")
        asked = f"gebied=gm0150&gebied={project.area.code}&gebied=GM9999"
        nested = page(client, f"/portefeuille/?{asked}")
        assert everywhere.count("€ 72.000") == 2  # Deventer, and the sum
        assert nested.count("€ 72.000") == 3  # Deventer, the buurt in it, and the sum
        assert ("één keer" in everywhere, "één keer" in nested) == (False, True)
        with at_most(FRAME + 3):
            client.get("/portefeuille/")
        assert "€ 0" in page(client, "/portefeuille/?gebied=GM0957")
        assert "Er doet nog geen gebied mee" in page(client, "/portefeuille/?gebied=GM9999")
    assert "/portefeuille/projecten.csv?gebied=GM0150" in page(client, "/gebied/GM0150/portefeuille/")


def test_the_projects_of_areas_are_a_file(cast: Cast, client: Client) -> None:
    project = house(cast)
    asked = f"?gebied=GM0150&gebied={project.area.code}"
    text = sent(client.get(f"/portefeuille/projecten.csv{asked}")).decode()
    head, line, rest = text.split("\r\n")
    assert head == "\ufeffid;project;stap;gebied;code;helften;begroot;besteld;betaald;ontvangen;geld op;adres"
    assert line.startswith(f"{project.public_id};Voedselbos Lettele;plan;")
    assert ";72000,00;0,00;0,00;4400,00;" in line
    assert rest == ""
    one = json.loads(sent(client.get(f"/portefeuille/projecten.json{asked}")))["projecten"]
    assert [(row["id"], row["begroot"], row["ontvangen"]) for row in one] == [
        (project.public_id, 72_000_00, 4_400_00)
    ]
    answer = client.get("/portefeuille/projecten.geojson")
    assert answer["Content-Type"] == "application/geo+json"
    feature = json.loads(sent(answer))["features"][0]
    lon, lat = project.area.lon, project.area.lat
    assert feature["geometry"] == (lon and {"type": "Point", "coordinates": [lon, lat]})
    assert feature["properties"] == one[0]
    assert sent(client.get("/portefeuille/projecten.csv?gebied=GM0957")).decode().count("\r\n") == 1
    assert client.get("/portefeuille/projecten.ods").status_code == 404


def test_an_area_shows_its_projects_and_its_account(cast: Cast, client: Client) -> None:
    house(cast)
    with clock.frozen(cast.at):
        assert "Voedselbos Lettele" in page(client, "/gebied/gm0150/portefeuille/")
        assert "€ 4.400" in page(client, "/gebied/GM0150/rekening/")
        assert "€ 0" in page(client, "/gebied/GM0957/rekening/?jaar=2025")
    assert "Geen koppelkans gevonden" in page(client, "/gebied/GM0957/koppelkansen/")
    assert "Hier loopt nog geen project" in page(client, "/gebied/GM0957/portefeuille/")
    assert client.get("/gebied/GM9999/rekening/").status_code == 404
    ilse = walk_in(cast.ilse)
    about = {"level": "fonds", "own_share": "20", "conditions": "Open voor iedereen"}
    assert send(ilse, "/fondsen/nieuw/", name="Groenfonds", **about) == 302
    assert send(ilse, "/fondsen/nieuw/", name="Groenfonds", **about) == 302
    assert page(client, "/fondsen/").count("Groenfonds") == 1
    assert "Uitdaagrecht" in page(client, "/wijzers/")
    assert client.get("/api/v1/projecten?status=plan").json()["projecten"][0]["ontvangen"] == 440_000
    assert client.get("/api/v1/fondsen").json()["fondsen"][0]["naam"] == "Groenfonds"
