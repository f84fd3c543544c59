"""The personal pages, and logging in."""

from tests.matrix.row import ROLES, Row, everybody, only

KEY = ("number",)


def known(status: int = 200, visitor: int = 302) -> dict[str, int]:
    """The same for every role that is logged in; a visitor is redirected to log in."""
    return only(*ROLES, gives=status, anonymous=visitor)


ROWS = [
    Row("mine:index", known()),
    Row("mine:seat", known()),
    Row("mine:hat", known(403), "POST"),
    Row("mine:leave", only("initiator", gives=302), "POST", ("seat",)),
    Row("mine:give_back", only("initiator", gives=409), "POST", ("action",)),
    Row("mine:claim", known(404), args=("action",)),
    Row("mine:claim", known(409), "POST", ("action",)),
    Row("mine:devices", known()),
    Row("mine:log_out_everywhere", known(302), "POST"),
    Row("account:again", known()),
    Row("mine:rename", known(302), "POST", data={"name": "Een naam"}),
    Row("parties:profile", known()),
    Row("parties:profile", known(302), "POST", data={"shows": "seats"}),
    Row("parties:person", everybody(404), args=("person",)),
    Row("mine:data", known()),
    Row("mine:erase", known()),
    Row("mine:erase", known(422), "POST"),
    Row("account:join", known(302, 200)),
    Row("account:step", everybody(404), "POST"),
    Row("account:step_into", everybody(404), "POST", ("person",)),
    Row("account_login", known(302, 200)),
    Row("account_request_login_code", known(302, 200)),
    Row("account_confirm_login_code", everybody(302)),
    Row("account_logout", known()),
    Row("account_logout", everybody(302), "POST"),
    Row("account_inactive", everybody(200)),
    Row("account_signup", everybody(302)),
    Row("account_email", known()),
    Row("account_email_verification_sent", everybody(302)),
    Row("account_reauthenticate", known(403)),
    Row("mfa_index", known()),
    Row("mfa_reauthenticate", known(403)),
    Row("mfa_list_webauthn", known()),
    Row("mfa_add_webauthn", known(302)),
    Row("mfa_reauthenticate_webauthn", known(403)),
    Row("mfa_login_webauthn", everybody(302)),
    Row("mfa_edit_webauthn", known(404), args=KEY),
    Row("mfa_remove_webauthn", known(404), args=KEY),
]
