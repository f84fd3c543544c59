"""The pages of the post. Notices are personal: somebody else's does not exist."""

from tests.matrix.row import Row, everybody

ROWS = [
    Row("post:open", everybody(404) | {"anonymous": 302}, "POST", ("person",)),
    Row("post:unsubscribe", everybody(404), "GET", ("person",)),
    Row("post:unsubscribe", everybody(404), "POST", ("person",)),
]
