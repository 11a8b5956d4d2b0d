"""Every format says the same as the text that it was made from; what is around it is listed."""

import builtins
import hashlib
from functools import cache

import pytest

from briefbook.cli import main
from briefbook.errors import Unreadable
from briefbook.language.en.mentions import find_facts
from briefbook.model.reader import read_briefing
from briefbook.sources.formats import read_source
from briefbook.sources.read import read_seed_document
from briefbook.sources.source_text import OUTSIDE
from tests.seeds import TAJIKISTAN
from tests.sources import made

FORMATS = {
    "a.html": made.html_page,
    "a.md": made.markdown,
    "a.xml": made.tei,
    "a.docx": made.word,
    "a.pdf": made.pdf,
    "b.pdf": lambda: made.pdf(2),
}


@pytest.fixture(scope="module")
def read(tmp_path_factory):
    """Read what a file of a name holds: the same once, however many tests ask."""
    folder = tmp_path_factory.mktemp("read")

    @cache
    def reading(name, data, encoding=None):
        path = folder / name
        path.write_bytes(data)
        return read_source(path, encoding)

    return reading


@cache
def data_of(name):
    return FORMATS[name]()


def paragraphs(source):
    text = source.document.text
    return [text[span.start : span.end] for span in source.document.paragraphs]


def reasons(source):
    return {part.reason for part in source.boilerplate}


def headings(source):
    text = source.document.text
    return [(heading.level, text[heading.start : heading.end]) for heading in source.headings]


@pytest.mark.parametrize("name", FORMATS)
def test_every_paragraph_of_the_text_comes_back_whole_and_in_order(name, read):
    got = [p for p in paragraphs(read(name, data_of(name))) if p in made.BODY]
    assert got == list(made.BODY)


@pytest.mark.parametrize("name", FORMATS)
def test_headings_have_levels_and_the_title_is_known(name, read):
    source = read(name, data_of(name))
    assert source.about.title == made.TITLE
    found = dict(reversed(pair) for pair in headings(source))
    levels = [found[heading] for heading in made.HEADINGS.values()]
    assert len(set(levels)) == 1
    assert levels[0] > found[made.TITLE]


@pytest.mark.parametrize("name", FORMATS)
def test_facts_are_found_at_their_offsets_in_the_snapshot(name, read):
    document = read(name, data_of(name)).document
    facts = find_facts(document)
    assert all(document.text[fact.start : fact.end] == fact.quote for fact in facts)
    assert "February 14, 1992" in {fact.quote for fact in facts}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.html", {"banner", "navigation", "cookie notice", "footer"}),
        ("a.xml", {"running head"}),
        ("a.docx", {"running head"}),
        ("a.pdf", {"running head", "page number"}),
    ],
)
def test_what_surrounds_the_text_is_listed_with_a_reason_and_not_in_the_snapshot(
    name, expected, read
):
    source = read(name, data_of(name))
    aside = [part for part in source.boilerplate if part.start == OUTSIDE]
    assert {part.reason for part in aside} == expected
    assert not any(part.text in source.document.text for part in aside)


@pytest.mark.parametrize("name", ["a.html", "a.md", "a.xml"])
def test_publisher_date_and_address_are_those_that_the_document_states(name, read):
    source = read(name, data_of(name))
    assert source.about.publisher == "The Site"
    assert source.about.address == "https://example.org/a"
    assert "2013-03-05" in (source.about.published, source.about.modified)


def test_tables_are_rows_and_a_table_in_a_cell_is_not_lost(read):
    nested = "<table><tr><th>Year</th><th>Sum</th></tr><tr><td>2001</td><td><table><tr><td>in</td><td>side</td></tr></table></td></tr></table>"
    for name, data in (("a.html", made.html_page(nested)), ("a.docx", data_of("a.docx"))):
        got = paragraphs(read(name, data))
        assert "Year | Sum" in got
        assert "in | side" in got


def test_lists_get_bullets_and_links_keep_their_words(read):
    assert "• one item of a list" in paragraphs(read("a.md", data_of("a.md")))
    assert "• an item" in paragraphs(read("a.docx", data_of("a.docx")))


def test_notes_stand_after_the_text_whose_sentences_stay_whole(read):
    got = paragraphs(read("a.xml", data_of("a.xml")))
    assert got.index("Note 0.") > got.index(made.BODY[-1])
    foot = "1 A note at the foot of the page."
    got = paragraphs(read("a.pdf", made.pdf(foot=foot)))
    assert [p for p in got if p in made.BODY] == list(made.BODY)


def test_a_word_that_was_divided_at_the_end_of_a_line_is_whole_and_a_compound_keeps_its_hyphen(
    read,
):
    lines = [
        "The ambassador spoke at length about the develop-",
        "ment of a well-known valley, and of another well-",
        "known one. He said that the government had agreed.",
    ]
    text = read("a.pdf", made.drawn_pdf(lines)).document.text
    assert "the development of a well-known valley" in text
    assert "another well-known one" in text


def test_a_reference_list_and_the_page_date_are_boilerplate_inside_the_snapshot(read):
    text = (
        f"{made.TITLE}\n\n{made.BODY[0]}\n\n{made.BODY[1]}\n\nReferences\n\n1. Pike, H. (1974), pp. 16-17.\n\n"
        "2. Yearbook 2018.\n\nPage last modified: 2013-03-05"
    )
    source = read("a.txt", text.encode())
    assert reasons(source) == {"reference list", "page date"}
    assert all(text[part.start : part.end] == part.text for part in source.boilerplate)
    assert source.about.modified == "2013-03-05"
    assert headings(source) == [(1, made.TITLE)]


