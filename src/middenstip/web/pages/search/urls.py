"""`/zoeken/` and `/lijkt-op/`."""

from django.urls import path

from middenstip.web.pages.search import views

app_name = "search"
urlpatterns = [
    path("zoeken/", views.index, name="index"),
    path("lijkt-op/", views.near, name="near"),
]
