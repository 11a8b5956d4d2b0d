"""Words and their stems: enough to tell that "opened", "opening" and "opens" are one word."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from briefbook.frozen import dataclass, unguarded

_LETTERS = r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*"
"""Letters with their accents, which files may hold as signs of their own."""
_WORD = re.compile(
    rf"[^\W_]++(?![\u0300-\u036f’'.])|(?:[A-Za-z]\.){{2,}}|{_LETTERS}(?:[’'.]{_LETTERS})*"
)
"""Most words are of the first form alone."""
_OWNER = re.compile(r"[’']s?$")

STOP_WORDS = frozenset(
    "a about above according account across after again against all also although am among amount "
    "an and another any are as at away be because been before being below between both but by came "
    "can come could did do does doing done down during each either else elsewhere ever every few "
    "for from further had has have having he her here hers him his how however i if in inside into "
    "is it its itself later least less little made make many may might mine more most much must "
    "near neither no nor not now of off often on once one only onto or other others our out outside "
    "over own page part passage per rather same say said says she should since so some source such "
    "take than that the their them then there these they thing this those though through thus to "
    "together too took toward towards under until up upon us very was way we well were what when "
    "where whether which while who whom whose why will with within without would year years yet "
    "you your".split()
)
"""Words that bear no content of their own, and those with which a briefing speaks of its source."""

_IRREGULAR = {
    form: base
    for base, forms in {
        "be": "am is are was were been being",
        "have": "has had having",
        "do": "does did done doing",
        "go": "goes went gone going",
        "say": "said", "make": "made", "take": "took taken", "come": "came", "give": "gave given",
        "get": "got gotten", "see": "saw seen", "know": "knew known", "find": "found",
        "think": "thought", "tell": "told", "become": "became", "leave": "left", "feel": "felt",
        "bring": "brought", "begin": "began begun", "keep": "kept", "hold": "held",
        "write": "wrote written", "stand": "stood", "hear": "heard", "mean": "meant",
        "meet": "met", "pay": "paid", "sit": "sat", "speak": "spoke spoken", "lie": "lay lain",
        "lead": "led", "grow": "grew grown", "lose": "lost", "fall": "fell fallen",
        "send": "sent", "build": "built", "understand": "understood", "draw": "drew drawn",
        "break": "broke broken", "spend": "spent", "rise": "rose risen", "drive": "drove driven",
        "buy": "bought", "wear": "wore worn", "choose": "chose chosen", "seek": "sought",
        "fight": "fought", "catch": "caught", "teach": "taught", "sell": "sold",
        "win": "won", "lend": "lent", "run": "ran running", "withdraw": "withdrew withdrawn",
        "uphold": "upheld", "overthrow": "overthrew overthrown", "overtake": "overtook overtaken",
        "rebuild": "rebuilt", "mislead": "misled", "withstand": "withstood", "outgrow": "outgrew outgrown",
        "shrink": "shrank shrunk", "forbid": "forbade forbidden", "withhold": "withheld",
        "deal": "dealt", "strike": "struck", "undergo": "underwent undergone",
        "overcome": "overcame", "forget": "forgot forgotten", "freeze": "froze frozen",
        "shut": "shutting", "set": "setting", "put": "putting", "cut": "cutting",
        "die": "died dying dies", "agree": "agreed agreeing agrees",
        "good": "better best", "bad": "worse worst",
        "man": "men", "woman": "women", "child": "children", "person": "people persons",
    }.items()
    for form in forms.split()
}  # fmt: skip

_LAST = frozenset("sdg")
"""Letters with which the endings of inflection end."""
_VOWEL = re.compile("[aeiouy]")
_NO_PLURAL = ("ss", "us", "is")
_SHORTEST_STEM = 3
_LONG = 5


@unguarded
@dataclass(frozen=True)
class Word:
    """A word of a text: as written, its stem, where it stands, in small letters, and whether it begins with a capital."""

    __slots__ = (
        "end",
        "is_capital",
        "lower",
        "start",
        "stem",
        "text",
    )  # there are tens of thousands

    text: str
    stem: str
    start: int
    end: int
    lower: str
    is_capital: bool


@lru_cache(maxsize=1 << 12)
def words_of(text: str) -> tuple[Word, ...]:
    """Return the words of a text in order; hyphens separate, dots inside `U.S.` do not."""
    found: list[Word] = []
    for match in _WORD.finditer(text):
        word, start = match[0], match.start()
        its_stem, lower, is_capital = _forms(word)
        found.append(Word(word, its_stem, start, start + len(word), lower, is_capital))
    return tuple(found)


@lru_cache(maxsize=65536)
def _forms(word: str) -> tuple[str, str, bool]:
    """Return what the letters of a word alone tell: most words of a text stood in another one."""
    return stem(word), word.lower(), word[0].isupper()


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return what inflection leaves of a word: `opened`, `opening`, `opens` give `open`."""
    low = without_owner(_plain(word.lower()).rstrip(".")).replace("’", "'")
    if low in _IRREGULAR:
        return _IRREGULAR[low].removesuffix("e")
    base = _without_ending(low).removesuffix("e") or low
    # "cancelled" and "cancel", "install" and "installed" meet at one l.
    return base[:-1] if base.endswith("ll") and len(base) > _LONG else base


