"""The addresses of the pages, in Dutch."""

from django.urls import include, path

urlpatterns = [
    path("onderdelen/", include("middenstip.web.pages.gallery.urls")),
    path("", include("middenstip.web.pages.home.urls")),
    path("", include("middenstip.web.pages.about.urls")),
    path("gebied/<str:code>/tekenen/", include("middenstip.web.pages.drawing.urls")),
    path("gebied/<str:code>/rollen/", include("middenstip.web.pages.roles.urls")),
    path("gebied/", include("middenstip.web.pages.areas.urls")),
    path("initiatieven/", include("middenstip.web.pages.finder.urls")),
    path("", include("middenstip.web.pages.post.urls")),
    path("inloggen/", include("middenstip.web.pages.account.login_urls")),
    path("", include("middenstip.web.pages.account.urls")),
    path("initiatieven/nieuw/", include("middenstip.web.pages.submit.urls")),
    path("initiatief/", include("middenstip.web.pages.initiatives.urls")),
    path("balie/", include("middenstip.web.pages.desk.urls")),
    path("mijn/", include("middenstip.web.pages.mine.urls")),
    path("", include("middenstip.web.pages.goals.urls")),
    path("", include("middenstip.web.pages.projects.urls")),
    path("", include("middenstip.web.pages.reports.urls")),
]
