"""Who may do what with a file. Whether a person may see or fill its thing, the room of that thing answers."""

from __future__ import annotations

import re

from middenstip.domain.files.models import File
from middenstip.kernel.actor import Actor
from middenstip.kernel.typed import searchable
from middenstip.kernel.verdict import YES, Verdict, no

MOST_PER_THING = 30
_FILE_NAME = re.compile(
    r"(\.(jpe?g|png|webp|heic|heif|gif|pdf|od[ts]|docx?|xlsx?|csv|txt)$)"
    r"|^(img|dsc[fn]?|dcim|pxl|mvimg|p|image|foto|photo|afbeelding|screenshot|schermafbeelding|scan|document"
    r"|whatsapp image)[\W_]*\d[\d\W_a-z]*$",
    re.IGNORECASE,
)


def says_something(alt: str, name: str) -> Verdict:
    """A person who does not see the photo must know what is on it: a sentence, not the name of the file."""
    words = searchable(alt).split()
    if not words:
        return no("Schrijf in één zin wat er te zien of te lezen is.")
    stem = name.rpartition(".")[0] or name
    if _FILE_NAME.search(alt) or searchable(alt) == searchable(stem):
        return no("Dit is de naam van een bestand. Schrijf in één zin wat er te zien of te lezen is.")
    if len(words) < 3 or len("".join(words)) < 10:
        return no("Dat is erg kort. Schrijf in één zin wat er te zien of te lezen is.")
    return YES


def fits(used: int, size: int, most: int) -> Verdict:
    """Whether `size` more bytes fit in what the seat may keep."""
    if used + size <= most:
        return YES
    return no("Je zetel heeft geen ruimte meer voor dit bestand. Haal eerst iets weg dat niet meer nodig is.")


def has_room(number: int, is_only: bool = False) -> Verdict:
    """Whether one more may stand beside a thing that has `number` files; `is_only` for one that holds one."""
    if is_only and number:
        return no("Hier staat al een foto. Haal die eerst weg.")
    if number < MOST_PER_THING:
        return YES
    return no("Hier staan al dertig bestanden. Haal er eerst een weg.")


def may_see_waiting(person: int | None, file: File) -> bool:
    """What waits or was refused is shown to the person who sent it, and to nobody else."""
    return person is not None and person == file.person_id


def may_remove(by: Actor, file: File, may_add: Verdict) -> Verdict:
    """The person who sent it, their seat, and those who may fill the thing it belongs to."""
    if by.person_id == file.person_id or by.seat_id == file.seat_id or may_add:
        return YES
    return no("Weghalen kan wie dit bestand plaatste, en wie hier zelf iets mag plaatsen.")
