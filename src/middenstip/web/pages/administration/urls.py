"""`/beheer/`, and the style sheet of the house style."""

from django.urls import path

from middenstip.web.pages.administration import areas, people, terms, texts, views
from middenstip.web.pages.administration import look as house

app_name = "administration"
urlpatterns = [
    path("huisstijl/<str:digest>.css", house.sheet, name="sheet"),
    path("beheer/", views.index, name="index"),
    path("beheer/mensen/", people.index, name="people"),
    path("beheer/voordeur/", texts.front, name="front"),
    path("beheer/spelregels/", texts.rules, name="rules"),
    path("beheer/huisstijl/", house.colours, name="look"),
    path("beheer/huisstijl/logo/", house.logo, name="logo"),
    path("beheer/gebieden/", areas.index, name="areas"),
    path("beheer/gebieden/<str:code>/", areas.take_part, name="take_part"),
    path("beheer/termijnen/", terms.index, name="terms"),
    path("beheer/termijnen/<str:public_id>/", terms.term, name="term"),
    path("beheer/themas/", texts.themes, name="themes"),
    path("beheer/cijfers/", views.figures, name="figures"),
]
