"""Builds the forms of a case for one reader."""

from __future__ import annotations

from typing import Any

from middenstip.domain.intake import rules
from middenstip.domain.intake.models import Action, Case
from middenstip.domain.intake.selectors.page import Option, seats_around
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.web.pages.desk import forms


class Forms:
    """Builds the forms of one case for one reader: empty, or bound to what was sent."""

    def __init__(self, case: Case, actor: Actor) -> None:
        self.case, self.actor = case, actor
        self.is_handler = rules.is_handler(actor, case)
        self._seats: list[Option] | None = None

    @property
    def seats(self) -> list[Option]:
        """The seats to choose from; queried once, and only when a form needs them."""
        if self._seats is None:
            self._seats = seats_around(self.case, clock.today())
        return self._seats

    def note(self, sent: Any = None) -> forms.NoteForm:
        form = forms.NoteForm(sent, prefix="verslag", initial={"next_step": self.case.next_step})
        if self.case.initiative.initiator.erased_at:
            form.fields["text"].help_text = ""  # it says that the initiator reads this too
        return form

    def message(self, sent: Any = None) -> forms.MessageForm:
        return forms.MessageForm(sent, prefix="bericht")

    def phone(self, sent: Any = None, number: str = "") -> forms.PhoneForm:
        return forms.PhoneForm(sent, prefix="telefoon", initial={"phone": number})

    def plan(self, sent: Any = None) -> forms.PlanForm:
        initiator = self.case.initiative.initiator
        name = "" if initiator.erased_at else initiator.shown_name
        return forms.PlanForm(sent, prefix="actie", initiator=name, is_handler=self.is_handler)

    def decide(self, sent: Any = None) -> forms.DecideForm:
        return forms.DecideForm(sent, prefix="uitslag", seats=self.seats)

    def hand_over(self, sent: Any = None) -> forms.HandOverForm:
        return forms.HandOverForm(sent, prefix="over", seats=self.seats, me=self.actor.seat_public_id)

    def carry(self, action: Action, sent: Any = None) -> forms.CarryForm:
        today = clock.today()
        until = action.asked_until if rules.is_asked(self.actor, action, today) else action.due_on
        first = until if until and until >= today else None  # a past day would be refused
        return forms.CarryForm(sent, prefix=f"neem-{action.public_id}", initial={"until": first})

    def ask(self, action: Action, sent: Any = None) -> forms.AskForm:
        return forms.AskForm(
            sent, prefix=f"vraag-{action.public_id}", seats=self.seats, me=self.actor.seat_public_id
        )
