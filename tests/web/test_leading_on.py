"""The address of what went into something else leads to it."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.web.serving import HOSTILE, built, read, words
from tests.web.test_editing import OURS, PASTED, open_desk, people, send

from onrecord.records.errors import Moved
from onrecord.store import open_view


def test_the_address_of_someone_who_was_joined_to_another_leads_to_that_page(tmp_path: Path) -> None:
    own = built({"second.txt": HOSTILE["evil/second.txt"]}, tmp_path / "own.db")
    desk = open_desk(own)
    desk.post("/add", data={"text": PASTED.replace("Ilse Oram", "Anja Tarn")}, headers=OURS)
    before = people(desk)
    both = {before["Ilse Oram"], before["Anja Tarn"]}
    joined = send(desk, f"/people/{before['Ilse Oram']}/join.json", other="Anja Tarn", by="Ada")
    (gone,) = both - {joined["id"]}
    for ending in ("", ".json", ".atom", "/chart.json"):
        answer = desk.get(f"/people/{gone}{ending}")
        assert (answer.status_code, answer.headers["location"]) == (
            307,
            f"/people/{joined['id']}{ending}?was={gone}",
        )
        assert desk.get(answer.headers["location"]).status_code == 200
    assert f"The actor {gone}, to which your link led, is part of this one now." in words(
        read(desk, f"/people/{joined['id']}?was={gone}")
    )
    with open_view(own) as view, pytest.raises(Moved, match=joined["id"]):
        view.find_actor(gone)
    send(desk, f"/judgements/{joined['judgements'][0]}/undo.json")
    assert desk.get(f"/people/{gone}").status_code == 200
