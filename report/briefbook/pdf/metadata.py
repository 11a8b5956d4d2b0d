"""What the file says of itself: information, XMP, colour profile, attached files, outline.

The information dictionary and the XMP packet say the same; no validator checks that.
"""

from __future__ import annotations

import hashlib
import re
import uuid
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from functools import cache
from html import escape
from importlib import resources
from typing import Protocol
from urllib.parse import quote

import reportlab
from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFObject,
    PDFStream,
    PDFString,
)

from briefbook.pdf.canvas import Spot
from briefbook.pdf.errors import BrokenPlan, Unprintable
from briefbook.pdf.file import File
from briefbook.theme.faces import COLOUR_PROFILE

_URI = "%:/?#[]@!$&'()*+,;=~"
_PROFILE_NAME = "sRGB IEC61966-2.1"
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""No XML can hold these."""
_NOT_IN_NAMES = re.compile(r"[^!-~]|[%()<>\[\]{}#/]")


class Meta(Protocol):
    """What a plan says of its document."""

    @property
    def title(self) -> str:
        """Shown by a reader as the window's."""

    @property
    def subject(self) -> str:
        """What it is about."""

    @property
    def author(self) -> str:
        """Who signs it."""

    @property
    def keywords(self) -> tuple[str, ...]:
        """By which it is found."""

    @property
    def lang(self) -> str:
        """BCP 47, such as `en-US`."""

    @property
    def created(self) -> str:
        """The edition's date and time, ISO 8601 in UTC."""

    @property
    def creator(self) -> str:
        """The program and its version."""


class Attachment(Protocol):
    """A file that travels inside the PDF."""

    @property
    def name(self) -> str:
        """By which the file is saved."""

    @property
    def data(self) -> bytes:
        """What it holds."""

    @property
    def mime(self) -> str:
        """Its media type."""

    @property
    def description(self) -> str:
        """What a reader shows beside the name."""

    @property
    def relationship(self) -> str:
        """To the document: `Data`, `Source`, `Supplement`."""


def producer() -> str:
    """Return what made the file."""
    return f"ReportLab {reportlab.__version__}"


def moment(meta: Meta) -> datetime:
    """Return the edition's moment in UTC."""
    try:
        when = datetime.fromisoformat(meta.created)
    except ValueError as error:
        message = f"“{meta.created}” is no date and time of ISO 8601"
        raise BrokenPlan(message) from error
    return when.astimezone(UTC) if when.tzinfo else when.replace(tzinfo=UTC)


def info(meta: Meta, *, is_x4: bool = False) -> PDFDictionary:
    """Return the information dictionary."""
    texts = {
        "Title": meta.title,
        "Author": meta.author,
        "Subject": meta.subject,
        "Keywords": _keywords(meta),
        "Creator": meta.creator,
        "Producer": producer(),
    }
    for text in texts.values():
        if control := _CONTROL.search(text):
            raise Unprintable(control[0], text)
    entries: dict[str, object] = {key: PDFString(text) for key, text in texts.items() if text}
    entries["CreationDate"] = entries["ModDate"] = _date(meta)
    if is_x4:
        entries["Trapped"] = PDFName("False")
    return PDFDictionary(entries)


def uri(address: str) -> str:
    """Return an address in the letters that a PDF allows: others are percent-encoded."""
    return quote(address, safe=_URI)


def xmp(file: File, meta: Meta, *, is_x4: bool = False) -> PDFObject:
    """Add the XMP packet, uncompressed, so that any program finds it."""
    entries = PDFDictionary({"Type": PDFName("Metadata"), "Subtype": PDFName("XML")})
    return file.add(PDFStream(entries, _packet(meta, is_x4=is_x4).encode()))


def output_intent(file: File) -> PDFDictionary:
    """Return what the colours mean: sRGB, with its profile."""
    name = PDFString(_PROFILE_NAME)
    return PDFDictionary(
        {
            "Type": PDFName("OutputIntent"),
            "S": PDFName("GTS_PDFA1"),
            "Info": name,
            "OutputConditionIdentifier": name,
            "RegistryName": PDFString("http://www.color.org"),
            "DestOutputProfile": file.add_stream(srgb_profile(), {"N": 3}),
        }
    )


def attach(file: File, attachments: Sequence[Attachment], meta: Meta) -> dict[str, PDFObject]:
    """Add the files that travel inside, by name."""
    attached: dict[str, PDFObject] = {}
    for attachment in sorted(attachments, key=lambda one: one.name):
        if attachment.name in attached:
            message = f"two attachments are called “{attachment.name}”"
            raise BrokenPlan(message)
        attached[attachment.name] = file.add(_file_specification(file, attachment, meta))
    return attached


def _file_specification(file: File, attachment: Attachment, meta: Meta) -> PDFDictionary:
    checksum = hashlib.md5(attachment.data, usedforsecurity=False).hexdigest()
    details = {"Size": len(attachment.data), "ModDate": _date(meta), "CheckSum": f"<{checksum}>"}
    stream = file.add_stream(
        attachment.data,
        {
            "Type": PDFName("EmbeddedFile"),
            "Subtype": _mime_name(attachment.mime),
            "Params": PDFDictionary(details),
        },
    )
    return PDFDictionary(
        {
            "Type": PDFName("Filespec"),
            "F": PDFString(attachment.name),
            "UF": PDFString(attachment.name),
            "Desc": PDFString(attachment.description),
            "AFRelationship": PDFName(attachment.relationship),
            "EF": PDFDictionary({"F": stream, "UF": stream}),
        }
    )


