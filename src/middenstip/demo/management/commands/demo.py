"""`manage.py demo`: create the demo area, its people and its history. A second run changes nothing."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from middenstip.demo.guard import refuse_wrong_database
from middenstip.demo.history import play
from middenstip.domain.files.tasks import settle_files
from middenstip.domain.initiatives.models import Initiative
from middenstip.kernel import clock

AREA = Path(__file__).parents[2] / "deventer.json"


class Command(BaseCommand):
    help = "Vul een leeg platform met het verzonnen leven in Deventer."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("Dit kan alleen in de demo: zet MIDDENSTIP_MODE=demo.")
        refuse_wrong_database()
        if Initiative.objects.exists():
            self.stdout.write("De demo staat er al.")
            return
        self.stdout.write("Ik leg de kaart van Deventer neer, met wijken, buurten en cijfers.")
        call_command("import_areas", compact=AREA, only=settings.HOME_AREA, active=True, stdout=self.stdout)
        told = play(clock.now(), self.stdout.write)
        self.stdout.write("Ik maak de plaatjes klaar.")
        settle_files(clock.now())  # else the first visitor sees no picture
        self.stdout.write(f"Klaar: {told} initiatieven in Deventer.")
