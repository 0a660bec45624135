"""Names of bodies: legal forms left out, known initials spelled out, and whose ministry or court one is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from onrecord.text.agencies import find_agency, is_plain_word
from onrecord.text.folding import fold
from onrecord.text.states import demonym_of, state_of

# The full name and the initials by which all papers know it; general knowledge.
_KNOWN = """
North Atlantic Treaty Organisation; NATO, North Atlantic Alliance
United Nations; UN, U.N., UNO, United Nations Organisation
United Nations Security Council; UN Security Council, U.N. Security Council, UNSC
United Nations General Assembly; UN General Assembly, U.N. General Assembly, UNGA
International Atomic Energy Agency; IAEA
World Health Organisation; WHO, W.H.O.
World Trade Organisation; WTO
International Monetary Fund; IMF
Organisation of the Petroleum Exporting Countries; OPEC
Organisation for Security and Co-operation in Europe; OSCE, Organisation for Security and Cooperation in Europe
Organisation for Economic Co-operation and Development; OECD
European Central Bank; ECB
European Court of Human Rights; ECHR
International Criminal Court; ICC
International Court of Justice; ICJ
International Committee of the Red Cross; ICRC
United Nations Children's Fund; UNICEF
United Nations High Commissioner for Refugees; UNHCR, UN refugee agency, U.N. refugee agency
United Nations Relief and Works Agency; UNRWA
World Food Programme; WFP
Association of Southeast Asian Nations; ASEAN
African Union; AU
Economic Community of West African States; ECOWAS
Gulf Cooperation Council; GCC
Shanghai Cooperation Organisation; SCO
Collective Security Treaty Organisation; CSTO
Organisation of Islamic Cooperation; OIC
Federal Bureau of Investigation; FBI, F.B.I.
Central Intelligence Agency; CIA, C.I.A.
National Security Agency; NSA
Federal Security Service; FSB
Foreign Intelligence Service; SVR
Security Service of Ukraine; SBU
Islamic Revolutionary Guard Corps; IRGC, Revolutionary Guards, Revolutionary Guard
Israel Defence Forces; IDF
Palestine Liberation Organisation; PLO
Islamic State; IS, ISIS, ISIL, Daesh
African National Congress; ANC
Bharatiya Janata Party; BJP
Kurdistan Workers' Party; PKK
Democratic Unionist Party; DUP
Scottish National Party; SNP
Alternative for Germany; AfD, Alternative für Deutschland
Christian Democratic Union; CDU
Doctors Without Borders; MSF, Médecins Sans Frontières
"""
_LEGAL = frozenset(
    "inc incorporated ltd limited plc llc llp corp corporation gmbh kgaa sarl srl spa asa oao ooo pao pjsc jsc".split()
)
_LEGAL_CAPITALS = frozenset("AG SA NV BV AB AS SE KK Co Oy Oyj A/S".split())  # words of other sorts in small letters
_SPELLINGS = {
    "defense": "defence",
    "labor": "labour",
    "center": "centre",
    "organization": "organisation",
    "program": "programme",
    "&": "and",
    "cooperation": "co-operation",
}
_FIELDS = {
    "foreign": "foreign",
    "foreign affairs": "foreign",
    "external affairs": "foreign",
    "foreign relations": "foreign",
    "external relations": "foreign",
    "defence": "defence",
    "national defence": "defence",
    "interior": "interior",
    "internal affairs": "interior",
    "home affairs": "interior",
    "finance": "finance",
    "finances": "finance",
    "economy": "economy",
    "economic": "economy",
    "economic affairs": "economy",
    "economics": "economy",
    "health": "health",
    "public health": "health",
    "transport": "transport",
    "transportation": "transport",
    "trade": "trade",
    "commerce": "trade",
    "environment": "environment",
    "environmental protection": "environment",
    "emergency situations": "emergency",
    "emergencies": "emergency",
    **{field: field for field in "justice energy agriculture education culture labour tourism state treasury".split()},
}
_FIELD = "|".join(sorted(_FIELDS, key=lambda field: -len(field)))
_BEHIND = re.compile(r"(?:(?P<owner>.+?) )?(?P<kind>ministry|department) (?:of|for) (?:the )?(?P<field>.+)")
_BEFORE = re.compile(
    rf"(?:(?P<owner>.+?) )?(?P<field>{_FIELD}) (?P<kind>ministry|department)(?: of (?:the )?(?P<state>.+))?"
)
# Bodies that every state has one of.
_HEADS = (
    "parliament|senate|army|navy|police|government|central bank|supreme court|constitutional court|air force|treasury|"
    "cabinet|presidency|coast guard|border guards?|national assembly|armed forces|military|general staff|embassy"
)
_HEAD_LAST = re.compile(rf"(?:(?P<owner>.+?) )?(?P<head>{_HEADS})")
_HEAD_FIRST = re.compile(rf"(?P<head>{_HEADS}) of (?:the )?(?P<owner>.+)")


# Words before a body's name that do not say whose it is.
_NOBODY = frozenset("its their his her our my your this that local national federal own new former".split())
_POSSESSIVE = re.compile(r"'s?$")  # "Mineworkers' Union", of which a reader of roles leaves the apostrophe out


@dataclass(frozen=True, slots=True)
class BodyName:
    """A body's name as all its printings share it; `owner` is the folded state or place whose ministry or court it is.

    `shared` tells that every state has a body of that name, so that without its owner it names none of them.
    """

    key: str
    owner: str = ""
    shared: bool = False

    def owned_among(self, places: Iterable[str]) -> BodyName:
        """The name with its owner as a place of the article where it was only an adjective: "kaldavian"."""
        place = demonym_of(self.owner, places) if self.owner and not state_of(self.owner) else None
        return BodyName(self.key, place, self.shared) if place else self


@lru_cache(maxsize=100_000)
def body_name(name: str) -> BodyName:
    """The body's name without article, legal form and the ways of spelling it."""
    agency = find_agency(name)
    if agency and not is_plain_word(name):
        return BodyName(fold(agency.name))
    plain = _plain(name)
    if known := _known().get(plain):
        return BodyName(known)
    if ministry := _ministry(plain):
        return ministry
    if found := _HEAD_FIRST.fullmatch(plain) or _HEAD_LAST.fullmatch(plain):
        return BodyName(found["head"], _owner(found["owner"]), shared=True)
    return BodyName(plain)


