"""`/adviezen/`, `/advies/<id>/`, and the acts under a request and an advice."""

from django.urls import path

from middenstip.web.pages.advice import acts, asking, views

app_name = "advice"
one, given = "advies/<str:public_id>/", "gegeven-advies/<str:public_id>/"
urlpatterns = [
    path("adviezen/", views.index, name="index"),
    path("adviezen/vragen/", asking.ask, name="ask"),
    path(one, views.detail, name="detail"),
    path(one + "geven/", acts.give, name="give"),
    path(one + "intrekken/", acts.withdraw, name="withdraw"),
    path(given + "antwoord/", acts.answer, name="answer"),
    path(given + "intrekken/", acts.take_back, name="take_back"),
]
