"""Shapes that several resources share. Property names are Dutch and camelCase."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from django.http import Http404
from ninja import Field, Path
from pydantic import BaseModel, BeforeValidator, ConfigDict
from pydantic.alias_generators import to_camel

from middenstip.domain.areas.models import Area
from middenstip.domain.areas.selectors import area_by_code
from middenstip.kernel.half import halves_of
from middenstip.kernel.typed import line

BASE = "/api/v1"
ID = r"^[2-9a-hjkmnp-z]{10}$"
AREA = r"^(PV|GM|WK|BU|EIGEN-)[0-9A-Z-]{1,14}$"
PublicId = Annotated[str, Path(..., pattern=ID)]
AreaCode = Annotated[str, Path(..., pattern=AREA)]
Typed = Annotated[
    str | None, BeforeValidator(lambda told: line(told) or None if isinstance(told, str) else told)
]  # a text of only invisible characters counts as not given
HalfWord = Literal["bewoners", "overheid", "ondernemers"]


def property_name(name: str) -> str:
    """The name of a property in JSON: camelCase; links get the prefix that marks them as metadata."""
    return "_links" if name == "links" else to_camel(name)


class Shape(BaseModel):
    """Base of all answers. The docstrings of shapes are Dutch, because the API description prints them."""

    model_config = ConfigDict(alias_generator=property_name, populate_by_name=True)


class Link(Shape):
    """Een adres op deze server."""

    href: str


class Links(Shape):
    """Waar iets in de API staat, en op welke bladzijde mensen het lezen."""

    self: Link
    pagina: Link


class AreaRef(Shape):
    """Een gebied, kort."""

    code: str = Field(description="CBS-code, of EIGEN-… voor een gebied dat iemand zelf tekende.")
    naam: str


class Ref(Shape):
    """Verwijzing naar een initiatief of opgave."""

    id: str
    titel: str


class Seat(Shape):
    """Een zetel: een functie die voor een van de drie helften spreekt."""

    zetel: str = Field(description="De functie en de organisatie. De naam van de persoon staat er niet bij.")
    helft: HalfWord


class Point(Shape):
    """Een punt: GeoJSON in WGS84 (RFC 7946)."""

    type: Literal["Point"] = "Point"
    coordinates: list[float] = Field(min_length=2, max_length=2, description="Lengtegraad en breedtegraad.")


class Photo(Shape):
    """Een foto, zonder plaats of tijd erin."""

    tekst: str = Field(description="Wat er te zien is, voor wie de foto niet ziet.")
    maker: str
    breedte: int
    hoogte: int
    adres: str = Field(description="Het adres van de foto, als WebP van hooguit 1600 beeldpunten.")


def links(path: str, page: str) -> Links:
    """The links of one thing: `path` within the API, `page` on the site."""
    return Links(self=Link(href=BASE + path), pagina=Link(href=page))


def seat(row: dict[str, Any], name: str = "") -> Seat:
    """A seat from a flat row with `half`, `title` and `organisation`, each prefixed with `name`."""
    title, organisation = row[f"{name}title"], row[f"{name}organisation"]
    return Seat(zetel=f"{title}, {organisation}" if organisation else title, helft=row[f"{name}half"])


def point(lon: float | None, lat: float | None) -> Point | None:
    """A point, or None without coordinates."""
    return None if lon is None or lat is None else Point(coordinates=[lon, lat])


def photo(row: dict[str, Any]) -> Photo:
    """A photo from its columns."""
    return Photo(
        tekst=row["alt"],
        maker=row["credit"],
        breedte=row["width"],
        hoogte=row["height"],
        adres=f"/bestand/{row['public_id']}/groot.webp",
    )


def half_words(bits: int) -> list[HalfWord]:
    """The halves of a bit set as words, in their fixed order."""
    return [half.value for half in halves_of(bits)]


def known_area(code: str | None) -> Area | None:
    """The area of a filter; None without a filter. Raises Http404 for an unknown code."""
    if code is None:
        return None
    area = area_by_code(code)
    if area is None:
        raise Http404(f"Het gebied {code} kennen we niet.")
    return area
