"""The addresses of the pages, in Dutch."""

from django.urls import include, path

urlpatterns = [
    path("inloggen/", include("allauth.urls")),
]
