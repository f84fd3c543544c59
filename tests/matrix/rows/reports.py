from tests.matrix.row import Row, everybody

ROWS = [
    Row("reports:initiative", everybody(), args=("initiative",)),
    Row("reports:initiative", everybody(404), args=("draft",)),
]
