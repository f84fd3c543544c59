"""`/beheer/gezondheid/`. The roof passes what the operations floor knows, which the pages cannot ask."""

from django.urls import path

from middenstip.web.pages.health import views

app_name = "health"
urlpatterns = [path("", views.index, name="index")]
