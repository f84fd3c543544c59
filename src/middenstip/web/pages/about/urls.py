"""URLs of the pages about the platform."""

from django.urls import path
from django.views.i18n import set_language

from middenstip.web.pages.about import sitemap, views

app_name = "about"
urlpatterns = [
    path("over/", views.about, name="about"),
    path("wat-is-hier/", views.here_is, name="here"),
    path("hoe-het-werkt/", views.how, name="how"),
    path("toegankelijkheid/", views.accessibility, name="accessibility"),
    path("privacy/", views.privacy, name="privacy"),
    path("contact/", views.contact, name="contact"),
    path("taal/", views.language, name="language"),
    path("taal/kies/", set_language, name="set_language"),
    path(".well-known/security.txt", views.security, name="security"),
    path("favicon.ico", views.favicon, name="favicon"),
    path("manifest.webmanifest", views.manifest, name="manifest"),
    path("sitemap.xml", sitemap.index, name="sitemap"),
    path("sitemap-<int:number>.xml", sitemap.part, name="sitemap_part"),
    path("robots.txt", views.robots, name="robots"),
]
