"""Whom a pronoun, a description or a name of an article stands for: candidates, features, a decision with reasons."""
