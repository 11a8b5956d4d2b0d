"""The words by which statements of fact, of policy and of opinion are told apart. Data only.

What makes a sentence a view by a word of judging stands in `judging`; a faint cue makes none, the draft asks
the editor about it.
"""

from __future__ import annotations

import re

from briefbook.language.en.cues import HOLDS

FAINT_VIEW = re.compile(
    r"\b(?:important|significant(?:ly)?|key|crucial|vital|major|close(?:r|ly)?|strong(?:er|ly)?|"
    r"considerabl[ey]|effective(?:ly)?|successful(?:ly)?|robust|positive|negative|evidence of|"
    r"however|moreover|but|rather than|regardless|although|despite|active(?:ly)?|fully|"
    r"enhanc\w+|strengthen\w*|deepen\w*|problem|concern|potential(?:ly)?|good|better|slow(?:ly)?|"
    r"friendly|cordial|tense|strained|fragile|weak|serious(?:ly)?|special)\b",
    re.IGNORECASE,
)
POLICY = re.compile(
    r"\b(?:remains? committed|(?:is|are) committed|seeks? to|(?:has|have) sought|aims? to|intends? to|"
    r"hopes? to|wants? to|pledge[sd]? to|(?<!may )wish(?:es)? to|is interested in|are interested in|"
    r"stands? ready|continues? to (?:support|encourage|urge|promote)|urges?|"
    r"calls? (?:on|for)|interests? (?:in|of) [^.]{0,60}\b(?:are|is)\b|"
    r"polic(?:y|ies) (?:is|are|toward|aims?|remains?)|priorit(?:y|ies)\b|"
    r"goals? (?:is|are|of)|supports? (?:the|a) (?:sovereignty|territorial|independence|stable)|"
    r"welcomes?|(?<!that )(?<!which )(?<!to )encourages?|in order to prevent|looks? forward)\b",
    re.IGNORECASE,
)
NORM = re.compile(
    r"\b(?:should(?! have been\b)|must(?! have been\b)|shall|ought to|need(?:s)? to (?:be|have|take|act)|(?:is|are) to be|it is (?:strongly )?(?:recommended|advised|advisable)|(?:is|are) needed to)\b"
)
"""What a source wants done, or what a rule demands."""
FORECAST = re.compile(
    r"\b(?:could(?! not\b)|might|must have been|may(?! \d| wish to)|will|would|(?:is|are) (?:likely|expected|set|due|"
    r"planned|projected) to|in the (?:medium|long|near) term|(?<!\ba )(?<!\bthe )(?<!\bits )(?<!\bthis )(?<!\bnew )(?<!\btheir )(?<!\bof )plans? to|(?<!more )(?<!less )(?<!as )(?<!equally )(?<!times )likely)\b"
)
"""What has not happened yet, or may not; "May 5" is none."""

FIRST_PERSON = re.compile(
    r"\b(?P<word>our|we|us|my|Our|We|My|(?<!War )I(?= (?:[a-z]|\w+ly)))\b(?<!U)"
)
"""A writer who is a party."""

