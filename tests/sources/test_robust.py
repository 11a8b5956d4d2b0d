"""Whatever a file holds, there is a result or a sentence that says what is wrong, with exit code 3."""

import io
import random
import zipfile
import zlib

import docx
import pytest

from briefbook.cli import main
from tests.seeds import EXAMPLE
from tests.sources import made

pytestmark = pytest.mark.slow

RANDOM = random.Random(1)  # noqa: S311  noise, no secret
NOISE = bytes(RANDOM.randrange(256) for _ in range(50_000))
SENTENCE = "The bridge over the Pyanj was opened on August 26, 2007 for $36 million. "
CHINESE = "塔吉克斯坦与美国于1992年2月14日建立外交关系。美国提供了1650万美元。" * 40
ARABIC = (
    "أقامت جمهورية طاجيكستان علاقات دبلوماسية في 14 فبراير 1992. \u202eنعم\u202c هذا صحيح. " * 40
)
FRENCH = (
    "Les relations entre les deux pays ont été établies le 14 février 1992 par leurs ministres. "
    * 12
)
NESTED = "<table><tr><td>a</td><td>" * 300 + SENTENCE + "</td></tr></table>" * 300
BOMB = (
    '<?xml version="1.0"?><!DOCTYPE TEI [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    + "]><TEI><text><body><p>&j;</p></body></text></TEI>"
)
OUTSIDE = (
    '<?xml version="1.0"?><!DOCTYPE TEI [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    f"<TEI><text><body><p>{SENTENCE}&x;</p></body></text></TEI>"
)


def bomb_pdf():
    """A PDF whose one stream is a few hundred kilobytes and unpacks to more than the limit."""
    # Each block is packed alike, with nothing remembered of the one before: it is packed once.
    packer, block = zlib.compressobj(9), b" " * (1 << 20)
    first = packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)
    other = packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)
    packed = first + other * 519 + packer.flush()
    return (
        b"%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>endobj\n"
        b"4 0 obj<</Length %d/Filter/FlateDecode>>stream\n"
        % len(packed)
        + packed
        + b"\nendstream endobj\ntrailer<</Root 1 0 R>>\n"
    )


def bomb_docx():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        package.writestr("word/document.xml", b" " * (301 << 20))
    return buffer.getvalue()


def deep_docx():
    document = docx.Document()
    cell = document.add_table(1, 1).cell(0, 0)
    for _ in range(20):
        cell.paragraphs[0].text = "a cell"
        cell = cell.add_table(1, 1).cell(0, 0)
    cell.paragraphs[0].text = SENTENCE
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


READ = {
    "one line of 400 kB": ("a.txt", (SENTENCE * 5_000).encode),
    "no ends of sentences": ("a.txt", ("the bridge was opened in 2007 and " * 5_000).encode),
    "no spaces at all": ("a.txt", lambda: b"a" * 500_000),
    "dots": ("a.txt", lambda: b"." * 500_000),
    "initials": ("a.txt", lambda: b"A. " * 100_000),
    "the same two words": ("a.txt", lambda: b"Ministry of " * 40_000),
    "figures and commas": ("a.txt", lambda: b"1," * 200_000),
    "tables in tables": ("a.html", NESTED.encode),
    "tags that are never closed": ("a.html", f"<html><p>{SENTENCE}<b><table><td>x<ul><li".encode),
    "brackets in Markdown": ("a.md", lambda: b"[" * 20_000 + SENTENCE.encode()),
    "quotes in quotes in Markdown": ("a.md", lambda: b">" * 20_000 + SENTENCE.encode()),
    "Chinese": ("a.txt", CHINESE.encode),
    "Chinese in GB 18030": ("a.txt", lambda: CHINESE.encode("gb18030")),
    "right to left": ("a.txt", ARABIC.encode),
    "French": ("a.txt", FRENCH.encode),
    "two encodings": ("a.txt", lambda: "naïve\n".encode() * 20 + "“café”\n".encode("cp1252") * 20),
    "UTF-8 cut in a letter": ("a.txt", lambda: CHINESE.encode()[:1000]),
    "old Mac line ends": ("a.txt", (SENTENCE + "\r\r" + SENTENCE).encode),
    "noise after a head of HTML": ("a.html", lambda: b"<html><p>" + SENTENCE.encode() + bytes(b for b in NOISE if b > 31)),
    "table in table in DOCX": ("a.docx", deep_docx),
    "an entity from outside": ("a.xml", OUTSIDE.encode),
}  # fmt: skip

