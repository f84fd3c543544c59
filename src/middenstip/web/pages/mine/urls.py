"""`/mijn/`."""

from django.urls import path

from middenstip.web.pages.mine import acts, me, views

app_name = "mine"
urlpatterns = [
    path("", views.index, name="index"),
    path("pet/", acts.hat, name="hat"),
    path("zetel/", views.seat, name="seat"),
    path("zetel/<str:seat_id>/verlaten/", acts.leave, name="leave"),
    path("terug/<str:action_id>/", acts.give_back, name="give_back"),
    path("naam/", acts.rename, name="rename"),
    path("gegevens/", me.data, name="data"),
    path("wissen/", me.erase, name="erase"),
]
