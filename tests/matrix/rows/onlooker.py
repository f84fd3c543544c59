"""The pages of the onlooker: everybody sees them; following asks for a person."""

from tests.matrix.row import Row, everybody, only

ROWS = [
    Row("home:index", everybody()),
    Row("areas:detail", everybody(), args=("area",)),
    Row("areas:log", everybody(), args=("area",)),
    Row("areas:follow", everybody(302), "POST", args=("area",)),
    Row("areas:unfollow", everybody(302), "POST", args=("area",)),
    Row("drawing:draw", only("admin"), args=("area",)),
    Row("drawing:draw", only("admin", gives=422), "POST", args=("area",), data={"name": "De Brink"}),
    Row("finder:list", everybody()),
    Row("about:about", everybody()),
    Row("about:how", everybody()),
    Row("about:accessibility", everybody()),
    Row("about:privacy", everybody()),
    Row("about:contact", everybody()),
    Row("about:language", everybody()),
    Row("about:set_language", everybody(302), "POST", data={"language": "en"}),
    Row("about:health", everybody()),
]