REFUSED = {
    "empty": ("a.txt", lambda: b"", "empty"),
    "only white space": ("a.txt", lambda: b" \n\t\n", "empty"),
    "NUL characters": ("a.txt", lambda: b"text\0\0text and more", "NUL"),
    "noise": ("a.bin", lambda: NOISE, "not a text file"),
    "a picture": ("a.png", lambda: b"\x89PNG\r\n\x1a\n" + NOISE, "a picture"),
    "a program": ("a.exe", lambda: b"\x7fELF" + NOISE, "a program"),
    "old Word": ("a.doc", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + NOISE, "old Word"),
    "rich text too deep": ("a.rtf", lambda: rb"{\rtf1 " + b"{" * 9_000, "groups"),
    "a table of figures": ("a.csv", lambda: b"year,ships\n" + b"".join(b"%d,4\n" % n for n in range(2000, 2020)), "table of figures"),
    "an OpenDocument spreadsheet": ("a.ods", lambda: made.package(mimetype="application/vnd.oasis.opendocument.spreadsheet"), "spreadsheet"),
    "a login page": ("a.html", lambda: b"<html><body><h1>Members</h1><p>Sign in to read on.</p><input type='password'></body></html>", "login page"),
    "an error page": ("a.html", lambda: b"<html><head><title>404 Not Found</title></head><body><h1>Not Found</h1><p>The page was not found here.</p></body></html>", "error page"),
    "a page that wants scripts": ("a.html", lambda: b"<html><body><div id='app'></div><p>Please enable JavaScript to go on.</p></body></html>", "checks for a browser"),
    "an e-mail without text": ("a.eml", lambda: b"From: a@b.c\nTo: d@e.f\nSubject: x\nMIME-Version: 1.0\nContent-Type: application/zip\n\nUEs=", "no text"),
    "slides of pictures": ("a.pptx", made.picture_deck, "pictures and no text"),
    "a broken EPUB": ("a.epub", lambda: made.package(**{"META-INF/container.xml": "<a/>"}), "broken EPUB"),
    "a spreadsheet": ("a.xlsx", lambda: made.archive(xl__workbook="<a/>"), "spreadsheet"),
    "another zip": ("a.zip", lambda: made.archive(other="<a/>"), "an archive"),
    "a broken zip": ("a.docx", lambda: b"PK\x03\x04" + NOISE, "broken DOCX"),
    "DOCX cut short": ("a.docx", lambda: made.word()[:9_000], "broken DOCX"),
    "DOCX without its parts": ("a.docx", lambda: made.archive(word__document="<a/>"), "broken DOCX"),
    "DOCX that fills the disk": ("a.docx", bomb_docx, "unpack to more than"),
    "PDF cut short": ("a.pdf", lambda: made.pdf()[:9_000], "broken PDF"),
    "PDF of noise": ("a.pdf", lambda: b"%PDF-1.7\n" + NOISE, "PDF|no pages"),
    "PDF that fills the memory": ("a.pdf", bomb_pdf, "unpack to more than"),
    "encrypted PDF": ("a.pdf", lambda: made.drawn_pdf([SENTENCE], password="secret"), "encrypted"),
    "scanned PDF": ("a.pdf", made.drawn_pdf, "scanned"),
    "HTML without text": ("a.html", lambda: b"<html><script>x()</script></html>", "no text"),
    "divisions in divisions": ("a.html", ("<div>" * 50_000 + SENTENCE).encode, "in each other"),
    "broken XML": ("a.xml", lambda: b"<TEI><text><p>no end", "broken XML"),
    "XML without paragraphs": ("a.xml", lambda: b"<svg><path/></svg>", "no TEI"),
    "entities in entities": ("a.xml", BOMB.encode, "XML"),
}  # fmt: skip


