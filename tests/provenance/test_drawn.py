"""What pages draw is read from their operators: places, inks and kerning, whatever letters are shown."""

from briefbook.drawn import PageMarks, _marks_of_page, _operations

PAGE = rb"""/P<</MCID 0>>BDC
0.6 0.2 0 rg 0.6 Tc BT 1 0 0 1 51.138 785.66 Tm /F1+0 7.8 Tf [(9 9 m \) f)44(\()-3.5(S)] TJ ET
EMC
0 0 1 RG 0.5 w [3 2] 0 d 0 J 0 j 51.1 704.2 m 544.1 704.2 l S
BT 1 0 0 1 5 7 Tm (0 0 1 rg) Tj ET
q 1 0 0 1 2 3 cm /Im1 Do Q 10 10 m 20 10 l 20 30 l 10 30 l h f
0 0 m 1 2 3 4 5 6 c B
"""


def test_operators_have_their_operands_and_letters_are_none() -> None:
    read = [(operator, [*operands]) for operator, operands in _operations(PAGE)]
    assert (b"TJ", [[44.0, -3.5]]) in read
    assert (b"m", [b"51.1", b"704.2"]) in read
    assert (b"Tf", [b"/F1+0", b"7.8"]) in read
    assert [operands for operator, operands in read if operator == b"rg"] == [
        [b"0.6", b"0.2", b"0"]
    ]


def test_marks_tell_place_ink_and_kerning() -> None:
    assert _marks_of_page(PAGE).split("\n") == [
        "7.8 pt #993300", "text 51.1 785.7 shifted 48 tracked 0.6", "width 0.5", "line #0000FF",
        "51.1 704.2 544.1 704.2", "7.8 pt #993300", "text 5 7 tracked 0.6", "picture 1 0 0 1 2 3",
        "area #993300", "10 10 20 30", "area #993300 #0000FF", "0 0 5 6 4: 2.2 3",
    ]  # fmt: skip


def test_a_page_of_somebody_else_may_lack_a_number() -> None:
    page = PageMarks()
    page.take(b"m", [1])
    page.take(b"l", [])
    page.take(b"S", [])
    assert page.marks == []
