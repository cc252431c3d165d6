"""Many files into one index: new, unchanged, changed, gone."""
