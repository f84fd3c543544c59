"""Every error of the API is a problem, with the same headers."""

from __future__ import annotations

import pytest
from django.test import Client

from middenstip.api.headers import HEADERS
from tests.cast import Cast

BASE = "/api/v1"


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api", 404),
        ("/api/", 404),
        ("/api/v1", 404),
        ("/api/v1/", 404),
        ("/api/v2/initiatieven", 404),
        ("/api/v1/initiatieven/", 404),
        ("/api/v1/bestaat-niet", 404),
        ("/api/v1/initiatieven/2222222222", 404),
        ("/api/v1/initiatieven/HOOFD", 404),
        ("/api/v1/opgaven/2222222222", 404),
        ("/api/v1/afspraken/2222222222", 404),
        ("/api/v1/gebieden/GM9999", 404),
        ("/api/v1/initiatieven?gebied=GM9999", 404),
        ("/api/v1/initiatieven?q=%00", 400),
        ("/api/v1/initiatieven/%00", 400),
        ("/api/v1/initiatieven?na=kapot", 400),
        ("/api/v1/initiatieven?na=12", 400),
        ("/api/v1/initiatieven?na=", 400),
        ("/api/v1/opgaven?na=-1", 400),
        ("/api/v1/gebieden?na=klein", 400),
        ("/api/v1/initiatieven?aantal=0", 400),
        ("/api/v1/initiatieven?aantal=101", 400),
        ("/api/v1/initiatieven?q=" + "a" * 101, 400),
        ("/api/v1/initiatieven?thma=wonen", 400),
        ("/api/v1/initiatieven?fase=idee&fase=doel", 400),
        ("/api/v1/initiatieven?helft=midden", 400),
    ],
)
def test_an_invalid_request_gets_a_problem(client: Client, cast: Cast, path: str, status: int) -> None:
    response = client.get(path)
    told = response.json()
    assert response.headers["Content-Type"] == "application/problem+json"
    assert (response.status_code, told["status"]) == (status, status)
    assert told["title"]
    assert told["detail"]


def test_all_errors_are_reported_together(client: Client, cast: Cast) -> None:
    told = client.get(f"{BASE}/initiatieven?aantal=veel&helft=midden&na=kapot").json()
    assert [one["name"] for one in told["errors"]] == ["aantal", "na", "helft"]
    assert told["errors"][0]["detail"] == "Dit moet een heel getal zijn."
    assert told["errors"][2]["detail"] == "Kies uit 'bewoners', 'overheid' of 'ondernemers'."


def test_a_wrong_name_and_a_wrong_value_are_reported_together(client: Client, cast: Cast) -> None:
    """API Design Rules: report all errors at once, so that a client need not fix them one by one."""
    told = client.get(f"{BASE}/initiatieven?aantal=0&thma=wonen&fase=idee&fase=doel&thma=werk").json()
    assert [(one["name"], one["detail"]) for one in told["errors"]] == [
        ("aantal", "Dit moet minstens 1 zijn."),
        ("thma", "Deze parameter kennen we niet."),
        ("fase", "Deze parameter mag er één keer staan."),
    ]


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options", "trace"])
def test_writing_is_refused(client: Client, cast: Cast, method: str) -> None:
    response = getattr(client, method)(f"{BASE}/initiatieven")
    assert (response.status_code, response.headers["Allow"]) == (405, "GET, HEAD")
    assert response.json()["status"] == 405


def test_head_answers_without_a_body(client: Client, cast: Cast) -> None:
    response = client.head(f"{BASE}/initiatieven")
    assert (response.status_code, response.content) == (200, b"")


@pytest.mark.parametrize("accept", ["text/html", "application/geo+json"])
def test_an_unknown_format_is_not_acceptable(client: Client, cast: Cast, accept: str) -> None:
    response = client.get(f"{BASE}/opgaven", headers={"accept": accept})
    assert (response.status_code, response.headers["Content-Type"]) == (406, "application/problem+json")


@pytest.mark.parametrize(
    "path", ["/api/v1/initiatieven", "/api/v1/openapi.json", "/api/v1/niets", "/api/v1/opgaven?aantal=0"]
)
def test_every_answer_has_the_headers_of_the_design_rules(client: Client, cast: Cast, path: str) -> None:
    response = client.get(path, headers={"origin": "https://elders.example"})
    assert {name: response.headers[name] for name in HEADERS} == HEADERS


CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"


@pytest.mark.parametrize(
    "path", ["gebieden", "gebieden/GM0150", "initiatieven", "initiatieven?formaat=geojson"]
)
@pytest.mark.parametrize("asked", ["", CRS84, f"<{CRS84}>", "EPSG:4326"])
def test_an_answer_with_places_names_its_coordinate_system(
    client: Client, cast: Cast, path: str, asked: str
) -> None:
    response = client.get(f"{BASE}/{path}", headers={"accept-crs": asked} if asked else {})
    assert (response.status_code, response.headers["Content-Crs"]) == (200, f"<{CRS84}>")


def test_an_unknown_coordinate_system_is_not_acceptable(client: Client, cast: Cast) -> None:
    """Otherwise a client that asks for RD gets degrees, and draws Deventer in the North Sea."""
    response = client.get(f"{BASE}/gebieden", headers={"accept-crs": "EPSG:28992"})
    assert (response.status_code, response.headers["Content-Type"]) == (406, "application/problem+json")
    assert "WGS84" in response.json()["detail"]
    assert "Content-Crs" not in response.headers


def test_a_preflight_allows_accept_crs_from_another_site(client: Client, cast: Cast) -> None:
    """A browser asks first whether it may send a custom header."""
    asks = {"origin": "https://elders.example", "access-control-request-method": "GET"}
    response = client.options(
        f"{BASE}/gebieden", headers=asks | {"access-control-request-headers": "accept-crs"}
    )
    assert (response.status_code, response.content) == (204, b"")
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert response.headers["Access-Control-Allow-Methods"] == "GET, HEAD"
    assert response.headers["Access-Control-Allow-Headers"] == "Accept-Crs"


def test_pages_keep_their_own_headers(client: Client, cast: Cast) -> None:
    assert "API-Version" not in client.get("/bestaat-niet/").headers


@pytest.mark.parametrize("noun", ["initiatieven", "opgaven", "afspraken"])
def test_a_single_thing_in_another_format_is_not_acceptable(client: Client, cast: Cast, noun: str) -> None:
    response = client.get(f"{BASE}/{noun}/2222222222", headers={"accept": "text/html"})
    assert (response.status_code, response.headers["Content-Type"]) == (406, "application/problem+json")
