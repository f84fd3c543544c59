"""The pages of how an organisation works, and what its tables show of it."""

from __future__ import annotations

from datetime import timedelta

from middenstip.domain.goals.models import Goal
from middenstip.domain.parties.models import LogicCard, Organisation
from middenstip.kernel import clock
from tests.cast import Cast, joins, table
from tests.domain.parties.test_logic import deventer, write
from tests.web.at_the_door import page, walk_in

SENT = {"decides": "Het college.", "takes": "Zes weken.", "budget_month": "10", "may_not": "", "words": ""}
FOLD = '<details class="ms-details"'


def path_of(organisation: Organisation) -> str:
    return f"/partij/{organisation.public_id}/logica/"


def test_without_a_card_the_page_says_who_could_write_it(cast: Cast) -> None:
    path = path_of(deventer(cast))
    seen = page(walk_in(None), path)
    assert "Iedereen met een zetel bij gemeente Deventer kan haar schrijven" in seen
    assert "Schrijf op hoe jullie werken" not in seen
    assert "Schrijf op hoe jullie werken" in page(walk_in(cast.ilse), path)
    assert path in page(walk_in(None), f"/partij/{deventer(cast).public_id}/")


def test_an_official_writes_the_card_and_a_colleague_does_not_overwrite_it(cast: Cast) -> None:
    path, ilse, samira = path_of(deventer(cast)), walk_in(cast.ilse), walk_in(cast.samira)
    with clock.frozen(cast.tick()):
        wrong = ilse.post(f"{path}schrijven/", SENT | {"number": "0", "words": "College"})
    assert wrong.status_code == 422
    assert "Schrijf op elke regel een woord" in wrong.content.decode()
    with clock.frozen(cast.tick()):
        assert ilse.post(f"{path}schrijven/", SENT | {"number": "0"}).status_code == 302
    late = samira.post(f"{path}schrijven/", SENT | {"number": "0", "takes": "Een jaar."})
    text = late.content.decode()
    assert (late.status_code, "Een collega schreef" in text, 'name="number" value="1"' in text) == (
        409,
        True,
        True,
    )
    with clock.frozen(cast.tick()):
        again = samira.post(
            f"{path}schrijven/", SENT | {"number": "1", "takes": "Een jaar.", "budget_month": ""}
        )
    assert again.status_code == 302
    seen = page(walk_in(None), path)
    for words in ("Versie 2", "Een jaar.", "geen vaste maand", "Eerdere versies", "dicht in oktober"):
        assert words in seen
    assert "Dit klopt nog" not in seen


def test_after_a_year_the_page_asks_to_look_again(cast: Cast) -> None:
    write(cast)
    path = path_of(deventer(cast))
    with clock.frozen(cast.tick(days=366)):
        assert "meer dan een jaar geleden nagekeken" in page(walk_in(None), path)
        ilse = walk_in(cast.ilse)
        assert "Klopt nog hoe jullie werken?" in page(ilse, "/mijn/")
        assert ilse.post(f"{path}klopt/").status_code == 302
        assert "meer dan een jaar geleden" not in page(walk_in(None), path)


def test_a_hidden_card_shows_no_text_and_its_form_is_empty(cast: Cast) -> None:
    card = write(cast)
    LogicCard.objects.filter(pk=card.pk).update(hidden={}, decides="Deze tekst is verborgen.")
    path = path_of(deventer(cast))
    assert "/melden/logica-kaart/" not in page(walk_in(None), path)
    assert "Zes weken" not in page(walk_in(cast.ilse), f"{path}schrijven/")


def test_who_sits_with_an_organisation_since_a_short_time_sees_how_it_works(cast: Cast) -> None:
    goal = table(cast)
    path = f"/opgave/{goal.public_id}/"
    assert "Zo werkt gemeente" not in page(walk_in(None), path)
    assert "Jouw organisatie schreef nog niet op hoe ze werkt" in page(walk_in(cast.ilse), path)
    write(cast)
    with clock.frozen(cast.tick()):
        seen = page(walk_in(cast.marijke), path)
        assert (f"{FOLD} open>" in seen, "Zes weken, in de zomer langer." in seen, "oktober" in seen) == (
            True,
            True,
            True,
        )
        for reader in (None, cast.ilse, cast.gerrit):
            assert f"{FOLD}>" in page(walk_in(reader), path)
    later = cast.at + timedelta(days=14)
    with clock.frozen(later):
        assert f"{FOLD}>" in page(walk_in(cast.marijke), path)
        joins(cast, cast.gerrit, Goal.objects.get(pk=goal.pk), later)
        assert f"{FOLD} open>" in page(walk_in(cast.gerrit), path)
