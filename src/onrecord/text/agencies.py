"""The world's well-known news agencies, broadcasters and papers, and the look of a news organisation's name.

General knowledge of the trade: an agency sells copy to other outlets, a broadcaster or paper is quoted by
them. A name that is not listed is told as a news organisation by its own words ("Unity Press", "Radio Ister")
where the sentence says that it reported something.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from onrecord.records import Span


class MediaKind(StrEnum):
    """What a news organisation does with its words."""

    AGENCY = "agency"  # sells them to other outlets
    BROADCASTER = "broadcaster"
    PAPER = "paper"  # prints them itself, on paper or on a site


@dataclass(frozen=True, slots=True, kw_only=True)
class Agency:
    """A known news organisation: the name the record uses, and every other that is printed for it."""

    name: str
    kind: MediaKind
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyMention:
    """A known news organisation at a place in a text."""

    agency: Agency
    span: Span


_AGENCIES = (
    "Reuters|Thomson Reuters|Reuters News",
    "AP|The Associated Press|Associated Press",
    "AFP|Agence France-Presse|Agence France Presse",
    "dpa|DPA|Deutsche Presse-Agentur|German Press Agency",
    "UPI|United Press International",
    "Bloomberg|Bloomberg News",
    "Dow Jones|Dow Jones Newswires",
    "PA Media|PA|Press Association|PA news agency",
    "Canadian Press|The Canadian Press",
    "AAP|Australian Associated Press",
    "EFE|Agencia EFE",
    "ANSA",
    "Adnkronos",
    "Lusa",
    "APA|Austria Press Agency",
    "Keystone-SDA",
    "Belga",
    "ANP",
    "TT|TT News Agency",
    "NTB",
    "Ritzau",
    "STT",
    "BNS|Baltic News Service",
    "PAP|Polish Press Agency",
    "CTK|ČTK|Czech News Agency",
    "TASR",
    "MTI",
    "Agerpres",
    "BTA",
    "Tanjug",
    "Hina",
    "FENA",
    "ANA-MPA",
    "Anadolu|Anadolu Agency|Anadolu Ajansı",
    "DHA|Demirören News Agency",
    "TASS|ITAR-TASS|Itar-Tass",
    "RIA Novosti|RIA",
    "Interfax",
    "Interfax-Ukraine",
    "Ukrinform",
    "UNIAN",
    "Ukrainian News",
    "BelTA|Belta",
    "Kazinform",
    "Trend News Agency",
    "Azertac",
    "Armenpress",
    "Interpressnews",
    "Xinhua|Xinhua News Agency",
    "CNS|China News Service",
    "CNA|Central News Agency",
    "Kyodo|Kyodo News",
    "Jiji|Jiji Press",
    "Yonhap|Yonhap News Agency|Yonhap News",
    "KCNA|Korean Central News Agency",
    "Newsis",
    "PTI|Press Trust of India",
    "ANI|Asian News International",
    "IANS",
    "UNI|United News of India",
    "APP|Associated Press of Pakistan",
    "BSS",
    "Antara",
    "Bernama",
    "VNA|Vietnam News Agency",
    "IRNA|Islamic Republic News Agency",
    "ISNA",
    "Fars|Fars News Agency|Fars news agency",
    "Tasnim|Tasnim News Agency|Tasnim news agency",
    "Mehr|Mehr News Agency|Mehr news agency",
    "SPA|Saudi Press Agency",
    "WAM|Emirates News Agency",
    "QNA|Qatar News Agency",
    "KUNA|Kuwait News Agency",
    "SANA|Syrian Arab News Agency",
    "NNA|National News Agency",
    "INA|Iraqi News Agency",
    "Petra|Jordan News Agency",
    "MENA|Middle East News Agency",
    "WAFA",
    "Ma'an|Ma'an News Agency",
    "NAN|News Agency of Nigeria",
    "Agencia Brasil|Agência Brasil",
    "Télam|Telam",
    "Prensa Latina",
    "Notimex",
    "Inter Press Service|IPS",
    "States Newsroom",
    "Religion News Service",
)

_BROADCASTERS = (
    "BBC|BBC News|the BBC|British Broadcasting Corporation",
    "ITV|ITV News",
    "Sky News",
    "Channel 4 News",
    "NBC News|NBC",
    "ABC News",
    "ABC",
    "CBS News|CBS",
    "CNN|CNN International",
    "MSNBC",
    "CNBC",
    "Fox News|Fox News Channel",
    "Fox Business|Fox Business Network",
    "Newsmax",
    "NPR|National Public Radio",
    "PBS|PBS NewsHour",
    "C-SPAN",
    "Univision",
    "Telemundo",
    "VOA|Voice of America",
    "RFE/RL|Radio Free Europe/Radio Liberty|Radio Free Europe|Radio Liberty",
    "Radio Free Asia|RFA",
    "CBC|CBC News",
    "Global News",
    "CTV|CTV News",
    "RTÉ|RTE",
    "Deutsche Welle|DW",
    "ARD",
    "ZDF",
    "France 24",
    "RFI|Radio France Internationale",
    "franceinfo|France Info",
    "TF1",
    "BFMTV|BFM TV",
    "Euronews",
    "RAI|Rai News",
    "RTVE",
    "NOS",
    "SVT",
    "NRK",
    "YLE|Yle",
    "TVP",
    "TVN",
    "Al Jazeera|Al-Jazeera",
    "Al Arabiya|Al-Arabiya",
    "Al Mayadeen",
    "Al Hadath",
    "TRT World|TRT Haber|TRT",
    "NTV",
    "RT|Russia Today",
    "Rossiya 1",
    "Channel One",
    "Rossiya 24",
    "Suspilne",
    "TV Rain|Dozhd",
    "Press TV",
    "NHK",
    "KBS",
    "CCTV",
    "CGTN",
    "NDTV",
    "Times Now",
    "Geo News",
    "ARY News",
    "SABC",
    "Globo|TV Globo",
    "Kan",
    "Channel 12",
    "Channel 13",
    "i24NEWS|i24 News",
)

_PAPERS = (
    "The New York Times|New York Times|the Times of New York",
    "The Washington Post|Washington Post",
    "The Wall Street Journal|Wall Street Journal|WSJ",
    "USA Today|USA TODAY",
    "Los Angeles Times|The Los Angeles Times|LA Times",
    "Chicago Tribune|The Chicago Tribune",
    "The Boston Globe|Boston Globe",
    "New York Post|The New York Post",
    "New York Daily News",
    "Politico|POLITICO",
    "Axios",
    "The Hill",
    "HuffPost|The Huffington Post|Huffington Post",
    "BuzzFeed News|BuzzFeed",
    "Vox",
    "ProPublica",
    "The Intercept",
    "Breitbart|Breitbart News",
    "The Daily Beast|Daily Beast",
    "National Review",
    "The Atlantic",
    "The New Yorker|New Yorker",
    "Time|TIME|Time magazine|TIME magazine",
    "Newsweek",
    "Foreign Policy",
    "Foreign Affairs",
    "The Economist",
    "Financial Times|The Financial Times|FT",
    "The Guardian|the Guardian",
    "The Observer",
    "The Times|The Times of London",
    "The Sunday Times|Sunday Times",
    "The Telegraph|The Daily Telegraph|Daily Telegraph|the Telegraph",
    "The Independent",
    "Daily Mail|The Daily Mail|MailOnline",
    "The Sun",
    "Daily Mirror",
    "Evening Standard|The Evening Standard",
    "The Irish Times|Irish Times",
    "The Globe and Mail|Globe and Mail",
    "Toronto Star|The Toronto Star",
    "National Post",
    "The Sydney Morning Herald|Sydney Morning Herald",
    "The Australian",
    "The New Zealand Herald|New Zealand Herald",
    "Le Monde",
    "Le Figaro",
    "Libération",
    "Les Echos",
    "Der Spiegel|Spiegel",
    "Die Zeit",
    "Die Welt",
    "Bild",
    "Süddeutsche Zeitung|Sueddeutsche Zeitung",
    "Frankfurter Allgemeine Zeitung|FAZ",
    "Handelsblatt",
    "Neue Zürcher Zeitung|NZZ",
    "Corriere della Sera",
    "La Repubblica|la Repubblica",
    "La Stampa",
    "Il Sole 24 Ore",
    "El País|El Pais",
    "El Mundo",
    "La Vanguardia",
    "Gazeta Wyborcza",
    "Rzeczpospolita",
    "Helsingin Sanomat",
    "Dagens Nyheter",
    "Aftenposten",
    "Kommersant",
    "Vedomosti",
    "Izvestia",
    "Rossiyskaya Gazeta",
    "Komsomolskaya Pravda",
    "RBC",
    "Novaya Gazeta",
    "Novaya Gazeta Europe",
    "The Moscow Times|Moscow Times",
    "The Insider",
    "Important Stories|iStories",
    "Ukrainska Pravda|Ukrayinska Pravda",
    "European Pravda",
    "Hurriyet|Hürriyet",
    "Haaretz",
    "The Times of Israel|Times of Israel",
    "The Jerusalem Post|Jerusalem Post",
    "Yedioth Ahronoth",
    "Ynet",
    "Al-Ahram",
    "Asharq Al-Awsat",
    "The National",
    "Dawn",
    "The Express Tribune|Express Tribune",
    "The Hindu",
    "The Times of India|Times of India",
    "Hindustan Times",
    "The Indian Express|Indian Express",
    "The Straits Times|Straits Times",
    "South China Morning Post",
    "Global Times",
    "China Daily",
    "People's Daily",
    "Caixin",
    "Nikkei|Nikkei Asia",
    "Asahi Shimbun|The Asahi Shimbun",
    "Yomiuri Shimbun|The Yomiuri Shimbun",
    "The Japan Times|Japan Times",
    "Chosun Ilbo",
    "The Korea Herald|Korea Herald",
    "JoongAng Ilbo",
    "Folha de S.Paulo|Folha de S. Paulo",
    "O Globo",
    "El Universal",
    "Clarín|Clarin",
    "La Nación",
    "Mail & Guardian",
    "Daily Nation",
    "Semafor",
    "Bellingcat",
)


def _read(rows: tuple[str, ...], kind: MediaKind) -> tuple[Agency, ...]:
    parts = (row.split("|") for row in rows)
    return tuple(Agency(name=first, kind=kind, aliases=tuple(rest)) for first, *rest in parts)


KNOWN: tuple[Agency, ...] = (
    _read(_AGENCIES, MediaKind.AGENCY) + _read(_BROADCASTERS, MediaKind.BROADCASTER) + _read(_PAPERS, MediaKind.PAPER)
)

# Names that are also plain words, places or initials of much else: they count only where the sentence says
# that they carried news, never by standing somewhere.
ORDINARY_WORDS = frozenset(
    (
        "ABC|Time|TIME|Vox|Dawn|Bild|Globo|Kan|Fars|Mehr|Petra|Spiegel|PA|TT|CNS|CNA|INA|SPA|NAN|UNI|ANI|"
        "APP|APA|MENA|"
        "SANA|RT|NTV|DW|FT|IPS|STT|NOS|TVN|TVP|BSS|RBC|RIA|CBC|The Times|The Sun|The National|"
        "The Independent|"
        "The Australian|The Observer|The Hill|The Insider|The Hindu|Channel One|Channel 12|Channel 13|"
        "Global News|"
        "Fox Business|Important Stories|Foreign Affairs|Foreign Policy|Ukrainian News"
    ).split("|")
)


def _key(name: str) -> str:
    return " ".join(name.split()).removeprefix("the ").removeprefix("The ")


_BY_NAME = {_key(form): agency for agency in KNOWN for form in (agency.name, *agency.aliases)}

_WORD_START = r"(?<![\w@/.-])"
_MENTION = re.compile(
    _WORD_START
    + "("
    + "|".join(
        re.escape(form) for form in sorted({f for a in KNOWN for f in (a.name, *a.aliases)}, key=lambda f: (-len(f), f))
    )
    + r")(?![\w-])"
)

# The last word of a news organisation's name, or its first.
_ENDS = (
    "(?:News|Press|Telegraph|Information|Telegraphic) Agency|(?:News|Press|Wire|World|Broadcasting) Service|"
    "Advertiser|Argus|Banner|Bee|Broadcasting|Bulletin|Chronicle|Clarion|Courier|Daily|Dispatch|Echo|Examiner|Express|"
    "Gazette|Globe|Guardian|Herald|Independent|Inquirer|Insider|Journal|Ledger|Magazine|Mail|Mercury|Messenger|Mirror|"
    "Monitor|News|Newspaper|Newswire|Wire|Observer|Online|Pioneer|Post|Press|Radio|Record|Recorder|Register|Reporter|"
    "Review|Sentinel|Spectator|Standard|Star|Telegraph|Telegram|Television|Times|Today|Transcript|Tribune|TV|Vanguard|"
    "Voice|Weekly|Zeitung"
)
_STARTS = "Daily|Radio|TV|Channel|Agence|Agencia|Agenzia|Gazeta|Novaya|Diario|Le|La|El|Die|Der|Il"
_SHAPE = re.compile(
    rf"(?:[Tt]he )?[A-Z][\w'’.&-]* (?:(?:[A-Z][\w'’.&-]*|\d{{1,2}}|&) ){{0,3}}(?:{_ENDS})(?: (?:{_ENDS}))?|"
    rf"(?:{_STARTS}) [A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?|"
    rf"(?:[Tt]he )?(?:[A-Z][\w'’-]+ ){{0,2}}(?:{_ENDS}) (?:and|&) (?:{_ENDS})|"
    r"(?:[Tt]he )?(?:Times|Herald|Courier|Echo|Gazette|Tribune) of (?:the )?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?|"
    r"[A-Z][\w]+-TV"
)


def find_agency(name: str) -> Agency | None:
    """The known news organisation of that name, "the" or not; None where it is not listed."""
    return _BY_NAME.get(_key(name))


def is_agency(name: str) -> bool:
    """Whether the name is that of a known agency, which sells copy and so is never the outlet of a page."""
    agency = find_agency(name)
    return agency is not None and agency.kind is MediaKind.AGENCY


_JOB = re.compile(
    r"(?:(?:our|the|chief|senior|junior|staff|lead|special|associate|deputy|assistant|managing|executive|acting|"
    r"political|health|science|crime|courts?|city|diplomatic|foreign|defen[cs]e|economics?|business|education|"
    r"environment|world|national|regional|local|sports?|news|features?|arts|night|investigations?) )*"
    r"(?:reporter|correspondent|editor|writer|journalist|columnist|contributor)"
)


def looks_like_media(name: str) -> bool:
    """Whether the name is a known news organisation's or has the words of one ("Unity Press")."""
    return find_agency(name) is not None or (_SHAPE.fullmatch(name) is not None and not is_job(name))


