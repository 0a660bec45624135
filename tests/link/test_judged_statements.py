"""What people judged of reports, put to work on statements: written as who said which words, then what was judged."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.link.test_twins import said, saying

from onrecord.engine import LocalEngine
from onrecord.engine.kept import Kept
from onrecord.link.judged import Judged
from onrecord.link.rows import Said, Versions, only
from onrecord.link.settling import Articles, settle
from onrecord.link.statements import link_statements
from onrecord.records import Attribution, Decision, Form, Judgement, Link, Maker, Statement, Subject, Verdict
from onrecord.records.ids import content_id

ADA = Maker(made="2031-05-12T08:00:00+00:00", by="Ada", why="he said it twice")
MANY = settings(max_examples=40, deadline=None)
QUOTED = "“Nobody will pay to go home, not this year and not next.”"
ELSE = "“The ferry sails on Monday.”"
ORAM, VELT = "p oram", "p velt"


def subject(row: Said) -> Subject:
    return Subject(article=row.attribution.article, start=row.attribution.start, words=row.attribution.text)


def joined(*sides: Sequence[Said]) -> Judgement:
    return ADA.judge(Decision.JOIN, Verdict.POSITIVE, [map(subject, side) for side in sides])


def apart(*sides: Sequence[Said], verdict: Verdict = Verdict.NEGATIVE) -> Judgement:
    return ADA.judge(Decision.SEPARATE, verdict, [map(subject, side) for side in sides])


class Told:
    """The statements that come of some reports once people have judged."""

    def __init__(self, rows: Sequence[Said], *judgements: Judgement) -> None:
        articles: dict[str, list[Attribution]] = {}
        for row in rows:
            articles.setdefault(row.attribution.article, []).append(row.attribution)
        self.settled = settle(judgements, Articles(lambda _: [], lambda article: articles.get(article, [])))
        with LocalEngine(processes=1) as engine, ExitStack() as kept:
            found = list(link_statements(engine, Kept(rows), kept, Judged(settled=self.settled).statements))
        self.links = list(only(Link, found))
        self.statements = [one.statement for one in only(Versions, found)]
        self._of = {name: one for one in self.statements for name in one.attributions}

    def of(self, row: Said) -> Statement:
        return self._of[row.attribution.id]

    def one(self, *rows: Said) -> bool:
        return len({self.of(row).id for row in rows}) == 1

    def link(self, left: Said, right: Said) -> Link:
        pair = sorted((left.attribution.id, right.attribution.id))
        return next(link for link in self.links if [link.left, link.right] == pair)

    def overridden(self) -> list[tuple[int, ...]]:
        return [one.overridden_by for one in self.settled.standings]


FIRST, AGAIN = (saying(number, QUOTED, Form.DIRECT, ORAM) for number in (1, 2))
OTHER = saying(3, ELSE, Form.DIRECT, ORAM)
ANOTHERS = saying(4, ELSE, Form.DIRECT, VELT)


def test_two_reports_that_were_joined_are_one_statement_whatever_the_rules_say() -> None:
    assert not Told([FIRST, OTHER]).one(FIRST, OTHER)
    assert Told([FIRST, OTHER], joined([FIRST], [OTHER])).one(FIRST, OTHER)


def test_two_reports_that_were_separated_are_two_statements_whatever_the_rules_say() -> None:
    assert Told([FIRST, AGAIN]).one(FIRST, AGAIN)
    assert not Told([FIRST, AGAIN], apart([FIRST], [AGAIN])).one(FIRST, AGAIN)


def test_a_joined_pair_is_linked_with_who_judged_it_when_and_why() -> None:
    link = Told([FIRST, OTHER], joined([FIRST], [OTHER])).link(FIRST, OTHER)
    assert (link.verdict, link.reasons) == (
        Verdict.POSITIVE,
        ("judged one statement by Ada on 2031-05-12: he said it twice",),
    )


def test_a_separated_pair_is_told_with_what_the_rules_had_said() -> None:
    link = Told([FIRST, AGAIN], apart([FIRST], [AGAIN])).link(FIRST, AGAIN)
    assert link.verdict is Verdict.NEGATIVE
    assert link.reasons[0] == "judged not to be one statement by Ada on 2031-05-12: he said it twice"
    assert link.reasons[1].startswith("by the rules positive, score ")


def test_a_pair_that_nothing_would_have_joined_is_told_where_it_was_separated() -> None:
    assert Told([FIRST, OTHER], apart([FIRST], [OTHER])).link(FIRST, OTHER).verdict is Verdict.NEGATIVE


def test_reports_of_which_it_cannot_be_told_are_two_statements_and_a_doubt() -> None:
    told = Told([FIRST, AGAIN], apart([FIRST], [AGAIN], verdict=Verdict.UNSURE))
    assert not told.one(FIRST, AGAIN)
    assert told.link(FIRST, AGAIN).verdict is Verdict.UNSURE


def test_a_new_report_of_words_that_two_statements_have_is_of_neither() -> None:
    for number in (0, 9):  # before and after all others, as it happens
        new = saying(number, QUOTED, Form.DIRECT, ORAM)
        told = Told([FIRST, AGAIN, new], apart([FIRST], [AGAIN]))
        assert not told.one(new, FIRST)
        assert not told.one(new, AGAIN)
        assert told.link(new, FIRST).reasons[0] == "two reports of such words are kept apart by judgement"


def test_a_new_report_joins_the_statement_that_its_like_was_joined_to() -> None:
    for number in (0, 9):
        new = saying(number, ELSE, Form.DIRECT, ORAM)
        assert Told([FIRST, OTHER, new], joined([FIRST], [OTHER])).one(FIRST, OTHER, new)


def test_reports_that_the_rules_keep_apart_stay_so_while_others_are_judged() -> None:
    earlier, later = (saying(5 + at, QUOTED, Form.DIRECT, VELT, day) for at, day in enumerate(DAYS))
    told = Told([FIRST, OTHER, earlier, later], joined([FIRST], [OTHER]))
    assert not told.one(earlier, later)


DAYS = ("2031-05-03", "2031-05-09")


def test_a_statement_keeps_its_id_when_a_report_is_taken_out_of_it() -> None:
    third = saying(8, QUOTED, Form.DIRECT, ORAM)
    before = Told([FIRST, AGAIN, third]).of(FIRST).id
    assert Told([FIRST, AGAIN, third], apart([third], [FIRST, AGAIN])).of(FIRST).id == before


def test_two_that_were_joined_bear_the_id_of_one_of_them() -> None:
    plain = Told([FIRST, AGAIN, OTHER])
    both = Told([FIRST, AGAIN, OTHER], joined([FIRST, AGAIN], [OTHER])).of(OTHER).id
    assert both == plain.of(FIRST).id == content_id("statement", FIRST.attribution.id)


def test_two_speakers_that_were_joined_are_told_by_whom_most_reports_name() -> None:
    plain = Told([OTHER, ANOTHERS, FIRST], joined([OTHER], [ANOTHERS], [FIRST]))
    assert plain.of(ANOTHERS).speaker == ORAM


def test_of_two_speakers_that_as_many_reports_name_neither_is_told() -> None:
    assert Told([OTHER, ANOTHERS], joined([OTHER], [ANOTHERS])).of(OTHER).speaker is None


def test_of_two_days_that_as_many_reports_tell_neither_is_told() -> None:
    one, other = (saying(5 + at, QUOTED, Form.DIRECT, ORAM, day) for at, day in enumerate(DAYS))
    third = saying(7, QUOTED, Form.DIRECT, ORAM, DAYS[1])
    assert Told([one, other], joined([one], [other])).of(one).said_on is None
    assert Told([one, other, third], joined([one], [other])).of(one).said_on == DAYS[1]


def test_a_later_judgement_of_reports_overrides_an_earlier_one_and_tells() -> None:
    told = Told([FIRST, AGAIN], apart([FIRST], [AGAIN]), joined([FIRST], [AGAIN]))
    assert told.one(FIRST, AGAIN)
    assert told.overridden() == [(2,), ()]


def test_a_report_is_found_by_its_place_when_the_article_was_read_anew() -> None:
    moved = Subject(article=OTHER.attribution.article, start=3, words="ferry sails")
    judgement = ADA.judge(Decision.JOIN, Verdict.POSITIVE, [[subject(FIRST)], [moved]])
    assert Told([FIRST, OTHER], judgement).one(FIRST, OTHER)


def test_a_negative_link_of_a_judged_report_is_told_between_the_reports_that_were_compared() -> None:
    one = saying(5, QUOTED, Form.DIRECT, ORAM, DAYS[0])
    other = saying(6, QUOTED, Form.DIRECT, ORAM, DAYS[1])
    undated = saying(7, QUOTED, Form.DIRECT, ORAM)
    told = Told([one, other, undated, OTHER], joined([OTHER], [other]))
    names = {row.attribution.id for row in (one, other)}
    assert names in [{link.left, link.right} for link in told.links if link.verdict is Verdict.NEGATIVE]


CROWD = [said(number, words, speaker, day) for number, (words, speaker, day) in enumerate((
    (0, ORAM, None), (0, ORAM, "2031-05-03"), (1, ORAM, "2031-05-09"), (2, VELT, None), (3, VELT, "2031-05-03"),
    (4, VELT, None), (0, None, None), (0, ORAM, None),
))]  # fmt: skip
SOME = st.lists(st.sampled_from(CROWD), min_size=1, max_size=3, unique_by=lambda row: row.attribution.id)


@st.composite
def decided(draw: st.DrawFn) -> Judgement:
    left = draw(SOME)
    right = [row for row in draw(SOME) if row not in left] or [row for row in CROWD if row not in left][:1]
    verdict = draw(st.sampled_from(Verdict))
    return joined(left, right) if verdict is Verdict.POSITIVE else apart(left, right, verdict=verdict)


DECIDED = st.lists(decided(), max_size=4)


@MANY
@given(DECIDED, st.permutations(CROWD))
def test_the_order_of_reports_changes_nothing_that_is_judged(judgements: list[Judgement], rows: list[Said]) -> None:
    forward, other = Told(CROWD, *judgements), Told(rows, *judgements)
    assert forward.statements == sorted(other.statements, key=forward.statements.index)
    assert sorted(map(repr, forward.links)) == sorted(map(repr, other.links))


@MANY
@given(DECIDED, decided())
def test_the_latest_judgement_of_reports_always_holds(judgements: list[Judgement], last: Judgement) -> None:
    told = Told(CROWD, *judgements, last)
    assert told.settled.standings[-1].overridden_by == ()
    left, right = ([row for row in CROWD if subject(row) in side] for side in last.sides)
    if last.decision is Decision.JOIN:
        assert told.one(*left, *right)
    else:
        assert told.one(*left)
        assert told.one(*right)
        assert not told.one(left[0], right[0])


@MANY
@given(DECIDED)
def test_every_judgement_of_reports_holds_or_is_told_not_to(judgements: list[Judgement]) -> None:
    told = Told(CROWD, *judgements)
    for one in told.settled.standings:
        if not one.overridden_by:
            rows = [row for row in CROWD for side in one.judgement.sides if subject(row) in side]
            assert told.one(*rows) is (one.judgement.decision is Decision.JOIN)


@MANY
@given(DECIDED)
def test_no_link_that_is_told_says_otherwise_than_the_statements(judgements: list[Judgement]) -> None:
    told = Told(CROWD, *judgements)
    rows = {row.attribution.id: row for row in CROWD}
    for link in told.links:
        if link.reasons[0].startswith("judged"):
            assert told.one(rows[link.left], rows[link.right]) is (link.verdict is Verdict.POSITIVE)
