from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from training.gum import Named, read_named

# id, form, part of speech, features, head, MISC
COURT = """# newdoc id = GUM_invented_harbour
# newpar
# sent_id = 1
1\tMinister\t_\tPROPN\t_\t_\t2\t_\t_\tEntity=(1-person-new-x-cf1-1-sgl
2\tIlse\t_\tPROPN\t_\t_\t0\t_\t_\t_
3\tOram\t_\tPROPN\t_\t_\t2\t_\t_\tEntity=1)
4-5\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_
4\tdid\t_\tAUX\t_\t_\t6\t_\t_\t_
5\tn't\t_\tPART\t_\t_\t6\t_\t_\t_
6\tleave\t_\tVERB\t_\t_\t2\t_\t_\t_
7\tthe\t_\tDET\t_\t_\t8\t_\t_\tEntity=(2-place-new-x-cf1-1-sgl
8\tharbour\t_\tNOUN\t_\t_\t6\t_\t_\t_
9\tof\t_\tADP\t_\t_\t10\t_\t_\t_
10\tVall\t_\tPROPN\t_\t_\t8\t_\t_\tEntity=(3-place-new-x-cf1-1-sgl-Vall)2)|SpaceAfter=No
11\t.\t_\tPUNCT\t_\t_\t2\t_\t_\t_

# newpar
# sent_id = 2
1\tThe\t_\tDET\t_\t_\t2\t_\t_\tEntity=(4-person-new-x-cf1-1-sgl
2\tIstrians\t_\tPROPN\t_\tNumber=Plur\t3\t_\t_\tEntity=4)
3\tsued\t_\tVERB\t_\t_\t0\t_\t_\t_
4\tBank\t_\tPROPN\t_\t_\t3\t_\t_\tEntity=(5-organization-new-x-cf1-1-sgl
5\tof\t_\tADP\t_\t_\t6\t_\t_\t_
6\tOster\t_\tPROPN\t_\t_\t4\t_\t_\tEntity=(6-place-new-x-cf1-1-sgl)5)
"""


@pytest.fixture
def document(tmp_path: Path) -> Named:
    path = tmp_path / "gum.conllu.gz"
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.write(COURT)
    (found,) = read_named(path)
    return found


def test_the_text_is_as_printed_a_paragraph_a_line(document: Named) -> None:
    assert document.text == "Minister Ilse Oram didn't leave the harbour of Vall.\nThe Istrians sued Bank of Oster "


def test_names_are_the_proper_heads_of_mentions_and_the_longest_of_those_that_overlap(document: Named) -> None:
    named = [(document.text[start:end], kind) for start, end, kind in document.names]
    assert named == [("Minister Ilse Oram", "person"), ("Vall", "place"), ("Bank of Oster", "organization")]
