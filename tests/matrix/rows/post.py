"""The pages of notices. Notices are personal: those of another person give 404."""

from tests.matrix.row import ROLES, Row, everybody, only

ROWS = [
    Row("post:inbox", only(*ROLES)),
    Row("post:read_all", only(*ROLES, gives=302), "POST"),
    Row("post:choose_mail", only(*ROLES, gives=302), "POST"),
    Row("post:choose_digest", only(*ROLES, gives=302), "POST"),
    Row("post:following", only(*ROLES)),
    Row("post:choose_about", everybody(409) | {"anonymous": 302}, "POST", ("draft",)),
    Row("post:open", everybody(404) | {"anonymous": 302}, args=("person",)),
    Row("post:open", everybody(404) | {"anonymous": 302}, "POST", ("person",)),
    Row("post:unsubscribe", everybody(404), "GET", ("person",)),
    Row("post:unsubscribe", everybody(404), "POST", ("person",)),
]
