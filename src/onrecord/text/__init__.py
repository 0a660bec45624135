"""Pure functions on text: normal forms, words, sentences, stems, shingles, overlap, names."""

from onrecord.text.folding import fold, fold_with_offsets
from onrecord.text.names import name_key, spelling_distance
from onrecord.text.sentences import sentences
from onrecord.text.shingles import shingles
from onrecord.text.similarity import containment, jaccard, weighted_overlap
from onrecord.text.stems import STOPWORDS, content_stems, stem
from onrecord.text.words import Word, words

__all__ = [
    "STOPWORDS",
    "Word",
    "containment",
    "content_stems",
    "fold",
    "fold_with_offsets",
    "jaccard",
    "name_key",
    "sentences",
    "shingles",
    "spelling_distance",
    "stem",
    "weighted_overlap",
    "words",
]
