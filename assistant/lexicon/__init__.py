"""What the project knows of the field's words, as data files that a non-programmer can extend.

``indicators`` names what is counted, ``synonyms`` pairs official words with everyday ones, and
``districts`` names places. README.md tells how to add to them.
"""
