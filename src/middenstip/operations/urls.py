"""Addresses for programs that watch the platform."""

from django.urls import path

from middenstip.operations import views

app_name = "operations"
urlpatterns = [
    path("gezond", views.alive, name="alive"),
    path("klaar", views.ready, name="ready"),
    path("klaar/lezen", views.ready_to_read, name="ready_to_read"),
    path("metrics", views.read_metrics, name="metrics"),
]
