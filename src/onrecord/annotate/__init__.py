"""Article → attributions, mentions and entities, behind the `Tagger` protocol."""

from onrecord.annotate.dating import Dated, Known, date_article
from onrecord.annotate.step import VERSION, annotate
from onrecord.annotate.tagger import Tagger
from onrecord.annotate.taggers import DEFAULT, TAGGERS, open_tagger

__all__ = [
    "DEFAULT",
    "LANGUAGES",
    "TAGGERS",
    "VERSION",
    "Dated",
    "Known",
    "Tagger",
    "annotate",
    "date_article",
    "open_tagger",
]
