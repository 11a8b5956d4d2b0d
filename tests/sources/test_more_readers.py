"""E-mail, ODT, EPUB, PPTX, RTF; pictures that are told; front matter, captions, main text."""

import pytest

from briefbook.sources.formats import read_source
from tests.sources import made


@pytest.fixture
def read(tmp_path):
    def reading(name: str, data: bytes):
        path = tmp_path / name
        path.write_bytes(data)
        return read_source(path)

    return reading


def paragraphs(read) -> list[str]:
    return [p.removeprefix("• ") for p in read.document.text.rstrip("\n").split("\n\n")]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.odt", made.odt),
        ("a.epub", made.epub),
        ("a.rtf", made.rtf),
        ("a.pptx", made.deck),
        ("a.eml", made.mail),
    ],
)
def test_every_paragraph_of_the_text_is_read_once_and_in_order(name, data, read):
    got = [part for part in paragraphs(read(name, data())) if part in made.BODY]
    assert got == list(made.BODY)


@pytest.mark.parametrize(("name", "data"), [("a.odt", made.odt), ("a.epub", made.epub)])
def test_headings_and_title_are_told_apart(name, data, read):
    source = read(name, data())
    text = source.document.text
    heads = [text[h.start : h.end] for h in source.headings]
    assert heads == [made.TITLE, *made.HEADINGS.values()]
    assert source.about.title == made.TITLE


def test_dates_and_publishers_come_from_the_files_own_words(read):
    assert read("a.odt", made.odt()).about.modified == "2020-01-02"
    book = read("a.epub", made.epub()).about
    assert (book.publisher, book.published) == ("The Press", "2019-05-06")
    letter = read("a.eml", made.mail())
    assert (letter.about.title, letter.about.publisher, letter.about.published) == (
        made.TITLE, "Press Office", "2020-01-02",
    )  # fmt: skip


def test_what_a_letter_quotes_signs_and_attaches_is_told_and_no_text_of_it(read):
    letter = read("a.eml", made.mail())
    assert {part.reason for part in letter.boilerplate} >= {"quoted e-mail", "signature"}
    assert "annex.pdf" in " ".join(letter.notes)
    assert "older letter" not in letter.document.text


def test_notes_of_slides_stand_after_all_slides(read):
    got = paragraphs(read("a.pptx", made.deck(notes="The speaker says this.")))
    assert got[-1] == "The speaker says this."


def test_tables_of_an_open_document_are_rows(read):
    spaces = "urn:oasis:names:tc:opendocument:xmlns:"
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    row = (
        "<table:table-row>" + cell.format("2019") + cell.format("412 ships") + "</table:table-row>"
    )
    content = (
        f'<office:document-content xmlns:office="{spaces}office:1.0" xmlns:text="{spaces}text:1.0" '
        f'xmlns:table="{spaces}table:1.0"><office:body><office:text><table:table>{row}</table:table>'
        "</office:text></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.text"
    data = made.package(**{"mimetype": kind, "content.xml": content})
    assert paragraphs(read("a.odt", data)) == ["2019 | 412 ships"]


PICTURES = b"""<html><body><article><h1>The quay of Lissa</h1>
<p>On 4 March 2015 the second quay of Lissa was opened. The work cost $2.5 million, and the council paid for it.</p>
<figure><img src="map.png" alt="Map"><figcaption>Map 1. The second quay lies east of the town.</figcaption></figure>
<p>In 2016 a crane was bought for $300,000. On 5 May 2017 the first container ship came in, and many followed it.</p>
<figure><svg width="10" height="10"></svg><figcaption>Figure 2. Ships per year, 2014 to 2018.</figcaption></figure>
</article></body></html>"""


def test_pictures_are_counted_and_named_and_captions_are_no_statements(read):
    page = read("a.html", PICTURES)
    [note] = [note for note in page.notes if "not read" in note]
    assert note.startswith("2 pictures are not read")
    assert "The second quay lies east" in note
    captions = [part for part in page.boilerplate if part.reason == "caption of a picture"]
    text = page.document.text
    assert [text[part.start : part.end] for part in captions] == [
        "Map 1. The second quay lies east of the town.",
        "Figure 2. Ships per year, 2014 to 2018.",
    ]


def test_a_story_beside_the_main_text_stays_for_quoting_and_is_marked(read):
    story = "".join(
        f"<p>The council met for the {n}th time this year and spoke at length about the harbour and its ships.</p>"
        for n in range(4, 16)
    )
    other = (
        "<div><h3>Latest stories</h3>"
        + "".join(
            f"<div><a href='/{n}'>Storm hits island number {n} again</a></div>" for n in range(9)
        )
        + "</div>"
    )
    page = read(
        "a.html",
        f"<html><body><div>{other}</div><article><h1>Harbour</h1>{story}</article></body></html>".encode(),
    )
    assert "The council met for the 9th time" in page.document.text
    marked = " ".join(part.text for part in page.boilerplate)
    assert "Storm hits island number 3" in marked
    assert "The council met" not in marked


@pytest.mark.parametrize(
    ("front", "title"),
    [
        (
            '---\ntitle: "A visit to Nguyen Phu Trong \\\n  and others"\ndate: 2023-09-10\n---\n',
            "A visit to Nguyen Phu Trong and others",
        ),
        ('+++\ntitle = "Tolls"\ndate = 2023-09-10\n+++\n', "Tolls"),
        (
            '{"title": "The Government\u2019s aid", "date": "2023-09-10"}\n',
            "The Government\u2019s aid",
        ),
        ("layout: country\ntitle: Tolls\ndate: 2023-09-10\n", "Tolls"),
    ],
)
def test_front_matter_is_read_by_its_grammar_and_never_printed(front, title, read):
    page = read("a.md", f"{front}\nThe toll was doubled in 2019.\n".encode())
    assert page.about.title == title
    assert page.about.published == "2023-09-10"
    assert paragraphs(page) == ["The toll was doubled in 2019."]


def test_stars_escapes_and_shortcodes_are_never_printed(read):
    text = '-   **New partnership:  **The fund gave \\*ten\\* ships.\n\n{{< figure src="a.jpg" >}}\n\nIt&#8217;s __done__ now.\n'
    got = paragraphs(read("a.md", text.encode()))
    assert got == ["New partnership: The fund gave *ten* ships.", "It\u2019s done now."]
