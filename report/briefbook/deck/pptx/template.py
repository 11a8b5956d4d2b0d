"""The template, made from code: theme, master, layouts, table style, as a package in memory.

No binary file is kept: what a template looks like is in `theme/deck.py` and `layouts.py`, and a
difference between two versions of it can be read.
"""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any, Self

from pptx import Presentation
from pptx.opc.constants import CONTENT_TYPE
from pptx.opc.oxml import serialize_part_xml
from pptx.opc.package import Part, PartFactory
from pptx.oxml import parse_xml
from pptx.parts.slide import SlideLayoutPart

from briefbook.deck.design import design
from briefbook.deck.pptx.masters import layout_xml, master_xml, notes_master_xml
from briefbook.deck.pptx.theme import TABLE_STYLE, table_styles_xml, theme_xml
from briefbook.deck.pptx.xml import DECLARATION, NAMESPACES, emu, fill, typeface
from briefbook.ooxml import OFFICE_TYPE, SLIDE_TYPE
from briefbook.theme.deck import Ink

if TYPE_CHECKING:
    from pptx import presentation
    from pptx.opc.packuri import PackURI
    from pptx.package import Package

__all__ = ["TABLE_STYLE", "presentation_of", "template_bytes"]

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/"


def template_bytes(lang: str) -> bytes:
    """Return an empty presentation with all layouts, as PPTX; in the design in use; `lang` such as `en-GB`."""
    parts = _parts(lang)
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>'
        for name, (kind, _) in parts.items()
        if kind
    )
    types = (
        f'{DECLARATION}<Types xmlns="{PACKAGE}content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as package:
        for name, content in (
            ("[Content_Types].xml", types),
            *((n, c) for n, (_, c) in parts.items()),
        ):
            package.writestr(zipfile.ZipInfo(name), content.encode())
    return buffer.getvalue()


def presentation_of(template: bytes) -> presentation.Presentation:
    """Return a template as a presentation whose layouts are read when something of them is asked for.

    A template has some fifty, and a deck takes what stands in them from its design: as trees they would be
    a tenth of the memory of a build, and of its time.
    """
    PartFactory.part_type_for[CONTENT_TYPE.PML_SLIDE_LAYOUT] = _LayoutPart
    return Presentation(io.BytesIO(template))


class _LayoutPart(SlideLayoutPart):
    """A layout: the bytes that it was loaded from, until its element is asked for."""

    _tree: Any = None

    @classmethod
    def load(cls, partname: PackURI, content_type: str, package: Package, blob: bytes) -> Self:
        """Return a layout of these bytes."""
        part = cls.__new__(cls)
        Part.__init__(part, partname, content_type, package, blob)
        return part

    @property
    def _element(self) -> Any:  # type: ignore[override]  # noqa: ANN401 - python-pptx sets it; its elements are not typed
        if self._tree is None:
            self._tree = parse_xml(self._blob or b"")
        return self._tree

    @property  # type: ignore[misc]  # nothing sets it
    def blob(self) -> bytes:
        """Its bytes: those that it came from, or those of its element, which may have been changed."""
        return self._blob or b"" if self._tree is None else serialize_part_xml(self._tree)


def _parts(lang: str) -> dict[str, tuple[str, str]]:
    """Return name → content type (empty for relationships) and content."""
    count = len(design().layouts)
    theme = f"{OFFICE_TYPE}theme+xml"
    parts = {
        "_rels/.rels": ("", _rels(("officeDocument", "ppt/presentation.xml"), ("extended-properties", "docProps/app.xml"))),
        "ppt/presentation.xml": (f"{SLIDE_TYPE}presentation.main+xml", _presentation_xml(lang)),
        "ppt/_rels/presentation.xml.rels": ("", _rels(
            ("slideMaster", "slideMasters/slideMaster1.xml"), ("notesMaster", "notesMasters/notesMaster1.xml"),
            ("presProps", "presProps.xml"), ("viewProps", "viewProps.xml"), ("theme", "theme/theme1.xml"),
            ("tableStyles", "tableStyles.xml"),
        )),
        "ppt/slideMasters/slideMaster1.xml": (f"{SLIDE_TYPE}slideMaster+xml", master_xml(lang)),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": ("", _rels(
            *(("slideLayout", f"../slideLayouts/slideLayout{n}.xml") for n in range(1, count + 1)),
            ("theme", "../theme/theme1.xml"),
        )),
    }  # fmt: skip
    for number, layout in enumerate(design().layouts.values(), 1):
        name = f"slideLayout{number}.xml"
        parts[f"ppt/slideLayouts/{name}"] = (
            f"{SLIDE_TYPE}slideLayout+xml",
            layout_xml(layout, lang),
        )
        parts[f"ppt/slideLayouts/_rels/{name}.rels"] = (
            "",
            _rels(("slideMaster", "../slideMasters/slideMaster1.xml")),
        )
    parts |= {
        "ppt/theme/theme1.xml": (theme, theme_xml("Briefbook")),
        "ppt/theme/theme2.xml": (theme, theme_xml("Briefbook notes")),
        "ppt/notesMasters/notesMaster1.xml": (f"{SLIDE_TYPE}notesMaster+xml", notes_master_xml(lang)),
        "ppt/notesMasters/_rels/notesMaster1.xml.rels": ("", _rels(("theme", "../theme/theme2.xml"))),
        "ppt/tableStyles.xml": (f"{SLIDE_TYPE}tableStyles+xml", table_styles_xml()),
        "ppt/presProps.xml": (f"{SLIDE_TYPE}presProps+xml", f"{DECLARATION}<p:presentationPr {NAMESPACES}/>"),
        "ppt/viewProps.xml": (f"{SLIDE_TYPE}viewProps+xml", f'{DECLARATION}<p:viewPr {NAMESPACES}><p:gridSpacing cx="76200" cy="76200"/></p:viewPr>'),
        "docProps/app.xml": (f"{OFFICE_TYPE}extended-properties+xml", app_xml("Briefbook", "")),
    }  # fmt: skip
    return parts


