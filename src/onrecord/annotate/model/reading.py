"""From an article to what the model finds in it: pieces, scores, stretches, links, tags, repaired; and names."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from onrecord.annotate.model.combining import combine
from onrecord.annotate.model.decoding import find_names, find_stretches
from onrecord.annotate.model.labels import NAME_KINDS
from onrecord.annotate.model.linking import Linker
from onrecord.annotate.model.network import Network, Scores, open_network
from onrecord.annotate.model.pieces import Pieces, blocks_of
from onrecord.annotate.model.repair import repair
from onrecord.annotate.model.shaping import bounds, parted, shape
from onrecord.annotate.rules import RulesTagger
from onrecord.records import Article, EntityKind, NameTag, Span, Tag, Tagging


def read(article: Article, path: Path) -> Tagging:
    """Every attribution and name in the article's body, in reading order, by the model at `path`."""
    network = open_network(path)
    found: list[Tag] = []
    names: list[NameTag] = []
    for block in blocks_of(article, network.tokenizer):
        scores = network.score(block)
        found += _tags(article, block, network, scores)
        names += _names(article, block, scores)
    tags = repair(article, combine(article, found, RulesTagger().tag(article).tags))
    return Tagging(tags=tags, names=tuple(names))


def _tags(article: Article, block: Pieces, network: Network, scores: Scores) -> Iterator[Tag]:
    stretches = find_stretches(scores.tags, block.paragraphs, network.moves)
    for group in Linker(article=article, pieces=block, scores=scores, network=network).link(stretches):
        tag = shape(article, block, group)
        if tag is not None:
            yield from parted(article, block, tag)


def _names(article: Article, block: Pieces, scores: Scores) -> Iterator[NameTag]:
    for name in find_names(scores.names, block.paragraphs):
        yield NameTag(
            span=Span.of(article.text, *bounds(block, name)),
            kind=EntityKind(NAME_KINDS[name.role]),
            confidence=round(name.sure, 2),
        )
