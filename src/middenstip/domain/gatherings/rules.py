"""Who may announce, change, join and read a gathering, and who may invite an institution and answer."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from middenstip.domain.gatherings.lifecycle import (
    ANNOUNCED,
    BANDS,
    CANCELLED,
    CLOSES_AFTER,
    HELD,
    LISTENING,
    OPENS_BEFORE,
    PAST,
)
from middenstip.domain.gatherings.models import (
    Gathering,
    HallQuestion,
    Lot,
    Portrait,
    ProcessInvite,
    ReportPhoto,
)
from middenstip.domain.goals.models import Goal
from middenstip.domain.initiatives.lifecycle import DRAFT, STAGES
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.initiatives.rules import is_initiator
from middenstip.domain.labs.lifecycle import CLOSED
from middenstip.domain.labs.models import Lab
from middenstip.kernel.actor import Actor, Doer
from middenstip.kernel.half import Half
from middenstip.kernel.verdict import YES, Verdict, no

HIDDEN = "Deze tekst is verborgen. Lees bij het besluit waarom."


def may_announce(
    by: Actor,
    initiative: Initiative | None,
    goal: Goal | None,
    seats: Collection[int],
    lab: Lab | None = None,
) -> Verdict:
    """Anybody with a seat in an area; elsewhere those who take part there (`seats`, as keys)."""
    if initiative and initiative.stage == DRAFT:
        return no("Dit idee is nog een concept. Verstuur het eerst.")
    if initiative and not STAGES.acts(initiative.stage):
        return no("Dit initiatief is afgesloten. Een bijeenkomst kan wel bij het gebied.")
    if initiative and not is_initiator(by.person_id, initiative) and by.seat_id not in seats:
        return no("Alleen wie meedoet met dit initiatief, kondigt hier iets aan.")
    if goal and by.seat_id not in seats:
        return no("Alleen wie aan deze tafel zit, kondigt hier iets aan.")
    if lab and lab.state == CLOSED:
        return no("Dit lab is dicht. Een bijeenkomst kan wel bij het gebied.")
    if lab and by.seat_id not in seats:
        return no("Alleen wie dit lab draagt, kondigt hier iets aan.")
    return YES


def may_close(initiative: Initiative | None, goal: Goal | None) -> Verdict:
    """A closed gathering is of people who work together on something."""
    if initiative is None and goal is None:
        return no(
            "Een besloten bijeenkomst hoort bij een initiatief of een opgave. Die van een gebied is open."
        )
    return YES


def is_host(by: Doer | None, gathering: Gathering) -> bool:
    """The person who announced it, or another in the same seat: a host who leaves has a successor."""
    if by is None:
        return False
    return by.person_id == gathering.person_id or getattr(by, "seat_id", None) == gathering.seat_id


def may_manage(by: Doer, gathering: Gathering) -> Verdict:
    """The host changes, moves and cancels, counts, and writes the notes."""
    if not is_host(by, gathering):
        return no("Alleen wie dit aankondigde, verandert het.")
    return no(HIDDEN) if gathering.is_hidden else YES


def may_come(gathering: Gathering, is_expected: bool) -> Verdict:
    """Everybody who is logged in; to a closed gathering only who takes part (`is_expected`)."""
    if gathering.is_hidden:
        return no("Deze bijeenkomst is verborgen. Aanmelden kan nu niet.")
    if gathering.is_closed and not is_expected:
        return no("Deze bijeenkomst is besloten. Alleen wie meedoet, komt.")
    return YES


def bands_of(gathering: Gathering) -> list[str]:
    """The age bands for which it is; none when it is not for young people."""
    first, last = gathering.age_from, gathering.age_to
    if first is None or last is None:
        return []
    return [band for band, (start, end) in BANDS.items() if start <= last and end >= first]


def may_come_young(gathering: Gathering, band: str) -> Verdict:
    """Anybody of an age for which it is, without an account."""
    if gathering.is_hidden:
        return no("Deze bijeenkomst is verborgen. Aanmelden kan nu niet.")
    if band not in bands_of(gathering):
        return no("Deze bijeenkomst is niet voor jouw leeftijd.")
    return YES


def may_read_inside(by: Doer | None, gathering: Gathering, comes: bool) -> bool:
    """Who reads the subject, the place and the notes of a closed gathering: the host, and who comes."""
    return not gathering.is_closed or comes or is_host(by, gathering)


def may_invite(by: Actor, initiative: Initiative) -> Verdict:
    """The initiator invites institutions into the own process."""
    if not is_initiator(by.person_id, initiative):
        return no("Alleen de initiatiefnemer nodigt een organisatie uit voor dit initiatief.")
    if initiative.stage == DRAFT:
        return no("Dit idee is nog een concept. Verstuur het eerst.")
    if not STAGES.acts(initiative.stage):
        return no("Dit initiatief is afgesloten. Uitnodigen kan niet meer.")
    return YES


def may_be_invited(half: str) -> Verdict:
    """This way is from residents to institutions: a seat of bewoners is asked for help in another way."""
    if half == Half.RESIDENTS:
        return no("Dit is voor de overheid en voor organisaties. Vraag bewoners om hulp bij je initiatief.")
    return YES


def may_answer(by: Actor, invite: ProcessInvite) -> Verdict:
    """Only the seat that was invited answers."""
    if by.seat_id != invite.seat_id:
        return no("Alleen de zetel die is uitgenodigd, geeft antwoord.")
    return YES


def may_withdraw(by: Doer, invite: ProcessInvite) -> Verdict:
    """The initiator takes it back."""
    if not is_initiator(by.person_id, invite.initiative):
        return no("Alleen de initiatiefnemer trekt deze uitnodiging in.")
    return YES


def may_show_photos(by: Doer, gathering: Gathering) -> Verdict:
    """The host makes the photo report of an open gathering, after it."""
    if not is_host(by, gathering):
        return no("Alleen wie dit aankondigde, maakt het fotoverslag.")
    if gathering.is_hidden:
        return no(HIDDEN)
    if gathering.is_closed:
        return no("Deze bijeenkomst is besloten. Daar komt geen fotoverslag van.")
    if gathering.state not in PAST:
        return no("Een fotoverslag maak je na afloop. Rond de bijeenkomst eerst af.")
    return YES


def may_read_photo(person: int | None, seats: Collection[int], photo: ReportPhoto) -> bool:
    """Everyone, once all who can be recognised on it said yes; before that only the host."""
    gathering = photo.gathering
    if person is not None and (person == gathering.person_id or gathering.seat_id in seats):
        return True
    return photo.is_free and not gathering.is_hidden and not gathering.is_closed


def may_give(portrait: Portrait, by_guardian: bool) -> Verdict:
    """Somebody younger than 16 can't decide this alone."""
    if portrait.is_young and not by_guardian:
        return no("Onder de 16 geeft een ouder of voogd toestemming.")
    return YES


