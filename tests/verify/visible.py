"""What a reader can be made to see by changing finished files, kind by kind.

Written from what somebody sees who opens the files, not from what `verify` looks at. Each changes the
built example in one way; the forger may also write all the hashes of the manifest again (`resealed`).
"""

from __future__ import annotations

import hashlib
import io
import json
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from briefbook.fingerprints import fingerprints
from briefbook.manifest import SEAL, seal_of
from briefbook.provenance.content import content_digest

Change = Callable[[bytes], bytes]
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_LIE = "It cost 41 million."


@dataclass(frozen=True)
class Kind:
    """One way to deceive a reader."""

    what: str
    suffix: str
    change: Change
    is_found_resealed: bool = True
    """Found even if all hashes were written again."""


def resealed(manifest: bytes, name: str, data: bytes) -> bytes:
    """Return a manifest whose hashes are those of a changed file, sealed again."""
    found = json.loads(manifest)
    found["outputs"][name] |= {
        "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest(), "content": content_digest(data),
    }  # fmt: skip
    try:
        found["outputs"][name]["parts"] = fingerprints(data)
    except Exception:  # noqa: BLE001  a file that only a lenient reader opens
        del found["outputs"][name]["parts"]
    entries = sorted(found["outputs"].items())
    lines = "\n".join(f"{file} {entry['content']}" for file, entry in entries)
    found["content"] = hashlib.sha256(lines.encode()).hexdigest()
    found[SEAL] = seal_of(found)
    return json.dumps(found, ensure_ascii=False).encode()


# ── The PDF ──────────────────────────────────────────────────────────────────────────────────────


def _pdf(edit: Callable[[pikepdf.Pdf], None]) -> Change:
    def change(data: bytes) -> bytes:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            edit(pdf)
            out = io.BytesIO()
            pdf.save(out)
        return out.getvalue()

    return change


def _code(pattern: bytes, new: bytes | Callable[[re.Match[bytes]], bytes], page: int = 0) -> Change:
    """Change the first match in a page's own code."""

    def edit(pdf: pikepdf.Pdf) -> None:
        code = pdf.pages[page].Contents.read_bytes()
        changed = re.sub(pattern, new, code, count=1)
        assert changed != code, pattern
        pdf.pages[page].Contents = pdf.make_stream(changed)

    return _pdf(edit)


def _also(code: bytes, page: int = 0, *, is_before: bool = False) -> Change:
    """Add code to a page, as an artifact; `%X %Y` is where its first long text stands."""

    def edit(pdf: pikepdf.Pdf) -> None:
        own = pdf.pages[page].Contents.read_bytes()
        x, y = _place(own)
        more = code.replace(b"%X", b"%d" % (x - 5)).replace(b"%Y", b"%d" % (y - 5))
        more = more.replace(b"%M", b"%d" % (y + 3))
        pdf.pages[page].Contents = pdf.make_stream(
            more + b"\n" + own if is_before else own + b"\n" + more
        )

    return _pdf(edit)


_LONG = rb"BT 1 0 0 1 ([\d.]+) ([\d.]+) Tm [^\n]*\[[^\]]{60,}\] TJ"


def _place(code: bytes) -> tuple[float, float]:
    match = re.search(_LONG, code)
    assert match
    return float(match[1]), float(match[2])


def _in_resources(key: str, name: str, value: Callable[[pikepdf.Pdf], Any], code: bytes) -> Change:
    def edit(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0]
        page.Resources = pdf.make_indirect(Dictionary(dict(page.Resources.items())))
        own = dict(page.Resources[key].items()) if key in page.Resources else {}
        page.Resources[key] = Dictionary(own | {name: value(pdf)})
        page.contents_add(code)

    return _pdf(edit)


def _root(key: str, value: Any) -> Change:
    def edit(pdf: pikepdf.Pdf) -> None:
        pdf.Root[key] = value

    return _pdf(edit)


