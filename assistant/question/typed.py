"""Slips of a hurried hand that a question tells by its own words, mended as they would be written.

Words that a vocabulary has are mended elsewhere (``assistant.language.spelling``): here stand what
a question asks with, and years in Chinese numerals.
"""

from __future__ import annotations

import re

_NUMERALS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_YEAR = re.compile(r"[一二][九〇○零O0][〇○零一二三四五六七八九]{2}(?=年)")
# What things are called that are asked for by more than one.
_THINGS = (
    "工程|项目|任务|要求|措施|举措|做法|成绩|成效|成果|问题|困难|短板|方面|工作|产业|企业|部门|单位|目标|指标"
    "|活动|政策|改革|行动|服务|平台|内容"
)
_TYPED = (
    # "哪三革样板区", "哪两歌县", "几各项目"
    (
        re.compile(
            r"(?<=哪[一二两三四五六七八九十几])[各歌革格](?=[一-鿿“\"])"
            r"|(?<=[多少几])[各歌](?=[?？,，。]|$)"
        ),
        "个",
    ),
    # "推进哪工程", "提出了哪要求"
    (re.compile(rf"(?<!无)哪(?=(?:重点|主要|具体)?(?:{_THINGS})(?:[?？,，。]|$))"), "哪些"),
    # "排全省几": which place it has.
    (re.compile(r"(?<=排全[国省市区县])(?=几(?:[位名]|[?？,，。]|$))"), "第"),
    (re.compile(r"(?<=[少几]个)百分(?=[?？,，。]|$)"), "百分点"),
    # "实际增多少", "同比增多少": by what it grew.
    (re.compile(r"(?<=实际|预计|同比|计划|预期|最终)增(?=多少(?:[?？,，。、]|$))"), "增长"),
    # "综合的分是多少"
    (
        re.compile(
            r"(?<=综合|考核|测评|考评|评价|最终|单项)的(?=分(?:多少|是|为|有|[?？,，。]|$))"
        ),
        "得",
    ),
    # "表地149项"
    (re.compile(r"(?:(?<=[表里中的])|^)[地弟递帝堤](?=\d+[项条行])"), "第"),
    (re.compile(r"搞定"), "完成"),
    # "参保率搞到多少"
    (re.compile(r"(?<=[率额量数比值度])(?:搞|干|弄|冲)到了?(?=多少|几)"), "达到"),
    (re.compile(r"(?:挑头|挂帅|领衔)(?=单位|部门|了?哪|[)）、和])"), "牵头"),
    (re.compile(r"几个(?=钱(?:[啊呀呢?？,，。]|$))"), "多少"),
    # "多少多少", "几个几个"
    (re.compile(r"(多少|几个)\1"), r"\1"),
)


# Two questions without a sign between: "完成了吗实际多少", "检查多少家合格率多高".
_ASKED = r"(?:多少|几|谁|哪|什么|多[高大长])"
_RUN_ON = re.compile(
    rf"(?:(?<=[了成到标完过])[吗没](?:有)?(?=[一-鿿\d]{{0,12}}?{_ASKED})"
    r"|(?<=多少|[一-鿿]几)(?:[万亿]?[一-鿿]{1,2}?)(?=[一-鿿]{2}率(?:是|有|为|达到?)*(?:多少|多高|几))"
    r"|(?<=多少|[一-鿿]几)(?:[万亿]?[一-鿿]{1,2}?)(?=比(?:上年|去年|前一年|上一年|年初)))"
)
_BETWEEN_ASKED = re.compile(rf"(?<=[一-鿿])[ \u3000]+(?=[一-鿿][^,，。?？\s]{{0,16}}?{_ASKED})")
# "完成了没有(2024年)?": when, behind what is asked.
_YEAR_BEHIND = re.compile(
    r"^(?P<asked>.+?)\s*[(（](?P<year>(?:19|20)\d\d年?)[)）](?P<end>[?？。!！\s]*)$"
)
_YEARS = re.compile(r"(?:19|20)\d\d|\d年")


def punctuated(text: str) -> str:
    """Return a question with a sign between what it asks, and its year where it is read first.

    >>> punctuated("甲区车位的任务完成了吗实际新增多少"), punctuated("筛查多少人 完成率多高")
    ('甲区车位的任务完成了吗,实际新增多少', '筛查多少人,完成率多高')
    >>> punctuated("甲区车位的任务完成了没有(2024年)?")
    '2024年甲区车位的任务完成了没有?'
    """
    behind = _YEAR_BEHIND.match(text)
    if behind and not _YEARS.search(behind["asked"]):
        text = f"{behind['year'].rstrip('年')}年{behind['asked']}{behind['end']}"
    text = _BETWEEN_ASKED.sub(",", text)
    return _RUN_ON.sub(r"\g<0>,", text)


def as_meant(text: str) -> str:
    """Return a question with such slips mended.

    >>> as_meant("甲区二〇二三年要建设哪三革“样板区”?")
    '甲区2023年要建设哪三个“样板区”?'
    >>> as_meant("甲区交通上要推进哪工程?"), as_meant("甲区财政收入排全省几?")
    ('甲区交通上要推进哪些工程?', '甲区财政收入排全省第几?')
    >>> as_meant("甲镇三季度综合的分")
    '甲镇三季度综合得分'
    >>> as_meant("甲区公园搞定了多少?")
    '甲区公园完成了多少?'
    """
    text = _YEAR.sub(lambda m: m.group().replace("O", "0").translate(_NUMERALS), text)
    for pattern, meant in _TYPED:
        text = pattern.sub(meant, text)
    return text
