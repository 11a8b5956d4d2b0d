"""Words that qualify what a sentence says: hedges, estimates, judgements, absolutes, likelihood."""

from __future__ import annotations

import re
from functools import lru_cache


def _any(words: str, flags: re.RegexFlag = re.IGNORECASE) -> re.Pattern[str]:
    """Return a pattern for any of some expressions, one a line."""
    return re.compile(r"\b(?:" + "|".join(words.strip().splitlines()) + r")\b", flags)


DUE_VERBS = (
    "be|become|go|come|open|reopen|start|begin|take|end|bring|run|meet|expire|finish|complete|close|return|arrive|leave|vote|sign|"
    "report|receive|move|host|visit|enter|deliver|launch|hold|build|publish|release|issue|hear|decide|retire|resume|reach|join|give|"
    "speak|testify|appear|replace|send|pay|make|hand|transfer|present|fly|land|sail|depart|continue|elapse|lapse|call|dock|sit|serve|"
    "perform|tour|travel|address|chair|consider|examine|debate|discuss|approve|adopt|ratify|implement|introduce|install|construct|double|"
    "triple|expand|extend|undergo|get|collect|attend|compete|marry|unveil|print|ship|supply|produce|generate|operate|cease|resign|"
    "succeed|assume|lead|inspect|train|graduate|elect|choose|nominate|collect|stay|remain|settle|withdraw|grow"
)
"""Verbs that make “due to” a plan: “due to open”, not “due to drought” or “due to lower output”."""
DUE_TO = (
    r"due(?:\s(?:mostly|largely|mainly|chiefly|partly|primarily|entirely|solely|in part|in large part))?\sto"
    rf"(?!\s(?:{DUE_VERBS})\b)(?!\s[a-z]+ (?:by|in|on|at|before|until|from|for|this|next|the) (?:\d|[A-Z]|the|this|next))"
)
"""“due to rain”, “due mostly to rain”, not “due to begin in May”"""
THANKS_TO = r"(?<!\bits )(?<!\bhis )(?<!\bher )(?<!\bour )(?<!\bmy )(?<!heir )(?<!express )(?<!pressed )(?<!gave )(?<!give )(?<!of )thanks to"
"""“thanks to the rain”, not “gave its thanks to the ministry”"""
PLAN = _any(
    rf"""will(?!\s(?:of|to)\b)
shall
would
going to
plan(?:s|ned|ning)?(?! by\b)
intend(?:s|ed|ing)?
expect(?:s|ed|ing)?
scheduled
due to (?=(?:{DUE_VERBS})\b)
pledge[sd]?
promise[sd]?
propose[sd]?
hope[sd]? to
(?:is|are|was|were) (?:still |also |both |all )?to (?:be|become|open|start|begin|receive|halt|stop|cut|keep|hold|give|pay|build)
under construction
forthcoming
upcoming
seek(?:s|ing)?
sought
(?:try|tries|trying|tried) to
attempt(?:s|ed|ing)?(?: to)?"""
)
"""What is meant to happen and need not have happened."""

OPEN = re.compile(
    r"\b(?=\w)(?:will(?!\s(?:of|to)\b)|shall|would(?! (?:now |today |later |soon )be (?:called|known|described|termed)\b)|should|must|(?-i:may)(?! \d)|might|could(?! not)|going to|plan(?:s|ned|ning)? to|intend(?:s|ed|ing)?|"
    r"expect(?:s|ed)?|anticipat(?:e[sd]?|ing)|scheduled|pledge[sd]?|promise[sd]?|propose[sd]?|proposals?|hope[sd]? (?:to|that|for)|wants?|wanted|"
    r"seek(?:s|ing)?|sought|striv(?:e[sd]?|ing)|committed to|aim(?:s|ed)? to|mean(?:s|t)? to|(?:try|tries|trying|tried|attempts|attempted|needs|needed|need) to|will need|"
    r"(?:is|are|was|were|has|have|had) (?:still |now |currently |already |originally )?(?:to (?:be (?:[a-z]+ed|built|given|held|made|paid|sent|set|shown|sold|spent|taken|told)\b|(?!be\b)[a-z]+(?= ))|"
    r"(?:developing|preparing|drafting|negotiating|exploring|working (?:to|on|towards?)|looking (?:to|at)|considering|examining|studying|weighing|discussing|"
    r"planning|trying|seeking|waiting|urging|asking))|considering|in advanced stages|stages of (?:development|planning)|pipeline of|forthcoming|upcoming|pending|"
    r"under (?:construction|development|review|consideration|discussion|negotiation|study)|recommend(?:s|ed)?|requested|call(?:s|ed|ing) for|called on|"
    r"urg(?:e[sd]|ing)|advise[sd]?|suspect(?:s|ed)?|alleg(?:e[sd]?|edly|ations?)|fear(?:s|ed)|possibl[ey]|perhaps|probabl[ey]|potential to|(?<!more )(?<!less )(?<!as )likely|apparently|"
    r"seem(?:s|ed|ingly)?|appear(?:s|ed)? to|suggest(?:s|ed)?|thought to|believed to|said to|considered to|reportedly|charged|rule out)\b",
    re.IGNORECASE,
)
"""Verbs and adverbs by which a clause tells nothing as done: it plans, asks for, expects, suspects or allows."""

