"""The pages of the post. Notices are personal: somebody else's does not exist."""

from tests.matrix.row import ROLES, Row, everybody, only

ROWS = [
    Row("post:inbox", only(*ROLES)),
    Row("post:read_all", only(*ROLES, gives=302), "POST"),
    Row("post:choose_mail", only(*ROLES, gives=302), "POST"),
    Row("post:open", everybody(404) | {"anonymous": 302}, "POST", ("person",)),
    Row("post:unsubscribe", everybody(404), "GET", ("person",)),
    Row("post:unsubscribe", everybody(404), "POST", ("person",)),
]