def without_owner(word: str) -> str:
    """Return a word without the ending that makes it an owner: “Libya” of “Libya’s”."""
    return _OWNER.sub("", word) if "’" in word or "'" in word else word


def _plain(low: str) -> str:
    """Return a word without accents: Touré and TOURE are one name."""
    if low.isascii():
        return low
    return "".join(c for c in unicodedata.normalize("NFKD", low) if not unicodedata.combining(c))


_CHANGED = (("ies", "y"), ("ied", "y"), ("ying", "y"), ("sses", "ss"), ("xes", "x"))
"""Endings that change what they stand behind."""
_CHANGING = tuple(ending for ending, _ in _CHANGED)


def _without_ending(low: str) -> str:
    if low[-1:] not in _LAST:
        return low
    for ending, instead in _CHANGED if low.endswith(_CHANGING) else ():
        if low.endswith(ending) and len(low) > len(ending) + 2:
            return low[: -len(ending)] + instead
    if low.endswith("s") and not low.endswith(_NO_PLURAL) and len(low) > _SHORTEST_STEM:
        low = low[:-1]
    for ending in ("ing", "ed") if low.endswith(("ing", "ed")) else ():
        base = low.removesuffix(ending)
        if base != low and len(base) >= _SHORTEST_STEM and _VOWEL.search(base):
            is_doubled = base[-1] == base[-2] and base[-1] not in "lsz"
            return base[:-1] if is_doubled else base
    return low


_ENDING = re.compile(
    "(?:a[ln]|ial|ian|[aeiou]?tion|ion|ional|s?ment|e?ment|er|or|r|[aei]nc[ey]|[aei]nt|ive|ity|ness|[ai]ble|"
    "is[tm]|ic|ical|ful|less|ly|[ao]ry|y|i|e|ship|ised?|ized?)?"
)
_SHARED = 4


def are_kin(one: str, other: str) -> bool:
    """Tell whether two stems are of one family: `approv` and `approval`, `command`, `commander`."""
    if one == other:
        return True
    if one[:_SHARED] != other[:_SHARED]:
        return False
    shortest = min(len(one), len(other))
    same = next((at for at in range(shortest) if one[at] != other[at]), shortest)
    if same < shortest - 2:
        return False
    return all(_ENDING.fullmatch(rest) for rest in (one[same:], other[same:]))


@lru_cache(maxsize=1 << 12)
def content_words(text: str) -> tuple[Word, ...]:
    """Return the words that bear content: no stop words, no numbers, nothing of two letters."""
    return tuple(
        [
            word
            for word in words_of(text)
            if len(word.lower) > 2 and word.lower not in STOP_WORDS and not word.text[0].isdigit()  # noqa: PLR2004
        ]
    )


@lru_cache(maxsize=1 << 12)
def content_stems(text: str) -> frozenset[str]:
    """Return the stems of the words that bear content."""
    return frozenset([word.stem for word in content_words(text)])
