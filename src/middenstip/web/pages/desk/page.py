"""The page of one case, with all its forms; after a refusal one of them holds what was typed."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from middenstip.domain.intake import rules
from middenstip.domain.intake.models import Action, Case
from middenstip.domain.intake.selectors.page import Option, case_page, notes_for, seats_around
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import Forbidden, Refused, require
from middenstip.web.pages.desk import forms
from middenstip.web.pages.desk.present import present
from middenstip.web.shared.forms import Form
from middenstip.web.shared.hat import read_as
from middenstip.web.shared.reply import found


def visible(public_id: str, actor: Actor) -> Case:
    """The case, or 404 when there is none; the true reason (403) when it is not theirs to read."""
    case = found(case_page(public_id, clock.today()))
    require(rules.may_see(actor, case))
    return case


class Forms:
    """Builds the forms of one case for one reader: empty, or bound to what was sent."""

    def __init__(self, case: Case, actor: Actor) -> None:
        self.case, self.actor = case, actor
        self.is_handler = rules.is_handler(actor, case)
        self._seats: list[Option] | None = None

    @property
    def seats(self) -> list[Option]:
        """The seats to choose from; asked once, and only when a form needs them."""
        if self._seats is None:
            self._seats = seats_around(self.case, clock.today())
        return self._seats

    def note(self, sent: Any = None) -> forms.NoteForm:
        form = forms.NoteForm(sent, prefix="verslag", initial={"next_step": self.case.next_step})
        if self.case.initiative.initiator.erased_at:
            form.fields["text"].help_text = ""  # else: the initiator reads this too
        return form

    def plan(self, sent: Any = None) -> forms.PlanForm:
        initiator = self.case.initiative.initiator
        name = "" if initiator.erased_at else initiator.shown_name
        return forms.PlanForm(sent, prefix="actie", initiator=name, is_handler=self.is_handler)

    def decide(self, sent: Any = None) -> forms.DecideForm:
        return forms.DecideForm(sent, prefix="uitslag", seats=self.seats)

    def hand_over(self, sent: Any = None) -> forms.HandOverForm:
        return forms.HandOverForm(sent, prefix="over", seats=self.seats, me=self.actor.seat_id)

    def carry(self, action: Action, sent: Any = None) -> forms.CarryForm:
        today = clock.today()
        until = action.asked_until if rules.is_asked(self.actor, action, today) else action.due_on
        first = until if until and until >= today else None  # a day that is gone would be refused
        return forms.CarryForm(sent, prefix=f"neem-{action.public_id}", initial={"until": first})

    def ask(self, action: Action, sent: Any = None) -> forms.AskForm:
        return forms.AskForm(
            sent, prefix=f"vraag-{action.public_id}", seats=self.seats, me=self.actor.seat_id
        )


@never_cache
def show_case(
    request: HttpRequest, actor: Actor, public_id: str, *, status: int = 200, **held: Form
) -> HttpResponse:
    """The page. `held` has the form that was refused, by its name (`note`, `carry_<id>` …)."""
    case = found(case_page(public_id, clock.today()))
    actor = read_as(request, lambda hat: rules.may_see(hat, case)) or actor
    require(rules.may_see(actor, case))
    notes = notes_for(case, clock.today()) if rules.may_read_notes(actor, case) else None
    page = present(case, notes, actor, Forms(case, actor), held)
    return render(request, "desk/case.html", page, status=status)


def refused(form: Form, refusal: Refused) -> int:
    """Put the refusal in the form; returns the status to answer with."""
    status = form.absorb(refusal)
    return 403 if isinstance(refusal, Forbidden) else status
