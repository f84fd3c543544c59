"""Searching everything: forgiving, filtered, and never what nobody may read."""

from __future__ import annotations

from io import StringIO

from django.core.management import call_command
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from middenstip.domain.initiatives.services.hiding import hide_initiative
from middenstip.domain.matching import services
from middenstip.domain.matching.method import find, known
from middenstip.domain.matching.models import IndexMark, Listing
from middenstip.domain.matching.tasks import learn_words, mend_words, mending, reindexing
from middenstip.domain.rooms import SEARCHED
from middenstip.journeys import leave
from middenstip.kernel.hidden import HIDDEN
from tests.cast import Cast, agreement, draft, person, submitted
from tests.domain.matching.playing import place
from tests.notices.ears import post


def titles(text: str, **more: object) -> list[str]:
    return [hit.title for hit in find(text, SEARCHED, **more)]  # type: ignore[arg-type]


def test_everything_public_is_found_with_its_kind_and_filters(cast: Cast) -> None:
    made = agreement(cast)
    draft(cast, "Geheim boompje")
    place(cast, cast.bas, "Boompjes over", is_offer=True, theme="natuur-en-milieu")
    place(cast, cast.tarik, "Schep voor boompjes gezocht", area="GM0957")
    post(cast)
    found = find("boompjes voedselbos", SEARCHED)
    assert {hit.kind for hit in found} == {"initiatief", "opgave", "offer", "need"}
    assert "Geheim boompje" not in {hit.title for hit in found}
    assert made.what in titles(made.what)
    assert titles("boomjpes", half="ondernemers") == ["Boompjes over"]
    assert titles("boompjes", area=("GM0957", "gemeente")) == ["Schep voor boompjes gezocht"]
    assert "Boompjes over" in titles("boompjes", area=("WK015014", "wijk"))
    assert titles("boompjes", theme="natuur-en-milieu")[0] == "Boompjes over"
    assert titles("boompjes", area=("BU01501400", "buurt")) == []
    assert titles("") == titles("?!") == titles("\U0001f333") == []
    assert find("boompjes", {}) == []
    only_goals = {"opgave": SEARCHED["opgave"]}
    assert find("voedselbos", only_goals, theme="natuur-en-milieu") == []
    assert titles("<b>boompjes</b> " + "x" * 20_000)[:1] == ["Boompjes over"]


def test_a_neighbour_shares_a_word(cast: Cast) -> None:
    place(cast, cast.bas, "Boompjes over", is_offer=True)
    post(cast)
    (hit,) = find("Ik zoek boompjes", SEARCHED, is_strict=True)
    assert (hit.noun, hit.shared, hit.area) == ("listing", ("Boompjes",), "Lettele")
    own = f"offer:{Listing.objects.get().pk}"
    assert find("Ik zoek boompjes", SEARCHED, is_strict=True, without=own) == []


ACTS = st.lists(st.sampled_from(["hide", "show", "withdraw", "erase", "learn", "hide idea"]), max_size=6)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=ACTS)
def test_what_nobody_may_read_is_never_found(cast: Cast, acts: list[str]) -> None:
    with transaction.atomic():
        idea = submitted(cast, "Bijenhotel bij de school")
        offer = place(cast, cast.gerrit, "Bijenhotel over", is_offer=True)
        learn_words(SEARCHED)
        hidden = {"offer": False, "idea": False, "gone": False}
        for act in acts:
            if act == "learn":
                learn_words(SEARCHED)
            elif act == "hide":
                services.hide_listing(code=offer.public_id, words=HIDDEN, by=None, at=cast.tick())
                hidden["offer"] = True
            elif act == "show" and hidden["offer"]:
                services.show_listing(code=offer.public_id, by=None, at=cast.tick())
                hidden["offer"] = False
            elif act == "withdraw" and not hidden["gone"]:
                services.withdraw_listing(by=cast.gerrit, listing=offer, at=cast.tick())
                hidden["gone"] = True
            elif act == "hide idea":
                hide_initiative(code=idea.public_id, words=HIDDEN, by=None, at=cast.tick())
                hidden["idea"] = True
            found = {hit.title for hit in find("bijenhotel", SEARCHED)}
            assert found <= {"Bijenhotel bij de school", "Bijenhotel over"}
            assert "Bijenhotel over" not in found or not (hidden["offer"] or hidden["gone"])
            assert "Bijenhotel bij de school" not in found or not hidden["idea"]
        transaction.set_rollback(True)


def test_who_is_erased_is_not_found(cast: Cast) -> None:
    place(cast, cast.gerrit, "Bijenhotel over", is_offer=True)
    post(cast)
    leave.erase(by=cast.gerrit, person=person(cast.gerrit), at=cast.tick())
    assert titles("bijenhotel") == []


def test_the_index_is_mended_and_made_anew_where_it_was_stopped(cast: Cast) -> None:
    for number in range(3):
        place(cast, cast.bas, f"Bijenhotel {number}", is_offer=True)
    assert mend_words(SEARCHED) == 3
    assert next(mending(SEARCHED), "") == ""
    services.withdraw_listing(by=cast.bas, listing=Listing.objects.earliest("pk"), at=cast.tick())
    assert mend_words(SEARCHED) == 1
    assert len(known("offer")) == 2
    steps = reindexing(SEARCHED)
    assert next(steps) == ("offer", 2)
    assert IndexMark.objects.get().kind == "offer"
    assert list(reindexing(SEARCHED)) == []
    assert not IndexMark.objects.exists()
    out = StringIO()
    call_command("reindex", stdout=out)
    assert out.getvalue().splitlines() == ["offer: 2", "Klaar: 2 teksten, 0 bijgewerkt."]
    assert titles("bijenhotle") == ["Bijenhotel 1", "Bijenhotel 2"]
