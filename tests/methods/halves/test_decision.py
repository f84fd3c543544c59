"""A proposal for a square, voted on by residents, the municipality and the shops around it."""

from fractions import Fraction

import pytest

from middenstip.methods.halves import HALVES, InputError, Rules, Vote, decide

ROLL = {"bewoners": 40, "overheid": 8, "ondernemers": 12}


def cast(half: str, ja: int = 0, nee: int = 0, tenzij: tuple[str, ...] = (), number: int = 1) -> list[Vote]:
    return (
        [Vote(number, half, "ja")] * ja
        + [Vote(number, half, "nee")] * nee
        + [Vote(number, half, "tenzij", text) for text in tenzij]
    )


def all_yes(number: int = 1) -> list[Vote]:
    return [vote for half in HALVES for vote in cast(half, ja=4, number=number)]


def shops_refuse(number: int = 1) -> list[Vote]:
    shops = cast(
        "ondernemers", ja=1, tenzij=("Laden kan tot elf uur", "laden  kan tot elf uur."), number=number
    )
    return cast("bewoners", 20, 1, number=number) + cast("overheid", 4, number=number) + shops


def test_yes_of_all_three_is_adopted():
    decision = decide(all_yes(), ROLL)
    assert decision.outcome == "aangenomen"
    assert decision.why[-2:] == (
        "Gemiddeld over de drie helften is 100% ja; dat is genoeg, want 2/3 is nodig.",
        "Het voorstel is aangenomen in ronde 1.",
    )


def test_three_narrow_majorities_are_not_enough_together():
    votes = [vote for half in HALVES for vote in cast(half, ja=4, nee=3)]
    decision = decide(votes, ROLL)
    assert decision.outcome == "niet aangenomen"
    assert decision.last.mean == Fraction(4, 7)
    assert "Gemiddeld over de drie helften is 57,1% ja; dat is te weinig, want 2/3 is nodig." in decision.why


def test_mean_of_exactly_two_thirds_passes():
    votes = [vote for half in HALVES for vote in cast(half, ja=4, nee=2)]
    assert decide(votes, ROLL).outcome == "aangenomen"


def test_shops_say_no_unless_and_are_owed_an_answer():
    decision = decide(shops_refuse(), ROLL)
    assert decision.outcome == "niet aangenomen"
    assert decision.why[-2:] == (
        "Het voorstel is in ronde 1 niet aangenomen; met een nieuwe tekst kan het nog 2 rondes.",
        "'Laden kan tot elf uur' moet antwoord krijgen: 2 mensen van de 3 in de helft ondernemers.",
    )


def test_lone_condition_is_kept_without_a_duty():
    decision = decide([*all_yes(), *cast("bewoners", tenzij=("Meer bankjes",))], ROLL)
    assert decision.must_answer == ()
    assert decision.conditions[0].why == (
        "'Meer bankjes' hoeft geen antwoord: 1 persoon van de 5 in de helft bewoners."
    )


def test_condition_below_a_tenth_of_the_votes_has_no_duty():
    crowd = cast("bewoners", ja=19, tenzij=("Meer bankjes", "Meer bankjes"))
    assert decide(crowd, ROLL).must_answer == ()
    assert len(decide(crowd[1:], ROLL).must_answer) == 1
    assert len(decide(crowd, ROLL, Rules(answer_percent=9)).must_answer) == 1


def test_unless_without_a_condition_counts_as_no_with_nothing_to_answer():
    decision = decide([*all_yes(), *cast("overheid", tenzij=("", " "))], ROLL)
    assert decision.last.halves[1].share == Fraction(4, 6)
    assert decision.conditions == ()


def test_answered_condition_lets_the_second_round_pass():
    decision = decide(shops_refuse(1) + all_yes(2), ROLL)
    assert decision.outcome == "aangenomen"
    assert [each.passes for each in decision.rounds] == [False, True]
    assert decision.why[-1] == "Het voorstel is aangenomen in ronde 2."


def test_votes_after_the_decision_do_not_count():
    decision = decide(all_yes(1) + shops_refuse(2), ROLL)
    assert decision.outcome == "aangenomen"
    assert decision.why[-1] == "De stemmen na ronde 1 tellen niet mee: het besluit was er al."


def test_no_new_text_is_a_stalemate():
    decision = decide(shops_refuse(), ROLL, new_text=False)
    assert decision.outcome == "patstelling"
    assert (
        "Na ronde 1 kwam er geen nieuwe tekst: een patstelling. Alles blijft zoals het is; de drie tellingen "
        "en het verhaal van de minderheid gaan als advies naar wie bevoegd is."
    ) in decision.why


