"""An agreement that waits: Ilse promises, Marijke receives and proposed it, Bas signs too."""

from tests.matrix.row import Row, everybody, only

ONE = ("agreement",)
SIGNERS = ("initiator", "government", "business")
CHANGED = {"number": "1", "what": "Een schoon veld.", "due_on": "2099-01-01", "conditions": ""}

ROWS = [
    Row("projects:index", everybody()),
    Row("projects:detail", everybody(), args=ONE),
    Row("projects:propose", only(*SIGNERS), args=("goal",)),
    Row("projects:sign", only(*SIGNERS, gives=302), "POST", ONE, {"number": "1"}),
    Row("projects:change", only(*SIGNERS, gives=302, anonymous=403), "POST", ONE, CHANGED),
    Row("projects:withdraw", only("initiator", gives=302), "POST", ONE),
    Row("projects:keep", only("initiator", gives=409), "POST", ONE),
    Row("projects:miss", only("initiator", "government", gives=409), "POST", ONE, {"why_not": "Te nat."}),
    Row("projects:party", everybody(404), args=("seat",)),
]
