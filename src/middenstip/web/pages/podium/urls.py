"""`/podium/`, `/podium/<id>/`, `/pitch/<id>/` and `/kaart/<id>/`."""

from django.urls import path

from middenstip.web.pages.podium import acts, views, written

app_name = "podium"
one, pitch = "podium/<str:public_id>/", "pitch/<str:public_id>/"
urlpatterns = [
    path("podium/", views.index, name="index"),
    path("podium/nieuw/", written.new, name="new"),
    path(one, views.detail, name="detail"),
    path(one + "verder/", acts.step, name="step"),
    path(one + "pitchen/", written.offer, name="offer"),
    path(one + "kaarten/", views.cards, name="cards"),
    path(pitch, views.pitch, name="pitch"),
    path(pitch + "kiezen/", acts.choose, name="choose"),
    path(pitch + "terugtrekken/", acts.drop, name="drop"),
    path(pitch + "beloven/", acts.promise, name="promise"),
    path(pitch + "kaart/", acts.card, name="card"),
    path("kaart/<str:public_id>/", acts.claim, name="claim"),
]
