"""Files of every format, made at run time; and the text that each of them holds."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from email.message import EmailMessage
from html import escape

import docx
import pptx
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Paragraph

from tests.seeds import TAJIKISTAN

SEED = (TAJIKISTAN / "source.txt").read_text(encoding="utf-8")
PARAGRAPHS = tuple(" ".join(part.split()) for part in SEED.split("\n\n") if part.strip())
TITLE, BODY = PARAGRAPHS[1], PARAGRAPHS[2:-2]
HEADINGS = {5: "Part one", 11: "Part two", 17: "Part three"}
"""Before which paragraphs a heading is put."""
HEAD = "The Review of Relations"


def _heading(number: int, form: str) -> str:
    """Return the heading before a paragraph in some form; nothing before most."""
    return form.format(HEADINGS[number]) if number in HEADINGS else ""


def html_page(body: str = "", *, charset: str = "utf-8") -> bytes:
    """Return the seed as a page with a site around it."""
    parts = [_heading(n, "<h2>{}</h2>") + f"<p>{escape(p)}</p>" for n, p in enumerate(BODY)]
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="{charset}"><title>{TITLE}</title>
<meta property="og:site_name" content="The Site"><link rel="canonical" href="https://example.org/a">
<meta name="dcterms.modified" content="2013-03-05T19:05:55Z"><script>var menu = "<p>no</p>";</script>
</head><body class="has-sidebar no-nav"><div id="banner"><a href="/give">{escape(PARAGRAPHS[0])}</a></div>
<nav><ul><li><a href="/">Home</a></li><li><a href="/m">Military</a></li></ul></nav>
<main><header><h1>{TITLE}</h1></header>{"".join(parts)}{body}</main>
<div class="cookie-consent">We use cookies. Do you accept?</div>
<footer><p>{PARAGRAPHS[-2]}</p></footer></body></html>""".encode(charset, "xmlcharrefreplace")


def markdown() -> bytes:
    """Return the seed as Markdown with front matter, a list and a table."""
    parts = [_heading(n, "## {}\n\n") + p for n, p in enumerate(BODY)]
    front = f'---\ntitle: "{TITLE}"\npublisher: The Site\ndate: 2013-03-05\nurl: https://example.org/a\n---\n'
    rest = "\n\n- one *item* of [a list](https://example.org/b)\n\n| Year | Sum |\n|---|---|\n| 2001 | 2 |\n"
    return (front + f"# {TITLE}\n\n" + "\n\n".join(parts) + rest).encode()


def tei() -> bytes:
    """Return the seed as TEI with a header, notes and running heads."""
    parts = [
        _heading(n, "<head>{}</head>") + f"<p>{escape(p)}<note>Note {n}.</note></p>"
        for n, p in enumerate(BODY)
    ]
    return f"""<?xml version="1.0"?><TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc>
<titleStmt><title>{TITLE}</title></titleStmt><publicationStmt><publisher>The Site</publisher>
<date when="2013-03-05">5 March</date><idno type="URL">https://example.org/a</idno></publicationStmt>
</fileDesc></teiHeader><text xml:lang="en"><body><div><head>{TITLE}</head><div><fw>{HEAD}</fw>{"".join(parts)}</div>
</div></body></text></TEI>""".encode()


def word() -> bytes:
    """Return the seed as DOCX with a running head, a list and a table in a table."""
    made = docx.Document()
    made.core_properties.title = TITLE
    made.sections[0].header.paragraphs[0].text = HEAD
    made.add_heading(TITLE, 0)
    for number, paragraph in enumerate(BODY):
        if number in HEADINGS:
            made.add_heading(HEADINGS[number], 2)
        made.add_paragraph(paragraph)
    made.add_paragraph("an item", style="List Bullet")
    table = made.add_table(2, 2)
    for cell, words in zip(
        (c for row in table.rows for c in row.cells), ("Year", "Sum", "2001"), strict=False
    ):
        cell.text = words
    inner = table.cell(1, 1).add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "in", "side"
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def pdf(columns: int = 1, *, foot: str = "") -> bytes:
    """Return the seed as a PDF of one or two columns with running heads and page numbers."""
    styles = getSampleStyleSheet()
    body = ParagraphStyle("body", parent=styles["BodyText"], alignment=4)
    width, height = A4

    def header_and_footer(canvas: Canvas, _: object) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(70, height - 40, HEAD)
        canvas.drawCentredString(width / 2, 30, str(canvas.getPageNumber()))
        if foot:
            canvas.drawString(76, 72, foot)

    each = (width - 140 - 16 * (columns - 1)) / columns
    frames = [Frame(70 + n * (each + 16), 85, each, height - 155) for n in range(columns)]
    buffer = io.BytesIO()
    made = BaseDocTemplate(buffer, pagesize=A4, title=TITLE, invariant=1)
    made.addPageTemplates([PageTemplate("page", frames, onPage=header_and_footer)])
    story: list[Flowable] = [Paragraph(TITLE, styles["Title"])]
    for number, paragraph in enumerate(BODY):
        if number in HEADINGS:
            story.append(Paragraph(HEADINGS[number], styles["Heading2"]))
        story.append(Paragraph(escape(paragraph), body))
    made.build(story)
    return buffer.getvalue()


