"""Every room declares everything about itself: anything missing is refused, never skipped."""

from __future__ import annotations

import re
from dataclasses import fields
from importlib import import_module
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.db.models import Field, Model
from django.urls import resolve

from middenstip import domain, notices
from middenstip.domain.parties.rules import ROLES
from middenstip.domain.reports.selectors import SILENT, TOLD
from middenstip.domain.reports.selectors.my_data import KEPT
from middenstip.domain.reports.selectors.sentences import LINKED, SEATS
from middenstip.domain.reports.selectors.taking_part import TAKES_PART
from middenstip.domain.rooms import NOUNS, ROOMS, STAIRS, path_to
from middenstip.journal.fact import KINDS, Fact
from middenstip.journal.told import ByDay, Choice, Halves, Silent, Told
from middenstip.kernel.face import Face, Kept, Noun
from middenstip.notices.heard import AUDIENCES, POLICIES, POSTS, THINGS
from middenstip.notices.kept import KEPT as KEPT_BY_POST
from middenstip.notices.letters import OWN_PAGE
from middenstip.notices.models import Notice
from middenstip.notices.policy import MINE
from middenstip.notices.unsubscribe import PATH

ROOT = Path(__file__).parents[2]
FOLDERS = {path.parent.name for path in Path(domain.__path__[0]).glob("*/__init__.py")}
FACES = [pytest.param(room, id=room.name) for room in ROOMS]
ALL_KEPT = (*KEPT, *KEPT_BY_POST)
# Relations to people in apps of Django and allauth: `erase_everywhere` deletes their rows.
AT_THE_DOOR = {
    "account.EmailAddress.user": "the address to log in with",
    "mfa.Authenticator.user": "the passkey to log in with",
    "admin.LogEntry.user": "who changed what in the technical administration",
}

for _room in FOLDERS:
    if (Path(domain.__path__[0]) / _room / "facts.py").exists():
        import_module(f"middenstip.domain.{_room}.facts")


def facts_of(room: str) -> set[type[Fact]]:
    return {fact for fact in KINDS.values() if fact.__module__ == f"middenstip.domain.{room}.facts"}


def model_of(label: str) -> type[Model]:
    return apps.get_model(label)


# The list


def test_every_room_is_in_the_list_under_its_own_name() -> None:
    assert set(STAIRS) == FOLDERS
    assert {room.name for room in ROOMS} == FOLDERS - {"reports"}
    for room in ROOMS:
        assert import_module(f"middenstip.domain.{room.name}.face").FACE is room


def test_the_settings_install_every_room() -> None:
    installed = [name for name in settings.INSTALLED_APPS if name.startswith("middenstip.domain.")]
    assert installed == [f"middenstip.domain.{room}" for room in STAIRS]


def test_the_import_contract_has_the_rooms_in_the_order_of_the_list() -> None:
    plan = (ROOT / ".importlinter").read_text()
    (layers,) = re.findall(r"containers = middenstip\.domain\nlayers =\n((?:    .+\n)+)", plan)
    built = [name for name in re.split(r"[\s|]+", layers.strip()) if not name.startswith("(")]
    assert [name for name in reversed(built) if name != "rooms"] == list(STAIRS)


def test_docs_huis_has_the_rooms_in_the_order_of_the_list() -> None:
    text = (ROOT / "docs/huis.md").read_text()
    table = text[text.index("| kamer |") :]
    assert list(reversed(re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE))) == list(STAIRS)


def test_notices_know_every_room() -> None:
    assert list(POSTS) == [room.name for room in ROOMS]
    files = {path.stem for path in (Path(notices.__path__[0]) / "rooms").glob("[a-z]*.py")}
    assert files == set(POSTS)


# Told


