"""`/initiatieven/nieuw/`."""

from django.urls import path

from middenstip.web.pages.submit import views

app_name = "submit"
urlpatterns = [
    path("", views.new, name="new"),
    path("papier/", views.paper, name="paper"),
]