@pytest.mark.parametrize("case", READ)
def test_what_is_odd_is_read_and_facts_are_written(case, tmp_path):
    name, make = READ[case]
    (tmp_path / name).write_bytes(make())
    assert main(["draft", str(tmp_path / name), "--facts", str(tmp_path / "facts.json")]) == 0
    assert (tmp_path / "facts.json").read_text("utf-8").startswith("[")


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_read_ends_with_3_and_a_sentence_with_the_file_and_a_hint(
    case, tmp_path, capsys
):
    name, make, said = REFUSED[case]
    path = tmp_path / name
    path.write_bytes(make())
    assert main(["draft", str(path), "--facts", str(tmp_path / "facts.json")]) == 3
    lines = capsys.readouterr().err.splitlines()
    assert lines[0].startswith(str(path))
    assert any(word in lines[0] for word in said.split("|"))
    assert "Traceback" not in "".join(lines)
    assert not (tmp_path / "facts.json").exists()


@pytest.mark.parametrize("case", READ)
def test_a_draft_of_what_is_odd_is_made_or_refused_with_a_sentence(case, tmp_path, capsys):
    name, make = READ[case]
    (tmp_path / name).write_bytes(make())
    code = main(["draft", str(tmp_path / name), "-o", str(tmp_path / "seed")])
    assert code in (0, 3)
    assert (tmp_path / "seed" / "briefing.yaml").exists() == (code == 0)
    assert code == 0 or "error: " in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "said"),
    [(CHINESE, "not Latin"), (ARABIC, "not Latin"), (FRENCH, "hardly looks like English")],
)
def test_facts_are_english_only_and_the_program_says_so(text, said, tmp_path, capsys):
    (tmp_path / "a.txt").write_text(text, "utf-8")
    assert main(["draft", str(tmp_path / "a.txt"), "--facts", str(tmp_path / "facts.json")]) == 0
    told = capsys.readouterr().err
    assert said in told
    assert "English text only" in told


def test_nothing_is_said_about_the_language_of_an_english_text(tmp_path, capsys):
    (tmp_path / "a.txt").write_text(made.SEED, "utf-8")
    main(["draft", str(tmp_path / "a.txt"), "--facts", str(tmp_path / "facts.json")])
    assert "English" not in capsys.readouterr().err


def test_an_entity_never_brings_in_a_file(tmp_path):
    (tmp_path / "secret.txt").write_text("SECRET", "utf-8")
    text = OUTSIDE.replace("/etc/hostname", str(tmp_path / "secret.txt"))
    (tmp_path / "a.xml").write_text(text, "utf-8")
    assert main(["draft", str(tmp_path / "a.xml"), "-o", str(tmp_path / "seed")]) == 0
    assert "SECRET" not in (tmp_path / "seed" / "source.txt").read_text("utf-8")


def test_an_encoding_that_does_not_exist_is_wrong_use_and_one_that_does_not_fit_is_named(
    tmp_path, capsys
):
    (tmp_path / "a.txt").write_bytes("First line.\ncafé".encode("cp1252"))
    facts = ["--facts", str(tmp_path / "facts.json")]
    assert main(["draft", str(tmp_path / "a.txt"), "--encoding", "klingon", *facts]) == 2
    assert "klingon" in capsys.readouterr().err
    assert main(["draft", str(tmp_path / "a.txt"), "--encoding", "utf-8", *facts]) == 3
    assert "a.txt:2:0: error: not text in utf-8" in capsys.readouterr().err


def test_a_draft_is_named_after_its_source(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    text = (EXAMPLE / "source.txt").read_text(encoding="utf-8")
    (tmp_path / "Rail & Road.txt").write_text(text, encoding="utf-8")
    assert main(["draft", "Rail & Road.txt"]) == 0
    assert (tmp_path / "rail-road" / "briefing.yaml").is_file()
    assert main(["draft", "Rail & Road.txt"]) == 2
    assert "is there already" in capsys.readouterr().err
