"""Every address of the house."""

from allauth.account.decorators import secure_admin_login
from django.contrib import admin
from django.urls import include, path

from middenstip.api.api import api

# There are no passwords to ask for.
admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]

urlpatterns = [
    path("", include("middenstip.web.urls")),
    path("api/v1/", api.urls),
    path("beheer/", admin.site.urls),
]

handler400 = "middenstip.web.shared.errors.bad_request"
handler403 = "middenstip.web.shared.errors.forbidden"
handler404 = "middenstip.web.shared.errors.not_found"
handler429 = "middenstip.web.shared.errors.too_many"
handler500 = "middenstip.web.shared.errors.broken"
