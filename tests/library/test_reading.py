from __future__ import annotations

from datetime import date

import pytest

import onrecord

TEXT = "Ferry stays in port\n\n“Nobody will pay to go home,” Harbour Minister Ilse Oram said on Tuesday."


def read(
    text: str = TEXT, media_type: str = "text/plain", published: str | date | None = None, outlet: str | None = None
) -> onrecord.ArticleRead:
    return onrecord.read_text(text, media_type=media_type, published=published, outlet=outlet, tagger="rules")


def test_an_article_is_read_in_memory() -> None:
    (said,) = read().attributions
    assert (said.speaker_name, said.content[0].exact) == ("Ilse Oram", "“Nobody will pay to go home,”")


def test_its_offsets_lead_into_its_text() -> None:
    found = read()
    assert all(
        found.article.text[one.start : one.end] == one.exact for said in found.attributions for one in said.content
    )


def test_the_day_of_publication_tells_the_days_in_it() -> None:
    (said,) = read(published="2031-05-08").attributions
    assert said.said_on == "2031-05-06"


def test_a_date_may_be_given_as_one() -> None:
    assert read(published=date(2031, 5, 8)).article.published == "2031-05-08"


def test_an_outlet_that_is_given_is_the_articles() -> None:
    assert read(outlet="The Quay Gazette").article.outlet == "The Quay Gazette"


def test_a_page_is_read_as_a_page() -> None:
    paragraph = TEXT.rpartition("\n")[2]
    page = f"<html><body><article><h1>Ferry stays</h1><p>{paragraph}</p></article></body></html>"
    (said,) = read(page, media_type="text/html").attributions
    assert said.speaker_name == "Ilse Oram"


def test_those_who_said_it_are_found_by_a_part_of_their_name() -> None:
    assert len(read().said_by("oram")) == 1
    assert read().said_by("Nobody") == ()


def test_a_reading_in_a_notebook_is_the_table_of_who_said_what() -> None:
    shown = read()._repr_html_()
    assert "<td>Ilse Oram</td><td>“Nobody will pay to go home,”</td>" in shown


def test_what_holds_no_article_is_an_input_error() -> None:
    with pytest.raises(onrecord.InputError, match="no sentence"):
        read("...")


def test_a_tagger_that_is_not_there_is_an_input_error() -> None:
    with pytest.raises(onrecord.InputError, match="accurate, fast, rules"):
        onrecord.read_text(TEXT, tagger="slow")


class Hush:
    """A tagger that finds nothing."""

    fingerprint = "hush-1"

    def tag(self, article: onrecord.Article) -> onrecord.Tagging:
        assert article.text
        return onrecord.Tagging(tags=())


def test_a_tagger_of_ones_own_may_be_given() -> None:
    assert onrecord.read_text(TEXT, tagger=Hush()).attributions == ()
