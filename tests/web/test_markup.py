"""What validators and screen readers found on our pages, asked of every page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from middenstip.domain.agreements.models import Agreement
from middenstip.domain.goals.models import Goal, Letter, Version
from middenstip.domain.initiatives.models import Initiative, Partner, ReinsCard
from middenstip.domain.intake.models import Action
from tests.cast import Cast
from tests.matrix.row import ROLES
from tests.matrix.rows import all_rows
from tests.matrix.world import World, build
from tests.web.at_the_door import walk_in

MOMENT = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d[+-]\d\d:\d\d)?")


# A part of a page that a script asks for, and the screen on the wall: nobody finds or shares these.
FRAMELESS = {"search:near", "deliberation:screen"}
VOID = {"meta", "link", "input", "br", "hr", "img", "path", "circle", "rect"}


def pages(world: World, role: str, **more: Any) -> Iterator[tuple[str, str]]:
    """Path and text of every page that this role may read."""
    client = walk_in(world.roles[role])
    for row in all_rows():
        if row.method == "GET" and row.expects[role] == 200 and row.route not in FRAMELESS:
            path = reverse(row.route, args=[world.fill(name) for name in row.args])
            answer = client.get(path, **more)
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
    if not re.search(r'<meta name="description" content="[^"]{12,200}">', head):
        yield "no description"
    missing = {"og:title", "og:url", "og:type", "og:site_name", "og:description"}
    yield from missing - set(re.findall(r'property="([^"]*)" content="[^"]+"', head))


@pytest.mark.parametrize("role", ROLES)
def test_every_page_is_as_a_validator_wants_it(cast: Cast, role: str) -> None:
    found = {path: wrong for path, html in pages(build(cast), role) if (wrong := [*wrong_with(path, html)])}
    assert found == {}


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


# The texts that people write in their own words; names of people and places are the same in every language.
WRITTEN = (
    (Initiative, ("title", "motto", "what", "why")),
    (ReinsCard, ("fixed", "negotiable", "open")),
    (Partner, ("brings", "gets", "fears")),
    (Goal, ("title", "question")),
    (Version, ("text",)),
    (Letter, ("text",)),
    (Agreement, ("what", "conditions")),
    (Action, ("text",)),
)


class Unmarked(HTMLParser):
    """Collects the written texts that stand on a page without the language they are in."""

    def __init__(self, written: set[str]) -> None:
        super().__init__()
        self.written, self.found = written, set[str]()
        self.stack: list[tuple[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.stack.append((tag, dict(attrs).get("lang")))

    def handle_endtag(self, tag: str) -> None:
        while self.stack and self.stack.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        language = next((lang for _tag, lang in reversed(self.stack) if lang), None)
        tags = {tag for tag, _lang in self.stack}
        if language != "nl" and not tags & {"title", "textarea"} and data.strip(" “”\n") in self.written:
            self.found.add(data.strip())


def test_what_people_wrote_is_read_as_dutch_on_an_english_page(cast: Cast) -> None:
    world = build(cast)
    written = {
        str(value)
        for model, names in WRITTEN
        for row in model._default_manager.values_list(*names)
        for value in row
        if " " in str(value)
    }
    assert len(written) > 5
    missing = {}
    for role in ROLES:
        for path, html in pages(world, role, headers={"accept-language": "en"}):
            reader = Unmarked(written)
            reader.feed(html)
            missing |= {path: reader.found} if reader.found else {}
    assert missing == {}
