"""What clauses without figures are about, for the clauses after them."""

from __future__ import annotations

import re

from assistant.lexicon.indicators import IndicatorLexicon
from ingest.figures.carry import Scope, State
from ingest.figures.clauses import Clause
from ingest.figures.leads import Lead
from ingest.figures.phrases import topic_of
from ingest.figures.plan_words import opens_goals
from ingest.figures.timing import Timing
from ingest.figures.vocabulary import ADJUSTED

# "其中交通运输业恢复强劲,…"
_TRADE = re.compile(
    r"其中[，,]?([\u4e00-\u9fff]{1,8}?(?:业|产业|投资|消费|进出口|税收))"
    r"(?=恢复|增势|表现|增长|保持|快速|较快|平稳|稳步|稳定|持续|明显|回升|回落|下[降滑]|向好|活跃|强劲)"
)
# "其中养老类得分最高,为96.8分": a figure of its own.
_EXTREME = re.compile(r"最[高低多少大小快慢好差]$")
_BEHIND_QUOTES = re.compile(r"[”\"]的?([一-鿿]{2,6})$")
# "跻身中国县域创新百强": what the rank told next is a place in.
_LISTED = re.compile(
    r"(?:入选|跻身|进入|入围|获评|荣获|上榜|登上|荣登|列入|进位)"
    r"([^，,；;。]{2,20}?(?:[百千十\d]强|百佳)[区县市镇乡旗州]{0,3}|[^，,；;。]{2,20}?榜单?)[”\s]*$"
)
# "居民消费价格指数同比持平(100)": of what words alone told, the next figure is of that.
_STEADY = re.compile(
    r"(?:[与同较比](?:上年|去年|上月)?(?:同期|末)?|环比|总体|基本|保持)*持平(?:[(（][\d.]{1,6}[)）])?$"
)
# "三次产业对经济增长的拉动分别为:第一产业0.15个百分点"
_OF_EACH = re.compile(
    r"三次产业(?P<each>[\u4e00-\u9fff]{2,16}?(?:拉动|贡献|贡献率|增加值|投资|税收|用电量))(?:分别|各自?)?[是为]?$"
)
_LONGEST_TOPIC = 24
_MOVED = re.compile(
    r"([一-龥]{2,8}?(?:工业|制造业|建筑业|产业|农业|服务业))(?:逆势|持续|稳步|快速|较快|平稳|加快|强劲|加速|止跌|企稳|保持|实现)*"
    r"(?:增长|回升|向好|攀升|上扬|下滑|回落|恢复|发力)"
)

# "油茶受干旱影响,产量下降": of what the next figures are.
_AFFECTED = re.compile(
    r"(?![全我本在])([一-龥]{2,12}?)(?:因|[主要]*受)[^,，。;；]{2,20}(?:影响|拖累|制约|冲击|拉动|带动)"
)

# "公园覆盖率目标为:2024年70%,2025年80%": what each year's figure is of, and that it is wanted.
_GOAL_OF = re.compile(
    r"(?P<name>.{3,}(?:[率额量数]|比[重例]|面积))的?目标[值数]?(?:分别)?[为是]?[:：]?"
)


def note_topic(
    clause: Clause, state: State, text: str, scope: Scope, timing: Timing, lexicon: IndicatorLexicon
) -> None:
    """Remember what a clause without figures is about."""
    words = text[clause.start : clause.end]
    if adjusted := ADJUSTED.fullmatch(words.strip()):
        state.basis = adjusted["basis"]
        return
    topic = topic_of(_STEADY.sub("", timing.dates.without((clause.start, clause.end)).rstrip()))
    of_each = _OF_EACH.search(words) if clause.colon else None
    state.each = of_each["each"] if of_each else ""
    topic = _with_shared(topic, state, lexicon)
    if clause.colon and (goal := _GOAL_OF.fullmatch(topic)):
        topic, state.wanted = goal["name"], True
    listed = _LISTED.search(words)
    state.listed = listed[1] if listed else ""
    if part := _TRADE.match(words.lstrip()):
        # "其中交通运输业恢复强劲,增速达14.8%": of a part that words alone spoke of.
        state.names, state.owner, state.lead, state.unit = (part[1],), part[1], Lead(()), ""
    if state.names and (sector := _MOVED.fullmatch(words.strip(" —-"))):
        # "地方工业逆势增长,完成产值256亿元": of what words alone told to have grown.
        state.names, state.owner, state.lead, state.unit = (sector[1],), sector[1], Lead(()), ""
    if affected := _AFFECTED.fullmatch(words.strip(" —-,，")):
        state.names, state.owner, state.lead, state.unit = (affected[1],), affected[1], Lead(()), ""
    if state.names and (lexicon.canonical(topic) or _EXTREME.search(topic)):
        # "GDP增长5%,固定资产投资稳步回升,增长8%": the second rate is of what was named last.
        state.names, state.owner, state.lead, state.unit = (topic,), topic, Lead(()), ""
    if topic and len(topic) <= _LONGEST_TOPIC:
        state.topic = topic
        state.nouns = {}
        if clause.colon and scope.place == "progress":
            # "交通堵点治理：已完成3个"
            state.names, state.owner = (topic,), topic
    terms = lexicon.find(words, colloquial=False)
    state.term = terms[-1].text if terms else state.term
    state.estimate = state.estimate or timing.expects(words)
    state.wanted = state.wanted or opens_goals(words)


def _with_shared(topic: str, state: State, lexicon: IndicatorLexicon) -> str:
    """Name what the first and the last are ranked by: "“甲”满意度最高,为95分;“乙”最低,为83分"."""
    extreme = _EXTREME.search(topic)
    above = _EXTREME.search(state.names[-1]) if state.names else None
    if extreme is None or above is None or extreme.group() == above.group():
        return topic
    thing, before = topic[: extreme.start()], state.names[-1][: above.start()]
    quoted = _BEHIND_QUOTES.search(before)
    terms = [m.text for m in lexicon.find(before, colloquial=False) if m.end == len(before)]
    shared = quoted[1] if quoted else terms[-1] if terms else ""
    return f"{thing}{shared}{extreme.group()}" if shared and shared not in thing else topic
