"""What somebody wrote into a PDF form is text of the source; an empty form is told for what it is."""

import io

from reportlab.pdfgen import canvas

from briefbook.sources.readers.pdf import read_pdf
from briefbook.sources.reading import BlockKind

PRINTED = "Application for a well in the valley, to be sent to the water board."


def form(applicant):
    out = io.BytesIO()
    page = canvas.Canvas(out)
    page.drawString(72, 760, PRINTED)
    fields = page.acroForm
    fields.textfield(name="who", tooltip="Name of the applicant", x=72, y=700, value=applicant)
    fields.textfield(
        name="sum", tooltip="Sum asked for", x=72, y=660, value="$4,500" if applicant else ""
    )
    fields.checkbox(name="new", tooltip="A new well", x=72, y=620, checked=bool(applicant))
    page.showPage()
    page.save()
    return out.getvalue()


def test_filled_fields_follow_the_text_each_with_its_name():
    read = read_pdf(form("Ana Petric"), "form.pdf")
    rows = [block.text for block in read.blocks if block.kind is BlockKind.ROW]
    assert rows == [
        "Name of the applicant | Ana Petric",
        "Sum asked for | $4,500",
        "A new well | yes",
    ]
    assert read.blocks[0].text == PRINTED
    assert read.notes == ("a form: 3 of its 3 fields are filled in, and stand after its text",)


def test_an_empty_form_is_told_as_one():
    read = read_pdf(form(""), "form.pdf")
    assert [block.text for block in read.blocks] == [PRINTED]
    assert "an empty form: none of its 3 fields is filled in" in read.notes[0]


def test_letters_of_a_tenth_of_a_point_are_read():
    out = io.BytesIO()
    page = canvas.Canvas(out)
    page.setFont("Helvetica", 0.1)
    for number in range(8):
        page.drawString(72, 700 - 0.15 * number, f"{PRINTED} Line {number}.")
    page.showPage()
    page.save()
    read = read_pdf(out.getvalue(), "small.pdf")
    assert PRINTED in " ".join(block.text for block in read.blocks)
