"""`/begrotingen/`, `/begroting/<id>/`, and the plans, the ballot, the letters and the result under it."""

from django.urls import path

from middenstip.web.pages.budgeting import (
    acts,
    letters,
    paper,
    practising,
    results,
    tried,
    views,
    voting,
    written,
)

app_name = "budgeting"
one = "begroting/<str:public_id>/"
plan = one + "plan/<str:plan_id>/"
urlpatterns = [
    path("begrotingen/", views.index, name="index"),
    path("begrotingen/nieuw/", written.new, name="new"),
    path("begrotingen/overnemen/", written.take_over, name="take_over"),
    path(one, views.detail, name="detail"),
    path(one + "regels/", written.change, name="change"),
    path(one + "ja/", acts.agree, name="agree"),
    path(one + "proef/", tried.tried, name="tried"),
    path(one + "stap/", acts.step, name="step"),
    path(one + "stoppen/", acts.stop, name="stop"),
    path(one + "plannen/nieuw/", written.propose, name="propose"),
    path(plan, views.plan, name="plan"),
    path(plan + "veranderen/", written.change_plan, name="change_plan"),
    path(plan + "oordeel/", acts.judge, name="judge"),
    path(plan + "intrekken/", acts.withdraw, name="withdraw"),
    path(plan + "verder/", acts.go_on, name="go_on"),
    path(plan + "af/", acts.deliver, name="deliver"),
    path(one + "brieven/", letters.letters, name="letters"),
    path(one + "brieven/ongeldig/", letters.void, name="void"),
    path(one + "brieven/nieuwe-code/", letters.replace, name="replace"),
    path(one + "papier/", paper.paper, name="paper"),
    path(one + "stemmen/", voting.vote, name="vote"),
    path(one + "oefenen/", practising.practise, name="practise"),
    path(one + "uitslag/", results.result, name="result"),
    path(one + "uitslag/stemmen.pb", results.ballots, name="ballots"),
]
