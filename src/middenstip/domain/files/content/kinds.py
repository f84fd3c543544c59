"""The kinds of files that are taken, and how large they may be."""

from __future__ import annotations

from dataclasses import dataclass

MB = 1024 * 1024
PHOTO_BYTES, DOCUMENT_BYTES = 20 * MB, 25 * MB
PIXELS, LONGEST_SIDE, SHORTEST_SIDE = 50_000_000, 20_000, 8


@dataclass(frozen=True)
class Kind:
    """One kind: its key, the word for it, the end of its name, how it is sent; `opener` is Pillow's name."""

    key: str
    word: str
    suffix: str
    mime: str
    opener: str = ""

    @property
    def is_photo(self) -> bool:
        return bool(self.opener)

    @property
    def most(self) -> int:
        """The most bytes of one."""
        return PHOTO_BYTES if self.is_photo else DOCUMENT_BYTES


_OPEN = "application/vnd.oasis.opendocument"
_OFFICE = "application/vnd.openxmlformats-officedocument"
KINDS: dict[str, Kind] = {
    kind.key: kind
    for kind in (
        Kind("jpeg", "JPEG", ".jpg", "image/jpeg", "JPEG"),
        Kind("png", "PNG", ".png", "image/png", "PNG"),
        Kind("webp", "WebP", ".webp", "image/webp", "WEBP"),
        Kind("heic", "HEIC", ".heic", "image/heic", "HEIF"),
        Kind("pdf", "PDF", ".pdf", "application/pdf"),
        Kind("odt", "ODT", ".odt", f"{_OPEN}.text"),
        Kind("ods", "ODS", ".ods", f"{_OPEN}.spreadsheet"),
        Kind("docx", "DOCX", ".docx", f"{_OFFICE}.wordprocessingml.document"),
        Kind("xlsx", "XLSX", ".xlsx", f"{_OFFICE}.spreadsheetml.sheet"),
        Kind("csv", "CSV", ".csv", "text/csv; charset=utf-8"),
        Kind("txt", "TXT", ".txt", "text/plain; charset=utf-8"),
    )
}
