"""Values of the area: proposed for a figure, chosen by three halves, and asked about in a survey."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal

from middenstip.domain.baseline import facts, method, rules
from middenstip.domain.baseline.lifecycle import AGES, MOST_VALUES, NEEDS, SCAN
from middenstip.domain.baseline.models import AreaValue, Scan, ScanLine, ValueAnswer, ValueYes
from middenstip.domain.baseline.services.own import MOST
from middenstip.domain.baseline.services.record import fresh, record_about
from middenstip.domain.parties.models import Person, Seat
from middenstip.kernel import hidden, typed
from middenstip.kernel.actor import Actor
from middenstip.kernel.half import Half
from middenstip.kernel.ids import new_id
from middenstip.kernel.once import once
from middenstip.kernel.verdict import Invalid, NotNow, Sentence, require, said
from middenstip.kernel.write import write

HIDDEN_TEXT = "Deze tekst is verborgen. Lees bij het besluit waarom."


@write
@once(lambda public_id: AreaValue.objects.select_related("scan").get(public_id=public_id))
def propose_value(
    *,
    by: Actor,
    scan: Scan,
    figure: str,
    texts: Mapping[str, str],
    target: Decimal | None,
    by_year: int | None,
    key: str = "",
    public_id: str = "",
    at: datetime,
) -> AreaValue:
    """Propose a target for a figure of a first scan. `texts` has word and trade_off."""
    scan = fresh(scan)
    require(rules.may_lead(by, scan))
    SCAN.after(scan.state, "value")
    if scan.baseline_id:
        raise NotNow("Een gebiedswaarde hoort bij de eerste scan. Een herhaling meet hoe ver het is.")
    line = ScanLine.objects.filter(scan=scan, key=figure).first()
    errors = {}
    if line is None or line.value is None or method.is_hidden(line):
        errors["figure"] = "Kies een cijfer dat bekend is."
    word = typed.name("word", texts.get("word", ""))
    if not word:
        errors["word"] = "Schrijf wat jullie willen bereiken."
    if target is None or not target.is_finite() or abs(target) >= MOST:
        errors["target"] = "Vul een getal in."
    if by_year is None or not at.year < by_year <= at.year + 50:
        errors["by_year"] = "Kies een jaar dat nog komt."
    if errors or target is None or by_year is None:
        raise Invalid(errors)
    if AreaValue.objects.filter(scan=scan, key=figure).exists():
        raise NotNow("Bij dit cijfer staat al een gebiedswaarde.")
    if AreaValue.objects.filter(scan=scan).count() >= MOST_VALUES:
        raise NotNow(said("Er staan al %(most)s gebiedswaarden. Meer is niet te volgen.", most=MOST_VALUES))
    value = AreaValue(
        public_id=public_id or new_id(),
        scan=scan,
        key=figure,
        word=word,
        target=round(target, 4),
        by_year=by_year,
        trade_off=typed.name("trade_off", texts.get("trade_off", "")),
        person_id=by.person_id,
        seat_id=by.seat_id,
        at=at,
    ).store()
    record_about(facts.ValueProposed, scan, by, at, value=value.public_id)
    return value


@write
def agree_value(*, by: Actor, value: AreaValue, at: datetime) -> AreaValue:
    """A seat says yes for its half; with the third yes the value is chosen."""
    scan, value = _fresh(value)
    SCAN.after(scan.state, "value")
    seat = Seat.objects.select_related("area").get(pk=by.seat_id)
    given = list(ValueYes.objects.filter(value=value))
    require(rules.may_agree(by, scan, seat, given))
    ValueYes(value=value, half=seat.half, seat=seat, person_id=by.person_id, at=at).store()
    record_about(facts.ValueAgreed, scan, by, at, value=value.public_id, half=seat.half)
    if len(given) + 1 == len(Half):
        value.chosen_at = at
        value.store("chosen_at")
        record_about(facts.ValueChosen, scan, by, at, value=value.public_id)
    return value


@write
def answer_value(*, by: Actor, value: AreaValue, need: str, age: str = "") -> ValueAnswer:
    """A person says whether something must happen; again: it replaces the former. No fact and no moment.

    `age` is one of `AGES`, or "" for who does not tell.
    """
    scan, value = _fresh(value)
    SCAN.after(scan.state, "value")
    if errors := _wrong(need, age):
        raise Invalid(errors)
    answer = ValueAnswer.objects.filter(value=value, person=by.person_id).first()
    answer = answer or ValueAnswer(value=value, person_id=by.person_id)
    answer.need, answer.half, answer.age = need, by.half, age
    return answer.store()


@write
def drop_answers_of(*, person: Person) -> None:
    """A person is erased: what they answered about values no longer counts."""
    ValueAnswer.objects.filter(person=person).delete()


@write
def count_answers(
    *, by: Actor, value: AreaValue, need: str, half: str, number: int | None, age: str = ""
) -> ValueAnswer:
    """Who leads types in how many answers of one half and age came on paper; again: it replaces."""
    scan, value = _fresh(value)
    require(rules.may_lead(by, scan))
    SCAN.after(scan.state, "value")
    errors = _wrong(need, age)
    if half not in set(Half):
        errors["half"] = "Kies een helft."
    if number is None or not 0 <= number < 1_000_000:
        errors["number"] = "Vul in hoeveel antwoorden het zijn."
    if errors or number is None:
        raise Invalid(errors)
    about = {"value": value, "need": need, "half": half, "age": age, "person": None}
    answer = ValueAnswer.objects.filter(**about).first() or ValueAnswer(**about)
    answer.number = number
    return answer.store()


@write
def hide_value(*, code: str, words: str, by: Actor | None, at: datetime) -> None:
    """Put `words` in place of its texts."""
    scan, value = _fresh(AreaValue.objects.get(public_id=code), is_hidden_too=True)
    hidden.hide(value, words)
    record_about(facts.ScanTextHidden, scan, by, at)


@write
def show_value(*, code: str, by: Actor | None, at: datetime) -> None:
    """Put its texts back. `NotNow` when they are not hidden."""
    scan, value = _fresh(AreaValue.objects.get(public_id=code), is_hidden_too=True)
    hidden.show(value)
    record_about(facts.ScanTextShown, scan, by, at)


def _wrong(need: str, age: str) -> dict[str, str | Sentence]:
    errors: dict[str, str | Sentence] = {} if need in NEEDS else {"need": "Kies een antwoord."}
    if age and age not in AGES:
        errors["age"] = "Kies een leeftijd, of laat het leeg."
    return errors


def _fresh(value: AreaValue, *, is_hidden_too: bool = False) -> tuple[Scan, AreaValue]:
    scan = fresh(Scan(pk=value.scan_id))
    value = AreaValue.objects.get(pk=value.pk)
    if value.is_hidden and not is_hidden_too:
        raise NotNow(HIDDEN_TEXT)
    value.scan = scan
    return scan, value
