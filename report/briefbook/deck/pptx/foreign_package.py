"""A template's parts as an empty presentation: its masters, our table style and notes master."""

from __future__ import annotations

import io
import posixpath
import zipfile

from lxml import etree

from briefbook.deck.design import Foreign
from briefbook.deck.pptx.masters import notes_master_xml
from briefbook.deck.pptx.template import OFFICE, PACKAGE, app_xml
from briefbook.deck.pptx.theme import table_styles_xml, theme_xml
from briefbook.deck.pptx.xml import DECLARATION, NAMESPACES, P, attribute
from briefbook.ooxml import MAIN_PART, OFFICE_TYPE, SLIDE_TYPE

_KEPT = ("sldMasterIdLst", "sldSz", "notesSz", "kinsoku", "defaultTextStyle")
"""What of presentation.xml says how slides look; samples, shows and sections do not."""
_ORDER = (
    "sldMasterIdLst",
    "notesMasterIdLst",
    "sldIdLst",
    "sldSz",
    "notesSz",
    "kinsoku",
    "defaultTextStyle",
)


def package_bytes(foreign: Foreign, lang: str) -> bytes:
    """Return a template as PPTX, without a slide; `lang` such as `en-GB`."""
    parts = {name: data for name, data in foreign.parts.items() if name != foreign.main}
    types = {name: foreign.types[name] for name in parts}
    relations = {name: list(found) for name, found in foreign.relations.items()}
    own = relations.pop(foreign.main)
    relations[MAIN_PART] = own
    _add_notes(parts, types, relations, lang)
    for name, kind, data in (
        ("ppt/tableStyles.xml", "tableStyles", table_styles_xml()),
        ("ppt/presProps.xml", "presProps", f"{DECLARATION}<p:presentationPr {NAMESPACES}/>"),
        ("ppt/viewProps.xml", "viewProps", f'{DECLARATION}<p:viewPr {NAMESPACES}><p:gridSpacing cx="76200" cy="76200"/></p:viewPr>'),
    ):  # fmt: skip
        parts[name], types[name] = data.encode(), f"{SLIDE_TYPE}{kind}+xml"
        own.append((f"rIdB{kind}", kind, name))
    parts["docProps/app.xml"] = app_xml("Briefbook", "").encode()
    types["docProps/app.xml"] = f"{OFFICE_TYPE}extended-properties+xml"
    notes = next(id_ for id_, kind, _ in own if kind == "notesMaster")
    parts[MAIN_PART] = _presentation(foreign.parts[foreign.main], notes)
    types[MAIN_PART] = f"{SLIDE_TYPE}presentation.main+xml"
    relations[""] = [
        ("rId1", "officeDocument", MAIN_PART),
        ("rId2", "extended-properties", "docProps/app.xml"),
    ]
    return _packed(parts, types, relations)


def _add_notes(
    parts: dict[str, bytes],
    types: dict[str, str],
    relations: dict[str, list[tuple[str, str, str]]],
    lang: str,
) -> None:
    theme, master = "ppt/theme/themeNotes.xml", "ppt/notesMasters/notesMaster1.xml"
    parts[theme], types[theme] = theme_xml("Briefbook notes").encode(), f"{OFFICE_TYPE}theme+xml"
    parts[master], types[master] = notes_master_xml(lang).encode(), f"{SLIDE_TYPE}notesMaster+xml"
    relations[master] = [("rId1", "theme", theme)]
    relations[MAIN_PART].append(("rIdBnotes", "notesMaster", master))


def _presentation(data: bytes, notes: str) -> bytes:
    """Return the main part without sample slides, with its notes master and a list of slides."""
    old = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    tag = "{" + P + "}"
    held = {name: old.find(f"{tag}{name}") for name in _KEPT}
    root = etree.fromstring(f'<p:presentation {NAMESPACES} saveSubsetFonts="1"/>'.encode())
    made = f"<p:notesMasterIdLst {NAMESPACES}><p:notesMasterId r:id={attribute(notes)}/></p:notesMasterIdLst>"
    held["notesMasterIdLst"] = etree.fromstring(made.encode())
    held["sldIdLst"] = etree.fromstring(f"<p:sldIdLst {NAMESPACES}/>".encode())
    if held["notesSz"] is None:
        held["notesSz"] = etree.fromstring(
            f'<p:notesSz {NAMESPACES} cx="6858000" cy="9906000"/>'.encode()
        )
    size = held["sldSz"]
    if size is not None:
        size.attrib.pop("type", "")
    for name in _ORDER:
        element = held[name]
        if element is not None:
            for lost in element.iter(f"{tag}extLst"):
                above = lost.getparent()
                if above is not None:
                    above.remove(lost)
            root.append(element)
    etree.cleanup_namespaces(root, keep_ns_prefixes=["a", "r", "p"])
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _packed(
    parts: dict[str, bytes], types: dict[str, str], relations: dict[str, list[tuple[str, str, str]]]
) -> bytes:
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType={attribute(types[name])}/>' for name in parts
    )
    said = (
        f'{DECLARATION}<Types xmlns="{PACKAGE}content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as package:
        package.writestr(zipfile.ZipInfo("[Content_Types].xml"), said.encode())
        for owner, found in relations.items():
            folder, base = posixpath.split(owner)
            name = posixpath.join(folder, "_rels", f"{base}.rels")
            package.writestr(zipfile.ZipInfo(name), _relations(found, folder))
        for name, data in parts.items():
            package.writestr(zipfile.ZipInfo(name), data)
    return buffer.getvalue()


def _relations(found: list[tuple[str, str, str]], folder: str) -> str:
    entries = "".join(
        f'<Relationship Id={attribute(id_)} Type="{OFFICE}{kind}" '
        f"Target={attribute(posixpath.relpath(target, folder or '.'))}/>"
        for id_, kind, target in found
    )
    return f'{DECLARATION}<Relationships xmlns="{PACKAGE}relationships">{entries}</Relationships>'