def _rels(*items: tuple[str, str]) -> str:
    """Return a relationships part; ids count from rId1."""
    entries = "".join(
        f'<Relationship Id="rId{n}" Type="{OFFICE}{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(items, 1)
    )
    return f'{DECLARATION}<Relationships xmlns="{PACKAGE}relationships">{entries}</Relationships>'


def _presentation_xml(lang: str) -> str:
    levels = "".join(
        f'<a:lvl{n}pPr marL="0" algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1">'
        f'<a:defRPr sz="1800" kern="1200">{fill(Ink.TEXT)}{typeface(is_display=False)}</a:defRPr></a:lvl{n}pPr>'
        for n in range(1, 10)
    )
    return (
        f'{DECLARATION}<p:presentation {NAMESPACES} saveSubsetFonts="1"><p:sldMasterIdLst>'
        '<p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst><p:notesMasterIdLst>'
        '<p:notesMasterId r:id="rId2"/></p:notesMasterIdLst><p:sldIdLst/>'
        f'<p:sldSz cx="{emu(design().width_pt)}" cy="{emu(design().height_pt)}"/><p:notesSz cx="6858000" cy="9906000"/>'
        f'<p:defaultTextStyle><a:defPPr><a:defRPr lang="{lang}"/></a:defPPr>{levels}</p:defaultTextStyle>'
        "</p:presentation>"
    )


def app_xml(application: str, counts: str) -> str:
    """Return the extended properties, which python-pptx would otherwise leave as its own."""
    return (
        f'{DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        f"<TotalTime>0</TotalTime><Application>{application}</Application>"
        f"<PresentationFormat>Widescreen</PresentationFormat>{counts}</Properties>"
    )
