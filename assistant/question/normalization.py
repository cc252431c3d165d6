"""A question as it is typed becomes the question alone, as documents write it."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.language.numerals import HAN_DIGITS, chinese_number
from assistant.language.period_mentions import find_periods
from assistant.language.tokenizer import segments
from assistant.lexicon.indicators import load_indicators
from assistant.question import comparison_cues
from assistant.question.corpus import Corpus
from assistant.question.places import blank, districts_in
from assistant.question.spoken import SPOKEN
from assistant.question.spoken_names import SPOKEN_NAMES
from assistant.question.spoken_origins import SPOKEN_ORIGINS
from assistant.question.typed import as_meant
from assistant.question.wordings import as_written
from assistant.text import fold_text

# "滨江区2025城镇…", "(2023)": a year without 年, but not the 2000 of "2000亩".
_BARE_YEAR = re.compile(
    r"(?<![\d.\-])((?:(?:19|20)\d\d-)?(?:19|20)\d\d)(?=[)）,，、。;；?？\sa-z]|$|(?![亿万元个家项件张套户亩所名人台条场座幢栋片处辆余多])[一-鿿])(?!年)"
)
# "滨江25年", "23年上半年": the century is left out; "近20年", "25年来" count years.
_SHORT_YEAR = re.compile(
    r"(?:(?<![\d近满过去未来超达这了共约每])|(?<=到了)|(?<=[接往]下来))(2\d)年(?=[一-鿿\d])(?!度?(?:[来间以内前后]|多(?![了出多少几])))"
)
# "乙区按23年、丙区按25年算": behind a place, and where the talk turns to a year.
# "(23年)", "甲区23年“…”": so it is between marks.
_SHORT_YEAR_ALONE = re.compile(r"(?<![\d.])(2\d)年(?!度?[来间以内前后])")
_ENDS_CLAUSE = re.compile(r"[、,，;；。?？)\"]|$")
# "脱贫收官那年(2020年)", "从建区那会儿的2020年": what is said of a year that is given.
_SAID_OF_YEAR = re.compile(
    r"(?:(?<![一-鿿])[从到在]?)(?P<said>[一-鿿]{2,12}?)(?:那(?:一?年|会儿?|阵子?|个?时候?)|时期)"
    r"(?:的|[,，]|也?就是|即)?(?P<open>\()?(?P<year>(?:19|20)\d\d年)(?(open)\))"
)
# "疫情那年甲区怎么做的,我指2020年": so it is where the year is given further on.
_SAID_APART = re.compile(
    r"^(?P<said>[一-鿿]{2,8}?)那(?:一?年|会儿?|阵子?)[,，的]?(?=[^。]*(?:19|20)\d\d年)"
)
_YEAR_OPENS = re.compile(r"(?:^|[到按看,，、;；(])$")
_TAKEN_BACK = re.compile(
    r"^[^,，。…?？]{1,12}[,，。…\s]+(?:哦|啊|呃)?(?:不对|不是|错了|说错了|打错了)[,，。…!！\s]+"
)
# "30亿以上的大项目" are 30亿元以上项目.
_THRESHOLD = re.compile(r"(\d[亿万])元?(?:及)?以上的?(?:大|重大)?(项目|企业|楼宇)")
# "超过50亿元的企业" are 超50亿元企业.
_EXCEEDING = re.compile(
    r"(?:超过?|突破|过)了?(\d+[亿万])元?的?(?=[一-鿿]{0,4}(?:项目|企业|楼宇|公司))"
)
# "十个亿以上的楼宇", "税收上亿的楼宇": documents write 10亿元以上 and 亿元.
_HAN_THRESHOLD = re.compile(
    r"(?<![第几\d])(?![十百]亿元?(?:级|[项企]))"  # 百亿级 is as documents write it
    r"([一二两三四五六七八九十百]+)个?(?=[亿万](?:元|美元)?(?:(?:及)?以上|级|[项企]))"
)
_BEYOND_ONE = re.compile(
    r"(?:上|[超过破]|超过)[亿](?:元)?(?:以上)?的?(?=(?:商务|产业)?(?:楼宇|项目|企业|园区|村))"
)
# "里面过亿元的呢?", "过亿的有几个": what they are is said before, or not at all.
_BEYOND_ALONE = re.compile(
    r"(?:[上超过破]|超过)亿元?(?:以上)?的(?=呢|(?:一共|总共|又)?(?:有|是)?(?:多少|几)|[?？]|$)"
)
# "签约项目里亿元以上的" are 签约亿元以上项目.
_SIZED_AMONG = re.compile(
    r"(?P<stage>签约|引进|实施|施工|开工|在建|续建|落地|竣工|投产|储备)的?(?:招商|产业)?项目"
    r"(?:里面?|当中|之中|中|[,，]?其中)[,，]?的?(?:总?投资(?:总?额)?)?"
    r"(?P<size>\d*亿元?(?:及)?以上)的(?:大?项目)?"
)
# "交税过亿的写字楼" are 税收亿元楼宇.
_PAYS_TAX = re.compile(
    r"(?:[交缴纳]税|税收)(?P<sum>(?:上|[超过破]|超过)亿(?:元)?(?:以上)?|亿元(?:以上)?)的?(?:商务)?(?:写字楼|大楼)"
)
# "三岁以下"
_HAN_AGE = re.compile(r"(?<![第几\d])([一二两三四五六七八九十百]+)(?=周?岁(?:及?以[上下]|以内))")
# "PM二点五", "千分之二点七"
_SPOKEN_DECIMAL = re.compile(r"[零一二两三四五六七八九]点[零一二三四五六七八九]+")
# "几个亿" are 几亿; 几个亿元以上项目 are projects.
_SO_MANY = re.compile(r"(几|多少)个(?=[十百千]?[亿万](?![元级吨美千平亩]))")
# "汽车造了几万辆": what is made by the piece is told as an output.
_MADE = re.compile(
    r"(?<=[一-鿿]{2})(?<![年月度底生制建改打])(?:一共|总共|共)?造出?了"
    r"(?=(?:几|多少)[万亿]?[辆台部艘架](?![一-鿿]))"
)
# "荔枝比上年增产百分之几": what is harvested grows by its output.
_YIELD_MOVED = re.compile(r"(?<=[一-鿿])([增减])产了?(?=多少|几|百分之)")
_MOVED = {"增": "增长", "减": "下降"}
_DIGITS = {c: str(i) for c, i in HAN_DIGITS.items()} | {"点": "."}
# "只想知道2023年…": who asks, which no document tells of.
_WISH = re.compile(
    r"(?:^|(?<=[,，。;；]))\s*我?(?:只|就|光|单|仅|先|主要|还|也|是)*想(?:要|再|先)?"
    r"(?:知道|了解|[查看问](?=[\d一-鿿]{4}))(?:清楚|一?下|[看问查])?(?:的是)?(?=[\d一-鿿])"
)
# "几乎都是“正常推进”,哪几项填的是别的": rows of another state than the one that is quoted.
_STATED_OTHERWISE = re.compile(
    r"(?P<state>[“\"][^“”\",，。]{2,8}[”\"])(?P<between>.*哪[几些][项条个件]?)[^,，。;；?？]{0,4}"
    r"(?:填|写|标|注明|显示)[的着了]*[是为]?(?:别的|其[他它]的?|另外的?)(?:话|内容|字样|文字|说法|状态)?"
)
# Tags and runs of signs are no words: "<img src=x> %%%### 甲区…".
_MARKUP = re.compile(r"<[a-zA-Z/!][^<>]{0,120}>|[%#*&^$@~|\\=+_]{2,}")
# "经济增速": the whole economy is measured by its product.
_ECONOMY = re.compile(
    r"(?:国民|全区|全县|全市|全旗|全州|整体)?经济(?:发展)?"
    r"(?=(?:同比|实际|总体)?(?:增速|增幅|速度|增长(?!点|极|带|质量|的?(?:贡献|[拉带]动))|涨了|升了|降了))"
)
# 数字经济 and 园区企业的经济 are parts of it: before the whole stand a place, a time, a verb.
_OF_THE_WHOLE = re.compile(
    r"(?:(?<![一-鿿])|[区县市州盟旗年度月底末给对把将谁]|哪(?:一?[边个家头方]|个地方)|[两二三四]地"
    r"|[比看查说问]一?[下比看查说问]|(?<![业企镇乡村园门])的)$"
)


@lru_cache(maxsize=512)
def as_documents_write(text: str, corpus: Corpus) -> str:
    """Return the question itself, folded, years and figures in full, in the documents' words."""
    text = _streets_in_full(_core(as_meant(text), corpus), corpus)
    text = _with_digits(text)
    text = _SPOKEN_DECIMAL.sub(lambda m: "".join(_DIGITS.get(c, c) for c in m.group()), text)
    folded = _SHORT_YEAR.sub(r"20\1年", _collapse(fold_text(text).strip()))
    folded = _BARE_YEAR.sub(r"\1年", _years_alone(folded, corpus))
    folded = _without_said_of_year(folded, corpus)
    for pattern, words in (*SPOKEN_ORIGINS, *SPOKEN, *SPOKEN_NAMES):
        folded = pattern.sub(words, folded)
    folded = _STATED_OTHERWISE.sub(r"\g<state>\g<between>不是\g<state>", folded)
    folded = _WISH.sub("", folded)
    folded = comparison_cues.WAY_IN_FULL.sub("是增是减", folded)
    folded = set_against_year(folded)
    folded = comparison_cues.SET_AGAINST_GOAL.sub(r"比\1\2还是\3", folded)
    folded = _MADE.sub("产量", _SO_MANY.sub(r"\1", folded))
    of = "" if "产量" in folded else "产量"
    folded = _YIELD_MOVED.sub(lambda m: f"{of}{_MOVED[m[1]]}", folded)
    return as_written(
        _with_product(folded, corpus), corpus.names, lambda words: districts_in(words, corpus)[1]
    )


