"""What validators and screen readers found on our pages, asked of every page."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import reverse

from tests.cast import Cast
from tests.matrix.row import ROLES
from tests.matrix.rows import all_rows
from tests.matrix.world import World, build
from tests.web.at_the_door import walk_in
from tests.web.test_styles import unstyled

MOMENT = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d[+-]\d\d:\d\d)?")


# A part of a page that a script asks for, and the screen on the wall: nobody finds or shares these.
FRAMELESS = {"search:near", "deliberation:screen", "gatherings:screen"}


def pages(world: World, role: str) -> Iterator[tuple[str, str]]:
    """Path and text of every page that this role may read."""
    client = walk_in(world.roles[role])
    for row in all_rows():
        if row.method == "GET" and row.expects[role] == 200 and row.route not in FRAMELESS:
            path = reverse(row.route, args=[world.fill(name) for name in row.args])
            answer = client.get(path)
            if answer.status_code == 200 and answer.headers["Content-Type"].startswith("text/html"):
                yield path, answer.text


def wrong_with(path: str, html: str) -> Iterator[str]:
    """What a validator would say."""
    yield from (
        f"datetime {at}" for at in re.findall(r'datetime="([^"]*)"', html) if not MOMENT.fullmatch(at)
    )
    yield from (f"no type: {tag}" for tag in re.findall(r"<button[^>]*>", html) if "type=" not in tag)
    yield from re.findall(r'action=""', html)
    yield from re.findall("›", html)
    head = html.partition("</head>")[0]
    if f'<link rel="canonical" href="http://127.0.0.1:8000{path}">' not in head:
        yield "no canonical"
    if not re.search(r"– Middenstip(\s+(Deventer|Lettele|Roermond|Het pleintje))?\s*</title>", head):
        yield f"title: {head.partition('<title>')[2].partition('</title>')[0].strip()}"
    if not re.search(r'<meta name="description" content="[^"]{12,200}">', head):
        yield "no description"
    missing = {"og:title", "og:url", "og:type", "og:site_name", "og:description"}
    yield from missing - set(re.findall(r'property="([^"]*)" content="[^"]+"', head))


@pytest.mark.parametrize("role", ROLES)
def test_every_page_is_valid_and_asks_for_the_sheets_it_needs(cast: Cast, role: str) -> None:
    """Both questions in one walk: it opens some four hundred pages."""
    wrong, missing = {}, {}
    for path, html in pages(build(cast), role):
        wrong[path] = [*wrong_with(path, html)]
        missing[path] = unstyled(html)
    assert {path: found for path, found in wrong.items() if found} == {}
    assert {path: found for path, found in missing.items() if found} == {}


def test_the_links_of_a_list_begin_with_what_they_lead_to(cast: Cast) -> None:
    """Not with the sixty characters of who takes part: a screen reader lists links by their first words."""
    world = build(cast)
    assert world.agreement.goal
    html = walk_in(None).get("/tafels/").text
    links = re.findall(r'<a class="ms-init"[^>]*>(.*?)</a>', html, re.DOTALL)
    said = [re.sub(r"<[^>]+>", " ", one).strip() for one in links]
    assert [one.startswith(world.agreement.goal.title) for one in said] == [True]


def test_a_page_leaves_compressed_and_its_size_tells_nothing(db: None) -> None:
    """Random bytes come along, so that nobody guesses a secret from the size of an answer (BREACH)."""
    client = Client(headers={"accept-encoding": "gzip"})
    answers = [client.get("/privacy/") for _ in range(12)]
    assert {answer["Content-Encoding"] for answer in answers} == {"gzip"}
    assert "Accept-Encoding" in answers[0]["Vary"]
    sizes = {len(answer.content) for answer in answers}
    assert len(sizes) > 1
    assert max(sizes) < len(Client().get("/privacy/").content) / 2


def test_the_api_leaves_compressed_too(cast: Cast) -> None:
    build(cast)
    answer = Client(headers={"accept-encoding": "gzip"}).get("/api/v1/initiatieven")
    assert answer["Content-Encoding"] == "gzip"


def test_no_page_may_use_a_camera_or_a_place(db: None) -> None:
    policy = Client().get("/").headers["Permissions-Policy"]
    assert {"camera=()", "geolocation=()", "microphone=()", "publickey-credentials-get=(self)"} <= set(
        policy.split(", ")
    )