ACCORDING = re.compile(
    r"\b[Aa]ccording to (?P<who>(?:the |a |an )?[^,.;:()]{2,60}?)(?=[,.;:()]| (?:the|that|in|has|have|was|were|is|are)\b)"
)
OPINION_OF = re.compile(r"\b[Ii]n the (?:opinion|view|words|eyes) of (?P<who>[^,.;:()]{2,60})")
_SAYER = (
    r"(?:[A-Z][\w’'.-]*|critics?|observers?|analysts?|experts?|officials?|diplomats?|"
    r"governments?|opposition|ministry|president|minister|secretary|ambassador|report|"
    r"commentators?|historians?|scholars?|authors?|members?|sides?|participants?|leaders?|ministers?|parties|spokes\w+|of|the|and|for|to)"
)
"""A word of a subject that speaks: a capitalised one, or one for people."""
SAYS = re.compile(
    r"(?P<who>(?:(?:[Tt]he|[Aa]n?|[Ss]ome|[Mm]any|[Mm]ost|[Ss]everal|[Bb]oth|[Tt]he two) )?"
    rf"{_SAYER}(?: {_SAYER})"
    r"{0,9}?) (?:(?:has|have|had|also|later|then|publicly|repeatedly|often|still|since) ){0,2}"
    rf"(?P<verb>said|says?|stated|states that|{HOLDS}|claims? that|"
    r"claimed|describe[sd]?|call(?:s|ed)?(?! (?:on|for|off|a halt))|criticized?|criticised|criticizes|praised?|"
    r"praises|consider(?:s|ed)?(?! (?:whether|how|what|communications?|evidence|\w+ loss))|regard(?:s|ed)?|views?(?= )|viewed|maintain(?:s|ed) that|"
    r"accuse[sd]?|complain(?:s|ed)?|"
    r"hail(?:s|ed)|condemn(?:s|ed)?|denounced?|reject(?:s|ed) (?:the|this|that|it|these|those|any|all|such|claims|accusations)|repl(?:y|ies|ied) that|conclude[sd]? that|determine[sd] that|caution(?:s|ed) that|"
    r"denie[sd]|hold(?:s)? that|held that|see(?:s)? (?:it|them|this|the)|noted|notes that|told|"
    r"expressed (?:(?:its|their|his|her|deep|grave|serious|strong) ){0,2}(?:concern|regret|hope|satisfaction|confidence|appreciation|support)|called it|judge[sd]?|"
    r"(?:recall|recogni[sz]|reiterat|reaffirm|underlin|underscor|stress|emphasi[sz]|acknowledg)(?:s|e|es|ed) (?:that|the (?:importance|need|role|value))|"
    r"welcomed (?:the|progress|this|efforts)|(?:strongly |once again )?urged)\b"
)
"""A subject of capitalised words, or of words for people who speak, before a verb of saying."""

SOMEBODY_SAYS = re.compile(
    r"^(?P<who>(?:[Tt]he|[Aa]n?|[Ss]ome|[Mm]any|[Mm]ost|[Ss]everal|[Bb]oth|[A-Z][a-z]+)(?: [\w’'-]+){0,8}?) "
    r"(?P<verb>says?|said|told|answers? that|answered that|argues?|argued|believes?|claims? that|complains?|"
    r"calls? (?:it|this|that|them|the [\w ]{2,30}?)(?= an? )|praises?|criticises?|criticizes?|insists?|contends?|"
    r"thinks?|fears?|warns?|denies|maintains? that|holds? that|suggests? that|reports? that|judges?)\b"
)
"""Any subject at the head of a sentence before a verb that is of nothing but saying or thinking."""

NOBODY = frozenset("the a an some many most several both and of for to it he she they".split())
"""What is no voice by itself."""

