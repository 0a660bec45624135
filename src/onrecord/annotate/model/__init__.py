"""The tagger with a model: a small encoder tags roles and links them."""

from onrecord.annotate.model.tagger import FOLDER, ModelTagger

__all__ = ["FOLDER", "ModelTagger"]