@pytest.mark.parametrize("room", FACES)
def test_every_fact_of_a_room_is_in_its_told(room: Face[Told | Silent]) -> None:
    assert set(room.told) ^ facts_of(room.name) == set(), f"domain/{room.name}/told.py"


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_exactly_the_public_facts_are_told(kind: str) -> None:
    assert (kind in TOLD) == KINDS[kind].public, "Told for a public fact, Silent for another: told.py"
    assert (kind in SILENT) != KINDS[kind].public


def test_every_silent_fact_has_a_reason() -> None:
    heard = [one for post in POSTS.values() for one in post.heard.values()]
    assert [one for one in heard if isinstance(one, Silent) and not one.why.strip()] == []
    assert [kind for kind, why in SILENT.items() if not why.strip()] == []


@pytest.mark.parametrize("kind", sorted(TOLD))
def test_a_sentence_has_only_placeholders_of_its_fact(kind: str) -> None:
    told, data = TOLD[kind], {one.name for one in fields(KINDS[kind])}
    gaps = {gap for words in told.wordings for gap in re.findall(r"\{(\w+)\}", words)}
    assert gaps - data - set(NOUNS) - {"who"} == set()
    for words in told.wordings:
        linked = [noun for noun in LINKED if f"{{{noun}}}" in words]
        assert set(linked) <= {"initiative", kind.partition(".")[0]}
        assert len(linked) <= 1
    keys = [one.key for one in (told.sentence, told.mark) if isinstance(one, Choice)]
    keys += told.halves if isinstance(told.halves, tuple) else ()
    assert set(keys) | set(told.seats) <= data
    assert gaps & set(SEATS) == set(told.seats)


def test_a_mark_or_half_that_depends_on_the_thing_can_be_looked_up() -> None:
    for kind, told in TOLD.items():
        noun = NOUNS[kind.partition(".")[0]]
        assert noun.acted is not None or told.halves is not Halves.OF_THING
        assert noun.more or not isinstance(told.mark, ByDay)


# Nouns


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_the_subject_of_every_fact_is_a_noun_of_its_room(kind: str) -> None:
    room = KINDS[kind].__module__.split(".")[-2]  # told or not: that is another test
    (nouns,) = [{noun.key for noun in one.nouns} for one in ROOMS if one.name == room]
    assert kind.partition(".")[0] in nouns, f"domain/{room}/face.py"


@pytest.mark.parametrize("noun", NOUNS.values(), ids=NOUNS)
def test_every_noun_has_a_page_and_a_name(noun: Noun, db: None) -> None:
    found = resolve(path_to(noun.key, "x"))
    assert found.view_name == ("mine:index" if noun.path == OWN_PAGE else found.view_name)
    assert list(found.kwargs.values()) == ([] if noun.path == OWN_PAGE else ["x"])
    assert noun.word
    columns = [one for one in (noun.code, noun.name, noun.more) if one]
    assert list(model_of(noun.model)._default_manager.values_list(*columns)) == []


def test_no_two_rooms_have_the_same_noun() -> None:
    assert len(NOUNS) == sum(len(room.nouns) for room in ROOMS)


# Notices


@pytest.mark.parametrize("room", FACES)
def test_every_fact_has_a_policy_or_is_silent(
    room: Face[Told | Silent],
) -> None:
    heard, below = POSTS[room.name].heard, STAIRS[: STAIRS.index(room.name)]
    assert facts_of(room.name) - set(heard) == set(), f"notices/rooms/{room.name}.py"
    assert set(heard) - facts_of(room.name) <= {fact for other in below for fact in facts_of(other)}


def test_every_notice_links_to_an_existing_page() -> None:
    pages = {policy.page for some in POLICIES.values() for policy in some}
    assert pages - {MINE} <= set(THINGS)
    assert set(THINGS) <= set(NOUNS)
    assert resolve(OWN_PAGE).view_name == "mine:index"
    assert resolve(PATH.format("x")).view_name == "post:unsubscribe"