def _mime_name(mime: str) -> str:
    """Return a media type as a name; ReportLab leaves the stroke in it unescaped."""
    return "/" + _NOT_IN_NAMES.sub(lambda found: f"#{ord(found[0]):02X}", mime)


def _date(meta: Meta) -> PDFString:
    return PDFString(moment(meta).strftime("D:%Y%m%d%H%M%SZ"))


def _keywords(meta: Meta) -> str:
    return "; ".join(meta.keywords)


@cache
def srgb_profile() -> bytes:
    """Return the colour profile of screens, in which all colours are given."""
    file = resources.files("briefbook").joinpath("fonts", COLOUR_PROFILE)
    return file.read_bytes()


# ── Outline ──────────────────────────────────────────────────────────────────────────────────────


def outline(
    file: File, bookmarks: Sequence[tuple[int, str, Spot]], pages: Sequence[PDFObject]
) -> PDFObject | None:
    """Add the bookmarks (level, title, place) as a tree; None if there are none."""
    if not bookmarks:
        return None
    root = PDFDictionary({"Type": PDFName("Outlines")})
    reference = file.add(root)
    root["Count"] = _add_children(file, root, reference, list(_nested(bookmarks)), pages)
    return reference


_Node = tuple[str, Spot, list["_Node"]]


def _nested(bookmarks: Sequence[tuple[int, str, Spot]]) -> Iterator[_Node]:
    """Yield the top of the tree; a bookmark whose level has no parent moves up."""
    top: list[_Node] = []
    open_: list[list[_Node]] = [top]
    for level, title, spot in bookmarks:
        depth = min(level, len(open_) - 1)
        node: _Node = (title, spot, [])
        open_[depth].append(node)
        open_[depth + 1 :] = [node[2]]
    yield from top


def _add_children(
    file: File,
    parent: PDFDictionary,
    reference: PDFObject,
    nodes: list[_Node],
    pages: Sequence[PDFObject],
) -> int:
    """Add the nodes below a parent; return how many there are in all."""
    entries = [
        PDFDictionary({"Title": PDFString(title), "Parent": reference}) for title, _, _ in nodes
    ]
    references = [file.add(entry) for entry in entries]
    total = len(nodes)
    for at, (_, spot, children) in enumerate(nodes):
        entries[at]["Dest"] = destination(spot, pages)
        if at:
            entries[at]["Prev"] = references[at - 1]
        if at + 1 < len(nodes):
            entries[at]["Next"] = references[at + 1]
        if children:
            count = _add_children(file, entries[at], references[at], children, pages)
            entries[at]["Count"] = count
            total += count
    parent["First"], parent["Last"] = references[0], references[-1]
    return total


def destination(spot: Spot, pages: Sequence[PDFObject]) -> PDFArray:
    """Return where a link or bookmark leads: the place at the window's top, the zoom unchanged."""
    return PDFArray([pages[spot.page], PDFName("XYZ"), 0, round(spot.y + 6, 2), "null"])


# ── XMP ──────────────────────────────────────────────────────────────────────────────────────────


def _packet(meta: Meta, *, is_x4: bool) -> str:
    date = moment(meta).strftime("%Y-%m-%dT%H:%M:%SZ")
    texts = {
        "title": _alternatives(meta.title),
        "creator": _sequence(meta.author),
        "description": _alternatives(meta.subject),
        "language": f"<rdf:Bag><rdf:li>{escape(meta.lang)}</rdf:li></rdf:Bag>",
        "format": "application/pdf",
    }
    dc = "".join(f"<dc:{key}>{value}</dc:{key}>" for key, value in texts.items() if value)
    others = {
        "pdf:Keywords": _keywords(meta),
        "pdf:Producer": producer(),
        "xmp:CreatorTool": meta.creator,
        "xmp:CreateDate": date,
        "xmp:ModifyDate": date,
    }
    rest = "".join(f"<{key}>{escape(value)}</{key}>" for key, value in others.items() if value)
    if is_x4:
        id_ = f"uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'{meta.title} {meta.created}')}"
        return _X4_PACKET.format(dc=dc, rest=rest, date=date, id=id_)
    return _PACKET.format(dc=dc, rest=rest)


def _alternatives(text: str) -> str:
    if not text:
        return ""
    return f'<rdf:Alt><rdf:li xml:lang="x-default">{escape(text)}</rdf:li></rdf:Alt>'


def _sequence(text: str) -> str:
    return f"<rdf:Seq><rdf:li>{escape(text)}</rdf:li></rdf:Seq>" if text else ""


_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
{dc}
{rest}
</rdf:Description>
<rdf:Description rdf:about=""
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file follows</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""

_X4_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/">
<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>
<pdf:Trapped>False</pdf:Trapped>
<xmp:MetadataDate>{date}</xmp:MetadataDate>
<xmpMM:DocumentID>{id}</xmpMM:DocumentID>
<xmpMM:VersionID>1</xmpMM:VersionID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass>
{dc}
{rest}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""
"""For a printer (ISO 15930-7): who wants PDF/X-4 gets neither PDF/A nor PDF/UA."""
