"""The heaviest pages of a large record: the largest story, the most quoted person, the last page of each list."""

from __future__ import annotations

from urllib.parse import urlencode

from starlette.testclient import TestClient
from tests.planted.year_words import COMMON, RARE
from tests.web.serving import addresses, twin

MEANT, ISSUE = "wage negotiations", "harbour"  # words that no one says, and one of many issues
LEAVES = ("stories", "articles", "people", "positions", "rejected", "whole story", "origins of a story", "person")


def heavy_addresses(client: TestClient) -> dict[str, str]:
    """The addresses of pages, twins, feeds, searches and narrowed stories, by name."""
    found = addresses(client)
    del found["search"], found["part of a story"]
    story, person, statement = found["story"], found["person"], found["statement"]
    found |= _narrowed(client, story)
    found |= {f"{name}, last page": _last(client, found[name]) for name in LEAVES}
    found["positions of a story"] = f"/positions?{urlencode({'story': story.rpartition('/')[2]})}"
    found["comparison of a story"] = f"/compare?{urlencode({'story': story.rpartition('/')[2]})}"
    found["search, common word"] = f"/search?{urlencode({'q': COMMON})}"
    found["search, rare word"] = f"/search?{urlencode({'q': RARE})}"
    found["search, a phrase"] = f"/search?{urlencode({'q': '“go on”'})}"
    found["search, a facet"] = f"/search?{urlencode({'q': COMMON, 'kind': 'quotation'})}"
    found |= _searches(client, person)
    twins = {f"{name} as JSON": twin(address) for name, address in found.items() if ", last page" not in name}
    feeds = {f"feed of {name}": f"{address}.atom" for name, address in (("stories", "/stories"), ("story", story),
             ("person", person))}  # fmt: skip
    pictures = {"picture of a story": f"{story}/origins.svg", "picture of a statement": f"{statement}/origins.svg"}
    charts = {"chart of a story": f"{story}/chart.json", "chart of a person": f"{person}/chart.json"}
    return found | twins | feeds | pictures | charts


def _searches(client: TestClient, person: str) -> dict[str, str]:
    """Searches by meaning and by fields."""
    name = client.get(twin(person)).json()["actors"][0]["name"]
    asked = {
        "by meaning": MEANT,
        "a speaker": f"speaker:“{name}”",
        "words of a party": f"{COMMON} party:“{name}”",
        "words of an issue": f"{COMMON} issue:{ISSUE}",
    }
    return {f"search, {what}": f"/search?{urlencode({'q': query})}" for what, query in asked.items()}


def _narrowed(client: TestClient, story: str) -> dict[str, str]:
    choices = client.get(twin(story)).json()["choices"]
    names = {"outlets": "outlet", "parties": "party", "issues": "issue", "days": "day"}
    most = {name: max(choices[kind], key=lambda one: one["statements"]) for kind, name in names.items()}
    asked = {name: one["value"] for name, one in most.items()}
    one_each = {f"story of one {name}": f"{story}?{urlencode({name: value})}" for name, value in asked.items()}
    several = {name: asked[name] for name in ("outlet", "party")}
    return one_each | {"story of outlet and party": f"{story}?{urlencode(several)}"}


def _last(client: TestClient, address: str) -> str:
    """The last page of the list."""
    leaf = client.get(twin(address)).json()["leaf"]
    return f"{address}{'&' if '?' in address else '?'}page={leaf['leaves']}"
