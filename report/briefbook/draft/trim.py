"""Sentences in fewer words, by leaving words out and never by changing any.

A cut is made only where what is left says the same: before a relative clause, a second main
clause, a list of examples. Where the rest would turn the meaning (not, but, unless, according to),
or nothing whole is short enough, there is no short form: a whole clause or nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefbook.draft.cues import CONNECTIVE
from briefbook.language.en.dates import find_dates
from briefbook.language.en.negation import NEGATION
from briefbook.language.en.numbers import find_numbers

LEAST_WORDS = 5
_LEAST_DATED = 3
"""Words of what is left of a sentence without its date: `The work began`."""

_CUT = re.compile(
    r"\s?[,;–—]\s(?=(?:which|who|whom|whose|where|while|including|such as|as well as|and|with|"
    r"as|making|giving|providing|allowing|bringing|for example|in order to|so that|namely|"
    r"followed by|capable of|particularly|especially|mainly)\b)|;\s|\s(?=(?:in order to|so that|as well as|"
    r"with the aim of|for example)\b)|\s(?=by [a-z]+ing\b)|(?:(?<=\d)|(?<=illion)|(?<=thousand))\s(?=to "
    r"(?:build|rebuild|help|improve|support|fund|finance|develop|expand|provide|strengthen|reduce|buy|train|repair|"
    r"restore|create|protect|pay for|upgrade|moderni[sz]e|construct|connect|promote|establish|address|implement|carry out)\b)|\s(?=to (?:discuss|mark|review|consider|examine|"
    r"celebrate|debate)\b)|,\s(?=\w+ing\b)|\s[–—]{1,2}\s|\s--\s|:\s"
)
_BESIDE = re.compile(
    r",\s(?=(?:and |but )?(?:up|down|\d[\d.,]*%?(?: (?:percentage points|points|per ?cent|thousand|million|billion))?[\w ]{0,12} (?:lower|higher|more|fewer|less|up|down))\b)"
    r"|,\s(?=(?:after|following) [^,]+$)"
    r"|,\s(?=\d+ (?:years?|months?|weeks?|days?|hours?) (?:after|since|before)\b)"
)
"""A comparison, or what came before: whatever it says, the clause in front of it holds."""
_APPOSED = re.compile(
    r",\s(?=(?:an?|the)(?: (?!(?:and|or|is|are|was|were|has|have|had|will|would|said|says)\b)[\w’'-]+){2,14}$)"
)
"""What a thing is, behind its name at the end of a sentence: …, a widely used remote access solution."""
_GIVEN = re.compile(
    r"(?<=[$€£]).*\b(?:grants?|awards?|loans?|contracts?|donations?|fund(?:ing|s)?)\b.{0,70}?(?P<cut>\sto (?:create|build|help|support|fund|develop|expand|provide|improve|establish|finance|test)\b)"
)
"""What money is given for, behind whom it is given to."""
_TURNS = re.compile(
    r"\b(?:not|no|never|none|nor|neither|but|unless|if|only|until|except|without|although|though|"
    r"despite|however|provided that|subject to|rather than|instead|cannot|fail\w*|refus\w*|"
    r"reject\w*|according|said|says?|claim\w*|argu\w*|alleg\w*|report\w*|believ\w*|expect\w*|"
    r"plan\w*|propos\w*|would|could|may|might|or|hardly|yet|so far|partly|almost)\b|n[’']t\b",
    re.IGNORECASE,
)
"""What a cut-off part may not hold: it would turn what stands before it."""
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|must|should|do|does|did|"
    r"became|began|gave|made|took|met|led|sent|built|held|rose|fell|grew|won|said|says|told|"
    r"wrote|spoke|paid|brought|came|comes|went|goes|left|lost|kept|set|put|cut|saw|sold|bought|"
    r"thought|found|felt|fought|got|knew|ran|runs|stood|stands|spent|withdrew|drew|broke|chose|"
    r"drove|froze|showed|sought|taught|won|overtook|arose|lay|lies|serves?|agrees?|holds?|finds?|"
    r"remains?|supports?|provides?|includes?|continues?|plays?|gives?|leads?|shows?|produces?|"
    r"hosts?|seeks?|describes?|calls?|(?:is|are|was|were|has|have|had|wo|would|ca|could|must|should|do|does|did)n[’'](?=t\b))\b|(?<![-\w])[a-z]{2,}(?:ed|ied)\b"
)
_DEPENDENT = re.compile(
    r"^(?:If|Unless|While|Although|Though|When|Because|As|Since|In|On|At|With|Within|During|"
    r"After|Before|By|For|From|Under|Despite|Following|Through|Starting|According|To|Of|Among|"
    r"Until|Over|Between)\b"
)
"""A beginning whose first comma does not end a main clause."""
_RELATIVE = re.compile(r"(?:which|who|whom|whose|where|including|such as|as well as)\b")
_PARENTHESIS = re.compile(r"\s?\([^()]{1,80}\)")
_DANGLING = re.compile(
    r"(?:\s(?:the|a|an|of|in|on|at|to|for|from|by|with|and|or|as|its|their|his|her|that|which|"
    r"is|are|was|were|has|have|be|been|not|no|more|than|about|under|over|between|into|this|U\.S\.|"
    r"namely|because|as well|mainly|such|so|also|while|who|where|when|being|having|both|mainly|"
    r"including|would|will|can|could|may|might|shall|should|must|do|does|did|had|if|until))+$",
    re.IGNORECASE,
)
_THAT = re.compile(
    r"\b(?:that|whether|how) (?P<rest>(?:(?:the|an?|its|their|this|these|all) )?[^,;:]*)$"
)
"""The last clause of a beginning that a cut would leave: it needs a verb, too."""
_DASH = re.compile(r"—|\s–\s|\s--\s")
_HANGING = re.compile(
    r"\b(?:is|are|was|were|be|been|include[sd]?|including|following|follows|namely|as|and|or|of|the|to|that|"
    r"said|says|added|adds|commented|noted|notes|stated|states|explained|concluded|remarked|warned|declared|no different)$",
    re.IGNORECASE,
)
"""What announces the part that a cut would take away: the countries are:"""
_FORMAL = (
    (re.compile(r"\bthe Republic of (?!Korea|China|Congo|the Congo|Ireland)(?=[A-Z])"), ""),
    (re.compile(r"\bthe United States of America\b"), "the United States"),
    (re.compile(r" Extraordinary and Plenipotentiary\b"), ""),
)
"""Parts of full names that are left out first."""
_LIST_WORDS = 4
"""A stretch between commas of up to so many words, without a verb, is an item of a list."""
_CLOSE = re.compile(r"(?:(?<![A-Z]\.[A-Z])\.|[\s,;:–—-])+$")
"""What a text loses at its end; the last point of U.S. stays."""
_DATE_HEAD = re.compile(r"^(?:On|In|By|During|Starting (?:from|in))\s+$")
_DATE_TAIL = re.compile(r",?\s+(?:on|in|of|dated|during)\s+$")
_OPENERS = frozenset("the a an this that in on at it its".split())


def shorten(sentence: str, most: int) -> str:
    """Return a sentence in at most `most` letters, without a full stop; empty where nothing whole fits.

    Only words of the sentence are used, in its order. Nothing is ever cut off in the middle: what
    is left is a clause that stands alone and means what it meant in the whole.
    """
    for text in _forms(sentence):
        if len(text) <= most and text.count("“") == text.count("”"):
            return text
    lean = _lean(sentence)
    denials = len(NEGATION.findall(lean))
    for text in _said(lean):
        if len(text) <= most and len(NEGATION.findall(text)) == denials:
            return text
    return ""


TAIL = re.compile(
    r",\s(?P<said>(?P<who>(?:the |an? )?(?:[A-Z][\w’'.&-]*|[a-z][\w’'-]*)(?: (?:[A-Z][\w’'.&-]*|[a-z][\w’'-]*)){0,5}) "
    r"(?:said|says|announced|reported|stated|confirmed|warned))(?: (?:in|on|at|today|yesterday|late|through|via|to)\b[^,;“”\"]{0,60})?\.?$"
)
"""Two people were hurt, the police said in a statement on Wednesday."""
_TURNED = re.compile(
    r",\s(?P<said>(?:reports?|reported|said|says|writes|wrote) (?P<who>(?:the )?[A-Z][\w’'&-]*(?: [A-Z][\w’'&-]*){0,4}))\.?$"
)
"""… between 2009 and 2018, reports Reuters."""


def said_behind(text: str) -> re.Match[str] | None:
    """Return the words behind a statement that name who says it, as `who` and `said`."""
    return TAIL.search(text) or _TURNED.search(text)


_SAYS_THAT = re.compile(
    r"\b(?:found|finds|sa(?:id|ys)|stated?s?|reported|not(?:ed|es)|concluded?s?) that "
)


_QUOTED = re.compile(r"(?P<words>[A-Z][^“”]{20,}?)[,.!]?”\s")
"""The end of a quotation, before the words that name its speaker."""
_LED = re.compile(r"[:,]\s“(?P<words>[A-Z][^“”]{20,})”?$")
"""A quotation behind the words that name its speaker."""


def _said(text: str) -> Iterator[str]:
    """Yield what a sentence says that somebody says: its statement is a view, and names the voice."""
    quoted = _QUOTED.match(text)
    if quoted and '"' not in quoted["words"]:
        yield quoted["words"]
    if tail := said_behind(text):
        yield text[: tail.start()]
    if led := _LED.search(text):
        yield led["words"].rstrip(".,")
    match = _SAYS_THAT.search(text)
    if match and not re.search(r"\bden(?:y|ies|ied)\b", text[: match.start()]):
        yield upper_first(text[match.end() :])


def has_verb(text: str) -> bool:
    """Tell whether a text has a verb that these rules know: else it is a label, not a sentence."""
    return _VERB.search(text) is not None


def starts_with_verb(text: str) -> bool:
    """Tell whether a text begins with a verb that these rules know."""
    return _VERB.match(text) is not None


def clipped(text: str, most: int) -> str:
    """Return a name in so many letters, whole words, without a mark: nothing is asserted by it."""
    words = " ".join(text.split())
    if len(words) <= most:
        return words
    head = words[: most + 1].rsplit(" ", 1)[0] if " " in words[: most + 1] else words[:most]
    return _DANGLING.sub("", _CLOSE.sub("", head))


def without_date(text: str) -> str:
    """Return an event's words without its date where the date stands at either end."""
    bare = _CLOSE.sub("", text.strip())
    dates = find_dates(bare)
    if not dates:
        return bare
    head, tail = dates[0], dates[-1]
    if _DATE_HEAD.match(bare[: head.start]):
        rest = bare[head.end :].lstrip(" ,")
        if len(rest.split()) >= _LEAST_DATED:
            return upper_first(rest)
    if tail.end == len(bare) and (match := _DATE_TAIL.search(bare[: tail.start])):
        rest = bare[: match.start()]
        if len(rest.split()) >= _LEAST_DATED:
            return rest
    return bare


