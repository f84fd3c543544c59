"""The addresses of the pages, in Dutch."""

from django.urls import include, path

urlpatterns = [
    path("", include("middenstip.web.pages.home.urls")),
    path("", include("middenstip.web.pages.about.urls")),
    path("gebied/", include("middenstip.web.pages.areas.urls")),
    path("initiatieven/", include("middenstip.web.pages.finder.urls")),
    path("onderdelen/", include("middenstip.web.pages.gallery.urls")),
    path("inloggen/", include("allauth.urls")),
]
