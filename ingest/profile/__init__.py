"""Title, district, kind, years and dates of a document."""
