"""The readers that answer without a model: a fact, a section, a list, a cause, several sides."""
