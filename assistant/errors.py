"""The error tree. Every message is one Chinese sentence that names the value and the next step.

AssistantError
├── ConfigurationError        a setting is missing or wrong
├── IngestError               nothing was changed by what failed
│   ├── UnreadableError       one file cannot be read; the rest of the batch goes on
│   └── LockedError           another process is writing the index
├── StoreError
│   ├── IndexMissingError     nothing has been ingested yet
│   └── IndexMismatchError    the index was written by other versions
├── QuestionError             a question that cannot be taken (too long)
│   └── AnswerError           the program failed at a question; the others can still be asked
├── HistoryError              a conversation is gone, or its file is damaged
└── ModelError                an endpoint failed; the keyless answer stands in
"""


class AssistantError(Exception):
    """Anything that a person using 区问 can be told in one sentence."""


class ConfigurationError(AssistantError):
    """A setting is missing or has a value that cannot be used."""


class IngestError(AssistantError):
    """An ingest could not be carried out; the index is as it was."""


class UnreadableError(IngestError):
    """One file cannot be read: empty, binary, damaged, too large, protected, without text."""


class LockedError(IngestError):
    """Another process holds the index for writing."""


class StoreError(AssistantError):
    """The index cannot answer."""


class IndexMissingError(StoreError):
    """There is no index yet."""


class IndexMismatchError(StoreError):
    """The index was written by another version of tokeniser, chunker, lexicon or embedding."""


class QuestionError(AssistantError):
    """A question that cannot be taken, for its length say."""


class AnswerError(QuestionError):
    """The program failed at one question, by a mistake of its own."""


class HistoryError(AssistantError):
    """A conversation that is not on disk (any more), or whose file cannot be read."""


class ModelError(AssistantError):
    """A model endpoint failed after its retries."""