ACCUSES = re.compile(
    r"\b(?:accused|indicted|arraigned|prosecuted)\b|\b(?:charges?|counts?) (?:of|against|are|were)\b|\bcounts\b[^.;]*\blaid\b",
    re.IGNORECASE,
)
"""Words that leave open whether somebody has done what the charge says."""
OPEN_BEHIND = re.compile(
    r"\b(?=\w)(?:(?:efforts?|goals?|aimed|designed|meant|intended|authori[sz]ed|authori[sz]ation|plans?|intention|threat(?:en(?:s|ed|ing)?)?|ready|target|offer(?:s|ed)?|asked?|action|requests?)"
    r"\sto\s(?!the\b|an?\b|its\b|their\b|this\b|these\b|all\b)|efforts? at|goals? of|aimed at|with the (?:aim|goal|purpose) of|authori[sz](?:ing|ation (?:of|for))|proposed|planned(?! by\b)|"
    r"potential(?:ly)?|(?-i:plans?) for|threats? of|concerns?|waiting for|target (?:for|of)|offers? of|requests? for)\b",
    re.IGNORECASE,
)
"""Words behind which nothing is told as done: a purpose, an effort, an offer; what stands before them may be."""

REPORT = _any(
    r"""said to
reportedly
allege(?:s|d|dly)?
claim(?:s|ed)? (?:that|to)
supposed(?! to (?!have\b))
supposedly
believed to
thought to
considered to
according to (?!those|this|these)"""
)
"""What the source itself only passes on."""
DENIED = _any("""den(?:y|ies|ied) that""")
"""What somebody says is not so."""
DENIAL = _any(
    r"""den(?:y|ies|ied|ying|ials?)
reject(?:s|ed|ing)?
dispute[sd]?
refute[sd]?
contradict(?:s|ed)?
contest(?:s|ed)?
not
no
never
nothing
nobody
neither
\w+n[’']t"""
)
"""In what words a statement keeps it."""

OF_ALL, OF_NONE, OF_SOME = (
    "all every each any both entire whole",
    "not no never none neither nor without nobody nothing",
    "some most many several few part half partly mostly",
)

HOLDS = (
    r"alleg(?:e[sd]?)|argu(?:e[sd]?)|believ(?:e[sd]?)|contend(?:s|ed)?|fear(?:s|ed)?|insist(?:s|ed)?|"
    r"suggest(?:s|ed)?|warn(?:s|ed)?"
)
"""Verbs with which somebody holds what need not be so."""

POSSIBLE = _any(
    r"""(?-i:may)(?!\s\d)
might
could
possibly
perhaps
potential(?:ly)?
likely
probabl[ey]
apparently
seem(?:s|ed|ingly)?
appear(?:s|ed)? to"""
)
"""What the source leaves open."""

