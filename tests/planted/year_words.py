"""The words of a year of coverage that never was: states, people, outlets, matters, and what is said of them."""

from __future__ import annotations

from onrecord.records import EntityKind

STATES = (
    "Ostmark", "Sund", "Ister", "Veldane", "Quarnholm", "Teruel Bay", "Lower Brend", "Kaspermark", "Nordhavn",
    "Alder Isles", "Morwenna", "Sarrow",
)  # fmt: skip
BODIES = ("Harbour Council", "Grain Board", "Pilots’ Union", "River Commission", "Coast Guard", "Customs Court")
GIVEN = (
    "Ilse", "Tavo", "Ada", "Benno", "Corin", "Dagny", "Edvar", "Femke", "Goran", "Hanne", "Ivo", "Jorun", "Katla",
    "Lennart", "Mirel", "Nadja", "Osric", "Petra", "Quill", "Runa", "Stellan", "Thea", "Ulrik", "Vesna", "Wiebke",
    "Ylva", "Zoran", "Anselm", "Britt", "Casimir", "Doriet", "Emeric", "Frida", "Gerlach", "Hedda", "Isidor", "Jutta",
    "Klaas", "Liesl", "Magnar",
)  # fmt: skip
FAMILY = (
    "Oram", "Renn", "Holt", "Aldermaan", "Brask", "Calder", "Dresk", "Ekholt", "Farrow", "Gantz", "Hallam", "Irmgart",
    "Jessop", "Kolvin", "Lindqvar", "Mossom", "Nyhus", "Ostrander", "Pellow", "Quist", "Rademak", "Solberg-Renn",
    "Tamsin", "Ulfeld", "Varga-Lund", "Westrup", "Yorrick", "Zander", "Abelard", "Bjarnov", "Corvell", "Dunmoor",
    "Elsinger", "Falk", "Grevill", "Hartog", "Isaksen", "Jorvik", "Kestrel", "Lomax", "Marrow", "Nettle", "Orsted",
    "Pruvost", "Roskam", "Stavrin", "Tollund", "Umber", "Vintner", "Wolfram",
)  # fmt: skip
OFFICES = (
    "Foreign Minister", "Port Minister", "Defence Minister", "Governor", "Mayor", "Ambassador", "Spokesman", "Envoy",
    "Chancellor", "Judge", "Admiral", "Senator",
)  # fmt: skip
AGENCIES = ("Union Wire", "Coast Press Agency", "Inland News")
OUTLETS = tuple(
    f"{place} {kind}"
    for kind in ("Beacon", "Gazette", "Evening Post", "Courier", "Tribune")
    for place in ("Harbour", "Tidewater", "Upland", "Delta", "Capital", "Strait", "Quayside", "Frontier", "Lakeland",
                  "Old Town", "Northern", "Island")
)  # fmt: skip
# A matter, and the issues that parties take lines on in it.
MATTERS = (
    "harbour dues", "the grain corridor", "the strait crossing", "river tolls", "the fishing quota", "the ferry lease",
    "the border market", "the dam at Brend", "the pilots’ strike", "the customs union", "the ceasefire on the Ister",
    "the prisoner exchange", "the island claim", "the railway gauge", "the salt levy", "the lighthouse fund",
)  # fmt: skip
ASPECTS = (
    "the price of {0}", "a pause in {0}", "outside monitors for {0}", "a vote on {0}", "talks on {0}",
    "the courts’ say in {0}", "troops near {0}", "a new treaty on {0}", "the deadline for {0}", "aid tied to {0}",
    "secret terms of {0}", "private firms in {0}", "a map of {0}", "seasonal workers and {0}", "insurance for {0}",
)  # fmt: skip
# What is said of an issue: a first half, which short reports print alone, and a second.
CLAIMS = (
    ("“We will not sign anything on {0} before the spring", "and nobody in my office has said otherwise"),
    ("“Nobody asked us about {0}", "so nobody should be surprised that we answer"),
    ("“The talks on {0} go on", "as long as the other side keeps to what it promised in {1}"),
    ("“There is room for {0}", "if the patrols leave the strait first"),
    ("“I have read the paper on {0}", "and there is not one line in it that we could accept"),
    ("“Our position on {0} is known", "it has not moved and it will not move"),
    ("“We can talk about {0}", "but not with ships at anchor off our coast"),
    ("“{1} has waited long enough for {0}", "the next step is for others to take"),
    ("“The figures on {0} are wrong", "our own count is a third lower"),
    ("“It is too early to speak of {0}", "let the commission finish its work"),
)  # fmt: skip
TOLD = (
    "the delegation would leave unless {0} was put first",
    "{1} had agreed in principle to {0}",
    "no date had been set for {0}",
    "the talks would go on whatever became of {0}",
    "{0} could cost the coast 340 million crowns a year",
)
CONTEXT = (
    "About {figure} ships a month call at {place}, according to the port.",
    "The dispute over {matter} began when {place} closed its outer quay.",
    "Traders in {place} said the market had been quiet all week.",
    "Some {figure} people marched in {place} last week over {matter}.",
    "Talks on {matter} were held in {place} for the third time this year.",
)
RARE = "walrus"  # stands in one paragraph of whatever is written
COMMON = "talks"  # stands in most articles
KINDS = {True: EntityKind.PLACE, False: EntityKind.ORGANIZATION}


def party(number: int) -> tuple[str, EntityKind]:
    """The name of a party, and what it is; eighteen of them."""
    every = (*STATES, *(f"{STATES[place]} {body}" for place, body in enumerate(BODIES)))
    return every[number], KINDS[number < len(STATES)]


PARTIES = len(STATES) + len(BODIES)


def person(number: int) -> str:
    """The name of a person; the first two thousand differ."""
    turn, family = divmod(number, len(FAMILY))
    return f"{GIVEN[(turn + family * 7) % len(GIVEN)]} {FAMILY[family]}"


PEOPLE = len(GIVEN) * len(FAMILY)
