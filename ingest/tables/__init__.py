"""Tables whose markup is gone: found, and their rows restored."""
