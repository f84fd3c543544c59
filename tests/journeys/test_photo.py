"""Marijke shows a photo of the planting day: drawn anew, read by everybody, and gone within a minute."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.storage import storages
from PIL import Image

from middenstip.domain.files import services, store
from middenstip.domain.files.lifecycle import GONE, READY, REFUSED, WAITING
from middenstip.domain.files.models import File
from middenstip.domain.files.tasks import settle_files, sweep_files
from middenstip.domain.initiatives import services as initiatives
from middenstip.domain.reports.selectors.my_data import my_data
from middenstip.domain.rooms import holders
from middenstip.journeys import leave
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import Forbidden, Invalid
from tests.cast import Cast, draft, person, submitted
from tests.domain.files.made import SECRET, docx, pdf, photo, telling_photo, upload
from tests.notices.ears import heard, post
from tests.web.at_the_door import page, send, walk_in

ALT = "Zes buren planten een notenboom."


@pytest.fixture(autouse=True)
def _own_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder in which nothing lies yet."""
    monkeypatch.setitem(vars(storages["files"]), "location", str(tmp_path / "files"))


def add(
    cast: Cast, by: Actor, noun: str, thing, data: bytes | None = None, name: str = "IMG_2041.jpg", **more
) -> File:
    told = {"alt": ALT, "has_consent": True} | more
    holder = holders()[noun]
    sent = upload(photo() if data is None else data, name)
    return services.add_file(
        by=by, holder=holder, thing=thing, subject=thing.public_id, upload=sent, at=cast.tick(), **told
    )


def fresh(file: File) -> File:
    return File.objects.get(pk=file.pk)


def bytes_left() -> list[str]:
    folder = Path(storages["files"].location)
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def test_a_photo_is_shown_to_everybody_without_where_it_was_made(cast: Cast) -> None:
    initiative = submitted(cast)
    marijke = walk_in(cast.marijke)
    url = f"/bestanden/initiative/{initiative.public_id}/erbij/"
    assert 'enctype="multipart/form-data"' in page(marijke, url)
    sent = {"file": upload(telling_photo()), "alt": ALT, "has_consent": "on", "credit": "Gerrit"}
    assert marijke.post(url, sent).status_code == 302
    (file,) = File.objects.all()
    assert (file.state, file.person_id, file.is_photo) == (WAITING, cast.marijke.person_id, True)

    here = f"/initiatief/{initiative.public_id}/"
    assert "We kijken het na" in page(marijke, here)
    assert ALT not in page(walk_in(None), here)
    assert walk_in(None).get(f"/bestand/{file.public_id}/").status_code == 404

    post(cast)
    assert bytes_left() == ["groot", "klein", "midden"]
    visitor = walk_in(None)
    shown = page(visitor, here)
    assert f'src="/bestand/{file.public_id}/midden.webp" alt="{ALT}"' in shown
    card = page(visitor, "/initiatieven/")
    assert (
        f'src="/bestand/{file.public_id}/klein.webp" alt="{ALT}" width="240" height="320" loading="lazy"'
        in card
    )
    assert "Beeld: Gerrit" in shown
    for size, side in (("groot", 640), ("midden", 640), ("klein", 320)):
        answer = visitor.get(f"/bestand/{file.public_id}/{size}.webp")
        assert (answer.status_code, answer["Content-Type"]) == (200, "image/webp")
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert answer["Cache-Control"] == "public, max-age=60"
        data = b"".join(answer.streaming_content)
        assert SECRET not in data
        assert max(Image.open(BytesIO(data)).size) == side
    assert ALT in page(visitor, f"/bestand/{file.public_id}/")


def test_a_program_reads_the_photos_of_an_initiative(cast: Cast) -> None:
    initiative = submitted(cast)
    file = add(cast, cast.marijke, "initiative", initiative, credit="Gerrit")
    url = f"/api/v1/initiatieven/{initiative.public_id}"
    assert walk_in(None).get(url).json()["fotos"] == []
    settle_files(cast.tick())
    address = f"/bestand/{file.public_id}/groot.webp"
    (shown,) = walk_in(None).get(url).json()["fotos"]
    assert shown == {"tekst": ALT, "maker": "Gerrit", "breedte": 640, "hoogte": 480, "adres": address}


def test_the_export_of_a_person_holds_their_files(cast: Cast) -> None:
    file = add(cast, cast.marijke, "initiative", submitted(cast))
    (told,) = my_data(person(cast.marijke))["bestanden"]
    assert (told["adres"], told["wat je ziet"], told["stand"]) == (
        f"/bestand/{file.public_id}/",
        ALT,
        WAITING,
    )


