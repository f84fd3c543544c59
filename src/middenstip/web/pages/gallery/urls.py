"""URLs of the gallery."""

from django.urls import path

from middenstip.web.pages.gallery import views

app_name = "gallery"
urlpatterns = [path("", views.index, name="index")]