def is_job(name: str) -> bool:
    """Whether the words are what a writer does, not for whom: "Chief Reporter"."""
    return _JOB.fullmatch(name.lower()) is not None


def canonical_name(name: str) -> str:
    """The name the record uses: the listed one where it is known, else as printed."""
    agency = find_agency(name)
    return " ".join(name.split()) if agency is None else agency.name


def find_mentions(text: str, start: int = 0, end: int | None = None) -> Iterator[AgencyMention]:
    """Every known news organisation named in `text[start:end]`, in reading order, longest name first.

    Names that are plain words besides (ABC, Time, Dawn) are among them; `is_plain_word` tells them.
    """
    for found in _MENTION.finditer(text, start, len(text) if end is None else end):
        agency = _BY_NAME[_key(found.group(1))]
        yield AgencyMention(agency=agency, span=Span.of(text, found.start(), found.end()))


def is_plain_word(name: str) -> bool:
    """Whether a listed name is also a plain word, a place or initials of much else."""
    return name in ORDINARY_WORDS


_WIRE = re.compile(r"(?:[A-Z][\w'’-]* ){1,3}(?:News Agency|Press Agency|News Service|Newswire|Newswires|Wire Service)")


def looks_like_wire(name: str) -> bool:
    """Whether an unlisted name says itself that it is an agency ("Beacon News Agency"), not only some outlet."""
    return _WIRE.fullmatch(name) is not None


def name_key(name: str) -> str:
    """The words of a name, folded, without "the": equal for two printings of it."""
    return re.sub(r"\W+", " ", name).casefold().strip().removeprefix("the ").strip()


_KINDS = frozenset({"news", "online", "tv", "television", "radio", "com", "live", "newsroom", "agency"})


def names_outlet(name: str, outlet: str | None) -> bool:
    """Whether the name is the outlet's, in full, by its last words ("the Courier") or with its kind ("News")."""
    if outlet is None:
        return False
    own, other = name_key(outlet).split(), name_key(name).split()
    return own[-len(other) :] == other or _bare(own) == _bare(other)


def _bare(words: list[str]) -> list[str]:
    """The words of a name without what many names end in."""
    kept = list(words)
    while len(kept) > 1 and kept[-1] in _KINDS:
        kept.pop()
    return kept
