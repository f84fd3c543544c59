"""What people do with a budget and its plans: say yes to the rules, the next step, judge, withdraw, go on."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from middenstip.domain.budgeting import services
from middenstip.domain.budgeting.selectors import plan_by_id
from middenstip.journeys import award_plan
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import Invalid
from middenstip.web.pages.budgeting.forms import GoOnForm, JudgeForm, ReasonForm
from middenstip.web.pages.budgeting.views import budget_page, plan_page, readable
from middenstip.web.shared.hat import acting, anyone, logged_in
from middenstip.web.shared.reply import done, found

PAGE, ONE = "budgeting:detail", "budgeting:plan"


@acting
def agree(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """A half says yes to the rules that it read; their checksum is in `regels`."""
    budget = readable(request, public_id)
    mark = request.POST.get("regels", "")
    services.agree_rules(by=actor, budget=budget, mark=mark, at=clock.now())
    return done(request, _("Jouw helft zei ja tegen deze spelregels."), PAGE, public_id)


@acting
def step(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """The next step; the act is in `stap`."""
    budget = readable(request, public_id)
    act = request.POST.get("stap", "")
    services.step_budget(by=actor, budget=budget, act=act, at=clock.now())
    words = _("De stembus is dicht. De telling begint vanzelf.") if act == "close" else _("Dat is gedaan.")
    return done(request, words, PAGE, public_id)


@acting
def stop(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    budget = readable(request, public_id)
    form = ReasonForm(request.POST)
    if not form.is_valid():
        return budget_page(request, public_id, 422, stop_form=form)
    services.stop_budget(by=actor, budget=budget, reason=form.cleaned_data["reason"], at=clock.now())
    return done(request, _("De begroting is gestopt. De reden staat erbij."), PAGE, public_id)


@acting
def judge(request: HttpRequest, actor: Actor, public_id: str, plan_id: str) -> HttpResponse:
    plan = found(plan_by_id(readable(request, public_id), plan_id))
    form = JudgeForm(request.POST)
    if not form.is_valid():
        return plan_page(request, public_id, plan_id, 422, judge_form=form)
    told = form.cleaned_data
    judged = {"is_feasible": told["is_feasible"] == "ja", "cost": (told["cost"] or 0) * 100}
    try:
        services.judge_plan(by=actor, plan=plan, reason=told["reason"], at=clock.now(), **judged)
    except Invalid as refusal:
        return plan_page(request, public_id, plan_id, form.absorb(refusal), judge_form=form)
    return done(request, _("Je oordeel staat erbij, met de reden."), ONE, public_id, plan_id)


@logged_in
def withdraw(request: HttpRequest, public_id: str, plan_id: str) -> HttpResponse:
    plan = found(plan_by_id(readable(request, public_id), plan_id))
    services.withdraw_plan(by=anyone(request), plan=plan, at=clock.now())
    return done(request, _("Je plan is ingetrokken. De tekst is weg."), PAGE, public_id)


@acting
def go_on(request: HttpRequest, actor: Actor, public_id: str, plan_id: str) -> HttpResponse:
    """The owner goes on with a plan after the count."""
    plan = found(plan_by_id(readable(request, public_id), plan_id))
    form = GoOnForm(request.POST)
    if plan.rank is not None and not form.is_valid():
        return plan_page(request, public_id, plan_id, 422, go_on_form=form)
    due_on = form.cleaned_data["due_on"] if plan.rank is not None else None
    try:
        plan = award_plan.go_on(by=actor, plan=plan, due_on=due_on, at=clock.now())
    except Invalid as refusal:
        return plan_page(request, public_id, plan_id, form.absorb(refusal), go_on_form=form)
    words = _("Je plan is nu een initiatief, en de afspraak over het geld ligt klaar om te tekenen.")
    if not plan.agreement:
        words = _("Je plan is nu een initiatief. De balie kijkt met je mee.")
    return done(request, words, ONE, public_id, plan_id)


@acting
def deliver(request: HttpRequest, actor: Actor, public_id: str, plan_id: str) -> HttpResponse:
    plan = found(plan_by_id(readable(request, public_id), plan_id))
    services.deliver_plan(by=actor, plan=plan, on=clock.today(), at=clock.now())
    return done(request, _("Mooi. Iedereen ziet dat dit plan af is."), ONE, public_id, plan_id)
