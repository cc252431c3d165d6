"""区问: a question in, a cited answer out."""
