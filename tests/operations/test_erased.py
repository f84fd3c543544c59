"""The list of who was erased: an id and a moment, once the worker came by, readable after a full disk."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from middenstip.domain.parties.models import Person
from middenstip.journal import erased
from middenstip.kernel.verdict import Refused
from middenstip.notices.tasks import bring_round
from middenstip.web.shared.erasing import erase_again, erase_everywhere
from tests.cast import Cast


@pytest.fixture
def path(settings: Any, tmp_path: Path) -> Path:
    settings.ERASED_LIST = tmp_path / "lists" / "erased.jsonl"
    return tmp_path / "lists" / "erased.jsonl"


def erase(cast: Cast, key: str) -> str:
    actor = getattr(cast, key)
    erase_everywhere(person=Person.objects.get(pk=actor.person_id), by=actor, at=cast.tick())
    return str(actor.person_public_id)


def test_the_worker_adds_each_of_them_once(cast: Cast, path: Path) -> None:
    gone = [erase(cast, "gerrit"), erase(cast, "tarik")]
    bring_round()
    bring_round()
    told = [json.loads(line) for line in path.read_text().splitlines()]
    assert [line["person"] for line in told] == gone
    assert all(set(line) == {"person", "at"} for line in told)
    assert erased.complete_list() == 0
    assert path.stat().st_mode & 0o777 == 0o600


def test_half_a_line_spoils_no_other(cast: Cast, path: Path) -> None:
    path.parent.mkdir()
    path.write_text('{"person": "abc')
    gone = erase(cast, "gerrit")
    assert erased.complete_list() == 1
    assert erased.listed([path, path.with_name("none")]) == {gone}


def test_a_list_that_cannot_be_read_is_told(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(Refused, match="is niet te lezen"):
        erased.listed([path])


def test_only_who_came_back_is_erased_again(cast: Cast) -> None:
    gone = erase(cast, "gerrit")
    back = cast.tarik.person_public_id
    assert erase_again([gone, back, "2222222222"], at=cast.tick()) == 1
    person = Person.objects.get(public_id=back)
    assert (person.name, person.email) == ("", None)
    assert erase_again([gone, back], at=cast.tick()) == 0


def test_without_a_place_no_list_is_kept(cast: Cast, settings: Any) -> None:
    settings.ERASED_LIST = None
    erase(cast, "gerrit")
    assert (erased.keep_list(), erased.complete_list()) == (0, 0)
