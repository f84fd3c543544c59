"""Who may do what in a project."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from middenstip.domain.parties.rules import ADMIN
from middenstip.domain.projects.lifecycle import APPROVES, LEARNED, PLANNING
from middenstip.domain.projects.models import Award, Filing, FundingScheme, Order, Project
from middenstip.kernel.actor import Actor
from middenstip.kernel.clock import is_past
from middenstip.kernel.half import Half
from middenstip.kernel.verdict import YES, Verdict, no


@dataclass(frozen=True)
class Team:
    """The seats (keys) in the team with their halves, the coordinating one, and the person of the idea."""

    halves: dict[int, str]
    coordinator: int
    initiator: int

    def has(self, by: Actor) -> bool:
        """Whether this actor is in the team: in a seat of it, or as initiator."""
        return by.seat_id in self.halves or by.person_id == self.initiator


def may_start(by: Actor, initiator: int, chairs: Collection[int]) -> Verdict:
    """The initiator, or a seat at the table, makes a project of signed agreements."""
    if by.person_id == initiator or by.seat_id in chairs:
        return YES
    return no("Een project begint wie aan tafel zit, of de initiatiefnemer.")


def may_work(by: Actor, project: Project, team: Team) -> Verdict:
    """The team works on a project that runs."""
    if not team.has(by):
        return no("Dat doet het team van dit project. Jij kunt wel een wens doen.")
    if project.state == LEARNED:
        return no("Dit project is afgesloten. Je kunt het lezen, niet meer veranderen.")
    return YES


def may_wish(project: Project) -> Verdict:
    """Everyone may wish something while the plan is made."""
    if project.state == PLANNING:
        return YES
    return no("Het plan is al ingediend. Een wens doen kan nu niet meer.")


def may_file(residents: int, unanswered: int) -> Verdict:
    """Each wish has an answer, and a resident is in the team: the plan has an owner among them."""
    if not residents:
        return no("Eerst moet een bewoner in het team zitten: dan heeft het plan een eigenaar die er woont.")
    if unanswered:
        return no("Geef eerst antwoord op elke wens. Ook nee is een antwoord, met een reden.")
    return YES


def may_receive(by: Actor, filing: Filing) -> Verdict:
    """Only the seat to which it was filed receives and answers."""
    return YES if by.seat_id == filing.to_id else no("Dit is niet aan jouw zetel gericht.")


def may_approve(by: Actor, project: Project, team: Team) -> Verdict:
    """The form of the client fixes which halves approve spending."""
    if not (verdict := may_work(by, project, team)):
        return verdict
    if by.half in APPROVES[project.client_form]:
        return YES
    return no("Bij deze vorm van opdrachtgeven keurt een andere helft uitgaven goed.")


def may_give(by: Actor, award: Award) -> Verdict:
    """The giver pays, withholds and withdraws."""
    return YES if by.seat_id == award.giver_id else no("Dat doet alleen de gever van dit geld.")


def may_grant(by: Actor) -> Verdict:
    """A seat of the government or a business grants; a resident gives as a source of the budget."""
    if by.half != Half.RESIDENTS:
        return YES
    return no("Een toekenning doet een overheid of een fonds. Zet geld van bewoners bij de inkomsten.")


def may_contract(by: Actor, order: Order) -> Verdict:
    """The contractor accepts, begins and delivers."""
    return YES if by.seat_id == order.contractor_id else no("Dat doet degene die de opdracht uitvoert.")


def may_be_client(by: Actor, order: Order) -> Verdict:
    """The client takes the question back."""
    return YES if by.seat_id == order.client_id else no("Dat doet degene die de opdracht gaf.")


def may_judge(by: Actor, order: Order, team: Team) -> Verdict:
    """The client, or a half that approves spending, judges what was delivered; nobody their own work."""
    if by.seat_id == order.contractor_id or by.person_id == order.delivered_by_id:
        return no("Je eigen werk keurt een ander goed.")
    if by.seat_id == order.client_id:
        return YES
    return may_approve(by, order.project, team)


def may_pay(by: Actor, order: Order, team: Team) -> Verdict:
    """The team books a payment, never the contractor."""
    if by.seat_id == order.contractor_id:
        return no("Je eigen betaling boekt een ander.")
    return may_work(by, order.project, team)


def may_sign_extra(by: Actor, order: Order) -> Verdict:
    """Both sides of the order, and nobody else."""
    if by.seat_id in (order.client_id, order.contractor_id):
        return YES
    return no("Meerwerk tekenen de opdrachtgever en de uitvoerder.")


def may_take(project: Project) -> Verdict:
    """Everyone with a seat may take a task of a project that is not closed."""
    return no("Dit project is afgesloten.") if project.state == LEARNED else YES


def may_apply(scheme: FundingScheme, halves: Collection[str], today: date) -> Verdict:
    """A half for which the scheme is must be in the team, and the last day must still come."""
    if is_past(scheme.deadline, today):
        return no("De uiterste dag van dit fonds is voorbij.")
    wanted = {
        Half.RESIDENTS: scheme.for_residents,
        Half.GOVERNMENT: scheme.for_government,
        Half.BUSINESS: scheme.for_business,
    }
    if not any(is_for and half in halves for half, is_for in wanted.items()):
        return no("Dit fonds is voor een helft die nog niet in jullie team zit.")
    return YES


def may_read_in(by: Actor) -> Verdict:
    """A beheerder reads a whole file into the funding register."""
    return YES if by.has_role(ADMIN) else no("Een lijst met fondsen leest een beheerder in.")


def may_wait(project: int, other: int, waits: Collection[tuple[int, int]]) -> Verdict:
    """Projects (keys) do not wait for each other in a circle. `waits` has who waits for whom already."""
    behind, found = {other}, {other}
    while behind:
        behind = {on for one, on in waits if one in behind} - found
        found |= behind
    return no("Dat andere project wacht al op dit project.") if project in found else YES