def _page(key: str, value: Any) -> Change:
    def edit(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj[key] = value

    return _pdf(edit)


def _annotation(**entries: Any) -> Change:
    def edit(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0]
        look = pdf.make_stream(b"1 0 0 rg 0 0 200 20 re f", BBox=Array([0, 0, 200, 20]))
        look.Type, look.Subtype = Name.XObject, Name.Form
        known = {"/Type": Name.Annot, "/Rect": Array([90, 400, 290, 420]), "/F": 4}
        made = {f"/{key}": look if value == "look" else value for key, value in entries.items()}
        own = list(page.obj.get("/Annots", []))
        page.obj.Annots = Array([*own, pdf.make_indirect(Dictionary(known | made))])

    return _pdf(edit)


def _links(pdf: pikepdf.Pdf) -> list[Any]:
    return [a for page in pdf.pages for a in page.obj.get("/Annots", [])]


def _link_to(**entries: Any) -> Change:
    def edit(pdf: pikepdf.Pdf) -> None:
        link = _links(pdf)[0]
        for key in ("/Dest", "/A"):
            if key in link:
                del link[key]
        for key, value in entries.items():
            link[f"/{key}"] = value

    return _pdf(edit)


def _other_page_of_link(pdf: pikepdf.Pdf) -> None:
    link = next(a for a in _links(pdf) if "/Dest" in a)
    numbers = [page.objgen for page in pdf.pages]
    at = numbers.index(link.Dest[0].objgen)
    link.Dest[0] = pdf.pages[(at + 1) % len(numbers)].obj


def _bookmark(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Outlines.First.Title = String(_LIE)


def _bookmark_page(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Outlines.Last.Dest[0] = pdf.pages[0].obj


def _fonts(pdf: pikepdf.Pdf) -> list[Any]:
    return [o for o in pdf.objects if isinstance(o, Dictionary) and o.get("/Type") == "/Font"]


def _swap_outlines(pdf: pikepdf.Pdf) -> None:
    """Exchange the shapes of 1 and 4 in every font."""
    from fontTools.ttLib import TTFont

    for font in _fonts(pdf):
        rows = font.ToUnicode.read_bytes().decode()
        codes = dict(re.findall(r"<(..)> <00(..)>", rows))
        by_letter = {letter: int(code, 16) for code, letter in codes.items()}
        if not {"31", "34"} <= {*by_letter}:
            continue
        stream = font.FontDescriptor.FontFile2
        face = TTFont(io.BytesIO(stream.read_bytes()))
        names = face["cmap"].tables[0].cmap
        one, four = names[by_letter["31"]], names[by_letter["34"]]
        glyphs = face["glyf"].glyphs
        glyphs[one], glyphs[four] = glyphs[four], glyphs[one]
        out = io.BytesIO()
        face.save(out)
        stream.write(out.getvalue())


def _without_codes(pdf: pikepdf.Pdf) -> None:
    """Take from every font the table that says which code shows which letter."""
    from fontTools.ttLib import TTFont

    for font in _fonts(pdf):
        stream = font.FontDescriptor.FontFile2
        face, out = TTFont(io.BytesIO(stream.read_bytes())), io.BytesIO()
        del face["cmap"]
        face.save(out)
        stream.write(out.getvalue())


def _lying_map(pdf: pikepdf.Pdf) -> None:
    """Show other letters than the map names: the text that is copied stays as it was."""
    for font in _fonts(pdf):
        data = font.ToUnicode.read_bytes()
        one, four = (re.search(rb"<(..)> <00%d>" % n, data) for n in (31, 34))
        if one and four:
            swapped = data.replace(one[0], b"<" + one[1] + b"> <0034>").replace(
                four[0], b"<" + four[1] + b"> <0031>"
            )
            font.ToUnicode.write(swapped)


def _differences(pdf: pikepdf.Pdf) -> None:
    for font in _fonts(pdf):
        font.Encoding = Dictionary(Type=Name.Encoding, Differences=Array([1, Name.four, Name.one]))


def _widths(pdf: pikepdf.Pdf) -> None:
    for font in _fonts(pdf):
        font.Widths = Array([0 for _ in font.Widths])


def _attached_twice(pdf: pikepdf.Pdf) -> None:
    for entry in list(pdf.Root.Names.EmbeddedFiles.Names)[1::2]:
        entry.EF.F = pdf.make_stream(entry.EF.UF.read_bytes().replace(b"0", b"9"))


def _other_file(pdf: pikepdf.Pdf) -> None:
    made = Dictionary(Type=Name.Filespec, F=String("a.csv"), UF=String("a.csv"),
                      EF=Dictionary(F=pdf.make_stream(b"year,amount\n2010,9")))  # fmt: skip
    pdf.Root.AF = Array([pdf.make_indirect(made)])


def _author(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/Author"] = "The President"


def _date(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/CreationDate"] = "D:20310101000000Z"


def _spoken(pdf: pikepdf.Pdf) -> None:
    entry = next(o for o in pdf.objects if isinstance(o, Dictionary) and o.get("/S") == "/P")
    entry.E = String(_LIE)


def _described(pdf: pikepdf.Pdf) -> None:
    entry = next(o for o in pdf.objects if isinstance(o, Dictionary) and o.get("/S") == "/P")
    entry.Alt = String("The critics were wrong")


def _appended(data: bytes) -> bytes:
    """Add a new version of the first page behind the end of the file."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        plain = io.BytesIO()
        pdf.save(plain, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    old: bytes = plain.getvalue()
    start: bytes = re.findall(rb"startxref\s+(\d+)", old)[-1]
    root: bytes = re.findall(rb"/Root (\d+ \d+ R)", old)[-1]
    size: bytes = re.findall(rb"/Size (\d+)", old)[-1]
    return old + (
        b"xref\n0 0\ntrailer\n<< /Size " + size + b" /Root " + root + b" /Prev " + start
        + b" >>\nstartxref\n%d\n%%%%EOF\n" % len(old)
    )  # fmt: skip


def _form(pdf: pikepdf.Pdf) -> Any:
    form = pdf.make_stream(b"1 0 0 rg 90 400 200 20 re f", BBox=Array([0, 0, 600, 800]))
    form.Type, form.Subtype = Name.XObject, Name.Form
    return form


def _helvetica(_: pikepdf.Pdf) -> Any:
    return Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)


def _pattern(pdf: pikepdf.Pdf) -> Any:
    return pdf.make_stream(b"1 0 0 rg 0 0 9 9 re f", PatternType=1, PaintType=1, TilingType=1,
                           BBox=Array([0, 0, 9, 9]), XStep=9, YStep=9, Resources=Dictionary())  # fmt: skip


def _shading(_: pikepdf.Pdf) -> Any:
    function = Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([1]), C1=Array([0]), N=1)
    return Dictionary(ShadingType=2, ColorSpace=Name.DeviceGray, Coords=Array([0, 0, 600, 0]), Function=function)  # fmt: skip


_BOX = b"/Artifact<</Type/Layout>>BDC q 1 1 1 rg %X %Y m 580 %Y l 580 830 l %X 830 l h f Q EMC"
PDF_KINDS = {
    "outlines": Kind("the shapes of 1 and 4 exchanged in the fonts", ".pdf", _pdf(_swap_outlines)),
    "without-codes": Kind("fonts that do not say which code shows which letter", ".pdf", _pdf(_without_codes)),
    "lying-map": Kind("letters whose map says 1 for 4", ".pdf", _pdf(_lying_map)),
    "differences": Kind("letters that an encoding exchanges", ".pdf", _pdf(_differences)),
    "widths": Kind("letters drawn over each other", ".pdf", _pdf(_widths)),
    "other-font": Kind("a text in a font that is not embedded", ".pdf", _in_resources("/Font", "/X1", _helvetica, b"/Artifact<</Type/Layout>>BDC BT /X1 12 Tf 1 0 0 1 90 400 Tm (It cost 41) Tj ET EMC")),
    "inline-image": Kind("a picture in the page’s own code", ".pdf", _also(b"q 90 0 0 90 90 400 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x00 EI Q")),
    "form": Kind("a drawing that the page calls up", ".pdf", _in_resources("/XObject", "/X1", _form, b"/X1 Do")),
    "pattern": Kind("an area painted with a pattern", ".pdf", _in_resources("/Pattern", "/X1", _pattern, b"/Pattern cs /X1 scn 90 400 200 20 re f")),
    "shading": Kind("a shading over the page", ".pdf", _in_resources("/Shading", "/X1", _shading, b"/X1 sh")),
    "transparent": Kind("a text made transparent", ".pdf", _in_resources("/ExtGState", "/X1", lambda _: Dictionary(ca=0), b"/X1 gs")),
    "render-mode": Kind("all text of a page invisible", ".pdf", _also(b"3 Tr", is_before=True)),
    "white-text": Kind("a text in white", ".pdf", _code(rb"[\d.]+ [\d.]+ [\d.]+ rg (?=[^\n]*BT)", b"1 1 1 rg ")),
    "white-box": Kind("a white box over a text", ".pdf", _also(_BOX)),
    "line-through": Kind("a text struck through", ".pdf", _also(b"/Artifact<</Type/Layout>>BDC 0 0 0 RG 1 w 0 %M m 595 %M l S EMC")),
    "clip": Kind("a page of which only a corner is shown", ".pdf", _also(b"0 0 m 9 0 l 9 9 l h W n", is_before=True)),
    "crop": Kind("a page cropped", ".pdf", _page("/CropBox", Array([0, 400, 595, 842]))),
    "rotated": Kind("a page turned", ".pdf", _page("/Rotate", 180)),
    "media-box": Kind("a page cut off", ".pdf", _page("/MediaBox", Array([0, 400, 595, 842]))),
    "unit": Kind("a page of other units", ".pdf", _page("/UserUnit", 2.0)),
    "off-page": Kind("a text moved off the page", ".pdf", _code(_LONG, lambda m: m[0].replace(m[1], b"-900", 1))),
    "tiny": Kind("a text of no size", ".pdf", _code(rb"BT 1 0 0 1 ", b"BT 0.001 0 0 0.001 ")),
    "mirrored": Kind("a text mirrored", ".pdf", _code(rb"BT 1 0 0 1 ", b"BT -1 0 0 1 ")),
    "raised": Kind("a text moved out of its line", ".pdf", _also(b"600 Ts", is_before=True)),
    "spread": Kind("letters spread over the page", ".pdf", _code(_LONG, lambda m: m[0].replace(b"BT", b"90 Tc BT", 1))),
    "scaled": Kind("a page made small", ".pdf", _also(b"0.01 0 0 0.01 0 0 cm", is_before=True)),
    "moved": Kind("a text moved on its page", ".pdf", _code(_LONG, lambda m: m[0].replace(m[2], b"700", 1))),
    "grey": Kind("a text in another colour of the house", ".pdf", _code(rb"[\d.]+ [\d.]+ [\d.]+ rg (?=[^\n]*BT)", b"0.4 0.4 0.4 rg ")),
    "column-height": Kind("a column of a chart made higher", ".pdf", _code(rb"(?<=\n)([^\n]*) l h f", lambda m: m[0].replace(b" l h f", b" l 300 300 l h f"), 2)),
    "actual-text": Kind("what is copied instead of a text, in the page", ".pdf", _code(rb"/P<</MCID (\d+)>>BDC", rb"/P<</MCID \1/ActualText(41)>>BDC")),
    "layer": Kind("a layer that is switched off", ".pdf", _root("/OCProperties", Dictionary(OCGs=Array(), D=Dictionary()))),
    "note-look": Kind("a link that shows a text of its own", ".pdf", _annotation(Subtype=Name.Link, AP=Dictionary(N="look"), Contents=String("1"))),
    "stamp": Kind("a stamp on a page", ".pdf", _annotation(Subtype=Name.Stamp, Contents=String(_LIE))),
    "field": Kind("a form with a field", ".pdf", _root("/AcroForm", Dictionary(Fields=Array()))),
    "link-site": Kind("a link that leads to another site", ".pdf", _link_to(A=Dictionary(S=Name.URI, URI=String("https://example.org/")))),
    "link-launch": Kind("a link that starts a program", ".pdf", _link_to(A=Dictionary(S=Name.Launch, F=String("calc.exe")))),
    "link-page": Kind("a link that leads to another page", ".pdf", _pdf(_other_page_of_link)),
    "script": Kind("a script that runs on opening", ".pdf", _root("/OpenAction", Dictionary(S=Name.JavaScript, JS=String("app.alert(1)")))),
    "page-action": Kind("an address opened with a page", ".pdf", _page("/AA", Dictionary(O=Dictionary(S=Name.URI, URI=String("https://example.org/"))))),
    "transition": Kind("a page that goes by itself", ".pdf", _page("/Dur", 1)),
    "bookmark": Kind("a bookmark of another name", ".pdf", _pdf(_bookmark)),
    "bookmark-page": Kind("a bookmark that leads elsewhere", ".pdf", _pdf(_bookmark_page)),
    "labels": Kind("other page numbers in the reader", ".pdf", _root("/PageLabels", Dictionary(Nums=Array([0, Dictionary(S=Name.r)])))),
    "author": Kind("another author", ".pdf", _pdf(_author)),
    "date": Kind("another date", ".pdf", _pdf(_date)),
    "language": Kind("another language", ".pdf", _root("/Lang", String("fr"))),
    "spoken": Kind("an abbreviation written out for the ear", ".pdf", _pdf(_spoken)),
    "described": Kind("a paragraph described by other words", ".pdf", _pdf(_described)),
    "two-files": Kind("an attached file with two contents", ".pdf", _pdf(_attached_twice)),
    "other-file": Kind("another file linked to the paper", ".pdf", _pdf(_other_file)),
    "portfolio": Kind("a cover that shows the attachments", ".pdf", _root("/Collection", Dictionary(Type=Name.Collection))),
    "appended": Kind("a change appended to the file", ".pdf", _appended),
}  # fmt: skip


# ── The PPTX ─────────────────────────────────────────────────────────────────────────────────────


def _parts(edit: Callable[[dict[str, bytes]], None], more: tuple[tuple[str, bytes], ...] = ()) -> Change:  # fmt: skip
    def change(data: bytes) -> bytes:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = {name: package.read(name) for name in package.namelist()}
        edit(parts)
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
            for name, content in (*parts.items(), *more):
                package.writestr(name, content)
        return out.getvalue()

    return change


def _xml(pattern: str, old: str, new: str) -> Change:
    """Replace the first match in the first part that has it (regular expressions both)."""

    def edit(parts: dict[str, bytes]) -> None:
        for name, content in parts.items():
            if re.search(pattern, name):
                changed = re.sub(old, new, content.decode(), count=1, flags=re.DOTALL)
                if changed.encode() != content:
                    parts[name] = changed.encode()
                    return
        raise AssertionError(f"{old} stands in no part {pattern}")

    return _parts(edit)


def _new_part(name: str, kind: str, relation: str, owner: str, content: bytes = b"x") -> Change:
    """Add a part with its type, and a relation of another part to it."""
    relations = re.sub(r"([^/]+)$", r"_rels/\1.rels", owner) if owner else "_rels/.rels"

    def edit(parts: dict[str, bytes]) -> None:
        parts[name] = content
        override = f'<Override PartName="/{name}" ContentType="{kind}"/></Types>'.encode()
        parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"</Types>", override)
        entry = f'<Relationship Id="rId99" Type="{relation}" Target="/{name}"/></Relationships>'
        parts[relations] = parts[relations].replace(b"</Relationships>", entry.encode())

    return _parts(edit)


def _decoy(parts: dict[str, bytes]) -> None:
    """Let the package lead to another presentation, the genuine one left as a decoy."""
    slide, main = "ppt/slides/slide2.xml", "ppt/presentation.xml"
    parts["ppt/slides/slide99.xml"] = parts[slide].replace(b"$14", b"$41")
    parts["ppt/slides/_rels/slide99.xml.rels"] = parts["ppt/slides/_rels/slide2.xml.rels"]
    parts["ppt/other.xml"] = parts[main]
    parts["ppt/_rels/other.xml.rels"] = parts["ppt/_rels/presentation.xml.rels"].replace(b"slides/slide2.xml", b"slides/slide99.xml")  # fmt: skip
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(b"ppt/presentation.xml", b"ppt/other.xml")
    types = parts["[Content_Types].xml"]
    for old, new in ((main, "ppt/other.xml"), (slide, "ppt/slides/slide99.xml")):
        found = re.search(rf'<Override PartName="/{old}"([^>]*)/>'.encode(), types)
        assert found
        types = types.replace(b"</Types>", f'<Override PartName="/{new}"'.encode() + found[1] + b"/></Types>")  # fmt: skip
    parts["[Content_Types].xml"] = types


def _twice(data: bytes) -> bytes:
    import warnings

    with zipfile.ZipFile(io.BytesIO(data)) as package:
        slide = package.read("ppt/slides/slide2.xml").replace(b"$14", b"$41")
    out = io.BytesIO(data)
    with warnings.catch_warnings(), zipfile.ZipFile(out, "a") as package:
        warnings.simplefilter("ignore")
        package.writestr("ppt/slides/slide2.xml", slide)
    return out.getvalue()


_SHAPE = (
    r'<p:sp><p:nvSpPr><p:cNvPr id="77" name="x"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="0" y="0"/>'
    r'<a:ext cx="12192000" cy="6858000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    r'<a:solidFill><a:schemeClr val="bg1"/></a:solidFill></p:spPr></p:sp></p:spTree>'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_S, _CH = r"slides/slide\d+\.xml$", r"charts/chart\d+\.xml$"
PPTX_KINDS = {
    "decoy": Kind("another presentation, the true one a decoy", ".pptx", _parts(_decoy)),
    "entry-twice": Kind("a slide twice in the file", ".pptx", _twice),
    "relation-twice": Kind("two relations with one id", ".pptx", _xml(r"_rels/presentation\.xml\.rels", r'(<Relationship Id="rId8"[^>]*)slide2(\.xml"/>)', r"\1slide2\2\1slide3\2")),
    "literal": Kind("values that stand in the chart alone", ".pptx", _xml(_CH, r"<c:val><c:numRef>.*?</c:numRef></c:val>", r'<c:val><c:numLit><c:ptCount val="1"/><c:pt idx="0"><c:v>9900000</c:v></c:pt></c:numLit></c:val>')),
    "format-digit": Kind("a number format that prints a digit", ".pptx", _xml(_CH, r'formatCode="&quot;\$&quot;#,##0\.0', r'formatCode="&quot;$&quot;9#,##0.0')),
    "shifted": Kind("values beside the next year", ".pptx", _xml(_CH, r"(<c:val><c:numRef><c:f>)Sheet1!\$B\$2:\$B\$10", r"\1Sheet1!$B$3:$B$11")),
    "point-lost": Kind("a point left out of a chart", ".pptx", _xml(_CH, r'<c:pt idx="4"><c:v>5200000</c:v></c:pt>', "")),
    "point-moved": Kind("a point drawn for another year", ".pptx", _xml(_CH, r'<c:pt idx="4">(<c:v>5200000)', r'<c:pt idx="5">\1')),
    "label-elsewhere": Kind("a label that reads another cell", ".pptx", _xml(_CH, r"(<c:dLbl><c:idx val=\"4\"/>)", r"\1<c:tx><c:strRef><c:f>Sheet1!$B$2</c:f></c:strRef></c:tx>")),
    "label-deleted": Kind("a label left out", ".pptx", _xml(_CH, r'<c:dLbl><c:idx val="4"/>.*?</c:dLbl>', "")),
    "axis-reversed": Kind("a value axis upside down", ".pptx", _xml(_CH, r'(<c:valAx><c:axId val="\d+"/><c:scaling><c:orientation val=")minMax', r"\1maxMin")),
    "axis-cut": Kind("a value axis that begins above zero", ".pptx", _xml(_CH, r'<c:min val="0"/>', r'<c:min val="1000000"/>')),
    "axis-log": Kind("a logarithmic axis", ".pptx", _xml(_CH, r"(<c:valAx><c:axId val=\"\d+\"/><c:scaling>)", r'\1<c:logBase val="10"/>')),
    "display-unit": Kind("an axis in thousands", ".pptx", _xml(_CH, r"</c:valAx>", r'<c:dispUnits><c:builtInUnit val="thousands"/></c:dispUnits></c:valAx>')),
    "chart-title": Kind("a title inside a chart", ".pptx", _xml(_CH, r"<c:autoTitleDeleted", r"<c:title/><c:autoTitleDeleted")),
    "chart-stacked": Kind("another kind of chart", ".pptx", _xml(_CH, r'<c:grouping val="clustered"/>', r'<c:grouping val="percentStacked"/>')),
    "chart-colour": Kind("the other columns emphasised", ".pptx", _xml(_CH, r'(<c:dPt><c:idx val=")4', r"\g<1>5")),
    "user-shapes": Kind("a text box inside a chart", ".pptx", _new_part("ppt/drawings/drawing1.xml", "application/vnd.openxmlformats-officedocument.drawingml.chartshapes+xml", _OFFICE + "chartUserShapes", "ppt/charts/chart1.xml", b"<a/>")),
    "number-field": Kind("an amount that counts the slides", ".pptx", _xml(_S, r"<a:r>(<a:rPr[^>]*/>)<a:t>(A \$14[^<]*)</a:t></a:r>", r'<a:fld id="{E1F34724-1417-5446-9C92-E3B10C7CC6A8}" type="slidenum">\1<a:t>\2</a:t></a:fld>')),
    "direction": Kind("figures turned round by a mark", ".pptx", _xml(_S, r"<a:t>A \$14", "<a:t>A \u202e$14")),
    "picture-fill": Kind("a picture as the ground of a slide", ".pptx", _xml(_S, r"<p:cSld><p:spTree>", r'<p:cSld><p:bg><p:bgPr><a:blipFill><a:blip r:embed="rId2"/></a:blipFill></p:bgPr></p:bg><p:spTree>')),
    "diagram": Kind("a diagram", ".pptx", _new_part("ppt/diagrams/data1.xml", "application/vnd.openxmlformats-officedocument.drawingml.diagramData+xml", _OFFICE + "diagramData", "ppt/slides/slide2.xml", b"<a/>")),
    "ole": Kind("an embedded document", ".pptx", _new_part("ppt/embeddings/ole1.bin", "application/vnd.openxmlformats-officedocument.oleObject", _OFFICE + "oleObject", "ppt/slides/slide2.xml")),
    "macro": Kind("a macro", ".pptx", _new_part("ppt/vbaProject.bin", "application/vnd.ms-office.vbaProject", "http://schemas.microsoft.com/office/2006/relationships/vbaProject", "ppt/presentation.xml")),
    "custom-xml": Kind("a part of somebody’s own", ".pptx", _new_part("customXml/item1.xml", "application/xml", _OFFICE + "customXml", "ppt/presentation.xml", b"<a/>")),
    "thumbnail": Kind("a preview of other slides", ".pptx", _new_part("docProps/thumbnail.jpeg", "image/jpeg", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail", "")),
    "comment": Kind("a comment", ".pptx", _new_part("ppt/comments/comment1.xml", "application/vnd.openxmlformats-officedocument.presentationml.comments+xml", _OFFICE + "comments", "ppt/slides/slide2.xml", b"<a/>")),
    "outside": Kind("a picture that is fetched from outside", ".pptx", _xml(r"slide2\.xml\.rels", r"</Relationships>", rf'<Relationship Id="rId99" Type="{_OFFICE}image" Target="https://example.org/x.png" TargetMode="External"/></Relationships>')),
    "merged": Kind("a cell hidden by its neighbour", ".pptx", _xml(_S, r"<a:tc>(?=.*September 1996)", r'<a:tc hMerge="1">')),
    "row-flat": Kind("a row of a table without height", ".pptx", _xml(_S, r'<a:tr h="\d+">', r'<a:tr h="0">')),
    "strike": Kind("a text struck through", ".pptx", _xml(_S, r"(<a:rPr lang=\"en-US\")(/><a:t>A \$14)", r'\1 strike="sngStrike"\2')),
    "white": Kind("a text in white", ".pptx", _xml(_S, r'(<a:rPr lang="en-US")/>(<a:t>A \$14)', r'\1><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></a:rPr>\2')),
    "white-theme": Kind("a text in the white of the theme", ".pptx", _xml(_S, r'(<a:rPr lang="en-US")/>(<a:t>A \$14)', r'\1><a:solidFill><a:schemeClr val="bg1"/></a:solidFill></a:rPr>\2')),
    "tiny": Kind("a text of one point", ".pptx", _xml(_S, r'(<a:rPr lang="en-US")(/><a:t>A \$14)', r'\1 sz="100"\2')),
    "wingdings": Kind("a text in signs", ".pptx", _xml(_S, r'(<a:rPr lang="en-US")/>(<a:t>A \$14)', r'\1><a:latin typeface="Wingdings"/></a:rPr>\2')),
    "capitals": Kind("a text in capitals", ".pptx", _xml(_S, r'(<a:rPr lang="en-US")(/><a:t>A \$14)', r'\1 cap="all"\2')),
    "covered": Kind("a white shape over a slide", ".pptx", _xml(_S, r"</p:spTree>", _SHAPE)),
    "moved-off": Kind("a chart off the slide", ".pptx", _xml(_S, r'(<p:xfrm><a:off x=")\d+', r"\g<1>-99999999")),
    "no-size": Kind("a chart of no size", ".pptx", _xml(_S, r'(<p:xfrm><a:off [^>]*/><a:ext cx=")\d+', r"\g<1>0")),
    "slot-moved": Kind("a text moved from its place", ".pptx", _xml(_S, r"(<p:ph type=\"title\"/></p:nvPr></p:nvSpPr><p:spPr)/>", r'\1><a:xfrm><a:off x="-9999999" y="0"/><a:ext cx="9" cy="9"/></a:xfrm></p:spPr>')),
    "hidden-shape": Kind("a shape hidden", ".pptx", _xml(_S, r'(<p:cNvPr id="3" name="[^"]*")', r'\1 hidden="1"')),
    "alt-title": Kind("another title of a chart for the ear", ".pptx", _xml(_S, r'(<p:cNvPr [^>]*descr="Column[^>]* title=")[^"]*', r"\1It cost 41")),
    "hidden-slide": Kind("a slide hidden", ".pptx", _xml(r"slides/slide2\.xml$", r"<p:sld ", r'<p:sld show="0" ')),
    "transition": Kind("a slide that goes by itself", ".pptx", _xml(_S, r"</p:sld>", r'<p:transition advTm="0"/></p:sld>')),
    "animation": Kind("a text that comes and goes", ".pptx", _xml(_S, r"</p:sld>", r"<p:timing/></p:sld>")),
    "other-layout": Kind("another layout of a slide", ".pptx", _xml(r"slides/_rels/slide2\.xml\.rels", r"slideLayout4\.xml", "slideLayout1.xml")),
    "layout-text": Kind("a text on a layout", ".pptx", _xml(r"slideLayouts/slideLayout4\.xml$", r"</p:spTree>", _SHAPE)),
    "master-text": Kind("a shape on the master", ".pptx", _xml(r"slideMaster1\.xml$", r"</p:spTree>", _SHAPE)),
    "theme-colour": Kind("another colour of the theme", ".pptx", _xml(r"theme1\.xml$", r'<a:dk1><a:srgbClr val="\w+"', r'<a:dk1><a:srgbClr val="FFFFFF"')),
    "theme-font": Kind("signs as the theme’s face", ".pptx", _xml(r"theme1\.xml$", r'typeface="Calibri"', r'typeface="Wingdings"')),
    "first-number": Kind("slides that count from 41", ".pptx", _xml(r"presentation\.xml$", r"saveSubsetFonts", r'firstSlideNum="41" saveSubsetFonts')),
    "slide-size": Kind("slides of another size", ".pptx", _xml(r"presentation\.xml$", r'cy="6858000"', r'cy="3429000"')),
    "section": Kind("a section of another name", ".pptx", _xml(r"presentation\.xml$", r'(<p14:section name=")[^"]*', r"\1Lies")),
    "footer": Kind("a shorter footer", ".pptx", _xml(_S, r"<a:t>Verania–Ostmark relations</a:t>", r"<a:t>Verania</a:t>")),
    "notes-footer": Kind("a footer on the notes", ".pptx", _xml(r"notesSlide2\.xml$", r"</p:spTree>", _SHAPE)),
    "link": Kind("a link to another slide", ".pptx", _xml(r"slides/_rels/slide9\.xml\.rels", r"slide10\.xml", "slide3.xml")),
    "link-site": Kind("a link to another site", ".pptx", _xml(r"slides/_rels/slide9\.xml\.rels", rf'{_OFFICE}slide" Target="slide10\.xml"', rf'{_OFFICE}hyperlink" Target="https://example.org" TargetMode="External"')),
    "program": Kind("a click that starts a program", ".pptx", _xml(r"slides/slide9\.xml$", r"ppaction://hlinksldjump", r"ppaction://program")),
    "author": Kind("another author", ".pptx", _xml(r"core\.xml", r"<dc:creator>[^<]*", "<dc:creator>The President")),
    "date": Kind("another date", ".pptx", _xml(r"core\.xml", r"(<dcterms:created [^>]*>)[^<]*", r"\g<1>2031-01-01T00:00:00Z")),
    "app": Kind("another number of slides in the properties", ".pptx", _xml(r"app\.xml", r"<Slides>\d+", "<Slides>41")),
}  # fmt: skip
KINDS = {f"pdf-{k}": v for k, v in PDF_KINDS.items()} | {
    f"pptx-{k}": v for k, v in PPTX_KINDS.items()
}
