"""`/initiatief/<id>/verslag/`."""

from django.urls import path

from middenstip.web.pages.reports import views

app_name = "reports"
urlpatterns = [path("initiatief/<str:public_id>/verslag/", views.initiative, name="initiative")]
