"""Who spoke, when, to whom and through whom, as one article tells it."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.annotate.marked import article_of

from onrecord.annotate import annotate, open_tagger
from onrecord.records import Article, Attribution, Credit, EntityKind, MentionKind, Reading, Segment, SegmentKind, Span

ORAM = "Foreign Minister Ilse Oram arrived early.\n"


def read(text: str, published: str | None = "2031-05-06", outlet: str | None = None) -> Reading:
    return annotate(article_of(text, published, outlet), open_tagger("rules"))


def last(text: str, published: str | None = "2031-05-06") -> Attribution:
    return read(text, published).attributions[-1]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“No,” Ilse Oram said.", "Ilse Oram"),
        (ORAM + "“Nobody will pay,” she said.", "Ilse Oram"),
        (ORAM + "“Nobody will pay,” the foreign minister said.", "Ilse Oram"),
        (ORAM + "“Nobody will pay,” Oram said.", "Ilse Oram"),
        ("“We sail,” Jan Velt said.\n“Nobody will ever pay a toll.”", "Jan Velt"),
        (
            "Nobody will pay, its foreign minister said on Monday.\n“Nobody,” Ilse Oram told reporters.",
            "Ilse Oram",
        ),
        ("Nobody will pay, Kaldavia’s foreign minister said.\n“Nobody,” Ilse Oram told reporters.", "Ilse Oram"),
        ("His spokesman said nobody would pay. Later Kaldavian spokesman Teodor Pell left.", "Teodor Pell"),
        (
            "Two officials familiar with the plan said the ferry would sail.",
            "Two officials familiar with the plan",
        ),
        ("The harbour union said nobody would pay.", "harbour union"),
        ("Velmark’s foreign minister, Mira Castellane, said nobody would pay.", "Mira Castellane"),
        ("The offer went to Jan Velt, who said he would refuse it.", "Jan Velt"),
        ("An official who was in the room said nobody would pay.", "official who was in the room"),
        # where the text leaves more than one, or none, nobody is named
        ("“Nobody will pay,” he said.", None),
        ("Jan Velt met Piotr Sarr. “Nobody will pay,” they said.", None),
        ("“We sail at dawn and nobody will stop us.”", None),
    ],
)
def test_the_speaker_is_named_or_nobody_is(text: str, speaker: str | None) -> None:
    found = read(text).attributions
    assert [each.speaker_name for each in found][-1:] == ([speaker] if found else [])


def test_a_lead_that_describes_its_speaker_is_the_one_whom_the_next_quotation_names() -> None:
    found = read("Nobody will pay, Kaldavia’s foreign minister said.\n“Nobody,” Ilse Oram told reporters.").attributions
    assert [each.speaker_name for each in found] == ["Ilse Oram", "Ilse Oram"]


def test_the_company_is_the_only_one_named_so_far() -> None:
    text = "Gravenor Mining closed the pit.\nThe company said nobody would pay."
    assert last(text).speaker_name == "Gravenor Mining"


def test_the_company_is_nobody_where_two_are_named() -> None:
    text = "Gravenor Mining sued Harrow Steel.\nThe company said nobody would pay."
    assert last(text).speaker_name == "company"


def test_nothing_is_said_after_the_article_appeared() -> None:
    assert last("Next spring Oram told reporters that the ferry would sail.").said_on is None


def test_a_pronoun_takes_the_nearer_subject_over_the_last_speaker() -> None:
    text = "“We knew,” said Conrad Vael.\nMinister Tobias Lind flew in at night. He said nobody would pay."
    assert last(text).speaker_name == "Tobias Lind"


def test_a_pronoun_that_fits_two_people_names_neither() -> None:
    text = "Minister Jan Velt and Minister Piotr Sarr met.\nThe crews cheered.\n“Nobody will pay,” he said."
    assert last(text).speaker_name is None


def test_a_pronoun_respects_what_the_text_tells_of_gender() -> None:
    text = "Spokeswoman Elin Sacher came. Chairman Jan Velt came later. “Nobody will pay,” she said."
    assert last(text).speaker_name == "Elin Sacher"


def test_who_was_she_once_is_not_he_further_on() -> None:
    text = (
        "Minister Mira Kell came. “Nobody will pay,” she said.\n"
        "The crews cheered, according to the pilot, Jan Velt. “Nobody ever did,” he said."
    )
    assert last(text).speaker_name == "Jan Velt"


def test_every_speaker_has_a_reason() -> None:
    found = read(ORAM + "“Nobody will pay,” she said. An aide said so too. “They said,” he said.").attributions
    assert all(each.speaker_reasons for each in found)


def test_a_source_is_anonymous_where_no_name_is_in_the_words_for_it() -> None:
    sources = ("A source", "The ministry", "The Harbour Board")
    text = "\n".join(f"{source} said nobody would pay." for source in sources)
    assert [each.anonymous for each in read(text).attributions] == [True, True, False]


@pytest.mark.parametrize(
    ("text", "said_on"),
    [
        ("Oram said on Monday that nobody would pay.", "2031-05-05"),
        ("On Monday, Oram said that nobody would pay.", "2031-05-05"),
        ("“Nobody will pay,” Oram said on May 2.", "2031-05-02"),
        ("Last year, Oram said nobody would pay.", "2030"),
        ("Oram said the talks would open on Thursday.", None),
        ("Oram, who was elected in 2029, said nobody would pay.", None),
        ("Oram said on Monday that nobody would pay. “Nobody,” she said.", "2031-05-05"),
        ("Oram said on Monday that nobody would pay.\nOram has said that before, in the rain.", None),
        ("Oram said on Monday that nobody would pay.\nJan Velt said the crews agreed.", None),
    ],
)
def test_the_day_is_the_one_that_governs_the_cue(text: str, said_on: str | None) -> None:
    assert last(text).said_on == said_on


def test_the_first_quotation_is_of_the_day_on_which_the_lead_says_that_a_body_spoke() -> None:
    lead = "The Marble House on Monday denied that a toll was agreed, rejecting a report.\n"
    assert last(lead + "“There was no such offer,” spokesman Teodor Pell said.").said_on == "2031-05-05"


def test_what_one_person_said_on_a_day_dates_no_other_person() -> None:
    assert last("Ilse Oram said on Monday nobody would pay.\n“We will,” Jan Velt said.").said_on is None


def test_a_relative_day_in_an_undated_article_is_no_date() -> None:
    assert last("Oram said on Monday that nobody would pay.", None).said_on is None


@pytest.mark.parametrize(
    ("text", "relayed"),
    [
        ("“Nobody will pay,” Oram told Radio Ister.", ("Radio Ister",)),
        ("“Nobody will pay,” Oram said in comments reported by Unity Press.", ("Unity Press",)),
        ("Nobody will pay, Oram said, as cited by the Ister Herald newspaper.", ("Ister Herald",)),
        ("“Nobody will pay,” Oram said in an interview with Radio Ister.", ("Radio Ister",)),
        ("Radio Ister reported on Friday, citing two officials, that nobody would pay.", ("Radio Ister",)),
        ("“Nobody will pay,” Oram told Radio Ister. “Nobody,” she said.", ("Radio Ister",)),
        ("Oram insisted that nobody would pay. “Nobody,” she said, as quoted by Unity Press.", ("Unity Press",)),
        ("“Nobody will pay,” Oram said.", ()),
        ("Oram said Radio Ister was wrong.", ()),
        ("“Nobody will pay,” Oram told reporters.", ()),
        ("“Nobody will pay,” Oram said on Radio Ister.", ("Radio Ister",)),
        ("“Nobody will pay,” Oram said on Monday.", ()),
        ("“Nobody will pay,” Oram told The Lantern of Quenza.", ("The Lantern",)),
        ("“Nobody will pay,” said Oram, who spoke on Sunday news shows.", ()),
        ("According to a transcript published by Unity Press, nobody would pay.", ("Unity Press",)),
    ],
)
def test_who_carried_the_words(text: str, relayed: tuple[str, ...]) -> None:
    assert last(text).relayed_by == relayed


@pytest.mark.parametrize(
    ("hearer", "said"),
    [
        ("Unity Press", "the offer stood"),
        ("the Skarn Post", "his crews would stay"),
        ("Radio Ister", "nobody would pay"),
    ],
)
def test_whom_they_told_is_none_of_what_they_said(hearer: str, said: str) -> None:
    assert last(f"A Kaldavian official told {hearer} {said}.").text == said


def test_an_outlet_does_not_relay_to_itself() -> None:
    found = read("“Nobody will pay,” Oram told the Northern Courier.", outlet="The Northern Courier").attributions
    assert found[0].relayed_by == ()


@pytest.mark.parametrize("whom", ["us", "this newspaper", "our correspondent"])
def test_what_a_speaker_told_the_paper_itself_was_said_to_it(whom: str) -> None:
    found = read(f"“Nobody will pay,” Oram told {whom}.", outlet="The Northern Courier").attributions
    assert [one.addressee.exact if one.addressee else None for one in found] == [whom]


def _credited(text: str, credit: str, kind: SegmentKind) -> Article:
    plain = article_of(text)
    start = text.index(credit)
    segments = tuple(
        Segment(start=s.start, end=s.end, kind=kind if s.start <= start < s.end else s.kind) for s in plain.segments
    )
    name = Span.of(text, text.index("Unity"), text.index("Press") + 5)
    return replace(plain, segments=segments, credits=(Credit(name="Unity Press", span=name, whole=True),))


def test_the_line_that_dates_the_article_gives_a_date() -> None:
    article = _credited("By Unity Press, May 6, 2031\nOram said no.", "By Unity", SegmentKind.BYLINE)
    found = annotate(article, open_tagger("rules")).mentions
    assert [(one.span.exact, one.edtf) for one in found if one.kind is MentionKind.DATE] == [
        ("May 6, 2031", "2031-05-06")
    ]


def test_an_agency_byline_covers_every_attribution() -> None:
    article = _credited(
        "By Unity Press\nOram said no.\nJan Velt said the crews agreed.", "By Unity", SegmentKind.BYLINE
    )
    assert {each.relayed_by for each in annotate(article, open_tagger("rules")).attributions} == {("Unity Press",)}


def test_what_an_agency_heard_from_another_came_through_both() -> None:
    article = _credited("By Unity Press\nOram told Radio Ister nobody would pay.", "By Unity", SegmentKind.BYLINE)
    found = annotate(article, open_tagger("rules")).attributions
    assert [each.relayed_by for each in found] == [("Unity Press", "Radio Ister")]


def test_an_agency_that_signs_beside_the_outlet_is_not_added_to_who_else_carried_words() -> None:
    text = "By Unity Press and Courier staff\nOram told Radio Ister nobody would pay."
    found = annotate(_credited(text, "By Unity", SegmentKind.BYLINE), open_tagger("rules")).attributions
    assert [each.relayed_by for each in found] == [("Radio Ister",)]


@pytest.mark.parametrize("whom", ["us", "the Northern Courier", "our reporter"])
def test_what_the_paper_was_told_itself_no_agency_carried(whom: str) -> None:
    text = f"By Unity Press\nOram told {whom} that nobody would pay."
    article = replace(_credited(text, "By Unity", SegmentKind.BYLINE), outlet="The Northern Courier")
    assert [each.relayed_by for each in annotate(article, open_tagger("rules")).attributions] == [()]


def test_a_contribution_covers_the_speaker_of_the_lead() -> None:
    text = "Ilse Oram said nobody would pay.\nJan Velt said the crews agreed.\nUnity Press contributed to this report."
    article = _credited(text, "Unity Press", SegmentKind.CREDIT)
    found = annotate(article, open_tagger("rules")).attributions
    assert [each.relayed_by for each in found] == [("Unity Press",), ()]


def test_what_a_quotation_backs_came_as_the_quotation_did() -> None:
    found = read("Oram insisted that nobody would pay. “Nobody,” she said, as quoted by Unity Press.").attributions
    assert [each.relayed_by for each in found] == [("Unity Press",)] * 2


def test_what_another_said_before_did_not_come_with_the_quotation() -> None:
    found = read("Jan Velt said the crews agreed. “Nobody will pay,” Oram said, as quoted by Unity Press.").attributions
    assert [each.relayed_by for each in found] == [(), ("Unity Press",)]


def test_an_agency_alone_in_brackets_at_the_end_covers_every_attribution() -> None:
    text = "Ilse Oram said nobody would pay. Jan Velt said the crews agreed. (Unity Press)"
    found = annotate(_credited(text, "Unity Press", SegmentKind.BODY), open_tagger("rules")).attributions
    assert [each.relayed_by for each in found] == [("Unity Press",)] * 2


def test_a_credited_outlet_goes_by_the_first_of_its_words() -> None:
    article = article_of("Meridian reported on Friday, citing two officials, that nobody would pay.")
    name = Span(start=0, end=8, exact="Meridian")
    known = replace(article, credits=(Credit(name="Meridian Television", span=name, whole=False),))
    found = annotate(known, open_tagger("rules")).attributions
    assert [each.relayed_by for each in found] == [("Meridian Television",)]


def test_a_credited_paper_goes_by_the_last_of_its_words() -> None:
    article = article_of("“Nobody will pay,” Oram told the Post.")
    name = Span(start=29, end=33, exact="Post")
    known = replace(article, credits=(Credit(name="Skarn Valley Post", span=name, whole=False),))
    found = annotate(known, open_tagger("rules")).attributions
    assert [each.relayed_by for each in found] == [("Skarn Valley Post",)]


def test_the_hearers_and_the_occasion_are_kept_as_printed() -> None:
    found = last("“Nobody will pay,” Oram told reporters at a press conference in Quenza.")
    assert (found.addressee and found.addressee.exact, found.occasion and found.occasion.exact) == (
        "reporters",
        "a press conference in Quenza",
    )


def test_mentions_cover_names_dates_and_quantities() -> None:
    found = read("Minister Ilse Oram said on Monday that 600 lorries were waiting.").mentions
    assert {(m.kind.value, m.span.exact) for m in found} >= {
        ("person", "Ilse Oram"),
        ("quantity", "600 lorries"),
    }
    assert [m.edtf for m in found if m.kind.value == "date"] == ["2031-05-05"]


WORDS = st.sampled_from(
    [
        "Ilse Oram",
        "said",
        "that",
        "“Nobody will pay,”",
        "“",
        "”",
        ",",
        ".",
        "the minister",
        "and",
        "told",
        "Radio Ister",
        ":",
        "on Monday",
        "denied",
        "\n",
        "he",
        "20 percent",
        "were",
        "Mr Velt",
        "—",
        "’s",
        "\u202e",
        "é\u0301",
        "last year",
        "\r\n",
    ]
)


@settings(max_examples=120, deadline=None)
@given(st.lists(WORDS, max_size=40), st.sampled_from([None, "2031-05-06"]))
def test_every_span_of_a_reading_is_anchored(pieces: list[str], published: str | None) -> None:
    text = " ".join(pieces)
    reading = read(text, published)
    spans = [mention.span for mention in reading.mentions]
    for each in reading.attributions:
        spans += [
            *each.content,
            *(span for span in (each.source, each.cue, each.occasion, each.addressee) if span),
        ]
    assert all(text[span.start : span.end] == span.exact for span in spans)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=40))
def test_an_undated_article_dates_nothing_by_relative_words(pieces: list[str]) -> None:
    assert all(each.said_on is None for each in read(" ".join(pieces), None).attributions)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=30))
def test_reading_twice_gives_the_same(pieces: list[str]) -> None:
    text = " ".join(pieces)
    assert read(text) == read(text)


def test_of_an_article_in_another_language_nothing_is_told() -> None:
    article = replace(article_of("— Ich sage nur: nein.\nOram said nobody would pay."), language="de")
    found = annotate(article, open_tagger("rules"))
    assert (found.attributions, found.mentions, found.entities) == ((), (), ())


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("The 64-year-old", EntityKind.PERSON),
        ("Two officials", EntityKind.PERSON),
        ("A suspect", EntityKind.PERSON),
        ("The agency", EntityKind.ORGANIZATION),
    ],
)
def test_an_unnamed_source_is_a_person_or_a_body_by_its_noun(source: str, kind: EntityKind) -> None:
    (found,) = read(f"{source} said that nobody would pay.").entities
    assert found.kind is kind


@pytest.mark.parametrize(
    ("source", "name", "body"),
    [
        ("A spokesman for the Delta Guild, to which Ister belongs,", "spokesman for the Delta Guild", "Delta Guild"),
        ("The head of the Delta Guild", "head of the Delta Guild", "Delta Guild"),
        ("A former spokesman for the Delta Guild", "former spokesman for the Delta Guild", None),
        ("A member of the Delta Guild", "member of the Delta Guild", None),
    ],
)
def test_an_unnamed_spokesman_or_head_speaks_for_the_body(source: str, name: str, body: str | None) -> None:
    reading = read(f"The Delta Guild met. {source} said nobody would pay.")
    found = {entity.name: entity for entity in reading.entities}
    assert found[name].speaks_for == body
