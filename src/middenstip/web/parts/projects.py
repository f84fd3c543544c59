"""Projects on other pages: the project of an initiative, with a button to begin one."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse

from middenstip.domain.initiatives.lifecycle import LEARNING, PROJECT
from middenstip.domain.projects import lifecycle
from middenstip.domain.projects.selectors import project_of
from middenstip.web.shared.part import OnInitiative, Part, RoomParts


def on_initiative(page: OnInitiative) -> Iterator[Part]:
    """The project, or the way to begin one. One query, and none before the agreements are signed."""
    if page.initiative.stage not in (PROJECT, LEARNING):
        return
    project = project_of(page.initiative)
    if project:
        values = {
            "url": reverse("projects:detail", args=[project.public_id]),
            "state": lifecycle.PROJECT.words[project.state],
        }
        yield Part("parts/projects/initiative.html", page.MAIN, 35, values)
    elif page.actor and page.initiative.stage == PROJECT:
        url = reverse("projects:start", args=[page.initiative.public_id])
        yield Part("parts/projects/begin.html", page.ACTS, 20, {"url": url})


PARTS = RoomParts(on_initiative=on_initiative)
