"""`/project/<id>/` and its pages, `/opdracht/<id>/`, and what areas and funds show of them."""

from django.urls import path

from middenstip.web.pages.projects import acts, around, orders, register, rollup, views
from middenstip.web.shared.sheet import CSV, XLSX

app_name = "projects"
one, order, area = "project/<str:public_id>/", "opdracht/<str:public_id>/", "gebied/<str:code>/"
urlpatterns = [
    path("initiatief/<str:public_id>/project/", acts.start, name="start"),
    path(one, views.detail, name="detail"),
    path(one + "uitvoering/", views.doing, name="doing"),
    path(one + "geld/", views.money, name="money"),
    path(one + "mensen/", views.people, name="people"),
    path(one + "bestuur/", views.case, name="case"),
    path(one + "verantwoording/", views.report, name="report"),
    path(one + "boeken.csv", views.books, {"kind": CSV}, name="books"),
    path(one + "boeken.xlsx", views.books, {"kind": XLSX}, name="books_xlsx"),
    path(one + "verdienmodel/", views.model, name="model"),
    path(one + "fondsen/", views.funds, name="project_funds"),
    path("boeking/<str:public_id>/", views.booking, name="booking"),
    path(one + "doe/<slug:word>/", acts.act, name="act"),
    path(one + "doe/<slug:word>/<str:thing>/", acts.act, name="act_on"),
    path(order, orders.order, name="order"),
    path(order + "stap/<slug:word>/", acts.order_step, name="order_step"),
    path(order + "goedkeuren/", acts.approve, name="approve"),
    path(order + "weigeren/", acts.refuse, name="refuse"),
    path(order + "betalen/", acts.pay, name="pay"),
    path(order + "meerwerk/", acts.extra, name="extra"),
    path(order + "meerwerk/<int:key>/", acts.sign_extra, name="sign_extra"),
    path(area + "rekening/", around.account, name="account"),
    path(area + "portefeuille/", around.portfolio_page, name="portfolio"),
    path(area + "koppelkansen/", around.chances, name="chances"),
    path("portefeuille/", rollup.together, name="rollup"),
    path("portefeuille/projecten.<slug:kind>", rollup.export, name="rollup_file"),
    path("fondsen/", around.funds, name="funds"),
    path("fondsen/nieuw/", around.keep_fund, name="keep_fund"),
    path("fondsen/fondsen.csv", register.export, {"kind": CSV}, name="funds_file"),
    path("fondsen/fondsen.xlsx", register.export, {"kind": XLSX}, name="funds_xlsx"),
    path("fondsen/inlezen/", register.read_in, name="read_funds"),
    path("wijzers/", around.instruments, name="instruments"),
]