def may_seal(by: Doer, gathering: Gathering) -> Verdict:
    """The host announces a lottery for an open gathering."""
    if not (verdict := may_manage(by, gathering)):
        return verdict
    if gathering.is_closed:
        return no("Deze bijeenkomst is besloten. Loten is voor een open bijeenkomst.")
    return YES


def may_answer_lot(by: Doer, lot: Lot) -> Verdict:
    """Only whose lot it is."""
    return YES if lot.person_id == by.person_id else no("Dit lot is van een ander.")


def may_take_place(by: Actor, lot: Lot) -> Verdict:
    """In a seat of the half for which the lot was drawn."""
    if by.half != lot.half:
        return no(
            "Je bent geloot voor een andere helft dan waarvoor je nu praat. Kies de pet van die helft, of zeg"
            " nee: dan gaat de plek naar de volgende."
        )
    return YES


def may_ask(gathering: Gathering, is_inside: bool) -> Verdict:
    """Everybody asks in the hall, without an account; in a closed gathering only who is inside."""
    if gathering.is_hidden:
        return no("Deze bijeenkomst is verborgen. Vragen stellen kan nu niet.")
    if gathering.is_closed and not is_inside:
        return no("Deze bijeenkomst is besloten. Alleen wie erbij is, stelt hier een vraag.")
    return YES


def asks_now(gathering: Gathering, at: datetime) -> Verdict:
    """From an hour before the beginning until three hours after the end, unless it is rounded off before."""
    if gathering.state == CANCELLED:
        return no("Deze bijeenkomst gaat niet door. Vragen stellen kan niet.")
    if gathering.state in PAST:
        return no("Deze bijeenkomst is afgerond. Vragen stellen kan niet meer.")
    if at < gathering.starts_at - OPENS_BEFORE:
        return no("Deze bijeenkomst begint nog niet. Vragen stellen kan vanaf een uur voor het begin.")
    if at >= gathering.ends_at + CLOSES_AFTER:
        return no("Deze bijeenkomst is voorbij. Vragen stellen kan niet meer.")
    return YES


def types_cards_now(gathering: Gathering, at: datetime) -> Verdict:
    """The host types in cards during the gathering, and after it until the follow-up day."""
    has_begun = gathering.state == ANNOUNCED and at >= gathering.starts_at - OPENS_BEFORE
    return YES if has_begun or gathering.state == HELD else asks_now(gathering, at)


def may_answer_in_hall(gathering: Gathering) -> Verdict:
    """Not in a luisterronde: there the host listens."""
    if gathering.kind == LISTENING:
        return no("In een luisterronde geef je geen antwoord. Vat samen wat je hoorde.")
    return YES


def may_sum_up(gathering: Gathering) -> Verdict:
    """Only in a luisterronde."""
    if gathering.kind != LISTENING:
        return no("Samenvatten en laten nakijken hoort bij een luisterronde.")
    return YES


def may_confirm(question: HallQuestion, is_own: bool, hosts: bool) -> Verdict:
    """The phone that asked it says whether the summary is right; of a card the host hears it aloud."""
    if is_own or (hosts and question.on_card):
        return YES
    return no("Alleen wie de vraag stelde, zegt of de samenvatting klopt.")
