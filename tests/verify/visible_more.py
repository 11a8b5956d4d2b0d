"""More of what a reader can be made to see, thought of without the verifier: every document, and the ledger.

Each changes one file of the built example. The forger may write all hashes of the manifest again.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary

from tests.verify.visible import (
    _LONG,
    Change,
    Kind,
    _also,
    _code,
    _in_resources,
    _parts,
    _pdf,
    _xml,
)

_ART = b"/Artifact<</Type/Layout>>BDC "
_TM = rb"(BT 1 0 0 1 )([\d.]+ [\d.]+)( Tm)"


def _swapped(pattern: bytes, one: int, other: int, page: int) -> Change:
    """Exchange the first groups of two matches in a page's own code."""

    def edit(pdf: pikepdf.Pdf) -> None:
        code = pdf.pages[page].Contents.read_bytes()
        found = list(re.finditer(pattern, code))
        first, second = found[one], found[other]
        new = (
            code[: first.start(1)] + second[1] + code[first.end(1) : second.start(1)]
            + first[1] + code[second.end(1) :]
        )  # fmt: skip
        assert new != code
        pdf.pages[page].Contents = pdf.make_stream(new)

    return _pdf(edit)


_AXIS = rb"RG 0\.75 w (\d[\d.]+) (\d[\d.]+) m [\d.]+ \2 l S\n"
"""The zero line of the chart of columns; on it they stand."""


def _chart(edit: Callable[[bytes, bytes], bytes]) -> Change:
    """Change the code of the page with the chart of columns; given the height of its zero line too."""

    def change(pdf: pikepdf.Pdf) -> None:
        for page in pdf.pages:
            code = page.Contents.read_bytes()
            axis = re.search(_AXIS, code)
            if axis and len(_columns(code, axis[2])) > 5:
                changed = edit(code, axis[2])
                assert changed != code
                page.Contents = pdf.make_stream(changed)
                return
        raise AssertionError

    return _pdf(change)


def _columns(code: bytes, zero: bytes) -> list[re.Match[bytes]]:
    return list(re.finditer(rb"(\d[\d.]+) " + re.escape(zero) + rb" m (\d[\d.]+) [\d.]+ l [\d.]+ (\d[\d.]+) l [\d. l]+h f", code))  # fmt: skip


def _exchanged(code: bytes, one: tuple[int, int], other: tuple[int, int]) -> bytes:
    """Return code with two stretches in each other's place."""
    (a, b), (c, d) = one, other
    return code[:a] + code[c:d] + code[b:c] + code[a:b] + code[d:]


def _years(code: bytes, _: bytes) -> bytes:
    found = list(re.finditer(rb"BT 1 0 0 1 (\d[\d.]+) (\d[\d.]+) Tm \([^\n]* Tj ET", code))
    rows = [m[2] for m in found]
    row = [m for m in found if m[2] == max(rows, key=rows.count)]
    return _exchanged(code, row[0].span(1), row[4].span(1))


def _labels(code: bytes, _: bytes) -> bytes:
    found = re.search(rb"BT 1 0 0 1 ([\d.]+ [\d.]+) Tm /F1\+0 8\.6 Tf [^\n]*\nBT 1 0 0 1 ([\d.]+ [\d.]+)", code)  # fmt: skip
    assert found
    return _exchanged(code, found.span(1), found.span(2))


def _boxed(code: bytes, zero: bytes) -> bytes:
    left, right, top = _columns(code, zero)[4].groups()
    box = b"q 1 1 1 rg %s %s m %s %s l %s %s l %s %s l h f Q EMC" % (left, zero, right, zero, right, top, left, top)  # fmt: skip
    return code + b"\n" + _ART + box


def _letters_exchanged(code: re.Match[bytes]) -> bytes:
    """Draw two letters that follow each other in each other's place: “14” shows as “41”."""
    return (
        code[1] + b"[-700 (" + code[2] + b") 1700 (" + code[3] + b") -1000 (" + code[4] + b")] TJ"
    )


def _alts_exchanged(pdf: pikepdf.Pdf) -> None:
    found = [o for o in pdf.objects if isinstance(o, Dictionary) and o.get("/S") == "/Figure" and "/Alt" in o]  # fmt: skip
    found[0].Alt, found[-1].Alt = found[-1].Alt, found[0].Alt
    assert found[0].Alt != found[-1].Alt


