"""`/zetel/<id>/`."""

from django.urls import path

from middenstip.web.pages.seats import handover, views

app_name = "seats"
urlpatterns = [
    path("<str:public_id>/", views.detail, name="detail"),
    path("<str:public_id>/overdracht/", handover.handover, name="handover"),
    path("<str:public_id>/weg/", handover.leave, name="leave"),
    path("overdracht/<str:line_id>/ja/", handover.confirm, name="confirm_line"),
    path("overdracht/<str:line_id>/nee/", handover.decline, name="decline_line"),
    path("<str:public_id>/bevestigen/", views.confirm, name="confirm"),
]
