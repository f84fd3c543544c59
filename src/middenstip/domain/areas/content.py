"""The provincies, and which gemeenten lie in each. A gemeente keeps its code until it is abolished.

The table is ours: CBS numbered the gemeenten by provincie until 1985, and the newer ones are named here one
by one.
"""

from __future__ import annotations

NAMES = {
    "PV20": "Groningen",
    "PV21": "Fryslân",
    "PV22": "Drenthe",
    "PV23": "Overijssel",
    "PV24": "Flevoland",
    "PV25": "Gelderland",
    "PV26": "Utrecht",
    "PV27": "Noord-Holland",
    "PV28": "Zuid-Holland",
    "PV29": "Zeeland",
    "PV30": "Noord-Brabant",
    "PV31": "Limburg",
}
# The last old number of each row of gemeenten, in order.
OLD = (
    (53, "PV20"),
    (98, "PV21"),
    (140, "PV22"),
    (195, "PV23"),
    (304, "PV25"),
    (356, "PV26"),
    (480, "PV27"),
    (644, "PV28"),
    (736, "PV29"),
    (879, "PV30"),
    (994, "PV31"),
)
# Old numbers that do not follow the row: the polders, and gemeenten whose border moved to another provincie.
APART = {
    "PV20": "0765",
    "PV21": "0653 0737",
    "PV24": "0034 0050 0171 0184 0303 0995",
    "PV25": "0668 0733",
    "PV26": "0589 0632 0736",
    "PV27": "0498 0532 0852 0880",
    "PV28": "0689 0693 0694 0707",
}
NEW = {
    "PV20": "1651 1663 1895 1950 1952 1966 1969 1979 1987",
    "PV21": "1722 1891 1900 1908 1921 1940 1949 1970",
    "PV22": "1680 1681 1690 1699 1701 1730 1731",
    "PV23": "1700 1708 1735 1742 1773 1774 1896",
    "PV25": "1509 1586 1705 1734 1740 1859 1876 1945 1955 1960",
    "PV26": "1581 1904 1961",
    "PV27": "1598 1696 1911 1942 1980",
    "PV28": "1525 1621 1672 1783 1842 1884 1892 1901 1916 1924 1926 1927 1930 1931 1963 1978 1992",
    "PV29": "1676 1695 1714",
    "PV30": "1652 1655 1658 1659 1667 1671 1674 1684 1685 1702 1706 1709 1719 1721 1723 1724 1728 1771 1948"
    " 1959 1982 1991",
    "PV31": "1507 1640 1641 1669 1711 1729 1883 1894 1903 1954",
}


def province_of(code: str) -> str:
    """The code of the provincie of a gemeente; "" when the table does not know it.

    >>> province_of("GM0150"), province_of("GM1961"), province_of("GM9999")
    ('PV23', 'PV26', '')
    """
    number = code[2:]
    if number in _BY_NUMBER:
        return _BY_NUMBER[number]
    return next((province for last, province in OLD if int(number) <= last), "")


_BY_NUMBER = {
    number: province
    for table in (APART, NEW)
    for province, numbers in table.items()
    for number in numbers.split()
}
