"""The wall of ideas: anybody writes, a host lets it pass, and who wrote it makes it an initiative."""

from __future__ import annotations

from typing import Any

import pytest

from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.labs import services, tasks, turns
from middenstip.domain.labs.models import Lab, LabIdea
from middenstip.domain.labs.selectors import idea_by_secret, ideas_of
from middenstip.journal.models import Entry
from middenstip.journeys import grow_idea, submit_initiative
from middenstip.kernel.verdict import Forbidden, Invalid, NotNow
from tests.cast import Cast
from tests.domain.labs.test_labs import opened
from tests.web.at_the_door import page, send, walk_in

SOUP = "Een soepkar die elke vrijdag door de buurt rijdt"
SHORT = "Een plek waar je kapotte fietsen brengt, waar jongeren leren hoe je ze maakt,"
LONG = f"{SHORT} en waar je er een leent."


def pins(cast: Cast, lab: Lab, text: str = SOUP, **more: Any) -> LabIdea:
    made = services.pin_idea(lab=lab, text=text, **more, at=cast.tick())
    found = idea_by_secret(made.secret)
    assert found
    return found


def asked(cast: Cast) -> list[str]:
    rows = turns.rows_for(cast.ilse.person_id, [cast.ilse.seat_id], cast.today)
    return [kind for found in rows for kind, *_more in found]


def test_an_idea_hangs_when_a_host_let_it_pass_and_becomes_an_initiative(cast: Cast) -> None:
    lab = opened(cast)
    wall, visitor, host = f"/lab/{lab.public_id}/ideeen/", walk_in(None), walk_in(cast.ilse)
    assert "Er hangt nog geen idee." in page(visitor, wall)
    assert send(visitor, wall, text=" ") == 422
    assert send(visitor, wall, text="Mail mij: soep@voorbeeld.example") == 422
    assert asked(cast) == []
    answer = visitor.post(wall, {"text": SOUP, "half": "bewoners"})
    idea = LabIdea.objects.get()
    mine = f"/idee/{idea.secret}/"
    assert answer["Location"] == mine
    assert asked(cast) == ["pass_idea"]
    assert "Je idee wacht." in page(visitor, mine)
    for url in (wall, f"/lab/{lab.public_id}/", f"/zoeken/?q={SOUP}"):
        assert idea.public_id not in page(visitor, url), url
    assert SOUP not in page(visitor, wall)
    assert "soepkar" not in str(list(Entry.objects.values_list("data", flat=True)))
    assert SOUP in page(host, wall)

    assert send(walk_in(cast.tarik), f"/labidee/{idea.public_id}/laten-zien/") == 403
    for _twice in range(2):
        assert send(host, f"/labidee/{idea.public_id}/laten-zien/") == 302
    assert SOUP in page(visitor, wall)
    assert asked(cast) == []
    assert "Je idee hangt op de wand." in page(visitor, mine)

    assert visitor.post(f"{mine}initiatief/")["Location"].startswith("/")
    assert Initiative.objects.count() == 0
    writer = walk_in(cast.gerrit)
    assert send(writer, f"{mine}initiatief/") == 302
    made = Initiative.objects.get()
    assert (made.title, made.what, made.initiator_id) == (SOUP, SOUP, cast.gerrit.person_id)
    assert (made.why, made.area) == (f"Dit idee hing op de wand van {lab.name}.", lab.area)
    assert send(writer, f"{mine}initiatief/") == 409
    assert "Dit werd een initiatief" not in page(visitor, wall)  # it is a draft
    submit_initiative.submit(by=cast.gerrit, initiative=made, at=cast.tick())
    assert "Dit werd een initiatief" in page(visitor, wall)

    assert send(visitor, f"{mine}weg/") == 302
    assert LabIdea.objects.count() == 0
    assert [visitor.get(mine).status_code, send(visitor, f"{mine}weg/")] == [404, 404]


def test_what_is_wrong_with_an_idea(cast: Cast) -> None:
    lab = opened(cast)
    assert pins(cast, lab, key="een") == pins(cast, lab, key="een")
    for wrong in ({"text": ""}, {"text": "Bel 06 12345678"}, {"half": "regering"}):
        with pytest.raises(Invalid):
            pins(cast, lab, **wrong)
    idea = LabIdea.objects.get()
    with pytest.raises(Forbidden):
        services.drop_idea(by=cast.tarik, idea=idea, at=cast.tick())
    services.drop_idea(by=cast.bas, idea=idea, at=cast.tick())
    for gone in (services.drop_idea, services.pass_idea):
        with pytest.raises(NotNow, match="al weg"):
            gone(by=cast.bas, idea=idea, at=cast.tick())
    LabIdea.objects.bulk_create(
        LabIdea(lab=lab, text="x", secret=f"s{number}", at=cast.at) for number in range(100)
    )
    with pytest.raises(NotNow, match="hangt vol"):
        pins(cast, lab)
    LabIdea.objects.filter(secret="s1").update(shown_at=cast.at)
    pins(cast, lab)
    LabIdea.objects.bulk_create(
        LabIdea(lab=lab, text="x", secret=f"t{number}", at=cast.at, shown_at=cast.at) for number in range(400)
    )
    assert len(ideas_of(lab)) == 401
    tasks.forget_ideas(cast.tick(days=61))
    assert LabIdea.objects.count() == 401  # what waited too long is gone
    LabIdea.objects.filter(lab=lab).exclude(secret="s1").delete()
    assert send(walk_in(cast.bas), f"/labidee/{LabIdea.objects.get().public_id}/weg/") == 302
    assert LabIdea.objects.count() == 0


def test_a_lab_that_closed_or_is_hidden_takes_no_ideas(cast: Cast) -> None:
    lab = opened(cast)
    idea = pins(cast, lab)
    services.pass_idea(by=cast.bas, idea=idea, at=cast.tick())
    services.hide_lab(code=lab.public_id, words="Verborgen", by=None, at=cast.tick())
    with pytest.raises(Forbidden, match="verborgen"):
        pins(cast, lab)
    visitor = walk_in(None)
    assert SOUP not in page(visitor, f"/lab/{lab.public_id}/ideeen/")
    assert visitor.get(f"/idee/{idea.secret}/").status_code == 404
    services.show_lab(code=lab.public_id, by=None, at=cast.tick())
    assert SOUP in page(visitor, f"/lab/{lab.public_id}/ideeen/")
    services.close_lab(by=cast.bas, lab=lab, why="Het geld is op.", at=cast.tick())
    with pytest.raises(Forbidden, match="dicht"):
        pins(cast, lab)


def test_a_long_idea_gets_a_short_title_and_grows_once(cast: Cast) -> None:
    lab = opened(cast)
    idea = pins(cast, lab, LONG)
    made = grow_idea.grow(by=cast.gerrit, idea=idea, at=cast.tick())
    assert (made.title, made.what) == (f"{SHORT}…", LONG)
    assert len(made.title) <= 80
    with pytest.raises(NotNow, match="al een initiatief"):
        grow_idea.grow(by=cast.gerrit, idea=idea, at=cast.tick())  # read before it grew
    again = idea_by_secret(idea.secret)
    assert again
    with pytest.raises(NotNow, match="al een initiatief"):
        grow_idea.grow(by=cast.gerrit, idea=again, at=cast.tick())
    assert Initiative.objects.count() == 1
