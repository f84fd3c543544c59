"""The audit log: who did what to what, and whether it succeeded. Ids and fixed words only, never a name."""

from __future__ import annotations

import logging

log = logging.getLogger("middenstip.audit")


def note(action: str, *, result: str = "ok", actor: str = "", about: str = "", **more: str) -> None:
    """One line: the `action`, by whom (a public id; "" is a visitor or the clock) and to what (`about`).

    The time and the request it came from are added to every line (BIO 8.15 asks for both).
    """
    told = {"action": action, "result": result, "actor": actor, "about": about, **more}
    log.info("%s %s", action, result, extra=told)
