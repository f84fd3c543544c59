"""An agreement that waits for signatures: Ilse promises, Marijke receives and proposed it, Bas signs too."""

from tests.matrix.row import Row, everybody, only

ONE = ("agreement",)
SIGNERS = ("initiator", "government", "business")
CHANGED = {"number": "1", "what": "Een schoon veld.", "due_on": "2034-01-01", "conditions": ""}

ROWS = [
    Row("agreements:index", everybody()),
    Row("agreements:detail", everybody(), args=ONE),
    Row("agreements:propose", only(*SIGNERS), args=("goal",)),
    Row("agreements:sign", only(*SIGNERS, gives=302), "POST", ONE, {"number": "1"}),
    Row("agreements:change", only(*SIGNERS, gives=302, anonymous=403), "POST", ONE, CHANGED),
    Row("agreements:withdraw", only("initiator", gives=302), "POST", ONE),
    Row("agreements:keep", only("initiator", gives=409), "POST", ONE),
    Row("agreements:miss", only("initiator", "government", gives=409), "POST", ONE, {"why_not": "Te nat."}),
    Row("agreements:party", everybody(404), args=("seat",)),
]
