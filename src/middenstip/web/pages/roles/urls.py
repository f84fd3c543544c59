"""`/gebied/<code>/rollen/`."""

from django.urls import path

from middenstip.web.pages.roles import views

app_name = "roles"
urlpatterns = [
    path("", views.index, name="index"),
    path("geven/", views.give, name="give"),
    path("<int:number>/beeindigen/", views.end, name="end"),
]
