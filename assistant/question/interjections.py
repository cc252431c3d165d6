"""What a hurried person types before and behind a question: hello, 那个, 在吗, and thanks.

None of it is about the matter, wherever it stands: it is left out before the question is read.
"""

from __future__ import annotations

import re

from assistant.lexicon.indicators import load_indicators
from assistant.question.content_terms import content_terms
from assistant.question.corpus import Corpus
from assistant.question.places import districts_in
from assistant.text import fold_text

_MARK = r"[\s,，。.!！?？~～…、:：;；]"
# What needs no mark behind it: no name begins so.
_HELLO = r"(?:你们?|您)好(?:[呀啊哈呢]|(?=[^一-鿿]|[一-鿿]{4}))"
_SAID = (
    rf"@[^\s,，:：]{{1,8}}(?=[\s,，:：])|在(?:不在|[吗么嘛])|有人(?:在)?[吗么]|{_HELLO}|嗯+|呃+|[诶欸唉哎嗨]+(?:呀|哟)?"
    r"|哈喽|哈啰|那啥|话说(?:回来)?|就是说|(?:哦|噢|欸|诶|唉|哎)?对[了啦]|顺便问(?:一?[句下](?!城))?|插[句一]?[话句嘴]?问(?:一?[句下](?!城))?"
    r"|[弱小]{2}地?的?问(?:一?[句下](?!城)|问|个事)|(?:斗胆|冒昧|好奇|随口|就)问(?:一?[句下](?!城)|问)|急{2,}"
    r"|(?:我|还是|一直|有点|都)*(?:[搞弄]|分|看)不(?:太|大)?(?:清楚?|懂|明白)|(?:有没有人|有谁|有人|谁|你们?|您)知道"
    r"|(?:能不能|能否|可以|可否|可不可以|能)(?:请(?:你|您))?(?:告诉|告知|跟)(?:一下)?我(?:们)?(?:说|讲)?(?:一下|下|说)?"
)
# What could begin a name: only before a mark is it said by itself.
_SAID_APART = (
    r"hi|hello|hey|yo|q|亲+|老师|老铁|同志|师傅|大神|大佬|各位|小助手|助手|机器人|客服|区问|哦+|噢+|啊+|额+|喂+|急+"
    r"|[这那]个+|[这那]样|就是|不好意思|抱歉|打扰(?:一?下|了)?|麻烦了?|辛苦了?|问一?下|请问一?下?|问个事儿?|求助|跪求|在线等"
)
_OPENING = re.compile(
    rf"(?:{_MARK}*(?:(?:{_SAID})(?:[啊呀哈呢吧哦]*{_MARK}+|(?=[^\s]))|(?:{_SAID_APART})[啊呀哈呢吧哦]*{_MARK}+))+",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    rf"(?:{_MARK}*(?:谢{{1,4}}(?:[你您啦了哈]|大家|大佬|老师)*|多谢|感谢感?谢?"
    r"|thx|thanks?(?: ?you)?|3q|在线等|急用?急*|拜托了?|跪求"
    rf"|求(?:解|助|答)|辛苦了?|麻烦了|么么哒|(?<={_MARK})亲)[啊呀哈呢吧哦]*{_MARK}*)+$",
    re.IGNORECASE,
)
# "我想知道甲区…", "想请教下哈…": that somebody wants to know.
_WISH = re.compile(
    r"\s*(?:我们?|咱|俺)?(?:就|只|很|特别|一直|主要|正)?(?:想|要|想要|需要)(?:跟?(?:你|您))?"
    r"(?:请教|知道|了解|咨询|打听|搞清楚?|弄清楚?|问问?)(?:你|您|一?下|清楚|明白)*[哈啊呢哦]?[,，:：\s]*"
)
_CLAUSE = re.compile(r"[^,，。;；?？!！]*")
_LEAST = 2  # characters of what is asked


def without_interjections(text: str, corpus: Corpus) -> str:
    """Return a text without what is said before and behind the matter; as it is if nothing is left.

    >>> without_interjections("在吗?甲区2023年GDP多少?谢谢!", Corpus({}))
    '甲区2023年GDP多少'
    >>> without_interjections("嗯 那个,弱弱地问一句甲区2023年GDP多少?", Corpus({}))
    '甲区2023年GDP多少?'
    >>> without_interjections("你好", Corpus({})), without_interjections("亲清在线", Corpus({}))
    ('你好', '亲清在线')
    """
    opened = _OPENING.match(text)
    rest = text[opened.end() :] if opened else text
    closed = _CLOSING.search(rest)
    rest = rest[: closed.start()] if closed else rest
    if len(re.findall(r"[一-鿿a-zA-Z]", rest)) < _LEAST:
        return text
    return _without_wish(rest, corpus)


def _without_wish(text: str, corpus: Corpus) -> str:
    """Leave out that somebody wants to know, where the clause goes on with what documents tell."""
    wish = _WISH.match(text)
    if wish is None:
        return text
    clause = _CLAUSE.match(text, wish.end())
    words = fold_text(clause.group() if clause else "")
    known = load_indicators().find(words) or districts_in(words, corpus)[0]
    named = any(w in corpus.names.words for w in content_terms(words))
    return text[wish.end() :] if known or named else text
