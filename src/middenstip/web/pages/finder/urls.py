"""URLs of the list of initiatives."""

from django.urls import path

from middenstip.web.pages.finder import views

app_name = "finder"
urlpatterns = [path("", views.index, name="list")]
