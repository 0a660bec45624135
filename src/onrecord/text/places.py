"""Places under more than one name: exonyms and changed names, and one key for the romanisations of a name."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from onrecord.text.folding import fold
from onrecord.text.romanisation import place_spelling

_ARTICLE = re.compile(r"\b(?:al|el|ar|as|ash|at|az|an)-(?=\w{3})")  # Arabic; English papers print it or not
# The first name is the key. General knowledge: names under which English papers print one city or region.
_ONE_PLACE = """
Kyiv, Kiev, Kyjiv, Kijev
Odesa, Odessa
Dnipro, Dnepr, Dnipropetrovsk, Dnepropetrovsk
Zaporizhzhia, Zaporozhye, Zaporizhia, Zaporizhzhya, Zaporozhe
Bakhmut, Artemivsk, Artyomovsk
Chernobyl, Chornobyl
Transnistria, Pridnestrovie, Trans-Dniester
Mumbai, Bombay
Kolkata, Calcutta
Chennai, Madras
Bengaluru, Bangalore
Varanasi, Benares
Pune, Poona
Thiruvananthapuram, Trivandrum
Kochi, Cochin
Beijing, Peking, Peiping
Nanjing, Nanking
Chongqing, Chungking
Tianjin, Tientsin
Xiamen, Amoy
Hong Kong, Hongkong
Taipei, Taibei
Tibet, Xizang
Xinjiang, Sinkiang
Ho Chi Minh City, Saigon
Yangon, Rangoon
Jakarta, Djakarta
Ulaanbaatar, Ulan Bator
Busan, Pusan
Incheon, Inchon
Istanbul, Constantinople
Thessaloniki, Salonika, Saloniki
Piraeus, Pireas
Gdansk, Danzig
Wroclaw, Breslau
Szczecin, Stettin
Warsaw, Warszawa
Cracow, Krakow
Lviv, Lvov, Lemberg, Lwow
Kaliningrad, Koenigsberg, Königsberg
Cologne, Köln
Munich, München
Nuremberg, Nürnberg
Hanover, Hannover
Vienna, Wien
Prague, Praha
Brno, Brünn
Plzen, Pilsen
Bratislava, Pressburg
Ljubljana, Laibach
Zurich, Zürich
Geneva, Genève, Genf
Bern, Berne
Basel, Basle
Brussels, Bruxelles, Brussel
Antwerp, Antwerpen, Anvers
Bruges, Brugge
Ghent, Gent
The Hague, Den Haag
Lyon, Lyons
Marseille, Marseilles
Strasbourg, Strassburg
Milan, Milano
Turin, Torino
Florence, Firenze
Naples, Napoli
Venice, Venezia
Rome, Roma
Seville, Sevilla
Zaragoza, Saragossa
Lisbon, Lisboa
Copenhagen, København
Gothenburg, Göteborg
Aarhus, Århus
Helsinki, Helsingfors
Turku, Åbo
Tallinn, Reval
Vilnius, Wilno, Vilna
Moscow, Moskva
Saint Petersburg, St. Petersburg, St Petersburg, Leningrad, Petrograd
Volgograd, Stalingrad
Yekaterinburg, Ekaterinburg, Sverdlovsk
Tbilisi, Tiflis
Yerevan, Erevan
Nagorno-Karabakh, Artsakh
Stepanakert, Khankendi
Astana, Nur-Sultan
Almaty, Alma-Ata
Bucharest, Bucuresti
Chisinau, Kishinev
Belgrade, Beograd
Pristina, Prishtina
Damascus, Dimashq
Aleppo, Halab
Jerusalem, Al-Quds
Nablus, Shechem
West Bank, Judea and Samaria
Mecca, Makkah
Medina, Madinah
Tehran, Teheran
Basra, Basrah
Mosul, Al-Mawsil
Kandahar, Qandahar
Karachi, Kurrachee
Cairo, Al-Qahirah
Tripoli, Tarabulus
Benghazi, Bengasi
Algiers, Alger
Tangier, Tangiers
Addis Ababa, Addis Abeba
Kinshasa, Leopoldville
Maputo, Lourenço Marques
Pretoria, Tshwane
Gqeberha, Port Elizabeth
Persian Gulf, Arabian Gulf
Falkland Islands, Falklands, Malvinas, Islas Malvinas
Senkaku Islands, Senkakus, Diaoyu Islands, Diaoyus
Spratly Islands, Spratlys, Nansha Islands
Corsica, Corse
Sardinia, Sardegna
Sicily, Sicilia
Bavaria, Bayern
Tuscany, Toscana
Catalonia, Catalunya, Cataluña
Flanders, Vlaanderen
Donbas, Donbass
"""


def place_named(name: str) -> str | None:
    """The listed place of this very name ("Bombay" gives "Mumbai"), or None."""
    return _names().get(_bare(name))


@lru_cache(maxsize=100_000)
def place_key(name: str) -> str:
    """The key that the spellings of a place's name share; equal keys say that two names may be one place."""
    return " ".join(map(place_spelling, _ARTICLE.sub("", _bare(name)).replace("-", " ").split()))


def _bare(name: str) -> str:
    return fold(name).removeprefix("the ").strip()


@cache
def _names() -> dict[str, str]:
    rows = [[each.strip() for each in line.split(",")] for line in _ONE_PLACE.strip().splitlines()]
    return {_bare(form): row[0] for row in rows for form in row}