def test_last_chance_is_named_as_one_round():
    decision = decide(shops_refuse(1) + shops_refuse(2), ROLL)
    assert (
        "Het voorstel is in ronde 2 niet aangenomen; met een nieuwe tekst kan het nog 1 ronde."
        in decision.why
    )


@pytest.mark.parametrize("new_text", [True, False])
def test_three_rounds_without_agreement_end_without_a_joint_decision(new_text):
    votes = [vote for number in (1, 2, 3) for vote in shops_refuse(number)]
    decision = decide(votes, ROLL, new_text=new_text)
    assert decision.outcome == "niet aangenomen"
    assert any(
        sentence.startswith("Na 3 rondes is er geen gezamenlijk besluit: het voorstel is niet aangenomen.")
        for sentence in decision.why
    )


def test_nobody_voting_decides_nothing():
    decision = decide([], ROLL)
    assert (decision.outcome, decision.last.mean) == ("niet aangenomen", 0)


def test_consent_passes_without_grave_objections():
    decision = decide([*all_yes(), Vote(1, "overheid", "nee", "Te duur")], ROLL, mode="consent")
    assert decision.outcome == "aangenomen"
    assert decision.why == (
        "De helft bewoners heeft geen overwegend bezwaar: 4 keer 'geen bezwaar' (4 nodig) "
        "en 0 keer bezwaar met redenen, op 40 mensen.",
        "De helft overheid heeft geen overwegend bezwaar: 4 keer 'geen bezwaar' (2 nodig) "
        "en 1 keer bezwaar met redenen, op 8 mensen.",
        "De helft ondernemers heeft geen overwegend bezwaar: 4 keer 'geen bezwaar' (2 nodig) "
        "en 0 keer bezwaar met redenen, op 12 mensen.",
        "Het voorstel is aangenomen in ronde 1.",
        "'Te duur' moet antwoord krijgen: 1 persoon van de 5 in de helft overheid.",
    )


def test_two_reasoned_objections_in_a_small_half_withhold_consent():
    objections = [Vote(1, "overheid", "nee", "Te duur"), Vote(1, "overheid", "tenzij", "Eerst een proef")]
    decision = decide(all_yes() + objections, ROLL, mode="consent")
    assert decision.outcome == "niet aangenomen"
    assert decision.why[1] == (
        "De helft overheid geeft geen consent: 2 keer bezwaar met redenen, op 8 mensen."
    )


def test_no_without_a_reason_is_no_objection():
    decision = decide([*all_yes(), *cast("overheid", nee=3)], ROLL, mode="consent")
    assert (decision.outcome, decision.conditions) == ("aangenomen", ())


def test_consent_needs_people_who_say_so():
    decision = decide([Vote(1, "bewoners", "ja")], ROLL, mode="consent")
    assert decision.why[0] == ("De helft bewoners geeft geen consent: 1 keer 'geen bezwaar', 4 is nodig.")


@pytest.mark.parametrize(
    ("votes", "roll", "message"),
    [
        ([], {"bewoners": 9, "overheid": 9}, "De helft ondernemers ontbreekt in de kieslijst."),
        (
            [],
            {**ROLL, "bezoekers": 5},
            "Onbekende helft in de kieslijst: 'bezoekers'. De helften zijn bewoners, overheid, ondernemers.",
        ),
        (
            [],
            {**ROLL, "overheid": 2},
            "De helft overheid telt 2 mensen op de kieslijst; een stemming opent pas bij 3.",
        ),
        ([Vote(4, "overheid", "ja")], ROLL, "ronde 4 bestaat niet; er zijn hoogstens 3."),
        (
            [Vote(1, "kerk", "ja", line=7)],
            ROLL,
            "regel 7: onbekende helft 'kerk'. De helften zijn bewoners, overheid, ondernemers.",
        ),
        (
            [Vote(1, "overheid", "misschien", line=2)],
            ROLL,
            "regel 2: onbekende stem 'misschien'. Kies uit ja, tenzij, nee, neutraal.",
        ),
        (
            cast("overheid", ja=9),
            ROLL,
            "de helft overheid heeft in ronde 1 meer stemmen dan de 8 mensen op haar kieslijst.",
        ),
        (cast("overheid", ja=2, number=2), ROLL, "ronde 1 heeft geen stemmen, maar een latere ronde wel."),
    ],
)
def test_what_cannot_be_counted_is_refused_in_a_sentence(votes, roll, message):
    with pytest.raises(InputError) as refusal:
        decide(votes, roll)
    assert str(refusal.value) == message
