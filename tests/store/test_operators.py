from __future__ import annotations

import pytest

from onrecord.records.errors import InputError
from onrecord.store.fields import Asked, Field
from onrecord.store.operators import Query, Term, parse


def told(query: str) -> str:
    """The query written in one way: + between clauses and | between alternatives, - before what is left out."""
    asked = parse(query)
    words = [" | ".join(map(_say, clause)) for clause in asked.clauses]
    left_out = [f"-{_say(term)}" for term in asked.without]
    fields = [f"{'-' * one.left_out}{one.field}:{' | '.join(one.values)}" for one in asked.fields]
    return " + ".join((*words, *left_out, *fields))


def _say(term: Term) -> str:
    return "_".join(term.words) + "*" * term.open_ended


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("ferry tolls", "ferry + tolls"),
        ("ferry AND tolls", "ferry + tolls"),
        ("“Ferry Tolls” Léman", "ferry_tolls + leman"),
        ("toll* re-open", "toll* + re_open"),
        ("ferry OR boat tolls", "ferry | boat + tolls"),
        ("tolls (ferry OR boat OR barge)", "tolls + ferry | boat | barge"),
        ("(ferry) tolls", "ferry + tolls"),
        ("ferry or boat", "ferry + or + boat"),
        ('ferry -boat -"river toll*"', "ferry + -boat + -river_toll"),
        ("ferry NOT boat", "ferry + -boat"),
        ("re-open - now", "re_open + now"),
        ("speaker:Oram tolls", "tolls + speaker:Oram"),
        ('Speaker:"Ilse Oram" -outlet:Post', "speaker:Ilse Oram + -outlet:Post"),
        ("outlet:Post OR outlet:Mail", "outlet:Post | Mail"),
        ("https://quay.example/10:30", "https_quay_example_10_30"),
        ('at 10:30 "speaker: unknown"', "at + 10_30 + speaker_unknown"),
        ("said:2031-05 before:2031 after:2031-05-06", "said:2031-05 + before:2031 + after:2031-05-06"),
    ],
)
def test_a_query_is_read_as_other_tools_read_it(query: str, meant: str) -> None:
    assert told(query) == meant


@pytest.mark.parametrize(
    ("query", "mend"),
    [
        ("-ferry", "a word or a field too that must be there"),
        ("speker:Oram", "speaker:Oram is"),
        ("who:Oram", "there are speaker:, party:"),
        ("speaker: Oram", "with no blank after the colon"),
        ("said:2031-02-30", "said:2031-05-06"),
        ("before:may", "before:2031-05"),
        ("stance:angry", "agree, consult"),
        ("form:loud", "direct, indirect, mixed"),
        ("in:footer", "said, headline"),
        ("OR ferry", "between two words"),
        ("ferry OR", "write ferry OR boat"),
        ("ferry NOT", "NOT boat"),
        ("ferry OR OR boat", "write ferry OR boat"),
        ("ferry OR -boat", "-ferry -boat"),
        ("ferry OR speaker:Oram", "values of one field"),
        ("(ferry boat)", "parentheses hold alternatives"),
        ("-(ferry OR boat)", "parentheses hold alternatives"),
        ("ferry)", "parentheses hold alternatives"),
        ("(ferry", "close it"),
    ],
)
def test_what_cannot_be_asked_is_answered_with_the_mend(query: str, mend: str) -> None:
    with pytest.raises(InputError) as refused:
        parse(query)
    assert mend in str(refused.value).rpartition("; ")[2]


def test_what_is_left_out_of_a_field_stands_with_the_other_fields() -> None:
    asked = Asked(field=Field.FORM, values=("direct",), left_out=True)
    assert parse("ferry -form:direct") == Query(clauses=((Term(words=("ferry",)),),), fields=(asked,))
