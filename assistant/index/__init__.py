"""The index: documents as understood, words, vectors, and the search over them."""
