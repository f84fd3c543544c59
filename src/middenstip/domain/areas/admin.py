"""Areas in the technical administration: look them up, and let a gemeente take part."""

from django.contrib import admin
from django.http import HttpRequest

from middenstip.domain.areas.models import Area


@admin.register(Area)
class AreaAdmin(admin.ModelAdmin[Area]):
    """Only `is_active` can be changed here; the next import of open data would overwrite the rest."""

    list_display = ("name", "code", "kind", "inhabitants", "year", "is_active")
    list_filter = ("kind", "is_active")
    search_fields = ("folded", "code")
    fields = ("name", "code", "kind", "year", "inhabitants", "inhabitants_source", "is_active")
    readonly_fields = fields[:-1]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Area | None = None) -> bool:
        return False