EVENT = re.compile(
    r"\b(?:established|(?:re)?opened|signed|visited|met|began|launched|joined|recogni[sz]ed|appointed|(?:re-?)?elected|"
    r"founded|concluded|agreed|entered|closed|shut|withdrew|withdrawn|arrived|inaugurated|completed|built|constructed|"
    r"provided|gave|given|granted|donated|delivered|received|hosted|held|took (?:place|over|part|effect|office)|ratified|"
    r"adopted|approved|announced|expelled|recalled|severed|restored|resumed|suspended|imposed|lifted|declared|"
    r"gained|won|lost|invaded|attacked|occupied|started|created|transferred|funded|pledged|sent|travell?ed|replaced|became|"
    r"accepted|rejected|extended|renewed|amended|terminated|expired|cancell?ed|exchanged|upgraded|accredited|"
    r"admitted|ended|supported|helped|released|allocated|awarded|contributed|paid|bought|purchased|sold|lent|"
    r"prohibited|authori[sz]ed|appropriated|deepened|enlarged|expanded|widened|repaired|rebuilt|destroyed|damaged|killed|died|struck|hit|crashed|collapsed|sank|"
    r"passed|enacted|repealed|introduced|published|issued|ordered|ruled|voted|resigned|dismissed|ousted|overthrew|"
    r"merged|formed|dissolved|abolished|banned|nationali[sz]ed|privati[sz]ed|moved|left|returned|landed|deployed|"
    r"arrested|convicted|sentenced|seized|captured|annexed|ceded|crossed|proclaimed|unveiled|installed|made|"
    r"conducted|carried out|expressed|faced|experienced|promulgated|replaced|suffered|hired|named|delayed|halted|stopped|finished|modified|disagreed|tested|surveyed|convened|presented|submitted|filed|applied|requested|proposed|offered|invited|addressed|broke out|came into force|"
    r"went into (?:force|effect|service)|came to power|responded|brought|committed to|involved in (?:an? )?(?:\w+ )?(?:accident|crash|collision|incident|attack)|fell|added|raised|cut|doubled|halved|trained|equipped)\b"
    r"|\b(?:was|were|has been|have been|had been) (?:\w+ly )?"
    r"(?!(?:bas|locat|relat|nam|call|consider|expect|requir|intend|design|estimat|project|describ|need|involv|includ|"
    r"concern|aim|divid|compos|us|suppos|limit|associat|dat|titl|interest|pleas|satisfi|concern|worri|surround|"
    r"link|own|inhabit|populat|mark|report)ed\b)\w{3,}ed\b"
)
"""What happened, in the past: a dated sentence must hold it to count as an event."""

OVERVIEW = re.compile(
    r"\b(?:relations|relationship|partnership|cooperation|ties|interests? (?:in|are)|overall|"
    r"remains?|committed|broad-based|significant|became more important|marked a|since|"
    r"largest|first|main|primarily|mixed results|established)\b",
    re.IGNORECASE,
)
"""What tells more about the whole than about a part."""

MAIN_POINTS = re.compile(
    r"(?:\d+\.?\s+)?(?:(?:main|key) (?:points?|findings?|messages?|figures?|facts?|statistics|results?)|highlights|(?:executive )?summary|at a glance|in brief)\b",
    re.IGNORECASE,
)
"""A heading over what the source itself holds for its main points."""

WEAK = re.compile(
    r"^(?:During (?:his|her|the)|In the course|According to those|Within the framework of this|"
    r"On the .{3,12} side|The participants|Delegation|The two countries signed|Annually many)\b|"
    r"\b(?:have been discussed|were discussed|and others|took place|for example|see also)\b",
    re.IGNORECASE,
)
"""What rarely says anything by itself."""

ANAPHORA = re.compile(
    r"^(?:And|Or|This|These|Those|It|They|He|She|His|Her|Its|Their|Such|But|So|Moreover|Instead|"
    r"However|In addition|Also|There|That|Then|Nevertheless|Both|The (?:same|latter|former|other))\b"
)
"""A beginning that leans on the sentence before."""

CONNECTIVE = re.compile(
    r"^(?:Moreover|In addition|Additionally|Furthermore|Also|Further|Meanwhile|Today|Instead|"
    r"Finally|Similarly|Likewise|Indeed|In particular|In fact|Notably|Recently|In conclusion|In this regard|"
    r"In the meantime|For example|Earlier today), +",
)
"""A beginning that may go without the sentence meaning something else."""

