"""Who may open a ballot, vote, answer a condition, and write along with a decision; how a dialogue goes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta

from middenstip.domain.deliberation.lifecycle import (
    ANYWHERE,
    ARROW,
    BACKINGS,
    CHOICES,
    CONDITION,
    CONSENT,
    CONSENT_CHOICES,
    DECLINE,
    DEEP,
    LADDER,
    LONGEST,
    NO,
    OTHER,
    REPLIES,
    ROUNDS,
    SHORTEST,
    STANCES,
    UNLESS,
)
from middenstip.domain.deliberation.models import (
    CONDITION_LENGTH,
    STATEMENT_LENGTH,
    Attendee,
    Backing,
    Ballot,
    Dialogue,
    Pile,
    Recognised,
    Stance,
    Support,
    View,
    Vote,
    Voter,
)
from middenstip.domain.goals.lifecycle import GOAL
from middenstip.domain.goals.models import Goal
from middenstip.domain.goals.rules import leads
from middenstip.domain.initiatives.lifecycle import STAGES
from middenstip.kernel import typed
from middenstip.kernel.actor import Actor
from middenstip.kernel.half import Half
from middenstip.kernel.verdict import YES, Invalid, NotNow, Verdict, no, said

MOST_MEMBERS = 1_000_000
FEWEST = 3  # statements to begin with
SMALLEST = 3  # people in a half, before it can vote
CLOSED = "Deze stemming is gesloten. Je stem is niet meer te geven of te veranderen."
FACILITATES = "Je leidt hier het gesprek. Daarom stem je niet mee."
NOT_ON_ROLL = "Je zetel staat niet op de kieslijst. Die ligt vast sinds de stemming opende."
OTHER_HAT = "Je stemde hier al met een andere pet. Eén mens, één stem."


def may_decide(actor: Actor, goal: Goal, chairs: Collection[int]) -> Verdict:
    """A seat that counts at the table (`chairs`: their keys), or the facilitator, opens a ballot."""
    if actor.seat_id in chairs or leads(actor, goal):
        return YES
    return no("Een stemming openen doet wie aan tafel zit en meetelt, of de gespreksleider.")


def check_table(goal: Goal) -> None:
    """`NotNow` when the table or its initiative has ended."""
    if not GOAL.acts(goal.state) or (goal.initiative and not STAGES.acts(goal.initiative.stage)):
        raise NotNow("Deze tafel is klaar. Er valt niets meer te beslissen.")


def check_roll(roll: Mapping[str, int]) -> None:
    """`NotNow` when a half is too small to vote."""
    for half in Half:
        if roll.get(half, 0) < SMALLEST:
            reason = "De helft %(half)s heeft %(count)s mensen op de kieslijst. Nodig is %(least)s."
            raise NotNow(said(reason, half=half.value, count=roll.get(half, 0), least=SMALLEST))


def check_times(closes_at: datetime, review_on: date | None, at: datetime) -> None:
    """`Invalid` when it closes too soon or too late, or is looked at again before it closes."""
    if closes_at < at + SHORTEST:
        raise Invalid({"closes_at": "Geef mensen minstens een uur."})
    if closes_at > at + LONGEST:
        raise Invalid({"closes_at": "Kies een sluiting binnen zestig dagen."})
    if review_on and review_on <= closes_at.date():
        raise Invalid({"review_on": "Kies een dag na de sluiting."})


def may_vote(by: Actor, goal: Goal, voter: Voter | None) -> Verdict:
    """Who is on the roll votes; a facilitator does not."""
    if leads(by, goal):
        return no(FACILITATES)
    return YES if voter else no(NOT_ON_ROLL)


TYPED_TWICE = "Dit blad is al twee keer hetzelfde ingetypt. De stem telt mee."
VOTED_SELF = "Deze zetel stemde al zelf. Dit blad telt niet mee."
TYPED_OTHERWISE = "Een ander typte van dit blad iets anders in. Kijk samen op het blad."


def check_sheet(vote: Vote | None) -> None:
    """`NotNow` when this seat has a vote already: of its own, or from a sheet that two people typed in."""
    if vote:
        raise NotNow(TYPED_TWICE if vote.on_paper else VOTED_SELF)


def may_sign_covenant(actor: Actor, chairs: Collection[int]) -> Verdict:
    """A seat at the table signs for its half (`chairs`: the keys of the seats that count)."""
    return YES if actor.seat_id in chairs else no("Tekenen doet wie aan tafel zit en meetelt.")


def check_covenant(ambition: str, review_on: date, at: datetime) -> None:
    """`Invalid` without an ambition, or with a day to look again that has passed."""
    if not ambition:
        raise Invalid({"ambition": "Schrijf op wat jullie samen willen."})
    if review_on <= at.date():
        raise Invalid({"review_on": "Kies een dag die nog komt."})


def check_open(ballot: Ballot, at: datetime) -> None:
    """`NotNow` after the closing time, also when nobody counted yet."""
    if at >= ballot.closes_at:
        raise NotNow(CLOSED)


def check_choice(mode: str, choice: str, condition: str) -> None:
    """`Invalid` for an unknown choice, or without the words that it needs."""
    if choice not in (CONSENT_CHOICES if mode == CONSENT else CHOICES):
        raise Invalid({"choice": "Kies een van de antwoorden."})
    if choice == UNLESS and not condition:
        raise Invalid({"condition": "Zeg in één zin wat je nodig hebt om mee te gaan."})
    if mode == CONSENT and choice == NO and not condition:
        raise Invalid({"condition": "Zeg welk nadeel dit voorstel geeft. Daar kan de tafel iets mee."})


def check_outage(ballot: Ballot, from_at: datetime, until_at: datetime, at: datetime) -> timedelta:
    """How long it took; `Invalid` when it was not within the time that the ballot was open."""
    if until_at <= from_at:
        raise Invalid({"until_at": "De storing eindigt later dan ze begint."})
    if from_at < ballot.opened_at or until_at > at:
        raise Invalid({"from_at": "Kies een tijd tussen de opening en nu."})
    return until_at - from_at


def check_reply(reply: str, reason: str) -> None:
    """`Invalid` for an unknown answer, and for a refusal without a reason."""
    if reply not in REPLIES:
        raise Invalid({"reply": "Kies: opgenomen, deels, of niet."})
    if reply == DECLINE and not reason:
        raise Invalid({"reason": "Zeg waarom niet. Wie dit vroeg, heeft daar recht op."})


def may_speak(by: Actor, voter: Voter | None) -> Verdict:
    """Who was on the roll gives something along with the decision."""
    return YES if voter else no("Alleen wie op de kieslijst stond, geeft hier iets mee.")


def check_members(members: Mapping[str, int]) -> None:
    """`Invalid` unless every half has a number of people."""
    for half in Half:
        if not 1 <= members.get(half.value, 0) <= MOST_MEMBERS:
            raise Invalid({half.value: "Schat hoeveel mensen deze helft heeft."})


def check_statement(text: str) -> None:
    """`Invalid` for what is not a short statement: the published rules."""
    if not text:
        raise Invalid({"text": "Schrijf eerst je stelling."})
    if len(text) > STATEMENT_LENGTH:
        raise Invalid({"text": "Dit is te lang. Maak het één zin."})
    if "?" in text:
        raise Invalid({"text": "Dit is een vraag. Schrijf iets waar je ja of nee op kunt zeggen."})
    if len(typed.searchable(text).split()) < 2:
        raise Invalid({"text": "Schrijf een hele zin, in woorden."})


LEADS = "Je leidt dit gesprek. Daarom praat en stem je niet mee."
NOT_LEADING = "Dit doet wie het gesprek leidt."
NOT_THERE = "Doe eerst mee aan het gesprek."
GONE = "Deze deelnemer is er niet meer."
SEVERAL_ROUNDS = 2  # before a dialogue may go under the surface


def may_lead(by: Actor, dialogue: Dialogue) -> Verdict:
    """The seat that opened the dialogue, or a facilitator of this area, leads it."""
    return YES if by.seat_id == dialogue.led_by_id or leads(by, dialogue.goal) else no(NOT_LEADING)


def may_attend(hats: Iterable[Actor], dialogue: Dialogue) -> Verdict:
    """Who leads with any of their hats does not take part: a facilitator has no vote."""
    return no(LEADS) if any(may_lead(hat, dialogue) for hat in hats) else YES


def present(attendees: Iterable[Attendee]) -> list[Attendee]:
    return [one for one in attendees if one.left_at is None]


def check_halves(attendees: Iterable[Attendee]) -> None:
    """`NotNow` unless somebody of every half is there."""
    here = {one.half for one in present(attendees)}
    for half in Half:
        if half.value not in here:
            reason = "Er is nog niemand van de %(half)s. Wacht tot alle drie er zijn."
            raise NotNow(said(reason, half=half.value))


def check_everybody_spoke(attendees: Iterable[Attendee]) -> None:
    """`NotNow` while somebody was not asked for another sound, or did not have their turn."""
    waits = [one.number for one in present(attendees) if not one.has_spoken]
    if waits:
        numbers = ", ".join(f"{number}" for number in waits)
        raise NotNow(said("Vraag eerst iedereen. Nummer %(numbers)s zei nog niets.", numbers=numbers))


def check_carried(
    attendees: Iterable[Attendee], views: Iterable[View], recognised: Collection[Recognised]
) -> None:
    """`NotNow` while another sound stands alone, and not everybody was asked whether they recognise it."""
    here = {one.pk for one in present(attendees)}
    for view in views:
        answers = {one.attendee_id: one.is_yes for one in recognised if one.view_id == view.pk}
        waits = here - set(answers) - {view.attendee_id}
        if view.kind == OTHER and waits and not any(answers.values()):
            reason = "Vraag bij elk ander geluid wie het herkent. Eerst: “%(words)s”"
            raise NotNow(said(reason, words=view.text))


def check_proposal(dialogue: Dialogue) -> None:
    """`NotNow` without a proposal to answer to, or with the one that was answered before."""
    if not dialogue.text:
        raise NotNow("Schrijf eerst het voorstel op.")
    if dialogue.round and dialogue.text == dialogue.asked_text:
        raise NotNow("Schrijf eerst een nieuwe tekst. Over deze tekst gaf iedereen al antwoord.")


def check_answered(attendees: Iterable[Attendee], stances: Collection[Stance]) -> None:
    """`NotNow` while somebody did not answer this round, or a whole half did not."""
    check_halves(attendees)
    answered = {one.attendee_id for one in stances}
    waits = [one.number for one in present(attendees) if one.pk not in answered]
    if waits:
        numbers = ", ".join(f"{number}" for number in waits)
        raise NotNow(said("Nog niet iedereen gaf antwoord. Wacht op nummer %(numbers)s.", numbers=numbers))


def check_needs(attendees: Iterable[Attendee], stances: Iterable[Stance]) -> None:
    """`NotNow` while somebody who said no was not asked what they need, or got no answer."""
    here = {one.pk: one.number for one in present(attendees)}
    for one in stances:
        if one.choice != NO:
            continue
        if not one.need and not one.needs_nothing and one.attendee_id in here:
            number = here[one.attendee_id]
            raise NotNow(said("Vraag nummer %(number)s eerst wat die nodig heeft.", number=number))
        if one.need and not one.reply:
            raise NotNow(said("Geef eerst antwoord op: “%(need)s”", need=one.need))


def check_decides(dialogue: Dialogue, stances: Collection[Stance], halves: Mapping[int, str]) -> None:
    """`NotNow` unless in every half more said yes than no, to the text as it stands.

    `halves` is the half of each attendee (a key).
    """
    if dialogue.text != dialogue.asked_text:
        raise NotNow("De tekst is veranderd. Vraag eerst wat iedereen van deze tekst vindt.")
    for half in Half:
        own = [one.choice for one in stances if halves[one.attendee_id] == half.value]
        if own.count("ja") <= own.count(NO):
            raise NotNow(said("Van de %(half)s zei niet meer dan de helft ja.", half=half.value))


def check_dive(dialogue: Dialogue) -> None:
    """`NotNow` before the talk was tried in several rounds."""
    if dialogue.round < SEVERAL_ROUNDS:
        raise NotNow("Probeer eerst een tweede ronde. Dit is er alleen als het vastloopt.")


def check_safe(attendees: Iterable[Attendee]) -> None:
    """`NotNow` while somebody did not agree with the rules for safety."""
    if any(not one.is_safe for one in present(attendees)):
        raise NotNow("Eerst zegt iedereen ja tegen de regels. Dan pas gooien jullie pijlen.")


def check_surfaced(
    attendees: Iterable[Attendee], views: Iterable[View], recognised: Collection[Recognised]
) -> None:
    """`NotNow` before both sides spoke, and everybody said which arrow hit them."""
    arrows = {one.pk: one.attendee_id for one in views if one.kind == ARROW}
    if len(set(arrows.values())) < 2:
        raise NotNow("Laat eerst twee kanten alles zeggen.")
    answered = {one.attendee_id for one in recognised if one.view_id in arrows}
    if any(one.pk not in answered for one in present(attendees)):
        raise NotNow("Iedereen zegt eerst welke pijl raakt, of dat er geen raakt.")


def check_stance(method: str, choice: str, need: str) -> None:
    """`Invalid` for an unknown answer; an objection says what harm it sees."""
    if choice not in STANCES:
        raise Invalid({"choice": "Kies een van de antwoorden."})
    if method == ROUNDS and choice == NO and not need:
        raise Invalid({"need": "Zeg welke schade je ziet. Zonder reden is het geen bezwaar."})
    if method == DEEP and need:
        raise Invalid({"need": "Wat je nodig hebt, vragen we na het tellen."})


def check_mandate(step: str, decides: str, promise: str, until_on: date, at: datetime) -> None:
    """`Invalid` for a card that does not say who decides, what is promised, and until when."""
    if step not in LADDER:
        raise Invalid({"step": "Kies een tree."})
    if not decides:
        raise Invalid({"decides": "Schrijf op wie beslist."})
    if not promise:
        raise Invalid({"promise": "Schrijf op wat mensen mogen verwachten."})
    if until_on <= at.date():
        raise Invalid({"until_on": "Kies een dag die nog komt."})


SUPPORT_CLOSED = "Deze vraag is gesloten. Wat mensen zeiden, blijft zoals het is."
ANSWERED_OTHERWISE = "Je gaf hier al antwoord met een andere pet. Eén mens, één antwoord."
PILE_TWICE = "Deze stapel is al twee keer hetzelfde ingetypt. Hij telt mee."


def check_support(question: str, text: str, places: Collection[str], offered: Collection[str]) -> None:
    """`Invalid` without a plan to support, or without a place that it is about (codes of areas)."""
    if not question:
        raise Invalid({"question": "Schrijf de vraag op."})
    if not text:
        raise Invalid({"text": "Schrijf op welk plan mensen steunen."})
    if not places or not set(places) <= set(offered):
        raise Invalid({"places": "Kies om welke buurten het gaat."})


def check_running(support: Support, at: datetime) -> None:
    """`NotNow` after the closing time, also before the worker has closed it, and when its text is hidden."""
    if at >= support.closes_at:
        raise NotNow(SUPPORT_CLOSED)
    if support.is_hidden:
        raise NotNow("Deze vraag is verborgen. Lees bij het besluit waarom.")


def check_place(support: Support, place: str) -> None:
    """`Invalid` for a place that this question is not about."""
    if place not in {one["code"] for one in support.places} | set(ANYWHERE):
        raise Invalid({"place": "Kies waar je woont of werkt."})


def check_backing(choice: str, words: str) -> None:
    """`Invalid` for an unknown answer, and for a condition without words."""
    if choice not in BACKINGS:
        raise Invalid({"choice": "Kies een van de antwoorden."})
    if choice == CONDITION and not words:
        raise Invalid({"words": "Zeg in één zin onder welke voorwaarde."})
    if len(words) > CONDITION_LENGTH:
        raise Invalid({"words": "Dit is te lang. Zeg het in één zin."})


def check_written_anew(backing: Backing, words: str) -> None:
    """`NotNow` for new words where a moderator hid the old ones; the answer itself may change."""
    if backing.is_hidden and words not in ("", backing.words):
        raise NotNow("Wat je hier schreef, is verborgen. Je kunt je antwoord veranderen, je woorden niet.")


def check_pile(support: Support, half: str, numbers: Sequence[int], counted: int) -> None:
    """`Invalid` for a pile without people, or with more than its half has; `counted` came on paper before."""
    if half not in set(Half):
        raise Invalid({"half": "Kies bij welke helft deze stapel hoort."})
    if min(numbers) < 0 or not sum(numbers):
        raise Invalid({"backs": "Tel hoeveel bladen er in de stapel zitten."})
    if counted + sum(numbers) > support.members[half]:
        most = support.members[half]
        raise Invalid({"backs": said("Dat is meer dan de %(most)s mensen van deze helft.", most=most)})


def check_pile_words(conditional: int, lines: Sequence[str]) -> None:
    """`Invalid` when nobody typed in the conditions of who supports it under a condition."""
    if conditional and not lines:
        raise Invalid({"words": "Typ ook over welke voorwaarden erbij staan."})
    if any(len(one) > CONDITION_LENGTH for one in lines):
        raise Invalid({"words": "Een regel is te lang. Maak van elke regel één zin."})


def check_typed_again(pile: Pile) -> None:
    """`NotNow` when two people typed in this pile already."""
    if pile.second_by_id:
        raise NotNow(PILE_TWICE)
