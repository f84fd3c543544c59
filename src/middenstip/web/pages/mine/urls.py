"""`/mijn/`."""

from django.urls import path

from middenstip.web.pages.mine import acts, claim, devices, me, views

app_name = "mine"
urlpatterns = [
    path("", views.index, name="index"),
    path("pet/", acts.hat, name="hat"),
    path("zetel/", views.seat, name="seat"),
    path("zetel/<str:seat_id>/verlaten/", acts.leave, name="leave"),
    path("terug/<str:action_id>/", acts.give_back, name="give_back"),
    path("ingetypt/<str:claim_id>/", claim.claim, name="claim"),
    path("apparaten/", devices.devices, name="devices"),
    path("apparaten/uit/", devices.log_out_everywhere, name="log_out_everywhere"),
    path("naam/", acts.rename, name="rename"),
    path("gegevens/", me.data, name="data"),
    path("wissen/", me.erase, name="erase"),
]
