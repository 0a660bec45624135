"""Attributions by rules: quotation marks, cue verbs and the phrases around them. No model, no training."""

from onrecord.annotate.rules.tagger import RulesTagger

__all__ = ["RulesTagger"]
