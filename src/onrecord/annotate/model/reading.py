"""From an article to its tags: pieces, scores, stretches, links, tags, repaired."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from onrecord.annotate.model.combining import combine
from onrecord.annotate.model.decoding import find_stretches
from onrecord.annotate.model.linking import Linker
from onrecord.annotate.model.network import Network, open_network
from onrecord.annotate.model.pieces import Pieces, blocks_of
from onrecord.annotate.model.repair import repair
from onrecord.annotate.model.shaping import quotations_of, shape
from onrecord.annotate.rules import RulesTagger
from onrecord.records import Article, Tag


def find_tags(article: Article, path: Path) -> tuple[Tag, ...]:
    """Every attribution in the article's body, in reading order, by the model at `path`."""
    network = open_network(path)
    found = [tag for block in blocks_of(article, network.tokenizer) for tag in _in_block(article, block, network)]
    return repair(article, combine(article, found, RulesTagger().tag(article)))


def _in_block(article: Article, block: Pieces, network: Network) -> Iterator[Tag]:
    scores = network.score(block)
    stretches = find_stretches(scores.tags, block.paragraphs, network.moves)
    quoted = quotations_of(article, block)
    for group in Linker(article=article, pieces=block, scores=scores, network=network).link(stretches):
        tag = shape(article, block, group, quoted)
        if tag is not None:
            yield tag
