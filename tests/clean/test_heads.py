"""What the heads of pages tell, each entry of `heads.txt` one page: headline, outlet, day and writer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import pytest
from tests.clean.page import BODY, HEADLINE, article

from onrecord.clean.headdates import dated_line

CASES = Path(__file__).parent / "heads.txt"
BODIES = {
    "tolls": BODY,
    "valve": """\
Foreign Minister Pavo Rendt said on Thursday that Marel would not reopen the Strell pipeline before winter.

“We have closed the valve and thrown away the key,” Rendt told a news conference in Karsk.

The operator, Strellgas, declined to comment. Deliveries stopped on 2 September after a leak near the border.

In Ostrava, the energy ministry said it was studying the statement.
""",
    "blankets": """\
Nine volunteers of the charity Open Hands were arrested at the port of Selm on Friday night, their lawyer told Windrose.

“They were carrying blankets,” said the lawyer, Mirea Tolan. “If that is a crime, arrest the whole town.”

A spokesman for the border guard, Colonel Ivo Strand, said the nine had entered a closed zone.

The trial is expected next week.
""",
    "keeper": """\
A lighthouse keeper from Norra Skär has been cleared of blame for the collision of two ferries in thick fog last winter.

“He lit what he was paid to light,” Judge Halla Brent said as she read the ruling in Vester on Wednesday morning.

The shipping company, Fjordline, said it would not appeal.

Its lawyer, Per Aske, told the Skerry Leader that the case had cost more than the ferries.
""",
    "truce": """\
The government of Dravia rejected on Tuesday an offer by the mediators to extend the truce by two weeks.

Defence Minister Olan Risk said the army would “answer every shell with two”.

The rebels' spokesman, known as Captain Moss, said they were ready to talk.
""",
}


@dataclass(frozen=True)
class Head:
    """A page and what its head tells; a part that is not in `told` is not asked for."""

    name: str
    text: str
    told: dict[str, str | None]


def heads() -> Iterator[Head]:
    for entry in CASES.read_text(encoding="utf-8").split("\n=== ")[1:]:
        above, _, text = entry.partition("\n---\n")
        name, *lines = above.splitlines()
        told = {part: value if value != "-" else None for part, _, value in (line.partition(": ") for line in lines)}
        for body, words in BODIES.items():
            text = text.replace("{" + body + "}", words)
        yield Head(name, text, told)


@pytest.mark.parametrize("head", [*heads()], ids=lambda head: head.name)
@pytest.mark.parametrize("part", ["headline", "outlet", "published", "byline"])
def test_a_head_tells(head: Head, part: str) -> None:
    if part in head.told:
        assert getattr(article(head.text), part) == head.told[part]


DAYS = ["6 May 2031", "May 6, 2031", "Tue, May 6 2031", "Tuesday, the 6th of May 2031", "06.05.2031", "2031-05-06"]
TIMES = ["", ", 4:05 p.m.", " | 4.05pm CEST", " (16:05)", ", at 4.05 p.m. local time", " 4:05 P.M. Eastern Time"]
LINES = [
    *("No. 4,118 | {}", "Issue 4118, {}", "No 79 (24,301), {}", "Vol. 12, No. 4 | {}", "{} — No. 118", "{} (No. 118)"),
    *("By Ada Lin | {}", "By Ada Lin and Tom Wray | {}", "Ada Lin, Harbour Editor | {}", "{} by Ada Lin", "Staff | {}"),
    *(
        "Broadcast {}",
        "Updated: {}",
        "Our correspondent | {}",
        "Edited by Ada Lin | {}",
        "From Ada Lin in Port Oster, {}",
    ),
    *("Politics | {}", "{} | Politics", "Port Oster, {}", "NORTHERN COURIER — {}", "[{}]", "Page 4, {}"),
    *("Courier reporters | {} | This page is updated", "Northern Courier staff | {}", "{} | Refresh for updates"),
    *("{} | This live blog is now closed", "{} · Live updates"),
]


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("over", [True, False], ids=["over", "below"])
def test_a_full_day_is_read_in_every_form(line: str, *, over: bool) -> None:
    for day, time in product(DAYS, TIMES):
        printed = line.format(day + time)
        head = f"{printed}\n\n{HEADLINE}" if over else f"{HEADLINE}\n\n{printed}"
        found = article(f"Northern Courier\n\n{head}\n\n{BODY}")
        assert (printed, (found.published or "")[:10]) == (printed, "2031-05-06")
        assert (printed, found.headline, found.outlet) == (printed, HEADLINE, "Northern Courier")


@pytest.mark.parametrize(
    "line",
    [
        "The pact of May 4, 2031 holds",
        "Ferry tolls stay until 4 May 2031",
        "Council Keeps Its Old Ferry Tolls, May 4, 2031",
        "Join us on 4 May 2031",
        "No. 4,118 | Sunday",
        "4 May 2031 | This page is full of holes",
        "Some of our reporters | 4 May 2031",
        "4 May 2031: Follow her for more",
    ],
)
def test_a_title_or_a_sentence_with_a_day_in_it_is_no_line_of_a_head(line: str) -> None:
    assert dated_line(line, 0, len(line)) is None