def upper_first(text: str) -> str:
    """Return a text with its first letter as a capital."""
    return text[:1].upper() + text[1:]


def lower_first(text: str) -> str:
    """Return a text as it goes on after other words: articles and the like lose their capital."""
    first = text.split(" ", 1)[0]
    return text[:1].lower() + text[1:] if first.lower() in _OPENERS else text


def _bare(sentence: str) -> str:
    text = CONNECTIVE.sub("", sentence)
    return _CLOSE.sub("", upper_first(text) if text != sentence else text)


def _forms(sentence: str) -> Iterator[str]:
    """Yield ever shorter forms that say nothing else."""
    whole = _CLOSE.sub("", sentence)
    yield whole
    bare = _bare(sentence)
    yield bare
    yield _PARENTHESIS.sub(_kept_parenthesis, bare)
    lean = _lean(sentence)
    yield lean
    cuts = sorted({m.start() for rule in (_CUT, _BESIDE, _APPOSED) for m in rule.finditer(lean)})
    if given := _GIVEN.search(lean):
        cuts = sorted({*cuts, given.start("cut")})
    for at in reversed(cuts):
        if _holds(lean[:at], lean[at:]):
            yield _CLOSE.sub("", lean[:at])


def _lean(sentence: str) -> str:
    """Return a sentence without what never changes its meaning."""
    lean = _PARENTHESIS.sub(_kept_parenthesis, _bare(sentence))
    lean = _DASHED.sub(lambda m: m[0] if _LIMITS.search(m[0]) else " ", lean)
    for pattern, rest in _FORMAL:
        lean = upper_first(pattern.sub(rest, lean))
    return lean


