"""The doors of allauth that we open, at Dutch addresses. There are no passwords, so no doors for those.

The names are those of allauth: it looks them up itself.
"""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.webauthn import views as passkeys
from django.urls import path
from django.views.generic import RedirectView

join = RedirectView.as_view(pattern_name="account:join")

urlpatterns = [
    path("", account.request_login_code, name="account_login"),
    path("code/", account.request_login_code, name="account_request_login_code"),
    path("code/typen/", account.confirm_login_code, name="account_confirm_login_code"),
    path("uit/", account.logout, name="account_logout"),
    path("gestopt/", account.account_inactive, name="account_inactive"),
    path("aanmelden/", join, name="account_signup"),
    path("e-mail/", account.email, name="account_email"),
    path("e-mail/bevestigen/", account.email_verification_sent, name="account_email_verification_sent"),
    path("opnieuw/", account.reauthenticate, name="account_reauthenticate"),
    path("sleutels/", mfa.index, name="mfa_index"),
    path("sleutels/opnieuw/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("sleutels/passkeys/", passkeys.list_webauthn, name="mfa_list_webauthn"),
    path("sleutels/passkeys/nieuw/", passkeys.add_webauthn, name="mfa_add_webauthn"),
    path("sleutels/passkeys/opnieuw/", passkeys.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("sleutels/passkeys/inloggen/", passkeys.login_webauthn, name="mfa_login_webauthn"),
    path("sleutels/passkeys/<int:pk>/naam/", passkeys.edit_webauthn, name="mfa_edit_webauthn"),
    path("sleutels/passkeys/<int:pk>/weg/", passkeys.remove_webauthn, name="mfa_remove_webauthn"),
]
