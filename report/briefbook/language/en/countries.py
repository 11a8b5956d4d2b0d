"""Countries as English prose names them: codes, names, peoples and capitals.

A code of ISO 3166-1 leads each line, then the names and abbreviations, the adjectives and words
for the people, and the capital, which prose uses for the government ("Washington wants …").
Kosovo, the European Union and the Soviet Union stand under the codes in common use.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

_TABLE = """
AD|Andorra|Andorran Andorrans|Andorra la Vella
AE|United Arab Emirates;UAE;Emirates|Emirati Emiratis|Abu Dhabi
AF|Afghanistan|Afghan Afghans|Kabul
AG|Antigua and Barbuda||
AL|Albania|Albanian Albanians|Tirana
AM|Armenia|Armenian Armenians|Yerevan
AO|Angola|Angolan Angolans|Luanda
AR|Argentina|Argentine Argentinian Argentines|Buenos Aires
AT|Austria|Austrian Austrians|Vienna
AU|Australia|Australian Australians|Canberra
AZ|Azerbaijan|Azerbaijani Azerbaijanis Azeri Azeris|Baku
BA|Bosnia and Herzegovina;Bosnia|Bosnian Bosnians|Sarajevo
BB|Barbados|Barbadian Barbadians|Bridgetown
BD|Bangladesh|Bangladeshi Bangladeshis|Dhaka
BE|Belgium|Belgian Belgians|Brussels
BF|Burkina Faso|Burkinabe|Ouagadougou
BG|Bulgaria|Bulgarian Bulgarians|Sofia
BH|Bahrain|Bahraini Bahrainis|Manama
BI|Burundi|Burundian Burundians|Gitega
BJ|Benin|Beninese|Porto-Novo
BN|Brunei|Bruneian Bruneians|Bandar Seri Begawan
BO|Bolivia|Bolivian Bolivians|La Paz
BR|Brazil|Brazilian Brazilians|Brasilia
BS|Bahamas|Bahamian Bahamians|Nassau
BT|Bhutan|Bhutanese|Thimphu
BW|Botswana|Botswanan Motswana|Gaborone
BY|Belarus|Belarusian Belarusians|Minsk
BZ|Belize|Belizean Belizeans|Belmopan
CA|Canada|Canadian Canadians|Ottawa
CD|Democratic Republic of the Congo;DRC|Congolese|Kinshasa
CF|Central African Republic||Bangui
CG|Republic of the Congo||Brazzaville
CH|Switzerland|Swiss|Bern
CI|Ivory Coast;Côte d’Ivoire|Ivorian Ivorians|Yamoussoukro
CL|Chile|Chilean Chileans|Santiago
CM|Cameroon|Cameroonian Cameroonians|Yaounde
CN|China;People’s Republic of China;PRC|Chinese|Beijing
CO|Colombia|Colombian Colombians|Bogota
CR|Costa Rica|Costa Rican|San Jose
CU|Cuba|Cuban Cubans|Havana
CV|Cape Verde;Cabo Verde||Praia
CY|Cyprus|Cypriot Cypriots|Nicosia
CZ|Czech Republic;Czechia|Czech Czechs|Prague
DE|Germany;Federal Republic of Germany|German Germans|Berlin
DJ|Djibouti|Djiboutian Djiboutians|
DK|Denmark|Danish Dane Danes|Copenhagen
DM|Dominica||Roseau
DO|Dominican Republic|Dominican Dominicans|Santo Domingo
DZ|Algeria|Algerian Algerians|Algiers
EC|Ecuador|Ecuadorian Ecuadorians|Quito
EE|Estonia|Estonian Estonians|Tallinn
EG|Egypt|Egyptian Egyptians|Cairo
ER|Eritrea|Eritrean Eritreans|Asmara
ES|Spain|Spanish Spaniard Spaniards|Madrid
ET|Ethiopia|Ethiopian Ethiopians|Addis Ababa
EU|European Union;EU;E.U.||
FI|Finland|Finnish Finn Finns|Helsinki
FJ|Fiji|Fijian Fijians|Suva
FM|Micronesia|Micronesian Micronesians|Palikir
FR|France|French Frenchmen|Paris
GA|Gabon|Gabonese|Libreville
GB|United Kingdom;UK;U.K.;Great Britain;Britain|British Briton Britons|London
GD|Grenada|Grenadian Grenadians|
GE|Georgia|Georgian Georgians|Tbilisi
GH|Ghana|Ghanaian Ghanaians|Accra
GM|Gambia|Gambian Gambians|Banjul
GN|Guinea|Guinean Guineans|Conakry
GQ|Equatorial Guinea||Malabo
GR|Greece|Greek Greeks|Athens
GT|Guatemala|Guatemalan Guatemalans|
GW|Guinea-Bissau||Bissau
GY|Guyana|Guyanese|Georgetown
HN|Honduras|Honduran Hondurans|Tegucigalpa
HR|Croatia|Croatian Croatians Croat Croats|Zagreb
HT|Haiti|Haitian Haitians|Port-au-Prince
HU|Hungary|Hungarian Hungarians|Budapest
ID|Indonesia|Indonesian Indonesians|Jakarta
IE|Ireland|Irish|Dublin
IL|Israel|Israeli Israelis|Jerusalem
IN|India|Indian Indians|New Delhi
IQ|Iraq|Iraqi Iraqis|Baghdad
IR|Iran;Islamic Republic of Iran|Iranian Iranians|Tehran
IS|Iceland|Icelandic Icelander Icelanders|Reykjavik
IT|Italy|Italian Italians|Rome
JM|Jamaica|Jamaican Jamaicans|Kingston
JO|Jordan|Jordanian Jordanians|Amman
JP|Japan|Japanese|Tokyo
KE|Kenya|Kenyan Kenyans|Nairobi
KG|Kyrgyzstan;Kyrgyz Republic|Kyrgyz Kyrgyzstani|Bishkek
KH|Cambodia|Cambodian Cambodians|Phnom Penh
KI|Kiribati||Tarawa
KM|Comoros|Comorian Comorians|Moroni
KN|Saint Kitts and Nevis||
KP|North Korea;DPRK|North Korean North Koreans|Pyongyang
KR|South Korea;Republic of Korea|South Korean South Koreans|Seoul
KW|Kuwait|Kuwaiti Kuwaitis|
KZ|Kazakhstan|Kazakh Kazakhs Kazakhstani Kazakhstanis|Astana;Nur-Sultan
LA|Laos|Lao Laotian Laotians|Vientiane
LB|Lebanon|Lebanese|Beirut
LC|Saint Lucia||Castries
LI|Liechtenstein||Vaduz
LK|Sri Lanka|Sri Lankan Sri Lankans|Colombo
LR|Liberia|Liberian Liberians|Monrovia
LS|Lesotho|Basotho|Maseru
LT|Lithuania|Lithuanian Lithuanians|Vilnius
LU|Luxembourg|Luxembourger|
LV|Latvia|Latvian Latvians|Riga
LY|Libya|Libyan Libyans|Tripoli
MA|Morocco|Moroccan Moroccans|Rabat
MC|Monaco|Monegasque|
MD|Moldova|Moldovan Moldovans|Chisinau
ME|Montenegro|Montenegrin Montenegrins|Podgorica
MG|Madagascar|Malagasy|Antananarivo
MH|Marshall Islands|Marshallese|Majuro
MK|North Macedonia;Macedonia|Macedonian Macedonians|Skopje
ML|Mali|Malian Malians|Bamako
MM|Myanmar;Burma|Burmese|Naypyidaw
MN|Mongolia|Mongolian Mongolians|Ulaanbaatar
MR|Mauritania|Mauritanian Mauritanians|Nouakchott
MT|Malta|Maltese|Valletta
MU|Mauritius|Mauritian Mauritians|Port Louis
MV|Maldives|Maldivian Maldivians|Male
MW|Malawi|Malawian Malawians|Lilongwe
MX|Mexico|Mexican Mexicans|Mexico City
MY|Malaysia|Malaysian Malaysians|Kuala Lumpur
MZ|Mozambique|Mozambican Mozambicans|Maputo
NA|Namibia|Namibian Namibians|Windhoek
NE|Niger|Nigerien Nigeriens|Niamey
NG|Nigeria|Nigerian Nigerians|Abuja
NI|Nicaragua|Nicaraguan Nicaraguans|Managua
NL|Netherlands;Holland|Dutch Dutchmen|The Hague
NO|Norway|Norwegian Norwegians|Oslo
NP|Nepal|Nepalese Nepali|Kathmandu
NR|Nauru|Nauruan|
NZ|New Zealand|New Zealander New Zealanders|Wellington
OM|Oman|Omani Omanis|Muscat
PA|Panama|Panamanian Panamanians|Panama City
PE|Peru|Peruvian Peruvians|Lima
PG|Papua New Guinea||Port Moresby
PH|Philippines|Philippine Filipino Filipinos|Manila
PK|Pakistan|Pakistani Pakistanis|Islamabad
PL|Poland|Polish Pole Poles|Warsaw
PS|Palestine|Palestinian Palestinians|Ramallah
PT|Portugal|Portuguese|Lisbon
PW|Palau|Palauan|Ngerulmud
PY|Paraguay|Paraguayan Paraguayans|Asuncion
QA|Qatar|Qatari Qataris|Doha
RO|Romania|Romanian Romanians|Bucharest
RS|Serbia|Serbian Serbians Serb Serbs|Belgrade
RU|Russia;Russian Federation|Russian Russians|Moscow
RW|Rwanda|Rwandan Rwandans|Kigali
SA|Saudi Arabia|Saudi Saudis|Riyadh
SB|Solomon Islands||Honiara
SC|Seychelles|Seychellois|Victoria
SD|Sudan|Sudanese|Khartoum
SE|Sweden|Swedish Swede Swedes|Stockholm
SG|Singapore|Singaporean Singaporeans|
SI|Slovenia|Slovenian Slovenians Slovene|Ljubljana
SK|Slovakia;Slovak Republic|Slovak Slovaks|Bratislava
SL|Sierra Leone|Sierra Leonean|Freetown
SM|San Marino||
SN|Senegal|Senegalese|Dakar
SO|Somalia|Somali Somalis|Mogadishu
SR|Suriname|Surinamese|Paramaribo
SS|South Sudan|South Sudanese|Juba
ST|Sao Tome and Principe||
SU|Soviet Union;USSR;U.S.S.R.|Soviet Soviets|
SV|El Salvador|Salvadoran Salvadorans|San Salvador
SY|Syria|Syrian Syrians|Damascus
SZ|Eswatini;Swaziland|Swazi|Mbabane
TD|Chad|Chadian Chadians|N’Djamena
TG|Togo|Togolese|Lome
TH|Thailand|Thai Thais|Bangkok
TJ|Tajikistan|Tajik Tajiks Tajikistani Tajikistanis|Dushanbe
TL|Timor-Leste;East Timor|Timorese|Dili
TM|Turkmenistan|Turkmen Turkmens|Ashgabat
TN|Tunisia|Tunisian Tunisians|Tunis
TO|Tonga|Tongan Tongans|
TR|Turkey;Türkiye|Turkish Turk Turks|Ankara
TT|Trinidad and Tobago||Port of Spain
TV|Tuvalu|Tuvaluan|Funafuti
TW|Taiwan|Taiwanese|Taipei
TZ|Tanzania|Tanzanian Tanzanians|Dodoma
UA|Ukraine|Ukrainian Ukrainians|Kyiv;Kiev
UG|Uganda|Ugandan Ugandans|Kampala
US|United States of America;United States;US;U.S.;USA;U.S.A.;America|American Americans|Washington
UY|Uruguay|Uruguayan Uruguayans|Montevideo
UZ|Uzbekistan|Uzbek Uzbeks Uzbekistani|Tashkent
VA|Holy See;Vatican||Vatican City
VC|Saint Vincent and the Grenadines||
VE|Venezuela|Venezuelan Venezuelans|Caracas
VN|Vietnam;Viet Nam|Vietnamese|Hanoi
VU|Vanuatu||Port Vila
WS|Samoa|Samoan Samoans|Apia
XK|Kosovo|Kosovar Kosovars|Pristina
YE|Yemen|Yemeni Yemenis|Sanaa
ZA|South Africa|South African South Africans|Pretoria
ZM|Zambia|Zambian Zambians|Lusaka
ZW|Zimbabwe|Zimbabwean Zimbabweans|Harare
"""

_TWO_WORD_PEOPLES = ("North Korean", "South Korean", "Costa Rican", "New Zealander", "Sri Lankan",
                     "Sierra Leonean", "South Sudanese", "South African")  # fmt: skip


@dataclass(frozen=True)
class Country:
    """A country: its code, its names and peoples, and its capitals."""

    code: str
    names: tuple[str, ...]
    """Names, abbreviations, adjectives and words for the people: all of them bear one another."""
    capitals: tuple[str, ...]


@cache
def countries() -> tuple[Country, ...]:
    """Return every country of the table."""
    return tuple(_country(*line.split("|")) for line in _TABLE.strip().splitlines())


def _country(code: str, names: str, peoples: str, capitals: str) -> Country:
    two = [
        f"{word}{plural}" for word in _TWO_WORD_PEOPLES if word in peoples for plural in ("", "s")
    ]
    ones = [] if two else peoples.split()
    return Country(code, (*names.split(";"), *ones, *two), tuple(filter(None, capitals.split(";"))))
