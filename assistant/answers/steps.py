"""Whether a figure is of the very step that is asked for: 签约 is not yet 落地, nor 申报 认定.

A building project is begun before it is done, a case taken before it is closed, and a task on
building counts nothing that was done without any work.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.evidence.answering import is_bare, is_of_the_goal
from assistant.evidence.findings import Finding
from assistant.evidence.wants import fits_unit
from assistant.language.tokenizer import is_verb, is_word, segments
from assistant.question import statement_cues
from assistant.schema import Indicator, Query
from assistant.text import fold_text

# Where a building project is: begun, or done.
_STAGES = (
    re.compile("开工(?!率)|动工|开建"),
    re.compile("[竣完]工|建[成好完]|投用|投产|交付|启用"),
)
_GOING_ON = re.compile("加快(?:建设|推进|实施)|续建|在建|推进")
# "改造了多少个": what is only begun was not.
_DONE_ASKED = re.compile(r"(?:改造|建设|修|建|改|装|整治|完成)(?:[完好成]了?|了)(?:多少|几)")
# How far what is brought in has come, before anything is built.
_STEPS = (
    re.compile("签约|签订"),
    re.compile("落地|落户"),
    _STAGES[0],
    re.compile("[封结]顶"),
    _STAGES[1],
)
# What becomes of a case: 受案1413起 are not yet 破获.
_CASES = (
    re.compile("受[理案]|立案|发案|接[报警]|报案"),
    re.compile("破获|破案|侦破|抓获"),
    re.compile("办结|结案|审结"),
)
_WORKS_ASKED = re.compile("[开竣完动]工(?!率)(?=了|的|有?(?:多少|几))")
# "竣工哪个公园", "哪些学校要开工": what stands at that stage is asked for.
_WHICH_AT_STAGE = re.compile(
    r"(?:[开竣完动]工|建成|投用|启用)(?:的(?:是)?)?哪|哪(?!年|一年|[天月])[^,，。;；?？]{1,10}?(?:[开竣完动]工|建成|投用|启用)(?=[?？]|$)"
)
_BEING_BUILT = re.compile("建设")
_WORK = re.compile(r"[工建改扩装修投]|完成|交付|启用|通|推进|实施|[结封]顶|达标|落地|已\d")


def is_another_step(query: Query, found: Finding) -> bool:
    """True for one of several steps that a sentence counts, where a question names another.

    "样品制备168个,送样检测147个" does not tell how many were 采集.
    """
    figure = found.figure
    if "list" in query.asks and tells_another_stage(query, fold_text(found.quote)):
        return True
    if "list" in query.asks and _stands_at_none(query, found):
        return True
    if figure is None:
        return False
    if _is_at_another_step(query, found):
        return True
    if not query.units:
        return False
    if figure.indicator in query.indicators:
        return False
    done = [w for w in found.match.missing if is_verb(w) or _is_done(w, query.text)]
    # "走访发现的难点,解决了几个": what is said of a thing is no step beside the one that is told.
    said = any(is_verb(w) and w not in done and w in figure.name for w in query.terms)
    done = [w for w in done if not (said and f"{w}的" in query.text)]
    asked = [w for w in done if not statement_cues.DOING.search(w)]
    words = [w for w in segments(fold_text(figure.name)) if len(w) > 1 and is_verb(w)]
    told = [w for w in words if w not in query.text and not statement_cues.DOING.search(w)]
    counted = [f for f in found.statement.figures if fits_unit(f.unit, figure.unit)]
    return bool(asked and told) and len(counted) > 1


def _is_at_another_step(query: Query, found: Finding) -> bool:
    """True for "签约亿元以上项目14个", where it is asked how many of them 落地."""
    figure = found.figure
    if figure is None:
        return False
    clause = found.statement.document.text[figure.start : figure.end]
    return any(_are_apart(steps, query.text, clause) for steps in (_STEPS, _CASES))


def _are_apart(steps: Sequence[re.Pattern[str]], asked: str, told: str) -> bool:
    """True for two texts that name steps, and none that both do."""
    one, other = ({at for at, step in enumerate(steps) if step.search(t)} for t in (asked, told))
    return bool(one and other) and not one & other


def are_at_other_stages(names: Sequence[str]) -> bool:
    """True for what was 开工 beside what was 竣工, each called so by its name.

    >>> are_at_other_stages(["开工学校", "竣工学校"]), are_at_other_stages(["学校", "竣工学校"])
    (True, False)
    """
    reached = [[at for at, stage in enumerate(_STAGES) if stage.search(n)] for n in names]
    return all(len(stages) == 1 for stages in reached) and len(set(map(tuple, reached))) > 1


def is_step_before(query: Query, found: Finding) -> bool:
    """True for what is only applied for, where it is asked how many were recognised: 申报1家."""
    figure = found.figure
    if figure is None:
        return False
    clause = found.statement.document.text[figure.start : figure.end]
    if statement_cues.is_only_applied_for(query.text, f"{clause}{figure.name}"):
        return True
    # "新增高新技术企业待公示,已申报12家": those that are new nobody has counted yet.
    counted = re.split("[,，。;；]", found.statement.document.text[figure.start : figure.figure[0]])
    if statement_cues.is_only_applied_for(statement_cues.FLOW.sub("认定", query.text), counted[-1]):
        return True
    return _DONE_ASKED.search(query.text) is not None and _is_merely_begun(found, figure)


def _is_merely_begun(found: Finding, figure: Indicator) -> bool:
    """True for "开工26个" beside "已完工19个"."""
    text = found.statement.document.text
    begun, done = _STAGES

    def tells(stage: re.Pattern[str], told: Indicator) -> bool:
        return stage.search(text[told.start : told.end]) is not None

    beside = [f for f in found.statement.figures if f is not figure and f.unit == figure.unit]
    if not tells(begun, figure) or tells(done, figure):
        return False
    return any(tells(done, other) for other in beside)


def is_no_work(query: Query, found: Finding) -> bool:
    """True for what was done without any work, where what was 开工 or 竣工 is counted.

    Under a task of 开竣工学校, "争创名优学校10所" are none of these.
    """
    figure, statement = found.figure, found.statement
    asked = query.text
    for words in query.excluded:
        asked = asked.replace(words, "")
    if not _WORKS_ASKED.search(asked) or is_bare(found.quote):
        return False
    if is_of_the_goal(statement, figure):
        return False
    clause = statement.document.text[figure.start : figure.end] if figure else found.quote
    return not _WORK.search(f"{clause}{figure.name if figure else ''}")


def tells_another_stage(query: Query, told: str) -> bool:
    """True for what was 竣工 where a list of what was 开工 is asked for, or the other way round."""
    asked, done = (
        [pattern.search(text) is not None for pattern in _STAGES] for text in (query.text, told)
    )
    return sum(asked) == 1 and sum(done) == 1 and asked != done


def _stands_at_none(query: Query, found: Finding) -> bool:
    """True where it is asked which thing stands at a stage, and none is told there: 竣工哪个公园.

    "办好花展,建成滨水名区" tells what was 建成 in another clause than that of the 花展.
    """
    parts = re.split("[,，;；。?？]", query.text)
    asked = next((part for part in parts if _WHICH_AT_STAGE.search(part)), "")
    if not asked:
        return False
    reached = [s for s in _STAGES if s.search(asked)]
    reached += [_BEING_BUILT] if "建成" in asked else []
    quoted = re.split(r"[,，;；。\n]", fold_text(found.quote))
    clauses = [*quoted, *found.statement.labels.split("\n")]
    told = [c for c in clauses if any(s.search(c) for s in reached)]
    typed = [query.text[start:end] for start, end in query.slots.get("indicator", ())]
    things = [t for t in (*query.terms, *typed) if t in asked]
    things = [t for t in things if not any(s.search(t) for s in _STAGES)]
    # A heading names the things of all its sentences: 重点项目建设.
    named = [t for t in things if any(t in c for c in quoted)]
    return not told or bool(named and not any(t in c for t in named for c in told))


def has_clause_at_stage(query: Query, told: str) -> bool:
    """True if one clause tells each asked stage, and others tell others: 开工甲、乙,建成丙.

    What a question lists at a stage is told by that clause alone. Where none is asked for, or
    only what goes on ("有哪些工程要推进"), every clause tells of it.
    """
    stages = (*_STAGES, _GOING_ON)
    asked = {at for at, stage in enumerate(stages) if stage.search(query.text)}
    if not any(stage.search(query.text) for stage in _STAGES):
        return False
    clauses = [c for c in re.split("[,，;；。]", fold_text(told)) if c.strip()]
    reached = [{at for at, stage in enumerate(stages) if stage.search(c)} for c in clauses]
    several = len(set().union(*reached)) > 1
    told_of = [r for r in reached if r & asked]
    return several and len(told_of) == len(asked) and set().union(*told_of) == asked


def _is_done(word: str, text: str) -> bool:
    return is_word(word) and f"{word}了" in text
