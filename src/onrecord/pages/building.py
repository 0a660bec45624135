"""What a build did, and what the record holds now."""

from __future__ import annotations

from dataclasses import dataclass
from shlex import quote

from onrecord.pages.counting import count
from onrecord.pages.layout import Document, Part, command, doubt, faint, line
from onrecord.pipeline import BuildReport
from onrecord.store import View


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildPage:
    """The summary of a build. `new_…` count what this build added, the others what the record holds."""

    record: str
    captures: int
    known: int
    new_articles: int
    new_rejected: int
    articles: int
    outlets: int
    attributions: int
    statements: int
    stories: int
    rejected: int
    earlier: int = 0  # versions of pages that have a later one
    capped: int = 0

    def lay_out(self) -> Document:
        """The page as a document: one line, and another where files could not be read."""
        holds = ", ".join(
            (
                count(self.articles, "article"),
                count(self.attributions, "attribution"),
                count(self.statements, "statement"),
                count(self.stories, "story", "stories"),
            )
        )
        added = f"{self.new_articles:,} new" if self.new_articles else "nothing new"
        lede = [line(faint(f"of the files given: {added}, {self.known:,} known already"))] if self.known else []
        if self.earlier:
            kept = count(self.earlier, "earlier version of a page is kept", "earlier versions of pages are kept")
            lede.append(line(faint(f"{kept}: "), command(f"onrecord versions {quote(self.record)}")))
        if self.capped:
            lede.append(line(doubt(self._crowded())))
        if self.rejected:
            could_not = doubt(f"{count(self.rejected, 'file')} could not be read: ")
            lede.append(line(could_not, command(f"onrecord sources {quote(self.record)} --rejected")))
        return Document(title="Built", parts=(Part(title=f"{self.record}: {holds}", lede=tuple(lede)),))

    def _crowded(self) -> str:
        crowds = count(self.capped, "word or phrase is", "words and phrases are")
        return f"{crowds} in so many reports that only those near in time were compared; a statement may stand twice"


def build_page(view: View, record: str, report: BuildReport) -> BuildPage:
    """The summary of a build of `record`, which holds what `view` shows."""
    counts = view.counts()
    return BuildPage(
        record=record,
        captures=report.captures,
        known=report.known,
        new_articles=report.articles,
        new_rejected=report.rejected,
        articles=counts.articles,
        outlets=counts.outlets,
        attributions=counts.attributions,
        statements=counts.statements,
        stories=counts.stories,
        rejected=counts.rejected,
        earlier=counts.earlier,
        capped=report.capped,
    )
