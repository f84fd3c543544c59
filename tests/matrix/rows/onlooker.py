"""The public pages: every role sees them; only following needs a login."""

from tests.matrix.row import Row, everybody, only

APPOINTED = {
    "role": "handler",
    "name": "Joke Visser",
    "email": "joke@voorbeeld.example",
    "title": "wijkregisseur",
    "organisation": "gemeente Deventer",
    "half": "overheid",
    "reason": "De gemeente is overheid.",
}

ROWS = [
    Row("home:index", everybody()),
    Row("areas:detail", everybody(), args=("area",)),
    Row("areas:log", everybody(), args=("area",)),
    Row("streets:index", everybody(), args=("area",)),
    Row("streets:points", everybody(), args=("area",)),
    Row("areas:follow", everybody(302), "POST", args=("area",)),
    Row("areas:unfollow", everybody(302), "POST", args=("area",)),
    Row("drawing:draw", only("admin"), args=("area",)),
    Row("drawing:remove", only("admin", gives=409), "POST", args=("area",)),
    Row("drawing:draw", only("admin", gives=422), "POST", args=("area",), data={"name": "De Brink"}),
    Row("roles:index", everybody(), args=("area",)),
    Row("roles:give", only("admin"), args=("area",)),
    Row("roles:give", only("admin", gives=302, anonymous=403), "POST", args=("area",), data=APPOINTED),
    Row("roles:end", only("admin", gives=302), "POST", args=("area", "grant")),
    Row("finder:list", everybody()),
    Row("finder:list", everybody(), data={"q": "voedselbos bij het park", "gebied": "GM0150"}),
    Row("demo:tour", everybody(404)),
    Row("about:about", everybody()),
    Row("about:here", everybody()),
    Row("about:how", everybody()),
    Row("about:accessibility", everybody()),
    Row("about:privacy", everybody()),
    Row("about:contact", everybody()),
    Row("about:language", everybody()),
    Row("about:set_language", everybody(302), "POST", data={"language": "en"}),
    Row("about:security", everybody()),
    Row("about:robots", everybody()),
    Row("about:manifest", everybody()),
    Row("about:sitemap", everybody()),
    Row("about:sitemap_part", everybody(), args=("number",)),
    Row("about:favicon", everybody(302)),
]
