"""An article's body as word pieces, in blocks of paragraphs that are read one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from tokenizers import Tokenizer

from onrecord.annotate.model.looks import looks_of
from onrecord.annotate.quotes import Quotation, find_quotations
from onrecord.records import Article
from onrecord.text.sentences import sentences

LONGEST_SENTENCE = 156  # word pieces; a longer one is parted
BLOCK = 6000  # word pieces after which a block ends with its paragraph: memory is bounded by it


@dataclass(slots=True, kw_only=True)
class Pieces:
    """Word pieces of some paragraphs, with their places in the text.

    `sentences` and `paragraphs` are ranges of pieces; `sentence_of` and `paragraph_of` number them for each piece;
    `quotations` are those of each paragraph.
    """

    ids: list[int] = field(default_factory=list)
    looks: list[int] = field(default_factory=list)
    offsets: list[tuple[int, int]] = field(default_factory=list)
    sentences: list[tuple[int, int]] = field(default_factory=list)
    paragraphs: list[tuple[int, int]] = field(default_factory=list)
    sentence_of: list[int] = field(default_factory=list)
    paragraph_of: list[int] = field(default_factory=list)
    quotations: list[tuple[Quotation, ...]] = field(default_factory=list)


def blocks_of(article: Article, tokenizer: Tokenizer) -> Iterator[Pieces]:
    """The word pieces of the article's body, block by block, in reading order; page furniture is left out."""
    block = Pieces()
    for segment in article.body():
        add_paragraph(block, article.text, (segment.start, segment.end), tokenizer)
        if len(block.ids) >= BLOCK:
            yield block
            block = Pieces()
    if block.ids:
        yield block


def add_paragraph(block: Pieces, text: str, bounds: tuple[int, int], tokenizer: Tokenizer) -> None:
    """The block has the pieces of the paragraph, characters `bounds` of the text, too."""
    first = len(block.ids)
    for start, end in sentences(text, *bounds):
        encoded = tokenizer.encode(text[start:end], add_special_tokens=False)
        at = len(block.ids)
        block.ids += encoded.ids
        block.offsets += [(start + left, start + right) for left, right in encoded.offsets]
        for left in range(at, len(block.ids), LONGEST_SENTENCE):
            right = min(left + LONGEST_SENTENCE, len(block.ids))
            block.sentence_of += [len(block.sentences)] * (right - left)
            block.sentences.append((left, right))
    if len(block.ids) > first:
        block.quotations.append(find_quotations(text, *bounds))
        block.looks += looks_of(text, block.offsets[first:], block.quotations[-1])
        block.paragraph_of += [len(block.paragraphs)] * (len(block.ids) - first)
        block.paragraphs.append((first, len(block.ids)))
