"""The world's states: their names, the people's name, and the capitals and palaces that stand for their governments.

General knowledge. A state that is not listed is told by the form of the word: see `demonym_of`.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from onrecord.text.folding import fold

# name; other names; adjectives and demonyms; seats of government
_STATES = """
Afghanistan; ; Afghan; Kabul
Albania; ; Albanian; Tirana
Algeria; ; Algerian; Algiers
Andorra; ; Andorran; Andorra la Vella
Angola; ; Angolan; Luanda
Argentina; ; Argentine, Argentinian; Buenos Aires, Casa Rosada
Armenia; ; Armenian; Yerevan
Australia; ; Australian; Canberra
Austria; ; Austrian; Vienna, Ballhausplatz
Azerbaijan; ; Azerbaijani, Azeri; Baku
Bahamas; The Bahamas; Bahamian; Nassau
Bahrain; ; Bahraini; Manama
Bangladesh; ; Bangladeshi; Dhaka
Barbados; ; Barbadian; Bridgetown
Belarus; Byelorussia; Belarusian, Belarussian; Minsk
Belgium; ; Belgian;
Belize; ; Belizean; Belmopan
Benin; ; Beninese; Porto-Novo
Bhutan; ; Bhutanese; Thimphu
Bolivia; ; Bolivian; La Paz
Bosnia and Herzegovina; Bosnia, Bosnia-Herzegovina; Bosnian; Sarajevo
Botswana; ; Botswanan; Gaborone
Brazil; ; Brazilian; Brasilia, Brasília, Planalto
Brunei; Brunei Darussalam; Bruneian; Bandar Seri Begawan
Bulgaria; ; Bulgarian; Sofia
Burkina Faso; ; Burkinabe, Burkinabé; Ouagadougou
Burundi; ; Burundian; Gitega
Cambodia; ; Cambodian; Phnom Penh
Cameroon; ; Cameroonian; Yaounde, Yaoundé
Canada; ; Canadian; Ottawa
Cape Verde; Cabo Verde; Cape Verdean; Praia
Central African Republic; ; Central African; Bangui
Chad; ; Chadian; N'Djamena
Chile; ; Chilean; Santiago, La Moneda
China; People's Republic of China, PRC; Chinese; Beijing, Zhongnanhai
Colombia; ; Colombian; Bogota, Bogotá
Comoros; ; Comorian; Moroni
Congo; Republic of the Congo, Congo-Brazzaville; Congolese; Brazzaville
Democratic Republic of the Congo; DR Congo, DRC, Democratic Republic of Congo; ; Kinshasa
Costa Rica; ; Costa Rican; San Jose, San José
Croatia; ; Croatian; Zagreb
Cuba; ; Cuban; Havana
Cyprus; ; Cypriot; Nicosia
Czech Republic; Czechia; Czech; Prague
Denmark; ; Danish; Copenhagen
Djibouti; ; Djiboutian; Djibouti City
Dominican Republic; ; ; Santo Domingo
East Timor; Timor-Leste; East Timorese, Timorese; Dili
Ecuador; ; Ecuadorian, Ecuadorean; Quito
Egypt; ; Egyptian; Cairo
El Salvador; ; Salvadoran; San Salvador
Equatorial Guinea; ; Equatorial Guinean; Malabo
Eritrea; ; Eritrean; Asmara
Estonia; ; Estonian; Tallinn
Eswatini; Swaziland; Swazi; Mbabane
Ethiopia; ; Ethiopian; Addis Ababa
Fiji; ; Fijian; Suva
Finland; ; Finnish; Helsinki
France; ; French; Paris, Élysée, Elysee, Élysée Palace, Elysee Palace, Quai d'Orsay, Matignon
Gabon; ; Gabonese; Libreville
Gambia; The Gambia; Gambian; Banjul
Georgia; ; Georgian; Tbilisi
Germany; ; German; Berlin
Ghana; ; Ghanaian; Accra
Greece; ; Greek; Athens
Greenland; ; Greenlandic; Nuuk
Guatemala; ; Guatemalan; Guatemala City
Guinea; ; Guinean; Conakry
Guinea-Bissau; ; Bissau-Guinean; Bissau
Guyana; ; Guyanese; Georgetown
Haiti; ; Haitian; Port-au-Prince
Honduras; ; Honduran; Tegucigalpa
Hungary; ; Hungarian; Budapest
Iceland; ; Icelandic; Reykjavik, Reykjavík
India; ; Indian; New Delhi, Delhi
Indonesia; ; Indonesian; Jakarta
Iran; Islamic Republic of Iran, Islamic Republic; Iranian; Tehran
Iraq; ; Iraqi; Baghdad
Ireland; Republic of Ireland; Irish; Dublin, Leinster House
Israel; ; Israeli; Jerusalem
Italy; ; Italian; Rome, Palazzo Chigi, Farnesina, Quirinale
Ivory Coast; Côte d'Ivoire, Cote d'Ivoire; Ivorian; Yamoussoukro, Abidjan
Jamaica; ; Jamaican;
Japan; ; Japanese; Tokyo
Jordan; ; Jordanian; Amman
Kazakhstan; ; Kazakh, Kazakhstani; Astana, Nur-Sultan
Kenya; ; Kenyan; Nairobi
Kosovo; ; Kosovar, Kosovan; Pristina
Kuwait; ; Kuwaiti; Kuwait City
Kyrgyzstan; ; Kyrgyz, Kyrgyzstani; Bishkek
Laos; ; Laotian, Lao; Vientiane
Latvia; ; Latvian; Riga
Lebanon; ; Lebanese; Beirut
Lesotho; ; Basotho; Maseru
Liberia; ; Liberian; Monrovia
Libya; ; Libyan; Tripoli
Liechtenstein; ; Liechtensteiner; Vaduz
Lithuania; ; Lithuanian; Vilnius
Luxembourg; ; Luxembourgish;
Madagascar; ; Malagasy; Antananarivo
Malawi; ; Malawian; Lilongwe
Malaysia; ; Malaysian; Kuala Lumpur, Putrajaya
Maldives; The Maldives; Maldivian;
Mali; ; Malian; Bamako
Malta; ; Maltese; Valletta
Mauritania; ; Mauritanian; Nouakchott
Mauritius; ; Mauritian; Port Louis
Mexico; ; Mexican; Mexico City, Los Pinos
Moldova; ; Moldovan; Chisinau, Chișinău
Monaco; ; Monegasque, Monégasque;
Mongolia; ; Mongolian; Ulaanbaatar, Ulan Bator
Montenegro; ; Montenegrin; Podgorica
Morocco; ; Moroccan; Rabat
Mozambique; ; Mozambican; Maputo
Myanmar; Burma; Burmese, Myanmarese; Naypyidaw, Naypyitaw
Namibia; ; Namibian; Windhoek
Nepal; ; Nepali, Nepalese; Kathmandu
Netherlands; The Netherlands, Holland; Dutch; The Hague, Amsterdam
New Zealand; ; New Zealander; Wellington, Beehive
Nicaragua; ; Nicaraguan; Managua
Niger; ; Nigerien; Niamey
Nigeria; ; Nigerian; Abuja, Aso Rock
North Korea; DPRK, Democratic People's Republic of Korea; North Korean; Pyongyang
North Macedonia; Macedonia; Macedonian; Skopje
Norway; ; Norwegian; Oslo
Oman; ; Omani; Muscat
Pakistan; ; Pakistani; Islamabad
Palestine; State of Palestine, Palestinian Authority; Palestinian; Ramallah
Panama; ; Panamanian; Panama City
Papua New Guinea; ; Papua New Guinean; Port Moresby
Paraguay; ; Paraguayan; Asuncion, Asunción
Peru; ; Peruvian; Lima
Philippines; The Philippines; Filipino, Philippine; Manila, Malacanang, Malacañang
Poland; ; Polish; Warsaw
Portugal; ; Portuguese; Lisbon
Qatar; ; Qatari; Doha
Romania; ; Romanian; Bucharest
Russia; Russian Federation; Russian; Moscow, Kremlin
Rwanda; ; Rwandan; Kigali
Saudi Arabia; Kingdom of Saudi Arabia; Saudi, Saudi Arabian; Riyadh
Senegal; ; Senegalese; Dakar
Serbia; ; Serbian, Serb; Belgrade
Seychelles; ; Seychellois;
Sierra Leone; ; Sierra Leonean; Freetown
Singapore; ; Singaporean;
Slovakia; ; Slovak; Bratislava
Slovenia; ; Slovenian, Slovene; Ljubljana
Solomon Islands; ; Solomon Islander; Honiara
Somalia; ; Somali; Mogadishu
South Africa; ; South African; Pretoria, Union Buildings
South Korea; Republic of Korea, ROK; South Korean; Seoul, Blue House
South Sudan; ; South Sudanese; Juba
Spain; ; Spanish; Madrid, Moncloa
Sri Lanka; ; Sri Lankan; Colombo
Sudan; ; Sudanese; Khartoum, Port Sudan
Suriname; ; Surinamese; Paramaribo
Sweden; ; Swedish; Stockholm
Switzerland; ; Swiss; Bern, Berne
Syria; ; Syrian; Damascus
Taiwan; Republic of China; Taiwanese; Taipei
Tajikistan; ; Tajik, Tajikistani; Dushanbe
Tanzania; ; Tanzanian; Dodoma
Thailand; ; Thai; Bangkok
Togo; ; Togolese; Lome, Lomé
Tonga; ; Tongan; Nuku'alofa
Trinidad and Tobago; ; Trinidadian; Port of Spain
Tunisia; ; Tunisian; Tunis
Turkey; Türkiye, Turkiye; Turkish; Ankara
Turkmenistan; ; Turkmen; Ashgabat
Uganda; ; Ugandan; Kampala
Ukraine; ; Ukrainian; Kyiv, Kiev, Bankova
United Arab Emirates; UAE; Emirati; Abu Dhabi
United Kingdom; UK, U.K., Britain, Great Britain; British, UK, U.K.; London, Downing Street, 10 Downing Street, Whitehall, Number 10, No. 10
United States; US, U.S., USA, U.S.A., America, United States of America; American, US, U.S.; Washington, White House, Washington D.C., Washington DC, Oval Office, Pentagon, State Department, US State Department, U.S. State Department, Capitol Hill
Uruguay; ; Uruguayan; Montevideo
Uzbekistan; ; Uzbek, Uzbekistani; Tashkent
Vatican City; Vatican, Holy See; Vatican; Apostolic Palace
Venezuela; ; Venezuelan; Caracas, Miraflores
Vietnam; Viet Nam; Vietnamese; Hanoi
Yemen; ; Yemeni; Sanaa, Sana'a
Zambia; ; Zambian; Lusaka
Zimbabwe; ; Zimbabwean; Harare
European Union; EU, E.U., European bloc; EU, E.U.; European Commission, European Council
"""

# Letters that a place's name ends in, and those that its people's name does: Istria, Istrian; Velmark, Velmarkese.
_PLACE_ENDS = ("istan", "land", "ia", "ea", "ey", "a", "e", "o", "y", "")
_PEOPLE_ENDS = (
    "ians",
    "ians'",
    "ian",
    "ans",
    "ean",
    "ese",
    "ish",
    "ites",
    "ite",
    "er",
    "ers",
    "an",
    "ic",
    "is",
    "i",
    "n",
)
_LEAST_STEM = 3  # letters that a place and its people must share


def state_of(name: str | None) -> str | None:
    """The state that a name, an adjective or a seat of government stands for, or None.

    "Russian", "Moscow" and "the Kremlin" give "Russia"; a name that only contains one ("Moscow Times") gives None.
    """
    return _table().get(_bare(name)) if name else None


def state_named(name: str | None) -> str | None:
    """The state of this very name ("U.S.", "Britain"), or None; a seat or an adjective names none."""
    return _names().get(_bare(name)) if name else None


def aliases_of(state: str) -> tuple[str, ...]:
    """Other names under which a listed state goes, as printed."""
    return _aliases().get(state, ())


def demonym_of(word: str, places: Iterable[str]) -> str | None:
    """The place whose people or things `word` calls by their adjective ("Istrian" among places with "Istria").

    None where no place, or more than one, has the form.
    """
    stem = _bare(word)
    fits = {place for place in places if _is_adjective(stem, _bare(place))}
    return fits.pop() if len(fits) == 1 else None


def _is_adjective(word: str, place: str) -> bool:
    if word == place:
        return True
    word_stems = {word.removesuffix(end) for end in _PEOPLE_ENDS if word.endswith(end)}
    place_stems = {place.removesuffix(end) for end in _PLACE_ENDS if place.endswith(end)}
    return any(len(stem) >= _LEAST_STEM for stem in word_stems & place_stems)


def _bare(name: str) -> str:
    return fold(name).removeprefix("the ").removesuffix("'s").strip()


def _rows() -> list[tuple[str, list[str], list[str], list[str]]]:
    rows = []
    for line in _STATES.strip().splitlines():
        name, *rest = [part.strip() for part in line.split(";")]
        names, people, seats = [[each.strip() for each in part.split(",") if each.strip()] for part in rest]
        rows.append((name, names, people, seats))
    return rows


@cache
def _names() -> dict[str, str]:
    return {_bare(each): name for name, names, _, _ in _rows() for each in (name, *names)}


@cache
def _aliases() -> dict[str, tuple[str, ...]]:
    return {name: tuple(names) for name, names, _, _ in _rows()}


@cache
def _table() -> dict[str, str]:
    table: dict[str, str] = {}
    for name, names, people, seats in _rows():
        plurals = [f"{each}s" for each in people]
        for each in (name, *names, *people, *plurals, *seats):
            table.setdefault(_bare(each), name)
    return table
