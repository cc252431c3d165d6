"""The gate: quotes, figures, roles and verdicts proved by what is cited."""
