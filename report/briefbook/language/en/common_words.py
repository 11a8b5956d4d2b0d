"""Words that begin a sentence with a capital letter and are no names.

At the start of a sentence a capital says nothing. A word there is taken for common when it stands
in this list, has an ending that names rarely have, or is written small elsewhere in the briefing
or its sources.
"""

from __future__ import annotations

import re
from functools import cache

from briefbook.language.en.related import entry_of
from briefbook.language.en.stemmer import STOP_WORDS, stem

_WORDS = """

ability abroad absence accept access accident accompany accord achieve acquire act action active actor
actual add addition address adjust admit adopt adult advance advice affair affect afford age agency
agenda agent agree ahead aid aim air aircraft airfield airline airliner airport airspace alarm albeit
alike alive allow ally almost alone along alternative altogether ambassador ambition amend amid amidst
annual another answer anybody anyone anything anywhere apart appeal appear apply appoint approach area
argue arm armed army around arrange arrest arrival arrive article aside ask aspect assault assess asset
assist assume attach attack attempt attend attendance attract audience author autumn average avoid award
aware back background bad balance ban bank bar bare barely barrier base basic basis battle bear beat
beaten become begin behind belief believe belong benefit besides best better beyond big bilateral bill
bind birth black block blood blow blue board boat body bomb bond book boost border born borrow both
bottom bound box boy branch break bridge brief bright bring broad brother budget build bulk bulky burden
bureau business buy cabinet call camp campaign canal cancel candidate capital car care career carry case
cash cast catch cause caution cease ceasefire cede ceiling cell center central centre century certain
chair chairman challenge chance change channel chapter charge chart charter cheap check chief child
choice choose chronology church circle cite citizen city civil civilian claim clash class clause clean
clear clerk climate climb clinic close coal coalition coast code cold collapse collect college column
combat combine comment commerce commit committee common community compact company compare compete
complain complete compound concern conduct confirm conflict congress connect consider consist constant
construct consul consulate contact contain content contest continue contract contradict contrast
contribute control convention convert cool cooperate copper copy core corn corner corps correct corrupt
cost cotton council count country county coup couple course court cover coverage crash create credit
crime crisis critic criticism critics crop cross crossing crowd crude cultural culture currency current
custom customs cut cycle daily dam damage danger dark data date daughter dawn day dead deadline deal
dear death debate debt decade decide decline decrease deep defeat defence defend defense deficit define
degree delay delegate deliver demand democracy democrat deny depart department depend deploy deposit
depth deputy derive describe desert design desk despite destroy detail determine develop device devote
dialogue die differ difficult diplomacy diplomat diplomatic direct director disarm disaster discover
discuss disease dismiss display dispute distance distant distribute district divide division doctor
document dollar domestic donate donor double doubt draft drain dramatic draw drive drop drought drug dry
due duty earlier early earn earth earthquake ease east eastern easy economic economist economy edge edit
edition educate effect effort eight eighteen eighty either elect electric eleven embassy emerge
emergency emphasis employ empty enable encourage end enemy energy enforce engage engineer enjoy enough
ensure enter entire entry envoy equal equip error escape estimate ethnic evacuate evaluate even event
everybody everyone everything everywhere evidence exact examine example exceed except exchange excite
exclude execute exercise exhibit exile exist exit expand expect expel expense expensive experience
expert expire explain explode exploit explore export expose express extend extra extract extreme eye
face facility fact factor factory fail fair faith fall false family famine famous far farm farmer
farther fast father fault favor favour fear feature federal fee feel fellow fence few fewer fewest field
fierce fifteen fifth fifty fight figure file fill film final finance find fine finish fire firm first
fiscal fish fit five fix flag flat flee fleet flight float flood floor flow fly focus follow food foot
force foreign forest form formal former formerly forth forty forum forward found four fourteen fourth
fraction frame free freedom freeze frequent fresh friend front frontier fuel full fund further future
gain gap gas gate gather general generate gentle genuine geography get giant gift girl give glance
global goal gold good goods govern grade grain grand grant graph grass grave gravel great green grim
ground group grow growth guarantee guard guess guest guide gun half halt hand handful handle hang happen
happy harbor hard hardly harm harsh harvest hate head headcount heal health healthy hear heart heat
heavy hefty height help henceforth hereafter hereby herein hereto heretofore hero hesitate hide high
highway hill hint hire historian historic history hit hitherto hold hole holiday home honest hope
hospital host hostage hostile hot hour house huge human humanitarian hundred hunger hunt hurt hydropower
ice idea ideal identify ignore ill illegal image imagine immediate impact implement import impose
improve inch incident include income increase indeed independent index indicate individual industry
infant inflation influence inform infrastructure initial initiate injure inland inner inquiry insist
inspect inspire install instance instead institute insure intake intend intense interest interim
interior internal international interpret interview introduce invade invent invest invite involve iron
irrigate island isolate issue item jail job join joint journal journalist journey judge judgement
judgment jump junior jury just justice justify keen keep key kidnap kill kind king know labor labour
lack lake land lane language large last late lately later latest launch law lawsuit lawyer lay layer
lead leader lean learn lease least leave left legal legislation lend length less lesser lesson lest let
letter level liberal library licence license lie life lift light like likely limit line link liquid list
listen literature live livestock loan lobby local locate lock lofty long look loose lose loss lot loud
love low lower lowest loyal luck machine magazine mail main maintain major make male manage mandate
manner many map march margin mark market mass massive master match material matter mayor meal mean
measure media medical medicine meet member memo memorandum memory men mention merchant mere merely merge
message metal meter method metre middle migrant mild mile military militia mill million mind mine
mineral minimal minimum minister ministry minor minus minute mirror miss missile mission mistake mix
mixed mobile model moderate modern modest modify moment money monitor month mood moral more most mostly
mother motion motive mount mountain mountains mouth move much multilateral multiple murder music mutual
name namely narrow nation national native natural nature navy near nearly neat need negotiate neighbor
neighbour neither net network neutral never new news next nice night nine nineteen ninety noble nobody
noise noisy none nonetheless noon normal north northern notable note nothing notice notion novel
nowadays nowhere nuclear number nurse object oblige observe observer obstacle obtain obvious occasion
occupy occur ocean odd offer office officer official officials oil old open operate oppose opposite
opposition option oral orange order ordinary organ organize origin original orphan otherwise outbreak
outcome outline outlook output outside outstanding overall overcome overflight oversee overthrow
overview owe own owner pace pack package pact page pain paint pair pale panel paper paragraph parallel
parent park parliament part partial participate particular partly partner party pass passage passenger
passport past path patience patient patrol patron pattern pause pay payer payment payroll peace peak
peasant pen penalty pension people percent perfect perform perhaps period permanent permit person
persuade petrol phase phone photo phrase physical pick picture piece pilot pipe pipeline pit place plain
plan plane planet plant plate play plead pledge plenty plot plus pocket poet point poison pole police
policy polite political politics poll pool poor pope popular population port portion pose position
possess possible post pound poverty power practice praise pray precise prefer premier premises prepare
presence present president press pressure pretend prevent previous price priest primary prime prince
princess principal principle print prior prison prisoner private prize probe problem procedure proceed
process produce product profession professor profile profit program programme progress project promise
promote prompt proof proper property proportion propose prospect protect protest protocol proud prove
provide province provision public publish pull pump punish purchase pure purpose pursue push put qualify
quality quantity quarter queen question quick quiet quip quit quite quota quote race rail railway rain
raise range rank rapid rare rate rather ratify ratio raw reach react read ready real reason rebel recall
receive recent recession reckon recognise recognize recommend record recover recruit red reduce refer
referendum refine reflect reform refuge refugee refuse regard regime region register regret regular
reject relate relation relief religion religious rely remain remark remedy remember remind remote remove
renew rent repair repay repeat replace reply report repository represent republic request require rescue
research reserve reside resign resist resolve resort resource respect respond rest restore restrict
result resume retain retire retreat return reveal revenue reverse review revise revive revolt reward
rice rich rid ride rifle right rigid ring riot ripe rise risk rival river road rob rock rocket role roll
roof room root rough roughly round route routine row royal rubber rude ruin rule ruler rumor rumour run
rural rush sack sacred sad safe safety sail salary sale salt same sample sanction sand satellite satisfy
save saw scale scandal scarce scarcely scatter scene schedule scheme scholar school science scientist
scope score scrap screen script sea seal search season seat second secret secretary section sector
secure security see seed seek seem segment seize seldom select self sell seminar senate senator send
senior sense sentence separate sequence series serious serve service session set settle seven seventeen
seventy several severe sex shadow shake shallow shape share sharp shed sheep sheet shelter shield shift
ship shock shoot shop shore short shortage shot show shrewd shrink shut side siege sight sign signal
silence silent silk silver similar simple single sister site situation six sixteen sixty size skill skin
slack slave sleep slide slight slim slogan slow small smart smell smoke smooth smuggle snow sober social
society soft soil soldier sole solid solution solve somebody someone something sometimes somewhat
somewhere son song soon sooner sort sound source south southern space spare speak special specific
speech speed spell spend spirit split sponsor sport spot spread spring spy square staff staffing stage
stake stalemate stand standard star stark start state statement station statistics status statute stay
steady steal steam steel steep stem step stern stick stiff still stop storage store storm story straight
strange strategy stream street strength stress stretch strict strike string strip strong structure
struggle student study stuff sturdy style subject submit subsidy subtle succeed success sudden suffer
sufficient sugar suggest suit sum summary summer summit sun supervise supplement supplier supply support
suppose supreme surface surplus surprise surrender surround survey survive suspect suspend sustain swamp
swear sweep swift switch symbol sympathy system table tackle tactic take talk tame tank target tariff
task tax teach teacher team tear technical technique telegram telegraph telephone television temple
temporary ten tend tension tent term territory terror terrorism terrorist test testify text textile
thank theme theory thereafter thereby therein thereof thereto thereupon thick thin think third thirteen
thirty thorough thousand threat three throughput throw tide tidy tie tied tight till timber time
timetable tin tiny tip tire title tobacco today together toll ton tone tonnes tool top topic total touch
tough tour tourism tourist town track trade tradition traffic train trained trains transfer transform
transit transition transport travel treasure treasury treat treaty trend trial tribe tribute trigger
trip troop troops trouble truce truck true trust truth try tunnel turn twelve twenty twice two type
typical ugly ultimate uncertain uncle undergo underground understand undertake uneven unfair uniform
unilateral union unique unit unite unity universal university unknown unless unlike unrest unusual
upkeep upon upper uprising uranium urban urge urgent usage use usual utility vacuum valley valuable
value van vary vast vehicle venture verdict version vessel veteran veto viable vice victim victory view
village violate violence virtually virtue visa visible vision visit visitor vital voice volume volunteer
vote voter vulnerable wage wait walk wall want war ward warehouse warm warn waste watch water wave weak
wealth wealthy weapon wear weather week weekly weigh weight welcome welfare west western whatever wheat
wheel whenever whereas whereby wherein whereupon wherever whether whichever whilst whoever whole wide
widen widow wife wild win wind window winter wire wise wish withdraw withdrawal witness woman women
wonder wood word work worker world worry worse worth worthy wound write wrong yard yearly yellow yield
young youth zero zone
"""

