"""Files made by the tests themselves: good ones and hostile ones. There is no binary in the repository."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO
from typing import Any

import pikepdf
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from PIL.PngImagePlugin import PngInfo

W = "application/vnd.openxmlformats-officedocument"
GPS = {1: "N", 2: (52.0, 17.0, 33.0), 3: "E", 4: (6.0, 16.0, 17.0)}
SECRET = b"GEHEIME-PLEK"


def upload(data: bytes, name: str = "plantdag.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def photo(form: str = "JPEG", size: tuple[int, int] = (640, 480), **more: Any) -> bytes:
    """A photo of nothing much, with a gradient so that it does not compress to nothing."""
    image = Image.linear_gradient("L").resize(size).convert("RGB")
    out = BytesIO()
    if form == "HEIF":
        from pillow_heif import register_heif_opener

        register_heif_opener()
    image.save(out, form, **more)
    return out.getvalue()


def telling_photo(form: str = "JPEG") -> bytes:
    """A photo that tells where it was made, in EXIF, XMP and a comment."""
    exif = Image.Exif()
    exif[0x010E] = SECRET.decode()
    exif[0x0112] = 6
    exif.get_ifd(0x8825).update(GPS)
    more: dict[str, Any] = {"exif": exif, "xmp": b"<x:xmpmeta>" + SECRET + b"</x:xmpmeta>"}
    if form == "JPEG":
        more["comment"] = SECRET
    if form == "PNG":
        info = PngInfo()
        info.add_text("Comment", SECRET.decode())
        info.add_itxt("XML:com.adobe.xmp", SECRET.decode())
        more = {"exif": exif, "pnginfo": info}
    return photo(form, (640, 480), **more)


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack("!I", len(data)) + kind + data + struct.pack("!I", zlib.crc32(kind + data))


def png_that_says(width: int, height: int, rows: bytes = b"") -> bytes:
    """A PNG of a few bytes that claims to be this large."""
    head = struct.pack("!IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def jpeg_that_says(width: int, height: int) -> bytes:
    """A JPEG with another size in its header than in its data."""
    data = bytearray(photo())
    place = data.index(b"\xff\xc0")
    data[place + 5 : place + 9] = struct.pack("!HH", height, width)
    return bytes(data)


def packed(members: Mapping[str, bytes], **more: Any) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def docx(kind: str = "wordprocessingml.document", **members: bytes) -> bytes:
    """A Word document; `members` are added under `word/`, with a double underscore for a dot."""
    types = f'<Types><Override ContentType="{W}.{kind}.main+xml"/></Types>'.encode()
    parts = {"[Content_Types].xml": types, "word/document.xml": b"<w:document>Plan</w:document>"}
    return packed(parts | {f"word/{name.replace('__', '.')}": data for name, data in members.items()})


def xlsx() -> bytes:
    return docx("spreadsheetml.sheet")


def odf(kind: str = "text", **members: bytes) -> bytes:
    label = f"application/vnd.oasis.opendocument.{kind}".encode()
    parts = {"mimetype": label, "content.xml": b"<office:document-content/>"}
    return packed(parts | {name.replace("__", "."): data for name, data in members.items()})


def pdf(**root: Any) -> bytes:
    """A PDF of one page; `root` goes in its catalogue."""
    with pikepdf.new() as made:
        made.add_blank_page()
        for key, value in root.items():
            made.Root[f"/{key}"] = made.make_indirect(value)
        out = BytesIO()
        made.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return out.getvalue()


def act(kind: str, **more: Any) -> pikepdf.Dictionary:
    return pikepdf.Dictionary(S=pikepdf.Name(f"/{kind}"), **more)


def locked_pdf() -> bytes:
    with pikepdf.new() as made:
        made.add_blank_page()
        out = BytesIO()
        made.save(out, encryption=pikepdf.Encryption(owner="a", user="b"))
        return out.getvalue()


def plain_pdf(root: bytes) -> bytes:
    """A PDF written out by hand, with these bytes in its catalogue."""
    head = b"%PDF-1.4\n"
    one = b"1 0 obj<</Type/Catalog/Pages 2 0 R" + root + b">>endobj\n"
    two = b"2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
    places = b"xref\n0 3\n0000000000 65535 f \n%010d 00000 n \n%010d 00000 n \n"
    end = b"trailer<</Size 3/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
    table = places % (len(head), len(head) + len(one))
    return head + one + two + table + end % (len(head) + len(one) + len(two))
