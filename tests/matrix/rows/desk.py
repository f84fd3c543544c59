"""The desk: the case was answered already, so a correct act often comes too late (409)."""

from tests.matrix.row import Row, only

CASE, ACTION = ("case",), ("action",)
LATER = "2027-01-15"
INVOLVED = ("initiator", "handler")

ROWS = [
    Row("desk:index", only("handler")),
    Row("desk:new", only("handler")),
    Row("desk:new", only("handler", gives=422), "POST"),
    Row("desk:case", only(*INVOLVED), "GET", CASE),
    Row("desk:take", only("handler", gives=409), "POST", CASE),
    Row("desk:take_search", only(), "POST", CASE),
    Row("desk:confirm", only(*INVOLVED, gives=409), "POST", CASE),
    Row("desk:confirm_on_paper", only(gives=403), "POST", CASE),
    Row("desk:note", only("handler", gives=302), "POST", CASE, {"verslag-text": "We belden."}),
    Row(
        "desk:message",
        only(*INVOLVED, gives=302, anonymous=403),
        "POST",
        CASE,
        {"bericht-text": "Bel je mij?"},
    ),
    Row("desk:phone", only("initiator", gives=302), "POST", CASE, {"telefoon-phone": "06 12345678"}),
    Row("desk:plan", only(*INVOLVED, gives=302, anonymous=403), "POST", CASE, {"actie-text": "Bel de buren"}),
    Row(
        "desk:decide",
        only("handler", gives=409),
        "POST",
        CASE,
        {"uitslag-outcome": "support", "uitslag-answer": "We helpen."},
    ),
    Row("desk:hand_over", only(*INVOLVED, gives=422), "POST", CASE),
    Row("desk:do", only("initiator", gives=302), "POST", ACTION),
    Row("desk:drop", only("initiator", gives=302), "POST", ACTION),
    Row("desk:reopen", only("initiator", gives=409), "POST", ACTION),
    Row("desk:carry", only(*INVOLVED, gives=422), "POST", ACTION),
    Row("desk:ask", only(*INVOLVED, gives=422), "POST", ACTION),
    Row("desk:give_back", only("initiator", gives=409), "POST", ACTION),
]
