"""`manage.py appoint`: give a person a function in an organisation, with or without a role.

The first handler and administrator must be appointed on the server: on a new platform no page can give a
role, because only an administrator can give one.
"""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from middenstip.domain.areas.selectors import area_by_code
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Person, Seat
from middenstip.domain.parties.rules import ADMIN, ROLES
from middenstip.domain.parties.selectors import expected_at, holds_role, person_at
from middenstip.kernel import clock, typed
from middenstip.kernel.half import Half
from middenstip.kernel.verdict import Refused
from middenstip.kernel.write import write

BY_WORD = {role.word: role.key for role in ROLES.values()}


class Command(BaseCommand):
    help = "Geef iemand een functie bij een organisatie, met of zonder rol. Twee keer geeft hetzelfde."

    def add_arguments(self, parser: CommandParser) -> None:
        add = parser.add_argument
        add("email", type=typed.address, help="het e-mailadres waarmee die inlogt")
        add(
            "role",
            choices=list(BY_WORD),
            nargs="?",
            help="de rol, als die er is; een beheerder is dat overal",
        )
        add("--area", type=typed.line, required=True, help="code van het gebied, zoals GM0150")
        add("--name", type=typed.argument, required=True, help="de naam die anderen zien")
        add("--title", type=typed.argument, required=True, help="de functie, zoals gebiedsregisseur")
        add(
            "--organisation",
            type=typed.argument,
            required=True,
            help="de organisatie, zoals gemeente Deventer",
        )
        add(
            "--half", required=True, choices=[half.value for half in Half], help="voor welke helft die speelt"
        )
        add(
            "--reason",
            type=typed.argument,
            required=True,
            help="waarom die helft bij de organisatie past, in één zin",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            person, seat = self._appoint(options)
        except Refused as error:
            raise CommandError(error.reason, returncode=2) from error
        does = f"is {options['role']}, als" if options["role"] else "kan meepraten als"
        self.stdout.write(f"Klaar: {person.shown_name} {does} {seat.label}.")

    @write
    def _appoint(self, options: dict[str, Any]) -> tuple[Person, Seat]:
        """Say which person has the address (a known person keeps their name), and which seat they got."""
        at, role = clock.now(), BY_WORD.get(options["role"], "")
        area = area_by_code(options["area"])
        if area is None:
            raise CommandError(f"Het gebied {options['area']} kennen we niet. Laad het met import_areas.")
        told = {key: options[key] for key in ("email", "name", "title", "organisation", "reason")}
        whom = parties.Appointee(**told, half=Half(options["half"]))
        seat = parties.seat_person(whom=whom, area=area, at=at)
        where = None if role == ADMIN else area
        if role and not holds_role(seat.pk, role, [where.code] if where else [], timezone.localdate(at)):
            parties.appoint(seat=seat, role=role, area=where, at=at)
        person = person_at(options["email"]) or expected_at(options["email"])
        assert person
        return person, seat
