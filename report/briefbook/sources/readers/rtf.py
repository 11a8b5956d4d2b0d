"""RTF into blocks: the words of its paragraphs, without the tables of fonts, colours and styles."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from briefbook.errors import SourceLocation, Unreadable
from briefbook.sources.reading import CELLS, Block, BlockKind, Reading, one_line, picture_notes
from briefbook.sources.source_text import About

_TOKEN = re.compile(
    r"\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-z])|([{}])|[\r\n]+|([^\\{}\r\n]+)"
)
_SILENT = frozenset(
    "fonttbl colortbl stylesheet info pict object header headerl headerr headerf footer footerl footerr footerf "
    "themedata datastore listtable listoverridetable rsidtbl generator xmlnstbl latentstyles fldinst bkmkstart "
    "bkmkend filetbl revtbl pgdsctbl".split()
)
_LETTERS = {
    "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
    "bullet": "•", "tab": " ", "line": " ", "emspace": " ", "enspace": " ",
}  # fmt: skip
_DEEP = 500


@dataclass
class _State:
    """What holds within a group."""

    is_silent: bool = False
    skips: int = 1
    """Letters after `\\u` that stand for it in old readers."""


@dataclass
class _Walk:
    codec: str = "cp1252"
    words: list[str] = field(default_factory=list)
    cells: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    title: list[str] = field(default_factory=list)
    pictures: int = 0
    skip: int = 0

    def paragraph(self) -> None:
        """End a paragraph."""
        text = one_line("".join(self.words))
        self.words = []
        if text:
            self.blocks.append(Block(BlockKind.PARAGRAPH, text))

    def cell(self) -> None:
        """End a cell of a table."""
        self.cells.append(one_line("".join(self.words)))
        self.words = []

    def row(self) -> None:
        """End a row of a table."""
        cells, self.cells = [cell for cell in self.cells if cell], []
        if cells:
            kind = BlockKind.ROW if len(cells) > 1 else BlockKind.PARAGRAPH
            self.blocks.append(Block(kind, CELLS.join(cells)))


def read_rtf(data: bytes, name: str) -> Reading:
    """Return the blocks of a rich text; raises Unreadable when its groups stand too deep in each other."""
    text = data.decode("latin-1")
    walk = _Walk()
    if page := re.search(r"\\ansicpg(\d{3,5})", text[:4_096]):
        walk.codec = f"cp{page[1]}" if _is_known(f"cp{page[1]}") else "cp1252"
    states = [_State()]
    for token in _TOKEN.finditer(text):
        word, number, code, symbol, brace, plain = token.groups()
        if brace == "{":
            if len(states) > _DEEP:
                raise Unreadable(
                    "hundreds of groups stand in each other",
                    place=SourceLocation(name),
                    hint="save it anew as DOCX or PDF",
                )
            states.append(_State(states[-1].is_silent, states[-1].skips))
        elif brace == "}":
            states[:] = states[:-1] or [_State()]
        elif word:
            _control(walk, states[-1], word, number)
        elif symbol == "*":
            states[-1].is_silent = True
        elif not states[-1].is_silent:
            _letters(walk, code, symbol, plain)
    walk.paragraph()
    return Reading(tuple(walk.blocks), (), About(), picture_notes([""] * walk.pictures))


def _is_known(codec: str) -> bool:
    try:
        b"".decode(codec)
    except LookupError:
        return False
    return True


def _control(walk: _Walk, state: _State, word: str, number: str | None) -> None:
    if word == "pict":
        walk.pictures += not state.is_silent
    if word in _SILENT:
        state.is_silent = True
    elif word == "uc":
        state.skips = int(number or 1)
    elif state.is_silent:
        return
    elif word == "u" and number:
        walk.words.append(_letter(int(number) % 65_536))
        walk.skip = state.skips
    elif word in ("par", "sect", "page"):
        walk.paragraph()
    elif word == "cell":
        walk.cell()
    elif word == "row":
        walk.row()
    elif word in _LETTERS:
        walk.words.append(_LETTERS[word])


def _letter(code: int) -> str:
    return "" if 0xD800 <= code < 0xE000 else chr(code)  # noqa: PLR2004  halves of letters


def _letters(walk: _Walk, code: str | None, symbol: str | None, plain: str | None) -> None:
    if code:
        if walk.skip:
            walk.skip -= 1
        else:
            walk.words.append(bytes([int(code, 16)]).decode(walk.codec, "replace"))
    elif symbol:
        walk.words.append(
            {"~": " ", "_": "-", "-": "", "\n": ""}.get(symbol, symbol if symbol in "\\{}" else "")
        )
    elif plain:
        walk.words.append(plain[walk.skip :])
        walk.skip = max(0, walk.skip - len(plain))
