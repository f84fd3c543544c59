"""`/gebied/<code>/rollen/`."""

from django.urls import path

from middenstip.web.pages.roles import views
from middenstip.web.shared.fresh import with_role

app_name = "roles"
urlpatterns = [
    path("", views.index, name="index"),
    path("geven/", with_role(views.give), name="give"),
    path("<int:number>/beeindigen/", with_role(views.end), name="end"),
]
