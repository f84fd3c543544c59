from django.urls import path

from middenstip.web.pages.post import views

app_name = "post"
urlpatterns = [
    path("mijn/berichten/<str:public_id>/", views.open_notice, name="open"),
    path("post/afmelden/<str:token>/", views.unsubscribe, name="unsubscribe"),
]
