from tests.matrix.row import Row, everybody

ROWS = [Row("gallery:index", everybody())]
