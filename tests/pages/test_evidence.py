"""What is said of a line that one article alone tells."""

from __future__ import annotations

import pytest

from onrecord.pages.evidence import Evidence, say_single
from onrecord.pages.layout import plain_text


@pytest.mark.parametrize(
    ("origins", "told"),
    [
        ((), "Quenza Courier"),
        (("Quenza Courier",), "Quenza Courier, at first hand"),
        (("Unity Press",), "Quenza Courier, through Unity Press"),
        (("Quenza Courier", "Unity Press"), "Quenza Courier, through Unity Press"),
    ],
)
def test_an_outlet_that_had_the_words_itself_is_not_said_to_have_them_through_itself(
    origins: tuple[str, ...], told: str
) -> None:
    one = Evidence(
        reports=1,
        articles=1,
        outlets=("Quenza Courier",),
        citations=(1,),
        origins=origins,
        independent_origins=len(origins),
    )
    assert plain_text(say_single(one)) == told
