"""`/gebied/<code>/straten/`."""

from django.urls import path

from middenstip.web.pages.streets import views

app_name = "streets"
urlpatterns = [
    path("", views.index, name="index"),
    path("punten.geojson", views.points, name="points"),
]
