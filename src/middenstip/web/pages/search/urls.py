"""`/zoeken/`, `/lijkt-op/`, and the number of an initiative: `/LET-12`."""

from django.urls import path, re_path

from middenstip.web.pages.search import views

app_name = "search"
urlpatterns = [
    path("zoeken/", views.index, name="index"),
    re_path(r"^(?P<number>[A-Za-z]{3}[- ]?[0-9]{1,7})/?$", views.number, name="number"),
    path("lijkt-op/", views.near, name="near"),
]