def test_every_audience_has_one_reason_for_its_mail() -> None:
    used = [audience for some in POLICIES.values() for policy in some for audience in policy.to]
    assert {(one.key, one.why) for one in used} == {(key, one.why) for key, one in AUDIENCES.items()}
    longest = Notice._meta.get_field("why").max_length
    assert longest
    assert [one.key for one in used if not one.why or len(one.key) > longest] == []


def test_every_policy_has_a_template_and_no_template_is_unused() -> None:
    folder = Path(notices.__path__[0]) / "templates" / "notices" / "kinds"
    written = {file.name for file in folder.iterdir()}
    asked = {
        f"{kind}.{policy.text}.txt" if policy.text else f"{kind}.txt"
        for kind, some in POLICIES.items()
        for policy in some
    }
    assert asked ^ written == set(), f"in {folder.relative_to(ROOT)}"


# Kept


def relations() -> set[str]:
    """Every relation of a model to a person or a seat, as *app.Model.field*."""
    return {
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if isinstance(field, Field)
        and field.is_relation
        and field.related_model
        and field.related_model._meta.label in ("parties.Person", "parties.Seat")
    }


def test_every_relation_to_a_person_or_seat_is_in_kept_or_not_kept() -> None:
    kept = {f"{one.model}.{one.path}" for one in ALL_KEPT if "__" not in one.path}
    reasons = {relation: why for room in ROOMS for relation, why in room.not_kept.items()} | AT_THE_DOOR
    assert kept | set(reasons) == relations()
    assert kept & set(reasons) == set()
    assert [relation for relation, why in reasons.items() if not why.strip()] == []


def test_a_room_declares_only_its_own_models() -> None:
    for room in ROOMS:
        labels = [*room.not_kept, *(one.model for one in (*room.nouns, *room.kept, *room.takes_part))]
        assert {label.partition(".")[0] for label in labels} <= {room.name}


@pytest.mark.parametrize("kept", ALL_KEPT, ids=lambda one: one.word)
def test_kept_data_leads_to_a_person_and_has_a_line_on_the_privacy_page(kept: Kept, db: None) -> None:
    end = {"person": "parties.Person", "seat": "parties.Seat"}[kept.of]
    model = model_of(kept.model)
    for name in kept.path.split("__"):
        related = model._meta.get_field(name).related_model
        assert isinstance(related, type)
        model = related
    assert model._meta.label == end
    from middenstip.web.pages.about.statement import kept as shown

    line = {"what": kept.under.what, "why": kept.under.why, "long": kept.under.long}
    assert line in shown()


def test_every_heading_of_the_export_is_used_once() -> None:
    words = [one.word for one in ALL_KEPT]
    assert len(words) == len(set(words))


# Takes part


def test_ways_to_take_part_have_unique_keys_and_places() -> None:
    assert len({part.key for part in TAKES_PART}) == len(TAKES_PART)
    assert len({part.place for part in TAKES_PART}) == len(TAKES_PART)
    assert {part.role for part in TAKES_PART} - set(ROLES) == {""}
    assert [part.key for part in TAKES_PART if AUDIENCES[part.key].why != part.why] == []


# Searched


def test_every_searched_noun_names_existing_columns_and_facts() -> None:
    for one in (searched for room in ROOMS for searched in room.searched):
        model = model_of(NOUNS[one.noun].model)
        assert all(model._meta.get_field(text) for text in one.texts)
        assert bool(one.reader) == bool(one.kinds)
        assert {kind.partition(".")[0] for kind in one.kinds} <= {one.noun}
        assert set(one.kinds) <= set(KINDS)


# The turns


@pytest.mark.parametrize("room", FACES)
def test_a_room_with_turns_declares_them(room: Face[Told | Silent]) -> None:
    """*Mijn* collects the rows of all rooms from these declarations: others would be missing there."""
    has_turns = (Path(domain.__path__[0]) / room.name / "turns.py").exists()
    assert (room.turns is not None) == has_turns
    if room.turns:
        assert room.turns() is import_module(f"middenstip.domain.{room.name}.turns").TURNS
