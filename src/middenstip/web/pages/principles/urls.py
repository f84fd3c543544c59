"""`/principes/<organisation>/`."""

from django.urls import path

from middenstip.web.pages.principles import views

app_name = "principles"
urlpatterns = [
    path("van/<str:public_id>/", views.of_principle, name="of_principle"),
    path("<str:public_id>/", views.detail, name="detail"),
    path("<str:public_id>/nieuw/", views.add, name="add"),
    path("eind/<str:public_id>/", views.end, name="end"),
]