def _link_area(pdf: pikepdf.Pdf) -> None:
    links = [a for page in pdf.pages for a in page.obj.get("/Annots", [])]
    links[0].Rect = Array([0, 0, 590, 840])


def _link_spot(pdf: pikepdf.Pdf) -> None:
    link = next(a for page in pdf.pages for a in page.obj.get("/Annots", []) if "/Dest" in a)
    link.Dest[3] = 10


def _links_exchanged(pdf: pikepdf.Pdf) -> None:
    links = [a for page in pdf.pages for a in page.obj.get("/Annots", []) if "/Dest" in a]
    one, other = links[0], next(a for a in links if a.Contents != links[0].Contents)
    one.Rect, other.Rect = other.Rect, one.Rect


def _order(pdf: pikepdf.Pdf) -> None:
    """Let a screen reader read two paragraphs in each other's place."""
    for entry in pdf.objects:
        kids = entry.get("/K") if isinstance(entry, Dictionary) else None
        if (
            isinstance(kids, Array)
            and len(kids) > 3
            and all(isinstance(k, Dictionary) for k in kids)
        ):
            own = list(kids)
            entry.K = Array([*own[:1], own[2], own[1], *own[3:]])
            return
    raise AssertionError


def _photo(old: bytes, new: bytes) -> Change:
    def edit(pdf: pikepdf.Pdf) -> None:
        page = next(page for page in pdf.pages if "/XObject" in page.Resources)
        code = page.Contents.read_bytes()
        changed = re.sub(old, new, code, count=1)
        assert changed != code
        page.Contents = pdf.make_stream(changed)

    return _pdf(edit)


