"""Whether a sentence judges: its main clause does, by a word of judging about its subject.

A judging word that only tells things apart makes no view: “poor households”, “patients of the clinic”, “housing that is
inadequate”, “strong passwords”, the title of a programme, what a study was to find out. Loaded words judge wherever
they stand; plain ones only where something is said to be so, or where a verb gives them weight.
"""

from __future__ import annotations

import re

_OWED = (
    "debts?|loans?|balances?|sums?|claims?|warrants?|payments?|bills?|invoices?|fees?|fines?|taxes|dues|rents?|amounts?|totals?|arrears|interest|principal|"
    "credits?|bonds?|notes|mortgages?|obligations?|liabilit(?:y|ies)|shares?|stock|securities|options|orders?|deliver(?:y|ies)|instal+ments?|contributions?|charges?|"
    "issues?|questions?|matters?|items?|points?|problems?|disputes?|cases?|requests?|applications?|complaints?|recommendations?|actions?|tasks?|permits?|ballots?|"
    "reports?|documents?|arrests?|rest|remainder|portion|part|half|share"
)
"""What may still be owed or to be done: outstanding debts are large or small and not good."""
_LINKS = "at|as|in|on|for|to|from|by|since|and|or|under|with|of|against|until|after|before|was|were|is|are|had|has"
"""What follows where something stood out still: loans outstanding at the end of May."""
_LOADED = re.compile(
    r"\b(?:excellent|exemplary|remarkabl[ey]|impressive(?:ly)?|disappointing(?:ly)?|regrettabl[ey]|unfortunate(?:ly)?|fortunate(?:ly)?|"
    rf"outstanding(?= [a-z])(?! (?:\w+[ -]){{0,2}}(?:{_OWED})\b)(?! (?:{_LINKS})\b)|(?<=[a-z]ly )outstanding|"
    r"arguabl[ey]|obviously|undoubtedly|no doubt|indispensable|alarming(?:ly)?|shameful(?:ly)?|disastrous(?:ly)?|"
    r"unprecedented|unrealistic(?:ally)?(?! (?:high|low|large|small))|rightly|wrongly(?! \w+ed\b)|one-sided|scanty|quip|timid|staunch|steadfast|"
    r"bridges to nowhere|(?:some|little) truth|mixed results?|unfailing(?:ly)?|unfettered|simply wanting|intense corruption|"
    r"stymie[sd]?|bad relations|undemocratic|money-making|broad-based|fruitful|cornerstone|shows? (?:some )?promise|some promise|"
    r"real contribution|strong supporter|(?:has|have) been a strong|fully approves|limit to what|there is a limit|"
    r"urgent need|(?:urgently|badly|sorely) needed|long overdue|chronic (?:shortages?|neglect|mismanagement|failures?|delays?|lack|underfunding)|"
    r"mere(?:ly)?|hardly(?! any\b)|very little|effectively developing|benefit(?:s|ed)? greatly|"
    r"best (?:seen|described|understood)|has more to do with|(?:in (?:our|my) view)|more importantly|importantly,|a shame\b|simply (?:can|could|do|does|did|is|are|was|not)\b|"
    r"the (?:best|better|worst|right|wrong) \w+ (?:is|was|would be) to|(?:this|these|such an?) (?:important|vital|crucial|terrible|historic|welcome)|"
    r"(?:actions?|steps?|efforts?|work|measures|reforms?|attention|changes?) (?:is|are) (?:\w+ )?(?<!not )needed|"
    r"must overcome|questionable|tactical|ought to|should have (?:been|done|made|known|seen|gone|kept|begun|\w+ed))\b",
    re.IGNORECASE,
)
"""What has no other use than to judge."""

_VERBS = re.compile(
    r"\b(?:(?:does not |do not |would |did not )?seems?\b(?! to have been)|appears? to\b(?! (?:float|move|stand|hang|hover|glow))|stands? out|"
    r"failed to\b(?! (?:pass|reach|win|attend|appear|agree|return|pay|file|stop|arrive|ratify|vote|meet the deadline))|"
    r"deserves?|neglects?|undermines?|is thrilled|leaves? much to be desired|falls? short|"
    r"(?:is|are|am|remains?) (?:\w+ly )?(?:concerned (?:about|that|by|at)|proud|grateful|thrilled|delighted|pleased|honou?red))\b",
    re.IGNORECASE,
)
"""Verbs by which somebody judges; what a rope appears to do in the air is seen."""

