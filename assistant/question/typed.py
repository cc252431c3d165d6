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
    # "表地149项"
    (re.compile(r"(?:(?<=[表里中的])|^)[地弟递帝堤](?=\d+[项条行])"), "第"),
    (re.compile(r"搞定(?=了|多少|几|没|[?？,，。]|$)"), "完成"),
    (re.compile(r"(?:挑头|挂帅|领衔)(?=单位|部门|了?哪|[)）、和])"), "牵头"),
    # "多少多少", "几个几个"
    (re.compile(r"(多少|几个)\1"), r"\1"),
)


def as_meant(text: str) -> str:
    """Return a question with such slips mended.

    >>> as_meant("甲区二〇二三年要建设哪三革“样板区”?")
    '甲区2023年要建设哪三个“样板区”?'
    >>> as_meant("甲区交通上要推进哪工程?"), as_meant("甲区财政收入排全省几?")
    ('甲区交通上要推进哪些工程?', '甲区财政收入排全省第几?')
    >>> as_meant("甲区公园搞定了多少?")
    '甲区公园完成了多少?'
    """
    text = _YEAR.sub(lambda m: m.group().replace("O", "0").translate(_NUMERALS), text)
    for pattern, meant in _TYPED:
        text = pattern.sub(meant, text)
    return text