def _streets_in_full(text: str, corpus: Corpus) -> str:
    """Write in full a street that is a place with documents of its own: 柳荫街 is 柳荫街道."""
    for place in corpus.districts:
        short = place.removesuffix("道")
        if place.endswith("街道") and short in text:
            text = re.sub(rf"{re.escape(short)}(?!道)", place, text)
    return text


def _with_digits(text: str) -> str:
    """Write from how much on things are meant as documents do.

    >>> _with_digits("税收十个亿以上的楼宇"), _with_digits("税收上亿的楼宇")
    ('税收10亿元以上楼宇', '税收亿元楼宇')
    >>> _with_digits("交税过亿的写字楼")
    '税收亿元楼宇'
    >>> _with_digits("签约项目里过亿元的有几个")
    '签约亿元以上项目有几个'
    >>> _with_digits("三岁以下")
    '3岁以下'
    """
    for pattern in (_HAN_THRESHOLD, _HAN_AGE):
        text = pattern.sub(lambda m: str(chinese_number(m[1])), text)
    text = _PAYS_TAX.sub(r"税收\g<sum>楼宇", text)
    text = _SIZED_AMONG.sub(r"\g<stage>\g<size>项目", _BEYOND_ALONE.sub("亿元以上的", text))
    text = _EXCEEDING.sub(r"超\1元", text)
    return _THRESHOLD.sub(r"\1元以上\2", _BEYOND_ONE.sub("亿元", text))


