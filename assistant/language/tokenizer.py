"""The one tokeniser: words and character pairs of a text, for the lexical index and its questions.

Words come from jieba's dictionary in search mode (rjieba: the same words, thirteen times as fast)
with the lexicon's names added; character pairs catch what no dictionary knows.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from assistant.text import fold_text

if TYPE_CHECKING:
    import rjieba

# Written to the catalog: an index made by another version is refused.
TOKENIZER_VERSION = "rjieba-search+pairs/2"

# Names up to this length are one word; longer ones ("城镇居民人均可支配收入") are more often met in
# other forms, and cut into their words they meet those too.
_LONGEST_WORD = 8

# Words younger than the dictionary, or cut by it into words that ask for nothing: 大|数据, 新|材料.
_YOUNG_WORDS = [
    "大数据",
    "政务数据",
    "公共数据",
    "工业数据",
    "数据要素",
    "数据标注",
    "数据资产",
    "数据交易",
    "数据局",
    "大模型",
    "元宇宙",
    "区块链",
    "并网",
    "风光电",
    "云计算",
    "总算力",
    "智能算力",
    "算力",
    "新材料",
    "功能材料",
    "先进材料",
    "装饰材料",
    "电池材料",
    "半导体材料",
    "高分子材料",
    "复合材料",
    "新基建",
    "新业态",
    "新能源",
    "大健康",
    "新农村",
    "碳达峰",
    "碳中和",
    "单位能耗",
    "领导干部",
    "领导小组",
    "部门预算",
    "部门决算",
    "最多跑一次",
    "一网通办",
    "约谈",
]

_RUN = re.compile(
    r"(?P<han>[\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]+)"
    # A figure with its grouped digits, decimals and percent sign ...
    r"|(?P<figure>(?>\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?>(?:\.\d+)*)[%‰]?)(?![a-z])"
    # ... or a Latin word, which may hold digits: r&d, pm2.5, 110kv.
    r"|(?P<latin>(?>[0-9a-z\u00df-\u024f\u0370-\u04ff]+)(?>(?:[&.+'_-][0-9a-z]+)*))"
)
_PART = re.compile(r"\d+(?:\.\d+)?|[^\W\d_]+")
# Two words set apart by a blank stay two: names in one cell ("李明 王小红").
_SPACED_WORDS = re.compile(r"(?<=[\u4e00-\u9fff]{2})[ \u3000]+(?=[\u4e00-\u9fff]{2})")


def words(text: str) -> list[str]:
    """Return the words in order, long ones followed or preceded by the words inside them.

    >>> words("新增“国家高新技术企业” 1,110 家")[-2:]
    ['1110', '家']
    """
    cut = _dictionary().cut_for_search
    return [
        token
        for run in _runs(text)
        for token in (cut(run.group()) if run.lastgroup == "han" else _latin_tokens(run))
    ]


def segments(text: str) -> list[str]:
    """Return the words in order, none inside another, each to be looked for once.

    >>> segments("城镇新增就业")
    ['城镇新增就业']
    """
    cut = _dictionary().cut
    return [
        token
        for run in _runs(text)
        for token in (cut(run.group()) if run.lastgroup == "han" else [run.group()])
    ]


def is_verb(word: str) -> bool:
    """Tell whether the dictionary takes a word for a verb first: 取得, 推进, 承认."""
    tagged = _dictionary().tag(word, False)
    return len(tagged) == 1 and tagged[0][1] in ("v", "vd", "d", "ad")


def is_place_name(word: str) -> bool:
    """Tell whether the dictionary takes a word for the name of a place: 西湖, not 新建."""
    tagged = _dictionary().tag(word, False)
    return len(tagged) == 1 and tagged[0][1] == "ns"


def bigrams(text: str) -> list[str]:
    """Return the pairs of neighbouring Chinese characters, and Latin words and figures as they are.

    >>> bigrams("固投增长 5.5%")
    ['固投', '投增', '增长', '5.5%']
    """
    return [token for run in _runs(text) for token in _pairs(run)]


def tokens(text: str) -> list[str]:
    """Return words and bigrams together, which find more in one index than either alone."""
    return words(text) + bigrams(text)


def is_word(text: str) -> bool:
    """Tell whether the dictionary, with the lexicon's names, has this word."""
    return bool(_dictionary().has_word(fold_text(text)))


def _runs(text: str) -> list[re.Match[str]]:
    return list(_RUN.finditer(fold_text(_SPACED_WORDS.sub("\n", text))))


def _latin_tokens(run: re.Match[str]) -> list[str]:
    """Return a figure without its grouping, or a Latin word and, where it is mixed, its parts."""
    text = run.group()
    if run.lastgroup == "figure":
        return [text.replace(",", "")]
    parts = _PART.findall(text)
    return [text, *parts] if len(parts) > 1 else [text]


def _pairs(run: re.Match[str]) -> list[str]:
    text = run.group()
    if run.lastgroup != "han":
        return _latin_tokens(run)
    return [text[at : at + 2] for at in range(max(1, len(text) - 1))]


@lru_cache(maxsize=1)
def _dictionary() -> rjieba.Jieba:
    """Load the dictionary at first use."""
    import rjieba

    from assistant.lexicon.indicators import load_indicators

    dictionary = rjieba.Jieba()
    for term in (*load_indicators().terms(), *_YOUNG_WORDS):
        if 1 < len(term) <= _LONGEST_WORD and _is_chinese(term):
            dictionary.add_word(term, None, None)
    return dictionary


def _is_chinese(term: str) -> bool:
    run = _RUN.fullmatch(term)
    return run is not None and run.lastgroup == "han"
