"""Three halves look at one plan: what is common ground, what almost, and what is not."""

import pytest

from middenstip.methods.common_ground import Rules, Statement, analyse, collect


def about(sizes: dict[str, int], rules: Rules | None = None, **votes: tuple[int, int, int]) -> Statement:
    """The statement "plan" with (agree, disagree, pass) per half."""
    rows, halves = [], {}
    for half, size in sizes.items():
        members = [f"{half} {number}" for number in range(size)]
        halves.update(dict.fromkeys(members, half))
        agree, disagree, passed = votes.get(half, (0, 0, 0))
        opinions = [1] * agree + [-1] * disagree + [0] * passed
        rows += [(name, "plan", vote) for name, vote in zip(members, opinions, strict=False)]
    (result,) = analyse(collect(rows, ["plan"]), halves, rules=rules).statements
    return result


FIELD = {"bewoners": 60, "overheid": 20, "ondernemers": 30}


def test_yes_of_every_half_is_common_ground():
    plan = about(FIELD, bewoners=(30, 10, 0), overheid=(9, 1, 0), ondernemers=(20, 4, 6))
    assert (plan.certified, plan.near) == (True, None)
    assert plan.bridge == min(half.lower for half in plan.per_half) == plan.per_half[0].lower
    assert plan.why == "Gemene grond: elke helft is het hier mee eens."
    assert plan.per_half[2].why == (
        "In de helft overheid: 9 keer eens, 1 keer oneens, 0 keer overgeslagen; "
        "vrijwel zeker meer dan de helft is het eens (ondergrens 71%)."
    )


def test_crowd_of_residents_does_not_make_up_for_a_hesitating_half():
    plan = about(FIELD, bewoners=(60, 0, 0), overheid=(6, 5, 0), ondernemers=(20, 4, 0))
    assert (plan.certified, plan.near) == (False, "overheid")
    assert plan.why == "Bijna: alleen de helft overheid twijfelt nog."
    assert plan.per_half[2].why.endswith("niet zeker meer dan de helft is het eens (ondergrens 35%).")


def test_clear_no_of_one_half_is_not_almost():
    plan = about(FIELD, bewoners=(60, 0, 0), overheid=(2, 15, 0), ondernemers=(20, 4, 0))
    assert (plan.certified, plan.near) == (False, None)
    assert plan.why == "Geen gemene grond: er is geen zeker ja van overheid."


def test_two_hesitating_halves_are_named():
    plan = about(FIELD, bewoners=(60, 0, 0), overheid=(5, 5, 0), ondernemers=(6, 5, 0))
    assert plan.why == "Geen gemene grond: er is geen zeker ja van ondernemers en overheid."


def test_half_without_votes_can_never_be_certified():
    plan = about(FIELD, bewoners=(60, 0, 0), ondernemers=(30, 0, 0))
    assert (plan.certified, plan.bridge, plan.near) == (False, 0, "overheid")
    assert plan.per_half[2].why.endswith("dat is te weinig, 10 keer eens of oneens is nodig.")


def test_nine_votes_are_too_few_and_passes_do_not_help():
    votes = {"bewoners": (60, 0, 0), "overheid": (9, 0, 11), "ondernemers": (30, 0, 0)}
    assert not about(FIELD, **votes).certified
    assert about(FIELD, Rules(least_votes=9), **votes).certified


SMALL = {"bewoners": 60, "overheid": 8, "ondernemers": 30}


def test_half_under_ten_is_asked_as_a_whole():
    plan = about(SMALL, bewoners=(30, 5, 0), overheid=(5, 2, 1), ondernemers=(20, 4, 0))
    assert plan.certified
    assert (plan.per_half[2].census, plan.per_half[2].lower, plan.per_half[2].upper) == (True, 5 / 8, 5 / 8)
    assert plan.per_half[2].why == (
        "In de helft overheid: 5 keer eens, 2 keer oneens, 1 keer overgeslagen; "
        "gemeten bij alle leden, meer dan de helft van de 8 is het eens."
    )


def test_half_of_the_members_is_no_majority():
    plan = about(SMALL, bewoners=(30, 5, 0), overheid=(4, 0, 4), ondernemers=(20, 4, 0))
    assert (plan.certified, plan.near) == (False, "overheid")
    assert plan.per_half[2].why.endswith(
        "gemeten bij alle leden, niet meer dan de helft van de 8 is het eens."
    )


def test_small_half_is_certified_as_soon_as_its_majority_said_yes():
    """Nobody who was not asked yet can change that: there is no jump between a census and a sample."""
    for members in (8, 9, 10, 11):
        sizes = SMALL | {"overheid": members}
        plan = about(sizes, bewoners=(30, 5, 0), overheid=(6, 0, 0), ondernemers=(20, 4, 0))
        assert plan.certified
        assert plan.per_half[2].why.endswith(
            f"vrijwel zeker meer dan de helft van de {members} leden is het eens."
        )


def test_small_half_that_was_hardly_asked_is_not_certified():
    plan = about(SMALL, bewoners=(30, 5, 0), overheid=(3, 1, 0), ondernemers=(20, 4, 0))
    assert (plan.certified, plan.per_half[2].lower, plan.per_half[2].upper) == (False, 3 / 8, 7 / 8)
    assert plan.per_half[2].why.endswith("hier vragen we alle 8 leden, 4 nog niet.")


def test_two_halves_are_not_the_whole_field():
    plan = about({"bewoners": 60, "overheid": 20}, bewoners=(60, 0, 0), overheid=(20, 0, 0))
    assert (plan.certified, plan.near) == (False, None)
    assert plan.why == "Er zijn maar 2 van de 3 helften; gemene grond is niet te meten."


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        ([], "Niemand heeft deze stelling gezien."),
        ([("ann", "plan", 1)], "Er zijn geen helften gegeven; gemene grond is niet te meten."),
    ],
)
def test_without_votes_or_halves_nothing_is_claimed(rows, why):
    (plan,) = analyse(collect(rows, ["plan"])).statements
    assert (plan.bridge, plan.certified, plan.per_half, plan.why) == (None, False, (), why)
