"""What a government site prints around a document: labels, navigation, page numbers.

It is kept as metadata (``read_labels``) and never answered from.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Mapping, Sequence

from assistant.schema import Span
from ingest.outline.headings import find_heading
from ingest.outline.lines import Line

# The labels of the block above a document, by what they say.
LABELS: Mapping[str, tuple[str, ...]] = {
    "published": (
        "发布日期",
        "发布时间",
        "公布日期",
        "公开日期",
        "发文日期",
        "发文时间",
        "公布时间",
        "日期",
        "时间",
    ),
    "generated": ("生成日期", "成文日期", "成文时间", "印发日期", "印发时间", "签署日期"),
    "publisher": (
        "发布机构",
        "发文机关",
        "发文单位",
        "发布单位",
        "公开主体",
        "发文机构",
        "制发机关",
    ),
    "origin": ("信息来源", "文章来源", "稿源", "来源"),
    "address": (
        "来源URL",
        "来源网址",
        "来源链接",
        "原文链接",
        "原文网址",
        "原文地址",
        "网址",
        "URL",
    ),
    "title": ("信息名称", "文件名称", "文件标题", "标题", "名称"),
    "": (
        *(
            "信息索引号",
            "索引号",
            "索取号",
            "统一编号",
            "文件编号",
            "备注/文号",
            "文号",
            "发文字号",
        ),
        *(
            "公开方式",
            "公开范围",
            "公开时限",
            "公开属性",
            "公开形式",
            "有效性",
            "时效性",
            "体裁分类",
        ),
        *(
            "点击率",
            "点击数",
            "点击量",
            "浏览次数",
            "阅读次数",
            "浏览量",
            "阅读量",
            "访问量",
            "字号",
        ),
        *("字体", "作者", "编辑", "责任编辑", "审核", "主题分类", "主题词", "组配分类", "信息分类"),
        *("版次", "版面", "版名"),
        *(
            "关键词",
            "主题",
            "体裁",
            "实施日期",
            "登记日期",
            "废止日期",
            "服务对象",
            "分类",
            "语种",
            "备注",
            "附件",
        ),
    ),
}
_KIND_OF = {label: kind for kind, labels in LABELS.items() for label in labels}
_SPACED = "|".join(
    r"[ \u3000]*".join(re.escape(char) for char in label)
    for label in sorted(_KIND_OF, key=len, reverse=True)
)
_LABEL = re.compile(
    rf"(?<![\w/])[【\[(（]?({_SPACED})[】\])）]?(?=[ \t\u3000|:：]|$)[ \t\u3000|:：]*"
)

_NAVIGATION = re.compile(
    r"打印本页|打印此页|关闭窗口|关闭本页|【打印】|分享到|分享至|上一篇|下一篇|返回顶部|返回首页|返回列表"
    r"|扫一扫|当前位置|您的位置|所在位置|您现在的位置|首页\s*[>＞»/-]|[>＞»]\s*(?:政务公开|正文|信息公开)"
    r"|字号[:：]?\s*[\[【]?\s*[大小]|字体[:：]?\s*[\[【]?\s*[大小]|收藏本页|加入收藏|设为首页|网站地图"
    r"|版权所有|ICP备|公网安备|网站标识码|无障碍(?:浏览|阅读|模式|版|$)|^无障碍|长者模式"
    r"|适老化?(?:模式|版|浏览|阅读)|^适老化$|站内搜索|请输入关键[字词]|^热门搜索|^用户登录$|^繁體$"
    r"|^繁体版$|^视力保护色|手机版$|^相关(?:文档|链接|附件|阅读|稿件|新闻)"
)
# The way to a page over its title: "甲县人民政府 > 专题专栏 > 为民办实事".
_BREADCRUMBS = re.compile(r"[\w·\-]{2,24}(?:\s*[>＞»›]\s*[\w·\-]{2,24}){1,8}\s*[>＞»›]?")
# Over the headlines of other pages, which may state figures of other districts.
_OTHER_PAGES = re.compile(
    r"^(?:相关(?:阅读|链接|新闻|文档|稿件|文章|信息|推荐)|推荐阅读|延伸阅读|热[点门](?:新闻|推荐|信息|文章)"
    r"|最新(?:文章|信息|动态|发布)|猜你喜欢|您可能(?:还)?感兴趣.{0,4})[:：]?"
)
_BULLET = re.compile(r"[·•●○▪◆■>＞*-]\s*")
_MOST_HEADLINES, _LONGEST_HEADLINE, _LONGEST_WAY = 20, 60, 120
# At the foot of a page, beside what is surely of the page; elsewhere they tell who does what.
_FOOT = re.compile(
    r"(?:主办|承办|主管|协办|技术支持|运行维护|地址|邮编|邮箱|联系电话|电话)(?:单位)?\s*[:：]|联系我们|关于我们"
)
_MENU = re.compile(r"(?:[\u4e00-\u9fff]{2,8}(?:\s{2,}|\s?[|｜]\s?)){2,12}[\u4e00-\u9fff]{2,8}")
_PAGE_NUMBER = re.compile(
    r"第\s{0,3}\d{1,4}\s{0,3}页(?:[\s,，/]{0,3}共\s{0,3}\d{1,4}\s{0,3}页)?"
    r"|[-—–－―·]{1,3}\s{0,3}\d{1,4}\s{0,3}[-—–－―·]{1,3}|\d{1,4}\s?/\s?\d{1,4}|[Pp]age\s?\d{1,4}.{0,10}"
)
# "版次:01 作者:甲 乙2023年10月30日": the day of a newspaper needs no label of its own.
_DAY = re.compile(r"(?:19|20)\d\d年\d{1,2}月\d{1,2}日$")
# "2015-05-04 10:47:32 来源:某某新闻网", "某某新闻网 2016年07月29日 08:45": put online then.
_STAMP = re.compile(
    r"((?:19|20)\d\d\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}日?)\s{0,8}[0-2]?\d[:：][0-5]\d(?:[:：][0-5]\d)?"
)
_MAX_LABEL_LINE = 160
# A remark that says something is of the table above it: "备注:余下2条拟于12月开通,分别为…".
_TELLS = re.compile(r"[^,，。;；]{4,}[,，;；][^,，。;；]{4,}|[^。]{12,}。$")
_MOST_BESIDE = 60  # characters beside the day and hour of a line that tells nothing else


def label_matches(text: str) -> list[tuple[str, str, str]]:
    """The labels in one line of front matter, each with its kind and value.

    >>> label_matches("发布日期:2024-03-07 16:02    信息来源:办公室")
    [('发布日期', 'published', '2024-03-07 16:02'), ('信息来源', 'origin', '办公室')]
    """
    matches = list(_LABEL.finditer(text))
    ends = [*(match.start() for match in matches[1:]), len(text)][: len(matches)]
    found = []
    for match, end in zip(matches, ends, strict=True):
        label = re.sub(r"\s", "", match[1])
        found.append((label, _KIND_OF[label], text[match.end() : end].strip(" \t\u3000|:：】]")))
    return found


def is_navigation(text: str) -> bool:
    """Whether a line is of the page around the document, not of the document.

    >>> is_navigation("打印本页 关闭窗口"), is_navigation("首页 > 政务公开 > 规划计划")
    (True, True)
    """
    return len(text) <= 80 and _NAVIGATION.search(text) is not None


def _headlines(lines: Sequence[Line], prose_start: int) -> set[int]:
    """Headlines of other pages below "相关阅读", with the line over them."""
    found: set[int] = set()
    for index in range(prose_start + 1, len(lines)):
        if index in found or not _OTHER_PAGES.match(lines[index].text):
            continue
        below = index
        while below < len(lines) and below - index <= _MOST_HEADLINES:
            if below > index and not _is_headline(lines[below].text):
                break
            found.add(below)
            below += 1
    return found


def _is_headline(text: str) -> bool:
    if len(text) > _LONGEST_HEADLINE or text[-1] in "。；;":
        return False
    return _BULLET.match(text) is not None or find_heading(Line(0, len(text), text)) is None


def _feet(lines: Sequence[Line], prose_start: int, furniture: set[int]) -> set[int]:
    """Lines of the page's foot; menus and breadcrumbs over the document."""
    over = range(prose_start)
    found = {i for i in over if _MENU.fullmatch(lines[i].text) or _leads_here(lines[i].text)}
    for index in range(len(lines) - 1, prose_start, -1):
        beside = {index - 1, index + 1} & (furniture | found)
        if beside and len(lines[index].text) <= 80 and _FOOT.search(lines[index].text):
            found.add(index)
    return found


