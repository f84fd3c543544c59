"""Services for the hall: people ask by phone, others share it, and the host leads them past the table."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from middenstip.domain.gatherings import facts, rules
from middenstip.domain.gatherings.lifecycle import (
    HALL,
    MOST_OF_A_PHONE,
    MOST_QUESTIONS,
    ON_TABLE,
    OUT,
    PHONES_KEPT,
    WAITS,
)
from middenstip.domain.gatherings.models import Attendance, Gathering, HallPhone, HallQuestion, NoteLine
from middenstip.domain.gatherings.services.after import write_note
from middenstip.domain.gatherings.services.record import fresh, record_about
from middenstip.kernel import hidden, typed
from middenstip.kernel.actor import Doer
from middenstip.kernel.contact import has_contact
from middenstip.kernel.half import Half
from middenstip.kernel.ids import new_id
from middenstip.kernel.once import once
from middenstip.kernel.verdict import Invalid, NotNow, Verdict, require, said
from middenstip.kernel.write import write

CONTACT = "Haal het mailadres of het telefoonnummer weg. Iedereen leest dit mee."
KNOWN = "Deze vraag staat er al. Druk daar op ‘Ook mijn vraag’."
HIDDEN_BEFORE = "Deze vraag is verborgen. Lees bij de vragen waarom, en schrijf hem anders op."


@write
@once(lambda public_id: HallQuestion.objects.get(public_id=public_id), besides=("phone", "by"))
def ask_in_hall(
    *,
    gathering: Gathering,
    text: str,
    half: str = "",
    phone: str = "",
    by: Doer | None = None,
    key: str = "",
    public_id: str = "",
    at: datetime,
) -> HallQuestion:
    """Somebody asks by phone, without an account. `by` opens a closed gathering; it is not kept."""
    gathering = fresh(gathering)
    require(rules.may_ask(gathering, _is_inside(gathering, by)))
    _now(rules.asks_now(gathering, at))
    own = HallPhone.objects.filter(question__gathering=gathering, phone=phone, is_own=True)
    if phone and own.count() >= MOST_OF_A_PHONE:
        raise NotNow(said("Je stelde al %(count)s vragen. Geef nu anderen de ruimte.", count=MOST_OF_A_PHONE))
    made = _asked(gathering, text, half, public_id, at)
    if phone:
        HallPhone(question=made, phone=phone, is_own=True).store()
    return made


@write
@once(lambda public_id: HallQuestion.objects.get(public_id=public_id))
def type_question_card(
    *,
    by: Doer,
    gathering: Gathering,
    text: str,
    half: str = "",
    key: str = "",
    public_id: str = "",
    at: datetime,
) -> HallQuestion:
    """The host types in a question from a card; it is marked as from paper."""
    gathering = fresh(gathering)
    require(rules.may_manage(by, gathering))
    _now(rules.types_cards_now(gathering, at))
    return _asked(gathering, text, half, public_id, at, on_card=True, by=by)


@write
def echo_in_hall(*, question: HallQuestion, phone: str, by: Doer | None = None, at: datetime) -> HallQuestion:
    """A phone says that it is their question too. Twice is once, and who asked it counts already."""
    gathering, question = _held(question)
    require(rules.may_ask(gathering, _is_inside(gathering, by)))
    _now(rules.asks_now(gathering, at))
    if HallPhone.objects.filter(question=question, phone=phone).exists():
        return question
    HALL.after(question.state, "echo")
    HallPhone(question=question, phone=phone).store()
    question.echoes += 1
    question.store("echoes")
    record_about(facts.HallEchoed, gathering, None, at, question=question.public_id)
    return question


@write
def move_in_hall(*, by: Doer, question: HallQuestion, step: str, at: datetime) -> HallQuestion:
    """The host puts it on the table, takes it back, or marks it as answered (`step`).

    Only one lies on the table: the one that lay there waits again.
    """
    gathering, question = _held(question)
    require(rules.may_manage(by, gathering))
    _now(rules.asks_now(gathering, at))
    if step == "answer":
        _now(rules.may_answer_in_hall(gathering))
    if step not in ("table", "back", "answer"):
        raise Invalid({"": "Kies wat er met deze vraag gebeurt."})
    state = HALL.after(question.state, step)
    if state == ON_TABLE:
        HallQuestion.objects.filter(gathering=gathering, state=ON_TABLE).update(state=WAITS)
    return _put(facts.HallMoved, gathering, question, state, by, at, state=state)


@write
def sum_up_in_hall(*, by: Doer, question: HallQuestion, summary: str, at: datetime) -> HallQuestion:
    """In a luisterronde: the host writes what was heard. The speaker says whether it is right."""
    gathering, question = _held(question)
    require(rules.may_manage(by, gathering))
    _now(rules.asks_now(gathering, at))
    _now(rules.may_sum_up(gathering))
    state = HALL.after(question.state, "sum_up")
    summary = typed.name("summary", summary)
    if not summary:
        raise Invalid({"summary": "Schrijf eerst op wat je hoorde."})
    question.summary, question.reply = summary, ""
    question.store("summary", "reply")
    return _put(facts.HallSummed, gathering, question, state, by, at)


@write
def confirm_in_hall(
    *,
    question: HallQuestion,
    agrees: bool,
    text: str = "",
    phone: str = "",
    by: Doer | None = None,
    at: datetime,
) -> HallQuestion:
    """The speaker says *klopt*, or *niet helemaal* with what is missing; of a card the host hears it."""
    gathering, question = _held(question)
    own = HallPhone.objects.filter(question=question, phone=phone, is_own=True)
    is_own = bool(phone) and own.exists()
    require(rules.may_confirm(question, is_own, rules.is_host(by, gathering)))
    _now(rules.asks_now(gathering, at))
    state = HALL.after(question.state, "agree" if agrees else "differ")
    reply = "" if agrees else typed.name("text", text)
    if not agrees and not reply:
        raise Invalid({"text": "Schrijf op wat er nog mist of anders is."})
    if has_contact(reply):
        raise Invalid({"text": CONTACT})
    question.reply = reply
    question.store("reply")
    return _put(facts.HallConfirmed, gathering, question, state, None, at, agrees=agrees)


@write
def hide_in_hall(*, by: Doer, question: HallQuestion, why: str, at: datetime) -> HallQuestion:
    """The host hides a question that is not decent. The reason stays in its place."""
    gathering, question = _held(question)
    require(rules.may_manage(by, gathering))
    state = HALL.after(question.state, "hide")
    why = typed.name("why", why)
    if not why:
        raise Invalid({"why": "Schrijf op waarom je deze vraag verbergt."})
    hidden.hide(question, hidden.HIDDEN)
    question.why_hidden = why
    question.store("why_hidden")
    return _put(facts.HallHidden, gathering, question, state, by, at)


@write
def show_in_hall(*, by: Doer, question: HallQuestion, at: datetime) -> HallQuestion:
    """The host puts a hidden question back among those that wait."""
    gathering, question = _held(question)
    require(rules.may_manage(by, gathering))
    state = HALL.after(question.state, "show")
    hidden.show(question)
    question.why_hidden = ""
    question.store("why_hidden")
    return _put(facts.HallShown, gathering, question, state, by, at)


@write
def note_in_hall(*, by: Doer, question: HallQuestion, at: datetime) -> NoteLine:
    """The question becomes a line of the notes, in a luisterronde its summary. Twice is once."""
    gathering, question = _held(question)
    require(rules.may_manage(by, gathering))
    if question.line:
        return question.line
    if question.state == OUT:
        raise NotNow(HALL.refusal(OUT))
    line = write_note(by=by, gathering=gathering, text=question.summary or question.text, at=at)
    question.line = line
    question.store("line")
    record_about(facts.HallNoted, gathering, by, at, question=question.public_id)
    return line


@write
def forget_phones(*, at: datetime) -> int:
    """Delete which phone asked what at gatherings that are over; returns how many."""
    over = HallPhone.objects.filter(question__gathering__ends_at__lt=at - PHONES_KEPT)
    return over.delete()[0]


def _asked(
    gathering: Gathering,
    text: str,
    half: str,
    public_id: str,
    at: datetime,
    *,
    on_card: bool = False,
    by: Doer | None = None,
) -> HallQuestion:
    text = typed.name("text", text)
    if not text:
        raise Invalid({"text": "Schrijf eerst je vraag."})
    if has_contact(text):
        raise Invalid({"text": CONTACT})
    if half and half not in list(Half):
        raise Invalid({"half": "Kies een helft, of niets."})
    known = list(HallQuestion.objects.filter(gathering=gathering).only("text", "hidden", "state"))
    if len(known) >= MOST_QUESTIONS:
        raise NotNow(said("Er zijn al %(count)s vragen. Meer past er niet bij.", count=MOST_QUESTIONS))
    same = _words(text)
    if any(_words(one.text) == same for one in known):
        raise Invalid({"text": KNOWN})
    if any(_words(words) == same for one in known for words in hidden.words_of(one.hidden)):
        raise Invalid({"text": HIDDEN_BEFORE})
    made = HallQuestion(
        public_id=public_id or new_id(), gathering=gathering, text=text, half=half, on_card=on_card, at=at
    ).store()
    record_about(facts.HallAsked, gathering, by, at, question=made.public_id, on_card=on_card)
    return made


def _words(text: str) -> str:
    """To compare two questions: a capital or a question mark makes no difference."""
    return typed.searchable(text) or text


def _held(question: HallQuestion) -> tuple[Gathering, HallQuestion]:
    """The question with its gathering, locked."""
    gathering = fresh(Gathering(pk=question.gathering_id))
    return gathering, HallQuestion.objects.select_related("line").get(pk=question.pk)


def _put(
    kind: Any,
    gathering: Gathering,
    question: HallQuestion,
    to: str,
    by: Doer | None,
    at: datetime,
    **data: Any,
) -> HallQuestion:
    question.state = to
    question.store("state")
    record_about(kind, gathering, by, at, question=question.public_id, **data)
    return question


def _is_inside(gathering: Gathering, by: Doer | None) -> bool:
    if not gathering.is_closed or by is None:
        return not gathering.is_closed
    comes = Attendance.objects.filter(gathering=gathering, person_id=by.person_id).exists()
    return rules.may_read_inside(by, gathering, comes)


def _now(verdict: Verdict) -> None:
    """Raise `NotNow` with the reason: it is not about who asks."""
    if not verdict:
        raise NotNow(verdict.reason)