_DASHED = re.compile(r" [–—] (?:which|who|whose|where)\b[^–—.;]{5,140} [–—] ")
"""The office – which relies on gifts – asked for more: what stands between dashes says something else."""
_LIMITS = re.compile(r"\d|\b(?:not|no|never|unless|if|but|except|only|without)\b")
"""What such words may not lose: a figure, or what limits the statement."""


def _kept_parenthesis(match: re.Match[str]) -> str:
    """Keep what a parenthesis may not lose: figures and what turns the meaning."""
    words = match[0]
    return words if re.search(r"\d", words) or _TURNS.search(words) else ""


def _holds(head: str, tail: str) -> bool:
    """Tell whether a sentence's beginning stands alone and means what it meant in the whole."""
    is_turned = _TURNS.search(tail) is not None and _BESIDE.match(tail) is None
    if len(head.split()) < LEAST_WORDS or is_turned or _is_inside(head, tail):
        return False
    main = head
    if _DEPENDENT.match(head):
        _, comma, main = head.partition(", ")
        while comma and _RELATIVE.match(main):  # what is said of the beginning is no main clause
            _, comma, main = main.partition(", ")
        if not comma:
            return False
    if _HANGING.search(head):
        return False
    if (clause := _THAT.search(head)) and not _VERB.search(clause["rest"]):
        return False
    is_open = main.count("(") != main.count(")") or main.count("“") != main.count("”")
    is_open = is_open or main.count('"') % 2 == 1 or _is_between_dashes(head, tail)
    is_pair = re.search(r"\b(?:both|either|between|neither)\b", main) is not None
    return not (is_open or is_pair or _is_list(head, tail)) and _VERB.search(main) is not None


