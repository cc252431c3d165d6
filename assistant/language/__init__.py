"""Words, numbers, units and times of Chinese documents: found, normalised, compared."""
