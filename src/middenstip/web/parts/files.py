"""Photos and documents on other pages: on that of an initiative and a table; others ask `files_on`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.urls import reverse

from middenstip.domain.files.selectors import files_of
from middenstip.domain.rooms import holders
from middenstip.kernel.actor import Actor
from middenstip.web.shared.files import gallery, photo
from middenstip.web.shared.part import OnGoal, OnInitiative, OnReport, Part, RoomParts


def on_initiative(page: OnInitiative) -> Iterator[Part]:
    """The cover at the top, and all photos and documents further down. One query."""
    initiative = page.initiative
    person = page.actor.person_id if page.actor else None
    files = files_of("initiative", initiative.public_id, person)
    cover = next((one for one in files if one.is_cover and one.width), None)
    if cover:
        values = {"cover": photo(cover, "midden")}
        yield Part("parts/files/cover.html", page.MAIN, 5, values)
    add_url = _add_url("initiative", initiative.public_id, page.actor, initiative)
    others = [one for one in files if one is not cover]
    if others or add_url:
        yield Part("components/files.html", page.MAIN, 60, {"files": gallery(others, add_url)})


def on_goal(page: OnGoal) -> Iterator[Part]:
    """What lies on the table; those who sit there add to it. One query."""
    subject = page.goal.public_id
    files = files_of("goal", subject, page.actor.person_id if page.actor else None)
    add_url = reverse("files:add", args=["goal", subject]) if page.sits else ""
    if files or add_url:
        yield Part("components/files.html", page.MAIN, 60, {"files": gallery(files, add_url)})


def files_on(noun: str, subject: str, thing: Any, actor: Actor | None) -> dict[str, Any] | None:
    """What `components/files.html` shows beside this thing to the reader in this hat; None for nothing."""
    files = files_of(noun, subject, actor.person_id if actor else None)
    add_url = _add_url(noun, subject, actor, thing)
    return gallery(files, add_url) if files or add_url else None


def on_report(page: OnReport) -> Iterator[Part]:
    """The photos, at most three: more would push the story off the paper. One query."""
    files = files_of("initiative", page.initiative.public_id, None)
    photos = [photo(one, "klein") for one in files if one.is_photo][:3]
    if photos:
        yield Part("parts/files/report.html", page.SECTIONS, 5, {"photos": photos})


PARTS = RoomParts(on_initiative=on_initiative, on_goal=on_goal, on_report=on_report)


def _add_url(noun: str, subject: str, actor: Actor | None, thing: Any) -> str:
    if actor is None or not holders()[noun].may_add(actor, thing):
        return ""
    return reverse("files:add", args=[noun, subject])
