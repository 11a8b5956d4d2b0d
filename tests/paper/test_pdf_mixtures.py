"""Whatever mixture of blocks a plan holds, its pages are sound."""

import io
from itertools import pairwise
from random import Random

import pikepdf
import pytest

from briefbook.paper import plan
from briefbook.paper.pdf import render_pdf
from briefbook.paper.pdf.blocks import Blocks
from briefbook.paper.pdf.pages import lay_out
from briefbook.pdf.structure import Element
from briefbook.text import Citation, Inline, Link, Run, StatementType, Style, Tag, Text
from briefbook.theme import paper as theme
from briefbook_figures.display_list import DisplayList
from briefbook_figures.spec import Shape
from tests.paper import plans
from tests.paper.readback import ownership_faults
from tests.tools import page_validation

A4 = theme.PAGE_SIZES["A4"]
WORDS = (
    "a the bridge of Tajikistan counter-narcotics 1992–2010 $16.5 million U.S. “quoted” "
    "overwhelmingly internationalisation 5 May and Северный & <b>"
).split()


class Mixer:
    """Makes plans by chance, the same ones for the same seed."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)  # noqa: S311  repeatable on purpose
        self._made = 0

    def paper(self) -> plan.Paper:
        blocks = [self.block() for _ in range(self._random.randint(1, 20))]
        entries = tuple(
            plan.EvidenceEntry(n, f"e{n}", "¶ 1", self.phrase(20), self.chance(0.5))
            for n in range(1, 6)
        )
        opening = [plans.OPENING] if self.chance(0.5) else []
        return plans.paper(*opening, *blocks, plan.Evidence("", entries))

    def block(self) -> plan.Block:
        self._made += 1
        makers = (
            self.heading, self.quotation, self.computation, self.judgement, self.exhibit,
            self.table, self.chronology, self.notice, self.source_note, self.lead, self.pinned,
            self.paragraph, self.paragraph, self.paragraph, plan.NewPage,
        )  # fmt: skip
        return self._random.choice(makers)()

    def chance(self, share: float) -> bool:
        return self._random.random() < share

    def phrase(self, most: int) -> str:
        return " ".join(self._random.choices(WORDS, k=self._random.randint(1, most)))

    def text(self, most: int) -> Text:
        parts: list[Inline] = [Run(self.phrase(3) + " ")]
        for _ in range(self._random.randint(0, most)):
            kind = self._random.choice(list(StatementType))
            address = "https://e.org/" + "p/" * self._random.randint(1, 30)
            rare: tuple[Inline, ...] = (
                Citation(self._random.randint(1, 5)),
                Tag(kind, is_flag=self.chance(0.3)),
                Link(address, "https://e.org"),
                Run(f" {self.phrase(3)} ", self._random.choice(list(Style))),
            )
            parts.append(
                self._random.choice(rare) if self.chance(0.15) else Run(self.phrase(2) + " ")
            )
        return tuple(parts)

    def notes(self) -> tuple[plan.SideNote, ...]:
        count = self._random.choice((0, 0, 0, 1, 1, 2))
        return tuple(plan.SideNote(self.phrase(3), self.text(30)) for _ in range(count))

    def heading(self) -> plan.Heading:
        level = 1 if self.chance(0.5) else 2
        number = self._random.choice(("", "1"))
        anchor = f"h{self._made}"
        return plan.Heading(
            self.phrase(14), anchor, level, number, on_new_page=self.chance(0.2)  # type: ignore[arg-type]
        )  # fmt: skip

    def paragraph(self) -> plan.Paragraph:
        return plan.Paragraph(self.text(self._random.choice((1, 8, 40, 150))), self.notes())

    def lead(self) -> plan.Lead:
        return plan.Lead(self.text(20))

    def quotation(self) -> plan.Quotation:
        return plan.Quotation(self.phrase(2), self.text(45), self.text(8), self.notes())

    def computation(self) -> plan.Computation:
        lines = tuple(self.text(4) for _ in range(self._random.randint(1, 4)))
        return plan.Computation(self.phrase(2), lines, self.text(9), self.notes())

    def judgement(self) -> plan.Judgement:
        return plan.Judgement(self.phrase(2), self.text(40), self.notes())

    def exhibit(self) -> plan.Exhibit:
        height = self._random.choice((60, 172, 268, 400))
        picture = DisplayList(493, height, plans.AMOUNTS.marks)
        return plan.Exhibit(
            f"Exhibit {self._made}", self.text(5), self.phrase(4), picture, "Alternative text.",
            self.text(20), f"x{self._made}",
        )  # fmt: skip

    def table(self) -> plan.Table:
        count = self._random.randint(1, 5)
        columns = tuple(
            plan.Column(
                self.phrase(2), 493 / count, "decimal" if self.chance(0.3) else "left", n == 0,
                self.chance(0.2), self.chance(0.2),
            )
            for n in range(count)
        )  # fmt: skip
        rows = tuple(self.row(count) for _ in range(self._random.choice((1, 2, 5, 30, 80))))
        label = self._random.choice(("", f"Table {self._made}"))
        return plan.Table(
            columns, rows, f"t{self._made}", label, self.text(4), self.phrase(4), self.text(9),
            is_compact=self.chance(0.4),
        )  # fmt: skip

    def row(self, count: int) -> plan.Group | plan.Row:
        if self.chance(0.15):
            return plan.Group(self.phrase(3))
        return plan.Row(
            tuple(
                self.text(self._random.choice((2, 2, 2, 30))) if self.chance(0.9) else ()
                for _ in range(count)
            )
        )

    def chronology(self) -> plan.Chronology:
        return plan.Chronology(
            tuple(
                plan.ChronologyEntry("1992", self._random.choice(list(Shape)), self.text(8))
                for _ in range(self._random.randint(1, 50))
            )
        )

    def notice(self) -> plan.Notice:
        return plan.Notice(self.phrase(3), self.text(40))

    def source_note(self) -> plan.SourceNote:
        return plan.SourceNote(self.text(30))

    def pinned(self) -> plan.PinToFoot:
        return plan.PinToFoot((self.notice(),))


@pytest.mark.parametrize("seed", range(24))
def test_no_mixture_breaks_the_layout(seed):
    paper = Mixer(seed).paper()
    layout = lay_out(Blocks(Element("Document")).items(paper.blocks), A4)
    for page in layout.pages:
        notes = [placed for placed in page.placed if placed.x > A4.left + theme.MAIN_WIDTH]
        for placed in page.placed:
            assert placed.y >= A4.first_top - 4
            assert placed.y + placed.box.height <= A4.bottom + 0.1
        for above, below in pairwise(notes):
            assert below.y >= above.y + above.box.height + theme.NOTE_GAP - 0.1


@pytest.mark.parametrize("seed", range(8))
def test_no_mixture_breaks_the_standards(seed, tmp_path):
    data = render_pdf(Mixer(seed).paper())
    with pikepdf.open(io.BytesIO(data)) as opened:
        assert ownership_faults(opened) == []
    file = tmp_path / "paper.pdf"
    file.write_bytes(data)
    assert page_validation(file, "ua1") == page_validation(file, "3a") == []
