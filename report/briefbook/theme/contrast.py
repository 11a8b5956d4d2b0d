"""Every ink on every ground that the documents put it on, and what WCAG 2.2 AA asks of each.

1.4.3 asks 4.5:1 of text (3:1 of large text: 18 pt, 14 pt bold), 1.4.11 asks 3:1 of what must be told
apart to understand a drawing. An ink that is used for small text anywhere is held as small text.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefbook.frozen import dataclass
from briefbook.theme.deck import SHARE_INKS, SHARE_LABEL_INKS, Ink, rgb, scheme
from briefbook.theme.look import worn
from briefbook.theme.wcag import contrast
from briefbook_figures import palette

TEXT, GRAPHIC = 4.5, 3.0


@dataclass(frozen=True)
class Pair:
    """An ink on a ground; both are named by the uses that a look may say something of."""

    ink: str
    ground: str
    use: str
    """What is drawn so, in words."""
    least: float
    roles: tuple[str, ...]
    """Of a brand: those that decide it, the likelier one first."""

    @property
    def ratio(self) -> float:
        """The contrast of the two."""
        return contrast(self.ink, self.ground)

    @property
    def is_readable(self) -> bool:
        """Tell whether it is enough; told ratios are rounded down, so that none looks like enough."""
        return self.ratio >= self.least


_ROLES = {
    palette.NAVY: "primary", palette.RUST: "secondary", palette.TEAL: "tertiary",
    palette.GREEN: "success", palette.GOLD: "warning", palette.TEXT: "foreground",
    palette.TINT: "light",
}  # fmt: skip
_TEXTS = {
    palette.TEXT: "text", palette.NAVY: "titles and figures",
    palette.RUST: "numbers and the sources’ views", palette.MUTED: "sources and notes",
    palette.NOTE: "side notes", palette.GREEN: "what is computed",
}  # fmt: skip
_MARKS = {
    palette.NAVY: "the first ink of charts", palette.RUST: "the second ink of charts",
    palette.TEAL: "the third ink of charts", palette.GREEN: "a lane of timelines",
    palette.QUIET: "columns that a title does not speak of",
}  # fmt: skip


def paper_pairs() -> Iterator[Pair]:
    """Yield the pairs of the paper and of all charts, in the look that is worn."""
    ink = worn().ink
    for ground, where in ((palette.WHITE, ""), (palette.TINT, " on the ground of boxes")):
        for colour, use in _TEXTS.items():
            roles = _roles(colour, ground)
            yield Pair(ink(colour), ink(ground), f"{use}{where}", TEXT, roles)
    for colour, use in _MARKS.items():
        yield Pair(ink(colour), ink(palette.WHITE), use, GRAPHIC, _roles(colour))
    yield Pair(ink(palette.WHITE), ink(palette.NAVY), "the label of judgements", TEXT, ("primary",))
    for number, (fill, label) in enumerate(
        zip(palette.SHARE_FILLS, palette.SHARE_LABELS, strict=True), 1
    ):
        use = f"what is written on the {number}. part of a whole"
        yield Pair(ink(label), ink(fill), use, TEXT, _roles(fill, label))


def deck_pairs() -> Iterator[Pair]:
    """Yield the pairs of the slides, in the look that is worn."""
    inks = {
        Ink.TEXT: ("text", "foreground"), Ink.NAVY: ("titles", "primary"),
        Ink.RUST: ("labels and numerals", "secondary"), Ink.MUTED: ("sources and notes", "primary"),
        Ink.GREEN: ("what is computed", "success"),
    }  # fmt: skip
    for ground, where in ((Ink.WHITE, "on slides"), (Ink.TINT, "in the boxes of slides")):
        for ink, (use, role) in inks.items():
            yield Pair(rgb(ink), rgb(ground), f"{use} {where}", TEXT, (role, "light"))
        roles = ("link", "info", "primary", "light")
        yield Pair(scheme()["hlink"], rgb(ground), f"links {where}", TEXT, roles)
    cover: dict[Ink, tuple[str, tuple[str, ...]]] = {
        Ink.WHITE: ("the title of the cover", ("primary",)),
        Ink.PALE: ("the facts of the cover", ("primary",)),
        Ink.PEACH: ("the line above the cover’s title", ("primary", "secondary")),
    }
    for ink, (use, decided) in cover.items():
        yield Pair(rgb(ink), rgb(Ink.NAVY), use, TEXT, decided)
    for ink in (Ink.NAVY, Ink.RUST, Ink.TEAL, Ink.GREEN, Ink.QUIET):
        role = _DECK_ROLES.get(ink, "primary")
        yield Pair(rgb(ink), rgb(Ink.WHITE), "marks of charts on slides", GRAPHIC, (role,))
    for number, (fill, label) in enumerate(zip(SHARE_INKS, SHARE_LABEL_INKS, strict=True), 1):
        use = f"what is written on the {number}. part of a whole, on slides"
        decide = (_DECK_ROLES.get(fill, "light"), "foreground")
        yield Pair(rgb(label), rgb(fill), use, TEXT, decide)


_DECK_ROLES = {
    Ink.NAVY: "primary", Ink.RUST: "secondary", Ink.TEAL: "tertiary", Ink.GOLD: "warning",
    Ink.GREEN: "success",
}  # fmt: skip


def _roles(*colours: str) -> tuple[str, ...]:
    found = (_ROLES.get(colour, "") for colour in colours)
    return tuple(dict.fromkeys(filter(None, found))) or ("primary",)
