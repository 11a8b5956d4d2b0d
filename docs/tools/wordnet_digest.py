"""Make the digest of WordNet that the checks read: wordnet_digest.py DICT, the folder of WordNet's data files.

One line a stem, in the order of its bytes: the stem, its senses, broader or neighbouring senses, stems of
its family, stems of its opposites. Only words of one piece are kept, and the first senses of each part of
speech: rare ones would make everything a synonym of everything.
"""

import re
import sys
from collections import defaultdict
from pathlib import Path

from briefbook.language.en.stemmer import stem

OUT = Path(__file__).parents[2] / "report/briefbook/language/en/data/wordnet.tsv"
PARTS = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
SENSES = {"n": 3, "v": 5, "a": 3, "r": 2}
"""First senses of a word that count, by part of speech."""
BROADER = frozenset(("@", "@i", "&", "$"))
TOO_BROAD = 90
"""A sense with more words and narrower senses than this says too little: act, person, thing."""
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"

Sense = tuple[str, str]
Pointer = tuple[str, Sense, int, int]


def hexadecimal(digits: str) -> int:
    """Return a number of WordNet's files."""
    return int(digits, base=16)


def read_senses(folder: Path) -> dict[Sense, tuple[list[str], list[Pointer]]]:
    """Return the words and pointers of every synonym set."""
    found = {}
    for name, part in PARTS.items():
        for line in (folder / f"data.{name}").read_text("latin-1").splitlines():
            if line.startswith(" "):
                continue
            fields = line.partition("|")[0].split()
            count = hexadecimal(fields[3])
            words = [re.sub(r"\(.*", "", fields[4 + 2 * at].lower()) for at in range(count)]
            at = 5 + 2 * count
            pointers = []
            for _ in range(int(fields[at - 1])):
                sign, offset, other, ends = fields[at : at + 4]
                target = ("a" if other == "s" else other, offset)
                pointers.append((sign, target, hexadecimal(ends[:2]), hexadecimal(ends[2:])))
                at += 4
            found[part, fields[0]] = words, pointers
    return found


def read_index(folder: Path) -> dict[str, list[Sense]]:
    """Return the first senses of each word, the usual ones first."""
    found: dict[str, list[Sense]] = defaultdict(list)
    for name, part in PARTS.items():
        for line in (folder / f"index.{name}").read_text("latin-1").splitlines():
            fields = line.split()
            if line.startswith(" ") or not re.fullmatch(r"[a-z]{3,}", fields[0]):
                continue
            skipped = 4 + int(fields[3]) + 2
            found[fields[0]] += [(part, offset) for offset in fields[skipped:][: SENSES[part]]]
    return found


def number(value: int) -> str:
    """Return a number in few characters."""
    digits = ""
    while value or not digits:
        value, rest = divmod(value, len(DIGITS))
        digits = DIGITS[rest] + digits
    return digits


def main() -> None:  # noqa: C901  one pass over the words
    """Write the digest."""
    folder = Path(sys.argv[1])
    senses, index = read_senses(folder), read_index(folder)
    narrower: dict[Sense, int] = defaultdict(int)
    for _, pointers in senses.values():
        for sign, target, _, _ in pointers:
            if sign in BROADER:
                narrower[target] += 1
    names: dict[Sense, str] = {}
    rows: dict[str, tuple[set[str], ...]] = defaultdict(lambda: (set(), set(), set(), set()))

    def name(sense: Sense) -> str:
        return names.setdefault(sense, number(len(names)))

    for word, own in sorted(index.items()):
        row = rows[stem(word)]
        for sense in own:
            words, pointers = senses[sense]
            row[0].add(name(sense))
            for sign, target, mine, other in pointers:
                if sign in BROADER and narrower[target] <= TOO_BROAD:
                    row[1].add(name(target))
                is_own = mine and words[mine - 1] == word
                if is_own and sign in ("+", "\\", "!"):
                    linked = senses[target][0][other - 1]
                    if re.fullmatch(r"[a-z]{3,}", linked) and stem(linked) != stem(word):
                        row[3 if sign == "!" else 2].add(stem(linked))
    lines = sorted(
        "\t".join((key, *(" ".join(sorted(cell)) for cell in row))).encode()
        for key, row in rows.items()
    )
    OUT.write_bytes(b"\n".join(lines) + b"\n")


if __name__ == "__main__":
    main()
