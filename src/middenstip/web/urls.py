"""The addresses of the pages, in Dutch."""

from django.urls import include, path

urlpatterns = [
    path("onderdelen/", include("middenstip.web.pages.gallery.urls")),
    path("inloggen/", include("allauth.urls")),
    path("", include("middenstip.web.pages.goals.urls")),
    path("", include("middenstip.web.pages.projects.urls")),
    path("", include("middenstip.web.pages.reports.urls")),
]