PLANNED = re.compile(
    PLAN.pattern
    + r"|\b(?:recommend(?:s|ed|ation|ations)?|request(?:s|ed)?|should|could(?! not)|(?-i:may)|might|authori[sz]ed? to|authori[sz]ation to|asked? to|urg(?:e[sd]?|ing)|"
    r"call(?:s|ed)? (?:for|on)|advis(?:e[sd]?|ing)|waiting(?! (?:times?|lists?|rooms?|periods?)\b)|pending|subject to|aim(?:s|ed)? to|designed to|meant to|intended to|"
    r"(?:is|are|was|were|has|have) to (?!be\b)[a-z]+(?= )|(?:rais|cut|lower|revis)\w+ (?=(?:its|the|their) (?:\w+ )?(?:forecast|projection|target)\b)|"
    r"under (?:review|consideration|discussion|negotiation|study)|(?:is|are|was|were|been) (?:still )?(?:examining|considering|studying|weighing|discussing|negotiating)|"
    r"considering|ready to|hope[sd]?|wants?|wanted|able to|possible)\b",
    re.IGNORECASE,
)
_KEEPING = (
    r"\b(?:if|unless|until|yet|not|no(?! longer)|never|without|wish(?:es|ed)?|mean(?:s|t|ing)? to|stands? to|set to|tell(?:s|ing)?|due|expect\w*|likely|whether|for (?:the )?(?:sake|purpose)|goal|purpose|"
    r"to be|can|cannot|supposed|tr(?:y|ies|ied|ying)|effort|allow\w*|let|permit\w*|ask(?:s|ed|ing)?(?! (?:wh\w+|how)\b)|propos\w*|plan(?:s|ned|ning)?|prospect\w*|draft\w*|"
    r"forecast\w*|(?-i:project|Projected|Projection)\w*|seek\w*|sought|must|need\w*|requir\w*|ought|thought|believ\w+|in order|so that|so as)\b"
)
_MEANT = re.compile(rf"\b(?=\w)(?:{PLANNED.pattern}|{_KEEPING})", re.IGNORECASE)
_AGREED = re.compile(r"\b(?:no|(?<!as )agreed|demand\w*)\b", re.IGNORECASE)
_LEFT_OPEN = re.compile(
    rf"\b(?=\w)(?:{POSSIBLE.pattern}|{REPORT.pattern}|"
    r"\b(?:alleg\w+|suspect\w*|fear\w*|concerned|explor\w+|being|still|under way|soon|future|undertak\w+ to|undertook to|commit(?:s|ted|ments?)?|vow\w*|aim\w*|intend\w*|next|target\w*|striv\w*|anticipat\w+|"
    r"developing|working|hop\w+|want\w*|pledg\w*|potential\w*|recommend\w*|call\w* for|advis\w+|authori[sz]\w+|demand(?:ed|ing)|offer\w*|suggest\w*|prepar\w+|"
    r"by what (?:is|was) (?:reported|said|known|heard)|in (?:the )?(?:view|eyes|opinion|account|telling) of|look(?:s|ed|ing)? for|pipeline|in (?:mind|view|prospect)|on the way|awaits?|to come|remains? to|fail\w*|(?:is|are|was|were) (?:[a-z]+ly )?to|estimat\w*|put\b[^.;]{0,60}\bat|says?|said|told|ascribed|calls|called|describe[sd]?|put down to|argu\w+|charg\w+|accus\w+|threat\w*|risk\w*)\b)",
    re.IGNORECASE,
)


@lru_cache(maxsize=1 << 12)
def is_meant(text: str) -> bool:
    """Tell whether a text has a word of a plan, a wish, a duty or a denial."""
    return _MEANT.search(text) is not None


def keeps_plan(text: str) -> bool:
    """Tell whether a text tells a plan as one, or as agreed."""
    return is_meant(text) or _AGREED.search(text) is not None


@lru_cache(maxsize=1 << 12)
def leaves_open(text: str) -> bool:
    """Tell whether a text does not tell its matter as done, or has it from somebody."""
    return is_meant(text) or _LEFT_OPEN.search(text) is not None


@lru_cache(maxsize=1 << 12)
def has_open(text: str) -> bool:
    """Tell whether some clause of a text may leave open what it tells."""
    return OPEN.search(text) is not None or OPEN_BEHIND.search(text) is not None


PARTIAL = _any(
    r"""some (?=truth|promise|progress|success|evidence|doubt|support)
relative(?:ly)?
part(?:ly|ially)
largely
mostly
limited
mixed"""
)
"""What the source grants in part."""

SOFT = _any(
    r"""said
says
say
hold[s]?
held
find[s]?
call(?:s|ed)?
see[sn]?
view(?:s|ed)?
by this account
by one account
on the source’s account
want(?:s|ed)?
aim(?:s|ed)?
hope[s]?
readiness
ready
toward[s]?
presuppose[s]?
if
offered
agreed to
still to
yet to
in view
prospect[s]?
in part
chiefly"""
)
"""Words of a statement that keep a reservation in the briefing's own way."""

ESTIMATIVE = _any(
    r"""(?-i:may)(?!\s\d)
might
could
possibly
perhaps
likely
unlikely
probabl[ey]
improbabl[ey]
presumabl[ey]
apparently
seem(?:s|ed|ingly)?
appear(?:s|ed)? to
suggest(?:s|ed)? that
we (?:judge|assess|believe|estimate)
arguably
conceivably
undoubtedly
certainly
surely
doubtless"""
)
"""ICD 203: such words belong to judgements, or to views that are attributed."""

