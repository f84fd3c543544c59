"""The table. Marijke, Ilse and Bas sit at it; its goal is shared, so only a new version reopens the talk."""

from tests.matrix.row import Row, everybody, only

TABLE = ("goal",)
AT_TABLE = ("initiator", "government", "business")
VERSION = {"number": "1", "text": "Een nieuw doel."}

ROWS = [
    Row("goals:index", everybody()),
    Row("goals:detail", everybody(), args=TABLE),
    Row("goals:join", only(gives=409, others=409), "POST", TABLE),
    Row("goals:leave", only(*AT_TABLE, gives=302), "POST", TABLE),
    Row("goals:invite", only(*AT_TABLE, gives=409), args=TABLE),
    Row("goals:write", only(*AT_TABLE, gives=409), "POST", TABLE, {"text": "Een bos."}),
    Row("goals:reveal", only(*AT_TABLE, gives=409), "POST", TABLE),
    Row("goals:propose", only(*AT_TABLE, gives=302, anonymous=403), "POST", TABLE, VERSION),
    Row("goals:answer", only(*AT_TABLE, gives=409), "POST", TABLE, {"number": "1", "answer": "ja"}),
    Row("goals:stop", only(*AT_TABLE, gives=409), "POST", TABLE),
]
