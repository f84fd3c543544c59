"""The village house of the worked example, and flows to try the promises on."""

from hypothesis import strategies as some

from middenstip.methods.runway import Flow, month_of

JAN = month_of("2027-01")
END = month_of("2036-12")
OPENING = {"": 4_400_00}
HOUSE = (
    Flow("huur", "out", "huur", 500_00, JAN, END),
    Flow("coördinator", "out", "loon", 1_500_00, JAN, END),
    Flow("verhuur", "in", "verhuur", 400_00, JAN, END),
    Flow("subsidie", "in", "subsidie", 9_000_00, JAN, JAN + 6, 6, covers=JAN + 11),
    Flow("leden", "in", "leden", 1_200_00, JAN + 2, END, 12, "toegezegd"),
    Flow("fonds", "in", "fonds", 10_000_00, JAN + 9, JAN + 9, 1, "aangevraagd"),
)

POTS = some.sampled_from(["", "", "keuken", "tuin"])
AMOUNTS = some.integers(0, 500)


@some.composite
def a_flow(draw, direction=None, earliest=-4):
    """A flow around the first month; from `earliest` months before it."""
    first = JAN + draw(some.integers(earliest, 30))
    return Flow(
        draw(some.sampled_from(["a", "b"])),
        direction or draw(some.sampled_from(["in", "out"])),
        draw(some.sampled_from(["subsidie", "fonds", "leden"])),
        draw(AMOUNTS),
        first,
        first + draw(some.integers(0, 40)),
        draw(some.integers(1, 12)),
        draw(some.sampled_from(["vast", "toegezegd", "aangevraagd"])),
        draw(POTS),
    )


FLOWS = some.lists(a_flow(), max_size=7)
BALANCE = some.dictionaries(POTS, some.integers(0, 3000), max_size=3)