def drawn_pdf(lines: Sequence[str] = (), *, password: str = "") -> bytes:
    """Return a page with a square and some lines; encrypted if there is a password."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, encrypt=password or None, invariant=1)
    canvas.rect(100, 100, 50, 50, fill=1)
    for number, line in enumerate(lines):
        canvas.drawString(72, 700 - 14 * number, line)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def archive(**parts: str | bytes) -> bytes:
    """Return a zip with some parts; a double underscore in a name stands for a slash."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name.replace("__", "/") + ".xml", data)
    return buffer.getvalue()


def package(**parts: str | bytes) -> bytes:
    """Return a zip with some parts under their own names."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as out:
        for name, data in parts.items():
            out.writestr(name, data)
    return buffer.getvalue()


_ODF = "urn:oasis:names:tc:opendocument:xmlns:{}:1.0"


def odt() -> bytes:
    """Return the seed as an OpenDocument text."""
    spaces = " ".join(
        f'xmlns:{name}="{_ODF.format(name)}"'
        for name in ("office", "text", "table", "draw", "meta")
    )
    body = "".join(
        _heading(n, '<text:h text:outline-level="2">{}</text:h>')
        + f"<text:p>{escape(part)}</text:p>"
        for n, part in enumerate(BODY)
    )
    content = (
        f'<office:document-content {spaces}><office:body><office:text><text:h text:outline-level="1">{escape(TITLE)}</text:h>'
        f"{body}</office:text></office:body></office:document-content>"
    )
    meta = (
        f'<office:document-meta {spaces} xmlns:dc="http://purl.org/dc/elements/1.1/"><office:meta>'
        f"<dc:title>{escape(TITLE)}</dc:title><dc:date>2020-01-02T03:04:05</dc:date></office:meta></office:document-meta>"
    )
    kind = "application/vnd.oasis.opendocument.text"
    return package(**{"mimetype": kind, "content.xml": content, "meta.xml": meta})


def epub() -> bytes:
    """Return the seed as a book of one chapter after its table of contents."""
    body = "".join(
        _heading(n, "<h2>{}</h2>") + f"<p>{escape(part)}</p>" for n, part in enumerate(BODY)
    )
    page = f'<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><h1>{escape(TITLE)}</h1>{body}</body></html>'
    book = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>'
        f"<dc:title>{escape(TITLE)}</dc:title><dc:publisher>The Press</dc:publisher><dc:date>2019-05-06</dc:date></metadata>"
        '<manifest><item id="toc" href="toc.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
        '<item id="one" href="one.xhtml" media-type="application/xhtml+xml"/></manifest>'
        '<spine><itemref idref="toc"/><itemref idref="one"/></spine></package>'
    )
    container = '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>'
    toc = "<html><body><nav><p>Contents of this book</p></nav></body></html>"
    return package(**{
        "mimetype": "application/epub+zip", "META-INF/container.xml": container,
        "OPS/book.opf": book, "OPS/toc.xhtml": toc, "OPS/one.xhtml": page,
    })  # fmt: skip


def rtf() -> bytes:
    """Return the seed as rich text, with tables of fonts and styles before it."""

    def words(text: str) -> str:
        told = text.replace("\\", "\\\\").replace("{", "\\{").replace("}", "\\}")
        return "".join(letter if ord(letter) < 128 else f"\\u{ord(letter)}?" for letter in told)

    parts = [TITLE, *(part for n, p in enumerate(BODY) for part in (_heading(n, "{}"), p) if part)]
    body = "\\par\n".join(map(words, parts))
    head = "{\\fonttbl{\\f0 Times;}}{\\stylesheet{\\s1 heading 1;}}{\\*\\generator Some Writer;}"
    return f"{{\\rtf1\\ansi\\ansicpg1252{head}{body}\\par}}".encode("ascii")


def deck(*, notes: str = "") -> bytes:
    """Return the seed as slides, a paragraph each."""
    made = pptx.Presentation()
    for n, part in enumerate(BODY):
        slide = made.slides.add_slide(made.slide_layouts[1])
        slide.shapes.title.text = HEADINGS.get(n, TITLE if n == 0 else "")
        slide.placeholders[1].text = part
        if notes and n == 0:
            slide.notes_slide.notes_text_frame.text = notes
    return _saved(made)


def picture_deck() -> bytes:
    """Return slides that hold a picture and no text."""
    picture = io.BytesIO()
    Image.new("RGB", (40, 30), "grey").save(picture, "PNG")
    made = pptx.Presentation()
    slide = made.slides.add_slide(made.slide_layouts[6])
    slide.shapes.add_picture(picture, 0, 0)
    return _saved(made)


def _saved(made) -> bytes:
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def mail() -> bytes:
    """Return the seed as an e-mail with a signature and something quoted."""
    message = EmailMessage()
    message["From"] = "Press Office <press@example.org>"
    message["To"] = "desk@example.org"
    message["Subject"] = TITLE
    message["Date"] = "Thu, 02 Jan 2020 03:04:05 +0000"
    body = "\n\n".join(BODY)
    message.set_content(f"{body}\n\n> An older letter is quoted here.\n\n-- \nThe Press Office\n")
    message.add_attachment(b"x", maintype="application", subtype="pdf", filename="annex.pdf")
    return bytes(message)
