"""Names, room and sending twice, apart from the page."""

from __future__ import annotations

import pytest

from middenstip.domain.files import rules, services
from middenstip.domain.files.lifecycle import GONE
from middenstip.domain.files.models import File
from middenstip.domain.files.selectors import covers, files_of_all
from middenstip.domain.files.tasks import settle_files
from middenstip.domain.rooms import holders
from middenstip.kernel.verdict import Forbidden, NotNow
from middenstip.web.shared.upload import Lost, Upload
from tests.cast import Cast, signed, submitted, taken
from tests.domain.files.made import pdf, photo, upload


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("plan.pdf", "plan.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\a\\plan.docx", "plan.docx"),
        ("plan\u202efdp.exe", "planfdp.exe"),
        ("<b>plan</b>", "b"),
        ('plan";rm -rf.pdf', "planrm -rf.pdf"),
        ("a" * 300 + ".pdf", "a" * 90 + ".pdf"),
        ("", ""),
    ],
)
def test_a_name_keeps_no_folder_and_nothing_that_turns_it(typed: str, kept: str) -> None:
    assert services.cleaned_name(typed) == kept


def test_beside_one_thing_stand_thirty_files_at_most() -> None:
    assert rules.has_room(29)
    assert not rules.has_room(30)


def test_a_form_that_is_sent_again_after_its_file_was_removed_says_so(cast: Cast) -> None:
    initiative, holder = submitted(cast), holders()["initiative"]

    def send() -> File:
        return services.add_file(
            by=cast.marijke,
            holder=holder,
            thing=initiative,
            subject=initiative.public_id,
            upload=upload(photo()),
            alt="Zes buren planten een boom.",
            has_consent=True,
            key="a",
            at=cast.at,
        )

    services.remove_file(by=cast.marijke, holder=holder, thing=initiative, file=send(), at=cast.tick())
    with pytest.raises(NotNow, match="al weggehaald"):
        send()


def test_what_was_removed_meanwhile_is_not_shown_by_the_worker(cast: Cast) -> None:
    initiative, holder = submitted(cast), holders()["initiative"]
    for data in (photo(), pdf()):
        file = services.add_file(
            by=cast.marijke,
            holder=holder,
            thing=initiative,
            subject=initiative.public_id,
            upload=upload(data),
            alt="Zes buren planten een boom.",
            has_consent=True,
            at=cast.tick(),
        )
        services.remove_file(by=cast.marijke, holder=holder, thing=initiative, file=file, at=cast.tick())
        with pytest.raises(NotNow):
            services.accept_file(file=file, drawn=[], is_scanned=False, at=cast.tick())
        assert File.objects.get(pk=file.pk).state == GONE


def test_each_thing_says_who_may_put_a_file_beside_it(cast: Cast) -> None:
    """The initiator, the desk, the seats at the table, those who sign, and the people of an organisation."""
    promise = signed(cast)
    assert promise.goal
    assert promise.initiative
    case = promise.initiative.case
    organisation = promise.promisor.side.organisation if promise.promisor.side else None
    things = {"case": case, "goal": promise.goal, "agreement": promise, "organisation": organisation}
    may = {
        noun: [
            who
            for who in ("marijke", "bas", "ilse", "samira", "gerrit", "tarik")
            if holders()[noun].may_add(getattr(cast, who), holders()[noun].find(thing.public_id))
        ]
        for noun, thing in things.items()
        if thing
    }
    assert may["case"] == ["marijke", "samira"]
    assert "tarik" not in {who for some in may.values() for who in some}
    assert set(may["goal"]) >= {"marijke", "bas", "ilse"}
    assert set(may["agreement"]) >= {"ilse", "marijke"}
    assert "ilse" in may["organisation"]
    with pytest.raises(Forbidden):
        services.add_file(
            by=cast.tarik,
            holder=holders()["goal"],
            thing=promise.goal,
            subject=promise.goal.public_id,
            upload=upload(photo()),
            alt="Zes buren planten een boom.",
            has_consent=True,
            at=cast.tick(),
        )


def test_covers_of_nothing_cost_nothing(cast: Cast, django_assert_num_queries: object) -> None:
    with django_assert_num_queries(0):  # type: ignore[operator]
        assert covers("initiative", []) == {}
    assert files_of_all("initiative", []) == {}
    assert settle_files(cast.tick()) == 0
    assert taken(cast)


class _FullDisk:
    """A file on a disk without room."""

    size = 0

    def write(self, data: bytes) -> None:
        raise OSError(28, "No space left on device")

    def seek(self, place: int) -> None:
        """Nothing was written."""

    truncate = close = lambda self: None


def test_a_file_for_which_the_disk_has_no_room_arrives_as_lost() -> None:
    handler = Upload()
    handler.new_file("file", "foto.jpg", "image/jpeg", None)
    handler.file = _FullDisk()  # type: ignore[assignment]
    handler.receive_data_chunk(b"abc", 0)
    handler.receive_data_chunk(b"def", 3)
    assert isinstance(handler.file_complete(6), Lost)
    handler.upload_interrupted()
