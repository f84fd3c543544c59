"""English as the second language: everything translated, nothing half translated."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.apps import apps
from django.core import mail, serializers
from django.test import Client
from django.urls import reverse
from django.utils import translation
from tools import messages
from tools.wording import wording

from middenstip.domain.agreements.models import Agreement
from middenstip.domain.goals.models import Goal, Letter, Version
from middenstip.domain.initiatives.models import Initiative, Partner, ReinsCard
from middenstip.domain.intake import services as intake
from middenstip.domain.intake.models import Action
from middenstip.kernel import clock
from middenstip.kernel.half import Half
from middenstip.web.shared import dates
from tests.cast import Cast, person, taken
from tests.matrix.rows import all_rows
from tests.matrix.world import World, build
from tests.web.at_the_door import Visitor, walk_in

messages.build()  # before the first test reads a translation
ENGLISH = {"accept-language": "en"}
FILES = messages.files(messages.ENGLISH)
CATALOGUE = {messages.said(entry): messages.translated(entry) for file in FILES.values() for entry in file}
NEW = "run: PYTHONPATH=src .venv/bin/python -m tools.messages --new"
GAPS = re.compile(r"%\(\w+\)[sd]|%s|\{\w*\}|</?\w+")
# The same in both languages.
SAME = {
    *"menu privacy contact tribune middenstip project open motto cookies nov pdf kb geojson".split(),  # noqa: SIM905
    *"document november min professional consent begin intake agenda meet-up deep democracy scans".split(),  # noqa: SIM905
    "excel",
}
OURS = re.compile(
    r"hallo@middenstip\.example|nationaleombudsman\.nl|autoriteitpersoonsgegevens\.nl|WCAG.*549\)"
    r"|overheid \d, Dienst \d+"
)
TYPED = "middenstip.domain"  # the rows that hold what people typed
ROLES = ("anonymous", "initiator", "handler")
# allauth's own page, the page that is bilingual itself, and our samples.
NOT_OURS = ("account_reauthenticate", "mfa_reauthenticate", "about:language", "gallery")


VOID = {"meta", "link", "input", "br", "hr", "img", "path", "circle", "rect"}
EMPTY = "<body>"


@pytest.fixture
def world(cast: Cast) -> World:
    return build(cast)


def _texts(html: str) -> set[str]:
    """What one can read on a page, and what a screen reader says."""
    body = re.sub(r'<(\w+) lang="nl".*?</\1>', "\n", html[html.index("<body") :], flags=re.DOTALL)  # says so
    said = re.findall(r'(?:aria-label|title|alt|placeholder)="([^"]+)"', body)
    plain = re.sub(r"<(script|style|svg)\b.*?</\1>|<[^>]+>", "\n", body, flags=re.DOTALL)
    return {" ".join(text.split()) for text in [*plain.split("\n"), *said]}


def _words_of_people() -> set[str]:
    """Every word that somebody typed: that is never translated."""
    rows = [
        row for kind in apps.get_models() if kind.__module__.startswith(TYPED) for row in kind.objects.all()
    ]
    typed = serializers.serialize("json", rows, ensure_ascii=False).replace("\\n", " ")
    return {word.lower() for word in re.findall(r"[\w@.-]*\w", typed)} - {half.value for half in Half}


def test_every_dutch_text_is_in_the_catalogue_and_nothing_else() -> None:
    assert set(wording()) ^ set(CATALOGUE) == set(), NEW


def test_every_text_stands_in_the_file_of_the_room_that_says_it() -> None:
    """A new room brings its own file; a text that two rooms say stands with the lowest of them."""
    stands = {(messages.said(entry), room) for room, file in FILES.items() for entry in file}
    assert stands ^ set(wording().items()) == set(), NEW
    assert sum(map(len, FILES.values())) == len(CATALOGUE)


def test_the_files_of_the_rooms_are_joined_into_one(tmp_path: Path) -> None:
    room, frame = (tmp_path / f"{name}.po" for name in ("goals", "frame"))
    room.write_text('msgid ""\nmsgstr ""\n"Language: en\\n"\n\nmsgid "tafel"\nmsgstr "table"\n')
    frame.write_text('msgid ""\nmsgstr ""\n"Language: en\\n"\n\nmsgid "ja"\nmsgstr "yes"\n')
    together = {entry.msgid: entry.msgstr for entry in messages.joined(tmp_path)}
    assert together == {"ja": "yes", "tafel": "table"}
    frame.write_text(room.read_text())
    with pytest.raises(ValueError, match="tafel"):
        messages.joined(tmp_path)


def test_every_text_is_translated() -> None:
    empty = [
        (f"locale/en/{room}.po", entry.msgid)
        for room, file in FILES.items()
        for entry in file
        if len(messages.translated(entry)) != len(messages.said(entry)) or not all(messages.translated(entry))
    ]
    assert empty == []


def test_gaps_and_tags_are_the_same_in_both_languages() -> None:
    pairs = [pair for said, to in CATALOGUE.items() if all(to) for pair in zip(said, to, strict=True)]
    assert [pair for pair in pairs if sorted(GAPS.findall(pair[0])) != sorted(GAPS.findall(pair[1]))] == []


def test_catalogue_is_written_as_our_own_tool_writes_it() -> None:
    for room, file in FILES.items():
        assert [messages.said(entry) for entry in file] == sorted(map(messages.said, file)), room
        assert (messages.ENGLISH / f"{room}.po").read_text() == str(file), room


def test_refusals_and_plurals_come_out_in_english() -> None:
    with translation.override("en"):
        assert translation.gettext("Dit mag je niet") == "You may not do this"
        assert (
            translation.ngettext("%(count)s dag te laat", "%(count)s dagen te laat", 2)
            == "%(count)s days late"
        )
    assert translation.gettext("Dit mag je niet") == "Dit mag je niet"


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


class _Unmarked(HTMLParser):
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


def _written() -> set[str]:
    """The texts of more than one word that stand in those columns."""
    found = {
        str(value)
        for model, names in WRITTEN
        for row in model._default_manager.values_list(*names)
        for value in row
        if " " in str(value)
    }
    assert len(found) > 5
    return found


def _unmarked(html: str, written: set[str]) -> set[str]:
    reader = _Unmarked(written)
    reader.feed(html)
    return reader.found


@pytest.mark.parametrize("role", ROLES)
def test_only_what_people_wrote_stays_dutch_and_is_read_as_dutch(world: World, role: str) -> None:
    known, written = _words_of_people() | SAME, _written()
    halfway, unmarked = [], {}
    client = walk_in(world.roles[role])
    for row in all_rows():
        if row.method == "GET" and row.expects[role] == 200 and not row.route.startswith(NOT_OURS):
            url = reverse(row.route, args=[world.fill(name) for name in row.args])
            dutch, english = _in_both(client, url)
            halfway += [(url, text) for text in _texts(dutch) & _texts(english) if not _words(text) <= known]
            unmarked[url] = _unmarked(english, written)
    assert halfway == []
    assert {url: found for url, found in unmarked.items() if found} == {}


def _in_both(client: Client, url: str) -> tuple[str, str]:
    """A page in Dutch and in English; two empty ones for what is no page of ours."""
    answers = [client.get(url, headers={"accept-language": language}) for language in ("nl", "en")]
    if any(answer.streaming for answer in answers):  # a file
        return EMPTY, EMPTY
    dutch, english = (answer.content.decode(errors="replace") for answer in answers)
    if "<html" not in english:
        return EMPTY, EMPTY
    assert ('<html lang="nl"' in dutch, '<html lang="en"' in english) == (True, True), url
    return dutch, english


def _words(text: str) -> set[str]:
    words = re.findall(r"[\w@.-]*\w", OURS.sub("", text))
    return {word.lower() for word in words if re.search("[a-z]", word)}


def test_dates_are_english_too() -> None:
    with translation.override("en"):
        assert dates.moment(datetime(2026, 3, 1, 19, 31, tzinfo=UTC)) == "1 March 2026, 20.31"
        assert dates.short_date(date(2026, 11, 19)) == "19 Nov"
        assert dates.day_date(date(2026, 12, 4)) == "Friday 4 December"
        assert dates.days_left(date(2026, 12, 4), date(2026, 12, 1)) == "3 days left"


def test_the_day_of_what_waits_keeps_its_capitals(cast: Cast) -> None:
    case = taken(cast)
    intake.plan_action(
        by=cast.samira, case=case, text="Bel de buren", due_on=date(2026, 12, 4), at=cast.tick()
    )
    marijke = Visitor(headers=ENGLISH)
    marijke.force_login(person(cast.marijke))
    with clock.frozen(cast.at):
        assert 'class="ms-wanneer">Friday 4 December<' in marijke.get("/mijn/").content.decode()


def test_a_kept_tribune_is_kept_per_language(cast: Cast) -> None:
    client = walk_in(None)
    heads = [
        re.findall(
            r"<h2[^>]*>(?:<svg.*?</svg>)?([^<]+)",
            client.get("/gebied/WK015014/", headers=asks).content.decode(),
        )
        for asks in ({"accept-language": "nl"}, ENGLISH, {"accept-language": "nl"}, ENGLISH)
    ]
    assert len(heads[0]) > 2
    assert heads[0] == heads[2]
    assert heads[1] == heads[3]
    assert set(heads[0]) & set(heads[1]) == set()


@pytest.mark.django_db
def test_the_switch_is_remembered_above_the_browser() -> None:
    client = walk_in(None)
    answer = client.post("/taal/kies/", {"language": "en", "next": "/over/"})
    assert (answer.status_code, answer["Location"]) == (302, "/over/")
    assert '<html lang="en"' in client.get("/over/", headers={"accept-language": "nl"}).content.decode()
    client.post("/taal/kies/", {"language": "nl", "next": "/over/"})
    assert '<html lang="nl"' in client.get("/over/", headers=ENGLISH).content.decode()


@pytest.mark.django_db
def test_any_other_browser_reads_dutch() -> None:
    assert '<html lang="nl"' in Client().get("/over/", headers={"accept-language": "fr"}).content.decode()


def test_mail_stays_dutch_for_a_reader_of_english(cast: Cast) -> None:
    client = Client(headers=ENGLISH)
    client.post(reverse("account_request_login_code"), {"email": person(cast.marijke).email})
    assert [message.subject.partition(":")[0] for message in mail.outbox] == ["Je code voor Middenstip"]


@pytest.mark.django_db
def test_what_cannot_be_read_is_said_in_the_language_of_the_reader() -> None:
    answer = Client().get("/initiatieven/?q=%00", headers=ENGLISH)
    assert answer.status_code == 400
    assert "It holds a character that we cannot read (NUL)." in answer.content.decode()