def test_the_photo_that_must_go(cast: Cast) -> None:
    """Gone from the page at once, and its bytes in the next round of the worker: within a minute."""
    initiative = submitted(cast)
    file = add(cast, cast.marijke, "initiative", initiative)
    post(cast)
    assert len(bytes_left()) == 3

    assert send(walk_in(cast.gerrit), f"/bestand/{file.public_id}/weg/") == 403
    assert send(walk_in(cast.marijke), f"/bestand/{file.public_id}/weg/") == 302
    assert walk_in(None).get(f"/bestand/{file.public_id}/klein.webp").status_code == 404
    assert ALT not in page(walk_in(cast.marijke), f"/initiatief/{initiative.public_id}/")
    post(cast)
    assert bytes_left() == []
    gone = fresh(file)
    assert (gone.state, gone.alt, gone.credit, gone.name, gone.is_cleared) == (GONE, "", "", "", True)


def test_a_document_leaves_as_an_attachment_that_runs_nothing(cast: Cast) -> None:
    initiative = submitted(cast)
    alt = "Het plan voor het weiland, met kosten."
    name = "../../etc/\u202efdp.nalp\u0000.exe"
    file = add(cast, cast.marijke, "initiative", initiative, pdf(), name, alt=alt, has_consent=False)
    assert file.name == "fdp.nalp.exe"
    post(cast)
    shown = page(walk_in(None), f"/initiatief/{initiative.public_id}/")
    assert alt in shown
    assert "niet gecontroleerd op virussen" in shown
    answer = walk_in(None).get(f"/bestand/{file.public_id}/document")
    assert answer["Content-Disposition"] == 'attachment; filename="fdp.nalp.pdf"'
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert b"".join(answer.streaming_content).startswith(b"%PDF-")
    assert walk_in(None).get(f"/bestand/{file.public_id}/klein.webp").status_code == 404


def test_a_table_with_a_formula_leaves_as_an_attachment(cast: Cast) -> None:
    data = b'naam;bedrag\n=cmd|"/c calc"!A1;1\n'
    file = add(
        cast, cast.marijke, "initiative", submitted(cast), data, "l.csv", alt="De begroting van het bos."
    )
    post(cast)
    answer = walk_in(None).get(f"/bestand/{file.public_id}/document")
    assert (answer["Content-Type"], answer["Content-Disposition"]) == (
        "text/csv; charset=utf-8",
        'attachment; filename="l.csv"',
    )


@pytest.mark.parametrize(
    "alt",
    [
        "",
        "IMG_2041",
        "IMG_2041.jpg",
        "foto 12",
        "plantdag.JPEG",
        "Screenshot 2026-11-02",
        "DSC01234",
        "WhatsApp Image 2026-11-02 at 10.00",
        "Mooi",
        "img 2041",
    ],
)
def test_the_name_of_a_file_is_no_sentence(cast: Cast, alt: str) -> None:
    with pytest.raises(Invalid) as refused:
        add(cast, cast.marijke, "initiative", submitted(cast), alt=alt)
    assert set(refused.value.errors) == {"alt"}
    assert bytes_left() == []


def test_a_photo_asks_whether_people_found_it_good(cast: Cast) -> None:
    initiative = submitted(cast)
    with pytest.raises(Invalid) as refused:
        add(cast, cast.marijke, "initiative", initiative, has_consent=False)
    assert refused.value.errors == {"has_consent": services.UNSURE}


def test_what_the_worker_refuses_its_sender_reads_with_the_reason(cast: Cast) -> None:
    initiative = submitted(cast)
    post(cast)
    file = add(
        cast,
        cast.marijke,
        "initiative",
        initiative,
        docx(a__xml=b"<!ENTITY x>"),
        "plan.docx",
        alt="Het plan voor het bos.",
    )
    settle_files(cast.tick())
    post(cast)
    assert (fresh(file).state, bytes_left()) == (REFUSED, [])
    assert heard(cast.marijke)[-1] == "Je bestand is geweigerd"
    mine = page(walk_in(cast.marijke), f"/initiatief/{initiative.public_id}/")
    assert "Dit document haalt iets van een ander adres op" in mine
    assert "Het plan voor het bos." not in page(walk_in(cast.gerrit), f"/initiatief/{initiative.public_id}/")


def test_a_photo_of_a_draft_is_read_by_its_writer_alone(cast: Cast) -> None:
    one = draft(cast)
    file = add(cast, cast.marijke, "initiative", one)
    settle_files(cast.tick())
    url = f"/bestand/{file.public_id}/klein.webp"
    assert walk_in(cast.gerrit).get(url).status_code == 403
    answer = walk_in(cast.marijke).get(url)
    assert (answer.status_code, answer["Cache-Control"]) == (200, "private, no-store")


