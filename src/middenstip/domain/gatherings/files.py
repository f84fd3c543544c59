"""The photos of the photo report of a gathering: each is read by everyone once all who are on it said yes."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from middenstip.domain.gatherings import rules
from middenstip.domain.gatherings.lifecycle import REPORT_PHOTO
from middenstip.domain.gatherings.models import ReportPhoto
from middenstip.domain.gatherings.selectors import photo_by_id
from middenstip.kernel.actor import Actor
from middenstip.kernel.contact import masked
from middenstip.kernel.holder import Holder, Reader
from middenstip.kernel.verdict import YES, Verdict, no

NOT_SHOWN = "Deze foto is niet openbaar. Wie erop staat, is gevraagd of het mag."


def _existing(ids: Collection[str]) -> set[str]:
    return set(ReportPhoto.objects.filter(public_id__in=ids).values_list("public_id", flat=True))


def _may_read(reader: Reader, photo: ReportPhoto) -> Verdict:
    seats = [hat.seat_id for hat in reader.hats]
    return YES if rules.may_read_photo(reader.person, seats, photo) else no(NOT_SHOWN)


def _may_add(by: Actor, photo: ReportPhoto) -> Verdict:
    """The host; not when somebody said yes already, which they did to another photo."""
    if any(one.given_at for one in photo.portraits.all()):
        return no("Iemand zei ja tegen de foto die hier stond. Begin met een nieuwe foto.")
    return rules.may_show_photos(by, photo.gathering)


def _where(photo: ReportPhoto) -> Mapping[str, str]:
    about = photo.gathering.initiative
    return {"thread": about.public_id if about else "", **photo.gathering.area.where}


HOLDERS = (
    Holder(
        noun=REPORT_PHOTO,
        find=photo_by_id,
        existing=_existing,
        may_read=_may_read,
        may_add=_may_add,
        path=lambda photo: f"/bijeenkomst/{photo.gathering.public_id}/fotos/",
        name=lambda photo: masked(photo.gathering.title),
        where=_where,
        asks_everyone=True,
    ),
)
