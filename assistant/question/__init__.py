"""What is asked: districts, periods, names, kind, form; follow-ups made to stand alone."""