def _leads_here(text: str) -> bool:
    """Whether a line is the way to a page, which names it by its place in the site.

    >>> _leads_here("甲县人民政府 > 专题专栏 > 为民办实事"), _leads_here("一产 > 二产,比上年明显")
    (True, False)
    """
    return len(text) <= _LONGEST_WAY and _BREADCRUMBS.fullmatch(text) is not None


def _is_labelled(text: str) -> bool:
    label = _LABEL.match(text) if len(text) <= _MAX_LABEL_LINE else None
    return label is not None and not (label[1] == "备注" and _TELLS.search(text, label.end()))


def stamped_day(text: str) -> str:
    """The day of a line that tells when a page was put online, by its day and hour.

    >>> stamped_day("海曙新闻网  2016年07月29日 08:45"), stamped_day("会议于2016年7月9日9:00召开。")
    ('2016年07月29日', '')
    """
    stamp = _STAMP.search(text) if len(text) <= _MAX_LABEL_LINE else None
    beside = stamp and text[: stamp.start()] + text[stamp.end() :]
    told = beside is None or re.search(r"[。；;，,]", beside) or len(beside) > _MOST_BESIDE
    return stamp[1] if stamp and not told else ""


def find_furniture(lines: Sequence[Line], prose_start: int) -> set[int]:
    """Indexes of lines that are front matter, navigation, page numbers or running heads.

    ``prose_start`` is the index of the first line that is surely the document's own. Below it a
    label counts only as part of a block (003 has a second front matter inside).
    """
    furniture = {i for i, line in enumerate(lines) if is_navigation(line.text)}
    furniture |= _headlines(lines, prose_start)
    furniture |= _feet(lines, prose_start, furniture)
    furniture |= {i for i, line in enumerate(lines) if _PAGE_NUMBER.fullmatch(line.text[:40])}
    furniture |= _bare_page_numbers(lines)
    furniture |= {i for i, line in enumerate(lines[:prose_start]) if stamped_day(line.text)}
    for first, last in _label_blocks(lines):
        if first <= prose_start or last > first or len(label_matches(lines[first].text)) > 1:
            furniture.update(range(first, last + 1))
    return furniture


