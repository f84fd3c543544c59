"""What the tribune counts."""

from middenstip.domain.areas.models import Area
from middenstip.domain.reports.selectors.tribune import counted
from middenstip.kernel.half import Half
from tests.cast import Cast


def test_an_organisation_of_the_gemeente_plays_in_its_wijk_and_a_private_person_only_at_home(
    cast: Cast,
) -> None:
    """Marijke and Gerrit live in Lettele, Yara and Noor speak for one club; Tarik lives elsewhere in town."""
    city, village = (Area.objects.get(code=code) for code in ("GM0150", "WK015014"))
    in_village = counted(village.pk, "wijk", [city.pk], cast.today).field
    in_city = counted(city.pk, "gemeente", [], cast.today).field
    assert (in_village[Half.RESIDENTS], in_city[Half.RESIDENTS]) == ((4, 1), (5, 1))
    assert in_village[Half.GOVERNMENT] == in_city[Half.GOVERNMENT] == (2, 1)
