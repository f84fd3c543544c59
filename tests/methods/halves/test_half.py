"""What one half says: its own majority, its own quorum, in a sentence with its own numbers."""

from fractions import Fraction

import pytest

from middenstip.methods.halves import Half, Rules, Tally, count_half

RULES = Rules()


def says(tally: Tally, roll: int = 40, rules: Rules = RULES) -> Half:
    return count_half("bewoners", tally, roll, rules)


def test_half_with_a_majority_and_its_quorum_says_yes():
    half = says(Tally(ja=4, nee=2, tenzij=1, neutraal=9))
    assert (half.says_yes, half.share, half.quorum) == (True, Fraction(4, 7), 4)
    assert half.why == (
        "De helft bewoners zegt JA: 4 keer ja op 7 beslissende stemmen, en 4 keer ja was genoeg."
    )


def test_tie_is_a_no():
    half = says(Tally(ja=5, nee=4, tenzij=1))
    assert not half.says_yes
    assert half.why == (
        "De helft bewoners zegt NEE: 5 keer ja op 10 beslissende stemmen; gelijk is geen meerderheid."
    )


def test_more_noes_than_yeses_is_a_no():
    half = says(Tally(ja=4, nee=5))
    assert not half.says_yes
    assert half.why == (
        "De helft bewoners zegt NEE: 4 keer ja op 9 beslissende stemmen; dat is niet meer dan de helft."
    )


def test_higher_majority_is_named_in_the_sentence():
    half = says(Tally(ja=5, nee=3), rules=Rules(majority=Fraction(3, 4)))
    assert half.why.endswith("5 keer ja op 8 beslissende stemmen; dat is niet meer dan 3/4.")


def test_three_yeses_of_forty_miss_the_quorum():
    half = says(Tally(ja=3))
    assert not half.says_yes
    assert half.why == "De helft bewoners zegt geen JA: 3 keer ja is te weinig, 4 is nodig."


def test_silent_half_says_no_yes():
    half = says(Tally(neutraal=12))
    assert (half.says_yes, half.share) == (False, 0)
    assert half.why == "De helft bewoners zegt geen JA: niemand stemde ja of nee, en 4 keer ja is nodig."


@pytest.mark.parametrize(("roll", "quorum"), [(3, 2), (20, 2), (21, 3), (40, 4), (41, 5), (1000, 100)])
def test_quorum_is_a_tenth_of_the_roll_rounded_up_and_at_least_two(roll, quorum):
    assert RULES.quorum(roll) == quorum


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"quorum_percent": 4}, "Deze grens past niet bij de regel: quorum_percent = 4."),
        ({"quorum_percent": 51}, "Deze grens past niet bij de regel: quorum_percent = 51."),
        ({"mean_share": Fraction(3, 2)}, "Deze grens past niet bij de regel: mean_share = 3/2."),
        ({"majority": Fraction(2, 5)}, "Deze grens past niet bij de regel: majority = 2/5."),
    ],
)
def test_threshold_outside_the_rule_is_refused(change, message):
    with pytest.raises(ValueError) as refusal:
        Rules(**change)
    assert str(refusal.value) == message
