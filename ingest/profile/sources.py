"""What the name of a file tells of its document where the text does not say it itself."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from assistant.text import HAN

_SHORTEST_TITLE = 8  # characters
# The number under which a site or a download keeps a page: "…农业农村局_2730931".
_NUMBERED = re.compile(r"[\s_-]+(?:\d{4,}|[\da-f]{8,})$")
# "甲县2024上半年", "乙县2023统计公报": a year that words follow.
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)[\s_-]*(?=[一-鿿]|\d{1,2}[-—~至]\d{1,2}月)(?!年)")


def title_of(source: str) -> str:
    """The name of a file where it reads like a title, as that of a sheet without one often does.

    >>> title_of("2024/甲县2024年各乡镇户厕改造进度.csv"), title_of("012_report.txt")
    ('甲县2024年各乡镇户厕改造进度', '')
    """
    stem = _NUMBERED.sub("", PurePosixPath(source).stem.strip())
    return stem if len(HAN.findall(stem)) >= _SHORTEST_TITLE else ""


def time_of(source: str) -> str:
    """The words of a file's name where they give a year, written as documents write it.

    >>> time_of("甲县2024上半年_1895482.txt"), time_of("2024/012_report.txt")
    ('甲县2024年上半年', '')
    """
    stem = _NUMBERED.sub("", PurePosixPath(source).stem.strip())
    words = _YEAR.sub(r"\1年", stem)
    return words if re.search(r"(?:19|20)\d\d年", words) and HAN.search(words) else ""
