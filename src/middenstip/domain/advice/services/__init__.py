"""Services that write advice: the request, the advices, their answers, and hiding them."""

from middenstip.domain.advice.services.advices import answer_advice, give_advice, take_back
from middenstip.domain.advice.services.hiding import hide_advice, hide_request, show_advice, show_request
from middenstip.domain.advice.services.requests import (
    ask_advice,
    close_requests,
    ring_requests,
    withdraw_request,
)

__all__ = [
    "answer_advice",
    "ask_advice",
    "close_requests",
    "give_advice",
    "hide_advice",
    "hide_request",
    "ring_requests",
    "show_advice",
    "show_request",
    "take_back",
    "withdraw_request",
]
