"""The title line of a document: found among the lines above its first paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.outline.front_matter import label_matches
from ingest.outline.headings import is_signature
from ingest.outline.lines import Line

_DOCUMENT_WORD = re.compile(
    r"报告|公报|规划|纲要|计划|方案|要点|实事|情况|通知|意见|办法|措施|总结|安排|任务|目标|清单"
    r"|分解|进展|决定|讲话|要求|汇报|说明|概况|简报|[一览进度]表$|工作$"
)
_NO_TITLE = re.compile(
    r"^[(（—-].*[)）]$|(?:^|政府)代?(?:副?(?:区|县|市|省|州|盟|旗)长|主任|书记)(?:[(（][^()（）]{2,8}[)）])?[\s\u3000]|^各位|^同志们|[。；;：:!！]$|\t|\|"
    r"|^\d{4}年\d{1,2}月\d{1,2}日在|会议上$|^(?:[今本]日|热点|最新|相关)?(?:特推|推荐|推送|阅读|导读|要闻)[\s\u3000]*[:：]"
    r"|(?:^|[\s\u3000])[摄图]$|^[(（]?资料图"
    r"|第[〇零一二三四五六七八九十百\d]+[号期]$"  # a gazette's masthead
)
_LINES_BELOW, _MOST_LINES = 20, 4
_FOOTNOTE = re.compile(r"[\[［〔]\d{1,2}[\]］〕]$")
_CONTINUES = re.compile(r"^(?:与|和|及|暨|的|(?:国民经济|政府工作|经济社会))")
_NAME_ONLY = re.compile(
    r"^[\u4e00-\u9fff()（）]{2,20}(?:区|县|市|旗|省|州|盟|街道|镇|乡|政府|委员会)$"
)


def find_title(
    lines: Sequence[Line], prose_start: int, furniture: set[int]
) -> tuple[int, int] | None:
    """The indexes of the first and the last line of the title, None where there is none.

    The first line with a word for a kind of document (报告, 公报, …) wins over the first bare line;
    the mere name of an office tells who speaks and not of what.
    """
    head = [i for i in range(prose_start) if i not in furniture and _may_be_title(lines[i].text)]
    best = next((i for i in head if _DOCUMENT_WORD.search(lines[i].text)), None)
    if best is None:
        bare = (i for i in head if not is_signature(lines[i]))
        best = next((i for i in bare if len(strip_marks(lines[i].text)) >= 6), None)
    if best is None:
        return None
    first = last = best
    if first - 1 in head and _NAME_ONLY.match(lines[first - 1].text):
        first -= 1
    if last + 1 in head and _CONTINUES.match(lines[last + 1].text):
        last += 1
    return first, last


def find_title_over_labels(lines: Sequence[Line], furniture: set[int]) -> tuple[int, int] | None:
    """The line right above the labels that date a page, wherever these stand.

    Where a page is laid out in columns, its body may come before its own title.
    """
    for index in sorted(furniture - {0}):
        kinds = {kind for _, kind, value in label_matches(lines[index].text) if value}
        if not {"published", "origin"} <= kinds:
            continue
        above = lines[index - 1].text
        titled = _may_be_title(above) and _DOCUMENT_WORD.search(above)
        return (index - 1, index - 1) if titled and index - 1 not in furniture else None
    return None


def find_broken_title(lines: Sequence[Line], title: tuple[int, int]) -> set[int]:
    """Return the lines below the title that are the same title once more, broken over several."""
    whole = "".join(strip_marks(line.text) for line in lines[title[0] : title[1] + 1])
    for first in range(title[1] + 1, min(len(lines), title[1] + _LINES_BELOW)):
        said = ""
        for last in range(first, min(len(lines), first + _MOST_LINES)):
            said += strip_marks(lines[last].text)
            if said == whole and last > first:
                return set(range(first, last + 1))
            if not whole.startswith(said):
                break
    return set()


def _may_be_title(line: str) -> bool:
    words = strip_marks(line)
    return 4 <= len(words) <= 100 and _NO_TITLE.search(words) is None


def strip_marks(line: str) -> str:
    """A title without Markdown marks and book-title brackets around it, or a footnote's mark.

    >>> strip_marks("# **2024年政府工作报告**")
    '2024年政府工作报告'
    """
    words = _FOOTNOTE.sub("", line.strip("#* \t\u3000"))
    return words[1:-1] if words.startswith("《") and words.endswith("》") else words
