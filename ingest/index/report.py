"""What an ingest did, document by document: for the command line, the page and ``--json``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from assistant.schema import Profile

Status = Literal["new", "replaced", "unchanged", "duplicate", "removed", "failed"]


@dataclass(frozen=True, slots=True)
class IngestedDocument:
    """One line of the report. ``period`` reads "2023" or "2023(计划2024)".

    ``duplicates`` counts bodies repeated inside the document, which are indexed once.
    """

    source: str
    status: Status
    title: str = ""
    district: str = ""
    period: str = ""
    kind: str = ""
    sections: int = 0
    rows: int = 0
    chunks: int = 0
    indicators: int = 0
    duplicates: int = 0
    doubtful: tuple[str, ...] = ()
    message: str = ""
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class IngestReport:
    """All lines, in the order of the files."""

    documents: tuple[IngestedDocument, ...] = ()
    seconds: float = 0.0
    dry_run: bool = False

    @property
    def counts(self) -> dict[str, int]:
        """How many documents there are of each status."""
        return dict(Counter(line.status for line in self.documents))

    @property
    def failed(self) -> tuple[IngestedDocument, ...]:
        """The lines of files that could not be read."""
        return tuple(line for line in self.documents if line.status == "failed")


def describe(
    source: str, profile: Profile, counts: Mapping[str, int], status: Status, message: str = ""
) -> IngestedDocument:
    """Return the report line of a document."""
    return IngestedDocument(
        source=source,
        status=status,
        title=profile.title,
        district=profile.district,
        period=period_label(dict(profile.periods)),
        kind=profile.kind,
        doubtful=profile.doubtful,
        message=message,
        **counts,
    )


def failure(source: str, message: str) -> IngestedDocument:
    """Return the report line of a file that could not be read."""
    return IngestedDocument(source, "failed", message=message)


def period_label(periods: dict[str, str]) -> str:
    """Return a document's periods in few words.

    >>> period_label({"reported": "2023", "planned": "2024"})
    '2023(计划2024)'
    >>> period_label({"progress": "2025-01/2025-06"})
    '2025-01/2025-06'
    """
    told = periods.get("progress") or periods.get("reported", "")
    planned = periods.get("planned", "")
    if told and planned and planned != told:
        return f"{told}(计划{planned})"
    return told or planned
