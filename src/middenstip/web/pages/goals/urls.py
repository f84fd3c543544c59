"""`/tafels/`, `/opgave/<id>/` and the acts under it."""

from django.urls import path

from middenstip.web.pages.goals import acts, views, written

app_name = "goals"
one = "opgave/<str:public_id>/"
urlpatterns = [
    path("tafels/", views.index, name="index"),
    path(one, views.detail, name="detail"),
    path(one + "aanschuiven/", acts.join, name="join"),
    path(one + "opstaan/", acts.leave, name="leave"),
    path(one + "uitnodigen/", views.invite, name="invite"),
    path(one + "briefje/", written.write, name="write"),
    path(one + "openen/", acts.reveal, name="reveal"),
    path(one + "versie/", written.propose, name="propose"),
    path(one + "antwoord/", written.answer, name="answer"),
    path(one + "stoppen/", acts.stop, name="stop"),
]
