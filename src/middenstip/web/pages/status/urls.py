"""`/zaak/<code>/`."""

from django.urls import path

from middenstip.web.pages.status import views

app_name = "status"
urlpatterns = [
    path("zaak/", views.find, name="find"),
    path("zaak/<str:code>/", views.detail, name="detail"),
]
