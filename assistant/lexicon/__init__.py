"""Names that questions and documents use: districts, indicators, synonyms."""