def _is_between_dashes(head: str, tail: str) -> bool:
    """Tell whether a cut would fall between two dashes: challenges—in collecting, sharing—have hindered."""
    return len(_DASH.findall(head)) % 2 == 1 and _DASH.search(tail.lstrip("—– ")) is not None


_AIM = re.compile(
    r"[,\s]*with (?:the (?:aim|goal|purpose|help|support|assistance)|a view|assistance|support|help)\b"
)
"""What follows a clause and is no item of its list."""


def _is_list(head: str, tail: str) -> bool:
    """Tell whether a cut would take the last items of a list and leave the others."""
    if not re.match(r"[,\s]*(?:and|or|as well as|with|while)\b", tail):
        return False
    if _AIM.match(tail):
        return False
    last = re.split(r"[,;:]\s", head)[-1]
    clause = re.split(r"[,;:]\s", tail.lstrip(", "))[0]
    is_item = last is not head and len(last.split()) <= _LIST_WORDS
    return is_item or _VERB.search(clause) is None


def _is_inside(head: str, tail: str) -> bool:
    """Tell whether a cut would fall inside a date or a number."""
    at, whole = len(head), head + tail
    spans = [(found.start, found.end) for found in find_dates(whole)]
    spans += [(found.start, found.end) for found in find_numbers(whole)]
    return any(start < at < end for start, end in spans)


_INNER_QUOTES = str.maketrans({"“": "‘", "”": "’"})


def in_quotes(text: str) -> str:
    """Return a text in quotation marks, its own ones made inner ones; of a quotation's end, its beginning."""
    if text.count("”") > text.count("“"):
        return f"“{text}"
    if text.startswith('"') and text.count('"') == 2:  # noqa: PLR2004  marks that a typewriter has
        text = text[1:-1] if text.endswith('"') else text.replace('"', "‘", 1).replace('"', "’", 1)
    unclosed = "’" * (text.count("“") - text.count("”"))
    return f"“{text.translate(_INNER_QUOTES)}{unclosed}”"
