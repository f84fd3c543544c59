"""`/mens/<id>/` and `/mijn/profiel/`."""

from django.urls import path

from middenstip.web.pages.parties import views

app_name = "parties"
urlpatterns = [
    path("mens/<str:public_id>/", views.person, name="person"),
    path("mijn/profiel/", views.profile, name="profile"),
]