def _label_blocks(lines: Sequence[Line]) -> list[Span]:
    """Runs (first, last) of labelled lines; a label alone takes the short line below it."""
    blocks: list[Span] = []
    index = 0
    while index < len(lines):
        if not _is_labelled(lines[index].text):
            index += 1
            continue
        first = last = index
        while index < len(lines) and _is_labelled(lines[index].text):
            labels = label_matches(lines[index].text)
            last = index
            index += 1
            alone = len(labels) == 1 and not labels[0][2] and labels[0][0] != "附件"
            if alone and index < len(lines) and _is_value(lines[index].text):
                last = index
                index += 1
        blocks.append((first, last))
    return blocks


def _is_value(text: str) -> bool:
    return len(text) <= 40 and not _is_labelled(text) and text[-1] not in "。；"


def _bare_page_numbers(lines: Sequence[Line]) -> set[int]:
    """Lines that hold nothing but a number, where these count up by one down the document."""
    bare = [
        (i, int(line.text))
        for i, line in enumerate(lines)
        if re.fullmatch(r"[0-9]{1,3}", line.text)
    ]
    numbers = [number for _, number in bare]
    counts_up = len(bare) >= 2 and all(b == a + 1 for a, b in itertools.pairwise(numbers))
    apart = all(b - a > 2 for (a, _), (b, _) in itertools.pairwise(bare))
    return {i for i, _ in bare} if counts_up and apart else set()


def find_running_heads(lines: Sequence[Line], furniture: set[int], title: int | None) -> set[int]:
    """Page headers: the title once more, short lines that stand beside page numbers three times.

    Other lines may come back as often and mean something ("责任单位:区教育局").
    """
    beside = Counter(
        line.text
        for i, line in enumerate(lines)
        if len(line.text) <= 60 and ({i - 1, i + 1} & furniture) and i not in furniture
    )
    heads = {words for words, count in beside.items() if count >= 3 and words[-1] not in "。；;"}
    if title is not None:
        heads.add(lines[title].text)
    return {i for i, line in enumerate(lines) if i != title and line.text in heads}


def read_labels(text: str, furniture: Sequence[Span]) -> dict[str, str]:
    """What the front matter says, by kind: published, generated, publisher, origin, title.

    A label without a value beside it takes the line below.
    """
    found: dict[str, str] = {}
    pending = stamped = ""
    for start, end in furniture:
        for raw in text[start:end].splitlines():
            line = raw.strip()
            labels = label_matches(line) if _is_labelled(line) else []
            if pending and line and not labels:
                found.setdefault(pending, line)
            if line:
                pending = labels[-1][1] if labels and not labels[-1][2] else ""
            for _, kind, value in labels:
                if kind and value:
                    found.setdefault(kind, value)
            dated = _DAY.search(line) if labels and not labels[-1][1] else None
            if dated:
                found.setdefault("published", dated.group())
            if stamped_day(line) and not labels:
                stamped = stamped or stamped_day(line)
    if stamped:
        found.setdefault("published", stamped)
    return found