def _described(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Names.EmbeddedFiles.Names[1].Desc = pikepdf.String("Aid in 2041")


_AREA = rb"\n(\d[\d. ml]+ l h f)\n"
_WORD = rb"(\d Tf )\[\(([^)\\])([^)\\])([^)\\])[^\]]*\] TJ"
PAPER: dict[str, Kind] = {
    "axis-labels": Kind("two years below a chart exchanged", ".pdf", _chart(_years)),
    "value-labels": Kind("the figures of two columns exchanged", ".pdf", _chart(_labels)),
    "lines-exchanged": Kind("two lines of a paragraph exchanged", ".pdf", _swapped(rb"BT 1 0 0 1 ([\d.]+ [\d.]+) Tm \[[^\]]{60,}\] TJ", 0, 1, 0)),
    "over-each-other": Kind("a line laid over the next", ".pdf", _code(_LONG, lambda m: m[0].replace(m[2], b"%.3f" % (float(m[2]) - 12.2), 1))),
    "letters-exchanged": Kind("two letters of a word in each other’s place", ".pdf", _code(rb"(Tf )\[\(([^)\\])([^)\\])([^)\\]*)\)[^\]]*\] TJ", _letters_exchanged)),
    "huge": Kind("a text three times as large", ".pdf", _code(rb"/F2\+0 7\.8 Tf", b"/F2+0 23 Tf")),
    "small": Kind("a text in five points", ".pdf", _code(rb"/F2\+0 12\.2 Tf", b"/F2+0 5 Tf")),
    "pale": Kind("a text in a pale grey", ".pdf", _code(rb"[\d.]+ [\d.]+ [\d.]+ rg (?=[^\n]*BT)", b"0.82 0.82 0.82 rg ")),
    "red": Kind("a text in red", ".pdf", _code(rb"[\d.]+ [\d.]+ [\d.]+ rg (?=[^\n]*BT)", b"0.8 0 0 rg ")),
    "white-line": Kind("a wide white line over a text", ".pdf", _also(_ART + b"1 1 1 RG 30 w %X %M m 575 %M l S EMC")),
    "white-line-upright": Kind("a white line from above over the beginning of a text", ".pdf", _also(_ART + b"1 1 1 RG 60 w 80 20 m 80 820 l S EMC")),
    "small-box": Kind("a white box over one word", ".pdf", _also(_ART + b"q 1 1 1 rg %X %Y m 105 %Y l 105 %M l 105 830 l %X 830 l h f Q EMC")),
    "box-twice": Kind("a white box drawn twice in one path", ".pdf", _also(_ART + b"q 1 1 1 rg %X %Y m 580 %Y l 580 830 l %X 830 l h %X %Y m 580 %Y l 580 830 l %X 830 l h f Q EMC")),
    "clipped-box": Kind("a white box in a clipped part", ".pdf", _also(_ART + b"q 0 0 m 600 0 l 600 850 l 0 850 l h W n 1 1 1 rg %X %Y m 580 %Y l 580 830 l %X 830 l h f Q EMC")),
    "crossed-out": Kind("a cross over a page", ".pdf", _also(_ART + b"0.8 0 0 RG 3 w 40 40 m 550 800 l S 40 800 m 550 40 l S EMC")),
    "hatched": Kind("a page hatched", ".pdf", _also(_ART + b"0 0 0 RG 2 w " + b" ".join(b"%d 40 m %d 800 l S" % (x, x) for x in range(40, 560, 4)) + b" EMC")),
    "framed": Kind("a red frame around a text", ".pdf", _also(_ART + b"0.8 0 0 RG 1 w %X %Y m 580 %Y l S %X 830 m 580 830 l S EMC")),
    "ground": Kind("a page on yellow", ".pdf", _also(_ART + b"q 1 1 0.6 rg 0 0 m 595 0 l 595 841 l 0 841 l h f Q EMC", is_before=True)),
    "column-gone": Kind("a column left out of a chart", ".pdf", _chart(lambda code, zero: code.replace(_columns(code, zero)[2][0], b"", 1))),
    "column-box": Kind("a white box over a column", ".pdf", _chart(_boxed)),
    "column-inks": Kind("another column emphasised", ".pdf", _chart(lambda code, _: re.sub(rb"(0\.059 0\.169 0\.275 rg [^\n]*h f)\n0\.518 0\.584 0\.651 rg ", rb"\1\n0.059 0.169 0.275 rg ", code, count=1))),
    "columns-exchanged": Kind("two columns exchanged", ".pdf", _chart(lambda code, zero: _exchanged(code, _columns(code, zero)[0].span(1), _columns(code, zero)[4].span(1)))),
    "grid-moved": Kind("the lines of a grid moved", ".pdf", _chart(lambda code, _: re.sub(rb"(\d[\d.]+) (\d[\d.]+) m ([\d.]+) \2 l S", rb"\1 \2 m \3 300 l S", code, count=1))),
    "dot-moved": Kind("a mark of a drawing moved", ".pdf", _code(rb"\n(\d[\d.]+)( \d[\d.]+ m [^\n]* c [^\n]*)", lambda m: b"\n" + b"%.3f" % (float(m[1]) + 40) + m[2])),
    "cite-moved": Kind("a raised number moved to another sentence", ".pdf", _code(rb"/Link<</MCID \d+>>BDC\n([^\n]*BT 1 0 0 1 )([\d.]+)", lambda m: m[0].replace(m[2], b"80"))),
    "tight": Kind("letters pressed together", ".pdf", _code(_LONG, lambda m: m[0].replace(b"BT", b"-1.9 Tc BT", 1))),
    "photo-small": Kind("a photograph made small", ".pdf", _photo(rb"q [\d.]+ 0 0 [\d.]+ ", b"q 9 0 0 9 ")),
    "photo-moved": Kind("a photograph moved", ".pdf", _photo(rb"(q [\d.]+ 0 0 [\d.]+ )[\d.]+ [\d.]+ cm", rb"\1 60 60 cm")),
    "alts-exchanged": Kind("the descriptions of two drawings exchanged", ".pdf", _pdf(_alts_exchanged)),
    "link-area": Kind("a link as large as the page", ".pdf", _pdf(_link_area)),
    "link-spot": Kind("a link that leads to another spot of its page", ".pdf", _pdf(_link_spot)),
    "links-exchanged": Kind("two links in each other’s place", ".pdf", _pdf(_links_exchanged)),
    "reading-order": Kind("two parts read in each other’s place", ".pdf", _pdf(_order)),
    "file-described": Kind("another description of an attached file", ".pdf", _pdf(_described)),
}  # fmt: skip
_S, _CH, _D = r"slides/slide\d+\.xml$", r"charts/chart\d+\.xml$", r"slides/slide3\.xml$"


def _shapes_exchanged(parts: dict[str, bytes]) -> None:
    """Exchange the places of two words of a drawing."""
    name = "ppt/slides/slide3.xml"
    text = parts[name].decode()
    found = [m for m in re.finditer(r"<p:sp>.*?</p:sp>", text, re.DOTALL) if "<a:t>" in m[0] and "<a:off" in m[0]]  # fmt: skip
    one, other = found[0], found[-1]
    at = r'<a:off x="\d+" y="\d+"/>'
    first, last = re.search(at, one[0]), re.search(at, other[0])
    assert first
    assert last
    new = text.replace(one[0], one[0].replace(first[0], last[0]))
    parts[name] = new.replace(other[0], other[0].replace(last[0], first[0])).encode()


def _descriptions_exchanged(parts: dict[str, bytes]) -> None:
    """Exchange what is said of the drawings of two slides."""
    found = {}
    for name, part in parts.items():
        if re.search(_S, name) and (m := re.search(r' descr="[^"]+"', part.decode())):
            found[name] = m[0]
    (one, said), (other, also), *_ = found.items()
    parts[one] = parts[one].decode().replace(said, also).encode()
    parts[other] = parts[other].decode().replace(also, said).encode()


_RUN = r'(<a:rPr lang="en-US")/>(<a:t>A \$14)'
_BODY = r"<a:bodyPr/>(?=<a:lstStyle/><a:p><a:r><a:rPr lang=\"en-US\"/><a:t>Ostmark calls)"
DECK: dict[str, Kind] = {
    "pale": Kind("a text in a pale ink of the theme", ".pptx", _xml(_S, _RUN, r'\1><a:solidFill><a:schemeClr val="accent6"><a:lumMod val="22000"/><a:lumOff val="78000"/></a:schemeClr></a:solidFill></a:rPr>\2')),
    "other-ink": Kind("a text in another ink of the theme", ".pptx", _xml(_S, _RUN, r'\1><a:solidFill><a:schemeClr val="accent2"/></a:solidFill></a:rPr>\2')),
    "huge": Kind("a text of sixty points", ".pptx", _xml(_S, _RUN, r'\1 sz="6000"/>\2')),
    "bold": Kind("a text in bold", ".pptx", _xml(_S, _RUN, r'\1 b="1"/>\2')),
    "italic": Kind("a text in italics", ".pptx", _xml(_S, _RUN, r'\1 i="1"/>\2')),
    "underlined": Kind("a text underlined", ".pptx", _xml(_S, _RUN, r'\1 u="sng"/>\2')),
    "raised": Kind("a text raised", ".pptx", _xml(_S, _RUN, r'\1 baseline="30000"/>\2')),
    "spaced": Kind("letters pressed together", ".pptx", _xml(_S, _RUN, r'\1 spc="-900"/>\2')),
    "level": Kind("a text on another level", ".pptx", _xml(_S, r"<a:p>(<a:r><a:rPr lang=\"en-US\"/><a:t>A \$14)", r'<a:p><a:pPr lvl="1"/>\1')),
    "aligned": Kind("a text on the right", ".pptx", _xml(_S, r"<a:p>(<a:r><a:rPr lang=\"en-US\"/><a:t>A \$14)", r'<a:p><a:pPr algn="r"/>\1')),
    "indent": Kind("a text pushed off its box", ".pptx", _xml(_S, r"<a:p>(<a:r><a:rPr lang=\"en-US\"/><a:t>A \$14)", r'<a:p><a:pPr marL="40000000"/>\1')),
    "upright": Kind("a text that stands upright", ".pptx", _xml(_S, _BODY, '<a:bodyPr vert="vert270"/>')),
    "shrunk": Kind("a text shrunk to a hundredth", ".pptx", _xml(_S, _BODY, '<a:bodyPr><a:normAutofit fontScale="1000"/></a:bodyPr>')),
    "inset": Kind("a text pressed to nothing by its margins", ".pptx", _xml(_S, _BODY, '<a:bodyPr lIns="9000000"/>')),
    "line-space": Kind("lines over each other", ".pptx", _xml(_S, r"<a:p>(<a:r><a:rPr lang=\"en-US\"/><a:t>Ostmark calls)", r'<a:p><a:pPr><a:lnSpc><a:spcPct val="1000"/></a:lnSpc></a:pPr>\1')),
    "colour-map": Kind("black and white exchanged on a slide", ".pptx", _xml(_S, r"<p:clrMapOvr>.*?</p:clrMapOvr>|</p:cSld>(?=</p:sld>|<p:ext)", '</p:cSld><p:clrMapOvr><a:overrideClrMapping bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/></p:clrMapOvr>')),
    "columns-exchanged": Kind("two texts of a slide in each other’s columns", ".pptx", _xml(r"slides/slide2\.xml$", r'idx="41"(.*?)idx="42"', r'idx="42"\1idx="41"')),
    "turned": Kind("a drawing turned", ".pptx", _xml(_D, r"<a:xfrm>(<a:off x=\"711200\")", r'<a:xfrm rot="10800000">\1')),
    "flipped": Kind("a shape mirrored", ".pptx", _xml(_D, r"(<p:sp>.*?)<a:xfrm>(<a:off x=\"\d+\" y=\"\d+\"/><a:ext cx=\"[1-9])", r'\1<a:xfrm flipH="1">\2')),
    "words-exchanged": Kind("two words of a drawing exchanged", ".pptx", _parts(_shapes_exchanged)),
    "mark-moved": Kind("a mark of a drawing moved", ".pptx", _xml(_D, r'(<p:cNvPr id="4020".*?<a:off x=")\d+', r"\g<1>5000000")),
    "mark-ink": Kind("a shape of a drawing in another ink", ".pptx", _xml(_D, r'(<p:cNvPr id="40[2-9]\d".*?<a:schemeClr val=")\w+', r"\1accent2")),
    "order": Kind("a shape of a drawing laid over the others", ".pptx", _xml(_D, r"(<p:sp><p:nvSpPr><p:cNvPr id=\"4010\".*?</p:sp>)(.*?)(</p:grpSp>)", r"\2\1\3")),
    "bars": Kind("columns that lie", ".pptx", _xml(_CH, r'<c:barDir val="col"/>', '<c:barDir val="bar"/>')),
    "gap": Kind("columns as thin as lines", ".pptx", _xml(_CH, r'<c:gapWidth val="\d+"/>', '<c:gapWidth val="500"/>')),
    "stacked": Kind("columns as shares of a whole", ".pptx", _xml(_CH, r'<c:grouping val="clustered"/>', '<c:grouping val="percentStacked"/>')),
    "emphasis": Kind("another column emphasised", ".pptx", _xml(_CH, r'(<c:dPt><c:idx val=")4', r"\g<1>5")),
    "no-fill": Kind("columns without a fill", ".pptx", _xml(_CH, r'<a:solidFill><a:schemeClr val="accent6"><a:lumMod val="60000"/><a:lumOff val="36000"/></a:schemeClr></a:solidFill>', "<a:noFill/>")),
    "series-ink": Kind("columns in another ink", ".pptx", _xml(_CH, r'(<c:spPr><a:solidFill><a:schemeClr val=")accent6(?="><a:lumMod val="60000)', r"\1accent2")),
    "axis-gone": Kind("an axis left out", ".pptx", _xml(_CH, r'(<c:valAx>.*?<c:delete val=")0', r"\g<1>1")),
    "axis-step": Kind("an axis with one line", ".pptx", _xml(_CH, r'<c:majorUnit val="1000000"/>', '<c:majorUnit val="5000000"/>')),
    "axis-crosses": Kind("an axis at another value", ".pptx", _xml(_CH, r'(<c:valAx>.*?<c:crosses val=")autoZero', r"\1max")),
    "axis-labels": Kind("an axis without its figures", ".pptx", _xml(_CH, r'<c:tickLblPos val="low"/>', '<c:tickLblPos val="none"/>')),
    "label-place": Kind("a figure inside its column", ".pptx", _xml(_CH, r'<c:dLblPos val="outEnd"/>', '<c:dLblPos val="inBase"/>')),
    "label-tiny": Kind("figures of one point in a chart", ".pptx", _xml(_CH, r'<a:defRPr sz="1300"', '<a:defRPr sz="100"')),
    "label-pale": Kind("figures of a chart in white", ".pptx", _xml(_CH, r'(<a:defRPr sz="1300" b="1" i="0"><a:solidFill><a:schemeClr val=")tx2', r"\1bg1")),
    "plot-small": Kind("a chart in a corner of its frame", ".pptx", _xml(_CH, r'<c:h val="0\.90116"/>', '<c:h val="0.1"/>')),
    "chart-size": Kind("a chart half as high", ".pptx", _xml(r"slides/slide6\.xml$", r'(<p:xfrm><a:off [^>]*/><a:ext cx="\d+" cy=")\d+', r"\g<1>1500000")),
    "table-columns": Kind("a column of a table as narrow as a line", ".pptx", _xml(_S, r'<a:gridCol w="\d+"', '<a:gridCol w="20000"')),
    "cell-ink": Kind("a cell of a table on black", ".pptx", _xml(_S, r"(<a:tcPr[^>]*)/?>", r'\1><a:solidFill><a:schemeClr val="tx1"/></a:solidFill>')),
    "descriptions": Kind("the descriptions of two drawings exchanged", ".pptx", _parts(_descriptions_exchanged)),
    "language": Kind("a text in another language for the ear", ".pptx", _xml(_S, r'lang="en-US"/><a:t>A \$14', 'lang="fr-FR"/><a:t>A $14')),
}  # fmt: skip


def _page(old: str, new: str | Callable[[re.Match[str]], str]) -> Change:
    def change(data: bytes) -> bytes:
        text = data.decode()
        changed = re.sub(old, new, text, count=1, flags=re.DOTALL)
        assert changed != text, old
        return changed.encode()

    return change


def _paragraphs_exchanged(data: bytes) -> bytes:
    text = data.decode()
    found = re.findall(r"<p data-text>.*?</p>|<p [^>]*data-text>.*?</p>", text, re.DOTALL)
    one, other = found[3], found[-1]
    return text.replace(one, "\0").replace(other, one).replace("\0", other).encode()


PAGE: dict[str, Kind] = {
    "class": Kind("a text with the looks of a label", ".html", _page(r"<p data-text>", '<p class="label" data-text>')),
    "word-moved": Kind("a word of a drawing moved", ".html", _page(r'(<text [^>]*x=")[\d.]+', r"\g<1>1")),
    "column": Kind("a column made higher", ".html", _page(r'(<path d="M[\d.]+ )([\d.]+)(L[^"]*" fill="#(?!none))', r"\g<1>5\3")),
    "ink": Kind("a column in white", ".html", _page(r'fill="#8495A6"', 'fill="#FFFFFF"')),
    "view": Kind("a drawing of which a part is shown", ".html", _page(r'viewBox="0 0 \d+', 'viewBox="0 0 100')),
    "shape": Kind("a white area over a drawing", ".html", _page(r"</svg>", '<path d="M0 0L900 0L900 900L0 900Z" fill="#FFFFFF"/></svg>')),
    "size": Kind("a word of a drawing too small to read", ".html", _page(r'(<text [^>]*font-size=")[\d.]+', r"\g<1>0.1")),
    "exchanged": Kind("two paragraphs exchanged", ".html", _paragraphs_exchanged),
    "heading": Kind("a heading that is a paragraph", ".html", _page(r"<h2([^>]*)>(.*?)</h2>", r"<p\1>\2</p>")),
    "hidden": Kind("a section hidden", ".html", _page(r"<section ", "<section hidden ")),
    "script": Kind("a script", ".html", _page(r"</body>", "<script>alert(1)</script></body>")),
    "style": Kind("a text of no size", ".html", _page(r"<p data-text>", '<p style="font-size:0" data-text>')),
    "direction": Kind("a text that runs from the right", ".html", _page(r"<p data-text>", '<p dir="rtl" data-text>')),
    "mark": Kind("figures turned round by a mark", ".html", _page(r"\$14 million", "\u202e$14 million\u202c")),
    "button": Kind("a button that opens another statement", ".html", _page(r'popovertarget="[^"]*"', 'popovertarget="card-patience"')),
    "link": Kind("a heading of the contents that leads elsewhere", ".html", _page(r'href="#section-history"', 'href="#section-works"')),
    "description": Kind("another description of a drawing", ".html", _page(r'aria-label="Timeline, 1994', 'aria-label="Timeline, 1941')),
    "refresh": Kind("a page that goes elsewhere by itself", ".html", _page(r"<title>", '<meta http-equiv="refresh" content="0;url=https://example.org"><title>')),
}  # fmt: skip
_SLIDE, _HAND = "-slides.pdf", "-handout.pdf"


def _at(code: Change, suffix: str, what: str) -> Kind:
    return Kind(what, suffix, code)


PRINTED: dict[str, Kind] = {
    f"{suffix[1:-4]}-{name}": Kind(what, suffix, change)
    for suffix in (_SLIDE, _HAND)
    for name, what, change in (
        ("moved", "a text moved", _code(rb"(BT 1 0 0 1 )[\d.]+", rb"\g<1>400", 1)),
        ("red", "a text in red", _code(rb"[\d.]+ [\d.]+ [\d.]+ rg (?=BT)", b"0.8 0 0 rg ", 1)),
        ("size", "a text in five points", _code(rb"(/F\d\+0) [\d.]+ Tf", rb"\1 5 Tf", 1)),
        ("crossed", "a cross over a page", _also(_ART + b"0.8 0 0 RG 3 w 40 40 m 550 800 l S EMC")),
        ("white-line", "a wide white line over a text", _also(_ART + b"1 1 1 RG 300 w 0 400 m 900 400 l S EMC")),
        ("area", "an area made larger", _code(rb"( l )([\d.]+)( [\d.]+ l h f)", lambda m: m[1] + b"%.3f" % (float(m[2]) + 30) + m[3], 2)),
        ("ground", "a page on yellow", _also(_ART + b"q 1 1 0.6 rg 0 0 m 590 0 l 590 530 l 0 530 l h f Q EMC", is_before=True)),
        ("transparent", "a text made transparent", _in_resources("/ExtGState", "/X1", lambda _: Dictionary(ca=0), b"/X1 gs")),
    )
}  # fmt: skip


# ── The ledger ───────────────────────────────────────────────────────────────────────────────────

Edit = Callable[[dict[str, Any]], None]


def _fact(data: dict[str, Any], name: str) -> dict[str, Any]:
    return next(fact for fact in data["facts"] if fact["statement"] == name)


def _set(path: str, value: Any) -> Edit:
    def edit(data: dict[str, Any]) -> None:
        *way, last = path.split("/")
        entry: Any = data
        for step in way:
            entry = entry[int(step) if isinstance(entry, list) else step]
        at: Any = int(last) if isinstance(entry, list) else last
        assert entry[at] != value, path
        entry[at] = value

    return edit


def _of_fact(statement: str, key: str, change: Callable[[Any], Any]) -> Edit:
    def edit(data: dict[str, Any]) -> None:
        fact = _fact(data, statement)
        before = fact[key]
        fact[key] = change(before)
        assert fact[key] != before

    return edit


def _point(data: dict[str, Any]) -> None:
    points = data["exhibits"]["grants"]["series"][0]["points"]
    points[0][1], points[1][1] = points[1][1], points[0][1]


LEDGER: dict[str, tuple[str, Edit]] = {
    "kind": ("what the source says made its view", _of_fact("bridge", "kind", lambda _: "attributed")),
    "quote-place": ("a quote in another paragraph", _of_fact("bridge", "quotes", lambda q: [{**q[0], "paragraph": q[0]["paragraph"] + 1}])),
    "no-quote": ("a statement without its quote", _of_fact("bridge", "quotes", lambda _: [])),
    "values": ("a value left out of a statement", _of_fact("bridge", "values", lambda v: v[1:])),
    "series-value": ("a value of a series", _set("series/grants/values/2010", "9200000")),
    "point": ("two points of a chart exchanged", _point),
    "title": ("the title of the briefing", _set("title", "Other relations")),
    "source-title": ("the title of a source", _set("sources/history/title", "A longer history")),
    "source-publisher": ("the publisher of a source", _set("sources/history/publisher", "The Ministry")),
    "source-hash": ("the hash of a source", _set("sources/history/sha256", "0" * 64)),
    "model-hash": ("the hash of a series", _set("series/grants/sha256", "0" * 64)),
    "created": ("the date of the edition", _set("created", "2031-01-01T00:00:00Z")),
    "status": ("the status of the briefing", _set("status", "draft")),
    "lang": ("the language of the briefing", _set("lang", "fr")),
    "checks": ("whether it was checked", _set("checks", "none")),
    "pages": ("the page of a statement", _of_fact("bridge", "pages", lambda p: [n + 1 for n in p])),
    "slides": ("the slide of a statement", _of_fact("bridge", "slides", lambda p: [n + 1 for n in p])),
    "passage": ("a word of a passage", _set("passages/0/quote", "Other words.")),
    "bytes": ("the size of a file", _set("outputs/example.pdf/bytes", 5)),
}  # fmt: skip
MORE = {
    **{f"more-pdf-{key}": kind for key, kind in PAPER.items()},
    **{f"more-pptx-{key}": kind for key, kind in DECK.items()},
    **{f"more-html-{key}": kind for key, kind in PAGE.items()},
    **{f"more-{key}": kind for key, kind in PRINTED.items()},
}
