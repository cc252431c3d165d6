"""Follow-ups without a subject: of another place or time, by another measure, asked further."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.language.changes import MOVED
from assistant.language.columns import CHARGES
from assistant.language.periods import year_of
from assistant.language.quantities import find_quantities
from assistant.language.tokenizer import is_verb
from assistant.lexicon.indicators import load_indicators
from assistant.question import (
    ask_cues,
    comparison_cues,
    constraint_cues,
    figure_cues,
    follow_up_cues,
    statement_cues,
)
from assistant.question.carried import (
    inherited_kind,
    names_it_afresh,
    new_places,
    told_together,
    turns_to_later,
)
from assistant.question.contrasts import set_beside, short_of_plan
from assistant.question.corpus import Corpus
from assistant.question.frames import (
    Condensed,
    Frame,
    ask_of,
    asks_itself,
    kind_word,
    of_size,
    subject_of,
    without_judgement,
)
from assistant.question.undone import FINISHED, asked_of_plan
from assistant.question.year_before import MORE_BY, with_year_before
from assistant.schema import Measure, Query

# "一共有多少个了" after what was built new asks how many there are.
_ADDED_LAST = re.compile(r"(?:新增加?|净增加?|增加|新认定|新培育)$")
_CREATED = re.compile(
    r"^(?:新(?:[建增开办设]|认定|评定|引进|培育|登记|注册|成立)|净增)(?:成|了)?(?=[一-鿿a-z]{2})"
)
_PURSUED = re.compile(
    r"(?:加快|统筹|全力|全面|大力|有序|(?:高|更高)(?:标准|水平|质量|效率|起点))*的?(?:推进|推动|实施|安排|谋划)了?(?=[一-鿿]{2})"
)
_WITH_YEAR_BEFORE = re.compile(
    r"(?:和|跟|与|比|较)(?:去年|上年|上一年|前一年|头一年)(?:相比|比较|比)?(?:呢|怎么样|如何|[多少高低]了?(?:多少|几|吗))"
)
_ADDED_BY = re.compile(r"[比较](?:去年|上年)(?:增加|减少|新增)了?(?:多少|几)[^%％百]")
_PLURAL = re.compile(r"俩|(?:[二两三四五六七八九十]|\d|(?<=[这那])几)(?:个|者|项)|它们")
# "全面开工改造": how it is done goes with what is done.
_MANNER = re.compile(
    r"(?:全面|全部|全力|加快|统筹|集中|陆续|先后|同步|稳步|扎实|持续|大力|全域)的?(?=[一-鿿]{2})"
)
_DONE_SO = re.compile(rf"{_MANNER.pattern}(?:{statement_cues.DOING.pattern})")
_SHARE = re.compile(r"(?<=[一-鿿]{2})(?:占(?![地用道])[一-鿿a-z]{0,16}(?:比[重例]?)?|比重)$")
_OF_DOCUMENT = re.compile(rf"(?:按照?|根据|据|依据)?(?:{constraint_cues.DOCUMENT.pattern})[,，]?")
_SITUATION = re.compile(r"(?:情况|表现)?(?:怎么样|怎样|如何|咋样)[?？]?$")
# "一共投了多少" behind a rate asks how much it was: no rate is put in or added up.
_AMOUNT_ASKED = re.compile(
    r"(?:一共|总共|合计|总计|总的)(?!的?(?:增|涨|升|降|下降|上升|减|提高))[^,，。?？]{0,6}多少(?!个?百分)"
    r"|(?<![一-鿿])[投花卖收赚产销用挣](?:进去|出去|掉|得|到)?了?(?:多少|几)(?!个?百分)"
)
_INVESTED = re.compile(r"(?:投(?:资|入|进去)?|安排|花)(?:多少|几)")
# "花出去多少" behind "安排了多少资金" asks for what is gone of it.
_MONEY = re.compile(
    r"(?:一共|总共|累计|共|已经?)*(?:安排|下达|筹[措集]|落实|到位|投入|争取|整合|拨付)?了?"
    r"(?:(?:各级|财政|专项|补助|中央|省级|市级|区级|县级)的?)*(?:资金|经费|专款|拨款)$"
)
_MONEY_GONE = re.compile(r"(?:花|用(?=[出掉去]))(?:出去?|掉|去)?了?(?:的(?:是|有))?(?=多少|几)")
# What a work costs is asked of the work, behind its beds.
_OF_A_WORK = re.compile(
    r"(项目|工程|改造|建设|[迁新扩改]建|医院|学校|中学|小学|中心)的?(?:床位|学位|泊位|面积|长度|(?:形象)?进度)数?$"
)
_RISEN = re.compile(MOVED)  # by which a growth is asked for
_EACH_OF_SIDES = re.compile(
    r"(?<=[一-鿿])(?:各自?|分别)(?=(?:新增|净增|新建|完成|建成|实现|达到|改造|引进|签约)?$)"
)
# "完工多少?" behind "续建多少?": the next step, and no word of whether it was done.
STEP_ASKED = re.compile(
    r"(?:那么?|又)?(?:[开完竣]工|投用|交付|建成)(?:的|呢|是|有)?(?:多少|几)(?!.*了)"
)
# "开工几个、投用几个": each step is asked by its own words.
_STEP = r"(?:[开完竣]工|投用|交付|建成|启动|签约|落地)了?(?:多少|几)[个家所条座处项套户亩]?"
_STEPS_ASKED = re.compile(rf"{_STEP}(?:[、,，和]\s?{_STEP})+")
_AIM_ASKED = re.compile(r"(?:目标|计划|任务|要求)(?:又|都)?是(?:什么|啥)")
_RANK_ALONE = re.compile(
    r"(?:在?全[国省市区县]的?)?(?:增[速幅]|总量)?的?排名(?:呢|如何|怎么?样|情况|多少|第几)?[?？]?"
)


def of_the_same(
    text: str, query: Query, periods: tuple[str, ...], earlier: Sequence[Query], corpus: Corpus
) -> Condensed:
    """A follow-up that names no subject: of another place, set beside another, or asked further."""
    previous = earlier[-1]
    if "origin" in query.asks and find_quantities(text):
        return _origin_of_figure(text, query, earlier)
    if _SITUATION.search(text) and query.districts and not query.kinds:
        # How another place fares is asked of its results.
        previous = replace(previous, kinds=())
        query = replace(query, asks=("value",))
        earlier = [*earlier[:-1], previous]
    if comparison_cues.DOCUMENTS_AGREE.search(text):
        return Condensed(_agreeing(text, query, previous, periods, corpus).text())
    apart = short_of_plan(text, query, periods, earlier)
    if apart:
        return Condensed(apart)
    compared = bool(
        {"rank", "difference"} & set(query.asks)
        or comparison_cues.WHO_LEADS.search(text)
        or comparison_cues.compares(text)
        or comparison_cues.COMPARABLE.search(text)
    )
    # "比上年少了多少" behind a plan in numbers asks for no rate.
    planned = "target" in previous.kinds and not previous.measures and MORE_BY.search(text)
    unmeasured = bool(planned) or not query.measures
    if _WITH_YEAR_BEFORE.search(text) and unmeasured and len(previous.periods) == 1:
        return with_year_before(text, query, previous, planned=bool(planned))
    compared = compared or bool(query.districts and comparison_cues.TIMES_ASKED.search(text))
    if ask := _asked_further(text, unmeasured, periods, earlier):
        places = new_places(query, previous, periods, corpus)
        return Condensed(Frame(places, "", subject_of(previous), ask).text())
    # "目标和实际分别是多少" names two kinds of one thing, and no side.
    by_kind = {"target", "actual"} <= set(query.kinds) and figure_cues.EACH.search(text)
    compared = compared and not (by_kind and not query.districts)
    sided = len(previous.periods) > 1 or len(previous.districts) > 1
    compared = compared or bool(sided and comparison_cues.APART.match(text))
    several = len(earlier) > 1 or len(previous.districts) > 1 or previous.all_districts
    several = several or comparison_cues.AGAINST_RESULT.match(text) is not None
    if compared and (query.districts or several):
        beside = set_beside(text, query, periods, earlier, corpus)
        others = (replace(beside, kinds=()).text(),) if beside.kinds else ()
        return Condensed(beside.text(), others)
    if of_done := asked_of_plan(text, query, periods, previous, corpus):
        return Condensed(of_done.text())
    return _elliptic(text, query, periods, earlier, corpus)


def _asked_further(
    text: str, unmeasured: bool, periods: tuple[str, ...], earlier: Sequence[Query]
) -> str:
    """What a follow-up asks of the one thing spoken of: its place among its kind, or how much more.

    "排名呢", "比上年多几家" where no year was named; empty for what else is asked.
    """
    more = _ADDED_BY.search(text) or (unmeasured and MORE_BY.search(text))
    if more and not (earlier[-1].periods or periods):
        return text.strip("?？")
    one = len({district for query in earlier for district in query.districts}) == 1
    return "排第几" if one and _RANK_ALONE.fullmatch(text) else ""


def _elliptic(
    text: str, query: Query, periods: tuple[str, ...], earlier: Sequence[Query], corpus: Corpus
) -> Condensed:
    """No subject of its own: the last question again, with the slots that the follow-up names."""
    previous = earlier[-1]
    if names_it_afresh(query):
        previous = replace(previous, kinds=(), measures=(), units=(), asks=("value",))
    places = new_places(query, previous, periods, corpus)
    steps = _STEPS_ASKED.search(text)
    subject = _without_doings(subject_of(previous)) if steps else _subject(text, query, earlier)
    subject = _of_each(subject, len(places))
    both = {"target", "actual"} <= set(query.kinds)  # "要建几个,建成几个?"
    kind = (
        "计划和实际" if both else kind_word(query) or inherited_kind(query, _behind_charge(earlier))
    )
    if "target" in query.kinds and "completion" in previous.measures:
        previous = replace(previous, measures=(), units=())  # how far a plan is has no plan
    if query.units == ("%",) and "完成" in text:
        query = replace(query, measures=("completion",))  # 完成了百分之几 asks for no growth
    measures = _measures(text, query, previous)
    asking = query if asks_itself(query) else without_judgement(previous)
    ask = _own_ask(text) or ask_of(asking, measures)
    if figure_cues.EACH.search(text) and "、" in subject and ask.startswith("有"):
        ask = f"各{ask}"
    if "verdict" in query.asks:
        kind = ""
    if query.units == ("倍",) and len(places) > 1:
        ask = "相差多少倍"
    if set(CHARGES) & set(query.asks) and not periods:
        # Who is in charge is so for the year, of a plan and of what came of it.
        places, kind = tuple((d, year_of(p) or p) for d, p in places), ""
    frame = Frame(places, kind, subject, ask)
    others = _otherwise(text, query, previous, frame)
    return Condensed(frame.text(), tuple(t.text() for t in others if t != frame))


def _otherwise(text: str, query: Query, previous: Query, frame: Frame) -> list[Frame]:
    """What is asked where a follow-up finds nothing as it is read first."""
    others = [replace(frame, kind="")] if frame.kind and not query.kinds else []
    planned = "target" in query.kinds
    step = query.kinds == ("actual",) and STEP_ASKED.match(text)
    if step and previous.kinds in ((), ("target",)):
        others.append(replace(frame, kind="计划"))  # of what is 续建 and 完工 by one plan
    if planned and not query.measures and "verdict" not in query.asks:
        others += _of_the_year(frame, previous)
    if planned and FINISHED.match(frame.subject) and not FINISHED.search(text):
        # What was finished of it was spoken of: its plan need not say so.
        plan = replace(frame, subject=_without_doings(frame.subject))
        others += [plan, *_of_the_year(plan, previous)]
    if turns_to_later(query, previous):
        others.append(replace(frame, kind="计划"))  # of a year ahead plans alone are told
    return others


def _of_each(subject: str, places: int) -> str:
    """Leave out 各 and 分别, which were asked of several places: 高企各新增."""
    return _EACH_OF_SIDES.sub("", subject) if places == 1 else subject


def _own_ask(text: str) -> str:
    """What a follow-up asks in words that stay: who builds something, which of them it is."""
    builder = ask_cues.BUILDER_ASKED.search(text)
    which = follow_up_cues.WHICH_OF_THEM.match(text)
    steps, handled = _STEPS_ASKED.search(text), ask_cues.HANDLED.search(text)
    if _AIM_ASKED.search(text) or figure_cues.TO_REACH.search(text):
        return "目标是什么"  # which may be no number
    if builder or steps or handled:
        return (builder or steps or handled or [""])[0]
    return which["asked"] if which else ""


def _behind_charge(earlier: Sequence[Query]) -> Query:
    """The last question, as a plan where one of it was asked for before who is in charge of it."""
    previous = earlier[-1]
    if not set(CHARGES) & set(previous.asks) or previous.kinds or len(earlier) < 2:
        return previous
    before = earlier[-2]
    same = before.districts == previous.districts and before.indicators == previous.indicators
    return replace(previous, kinds=before.kinds) if same else previous


def _measures(text: str, query: Query, previous: Query) -> tuple[Measure, ...]:
    """The measures that a follow-up asks for, else those that were asked for last."""
    if query.measures or query.units:
        return query.measures
    amount = "growth" in previous.measures and _AMOUNT_ASKED.search(text)
    return ("level",) if amount else previous.measures


def _subject(text: str, query: Query, earlier: Sequence[Query]) -> str:
    """What was spoken of last, with what is done to it and the document that is named now."""
    previous = earlier[-1]
    subject = _thing_of(query, previous)
    if re.search("[亿万]元?以上|超\\d", subject):
        subject = of_size(text, subject) or subject
    whole, _, part = subject.partition("其中")
    if part and any(t in whole for t in query.terms):
        subject = whole.rstrip(
            ","
        )  # "准备新增多少" is asked of all that is 新增, and not of a part
    if _PLURAL.search(text) and len(earlier) > 1 and not _PLURAL.search(previous.text):
        subject = "、".join(dict.fromkeys(subject_of(p) for p in earlier[-2:]))
    elif figure_cues.EACH.search(text) and "、" not in subject:
        subject = "、".join(dict.fromkeys(subject_of(p) for p in told_together(query, earlier)))
    if not _PLURAL.search(text):
        new = statement_cues.FLOW.search(text)  # "总共要新增多少" asks for no more than the new
        asked = None if new else figure_cues.STOCK_ASKED.search(text)
        subject = _in_stock(subject) if asked else subject.removeprefix("累计")
        if figure_cues.TOTAL_ASKED.search(text) and _CREATED.match(subject):
            subject = f"{_CREATED.sub('', subject)}总数"
        elif figure_cues.TOTAL_ASKED.search(text) and _ADDED_LAST.search(subject):
            subject = f"{_ADDED_LAST.sub('', subject)}总数"  # “小巨人”企业新增
    done = (t for t in query.terms if is_verb(t) or statement_cues.DOING.fullmatch(t))
    verbs = [t for t in done if t not in subject or figure_cues.EACH.search(text)]
    verbs = [t for t in verbs if not ("growth" in query.measures and _RISEN.fullmatch(t))]
    # "计划开工、投用各几个" asks of both.
    verb = "、".join(verbs) if figure_cues.EACH.search(text) else "".join(verbs[:1])
    if verb and not {"section", "verdict"} & set(query.asks):
        subject = _done_otherwise(verb, subject) or verb + _without_doings(subject)
    subject = _as_spent(text, query, subject)
    if "level" in query.measures:
        subject = _SHARE.sub("", subject) or subject  # 民生支出, where its 占比 was spoken of
    named = constraint_cues.DOCUMENT.search(text)
    told = query.document_kinds and named
    return f"{named.group()}{_OF_DOCUMENT.sub('', subject)}" if named and told else subject


def _thing_of(query: Query, previous: Query) -> str:
    """What was spoken of: for who is in charge and what was spent the thing itself.

    Neither its length, which was asked beside it, nor its beds are in anybody's charge.
    """
    subject = subject_of(previous)
    if {*CHARGES, "when"} & set(query.asks):
        return subject.partition(",")[0] or subject
    return _OF_A_WORK.sub(r"\1", subject) if query.units == ("元",) else subject


def _as_spent(text: str, query: Query, subject: str) -> str:
    """What is gone of money that was set aside, and what of a whole cost was spent."""
    if _MONEY_GONE.search(text):
        subject = _MONEY.sub("支出", subject)
    spent = _part_of_cost(text, query) if subject.endswith("总投资") else ""
    return f"{subject.removesuffix('总投资')}{spent}" if spent else subject


def _in_stock(subject: str) -> str:
    """What there is in all of what was added: 累计企业 of 新增企业 and of 企业新增."""
    thing = _ADDED_LAST.sub("", subject)
    return f"累计{thing}" if 1 < len(thing) < len(subject) else _CREATED.sub("累计", subject)


def _part_of_cost(text: str, query: Query) -> str:
    """What is asked for of a whole cost: what was spent of it, or is to be within a year."""
    if kind_word(query) == "实际":
        return "完成投资"
    within = kind_word(query) and query.periods and _INVESTED.search(text)
    return "投资" if within else ""


def _done_otherwise(verb: str, subject: str) -> str:
    """What else is done to the same thing, 更新电梯 after 加装电梯; else empty."""
    subject = subject.partition(",")[0] or subject
    canonical = load_indicators().canonical
    names = (f"{verb}{subject[at:]}" for at in range(2, len(subject) - 1) if is_verb(subject[:at]))
    return next((n for n in names if canonical(n) and canonical(n) != canonical(subject)), "")


def _without_doings(subject: str) -> str:
    """Leave out what was done to a thing, where the follow-up says what else is: 完工道路.

    Nor is what was asked beside it, "推进多少条道路,总长多少", of what is done now.
    """
    subject = subject.partition(",")[0] or subject
    subject = _MANNER.sub("", subject) if _DONE_SO.search(subject) else subject
    opening = _PURSUED.match(subject) or statement_cues.DOING.match(subject)
    subject = subject[opening.end() :] if opening else subject
    kept = statement_cues.DOING.sub("", subject)
    lexicon = load_indicators()
    known = not lexicon.find(subject) or bool(lexicon.find(kept))  # 老旧小区改造 is a name
    return kept if len(kept) > 1 and known else subject


def _agreeing(
    text: str, query: Query, previous: Query, periods: tuple[str, ...], corpus: Corpus
) -> Frame:
    """Whether the documents tell the same of what was spoken of."""
    named = "和".join(dict.fromkeys(m.group() for m in constraint_cues.DOCUMENT.finditer(text)))
    which = named if len(query.document_kinds) > 1 else "两份文件"
    places = new_places(query, previous, periods, corpus)
    subject = constraint_cues.DOCUMENT.sub("", subject_of(previous))
    return Frame(places, kind_word(previous), subject, f",{which}一致吗")


def _of_the_year(frame: Frame, previous: Query) -> list[Frame]:
    """What to look for where a plan is not told for a part of the year, or not as a rate."""
    yearly = tuple(dict.fromkeys((d, year_of(p) or p) for d, p in frame.places))
    plain = ask_of(replace(without_judgement(previous), measures=(), units=()))
    frames = [replace(frame, places=yearly), replace(frame, places=yearly, ask=plain)]
    return list(dict.fromkeys(frames))


def _origin_of_figure(text: str, query: Query, earlier: Sequence[Query]) -> Condensed:
    """Ask whose and of when another figure of what was spoken of is: "这5个是哪来的"."""
    figure = find_quantities(text)[-1].text
    texts = [
        Frame(((d, ""),), "", subject_of(spoken), f"{figure}是哪一年的").text()
        for spoken in reversed(earlier)
        for d in (query.districts or spoken.districts or ("",))[:1]
    ]
    return Condensed(texts[0], tuple(dict.fromkeys(texts[1:])))
