"""Quotation marks of every style, nested and broken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotate.quotes import find_quotations

CASES = {
    "curly marks": ("He said “we sail at dawn” and left.", ["“we sail at dawn”"]),
    "straight marks": ('He said "we sail at dawn" and left.', ['"we sail at dawn"']),
    "guillemets": ("Il a dit «nous partons» hier.", ["«nous partons»"]),
    "low-high marks": ("Sie sagte „wir fahren“ und ging.", ["„wir fahren“"]),
    "inward guillemets": ("Sie sagte »wir fahren« und ging.", ["»wir fahren«"]),
    "doubled single marks": ("She said ''we sail'' then.", ["''we sail''"]),
    "single marks": ("Talks are 'non-binding' for now.", ["'non-binding'"]),
    "two quotations": ("“Yes,” she said, “in May.”", ["“Yes,”", "“in May.”"]),
    "nested single in double": ("“He told me ‘never’ twice,” she said.", ["“He told me ‘never’ twice,”"]),
    "nested straight": ("\"He told me 'never' twice,\" she said.", ["\"He told me 'never' twice,\""]),
    "an apostrophe opens nothing": ("The crew's boat wasn't the captain's.", []),
    "plural possessives open nothing": ("The sailors' boats and the owners' claims differ.", []),
    "a decade is no quotation": ("In the '90s the ferry's fare rose.", []),
    "feet and inches are no quotation": ("The hull is 6'2 long.", []),
    "an unclosed mark ends with its paragraph": ("She said: “We sail at dawn", ["“We sail at dawn"]),
    "an unclosed mark ends before the next one opens": (
        "“We sail at dawn, she said. “No more waiting,” she added.",
        ["“We sail at dawn, she said.", "“No more waiting,”"],
    ),
    "a closing mark alone is none": ("We sail at dawn,” she said.", []),
    "a dash opens dialogue": ("— We sail at dawn, said Ilse.", ["We sail at dawn"]),
    "dialogue parted by dashes": (
        "— We sail at dawn, — said Ilse. — No more waiting.",
        ["We sail at dawn", "No more waiting."],
    ),
    "one curly and one straight mark": ('“We sail," she said. "At dawn.”', ['“We sail,"', '"At dawn.”']),
    "an ellipsis inside": ("“We … sail,” she said.", ["“We … sail,”"]),
    "brackets inside": ("“The [foreign] crews stay,” she said.", ["“The [foreign] crews stay,”"]),
    "empty marks are none": ("She said “” and left.", []),
}


@pytest.mark.parametrize("name", CASES)
def test_every_style_of_marks(name: str) -> None:
    text, wanted = CASES[name]
    assert [text[q.start : q.end] for q in find_quotations(text, 0, len(text))] == wanted


def test_a_quotation_that_runs_on_is_not_closed() -> None:
    text = "“We sail at dawn. The tide is with us."
    assert [q.closed for q in find_quotations(text, 0, len(text))] == [False]


def test_a_quotation_never_leaves_its_paragraph() -> None:
    text = "“We sail at dawn\n\nThe harbour was empty.”"
    found = find_quotations(text, 0, text.index("\n"))
    assert [text[q.start : q.end] for q in found] == ["“We sail at dawn"]


@given(st.text(alphabet="ab “”\"'‘’«»„—.,\n", max_size=80), st.integers(0, 20), st.integers(0, 80))
def test_quotations_are_in_order_disjoint_and_inside(text: str, start: int, length: int) -> None:
    end = min(len(text), start + length)
    at = min(start, end)
    last = at
    for quotation in find_quotations(text, at, end):
        assert last <= quotation.start < quotation.end <= end
        last = quotation.end
