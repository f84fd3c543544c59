"""The base class of a fact: a frozen dataclass in the past tense. Plain Python, no Django."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from typing import Any, ClassVar

KINDS: dict[str, type[Fact]] = {}


@dataclass(frozen=True, kw_only=True)
class Fact:
    """Something that happened. Subclasses live in the `facts.py` of their room.

    `subject` is the public id of the thing it is about, `thread` that of the initiative whose story it
    belongs to ("" when none), `area` the code of the most precise area; `district` and `municipality`
    those of the wijk and gemeente it lies in (`Area.where` gives the three). Further fields become the
    fact's small JSON: ids, numbers, dates as ISO text, and words from a fixed list; never a name, an
    address or free text.
    """

    kind: ClassVar[str]  # "initiative.submitted": noun, then what happened
    public: ClassVar[bool] = True  # whether an outsider may read it on the tribune
    audited: ClassVar[bool] = False  # whether it also is a line in the audit log: who may do what changed

    subject: str
    thread: str = ""
    area: str = ""
    district: str = ""
    municipality: str = ""

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if cls.kind in KINDS and KINDS[cls.kind].__qualname__ != cls.__qualname__:
            raise ValueError(f"two facts are called {cls.kind}")
        KINDS[cls.kind] = cls

    @property
    def data(self) -> dict[str, Any]:
        """The fields of the subclass, as stored in the journal."""
        return {key: value for key, value in asdict(self).items() if key not in _COLUMNS}

    @property
    def columns(self) -> dict[str, str]:
        """The other fields: each has a column of its own."""
        return {key: getattr(self, key) for key in _COLUMNS}


_COLUMNS = tuple(one.name for one in fields(Fact))
