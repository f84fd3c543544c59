"""The command line of the count, and the rules it asks for."""

from __future__ import annotations

import argparse
from typing import get_args

from middenstip.methods.reading import NoNumber, Unclear, argument, whole

from .ceilings import ceilings_of
from .election import Election
from .errors import BadElection
from .money import cents
from .official import rule_of, threshold_of
from .rules import By, Ceiling, Completion, Places, Rule, Rules, Satisfaction, TieRule

RULE = ("rule", "by", "satisfaction", "completion", "stop_at_first", "must_beat")


def parser() -> argparse.ArgumentParser:
    """``count``, ``compare``, ``explain`` and ``check``, with the same rules for each."""
    top = argparse.ArgumentParser(
        prog="python -m middenstip.methods.allocation", description="Tel een burgerbegroting na."
    )
    commands = top.add_subparsers(dest="command", required=True, metavar="count | compare | explain | check")
    for name, help_ in (
        ("count", "tel de stemmen"),
        ("compare", "zet de regels naast elkaar"),
        ("explain", "leg uit waarom een plan wint of afvalt"),
        ("check", "tel volgens het bestand zelf, en zet dat naast wie er won"),
    ):
        command = commands.add_parser(name, help=help_, description=help_)
        command.add_argument("file", metavar="FILE.pb", help="stemmen in het formaat van Pabulib")
        if name == "explain":
            command.add_argument("project", metavar="PROJECT", help="het nummer van het plan")
        add_rules(command, with_rule=name != "check")
        command.add_argument("--json", action="store_true", help="schrijf JSON")
    return top


def add_rules(command: argparse.ArgumentParser, *, with_rule: bool) -> None:
    """The options that make up the rules."""
    add = command.add_argument
    if with_rule:
        add("--rule", choices=get_args(Rule), default="mes", help="telregel (gewoon: mes, gelijke delen)")
        add("--by", choices=get_args(By), help="waarop greedy sorteert (gewoon: votes)")
        add("--satisfaction", choices=get_args(Satisfaction), default="cost", help="maat van mes")
        add("--completion", choices=get_args(Completion), default="none", help="wat mes met de rest doet")
        add("--stop-at-first", action="store_true", help="greedy stopt bij het eerste plan dat niet past")
        add("--must-beat", choices=get_args(Rule), help="telt alleen als meer stemmers deze uitslag willen")
    add("--ties", choices=get_args(TieRule), default="standard", help="wie voorgaat bij gelijke stand")
    add("--lot", default="", metavar="TEXT", help="openbare zin voor de loting")
    add("--step", type=argument(cents), metavar="EURO", help="stap van add1 per stemmer")
    add(
        "--min-votes",
        type=argument(whole),
        metavar="N",
        help="minste aantal stemmen voor een plan (gewoon: wat het bestand zegt, anders 0)",
    )
    add("--places", choices=get_args(Places), default="max-length", help="punten van een plek")
    add("--file-ceilings", action="store_true", help="gebruik de plafonds uit het bestand")
    add("--category-ceiling", action="append", default=[], metavar="NAAM=EURO", help="plafond per categorie")
    add("--neighbourhood-ceiling", action="append", default=[], metavar="NAAM=EURO", help="plafond per buurt")
    add("--joint-leftovers", action="store_true", help="maak samen op wat plafonds overlaten")
    add("--incompatible", action="append", default=[], metavar="A,B", help="van deze plannen wint er één")
    add("--channels", default="", metavar="paper=1,internet=1", help="gewicht van papier en internet samen")


def rules_of(given: argparse.Namespace, election: Election) -> Rules:
    """The rules these options ask for; raises ``BadElection`` when they make no sense."""
    checks = given.command == "check"
    in_file = ceilings_of(election) if given.file_ceilings or checks else ()
    spends_rest = bool(in_file) and election.info("leftover_budget") is not None
    leftovers = given.joint_leftovers or (checks and spends_rest)
    ceilings = [
        *in_file,
        *(Ceiling("category", name, amount) for name, amount in map(limit, given.category_ceiling)),
        *(Ceiling("neighbourhood", name, amount) for name, amount in map(limit, given.neighbourhood_ceiling)),
    ]
    asked = rule_of(election) if checks else {name: getattr(given, name) for name in RULE}
    return Rules(
        **asked,
        ties=given.ties,
        lot=given.lot,
        step=given.step,
        min_votes=threshold_of(election) if given.min_votes is None else given.min_votes,
        places=given.places,
        ceilings=tuple(ceilings),
        joint_leftovers=leftovers,
        incompatible=tuple(
            frozenset(name.strip() for name in names.split(",")) for names in given.incompatible
        ),
        channels=tuple(channel(part) for part in given.channels.split(",") if part),
    )


def limit(text: str) -> tuple[str, int]:
    """A name and an amount: ``Groen=20000``."""
    name, _, amount = text.rpartition("=")
    try:
        return name.strip(), cents(amount)
    except Unclear as wrong:
        raise BadElection(f"Het plafond '{text}' {wrong}.") from None
    except NoNumber:
        raise BadElection(f"Schrijf een plafond als NAAM=EURO, niet als '{text}'.") from None


def channel(text: str) -> tuple[str, int]:
    """A channel and its weight: ``paper=1``."""
    name, _, weight = text.rpartition("=")
    try:
        share = whole(weight)
    except NoNumber:
        share = -1
    if not name or share < 0:
        raise BadElection(f"Schrijf het gewicht als paper=1,internet=1, niet als '{text}'.")
    return name.strip(), share
