"""Bytes into text: what was declared, what is certain, and only then what is likely.

UTF-8 proves itself, so it comes first; a file in two encodings is read line by line.
"""

from __future__ import annotations

import codecs
import re

from briefbook.errors import SourceLocation, Unreadable, WrongUse
from briefbook.frozen import dataclass

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_HEAD = 65_536
_SAMPLE = 200_000
_MOST_CONTROLS = 0.02
_MANY_NULS = 0.2
_DECLARED = re.compile(
    rb"""<\?xml[^>]{0,100}?encoding=["']([\w.:-]{2,40})|<meta[^>]{0,200}?charset=["']?\s*([\w.:-]{2,40})""",
    re.IGNORECASE,
)
_WESTERN = "cp1252"
_BELIEVED = frozenset(
    "cp1251 koi8_r koi8_u iso8859_5 mac_cyrillic cp1253 iso8859_7 cp1255 iso8859_8 cp1256 iso8859_6 "
    "cp874 gb2312 gbk gb18030 big5 big5hkscs shift_jis cp932 euc_jp euc_kr cp949 johab".split()
)
"""What is believed when it is guessed: other scripts; code pages for Western text are cp1252 here."""
_LEAST_SEEN = 60
"""Bytes outside ASCII that a guess needs."""
_OTHER_SCRIPT = 0.1
"""Share of letters outside ASCII from which on a guess at another script is believed."""


@dataclass(frozen=True)
class Decoded:
    """A file's text and how it was read."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def decode(data: bytes, name: str, encoding: str | None = None) -> Decoded:
    """Return the text in some bytes; `encoding` overrules what they seem to be.

    Raises WrongUse when there is no such encoding, Unreadable when the bytes are no text.
    """
    if encoding:
        return Decoded(_as_told(data, name, encoding), encoding)
    for mark, marked in _BOMS:
        if data.startswith(mark):
            return _marked(data, name, mark, marked)
    wide = _wide(data)
    if wide:
        return Decoded(data.decode(wide, "replace"), wide, (f"read as {wide}: it has no mark",))
    refuse_binary(data, name)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
    declared = _declared(data)
    if declared:
        return Decoded(data.decode(declared), declared)
    return _by_line(data, line)


def refuse_binary(data: bytes, name: str) -> None:
    """Raise Unreadable when bytes hold what no text has."""
    if b"\0" in data:
        line = data.count(b"\n", 0, data.index(b"\0")) + 1
        raise Unreadable(
            "a NUL character: this is not a text file",
            place=SourceLocation(name, line),
            hint="give the document as text, HTML, Markdown, PDF, DOCX or TEI",
        )
    head = data[:_HEAD]
    controls = sum(byte < 32 and byte not in b"\t\n\x0b\x0c\r\x1b" for byte in head)  # noqa: PLR2004  ASCII
    if controls > _MOST_CONTROLS * len(head):
        raise Unreadable(
            "many control characters: this is not a text file",
            place=SourceLocation(name),
            hint="give the document as text, HTML, Markdown, PDF, DOCX or TEI",
        )


def _as_told(data: bytes, name: str, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except LookupError:
        hint = "name one that Python knows, such as utf-8, cp1252, cp1251, gb18030"
        raise WrongUse(f"--encoding: there is no “{encoding}”", hint=hint) from None
    except UnicodeError as error:
        start = getattr(error, "start", 0)
        raise Unreadable(
            f"not text in {encoding}: {getattr(error, 'reason', error)}",
            place=SourceLocation(name, data.count(b"\n", 0, start) + 1),
            hint="leave --encoding away, or name the encoding that the file has",
        ) from None
    text = text.removeprefix("\ufeff")
    if "\0" in text:
        raise Unreadable(f"NUL characters when read as {encoding}", place=SourceLocation(name))
    return text


def _marked(data: bytes, name: str, mark: bytes, encoding: str) -> Decoded:
    """Read a file that begins with a byte order mark."""
    body = data[len(mark) :] if encoding == "utf-8" else data
    try:
        text = body.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding == "utf-8":
            return _by_line(body, body.count(b"\n", 0, error.start) + 1)
        text = data.decode(encoding, "replace")
    if "\0" in text:
        raise Unreadable(
            f"a NUL character after the mark of {encoding}: this is not a text file",
            place=SourceLocation(name, text.count("\n", 0, text.index("\0")) + 1),
        )
    notes = (f"{text.count('�')} characters could not be read",) if "�" in text else ()
    return Decoded(text.removeprefix("\ufeff"), encoding, notes)


def _wide(data: bytes) -> str:
    """Return which UTF-16 bytes without a mark are; empty when they are none."""
    head = data[: _HEAD - _HEAD % 2]
    head = head[: len(head) // 2 * 2]
    if len(data) % 2 or head.count(0) <= _MANY_NULS * len(head):
        return ""
    for encoding, zeros in (("utf-16-le", head[1::2]), ("utf-16-be", head[0::2])):
        if zeros.count(0) > 2 * _MANY_NULS * len(zeros):
            text = head.decode(encoding, "replace")
            plain = sum(letter.isprintable() or letter in "\r\n\t" for letter in text)
            if plain > (1 - _MOST_CONTROLS) * len(text):
                return encoding
    return ""


def _declared(data: bytes) -> str:
    """Return the encoding that HTML or XML declares, if there is such a one and it fits."""
    found = _DECLARED.search(data[:4096])
    if not found:
        return ""
    name = (found[1] or found[2]).decode("ascii", "replace").lower()
    # What the Web calls Latin-1 has always been cp1252.
    name = _WESTERN if name in ("iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii") else name
    try:
        data.decode(name)
    except (LookupError, UnicodeError):
        return ""
    return name


def _by_line(data: bytes, line: int) -> Decoded:
    """Read as UTF-8 the lines that are, the others in the likeliest older encoding."""
    lines = data.split(b"\n")
    legacy = [part for part in lines if not _is_utf8(part)]
    is_mixed = any(not part.isascii() and _is_utf8(part) for part in lines)
    guess = _guess(b"\n".join(legacy), is_whole=not is_mixed)
    if is_mixed:
        text = "\n".join(
            part.decode("utf-8") if _is_utf8(part) else part.decode(guess, "replace")
            for part in lines
        )
        said = f"{len(legacy)} of {len(lines)} lines are not UTF-8 and were read as {guess}"
        encoding = f"utf-8 and {guess}"
    else:
        text, encoding = data.decode(guess, "replace"), guess
        said = f"not UTF-8 (line {line}): read as {guess}"
    lost = text.count("�")
    lost_note = (f"{lost:,} characters could not be read",) if lost else ()
    return Decoded(text, encoding, (f"{said}; --encoding overrules", *lost_note))


def _is_utf8(part: bytes) -> bool:
    try:
        part.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _guess(data: bytes, *, is_whole: bool) -> str:
    """Return the likeliest encoding of bytes that are not UTF-8."""
    # Whole lines, so that no letter of several bytes is cut.
    sample = data[: max(data.rfind(b"\n", 0, _SAMPLE), 0) or _SAMPLE]
    high = sum(byte > 127 for byte in sample)  # noqa: PLR2004  ASCII
    if high < max(_LEAST_SEEN, _OTHER_SCRIPT * len(sample)) or not is_whole:
        return _WESTERN
    try:
        from charset_normalizer import from_bytes
    except ModuleNotFoundError:
        return _WESTERN
    best = from_bytes(sample).best()
    return best.encoding if best and best.encoding in _BELIEVED else _WESTERN
