"""Conversations on disk, and to take away."""
