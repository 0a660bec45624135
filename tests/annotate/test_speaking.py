"""For whom the holders of offices speak."""

from __future__ import annotations

import pytest
from tests.annotate.marked import article_of

from onrecord.annotate.entities import group_names, make_entity
from onrecord.annotate.names import find_names


@pytest.mark.parametrize(
    ("text", "name", "body"),
    [
        ("It was Tarn Shipping chief executive Jan Velt who came.", "Jan Velt", "Tarn Shipping"),
        ("It was Oster University professor Jan Velt who came.", "Jan Velt", None),
        ("It was Oster District Court judge Jan Velt who came.", "Jan Velt", None),
        ("It was Senator Jan Velt of Ister who came.", "Jan Velt", None),
    ],
)
def test_who_speaks_for_a_body_is_told_by_the_office(text: str, name: str, body: str | None) -> None:
    groups, _ = group_names(find_names(article_of(text)))
    entities = {entity.name: entity for entity in (make_entity("a1", group) for group in groups)}
    assert entities[name].speaks_for == body
