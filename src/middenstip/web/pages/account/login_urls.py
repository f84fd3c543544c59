"""The pages of allauth that we use, at Dutch URLs. Those about passwords are left out.

The names are those of allauth, because it resolves them itself.
"""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.webauthn import views as passkeys
from django.urls import path
from django.views.generic import RedirectView

from middenstip.web.pages.account import again, codes, passkey
from middenstip.web.shared.fresh import with_fresh_code

join = RedirectView.as_view(pattern_name="account:join")

urlpatterns = [
    path("", codes.ask_for_code, name="account_login"),
    path("code/", codes.ask_for_code, name="account_request_login_code"),
    path("code/typen/", codes.type_code, name="account_confirm_login_code"),
    path("uit/", account.logout, name="account_logout"),
    path("gestopt/", account.account_inactive, name="account_inactive"),
    path("aanmelden/", join, name="account_signup"),
    path("e-mail/", again.addresses, name="account_email"),
    path("e-mail/bevestigen/", account.email_verification_sent, name="account_email_verification_sent"),
    path("opnieuw/", account.reauthenticate, name="account_reauthenticate"),
    path("sleutels/", mfa.index, name="mfa_index"),
    path("sleutels/opnieuw/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("sleutels/passkeys/", passkeys.list_webauthn, name="mfa_list_webauthn"),
    path("sleutels/passkeys/nieuw/", with_fresh_code(passkeys.add_webauthn), name="mfa_add_webauthn"),
    path("sleutels/passkeys/opnieuw/", passkeys.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("sleutels/passkeys/inloggen/", passkey.login, name="mfa_login_webauthn"),
    path("sleutels/passkeys/<int:pk>/naam/", passkeys.edit_webauthn, name="mfa_edit_webauthn"),
    path("sleutels/passkeys/<int:pk>/weg/", passkeys.remove_webauthn, name="mfa_remove_webauthn"),
]
