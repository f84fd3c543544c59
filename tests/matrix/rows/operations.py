"""What watches the platform needs no login: it learns nothing about people there."""

from tests.matrix.row import Row, everybody

ROWS = [
    Row("operations:alive", everybody()),
    Row("operations:ready", everybody()),
    Row("operations:ready_to_read", everybody()),
    Row("operations:metrics", everybody(404)),  # until METRICS_TOKEN is set, and then for its holder
]