def _plain(name: str) -> str:
    words = name.replace(",", " ").split()
    while len(words) > 1 and (words[-1] in _LEGAL_CAPITALS or fold(words[-1].replace(".", "")) in _LEGAL):
        words.pop()
    folded = [_POSSESSIVE.sub("", fold(word)) for word in words]
    return " ".join(_SPELLINGS.get(word, word) for word in folded).removeprefix("the ").strip()


def _ministry(plain: str) -> BodyName | None:
    if found := _BEFORE.fullmatch(plain):
        field, owned = found["field"], found["owner"] or found["state"]
    elif found := _BEHIND.fullmatch(plain):
        field, _, owner = found["field"].partition(" of ")
        owned = found["owner"] or owner.removeprefix("the ")
    else:
        return None
    key = f"{found['kind']} {_FIELDS.get(field, field)}"
    # Only the United States call it so.
    return BodyName(key, _owner(owned) or ("united states" if key == "department state" else ""), shared=True)


def _owner(printed: str | None) -> str:
    bare = (printed or "").removeprefix("the ")
    return "" if bare in _NOBODY else fold(state_of(bare) or bare)


@cache
def _known() -> dict[str, str]:
    table = {}
    for line in _KNOWN.strip().splitlines():
        full, _, short = line.partition("; ")
        table.update({_plain(form): _plain(full) for form in (full, *short.split(", "))})
    return table
