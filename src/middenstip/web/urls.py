"""The addresses of the pages, in Dutch."""

from django.urls import include, path

urlpatterns = [
    path("", include("middenstip.web.pages.post.urls")),
    path("inloggen/", include("allauth.urls")),
]
