"""Who may see what, as a piece of SQL inside every search."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from .base import Base


class Among(NamedTuple):
    """A query that yields the keys a reader may see, with its values, in the marks of the connection.

    It may name `t.key`, the key of the text at hand: then it is asked of each text that is found, which is
    faster when many may be seen.
    """

    sql: str
    values: Sequence[object] = ()


class Along(NamedTuple):
    """A query that yields one value of yours for the text at hand, whose key it names as `t.key`.

    The search brings it along, so that what is shown of a text need not be asked afterwards.
    """

    sql: str
    values: Sequence[object] = ()


NOTHING = Along("SELECT NULL")


class Visible(NamedTuple):
    """The kinds that are asked for and the keys that may be seen; None means no limit."""

    kinds: tuple[str, ...] | None
    among: Among | None

    @classmethod
    def of(
        cls, kinds: Collection[str] | None, among: "Among | tuple[str, Sequence[object]] | str | None"
    ) -> "Visible":
        """Return the limits in one shape: kinds sorted, `among` with its values."""
        if isinstance(kinds, str):
            kinds = {kinds}
        if isinstance(among, str):
            among = Among(among)
        return cls(
            None if kinds is None else tuple(sorted(set(kinds))),
            None if among is None else Among(*among),
        )

    def where(self, base: Base) -> tuple[str, list[object]]:
        """Return conditions on `matching_text AS t`, each starting with AND, and their values."""
        sql, values = self.of_kind(base)
        if self.among is not None:
            sql += f" AND t.key IN ({self.among.sql})"
            values = [*values, *self.among.values]
        return sql, values

    def of_kind(self, base: Base) -> tuple[str, list[object]]:
        """Return the condition on `t.kind` alone."""
        if self.kinds is None:
            return "", []
        return f" AND t.kind IN ({base.marks(len(self.kinds))})", list(self.kinds)
