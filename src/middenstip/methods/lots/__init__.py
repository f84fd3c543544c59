"""Drawing by lot so that anyone can do it again.

Everybody who may be drawn has a number in a list that is published first, together with the seal of a
secret: its SHA-256. At the draw somebody says a word aloud, and the secret is published. The order within
each half is that of SHA-256 over ``secret:word:number``. Whoever knows the secret can't steer the draw, for
the word is not known yet; whoever chooses the word can't, for the secret is sealed.

>>> tickets = [Ticket("k7", "bewoners"), Ticket("m2", "bewoners"), Ticket("p9", "overheid")]
>>> order = draw("een geheim", "zeven", tickets)
>>> order == draw("een geheim", "zeven", reversed(tickets))
True
>>> called(order, {"bewoners": 1, "overheid": 1}) == [order["bewoners"][0], order["overheid"][0]]
True

Source: choosing people in public with a published seed is RFC 3797 ("Publicly Verifiable Nominations
Committee (NomCom) Random Selection", 2004); sealing a secret before the public part is known is the scheme
of Blum, "Coin flipping by telephone" (1981); SHA-256 is FIPS 180-4.

Run it: ``python -m middenstip.methods.lots draw LIJST.csv --secret GEHEIM --word WOORD --places bewoners=4``.
"""

from middenstip.methods.reading import InputError

from .drawing import HALVES, Order, Ticket, called, check, draw, mark, seal, spoken

__all__ = [
    "HALVES",
    "InputError",
    "Order",
    "Ticket",
    "called",
    "check",
    "draw",
    "mark",
    "seal",
    "spoken",
]
