"""A PDF read as a tree: nothing in it may run, start something, or carry another file along."""

from __future__ import annotations

from typing import BinaryIO

import pikepdf

from middenstip.domain.files.content.wrong import ATTACHED, CUT_OFF, LOCKED, SCRIPT, TOO_HARD, wrong

MOST_OBJECTS, DEEPEST = 200_000, 60
_RUNS = {"/JS", "/JavaScript", "/AA", "/XFA", "/RichMedia", "/Launch"}
_CARRIES = {"/EmbeddedFiles", "/EF", "/EmbeddedFile"}
_ACTS = {
    "/JavaScript",
    "/Launch",
    "/SubmitForm",
    "/ImportData",
    "/GoToE",
    "/GoToR",
    "/Rendition",
    "/RichMediaExecute",
    "/Movie",
    "/Sound",
    "/Trans",
    "/SetOCGState",
    "/Named",
}


def look_inside(file: BinaryIO) -> None:
    """Raises `Invalid` for a script, an act, a hidden file, a password, or damage."""
    file.seek(0)
    try:
        with pikepdf.open(file, attempt_recovery=False, suppress_warnings=True) as pdf:
            if pdf.is_encrypted:
                raise wrong(LOCKED)
            _opens_quietly(pdf.Root)
            for number, one in enumerate(pdf.objects):
                if number > MOST_OBJECTS:
                    raise wrong(TOO_HARD)
                _is_harmless(one)
    except pikepdf.PasswordError as error:
        raise wrong(LOCKED) from error
    except (pikepdf.PdfError, pikepdf.DataDecodingError, ValueError, RecursionError) as error:
        raise wrong(CUT_OFF) from error


def _opens_quietly(root: pikepdf.Object) -> None:
    """Opening may go to a page, which many programs write; it may do nothing else."""
    act = root.get("/OpenAction")
    if isinstance(act, pikepdf.Dictionary) and act.get("/S") != pikepdf.Name("/GoTo"):
        raise wrong(SCRIPT)


def _is_harmless(thing: object, depth: int = 0) -> None:
    """Look through one object. What it refers to is an object of its own, which is looked at in its turn."""
    if depth > DEEPEST:
        raise wrong(TOO_HARD)
    if depth and isinstance(thing, pikepdf.Object) and thing.is_indirect:
        return
    if isinstance(thing, pikepdf.Array):
        for one in thing:
            _is_harmless(one, depth + 1)
    if not isinstance(thing, (pikepdf.Dictionary, pikepdf.Stream)):
        return
    keys = set(thing.keys())
    if keys & _RUNS or _name(thing.get("/S")) in _ACTS:
        raise wrong(SCRIPT)
    if keys & _CARRIES or _name(thing.get("/Type")) in _CARRIES:
        raise wrong(ATTACHED)
    for key in keys:
        _is_harmless(thing.get(key), depth + 1)


def _name(value: object) -> str:
    return str(value) if isinstance(value, pikepdf.Name) else ""
