"""A photo report: nobody is shown who did not say yes, and one no takes the photo away everywhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.files.storage import storages
from django.test import Client

from middenstip.domain.files import services as files
from middenstip.domain.files import store
from middenstip.domain.files.lifecycle import GONE
from middenstip.domain.files.models import File
from middenstip.domain.files.tasks import settle_files
from middenstip.domain.gatherings import services
from middenstip.domain.gatherings.lifecycle import MOST_PHOTOS, MOST_PORTRAITS
from middenstip.domain.gatherings.models import Gathering, Portrait, ReportPhoto
from middenstip.domain.gatherings.selectors import photo_by_id, shown_photos
from middenstip.domain.parties.models import Membership
from middenstip.domain.rooms import holders
from middenstip.journal.models import Entry
from middenstip.journeys import leave, withdraw_photo
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import Forbidden, Invalid, NotNow
from tests.cast import Cast, person, submitted, table
from tests.domain.files.made import pdf, photo, upload
from tests.domain.files.stand_in import bucket
from tests.domain.files.test_elsewhere import on_s3
from tests.journeys.test_follow_up_gathering import announces, held
from tests.queries import at_most
from tests.web.at_the_door import page, send, walk_in

ALT = "Vier mensen schudden handen bij een boom."
YELLOW, BOY = "De vrouw met de gele jas", "De jongen met de step"
SIZES = ("groot", "midden", "klein")


@pytest.fixture(params=["folder", "s3"])
def kept(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: Any
) -> Iterator[Callable[[], int]]:
    """How many parts of files lie in the storage: a folder, or a stand-in for S3."""
    if request.param == "folder":
        folder = tmp_path / "files"
        monkeypatch.setitem(vars(storages["files"]), "location", str(folder))
        yield lambda: sum(path.is_file() for path in folder.rglob("*"))
    else:
        with bucket() as (address, lying):
            on_s3(settings, address)
            yield lambda: len(lying)


def evening(cast: Cast, **more: Any) -> Gathering:
    """A meet-up of marijke that was."""
    return held(cast, announces(cast, initiative=submitted(cast), **more))


def places(cast: Cast, one: Gathering, people: Any = (YELLOW,), young: Any = (), **more: Any) -> ReportPhoto:
    told = {"people": people, "young": young, "is_empty": not people and not young} | more
    made = services.place_photo(by=cast.marijke, gathering=one, **told, at=cast.tick())
    found = photo_by_id(made.public_id)
    assert found
    return found


def sends(cast: Cast, place: ReportPhoto, data: bytes = b"", by: Actor | None = None) -> File:
    """The host chooses the photo, and the worker looks at it."""
    file = files.add_file(
        by=by or cast.marijke,
        holder=holders()["report_photo"],
        thing=place,
        subject=place.public_id,
        upload=upload(data or photo()),
        alt=ALT,
        at=cast.tick(),
    )
    settle_files(cast.tick())
    return File.objects.get(pk=file.pk)


def asked(words: str) -> Portrait:
    return Portrait.objects.get(words=words)


def says_yes(cast: Cast, words: str, file: File, by_guardian: bool = False) -> Portrait:
    told = {"secret": asked(words).secret, "seen": file.public_id, "by_guardian": by_guardian}
    return services.give_portrait(**told, at=cast.tick())


def seen_by(client: Client, file: File) -> list[int]:
    """What every download of the photo answers, and its page."""
    here = f"/bestand/{file.public_id}/"
    return [client.get(url).status_code for url in (here, *(f"{here}{size}.webp" for size in SIZES))]


def told_in(client: Client, one: Gathering, file: File) -> list[str]:
    """The pages, feeds and answers that name the photo."""
    story = one.initiative.public_id if one.initiative else ""
    urls = [
        f"/bijeenkomst/{one.public_id}/fotos/",
        f"/bijeenkomst/{one.public_id}/",
        f"/bijeenkomst/{one.public_id}/agenda.ics",
        "/agenda.ics",
        f"/initiatief/{story}/",
        f"/initiatief/{story}/verslag/",
        f"/api/v1/bijeenkomsten/{one.public_id}",
        f"/api/v1/initiatieven/{story}",
        "/zoeken/?q=handen",
    ]
    answers = {url: client.get(url) for url in urls}
    assert {url: answer.status_code for url, answer in answers.items()} == dict.fromkeys(urls, 200)
    return [url for url, answer in answers.items() if file.public_id in answer.content.decode()]


def test_a_photo_is_shown_when_all_said_yes_and_gone_when_one_takes_it_back(
    cast: Cast, kept: Callable[[], int]
) -> None:
    one = evening(cast)
    place = places(cast, one, young=[BOY])
    file = sends(cast, place)
    assert kept() == 3
    visitor, host = walk_in(None), walk_in(cast.marijke)
    assert seen_by(visitor, file) == [403] * 4
    assert seen_by(host, file) == [200] * 4
    report = f"/bijeenkomst/{one.public_id}/fotos/"
    assert YELLOW in page(host, report)
    assert YELLOW not in page(visitor, report)

    services.type_portrait(by=cast.marijke, portrait=asked(YELLOW), by_guardian=False, at=cast.tick())
    assert (shown_photos(one), told_in(visitor, one, file)) == ([], [])
    boy = f"/portret/{asked(BOY).secret}/"
    question = page(visitor, boy)
    assert "Een ouder of voogd zegt ja" in question
    assert visitor.get(f"{boy}foto.webp")["Cache-Control"] == "private, no-store"
    assert send(visitor, boy, answer="ja", seen=file.public_id) == 422
    assert send(visitor, boy, answer="ja", seen=file.public_id, by_guardian="on") == 302
    given = asked(BOY)
    assert (given.how, given.by_guardian, asked(YELLOW).how) == ("link", True, "paper")

    assert seen_by(visitor, file) == [200] * 4
    assert told_in(visitor, one, file) == [report, f"/api/v1/bijeenkomsten/{one.public_id}"]
    assert YELLOW not in page(visitor, report)

    assert send(visitor, boy, answer="nee") == 302
    assert (told_in(visitor, one, file), told_in(host, one, file)) == ([], [])
    assert (seen_by(visitor, file), seen_by(host, file)) == ([404] * 4, [404] * 4)
    settle_files(cast.tick())
    assert kept() == 0
    assert (ReportPhoto.objects.count(), Portrait.objects.count()) == (0, 0)
    gone = File.objects.get(pk=file.pk)
    assert (gone.state, gone.alt, gone.is_cleared) == (GONE, "", True)
    assert [visitor.get(url).status_code for url in (boy, f"{boy}foto.webp")] == [404, 404]
    assert send(visitor, boy, answer="nee") == 404
    assert withdraw_photo.withdraw(secret=given.secret, at=cast.tick()) is False
    assert "gele jas" not in str(list(Entry.objects.values_list("data", flat=True)))


def test_who_reads_the_bytes_before_and_after(cast: Cast, kept: Callable[[], int]) -> None:
    """The government hosts: a colleague who left the seat is an outsider from then on."""
    one = announces(cast, by=cast.ilse)
    cast.at = one.ends_at
    services.hold_gathering(by=cast.ilse, gathering=one, follow_up_on=cast.day(9), at=cast.tick())
    one = Gathering.objects.get(pk=one.pk)
    made = services.place_photo(
        by=cast.ilse, gathering=one, people=[YELLOW], young=[], is_empty=False, at=cast.tick()
    )
    place = photo_by_id(made.public_id)
    assert place
    file = sends(cast, place, by=cast.ilse)
    Membership.objects.filter(seat=cast.ilse.seat_id).update(from_on=cast.day(-99))
    former = Membership.objects.create(
        seat_id=cast.ilse.seat_id, person=person(cast.gerrit), from_on=cast.day(-20)
    )
    readers = {"visitor": None, "outsider": cast.bas, "former": cast.gerrit, "host": cast.ilse}

    def statuses() -> dict[str, list[int]]:
        return {who: seen_by(walk_in(actor), file) for who, actor in readers.items()}

    assert statuses() == {
        "visitor": [403] * 4,
        "outsider": [403] * 4,
        "former": [200] * 4,
        "host": [200] * 4,
    }
    Membership.objects.filter(pk=former.pk).update(until_on=cast.day(-1))
    hidden = statuses()
    assert (hidden["former"], hidden["host"]) == ([403] * 4, [200] * 4)
    for who, code in (("visitor", 302), ("outsider", 403), ("former", 403), ("host", 200)):
        client = walk_in(readers[who])
        assert client.get(f"/foto/{place.public_id}/").status_code == code
    says_yes(cast, YELLOW, file)
    assert statuses() == dict.fromkeys(readers, [200] * 4)
    refused = asked(YELLOW)
    for actor in (cast.bas, cast.gerrit):
        with pytest.raises(Forbidden):
            withdraw_photo.type_no(by=actor, portrait=refused, at=cast.tick())
    withdraw_photo.type_no(by=cast.ilse, portrait=refused, at=cast.tick())
    assert statuses() == dict.fromkeys(readers, [404] * 4)
    settle_files(cast.tick())
    assert kept() == 0


def test_somebody_who_was_forgotten_is_asked_too(cast: Cast) -> None:
    one = evening(cast)
    place = places(cast, one, people=())
    file = sends(cast, place)
    assert shown_photos(one) == [place.public_id]  # nobody can be recognised
    visitor = walk_in(None)
    assert seen_by(visitor, file) == [200] * 4
    told: dict[str, Any] = {"by": cast.marijke, "photo": place, "is_young": False}
    with pytest.raises(Invalid):
        services.name_portrait(**told, words=" ", at=cast.tick())
    made = services.name_portrait(**told, words=YELLOW, at=cast.tick())
    assert services.name_portrait(**told, words=YELLOW, at=cast.tick()) == made
    assert (shown_photos(one), seen_by(visitor, file)) == ([], [403] * 4)
    for _twice in range(2):
        assert says_yes(cast, YELLOW, file).how == "link"
    assert services.type_portrait(**_paper(cast, made)).how == "link"  # a yes stays as it was given
    assert seen_by(visitor, file) == [200] * 4
    for number in range(MOST_PORTRAITS - 1):
        services.name_portrait(**told, words=f"De man met hoed {number}", at=cast.tick())
    with pytest.raises(NotNow, match="staan al 40 mensen"):
        services.name_portrait(**told, words="De laatste", at=cast.tick())
    withdraw_photo.remove(by=cast.marijke, photo=place, at=cast.tick())
    for gone in (
        lambda: services.name_portrait(**told, words="Nog iemand", at=cast.tick()),
        lambda: services.type_portrait(**_paper(cast, made)),
        lambda: says_yes_with(cast, made.secret, file),
    ):
        with pytest.raises(NotNow, match="al weg"):
            gone()


def _paper(cast: Cast, portrait: Portrait) -> dict[str, Any]:
    return {"by": cast.marijke, "portrait": portrait, "by_guardian": False, "at": cast.tick()}


def says_yes_with(cast: Cast, secret: str, file: File) -> Portrait:
    return services.give_portrait(secret=secret, seen=file.public_id, by_guardian=False, at=cast.tick())


def test_a_yes_is_to_the_photo_that_was_seen(cast: Cast) -> None:
    one = evening(cast)
    place = places(cast, one)
    with pytest.raises(NotNow, match="nog geen foto"):
        services.type_portrait(**_paper(cast, asked(YELLOW)))
    with pytest.raises(Invalid):
        sends(cast, place, pdf())
    first = sends(cast, place)
    with pytest.raises(Forbidden, match="staat al een foto"):
        sends(cast, place)
    thing = holders()["report_photo"]
    files.remove_file(by=cast.marijke, holder=thing, thing=place, file=first, at=cast.tick())
    second = sends(cast, place)
    with pytest.raises(NotNow, match="andere foto"):
        says_yes(cast, YELLOW, first)
    says_yes(cast, YELLOW, second)
    again = photo_by_id(place.public_id)
    assert again
    assert thing.may_add(cast.marijke, again).reason.startswith("Iemand zei ja")


def test_what_is_wrong_with_a_place_for_a_photo(cast: Cast) -> None:
    one = announces(cast, initiative=submitted(cast))
    with pytest.raises(Forbidden, match="Rond de bijeenkomst eerst af"):
        places(cast, one)
    one = held(cast, one)
    assert places(cast, one, key="een").pk == places(cast, one, key="een").pk
    for wrong in (
        {"people": [], "is_empty": False},
        {"is_empty": True},
        {"people": ["x" * 121]},
        {"young": [f"kind {number}" for number in range(41)]},
    ):
        with pytest.raises(Invalid):
            places(cast, one, **wrong)
    with pytest.raises(Forbidden, match="maakt het fotoverslag"):
        services.place_photo(by=cast.bas, gathering=one, people=["x"], young=[], is_empty=False, at=cast.at)
    ReportPhoto.objects.bulk_create(ReportPhoto(gathering=one, at=cast.at) for _ in range(MOST_PHOTOS - 1))
    with pytest.raises(NotNow, match="staan al 60 foto"):
        places(cast, one)
    services.hide_gathering(code=one.public_id, words="Verborgen", by=None, at=cast.tick())
    with pytest.raises(Forbidden, match="verborgen"):
        places(cast, one)
    assert shown_photos(Gathering.objects.get(pk=one.pk)) == []


def test_a_closed_evening_has_no_photo_report(cast: Cast) -> None:
    told = {"is_closed": True, "what": "Het gaat over mensen.", "title": "Schuldhulp"}
    one = held(cast, announces(cast, initiative=table(cast).initiative, **told))
    with pytest.raises(Forbidden, match="besloten"):
        places(cast, one)
    assert shown_photos(one) == []
    assert walk_in(cast.marijke).get(f"/bijeenkomst/{one.public_id}/fotos/").status_code == 404


def test_without_an_answer_a_photo_goes_after_thirty_days(cast: Cast, kept: Callable[[], int]) -> None:
    one = evening(cast)
    waits, shown = places(cast, one), places(cast, one, people=())
    sends(cast, waits)
    file = sends(cast, shown)
    places(cast, one, people=())  # no photo was ever chosen
    assert withdraw_photo.lapse(cast.at + timedelta(days=29)) == 0
    assert withdraw_photo.lapse(cast.tick(days=31)) == 2
    settle_files(cast.tick())
    assert (list(ReportPhoto.objects.all()), kept()) == ([shown], 3)
    leave.erase(by=cast.marijke, person=person(cast.marijke), at=cast.tick())
    assert ReportPhoto.objects.count() == 0
    settle_files(cast.tick())
    assert (kept(), store.is_empty(file.blob)) == (0, True)


def test_the_host_does_all_of_it_on_paper_in_the_pages(cast: Cast) -> None:
    one = evening(cast)
    host, report = walk_in(cast.marijke), f"/bijeenkomst/{one.public_id}/fotos/"
    assert "Er staan hier nog geen foto’s." in page(walk_in(None), report)
    assert send(host, f"{report}erbij/") == 422
    assert send(host, f"{report}erbij/", people="x" * 5000) == 422
    answer = host.post(f"{report}erbij/", {"people": f"{YELLOW}\n\n", "young": BOY})
    place = ReportPhoto.objects.get()
    assert answer["Location"] == f"/bestanden/report_photo/{place.public_id}/erbij/"
    form = page(host, answer["Location"])
    assert ("Kies de foto" in form, "vond het goed" in form) == (True, False)
    here = f"/foto/{place.public_id}/"
    assert "Kies de foto" in page(host, here)
    assert YELLOW in page(host, report)
    assert host.post(answer["Location"], {"file": upload(photo()), "alt": ALT}).status_code == 302
    assert "We kijken de foto na" in page(host, here)
    boy, woman = asked(BOY), asked(YELLOW)
    assert "De foto staat er nog niet" in page(walk_in(None), f"/portret/{boy.secret}/")
    settle_files(cast.tick())
    assert "QR-code van de vraag" in page(host, here)
    for code, data in ((422, {}), (302, {"by_guardian": "on"})):
        assert send(host, f"/foto/wie/{boy.public_id}/getekend/", **data) == code
    assert send(host, f"/foto/wie/{woman.public_id}/getekend/") == 302
    assert "Deze foto is openbaar" in page(host, here)
    assert "Openbaar." in page(host, report)
    assert "Trek mijn ja in" in page(walk_in(None), f"/portret/{woman.secret}/")
    assert send(host, f"{here}wie/", words="") == 422
    assert send(host, f"{here}wie/", words="De man met de pet") == 302
    Portrait.objects.bulk_create(
        Portrait(photo=place, words=f"Nog {number}", secret=f"s{number}", asked_at=cast.at)
        for number in range(37)
    )
    assert send(host, f"{here}wie/", words="De laatste") == 409
    assert send(host, f"/foto/wie/{asked('Nog 1').public_id}/nee/") == 302
    assert send(host, here + "weg/") == 404


def test_the_queries_of_a_report_do_not_grow_with_the_photos(cast: Cast) -> None:
    one, visitor = evening(cast), walk_in(None)
    for number in range(12):
        place = places(cast, one, people=())
        File.objects.create(
            noun="report_photo",
            subject=place.public_id,
            seat_id=cast.marijke.seat_id,
            person_id=cast.marijke.person_id,
            state="ready",
            kind="jpeg",
            is_photo=True,
            alt=f"Een boom, foto {number}.",
            width=640,
            height=480,
            added_at=cast.at,
        )
    with at_most(5):
        shown = page(visitor, f"/bijeenkomst/{one.public_id}/fotos/")
    assert shown.count('loading="lazy"') == 12
