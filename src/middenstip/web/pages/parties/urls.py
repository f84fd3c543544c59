"""`/mens/<id>/`, `/mijn/profiel/`, and `/partij/<id>/logica/`."""

from django.urls import path

from middenstip.web.pages.parties import logic, views

app_name = "parties"
one = "partij/<str:public_id>/logica/"
urlpatterns = [
    path("mens/<str:public_id>/", views.person, name="person"),
    path("mijn/profiel/", views.profile, name="profile"),
    path(one, logic.detail, name="logic"),
    path(one + "schrijven/", logic.write, name="write_logic"),
    path(one + "klopt/", logic.check, name="check_logic"),
]
