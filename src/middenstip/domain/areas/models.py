"""Areas, their outlines and their figures."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q

from middenstip.kernel import typed
from middenstip.kernel.models import Row, Thing


class Kind(models.TextChoices):
    """The kind of area. The value is the Dutch word that URLs, the API and printed pages show."""

    PROVINCE = "provincie", "Provincie"
    MUNICIPALITY = "gemeente", "Gemeente"
    DISTRICT = "wijk", "Wijk"
    NEIGHBOURHOOD = "buurt", "Buurt"
    OWN = "eigen", "Eigen gebied"


# CBS codes; the part after the municipality may hold letters since 2023 (WK0363MB).
CODE_PATTERNS = {
    Kind.MUNICIPALITY: r"^GM[0-9]{4}$",
    Kind.DISTRICT: r"^WK[0-9]{4}[0-9A-Z]{2}$",
    Kind.NEIGHBOURHOOD: r"^BU[0-9]{4}[0-9A-Z]{4}$",
    Kind.OWN: r"^EIGEN-[0-9A-Z]+(-[0-9A-Z]+)*$",
    Kind.PROVINCE: r"^PV[0-9]{2}$",
}
FOLDED_LENGTH = 400  # one character can fold to several
CODE_LENGTH = 20  # the length of the area columns of the journal


def folded(name: str) -> str:
    """A name in its search form: "d'Ekker" is found as "d ekker" and "dekker" (`kernel.typed.searchable`)."""
    words = typed.searchable(name)
    joined = typed.searchable(typed.folded(name).replace("'", ""))
    more = [word for word in joined.split() if word not in words.split()]
    return " ".join([words, *more])[:FOLDED_LENGTH]


def level_of(kind: str) -> str:
    """The column of a row that stores its gemeente and wijk, to compare with the areas of this kind.

    A province stands for its gemeenten: compare with their codes, or see `column_of`.
    """
    whole = {Kind.PROVINCE.value: "municipality", Kind.MUNICIPALITY.value: "municipality"}
    return (whole | {Kind.DISTRICT.value: "district"}).get(kind, "area")


def column_of(kind: str) -> str:
    """The same, to compare with one area of this kind."""
    return "municipality__parent" if kind == Kind.PROVINCE else level_of(kind)


def _code_fits_kind() -> Q:
    fits = Q()
    for kind, pattern in CODE_PATTERNS.items():
        fits |= Q(kind=kind.value, code__regex=pattern)
    return fits


class Area(Thing):
    """One area. `municipality` is its gemeente and `district` its wijk; a gemeente or wijk points to itself.

    So one comparison finds everything inside an area, without walking up a tree of parents. The parent of a
    gemeente is its province, when that is known; a province has neither of the three.
    """

    code = models.CharField(max_length=CODE_LENGTH, unique=True)
    kind = models.CharField(max_length=9, choices=Kind.choices)
    name = models.CharField(max_length=120)
    folded = models.CharField(
        max_length=FOLDED_LENGTH, db_index=True, blank=True, editable=False
    )  # for searching
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    municipality = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    district = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    year = models.PositiveSmallIntegerField()  # borders change every 1 January
    inhabitants = models.PositiveIntegerField(null=True, blank=True)  # null: not known, never 0
    inhabitants_source = models.CharField(max_length=80, blank=True)
    lon = models.FloatField(null=True, blank=True)  # a point inside it, in WGS84 degrees
    lat = models.FloatField(null=True, blank=True)
    is_active = models.BooleanField(default=False)  # takes part: shown on the front page

    class Meta:
        constraints = [
            models.CheckConstraint(name="area_code_fits_kind", condition=_code_fits_kind()),
            models.CheckConstraint(
                name="area_province_is_on_top",
                condition=~Q(kind=Kind.PROVINCE.value) | Q(parent=None, municipality=None, district=None),
            ),
            models.CheckConstraint(
                name="area_inhabitants_have_source",
                condition=Q(inhabitants=None) | ~Q(inhabitants_source=""),
            ),
            models.CheckConstraint(
                name="area_centre_is_whole",
                condition=Q(lon=None, lat=None)
                | Q(lon__isnull=False, lat__isnull=False, lon__range=(-180, 180), lat__range=(-90, 90)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.code})"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, and let `municipality` of a gemeente and `district` of a wijk point to the area itself."""
        self.folded = folded(self.name)
        if kwargs.get("update_fields") and "name" in kwargs["update_fields"]:
            kwargs["update_fields"] = {*kwargs["update_fields"], "folded"}
        super().save(*args, **kwargs)
        own = {Kind.MUNICIPALITY.value: "municipality", Kind.DISTRICT.value: "district"}.get(self.kind)
        if own and getattr(self, f"{own}_id") is None:
            setattr(self, own, self)
            super().save(update_fields=[own])

    @property
    def where(self) -> dict[str, str]:
        """Its code and those of its wijk and gemeente ("" for none), as the journal stores them with a fact.

        A CBS code contains the codes of the areas around it; only an area drawn by hand needs a lookup.
        """
        gemeente, wijk = f"GM{self.code[2:6]}", f"WK{self.code[2:8]}" if len(self.code) > 6 else ""
        if self.kind == Kind.PROVINCE:
            gemeente = ""
        if self.kind == Kind.OWN:
            gemeente, wijk = (one.code if one else "" for one in (self.municipality, self.district))
        return {"area": self.code, "district": wijk, "municipality": gemeente}

    @property
    def outline(self) -> dict[str, Any] | None:
        """Its GeoJSON geometry (WGS84); None when unknown. One query; for many areas use `outlines_of`."""
        return Outline.objects.filter(area=self).values_list("geometry", flat=True).first()


class Outline(Row):
    """The border of one area, in its own table so that a list of areas does not load it."""

    area = models.OneToOneField(Area, on_delete=models.CASCADE, primary_key=True, related_name="+")
    geometry = models.JSONField()  # GeoJSON Polygon or MultiPolygon, WGS84
    source = models.CharField(max_length=80)
    year = models.PositiveSmallIntegerField()


class Figure(Row):
    """One open figure about one area in one year. A null `value` is shown as *niet bekend*, never as 0."""

    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="figures")
    key = models.SlugField(max_length=40, db_index=False)
    value = models.DecimalField(max_digits=14, decimal_places=4, null=True, blank=True)
    source = models.CharField(max_length=80)
    year = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["area", "key", "year"], name="figure_once_a_year"),
            models.CheckConstraint(name="figure_has_source", condition=~Q(source="")),
        ]
