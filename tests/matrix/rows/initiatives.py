"""An initiative and what is done with it."""

from tests.matrix.row import ROLES, Row, everybody, only

INITIATIVE, DRAFT, HELP = ("initiative",), ("draft",), ("initiative", "partner")
MINE = only("initiator")
OWN_PAGES = ("change", "reins", "news", "stop")
PARTNERS = ("residents", "government", "business")
TEXTS = {"version": "1", "title": "Voedselbos", "what": "Een bos", "why": "", "motto": "", "where": "geen"}

ROWS = [
    Row("initiatives:detail", everybody(200), args=INITIATIVE),
    Row("initiatives:detail", only("initiator", others=404, anonymous=404), args=DRAFT),
    Row("initiatives:follow", everybody(302), "POST", INITIATIVE),
    Row("initiatives:unfollow", everybody(302), "POST", INITIATIVE),
    Row(
        "initiatives:help",
        only("outsider", "handler", "admin", gives=302, others=409) | {"initiator": 403},
        "POST",
        INITIATIVE,
        {"brings": "Een schep", "has_read": "on"},
    ),
    Row("initiatives:answer_help", only("initiator", gives=409), "POST", HELP, {"answer": "ja"}),
    Row("initiatives:end_help", only("business", gives=302), "POST", HELP),
    Row("initiatives:submit", only("initiator", gives=302, others=404), "POST", DRAFT),
    *(Row(f"initiatives:{act}", MINE, args=INITIATIVE) for act in OWN_PAGES),
    Row("initiatives:finish", only("initiator", gives=409), args=INITIATIVE),
    Row("initiatives:change", only("initiator", gives=302), "POST", INITIATIVE, TEXTS),
    Row("initiatives:stop", only("initiator", gives=302), "POST", INITIATIVE, {"lesson": "Te nat."}),
    Row("initiatives:table", only("initiator", "handler", *PARTNERS, gives=409), args=INITIATIVE),
    Row("submit:new", everybody(200)),
    Row("submit:new", everybody(422), "POST"),
    Row("submit:paper", everybody(200)),
]
assert set(ROLES) == set(MINE)
