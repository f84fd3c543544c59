"""With object storage and a virus scanner beside the platform, and when they are away."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from middenstip.domain.files import services, store
from middenstip.domain.files.lifecycle import READY, REFUSED, WAITING
from middenstip.domain.files.models import File
from middenstip.domain.files.tasks import settle_files, sweep_files
from middenstip.domain.rooms import holders
from middenstip.kernel.verdict import NotNow
from tests.cast import Cast, submitted
from tests.domain.files.made import pdf, photo, upload
from tests.domain.files.stand_in import EICAR, bucket, scanner
from tests.web.at_the_door import walk_in

NOWHERE = "http://127.0.0.1:9"  # no machine listens on this port


def on_s3(settings: Any, address: str) -> None:
    pytest.importorskip("storages")
    one = {"bucket_name": "foto", "endpoint_url": address, "access_key": "a", "secret_key": "b"}
    one |= {"addressing_style": "path", "region_name": "eu-west-1", "file_overwrite": True}
    from botocore.config import Config

    one["client_config"] = Config(
        retries={"max_attempts": 1}, connect_timeout=1, s3={"addressing_style": "path"}
    )
    settings.STORAGES = settings.STORAGES | {
        "files": {"BACKEND": "storages.backends.s3.S3Storage", "OPTIONS": one}
    }


@pytest.fixture
def s3(settings: Any) -> Iterator[dict[str, bytes]]:
    with bucket() as (address, kept):
        on_s3(settings, address)
        yield kept


def sent(cast: Cast, data: bytes) -> File:
    initiative = submitted(cast)
    return services.add_file(
        by=cast.marijke,
        holder=holders()["initiative"],
        thing=initiative,
        subject=initiative.public_id,
        upload=upload(data),
        alt="Zes buren planten een boom.",
        has_consent=True,
        at=cast.tick(),
    )


def fresh(file: File) -> File:
    return File.objects.get(pk=file.pk)


def parts(kept: dict[str, bytes]) -> list[str]:
    return sorted(name.rpartition("/")[2] for name in kept)


def test_files_lie_in_object_storage(cast: Cast, s3: dict[str, bytes]) -> None:
    file = sent(cast, photo())
    assert parts(s3) == ["gestuurd"]
    settle_files(cast.tick())
    assert parts(s3) == ["groot", "klein", "midden"]
    answer = walk_in(None).get(f"/bestand/{file.public_id}/klein.webp")
    assert b"".join(answer.streaming_content) == s3[f"{file.blob[:2]}/{file.blob}/klein"]

    thing = holders()["initiative"].find(file.subject)
    services.remove_file(
        by=cast.marijke, holder=holders()["initiative"], thing=thing, file=file, at=cast.tick()
    )
    settle_files(cast.tick())
    assert s3 == {}


def test_a_document_lies_there_too_and_orphans_go(cast: Cast, s3: dict[str, bytes]) -> None:
    file = sent(cast, pdf())
    settle_files(cast.tick())
    assert (parts(s3), fresh(file).state) == (["document"], READY)
    store.put("aaaaaaaaaa", store.SENT, b"left by a process that died")
    assert sweep_files(cast.tick(days=30), holders().values()) == 1
    assert parts(s3) == ["document"]


def test_the_storage_is_away_when_a_file_is_sent(cast: Cast, settings: Any) -> None:
    on_s3(settings, NOWHERE)
    with pytest.raises(NotNow, match="Je tekst staat er nog"):
        sent(cast, photo())
    assert File.objects.count() == 0


def test_the_storage_is_away_and_comes_back(cast: Cast, settings: Any) -> None:
    file = sent(cast, photo())
    here = settings.STORAGES
    on_s3(settings, NOWHERE)
    assert settle_files(cast.tick()) == 0
    assert sweep_files(cast.tick(), holders().values()) == 0
    assert fresh(file).state == WAITING
    settings.STORAGES = here
    assert settle_files(cast.tick()) == 1
    assert fresh(file).state == READY


def test_the_scanner_finds_a_virus(cast: Cast, settings: Any) -> None:
    with scanner() as settings.CLAMAV_URL:
        good, bad = sent(cast, photo()), sent(cast, b"Beste buren, " + EICAR)
        settle_files(cast.tick())
    assert (fresh(good).state, fresh(good).is_scanned) == (READY, True)
    assert (fresh(bad).state, fresh(bad).reason[:16]) == (REFUSED, "De virusscanner ")


def test_the_scanner_is_away_and_the_file_waits(cast: Cast, settings: Any) -> None:
    settings.CLAMAV_URL = "tcp://127.0.0.1:9"
    file = sent(cast, photo())
    assert settle_files(cast.tick()) == 0
    assert fresh(file).state == WAITING
    with scanner() as settings.CLAMAV_URL:
        assert settle_files(cast.tick()) == 1
    assert fresh(file).state == READY


def test_what_takes_the_worker_down_is_refused_after_three_tries(cast: Cast) -> None:
    file = sent(cast, photo())
    for _ in range(3):
        services.try_file(file=file)
    assert settle_files(cast.tick()) == 1
    assert fresh(file).reason.startswith("Dit bestand konden we niet verwerken")
