"""Documents in, an index out: readers, outline, tables, profile, chunks, figures."""