def test_plain_text_is_its_own_snapshot_letter_for_letter():
    source = read_source(TAJIKISTAN / "source.txt")
    data = (TAJIKISTAN / "source.txt").read_bytes()
    assert source.document.text.encode() == data
    assert source.document.sha256 == source.file_sha256 == hashlib.sha256(data).hexdigest()
    assert [part.reason for part in source.boilerplate] == ["banner", "mailing list", "page date"]
    assert source.about.title == "Tajikistan - US Relations"
    assert source.about.modified == "[2013-03-05, 2013-05-03]"


def test_the_format_is_told_by_content_before_the_name(read):
    for name, data, expected in (
        ("page.txt", made.html_page(), "html"),
        ("report.txt", made.pdf(), "pdf"),
        ("letter.pdf", made.word(), "docx"),
        ("text.html", made.SEED.encode(), "html"),
        ("notes", b"<TEI><text><body><p>One. Two.</p></body></text></TEI>", "tei"),
    ):
        assert read(name, data).format == expected


@pytest.mark.parametrize(
    ("data", "encoding", "expected"),
    [
        ("café – “€5”".encode("cp1252"), "cp1252", "café – “€5”"),
        ("\ufeffcafé".encode(), "utf-8", "café"),
        ("café – a text with some words".encode("utf-16"), "utf-16", "café – a text with some words"),
        ("a text with some words".encode("utf-16-le"), "utf-16-le", "a text with some words"),
        ("naïve\n".encode() + "café".encode("cp1252"), "utf-8 and cp1252", "naïve\ncafé"),
        (
            ("Дипломатические отношения установлены в феврале. " * 20).encode("cp1251"),
            "cp1251",
            "Дипломатические отношения установлены в феврале. " * 20,
        ),
    ],
)  # fmt: skip
def test_encodings_are_told_from_the_bytes(data, encoding, expected, read):
    source = read("a.txt", data)
    assert (source.encoding, source.document.text) == (encoding, expected)


def test_the_declared_encoding_of_a_page_counts_and_the_told_one_counts_more(read):
    page = made.html_page("<p>Пример на русском.</p>", charset="koi8-r")
    assert "Пример на русском." in read("a.html", page).document.text
    assert read("a.txt", "café".encode("cp1252"), "cp1251").document.text == "cafй"


def test_a_page_that_is_all_boilerplate_by_its_names_is_read_all_the_same(read):
    page = b"".join(b"<nav><p>Sentence %d stands here.</p></nav>" % number for number in range(3))
    got = paragraphs(read("a.html", b"<html><body>" + page + b"</body></html>"))
    assert got == [f"Sentence {number} stands here." for number in range(3)]


@pytest.mark.parametrize(
    ("name", "library", "extra"),
    [
        ("a.pdf", "pypdfium2", "pdf"),
        ("a.docx", "docx", "docx"),
        ("a.html", "lxml", "html"),
        ("a.md", "markdown_it", "markdown"),
    ],
)
def test_a_missing_library_is_named_with_the_command_that_installs_it(
    name, library, extra, tmp_path, monkeypatch
):
    path = tmp_path / name
    path.write_bytes(data_of(name))
    real = builtins.__import__

    def missing(wanted, *rest, **named):
        if wanted.partition(".")[0] == library:
            raise ModuleNotFoundError(f"No module named {wanted!r}", name=wanted)
        if wanted.startswith(f"briefbook.sources.readers.{extra}"):
            monkeypatch.delitem(__import__("sys").modules, wanted, raising=False)
        return real(wanted, *rest, **named)

    monkeypatch.setattr(builtins, "__import__", missing)
    with pytest.raises(Unreadable, match="not installed") as raised:
        read_source(path)
    assert raised.value.hint.startswith("pip install ")


def test_a_draft_of_a_page_keeps_the_snapshot_and_names_the_page_and_what_it_left_out(
    tmp_path, capsys
):
    page = tmp_path / "page.html"
    page.write_bytes(made.html_page())
    seed = tmp_path / "seed"
    assert main(["draft", str(page), "-o", str(seed)]) == 0
    said = capsys.readouterr().err
    assert "1 banner" in said
    assert "1 footer" in said
    written = (seed / "briefing.yaml").read_text(encoding="utf-8")
    assert "page.html (html)" in written
    assert hashlib.sha256(page.read_bytes()).hexdigest() in written
    assert f"# left out, footer: “{made.PARAGRAPHS[-2]}”" in written
    snapshot = (seed / "source.txt").read_text(encoding="utf-8")
    assert snapshot == read_source(page).document.text
    assert read_briefing(seed).documents[0][1].text == snapshot


def test_several_files_of_different_formats_make_one_briefing(tmp_path):
    files = []
    for name in ("a.html", "a.docx"):
        (tmp_path / name).write_bytes(data_of(name))
        files.append(str(tmp_path / name))
    extra = tmp_path / "other.txt"
    extra.write_text(
        "A second paper. The bridge was opened in May 2011 by the two ministers.", "utf-8"
    )
    assert main(["draft", files[0], str(extra), "-o", str(tmp_path / "seed")]) == 0
    assert len(read_briefing(tmp_path / "seed").sources) == 2


def test_a_source_of_a_seed_may_be_of_any_format_and_its_hash_is_that_of_the_file(tmp_path):
    path = tmp_path / "source.html"
    path.write_bytes(made.html_page())
    document = read_seed_document(path)
    assert document.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert document.text == read_source(path).document.text
