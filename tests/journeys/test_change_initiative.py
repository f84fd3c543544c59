"""The idea gets a place after its table was opened."""

from middenstip.domain.agreements.selectors import agreements_in
from middenstip.domain.areas.models import Area
from middenstip.domain.goals.selectors import tables_in
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.initiatives.services import Change, Spot
from middenstip.domain.moderation.models import Review
from middenstip.journeys import change_initiative
from middenstip.kernel.hidden import HELD
from tests.cast import Cast, draft, signed, submitted


def test_tables_and_agreements_move_with_the_initiative(cast: Cast) -> None:
    made = signed(cast)
    rows = Initiative.objects.select_related("area", "municipality", "district")
    deventer, lettele = (Area.objects.get(code=code) for code in ("GM0150", "WK015014"))
    for area, found in ((deventer, 0), (lettele, 1)):
        initiative = rows.get()
        change_initiative.change(
            by=cast.marijke,
            initiative=initiative,
            change=Change(spot=Spot(area)),
            version=initiative.version,
            at=cast.tick(),
        )
        tables = [line.public_id for line in tables_in("WK015014")]
        agreements = [line.public_id for line in agreements_in("WK015014", cast.today)]
        assert (tables, agreements) == ([made.goal.public_id][:found], [made.public_id][:found])
        assert len(tables_in("GM0150")) == len(agreements_in("GM0150", cast.today)) == 1


def test_a_link_in_a_draft_waits_for_nobody_until_the_idea_is_public(cast: Cast) -> None:
    change = Change(texts={"what": "Zie www.koop.example"})
    for idea, what, reviews in (
        (draft(cast), "Zie www.koop.example", 0),
        (submitted(cast, "Een tweede plan"), HELD, 1),
    ):
        change_initiative.change(by=cast.marijke, initiative=idea, change=change, version=1, at=cast.tick())
        assert Initiative.objects.get(pk=idea.pk).what == what
        assert Review.objects.count() == reviews