EVALUATIVE = _any(
    r"""our
we
(?-i:us)(?=[ ,.])
important(?:ly)?
considerabl[ey]
significant(?:ly)?
effective(?:ly)?
successful(?:ly)?
strong(?:ly)?
(?:un)?realistic
questionable
poor
minimal
huge
intense
quickly
unfailing(?:ly)?
unfettered
one-sided
muted
willing
unwilling
mixed results
some truth
some promise
real contribution
quip
simply
mere(?:ly)?
remarkabl[ey]
excellent
impressive
disappointing
fully approves
bridges to nowhere
must
should
could
interests? (?:in \S+ )?(?:are|is)
danger
scanty
key(?! (?:\w+ ){0,3}(?:indicators?|statistics|figures|dates?|performance)\b)
broad-based
unfortunate(?:ly)?
better
worse
best
worst
harsh(?:ly)?
timid(?:ity)?
patient
more than (?:doubled|tripled)"""
)
"""Words with which a source judges rather than reports."""

PRAISE = _any(
    r"""excellent
impressive
remarkabl[ey]
unfortunate(?:ly)?
fortunate(?:ly)?
disappointing(?:ly)?
successful(?:ly)?
failed
failure
crucial(?:ly)?
vital
dramatic(?:ally)?
massive(?:ly)?
outstanding
historic
unprecedented
generous(?:ly)?
brutal(?:ly)?
corrupt
weak
poor(?:ly)?
strong(?:ly)?
significant(?:ly)?
considerabl[ey]
effective(?:ly)?
important(?:ly)?
disastrous
ambitious
controversial"""
)
"""Words of judgement that a statement must not add to what it reports."""


MORE = re.compile(r"\b(?:more|less|fewer|\w{3,}er) than\b(?!\s(?:\$|€|£)?[\d])", re.IGNORECASE)
"""A comparison; "more than 100" is a number's bound and looked at elsewhere."""

LIKELIHOOD = (
    _any("almost no chance\nvery unlikely\n(?<!very )(?<!highly )unlikely\nroughly even chance\n"
         "(?<!very )(?<!highly )(?<!un)likely\nvery likely\nalmost certain(?:ly)?"),
    _any("remote chance\nhighly improbable\n(?<!highly )improbabl[ey]\nroughly even odds\n"
         "(?<!highly )probabl[ey]\nhighly probable\nnearly certain"),
)  # fmt: skip
"""The two rows of ICD 203's scale; a briefing keeps to one of them."""

CONFIDENCE = _any(
    "(?:high|moderate|low|great|little|full) confidence\nconfident(?:ly)?\nwith confidence"
)

_OF_FIGURES = r"\b(?:figure|date|price|payers?|measure|sum|basis|base|comparison|name|total|voice|valuation)\b"
META = re.compile(
    r"\b(?:[Pp]age|[Ss]ource|[Pp]assage|text|account|[Rr]ecords?|fact sheet|[Rr]eports?|paper|briefing)\b|"
    r"\b(?:said|given|named|stated|dated|recorded|quoted|charted|known|told|counted|compared|"
    r"say|says|saying|name|names|naming|give[sn]?|giving|state[sd]?|dates|quote[sd]?)\b|"
    rf"{_OF_FIGURES}"
)
"""Words with which a statement speaks of the source: "no sum is given" needs no quote."""

ABOUT_SOURCE = re.compile(
    r"\b(?:[Pp]age|[Ss]ource|[Pp]assage|text|account|[Rr]ecords?|fact sheet|[Rr]eports?|paper)\b|"
    r"\b(?:[Nn]ot|never|[Nn]o|is|are|was|were|amount|end|payer)\s(?:said|given|named|stated|dated|recorded|"
    r"quoted|charted|known|told|counted)\b"
)
"""The same for words rather than negations, and stricter: "gives time" is said of the matter."""
ABOUT_FIGURES = re.compile(rf"{ABOUT_SOURCE.pattern}|{_OF_FIGURES}")
"""That, and what a statement says of its figures: “the only date”."""

CLAUSE = re.compile(
    r"[;:.!?]\s+|\s[—–]\s|,\s+(?=(?:and|but|which|who|with|without|while|though|although|not|since|when)\b)|"
    r"\s+(?=(?:but|without|although|while|whereas)\b)"
)
"""Where a clause ends, as far as marks and conjunctions tell."""
