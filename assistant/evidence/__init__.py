"""Statements of the documents, held against every constraint of a question."""
