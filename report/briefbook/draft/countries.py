"""Countries: ISO 3166 code, name, and the other words by which English texts mean them.

A frozen list, so that a draft never depends on a download. Capitals stand for governments
("Washington agreed") as often as for places, and count for their country.
"""

from __future__ import annotations

_LINES = """\
AF Afghanistan|Afghan|Kabul
AL Albania|Albanian|Tirana
DZ Algeria|Algerian|Algiers
AD Andorra|Andorran
AO Angola|Angolan|Luanda
AG Antigua and Barbuda
AR Argentina|Argentine|Argentinian|Buenos Aires
AM Armenia|Armenian|Yerevan
AU Australia|Australian|Canberra
AT Austria|Austrian|Vienna
AZ Azerbaijan|Azerbaijani|Azeri|Baku
BS Bahamas|Bahamian
BH Bahrain|Bahraini|Manama
BD Bangladesh|Bangladeshi|Dhaka
BB Barbados|Barbadian
BY Belarus|Belarusian|Minsk
BE Belgium|Belgian|Brussels
BZ Belize|Belizean
BJ Benin|Beninese
BT Bhutan|Bhutanese|Thimphu
BO Bolivia|Bolivian|La Paz
BA Bosnia and Herzegovina|Bosnia|Bosnian|Sarajevo
BW Botswana|Gaborone
BR Brazil|Brazilian|Brasilia
BN Brunei|Bruneian
BG Bulgaria|Bulgarian|Sofia
BF Burkina Faso|Burkinabe|Ouagadougou
BI Burundi|Burundian
CV Cabo Verde|Cape Verde|Cape Verdean
KH Cambodia|Cambodian|Phnom Penh
CM Cameroon|Cameroonian|Yaounde
CA Canada|Canadian|Ottawa
CF Central African Republic|Bangui
TD Chad|Chadian
CL Chile|Chilean|Santiago
CN China|Chinese|Beijing|PRC|People’s Republic of China
CO Colombia|Colombian|Bogota|Bogotá
KM Comoros|Comorian
CG Republic of the Congo|Brazzaville
CD Democratic Republic of the Congo|DRC|Kinshasa|Congolese
CR Costa Rica|Costa Rican
CI Côte d’Ivoire|Ivory Coast|Ivorian|Abidjan
HR Croatia|Croatian|Zagreb
CU Cuba|Cuban|Havana
CY Cyprus|Cypriot|Nicosia
CZ Czech Republic|Czechia|Czech|Prague
DK Denmark|Danish|Copenhagen
DJ Djibouti|Djiboutian
DM Dominica
DO Dominican Republic|Santo Domingo
EC Ecuador|Ecuadorian|Quito
EG Egypt|Egyptian|Cairo
SV El Salvador|Salvadoran
GQ Equatorial Guinea
ER Eritrea|Eritrean|Asmara
EE Estonia|Estonian|Tallinn
SZ Eswatini|Swaziland|Swazi
ET Ethiopia|Ethiopian|Addis Ababa
FJ Fiji|Fijian|Suva
FI Finland|Finnish|Helsinki
FR France|French|Paris
GA Gabon|Gabonese|Libreville
GM Gambia|Gambian
GE Georgia|Georgian|Tbilisi
DE Germany|German|Berlin
GH Ghana|Ghanaian|Accra
GR Greece|Greek|Athens
GD Grenada|Grenadian
GT Guatemala|Guatemalan
GN Guinea|Guinean|Conakry
GW Guinea-Bissau|Bissau
GY Guyana|Guyanese|Georgetown
HT Haiti|Haitian|Port-au-Prince
VA Holy See|Vatican
HN Honduras|Honduran|Tegucigalpa
HU Hungary|Hungarian|Budapest
IS Iceland|Icelandic|Reykjavik
IN India|Indian|New Delhi
ID Indonesia|Indonesian|Jakarta
IR Iran|Iranian|Tehran
IQ Iraq|Iraqi|Baghdad
IE Ireland|Irish|Dublin
IL Israel|Israeli|Jerusalem
IT Italy|Italian|Rome
JM Jamaica|Jamaican
JP Japan|Japanese|Tokyo
JO Jordan|Jordanian|Amman
KZ Kazakhstan|Kazakhstani|Kazakh|Astana|Nur-Sultan|Almaty
KE Kenya|Kenyan|Nairobi
KI Kiribati
KP North Korea|North Korean|DPRK|Pyongyang
KR South Korea|South Korean|Republic of Korea|Korean|Seoul
XK Kosovo|Kosovar|Pristina
KW Kuwait|Kuwaiti
KG Kyrgyzstan|Kyrgyz Republic|Kyrgyz|Bishkek
LA Laos|Laotian|Lao|Vientiane
LV Latvia|Latvian|Riga
LB Lebanon|Lebanese|Beirut
LS Lesotho|Maseru
LR Liberia|Liberian|Monrovia
LY Libya|Libyan|Tripoli
LI Liechtenstein
LT Lithuania|Lithuanian|Vilnius
LU Luxembourg
MG Madagascar|Malagasy|Antananarivo
MW Malawi|Malawian|Lilongwe
MY Malaysia|Malaysian|Kuala Lumpur
MV Maldives|Maldivian
ML Mali|Malian|Bamako
MT Malta|Maltese|Valletta
MH Marshall Islands|Marshallese
MR Mauritania|Mauritanian|Nouakchott
MU Mauritius|Mauritian
MX Mexico|Mexican|Mexico City
FM Micronesia|Micronesian
MD Moldova|Moldovan|Chisinau
MC Monaco
MN Mongolia|Mongolian|Ulaanbaatar
ME Montenegro|Montenegrin|Podgorica
MA Morocco|Moroccan|Rabat
MZ Mozambique|Mozambican|Maputo
MM Myanmar|Burma|Burmese|Naypyidaw
NA Namibia|Namibian|Windhoek
NR Nauru
NP Nepal|Nepali|Nepalese|Kathmandu
NL Netherlands|Dutch|The Hague
NZ New Zealand|Wellington
NI Nicaragua|Nicaraguan|Managua
NE Niger|Nigerien|Niamey
NG Nigeria|Nigerian|Abuja
MK North Macedonia|Macedonia|Macedonian|Skopje
NO Norway|Norwegian|Oslo
OM Oman|Omani|Muscat
PK Pakistan|Pakistani|Islamabad
PW Palau|Palauan
PS Palestine|Palestinian|Palestinian Authority
PA Panama|Panamanian
PG Papua New Guinea|Port Moresby
PY Paraguay|Paraguayan|Asunción
PE Peru|Peruvian|Lima
PH Philippines|Philippine|Filipino|Manila
PL Poland|Polish|Warsaw
PT Portugal|Portuguese|Lisbon
QA Qatar|Qatari|Doha
RO Romania|Romanian|Bucharest
RU Russia|Russian Federation|Russian|Moscow|Kremlin
RW Rwanda|Rwandan|Kigali
KN Saint Kitts and Nevis
LC Saint Lucia
VC Saint Vincent and the Grenadines
WS Samoa|Samoan
SM San Marino
ST São Tomé and Príncipe
SA Saudi Arabia|Saudi|Riyadh
SN Senegal|Senegalese|Dakar
RS Serbia|Serbian|Belgrade
SC Seychelles
SL Sierra Leone|Freetown
SG Singapore|Singaporean
SK Slovakia|Slovak|Bratislava
SI Slovenia|Slovenian|Ljubljana
SB Solomon Islands|Honiara
SO Somalia|Somali|Mogadishu
ZA South Africa|South African|Pretoria
SS South Sudan|South Sudanese|Juba
ES Spain|Spanish|Madrid
LK Sri Lanka|Sri Lankan|Colombo
SD Sudan|Sudanese|Khartoum
SR Suriname|Surinamese
SE Sweden|Swedish|Stockholm
CH Switzerland|Swiss|Bern
SY Syria|Syrian|Damascus
TW Taiwan|Taiwanese|Taipei
TJ Tajikistan|Tajik|Tajikistani|Dushanbe
TZ Tanzania|Tanzanian|Dodoma
TH Thailand|Thai|Bangkok
TL Timor-Leste|East Timor|Timorese|Dili
TG Togo|Togolese
TO Tonga|Tongan
TT Trinidad and Tobago
TN Tunisia|Tunisian|Tunis
TR Türkiye|Turkey|Turkish|Ankara
TM Turkmenistan|Turkmen|Ashgabat
TV Tuvalu
UG Uganda|Ugandan|Kampala
UA Ukraine|Ukrainian|Kyiv|Kiev
AE United Arab Emirates|UAE|Emirati|Abu Dhabi
GB United Kingdom|UK|U.K.|Britain|British|Great Britain|London
US United States|United States of America|U.S.|US|USA|U.S.A.|American|Washington
UY Uruguay|Uruguayan|Montevideo
UZ Uzbekistan|Uzbek|Uzbekistani|Tashkent
VU Vanuatu|Port Vila
VE Venezuela|Venezuelan|Caracas
VN Vietnam|Vietnamese|Hanoi
YE Yemen|Yemeni|Sanaa
ZM Zambia|Zambian|Lusaka
ZW Zimbabwe|Zimbabwean|Harare
"""

_TABLE = tuple((line[:2], tuple(line[3:].split("|"))) for line in _LINES.splitlines())

NAMES: dict[str, str] = {code: words[0] for code, words in _TABLE}
"""The name of each country by its code."""

CODES: dict[str, str] = {word: code for code, words in _TABLE for word in words}
"""The code by each word that means the country."""
