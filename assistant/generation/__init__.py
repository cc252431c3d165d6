"""Answers that a chat model words: prompt, sentences, repair, fallback."""
