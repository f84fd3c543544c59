"""`manage.py erase`: wipe somebody who cannot do it on the own page (AVG art. 17)."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from middenstip.domain.initiatives.selectors.detail import initiative_typed
from middenstip.domain.parties.models import Person
from middenstip.domain.parties.rules import ADMIN
from middenstip.domain.parties.selectors import hats_of_person, is_only_one, person_at
from middenstip.kernel import clock, typed
from middenstip.kernel.actor import Actor
from middenstip.web.shared.erasing import erase_everywhere


class Command(BaseCommand):
    help = "Wis wie iemand is, op verzoek van die persoon. Dit kan niet terug."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("by", type=typed.address, help="het e-mailadres van de beheerder die het doet")
        whom = parser.add_mutually_exclusive_group(required=True)
        whom.add_argument("--email", type=typed.address, help="het adres van wie gewist wil worden")
        whom.add_argument("--initiative", type=typed.line, help="of het nummer van een idee van die persoon")

    def handle(self, *args: Any, by: str, **options: Any) -> None:
        admin, person = self._administrator(by), self._whom(options)
        gone, is_last = person.shown_name, is_only_one(person.pk, ADMIN, clock.today())
        erase_everywhere(person=person, by=admin, at=clock.now())
        self.stdout.write(f"Klaar: {gone} is gewist. Lees na wat er in eigen teksten staat.")
        if is_last:
            self.stdout.write("Er is nu geen beheerder meer. Geef iemand die rol met manage.py appoint.")

    def _administrator(self, email: str) -> Actor:
        person = person_at(email)
        hats = hats_of_person(person, clock.today()) if person else []
        admin = next((hat for hat in hats if hat.has_role(ADMIN)), None)
        if admin is None:
            raise CommandError(f"{email} is geen beheerder.", returncode=2)
        return admin

    def _whom(self, options: dict[str, Any]) -> Person:
        initiative = initiative_typed(options["initiative"]) if options["initiative"] else None
        person = initiative.initiator if initiative else person_at(options["email"] or "")
        if person is None or person.erased_at:
            raise CommandError("Deze persoon kennen we niet.", returncode=2)
        return person
