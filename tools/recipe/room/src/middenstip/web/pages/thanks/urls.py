"""`/bedankje/<id>/`."""

from django.urls import path
from middenstip.web.pages.thanks import views

app_name = "thanks"
urlpatterns = [path("bedankje/<str:public_id>/", views.detail, name="detail")]
