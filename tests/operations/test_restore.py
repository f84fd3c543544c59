"""What cannot be put back is refused in one sentence and nothing changes; who was erased stays erased."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from middenstip.kernel.verdict import Refused
from middenstip.operations import archive
from middenstip.operations.restore import FULL, NEWER, RUNNING
from tests.lived_in import lived_in
from tests.operations.machines import Machine

ERASE = """
from middenstip.domain.parties.models import Person
from middenstip.kernel import clock
from middenstip.kernel.actor import Unseated
from middenstip.web.shared.erasing import erase_everywhere
gerrit = Person.objects.get(email__startswith="gerrit@")
erase_everywhere(person=gerrit, by=Unseated(gerrit.pk, gerrit.public_id), at=clock.now())
"""
WHO = """
from middenstip.domain.parties.models import Person
print(sorted(Person.objects.exclude(email=None).values_list("email", flat=True)))
"""


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Machine:
    """A platform with a history, keys, a sealed and an open backup; a test that changes it takes a copy."""
    machine = Machine(tmp_path_factory.mktemp("lived"))
    lived_in(tmp_path_factory, machine.folder)
    keys = machine.does("backup", "--new-key")
    (machine.folder / "key.txt").write_text(keys)
    public = keys.split("BACKUP_KEY=")[1].split()[0]
    machine.does("backup", "--to", str(machine.folder / "sealed"), BACKUP_KEY=public)
    machine.does("backup", "--to", str(machine.folder / "open"))
    return machine


@pytest.fixture
def machine(lived: Machine, tmp_path: Path) -> Machine:
    shutil.copytree(lived.folder, tmp_path / "copy")
    return Machine(tmp_path / "copy")


def one(machine: Machine, kind: str) -> Path:
    (path,) = (machine.folder / kind).glob("middenstip-*")
    return path


def test_a_sealed_backup_opens_with_its_own_key_only(machine: Machine, tmp_path: Path) -> None:
    path, other = one(machine, "sealed"), tmp_path / "other.txt"
    assert path.name.endswith(".tar.gz.age")
    assert b"rows/" not in path.read_bytes()
    new = Machine(tmp_path / "new")
    other.write_text(machine.does("backup", "--new-key"))
    assert new.refuses("restore", str(path), "--yes") == archive.NO_KEY
    assert new.refuses("restore", str(path), "--yes", "--key", str(other)) == archive.WRONG_KEY
    assert "rijen" in new.does("restore", str(path), "--yes", "--key", str(machine.folder / "key.txt"))
    assert new.python(WHO) == machine.python(WHO)


@pytest.mark.parametrize("kind", ["sealed", "open"])
def test_an_altered_backup_is_not_unpacked(kind: str, lived: Machine, tmp_path: Path) -> None:
    """A byte anywhere, and an end anywhere."""
    whole = one(lived, kind).read_bytes()
    keys = (lived.folder / "key.txt").read_text().split()
    place = 0
    for place in [*range(24), *range(300, len(whole), len(whole) // 24), len(whole) - 1]:
        for wrong in (whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :], whole[:place]):
            assert_not_unpacked(wrong, keys[-1], tmp_path)
    assert place == len(whole) - 1


def assert_not_unpacked(wrong: bytes, secret: str, tmp_path: Path) -> None:
    with archive.work_folder(tmp_path) as work:
        (work / "parts").mkdir()
        path = tmp_path / "wrong"
        path.write_bytes(wrong)
        with pytest.raises(Refused) as no:
            archive.unpack(path, work / "parts", secret)
    assert no.value.reason in (archive.DAMAGED, archive.NOT_OURS, archive.WRONG_KEY)


def test_nothing_changes_when_it_is_refused(machine: Machine, tmp_path: Path) -> None:
    path, half = one(machine, "open"), tmp_path / "half"
    half.write_bytes(path.read_bytes()[:-2000])
    machine.python(ERASE)
    before = machine.rows(tmp_path / "before")
    assert machine.refuses("restore", str(half), "--yes", "--over") == archive.DAMAGED
    assert machine.refuses("restore", str(path), "--yes") == FULL
    assert (
        machine.refuses("restore", str(path), "--over") == "Geef --yes mee om terug te zetten zonder vraag."
    )
    assert machine.refuses("restore", str(tmp_path / "none"), "--yes", "--over").endswith("is er niet.")
    machine.python(
        "from middenstip.kernel import clock; from middenstip.notices.services import show_life\n"
        "show_life(at=clock.now())"
    )
    assert machine.refuses("restore", str(path), "--yes", "--over") == RUNNING
    after = machine.rows(tmp_path / "after")
    pulse = "rows/notices_pulse.jsonl"
    assert {**after, pulse: []} == {**before, pulse: []}


def test_who_is_erased_after_the_backup_is_gone_after_the_restore(machine: Machine, tmp_path: Path) -> None:
    """Even on a new machine, with nothing but the backup and the list."""
    assert "gerrit" in machine.python(WHO)
    machine.python(ERASE)
    machine.does("post")  # a round of the worker
    left = machine.python(WHO)
    assert "gerrit" not in left
    kept = machine.folder / "backup" / "erased.jsonl"
    told = [json.loads(line) for line in kept.read_text().splitlines()]
    assert [sorted(line) for line in told] == [["at", "person"]]
    new = Machine(tmp_path / "new")
    new.does("restore", str(one(machine, "open")), "--yes", "--erased", str(kept))
    assert new.python(WHO) == left
    machine.does("restore", str(one(machine, "open")), "--yes", "--over")
    assert machine.python(WHO) == left


def test_a_list_that_the_worker_did_not_reach_is_completed_first(machine: Machine) -> None:
    machine.python(ERASE)
    machine.does("restore", str(one(machine, "open")), "--yes", "--over")
    assert "gerrit" not in machine.python(WHO)


def test_an_older_database_put_back_by_hand_is_mended_too(machine: Machine, tmp_path: Path) -> None:
    file = machine.folder / "middenstip.sqlite3"
    shutil.copy(file, tmp_path / "old")
    machine.python(ERASE)
    machine.does("post")
    shutil.copy(tmp_path / "old", file)
    assert "gerrit" in machine.python(WHO)
    assert machine.does("erase_again") == "Klaar: 1 opnieuw gewist.\n"
    assert "gerrit" not in machine.python(WHO)


def test_a_backup_of_a_newer_version_is_refused(machine: Machine, tmp_path: Path) -> None:
    machine.python(
        "from django.db.migrations.recorder import MigrationRecorder; from django.db import connection\n"
        "MigrationRecorder(connection).record_applied('parties', '0999_later')"
    )
    machine.does("backup")
    new = Machine(tmp_path / "new")
    assert new.refuses("restore", str(machine.backups[-1]), "--yes") == NEWER