def test_only_the_initiator_puts_a_photo_beside_the_plan(cast: Cast) -> None:
    initiative = submitted(cast)
    with pytest.raises(Forbidden, match="Alleen de initiatiefnemer"):
        add(cast, cast.gerrit, "initiative", initiative)
    assert bytes_left() == []


def test_the_first_photo_is_the_cover_until_another_is_asked_for(cast: Cast) -> None:
    initiative = submitted(cast)
    first = add(cast, cast.marijke, "initiative", initiative)
    settle_files(cast.tick())
    second = add(cast, cast.marijke, "initiative", initiative, is_cover=True)
    assert (fresh(first).is_cover, fresh(second).is_cover) == (True, True)
    settle_files(cast.tick())
    assert (fresh(first).is_cover, fresh(second).is_cover) == (False, True)
    services.remove_file(
        by=cast.marijke, holder=holders()["initiative"], thing=initiative, file=second, at=cast.tick()
    )
    assert fresh(first).is_cover


def test_a_new_portrait_takes_the_place_of_the_old(cast: Cast) -> None:
    marijke = person(cast.marijke)
    first = add(cast, cast.marijke, "person", marijke)
    settle_files(cast.tick())
    second = add(cast, cast.marijke, "person", marijke)
    settle_files(cast.tick())
    assert (fresh(first).state, fresh(second).state) == (GONE, READY)
    with pytest.raises(Invalid, match="geen foto"):
        add(cast, cast.marijke, "person", marijke, pdf())


def test_sent_twice_it_is_there_once(cast: Cast) -> None:
    initiative = submitted(cast)
    one = add(cast, cast.marijke, "initiative", initiative, key="a")
    two = add(cast, cast.marijke, "initiative", initiative, key="a")
    assert one.pk == two.pk
    assert bytes_left() == ["gestuurd"]


def test_a_seat_has_room_for_so_much(cast: Cast, settings: Any) -> None:
    settings.FILES_PER_SEAT = int(1.5 * len(photo()))
    initiative = submitted(cast)
    add(cast, cast.marijke, "initiative", initiative)
    with pytest.raises(Forbidden, match="geen ruimte"):
        add(cast, cast.marijke, "initiative", initiative)


def test_who_is_wiped_takes_their_photos_along(cast: Cast) -> None:
    initiative = submitted(cast)
    file = add(cast, cast.marijke, "initiative", initiative)
    post(cast)
    leave.erase(by=cast.marijke, person=person(cast.marijke), at=cast.tick())
    assert walk_in(None).get(f"/bestand/{file.public_id}/klein.webp").status_code == 404
    post(cast)
    assert (fresh(file).state, bytes_left()) == (GONE, [])


def test_the_disk_is_full_and_the_text_stays(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    initiative = submitted(cast)
    blocked = tmp_path / "file"
    blocked.write_text("")
    monkeypatch.setitem(vars(storages["files"]), "location", str(blocked))
    marijke = walk_in(cast.marijke)
    sent = {"file": upload(photo()), "alt": ALT, "has_consent": "on"}
    answer = marijke.post(f"/bestanden/initiative/{initiative.public_id}/erbij/", sent)
    assert answer.status_code == 409
    shown = answer.content.decode()
    assert "Kies het over een paar minuten nog eens" in shown
    assert f'value="{ALT}"' in shown
    assert File.objects.count() == 0


def test_what_is_too_large_is_told_beside_the_words(cast: Cast) -> None:
    initiative = submitted(cast)
    marijke = walk_in(cast.marijke)
    sent = {"file": upload(bytes(26 * 1024 * 1024)), "alt": ALT, "has_consent": "on"}
    answer = marijke.post(f"/bestanden/initiative/{initiative.public_id}/erbij/", sent)
    assert answer.status_code == 422
    shown = answer.content.decode()
    assert "Dit bestand is te groot" in shown
    assert f'value="{ALT}"' in shown


def test_files_nobody_knows_go_after_seven_days(cast: Cast) -> None:
    add(cast, cast.marijke, "initiative", draft(cast))
    settle_files(cast.tick())
    initiatives.drop_drafts(initiator=cast.marijke.person_public_id)
    assert sweep_files(cast.tick(days=6), holders().values()) == 0
    assert sweep_files(cast.tick(days=2), holders().values()) == 1
    settle_files(cast.tick())
    assert bytes_left() == []

    store.put("aaaaaaaaaa", store.SENT, b"left by a process that died")
    now = clock.now()
    assert sweep_files(now + timedelta(days=6), holders().values()) == 0
    assert sweep_files(now + timedelta(days=8), holders().values()) == 1
    assert bytes_left() == []