_ENDINGS = re.compile(
    r"(?:tion|sion|ment|ness|ity|ties|ing|ied|[^aeiou]ed|ly|ous|ive|[ai]ble|ful|less|ism|ance|ence|ency|"
    r"ship|hood|ically|ical|ised|ized|wards?|like|craft|wide)s?$"
)
"""Endings of common words; names such as Manning are the price, at the start of a sentence alone."""


_SHORT = 3


def _positive(superlative: str) -> str:
    """Return the word of a superlative, as far as `stem` needs it: `largest`, `heaviest`, `biggest`."""
    base = superlative.removesuffix("est")
    if base.endswith("i") and len(base) > _SHORT:  # no Triest
        return f"{base[:-1]}y"
    return base[:-1] if base[-2:-1] == base[-1:] and base[-1:] not in "ls" else base


@cache
def _stems() -> frozenset[str]:
    return frozenset(stem(word) for word in _WORDS.split())


def is_common(word: str) -> bool:
    """Tell whether a word is known to be none but a common one."""
    low = word.lower().replace("’", "'")
    if low in STOP_WORDS or stem(low) in _stems():
        return True
    if re.fullmatch(r"[a-z]+n't|[a-z]+'(?:ll|re|ve|d)", low):
        return True
    if low.endswith("est") and stem(_positive(low)) in _stems():
        return True
    if low.endswith("er") and not _stems().isdisjoint(
        (stem(_positive(f"{low.removesuffix('er')}est")), stem(low.removesuffix("r")))
    ):
        return True  # “Smaller”, “Closer”
    if low.endswith("s") and len(low) > len("gases") and entry_of(stem(low)).senses:
        return True  # a plural that a dictionary has: “Quakes”, “Researchers”
    is_compound = any(stem(part) in _stems() for part in _without_particle(low))  # “Turnover”
    return is_compound or (len(low) > 4 and _ENDINGS.search(low) is not None)  # noqa: PLR2004


_PARTICLE = r"(?:after|back|by|down|fore|off|out|over|through|under|up|with)"
_COMPOUND = re.compile(rf"{_PARTICLE}(?P<behind>[a-z]{{3,}})|(?P<before>[a-z]{{3,}}){_PARTICLE}")


def _without_particle(low: str) -> tuple[str, ...]:
    """Return what a word has besides a particle at one of its ends: `look` of `outlook`."""
    match = _COMPOUND.fullmatch(low)
    return tuple(filter(None, match.groups())) if match else ()


WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb "
    "mar apr jun jul aug sep sept oct nov dec".split()
)
LOCATORS = frozenset(
    "exhibit exhibits table tables figure figures chart charts section page pages paragraph paragraphs "
    "annex appendix footnote note part chapter volume slide slides fy".split()
)
"""Words that lead a number inside this or another document."""