_BOASTS = re.compile(
    r"\b(?:(?:improved?|improves|improving|developed|develops|deepened|strengthened|worsened|deteriorated|flourished|suffered) (?:very )?(?:considerably|significantly|greatly|dramatically|markedly|remarkably|immensely|enormously)|"
    r"(?:quickly|readily|eagerly|reluctantly|promptly) (?:agreed|accepted|embraced|offered|gave in)|reduces? the (?:danger|threat)|"
    r"(?:has|have|had) more than (?:doubled|tripled|quadrupled)|(?:steps?|efforts|gains|progress|improvements?) [^.;]{0,60}\boffset by)\b(?![^.]*(?:\d ?%|percent|[$€£]|illion|\b(?:by|to|from) \d))",
    re.IGNORECASE,
)
"""How much better, readily or more, where no figure says how much."""
_CLEARLY = re.compile(
    r"(?:^|[;,] |\band )(?:quite )?clearly,|\bclearly (?:is|are|was|were|has|have|had|do|does|did|not|shows?|demonstrates?|needs?|fails?|lacks?)\b|"
    r"\b(?:is|are|was|were) clearly(?! (?:\w+ed|visible|seen|shown|written|understood|known)\b)",
    re.IGNORECASE,
)
_PLAIN = (
    r"(?:important|(?<!statistically )significant|key|crucial|vital|major(?= (?:obstacle|problem|step|success|failure|achievement|concern|weakness|strength))|"
    r"strong|stronger|weak|weaker|effective(?! (?:as of|on|from|until|immediately|in (?:all|\d)|\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)))|ineffective|successful|unsuccessful|poor|good(?! (?:for|until) (?:an? )?\d)|bad|better|best|worse|worst|"
    r"huge|enormous|minimal|inadequate|realistic|unrealistic|doubtful|unacceptable|unfair|willing|unwilling|serious|fragile|robust|"
    r"encouraging|considerable|essential|promising|harsh|muted|intense|close(?! to)|cordial|friendly|warm|tense|strained|"
    r"exciting|surprising|striking|worrying|welcome|dangerous|patient(?= (?:and|but|with))|problem|concern|danger|disgrace|mistake|failure)(?![-\w])"
)
_ADVERBS = r"(?:(?:\w+ly|not|so|too|very|quite|rather|more|most|less|still|also|as|now|both|just|even|far|much|never|always|often|yet),? ){0,3}"
_ARTICLE = r"(?:(?:an?|the|one of the|among the|of|no|no less|itself an?|a very|this|its|their) )?"
_IS = re.compile(
    r"(?P<is>\b(?:is|are|was|were|be|been|being|(?:is|are|was|were|do|does)n[’']t(?: be)?|remains?|remained|looks?|proves?|proved|becomes?|became)|\b(?:it|that|there|here|what|who|he|she|this)[’']s)\s"
    rf"{_ADVERBS}{_ARTICLE}{_ADVERBS}(?P<word>{_PLAIN})",
    re.IGNORECASE,
)
"""The record was poor; this is not a good thing."""
_GIVES = re.compile(
    r"(?P<is>(?<!to )\b(?:plays?|played|poses?|posed|raises?|raised|creates?|created|makes?|made|represents?|represented|constitutes?|offers?|deserves?|does|did|do|achieves?|achieved|"
    rf"has had|have had|sends?|sent))\s{_ARTICLE}{_ADVERBS}(?P<word>{_PLAIN})\s\w",
    re.IGNORECASE,
)
"""It raises significant questions; it poses an unacceptable risk."""
_AIM = re.compile(
    r"(?<!believed )(?<!considered )(?<!thought )(?<!found )(?<!known )(?<!shown )(?<!held )(?<!deemed )(?<!proved )(?<!said )\bto $"
)
"""What something is for: it needs a key to be successful; what it is believed to be, it is."""
_CLAUSE = re.compile(r"[;:—–(]|, |\b(?:but|and)\b")
_BELOW = re.compile(
    r"\b(?:if|whether|when|whenever|unless|until|who|whose|where|wherever|how)\b|(?<=\w )(?<!fact )(?:that|which) |(?<!fact )\bthat \w"
)
"""What opens a clause that only says under which condition, or which things are meant."""
_TITLED = re.compile(
    r"[“\"‘][^”\"’]{1,90}[”\"’]|\b(?!\w+ly\b)[A-Z][\w’'-]*(?: (?:(?:of|for|and|the|on|in|to) ){0,2}[A-Z][\w’'-]*)+"
)
"""Words in quotation marks and names of several words: what something is called judges nothing."""


def judging_word(text: str) -> tuple[str, bool]:
    """Return the word by which a sentence judges, empty where it does not, and whether that word judges wherever it stands."""
    bare = _TITLED.sub(lambda match: re.sub(r"\w", "_", match[0]), text)
    for pattern in (_LOADED, _VERBS, _CLEARLY, _BOASTS):
        for match in pattern.finditer(bare):
            if pattern not in (_VERBS, _CLEARLY) or not _is_below(bare, match.start()):
                return match[0].strip(" ,;").removeprefix("and "), pattern is _LOADED
    for pattern in (_IS, _GIVES):
        for match in pattern.finditer(bare):
            at = match.start("is")
            if not (_is_below(bare, at) or _AIM.search(bare, 0, at)):
                return match["word"], False
    return "", False


def _is_below(text: str, at: int) -> bool:
    """Tell whether a verb stands in a clause below the main one: a condition, or what tells things apart."""
    start = max((match.end() for match in _CLAUSE.finditer(text, 0, at)), default=0)
    return _BELOW.search(text[start:at].lstrip()) is not None
