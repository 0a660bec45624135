"""The tagger with a model: a small encoder tags roles and links them."""

from onrecord.annotate.model.files import FOLDER
from onrecord.annotate.model.tagger import ModelTagger

__all__ = ["FOLDER", "ModelTagger"]
