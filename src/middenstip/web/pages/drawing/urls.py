"""`/gebied/<code>/tekenen/`."""

from django.urls import path

from middenstip.web.pages.drawing import views

app_name = "drawing"
urlpatterns = [
    path("", views.draw, name="draw"),
    path("weg/", views.remove, name="remove"),
]
