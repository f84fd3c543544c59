"""An instrument card chosen for a project becomes milestones of its plan."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from middenstip.domain.projects import services
from middenstip.domain.projects.content import CARDS
from middenstip.domain.projects.models import Milestone, Project
from middenstip.kernel import clock
from middenstip.kernel.verdict import Forbidden, Invalid, NotNow
from tests.cast import Cast, seat_of
from tests.journeys.test_start_project import project_by
from tests.web.at_the_door import page, send, walk_in
from tests.web.read import as_read


@pytest.fixture(autouse=True)
def _now(cast: Cast) -> Iterator[None]:
    with clock.frozen(cast.at):
        yield


def planned(project: Project) -> list[tuple[str, str, int]]:
    """Track, card and days from the first of November of each open milestone."""
    rows = Milestone.objects.filter(project=project, state="open").order_by("pk")
    return [(one.track, one.card, (one.due_on - one.due_on.replace(month=11, day=1)).days) for one in rows]


def test_the_law_stands_in_the_plan_on_its_track_and_its_day(cast: Cast) -> None:
    project = project_by(cast)
    url, bas = f"/project/{project.public_id}/", walk_in(cast.bas)
    assert "Kies een wijzer: wat vraagt de wet?" in page(bas, f"{url}uitvoering/")
    assert "Kies een wijzer: wat vraagt de wet?" not in page(walk_in(None), f"{url}uitvoering/")
    assert "Omgevingsvergunning" in page(bas, f"{url}doe/wijzer/")
    no_day = bas.post(f"{url}doe/wijzer/", {"card": "vergunning"})
    assert no_day.status_code == 422
    assert "Die kunnen we niet uitrekenen." in as_read(no_day.content.decode())
    assert send(bas, f"{url}doe/wijzer/", card="vergunning", due_on="2026-11-20") == 302
    assert planned(project) == [("sociaal", "vergunning", 1), ("technisch", "vergunning", 19)]
    doing = page(bas, f"{url}uitvoering/")
    assert "Vergunning aangevraagd, met het verslag van de participatie" in doing
    assert doing.count("Van de wijzer") == 2
    again = bas.post(f"{url}doe/wijzer/", {"card": "vergunning", "due_on": "2026-11-20"})
    assert again.status_code == 409
    assert "Deze wijzer staat al in jullie plan." in as_read(again.content.decode())


def test_the_day_of_the_answer_is_known_when_the_plan_is_filed(cast: Cast) -> None:
    project = project_by(cast)
    about = {"by": cast.marijke, "project": project}
    services.file_plan(**about, to=seat_of(cast.samira), asked="Ja?", due_on=cast.day(20), at=cast.tick())
    assert services.choose_card(**about, card="omgevingsplan", begins_on=cast.day(3), at=cast.tick()) == 2
    assert planned(project) == [("sociaal", "omgevingsplan", 4), ("technisch", "omgevingsplan", 21)]
    assert services.choose_card(**about, card="projectbesluit", key="1", at=cast.tick()) == 1
    assert services.choose_card(**about, card="projectbesluit", key="1", at=cast.tick()) == 0  # sent twice
    assert planned(project)[2:] == [("sociaal", "projectbesluit", 1)]
    with pytest.raises(Invalid, match="voor het begin"):
        services.choose_card(**about, card="visie", begins_on=cast.day(21), at=cast.tick())
    with pytest.raises(Invalid, match="Kies een wijzer uit de lijst"):
        services.choose_card(**about, card="bestemmingsplan", at=cast.tick())
    with pytest.raises(Forbidden, match="het team"):
        services.choose_card(**(about | {"by": cast.tarik}), card="visie", at=cast.tick())


def test_a_card_that_was_dropped_can_be_chosen_again(cast: Cast) -> None:
    project = project_by(cast)
    about = {"by": cast.bas, "project": project, "card": "uitdaagrecht", "due_on": cast.day(9)}
    services.choose_card(**about, at=cast.tick())
    first, second = Milestone.objects.order_by("pk")
    services.close_milestone(by=cast.bas, milestone=first, act="drop", told="Nu niet.", at=cast.tick())
    with pytest.raises(NotNow, match="Schrap eerst"):
        services.choose_card(**about, at=cast.tick())
    services.close_milestone(by=cast.bas, milestone=second, act="drop", told="Nu niet.", at=cast.tick())
    assert services.choose_card(**about, at=cast.tick()) == 2
    assert len(planned(project)) == 2


def test_every_card_says_what_to_do_and_fits_a_milestone() -> None:
    assert len({card["key"] for card in CARDS}) == len(CARDS) == 5
    for card in CARDS:
        assert card["steps"]
        assert all(len(name) <= 120 for _track, name, _when in card["steps"])