def _without_said_of_year(text: str, corpus: Corpus) -> str:
    """Leave out what is said of a year that is given: no document need tell that of it.

    >>> _without_said_of_year("脱贫收官那年(2020年),甲区帮了哪几个县?", Corpus({}))
    '2020年,甲区帮了哪几个县?'
    >>> _without_said_of_year("收官那年甲区帮了哪几个县?我指2020年", Corpus({}))
    '甲区帮了哪几个县?我指2020年'
    """
    for match in reversed(list(_SAID_OF_YEAR.finditer(text))):
        if not districts_in(match["said"], corpus)[0]:
            text = f"{text[: match.start('said')]}{match['year']}{text[match.end() :]}"
    apart = _SAID_APART.match(text)
    if apart and not districts_in(apart["said"], corpus)[0]:
        text = text[apart.end() :]
    return text


def _years_alone(text: str, corpus: Corpus) -> str:
    """Write years at the end of a clause in full, behind a place and where one is turned to."""
    placed = {end for _, end in districts_in(text, corpus)[1]}
    for match in reversed(list(_SHORT_YEAR_ALONE.finditer(text))):
        start = match.start()
        ended = _ENDS_CLAUSE.match(text, match.end())
        if start in placed or (ended and _YEAR_OPENS.search(text[:start])):
            text = f"{text[:start]}20{text[start:]}"
    return text


def set_against_year(text: str) -> str:
    """Write each way to set a figure against the year before as 比上年.

    >>> set_against_year("跟前一年相比多了还是少了?"), set_against_year("和上年比起来增长多少?")
    ('比上年多了还是少了?', '比上年增长多少?')
    """
    return comparison_cues.SET_AGAINST_YEAR.sub(
        r"比\1", comparison_cues.YEAR_BEFORE.sub("上年", text)
    )


def _with_product(text: str, corpus: Corpus) -> str:
    """Name the product where the growth of the whole economy is asked for."""
    named = blank(text, districts_in(text, corpus)[1])
    for match in reversed(list(_ECONOMY.finditer(text))):
        if _OF_THE_WHOLE.search(named[: match.start()]):
            text = f"{text[: match.start()]}地区生产总值{text[match.end() :]}"
    return text


def _core(text: str, corpus: Corpus) -> str:
    """Leave out the sentences before the question that name nothing it could be about.

    "您好,我正在写一份材料,麻烦您看看。上城区2022年GDP增长多少?" asks the last sentence.
    """
    text = _MARKUP.sub(" ", text)
    said = _TAKEN_BACK.search(text)
    if said and districts_in(text[said.end() :], corpus)[0]:
        text = text[said.end() :]  # "沂水,不对,沂源2024年…"
    parts = [p for p in re.split(r"(?<=[。!！;；\n])", text) if p.strip()]
    telling = [
        bool(districts_in(p, corpus)[0] or find_periods(p, "") or load_indicators().find(p))
        for p in parts
    ]
    first = telling.index(True) if True in telling else 0
    return _without_outcry("".join(parts[first:]), corpus)


def _without_outcry(text: str, corpus: Corpus) -> str:
    """Leave out what blanks part from the question before it and no document could mean."""
    before, blanks, rest = text.strip().partition(" ")
    if not blanks or not districts_in(rest, corpus)[0] or re.search(r"[\da-zA-Z]", before):
        return text
    words = segments(fold_text(before))
    known = load_indicators().find(before) or any(w in corpus.names.words for w in words)
    return text if known or districts_in(before, corpus)[0] else rest


def _collapse(text: str) -> str:
    """Fold repetitions away: "那个那个那个" → "那个", "?????" → "?"."""
    return re.sub(r"(.{1,4}?)\1{3,}", r"\1", text)