AMOUNT_KINDS = (
    ("Deficit", re.compile(r"\b(?:deficits?|shortfalls?|loss(?:es)?)\b", re.IGNORECASE), True),
    ("Surplus", re.compile(r"\b(?:surplus(?:es)?|profits?)\b", re.IGNORECASE), True),
    ("Loan or guarantee", re.compile(r"\b(?:loans?|lent|credits?|guarantee[sd]?|lend)\b", re.IGNORECASE), True),
    ("Purchase or sale", re.compile(r"\b(?:purchas\w+|bought|s(?:old|ale)|acqui\w+|contracts?)\b", re.IGNORECASE), True),
    ("Trade", re.compile(r"\b(?:trade|exports?|imports?|turnover|tariffs?)\b", re.IGNORECASE), True),
    ("Investment", re.compile(r"\b(?:invest\w+|stake)\b", re.IGNORECASE), True),
    ("Debt", re.compile(r"\b(?:debts?|arrears|owe[sd]?)\b", re.IGNORECASE), True),
    ("Budget", re.compile(r"\b(?:budget\w*|appropriat\w+|request\w*|allocat\w+|earmark\w+)\b", re.IGNORECASE), False),
    ("Pledge", re.compile(r"\b(?:pledg\w+|promis\w+|committed to provid\w+|will provide)\b", re.IGNORECASE), False),
    ("Grant", re.compile(r"\bgrant(?:s|ed)?\b|\bcompact\b", re.IGNORECASE), False),
    ("Construction", re.compile(r"\b(?:bridges?|roads?|railways?|construct\w+|built|building|plant|dam|airport)\b", re.IGNORECASE), False),
    ("In kind", re.compile(r"\b(?:medicines?|equipment|vehicles|supplies|donated|food)\b", re.IGNORECASE), False),
    ("Assistance", re.compile(r"\b(?:assist\w+|aid|support\w*|provid\w+|gave|given|donor|humanitarian|fund\w*|spent)\b", re.IGNORECASE), False),
)  # fmt: skip
"""What sort of sum it is, by the words around it; last, whether it is kept apart from assistance."""

CUMULATIVE = re.compile(
    r"\b(?:total(?:ing|ling|ed|led)?|since|cumulative(?:ly)?|over the (?:past|last)|altogether|"
    r"overall|between \d{4} and|from \d{4} (?:to|through)|starting (?:from|in)|more than .{0,30} since|"
    r"for the sum of)\b",
    re.IGNORECASE,
)

LABELS = (
    ("diplomatic relations", "Relations"), ("relations were established", "Relations"),
    ("recogniz", "Recognition"), ("recognis", "Recognition"), ("independence", "Independence"),
    ("embassy", "Embassy"), ("consulate", "Consulate"), ("legation", "Legation"),
    ("ambassador", "Ambassador"), ("memorandum", "Memorandum"), ("treaty", "Treaty"),
    ("amendment", "Amendment"), ("convention", "Convention"), ("protocol", "Protocol"),
    ("agreement", "Agreement"), ("accord", "Accord"), ("charter", "Charter"),
    ("summit", "Summit"), ("visit", "Visit"), ("travel", "Visit"), ("bridge", "Bridge"),
    ("railway", "Railway"), ("airport", "Airport"), ("election", "Election"),
    ("referendum", "Referendum"), ("ceasefire", "Ceasefire"), ("sanction", "Sanctions"),
    ("coup", "Coup"), ("earthquake", "Earthquake"), ("flood", "Flood"), ("exercise", "Exercise"),
    ("air base", "Air bases"), ("military base", "Base"), ("vehicle", "Vehicles"),
    ("consultation", "Consultations"), ("dialogue", "Dialogue"), ("commission", "Commission"),
    ("council", "Council"), ("conference", "Conference"), ("compact", "Compact"),
    ("grant", "Grant"), ("loan", "Loan"), ("humanitarian", "Humanitarian aid"),
    ("assistance", "Assistance"), ("trade", "Trade"), ("clinic", "Clinics"),
    ("hospital", "Hospital"), ("school", "School"), ("universit", "University"),
    ("scholarship", "Scholarships"), ("exchange", "Exchange"), ("training", "Training"),
    ("border", "Border"), ("war", "War"), ("talks", "Talks"), ("meeting", "Meeting"),
)  # fmt: skip
"""The word that stands beside an event's mark, by the first of these that the event's text holds."""
