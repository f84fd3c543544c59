"""A file on its way in: to a file on disk, block by block, and never more of it than may be sent."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadedfile import TemporaryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler

from middenstip.domain.files.content.kinds import DOCUMENT_BYTES


class Upload(FileUploadHandler):
    """Django's own handlers keep small files in memory and large ones without end.

    What is too large is read on and thrown away, so that the words beside it arrive and stay in the form;
    the file that the form then gets is one byte too large. When the disk is full, the form gets a file
    that says so (`is_lost`).
    """

    chunk_size = 64 * 1024
    file: TemporaryUploadedFile | None = None

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.told, self.is_lost = 0, False
        try:
            self.file = TemporaryUploadedFile(
                self.file_name or "", self.content_type, 0, self.charset, self.content_type_extra
            )
        except OSError:
            self.file, self.is_lost = None, True

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        self.told += len(raw_data)
        if self.told > DOCUMENT_BYTES:
            self._empty()
        elif self.file is not None and not self.is_lost:
            try:
                self.file.write(raw_data)
            except OSError:
                self.is_lost = True
                self._empty()

    def file_complete(self, file_size: int) -> Any:
        if self.file is None:
            return Lost(self.file_name)
        try:
            self.file.seek(0)
        except OSError:  # what stood in a buffer did not fit
            return Lost(self.file_name)
        if self.is_lost:
            return Lost(self.file_name)
        self.file.size = self.told
        return self.file

    def upload_interrupted(self) -> None:
        if self.file is not None:
            self.file.close()

    def _empty(self) -> None:
        if self.file is not None:
            self.file.seek(0)
            self.file.truncate()


class Lost:
    """A file that arrived and could not be kept: the disk is full."""

    def __init__(self, name: str | None) -> None:
        self.name, self.size, self.content_type = name or "", 0, ""

    def close(self) -> None:
        """Nothing to close."""
