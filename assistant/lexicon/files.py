"""The files in which names are kept: tables in CSV that anybody may extend."""

from __future__ import annotations

import csv
from pathlib import Path

from assistant.errors import ConfigurationError


def read_rows(path: Path) -> csv.DictReader[str]:
    """Read the lines of a lexicon, each by the names of its columns.

    Raises:
        ConfigurationError: the file cannot be read, or is not in UTF-8.
    """
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as exc:
        raise ConfigurationError(
            f"词典 {path} 读不出来({exc});请检查路径,并存为 UTF-8 编码的 CSV。"
        ) from exc
    return csv.DictReader(lines)
