"""Lines, headings, sections, years, and what is not the document's own text."""
