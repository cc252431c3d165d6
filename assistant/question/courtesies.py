"""What a person says around a question: to whom, for what, please and thank you.

"麻烦帮忙查查甲区2024年GDP是多少,我写材料要用" asks 甲区2024年GDP是多少. A clause is such
talk where it names no place, no time and nothing that documents tell of, asks nothing of them, and
speaks of who asks, or is made of words of request alone. Where the rest is a whole question, a
clause needs no more than to say what somebody does or wants who asks: "明天开会要用".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.language.period_mentions import find_periods
from assistant.language.tokenizer import is_verb, segments
from assistant.lexicon.indicators import load_indicators
from assistant.question import constraint_cues, figure_cues, follow_up_cues, stopwords, topic_cues
from assistant.question.content_terms import content_terms
from assistant.question.corpus import Corpus, stem
from assistant.question.interjections import without_interjections
from assistant.question.places import districts_in
from assistant.question.typed import punctuated
from assistant.text import fold_text

_LONGEST = 40  # characters of a clause that is talk
_MARK = r",，。.!！?？;；:：~…\n"
_CLAUSE = re.compile(rf"[{_MARK}\s]*[^{_MARK}]+(?:\.(?=\d)[^{_MARK}]+)*[{_MARK}\s]*")
# Who asks; 我区 and 我们县 are places.
_SPEAKER = re.compile(r"[我咱俺](?!们?的?[区县市旗州盟省镇乡村街国])")
_WHO_ASKS = re.compile(r"[我咱俺]们?是[一-鿿]{1,10}[的人员者]")  # whatever he works for
# Who is asked: of him something else may be wanted, "你评一个".
_HEARER = re.compile(r"[你您]")
_ASKS = re.compile(
    r"多少|[几哪谁啥]|什么|怎|如何|为何|何时|是否|(?P<verb>[一-鿿])[没不](?P=verb)|[增升涨多高]还?是[减降跌少低]|多[大高长久远快]"
)
_ASKS_AT_ALL = re.compile(rf"{_ASKS.pattern}|[吗呢]|[了完]没|没有?(?=[{_MARK}]|$)")
# "我问的是全年的", "只要实际完成的", "别拿目标": such a clause says what is meant.
_MEANT = re.compile(
    r"的是|是[指说问]|[只光仅别]|不(?=[要含算包是用看管计])|除|算|实际|目标|计划|任务|完成|口径|同一|比|[要说问指看][^是]{0,8}的$"
)
# What sets bounds to the question, or says how to tell it: "剔除留抵退税", "从高到低排".
_NARROWS = re.compile(
    r"剔|扣|折[合算成]|换|排|差|合计|平均|汇总|[总共]|计$|剩|其[余他它]|除|含|包括|以[上下内外]|之[前后内外]"
)
# "外贸方面", "关于养老": what the question is about.
_TOPIC = re.compile(
    r"^(?:关于|就(?![行好是])|对于|针对|至于|在(?![写做准弄编赶整]))"
    r"|(?:方面|[上中里]|这块|那块|领域|问题|[这那][些项件个]|的话)$"
)
# What somebody does or wants who asks; what a clause is about would stand before its verb.
_DOES = re.compile(
    r"(?:[我咱正在刚先再也就好急有请]|最[好近]|马上|回头|[今明]天|今晚|[上下]午|开会|为了|以便|方便|[顺随]便|在线|一句话?)*"
    r"(?P<verb>[想要用问查核看写做给说讲学交催谢求等忘记懂引附找读听整梳统列报备搬]"
    r"|最好有|标[明注]|提问|准备|打算|需要|直接|别绕)"
)
# On whose behalf somebody asks: "家里老人想住养老院", "知识产权口的同事问".
# 农村居民 and 困难群众 are those of whom documents tell: what stands before has 的 or is not there.
_WANTS = r"想|要|让|叫|托|问|催|提问|来[信电]|需要|打算|准备|关心"
_ALSO = r"(?:们|也|都|正|又|刚|最近)*"
_FOR_WHOM = re.compile(
    r"(?:有|替|帮)?(?:[一-鿿]{1,8}?的|家里的?|我家?的?)?"
    r"(?:同[事学]|朋友|记者|领导|老[师板人公婆]|家[长人里]|客户|读者|编辑|学生|群众|居民|网友|市民"
    r"|邻居|亲戚|孩子|小孩|娃|爸|妈|爷爷|奶奶|导师|甲方|单位|主编|听众|观众|评[审委])"
    rf"{_ALSO}(?:{_WANTS})|[我咱俺]们?{_ALSO}(?:{_WANTS}|[在做写搞]|负责)"
)
# "那边读书氛围不错吧?": what somebody thinks who asks.
_OPINION = re.compile(
    r"(?:不错|挺好|很好|蛮好|厉害|了不起|热闹|[真挺蛮][多快大高美好])[^,，。]{0,2}[吧啊呀嘛哦哈][?？!！,，。\s]*$"
)
# "我在甲区开店,想知道2024年当地…": what is asked is asked of the place.
_DOES_THERE = re.compile(
    r"\s*[我咱俺]们?(?:家|公司)?(?:想|打算|准备|计划|正|一直|现在)*(?:[住就]|人)?在(?P<place>[一-鿿]{2,8}?)(?:这边|本地|当地)?"
    r"(?:[开做住办租买种养读跑]|工作|上班|经商|创业|打工|生活|经营|投资|务农)[^,，。;；?？\d]{0,12}[,，。;；]\s*"
    r"(?:[我咱俺]?们?(?:就|也|很|特别)?[想要](?:知道|问问?|了解|请教|打听|看看)(?:一下|下)?[,，:：]?)?"
)
_THERE = re.compile(
    r"(?<![一-鿿])(?:当地|本地|这边|这里)的?|(?<=[年月日])(?:当地|本地|这边|这里)的?"
)
_FAMILY = re.compile(
    r"(?:[我咱俺]们?家|家里|家中)(?:的|有)?[个位]?[大小老]?(?:娃娃?|孩子?|宝宝?|人|爸妈?|妈|父母|爷爷|奶奶|公|婆|女儿|儿子)"
    # "孩子快一岁半了", "老人腿脚不便了": how they are by now.
    r"|(?:娃娃?|孩子|宝宝|小孩|老人家?|爸妈?|妈|父母|爷爷|奶奶|女儿|儿子)(?:们|都|也)?"
    r"(?:快|刚|才|已经?|马上|就要|今年|明年|该|想)[^,，。?？]{1,12}了?$"
)
# "文件里怎么写的", "能查到吗": whether and how documents tell what the rest asks for.
_TOLD_AT_ALL = re.compile(
    r"(?:你们?)?(?:(?:文件|文档|报告|材料|资料|公报|表格?)(?:里面?|上面?|中)?)?(?:的?(?:原话|原文|措辞|提法))?(?:是|都)?"
    r"(?:(?:怎么|咋|如何|有没有)(?:写|说|讲|提|表述|措辞|描述)(?:的|过|到)?|(?:能(?:不能)?|可以)?[查找搜看]得?到[吗不么没]?"
    r"|有(?:数据?|记载|[写提说]到?)?(?:吗|没有?|么)|有没有(?:数据?)?|(?:知道|清楚|了解)[吗不么])"
    # "把八个都列出来", "给个百分比就行": how it is to be told.
    r"|(?:帮我|请|麻烦)*把[这那它]?们?(?:\d+|[一二两三四五六七八九十]+)?[个项大条件种类]?(?:都|全部?)*"
    r"[列说写报讲摆](?:一?[下遍]|出来?|[全齐清]楚?)+吧?"
    # "麻烦列几条", "简单列列"
    r"|(?:帮我|请|麻烦|劳驾)*(?:简单|简要|大致|概括|挨个|逐[条项个])*地?"
    r"(?P<told>[列说讲举报])(?:(?P=told)|几[条个项点样]|一(?P=told)|出来?|一下)+(?:就行|就好|即可|吧)?"
    r"|[请就]?(?:给|说|报)(?:一?个|出)?(?:准?数字?|百分[比数]|准话|结果|答案)(?:就行|也行|就好|即可|吧)?"
)
_PLEASE = (
    r"(?:麻烦|劳驾|烦请|拜托|帮忙|帮|替|给|请(?!教)|求|急需|需要?|想要?|要|得|希望|能不能|能否|可不可以|可否|可以|能|方便|"
    r"顺便|赶紧|快|再|先|您|你|我们?|咱们?|(?:领导|老板|同事|朋友|客户|记者|有人|家里人?)(?=[让叫要问]))"
)
_LOOK_UP = (
    r"(?:查[询找阅]?查?|看看?|问[问句]?|找找?|了解|打听|核(?:[实对准查]|(?=一?下))|确认|[弄搞]清楚?|知道"
    r"|说说?|讲讲?|告诉|告知|请教|咨询|搜索?)"
)
_WELL = r"(?:(?:系统|全面|详细|具体|大[致概]|简单|深入|进一步)[地的]?)?"
_REQUEST = re.compile(
    rf"\s*(?:{_PLEASE}|让|叫)*+{_WELL}{_LOOK_UP}(?:一下|一查|清楚|明白|看|到|出来?|下|我)*+[,，:：]?\s*"
)
# "写材料要用…": what the answer is for, and that it is wanted.
_PURPOSE = re.compile(
    rf"\s*(?:(?:作为|身为)一?[名个位]?[一-鿿]{{1,8}}?[者民员师生家士][,，]?)?(?:{_PLEASE}|正在?|在|手[头上里]|这[边里])*+(?:写|做|编|起草|填|整理|汇总|准备|弄|[报交赶])一?[份个篇张]?"
    r"[一-鿿]{0,4}?(?:材料|报告|总结|汇报|稿子?|表格?|简报|方案|论文|作业|课件|台账|数据?)"
    r"(?:要|需要?|得|想|会)?(?:用|引用|写|填)?(?:到|上)?[,，:：]?\s*"
)
# "…是多少这个数据": what is asked for, told once more.
_THIS_FIGURE = re.compile(
    rf"(?<=[一-鿿])[这那](?:个|组|项|条|方面)?(?:的?(?:数据?|数字|情况|信息|问题|事))(?=[{_MARK}\s]*$)"
)

# "GDP能查到吗": what is there to be found is asked for.
_FINDABLE = re.compile(
    rf"[{_MARK}\s]*(?:还|都)?(?:能(?:不能)?|可不?可以)?[查找搜]得?到(?:[吗不么]|没有?)[{_MARK}\s]*"
    r"(?:$|(?=[,，]\s*(?:一共|总共|大概|具体|到底|是|有)*(?:多少|几)))"
)
# "能查到GDP吗": the same, with what is to be found between.
_TO_FIND = re.compile(
    r"(?:^|(?<=[,，。;；]))\s*(?:请问|还|都)*(?:能(?:不能|否)?|可不?可以|有没有办法|是否能?)[查找搜]得?到"
    r"(?P<what>[^,，。;；?？!！]{4,}?)(?:[吗么不](?=[,，。;；?？!！\s]|$)|(?=[?？]|$))"
)
# "多少啊?", "哪六大行动呢?": behind what asks already; "乙区呢?" asks by it alone.
# "能告诉我是多少吗", "是多少有数据吗": whether that can be told is not what is asked.
_PARTICLE = re.compile(
    rf"(?:来着|(?:\s*有(?:数据?|没有?)?)?(?<!了)吗|[呢啊呀哈哦嘛噢])(?:亲+|哈+)?(?=[{_MARK}\s]*$)"
)


def without_talk(text: str, corpus: Corpus) -> str:
    """Return a question without what a person says around it; as it is where nothing else asks.

    >>> without_talk("麻烦查一下2024年GDP是多少,我写材料要用,谢谢!", Corpus({}))
    '2024年GDP是多少'
    >>> without_talk("2024年GDP增速写没写具体数字?原话怎么表述的?", Corpus({}))
    '2024年GDP增速写没写具体数字?'
    >>> without_talk("我在写稿子,想核一下:2023年GDP总量和增幅", Corpus({}))
    '2023年GDP总量和增幅'
    >>> without_talk("我问的是全年的,是多少?", Corpus({}))
    '我问的是全年的,是多少?'
    """
    text = _of_own_place(without_interjections(text, corpus), corpus)
    clauses = _CLAUSE.findall(text)
    if not clauses:
        return text
    kept = [c for c in clauses if not _is_talk(c, corpus)]
    kept = _of_the_matter(kept, corpus)
    rest = "".join(kept) if _asks_something("".join(kept), corpus) else text
    rest = rest.strip() if len(kept) == len(clauses) else rest.strip().rstrip(",，;；:：")
    rest = _without_request(_to_be_found(rest), corpus)
    return punctuated("".join(_without_particle(c) for c in _CLAUSE.findall(rest)))


def _of_own_place(text: str, corpus: Corpus) -> str:
    """Keep of what somebody does somewhere who asks the place alone, which the rest is asked of."""
    own = _DOES_THERE.match(text)
    if own is None or not districts_in(fold_text(own["place"]), corpus)[0]:
        return text
    rest = _THERE.sub("", text[own.end() :])
    elsewhere = districts_in(fold_text(rest), corpus)[0]
    return rest if elsewhere else f"{own['place']}{rest}"


def _asks_something(text: str, corpus: Corpus) -> bool:
    """True for what asks in words, or names a figure of a place or a time and nothing else."""
    words = fold_text(text)
    named = _is_bound(words, corpus) and bool(load_indicators().find(words))
    return named or _ASKS_AT_ALL.search(words) is not None


def _to_be_found(text: str) -> str:
    """Ask for what a question asks whether it can be found.

    >>> _to_be_found("甲区2023年GDP能查到吗?"), _to_be_found("GDP是多少,查得到不")
    ('甲区2023年GDP是多少', 'GDP是多少')
    >>> _to_be_found("能查到甲区2023年GDP吗?"), _to_be_found("甲区GDP能查到吗,有几亿?")
    ('甲区2023年GDP是多少?', '甲区GDP,有几亿?')
    """
    text = _TO_FIND.sub(lambda m: _wanted(m, text), text, count=1)
    found = _FINDABLE.search(text)
    if found is None or not found.start():
        return text
    rest = text[: found.start()]
    if found.end() < len(text):
        return f"{rest}{text[found.end() :]}"
    return rest if _ASKS.search(fold_text(rest)) else f"{rest}是多少"


def _wanted(looked_for: re.Match[str], text: str) -> str:
    asks = _ASKS.search(fold_text(f"{looked_for['what']}{text[looked_for.end() :]}"))
    return looked_for["what"] if asks else f"{looked_for['what']}是多少"


def _without_particle(clause: str) -> str:
    return _PARTICLE.sub("", clause) if _ASKS.search(fold_text(clause)) else clause


def _is_talk(clause: str, corpus: Corpus) -> bool:
    """True for a clause that is about who asks and who is asked, and about nothing else."""
    words = fold_text(clause).strip(f" {_MARK}")
    if not 0 < len(words) <= _LONGEST or _tells(words, corpus):
        return False
    if any(p.search(words) for p in (_ASKS, _MEANT, topic_cues.INJECTION)):
        return False
    if _WHO_ASKS.fullmatch(words):
        return True
    heard = _HEARER.search(words) is not None
    every = segments(_HEARER.sub("", words))
    plain = all(w in stopwords.REQUESTS or w in stopwords.FUNCTION_WORDS for w in every)
    if plain and (heard or any(w in stopwords.REQUESTS for w in every)):
        return True
    named = [w for w in content_terms(words) if w in corpus.names.words]
    return _SPEAKER.search(words) is not None and not (heard or named)


def _of_the_matter(clauses: Sequence[str], corpus: Corpus) -> list[str]:
    """The clauses of which the question is made, where they make a whole one without the others."""
    kept = list(clauses)
    for clause in clauses:
        rest = [c for c in kept if c is not clause]
        if _is_beside(clause, "".join(rest), corpus) and _is_whole("".join(rest), corpus):
            kept = rest
    return kept


def _is_beside(clause: str, rest: str, corpus: Corpus) -> bool:
    """True for a clause that says what somebody does or wants who asks, and nothing of the rest."""
    words = fold_text(clause).strip(f" {_MARK}")
    if _TOLD_AT_ALL.fullmatch(words):
        return _ASKS.search(fold_text(rest)) is not None
    if _OPINION.search(fold_text(clause)) and not _ASKS.search(words):
        return True
    if not 0 < len(words) <= _LONGEST or any(
        p.search(words) for p in (_ASKS_AT_ALL, _MEANT, _NARROWS, _TOPIC, topic_cues.INJECTION)
    ):
        return False
    if _REQUEST.match(words) and _is_said_again(words, rest):
        return True
    if _FOR_WHOM.match(words):
        return not _is_bound(words, corpus)
    if _FAMILY.match(words):  # whose 明年 that is says nothing of the year that is asked for
        return not _is_bound(constraint_cues.RELATIVE_YEAR.sub("", words), corpus)
    if _tells(words, corpus) or not _is_doing(words):
        return False
    terms = (w for w in content_terms(words) if w not in stopwords.REQUESTS and not is_verb(w))
    return not any(w in corpus.names.words for w in terms)


def _is_doing(words: str) -> bool:
    """True for a clause that opens with what somebody does who asks, as a word of its own.

    >>> _is_doing("明天要交"), _is_doing("学生在校就餐"), _is_doing("核心产业")
    (True, False, False)
    """
    does, end = _DOES.match(words), 0
    for word in segments(words) if does else ():
        end = words.index(word, end) + len(word)
        if does and end > does.start("verb"):
            spoken = stopwords.DOINGS | stopwords.REQUESTS | stopwords.FUNCTION_WORDS
            return end <= does.end() or word in spoken
    return False


def _is_said_again(words: str, rest: str) -> bool:
    """True where a clause names an indicator that the rest names, and no other."""
    named = {m.canonical for m in load_indicators().find(words)}
    return bool(named) and named <= {m.canonical for m in load_indicators().find(fold_text(rest))}


def _is_whole(text: str, corpus: Corpus) -> bool:
    """True for what asks by itself: of a place or a time, and for something that documents have."""
    words = fold_text(text)
    if not _ASKS_AT_ALL.search(words):
        return False
    placed = districts_in(words, corpus)[0] or find_periods(words, "")
    return bool(placed) and bool(load_indicators().find(words) or content_terms(words))


def _tells(words: str, corpus: Corpus) -> bool:
    """True for a clause that names a place, a time, a number or what documents count."""
    return bool(
        _is_bound(words, corpus)
        or load_indicators().find(words)
        or follow_up_cues.ELLIPSIS.search(words)
        or figure_cues.COUNTED.search(words)
    )


def _is_bound(words: str, corpus: Corpus) -> bool:
    """True for a clause that names a place, a time or a number."""
    return bool(
        re.search(r"\d", words)
        or find_periods(words, "")
        or districts_in(words, corpus)[0]
        or constraint_cues.RELATIVE_YEAR.search(words)
    )


def _without_request(text: str, corpus: Corpus) -> str:
    """Leave out the request that a question opens with, up to what it is about."""
    for pattern in (_PURPOSE, _REQUEST):
        match = pattern.match(text)
        if match and _opens(text[match.end() :], corpus):
            text = text[match.end() :]
            return _THIS_FIGURE.sub("", text) if _ASKS.search(text) else text
    return text


def _opens(rest: str, corpus: Corpus) -> bool:
    """True if a text begins with a place, a time or a name of the lexicon."""
    folded = fold_text(rest)
    if re.match(r"(?:[一-鿿]{2,4}[区县市旗州])?(?:19|20)?\d\d年|今年|去年", folded):
        return True  # also behind a place that is misspelt
    if any(folded.startswith(stem(d)) for d in corpus.districts):
        return True
    if any(start == 0 for start, _ in districts_in(folded, corpus)[1]):
        return True  # also a place of which there is no document
    return any(m.start == 0 for m in load_indicators().find(folded))
