"""Date lines as outlets print them, and the publication they state."""

import pytest

from onrecord.annotate.dates import is_edtf, parse_published


@pytest.mark.parametrize(
    ("line", "stated", "printed"),
    [
        ("The Ister desk May 4, 2031 4:10 PM 2 min read", "2031-05-04T16:10", "May 4, 2031 4:10 PM"),
        ("4 May 2031, 09.15 GMT", "2031-05-04T09:15Z", "4 May 2031, 09.15 GMT"),
        ("2031-05-04", "2031-05-04", "2031-05-04"),
        ("date 2031-05-04 The ferry", "2031-05-04", "2031-05-04"),
        ("4 May 2031", "2031-05-04", "4 May 2031"),
        ("04.05.2031", "2031-05-04", "04.05.2031"),
        ("May 4, 2031 at 6:12 p.m. ET", "2031-05-04T18:12-04:00", "May 4, 2031 at 6:12 p.m. ET"),
        ("Jan. 4, 2031 at 6 p.m. ET", "2031-01-04T18:00-05:00", "Jan. 4, 2031 at 6 p.m. ET"),
        ("Updated 10:02 AM EDT, Sun May 4, 2031", "2031-05-04T10:02-04:00", "10:02 AM EDT, Sun May 4, 2031"),
        ("By A. Oram | May 4th, 2031, 18:12", "2031-05-04T18:12", "May 4th, 2031, 18:12"),
        ("UNITY May 28, 2031", "2031-05-28", "May 28, 2031"),
        ("Sunday 4 May 2031 12.30 BST", "2031-05-04T12:30+01:00", "Sunday 4 May 2031 12.30 BST"),
        ("2031-05-04T10:02:11+02:00", "2031-05-04T10:02+02:00", "2031-05-04T10:02:11+02:00"),
        ("2031-05-04 10:02:11Z", "2031-05-04T10:02Z", "2031-05-04 10:02:11Z"),
        ("4 May 2031 07:15 +03:00", "2031-05-04T07:15+03:00", "4 May 2031 07:15 +03:00"),
        ("May 4, 2031 | 5 comments", "2031-05-04", "May 4, 2031"),
        ("12 a.m., May 4, 2031", "2031-05-04T00:00", "12 a.m., May 4, 2031"),
        ("MAY 4, 2031 — 9:32AM", "2031-05-04T09:32", "MAY 4, 2031 — 9:32AM"),
        ("Updated May 5, 2031. Published May 4, 2031", "2031-05-04", "May 4, 2031"),
        ("Sun 05/04/2031", "2031-05-04", "05/04/2031"),
        ("05/04/2031 6:12 pm", "2031-05-04T18:12", "05/04/2031 6:12 pm"),
        ("13/04/2031", "2031-04-13", "13/04/2031"),
    ],
)
def test_the_publication_is_read_from_the_date_line(line: str, stated: str, printed: str) -> None:
    found = parse_published(line)
    assert found is not None
    assert (found[0], line[found[1] : found[2]]) == (stated, printed)
    assert is_edtf(found[0])


@pytest.mark.parametrize(
    "line", ["3h ago", "Updated:", "2 min read", "May 4", "05/04/2031", "31 February 2031", "Yesterday, 4:10 PM", ""]
)
def test_a_line_that_states_no_whole_date_states_no_publication(line: str) -> None:
    assert parse_published(line) is None
