"""What an administrator chooses for the whole platform, and what is refused beside which field."""

from __future__ import annotations

import pytest

from middenstip.domain.areas.models import Area
from middenstip.domain.site import rules, services
from middenstip.domain.site.models import Site
from middenstip.domain.site.selectors import the_site
from middenstip.journal.models import Entry
from middenstip.kernel.verdict import Forbidden, Invalid
from tests.cast import Cast

NO_COLOUR = "Schrijf de kleur als # met zes cijfers of letters, zoals #006d77."


def changes() -> list[str]:
    """What the journal says was changed, in order."""
    return [entry.data["what"] for entry in Entry.objects.filter(kind="site.changed").order_by("pk")]


def test_the_front_page_says_what_an_administrator_wrote_and_twice_is_once(cast: Cast) -> None:
    told = {"title": " Welkom  in Deventer", "lead": "Wat doen we\nsamen?"}
    for _twice in range(2):
        services.change_front(by=cast.noor, **told, at=cast.tick())
    site = the_site()
    assert (site.front_title, site.front_lead) == ("Welkom in Deventer", "Wat doen we samen?")
    assert changes() == ["front"]
    services.change_front(by=cast.noor, title="", lead="", at=cast.tick())
    assert (the_site().front_title, the_site().front_lead) == ("", "")
    assert changes() == ["front", "front"]


def test_what_is_too_long_is_refused_and_nothing_is_kept(cast: Cast) -> None:
    with pytest.raises(Invalid) as refused:
        services.change_front(by=cast.noor, title="x" * 81, lead="", at=cast.tick())
    assert refused.value.errors == {"title": "Dat is te lang: hooguit 80 tekens."}
    with pytest.raises(Invalid) as refused:
        services.change_rules(by=cast.noor, lead="", texts={"respect": "x" * 401}, at=cast.tick())
    assert refused.value.errors == {"respect": "Dat is te lang: hooguit 400 tekens."}
    assert (Site.objects.count(), changes()) == (0, [])


def test_a_rule_without_words_of_our_own_is_told_as_it_was_made(cast: Cast) -> None:
    told = {"respect": "Ook als je boos bent.", "privacy": " "}
    services.change_rules(by=cast.noor, lead="Zo doen we dat hier.", texts=told, at=cast.tick())
    site = the_site()
    assert (site.rules_lead, site.rule_texts) == (
        "Zo doen we dat hier.",
        {"respect": "Ook als je boos bent."},
    )
    assert changes() == ["rules"]


@pytest.mark.parametrize("acts_as", ["marijke", "samira"])
def test_only_an_administrator_sets_up_the_platform(cast: Cast, acts_as: str) -> None:
    with pytest.raises(Forbidden, match="Dit doet een beheerder van het platform"):
        services.change_front(by=getattr(cast, acts_as), title="Van mij", lead="", at=cast.tick())
    assert not Site.objects.exists()


def test_a_visitor_sets_up_nothing(cast: Cast) -> None:
    assert rules.may_set_up(None).reason == "Dit doet een beheerder van het platform."
    assert rules.may_set_up(cast.noor)


def test_colours_that_nobody_can_read_are_refused_with_their_contrast(cast: Cast) -> None:
    with pytest.raises(Invalid) as refused:
        services.choose_colours(by=cast.noor, main="#00a0e1", ball="#ffee99", at=cast.tick())
    main, ball = refused.value.errors["main"], refused.value.errors["ball"]
    assert main.startswith(
        "Deze kleur heeft 2,3 : 1 contrast. Voor letters is 4,5 : 1 nodig. Kies een donker"
    )
    proposed = main.removesuffix(".").rpartition(" ")[2]
    assert rules.is_readable(proposed)  # the colour that the refusal names is good
    assert ball.startswith("Deze kleur heeft 1,1 : 1 contrast met wit. Voor een merkje is 3,0 : 1 nodig.")
    with pytest.raises(Invalid) as refused:
        services.choose_colours(by=cast.noor, main="blauw", ball="#12345", at=cast.tick())
    assert refused.value.errors == {"main": NO_COLOUR, "ball": NO_COLOUR}
    assert (Site.objects.count(), changes()) == (0, [])


def test_a_colour_becomes_the_shades_of_the_sheet_and_goes_when_it_is_cleared(cast: Cast) -> None:
    services.choose_colours(by=cast.noor, main=" #1A4F8B", ball="", at=cast.tick())
    site = the_site()
    steps = (50, 100, 200, 300, 400, 500, 600, 700)
    assert (site.main_colour, site.ball_colour) == ("#1a4f8b", "")
    assert sorted(site.shades) == sorted(f"--ms-merk-{step}" for step in steps)
    assert site.shades["--ms-merk-500"] == "#1a4f8b"

    services.choose_colours(by=cast.noor, main="", ball="#b33c00", at=cast.tick())
    assert the_site().shades == {"--bal": "#b33c00", "--bal-tekst": "#ffffff"}
    services.choose_colours(by=cast.noor, main="", ball="#cc7000", at=cast.tick())
    assert the_site().shades == {"--bal": "#cc7000", "--bal-tekst": "#0b0c0c"}  # ink reads better on orange

    services.choose_colours(by=cast.noor, main="", ball="", at=cast.tick())
    assert (the_site().ball_colour, the_site().shades) == ("", {})
    assert changes() == ["colours"] * 4


def test_the_home_area_is_a_gemeente_or_what_the_server_says(cast: Cast) -> None:
    roermond, lettele = Area.objects.get(code="GM0957"), Area.objects.get(code="WK015014")
    services.choose_home(by=cast.noor, area=roermond, at=cast.tick())
    with pytest.raises(Invalid) as refused:
        services.choose_home(by=cast.noor, area=lettele, at=cast.tick())
    assert refused.value.errors == {"home": "Kies een gemeente."}
    assert the_site().home == roermond
    services.choose_home(by=cast.noor, area=None, at=cast.tick())
    assert the_site().home is None


def test_all_themes_is_the_same_as_no_choice_and_none_is_refused(cast: Cast) -> None:
    known = ["groen", "wonen", "zorg"]
    services.choose_themes(by=cast.noor, themes=["zorg", "groen", "onzin"], known=known, at=cast.tick())
    assert the_site().themes == ["groen", "zorg"]
    with pytest.raises(Invalid) as refused:
        services.choose_themes(by=cast.noor, themes=["onzin"], known=known, at=cast.tick())
    assert refused.value.errors == {"themes": "Kies minstens één thema."}
    services.choose_themes(by=cast.noor, themes=known, known=known, at=cast.tick())
    assert the_site().themes == []
