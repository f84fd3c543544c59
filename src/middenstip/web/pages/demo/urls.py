"""`/demo/`."""

from django.urls import path

from middenstip.web.pages.demo import views

app_name = "demo"
urlpatterns = [
    path("", views.tour, name="tour"),
]
