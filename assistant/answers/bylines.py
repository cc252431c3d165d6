"""Who delivered, issued or wrote a document, when, under which number: lines around its text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from assistant.evidence.draft import Draft
from assistant.evidence.evidence import Evidence
from assistant.language.periods import year_of
from assistant.schema import Document, Query, Span
from assistant.text import fold, fold_text

HEAD = 1200  # characters of a document among which its byline and number stand
LONGEST_LINE = 60
_SPEAKER_ASKED = re.compile(
    r"(?:谁|哪位)[^,，。?？]{0,8}(?:作|做|宣读|报告|汇报)的?(?=$|[?？,，。了的])|(?:谁|哪位)[^,，。?？]{0,4}(?:作|做)[^,，。?？]{0,12}报告|报告人|(?<!工)作报告的"
)
_DOCUMENT = (
    r"(?:报告|公报|文件|数据|手册|简报|通报|方案|清单|草案|材料|规划|意见|通知|[展解工务情]表)"
)
_SORT = re.compile("报告|公报|手册|简报|通报|方案|规划|意见|通知|公告|办法|细则")
_WHO = r"(?:谁|哪位(?:领导)?|哪一?[个家](?:单位|部门|机构|局)|什么(?:单位|部门|机构))"
_WHEN = r"(?:什么时候|何时|哪一?[天日]|几月几[日号]|什么时间)"
_ISSUED = r"(?:发布|公布|公开|挂出|提交|提出|提请|编制|编写|印发|发出?|出|作出?|做|报告|宣读)"
# "公报是什么时候发布的,哪个单位发布?": of the document itself, up to the end of the question.
_ORIGIN_ASKED = re.compile(
    rf"{_DOCUMENT}[,，]?(?:[由是在于都具体究竟到底]*(?:[区市县]里)?(?:(?:{_WHO}|{_WHEN})[在于由、,，]{{0,2}})+{_ISSUED}了?的?[,，、和与又?？]*)"
    rf"(?:[由是在于]*(?:(?:{_WHO}|{_WHEN})[在于由]?)+{_ISSUED}?了?的?[,，、和与又?？]*)*$"
)
_FIELD_ASKED = re.compile(
    r"(?:的|[,，])(?=发|印|公|成|编|信|文|来)"
    r"(?P<issuer>发布(?:机构|单位|部门)|发文(?:机关|单位)|编制单位|(?:信息|文章)?来源)?[和与、]?"
    r"(?P<day>(?:发布|印发|公布|成文)(?:时间|日期))?(?:分别)?(?:是|为)(?:哪|什么|谁|多)[^,，。?？]{0,6}[?？]?$"
)
_DAY_ASKED = re.compile(_WHEN)
_ISSUER_ASKED = re.compile(
    rf"{_WHO}(?:{_WHEN}|[在于由、,，])*?(?:发布|公布|公开|挂出|提交|提出|提请|编制|编写|印发|发出?|出)"
)
_DAY = r"(?:19|20)\d{2}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日"
# "（2024年1月9日在…会议上）", "2024年3月28日": a line that tells no more than when.
_DATED = re.compile(
    r"^[\s　(（—–-]*(?:(?:发布|印发|公布|成文)(?:时间|日期)?[:：]\s*)?"
    rf"({_DAY}[^,，。;；:：]{{0,40}}?)[\s　)）]*$"
)
_ISSUER = re.compile(
    r"^[\s　【]*(?:(?:来源|发布机构|发布单位|发文机关|编制单位)】?\s*[:：]?\s*)?"
    r"([一-鿿]{2,18}(?:局|委员会|办公室|人民政府|发改委|统计局|调查队|管委会|街道办事处))[\s　]*$"
)
# The fields over a web page: "发布机构 区发改局 公开范围 …", "发布日期:2024-03-07 16:02".
_DAY_FIELD = re.compile(
    r"(?P<label>(?:发布|公布|公开|印发|成文|生成)(?:日期|时间))[\s　]*[:：]?[\s　]*"
    r"(?P<told>(?:19|20)\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?)"
)
_ISSUER_FIELD = re.compile(
    r"(?P<label>(?:发布|印发)(?:机构|单位|机关)|发文(?:机关|单位)|编制单位|(?:信息|文章)?来源)"
    r"[\s　]*[:：]?[\s　]*(?P<told>[一-鿿“”]{2,24})"
)
# "报告人:区财政局 王一帆", of which a person may be told with the office.
_SPEAKER_FIELD = re.compile(
    r"(?<![一-鿿])(?P<label>(?:报告|汇报|宣读)人)[\s　]*[:：][\s　]*"
    r"(?P<told>[^\n,，。;；:：()（）]{2,40}?)[\s　]*(?=$|[\n,，。;；()（）])"
)
# Who drafted a document need not have issued it.
_DRAFTER_ASKED = re.compile(
    rf"{_DOCUMENT}[,，]?[由是在于都具体究竟到底]*(?:{_WHO}(?:来|牵头|负责)?(?:起草|草拟|拟定)|(?:起草|拟稿)(?:的?(?:单位|部门|机构)|人)(?:是|为|[?？]|$))"
    rf"|{_DOCUMENT}的(?:起草|拟稿)(?:单位|部门|机构|人)"
)
_REPORTED = re.compile("报告|公报")
_DRAFTER_FIELD = re.compile(
    r"(?P<label>(?:起草|拟稿)(?:单位|部门|机构))[\s　]*[:：][\s　]*(?P<told>[一-鿿、“”]{2,30})"
)
# Who wrote a page, or checked it: "(撰稿人:区发改局 王一帆)", "(国库股供稿)".
_WROTE = r"(?:撰稿|供稿|执笔|撰写|编写|统稿|审核|审稿|校对|责任编辑)"
_CREDIT_ASKED = re.compile(
    rf"(?:{_WHO}|哪个?(?:单位|部门|[科处股]室))(?:来|负责)?(?P<by>{_WROTE})(?:了|的)?(?=这|该|本|[?？]|$)"
    rf"|(?P<of>{_WROTE})(?:的?(?:单位|部门|人))?(?:又|都)?(?:是|为|叫)(?:谁|哪|什么)"
)
_CREDIT = re.compile(
    rf"(?P<label>{_WROTE}(?:单位|部门|人)?)[\s　]*[:：][\s　]*"
    rf"(?P<told>[一-鿿]{{2,20}}(?:[ 　][一-鿿]{{2,4}}(?![一-鿿]*[:：]))?)"
    rf"(?=[\s　]*(?:$|[\n,，。;；()（）/|]|[一-鿿]{{2,6}}[:：]))"
    rf"|[(（](?P<who>[一-鿿]{{2,20}})(?P<did>{_WROTE})[)）]"
)
_FIRST_FIELDS = ("发布", "公开", "印发")  # of several days, that on which it was made public
_NUMBER_ASKED = re.compile(r"文号|发文字号|哪个?号文|文件号")
_NUMBER = re.compile(r"[一-鿿]{1,12}[〔\[［(（]\s?(?:19|20)\d{2}\s?[〕\]］)）]\s?\d{1,4}\s?号")
_OFFICE = r"(?:长|主任|书记|主席|委员|行长|院长|检察长)(?:[(（][^()（）]{1,12}[)）])?"
# "区财政局局长  王一帆", "代区长 陈 立": the office, a blank, the name.
_SPEAKER = re.compile(
    rf"^[\s　—–-]*([一-鿿、]{{0,28}}{_OFFICE})[\s　]+([一-鿿](?:[\s　]?[一-鿿]){{1,3}})\s*$"
)
# News of the session: "代区长王一帆作政府工作报告".
_SPOKE = re.compile(
    r"((?:代|副)?(?:区|县|市|旗|局|镇)长|主任|书记)([一-鿿]{2,3}?)(?:同志)?(?:代表[^,，。]{1,16})?(?:向大会|向会议)?作[^,，。]{0,14}报告"
)
_BETWEEN = r"[\s　,，;；()（）—–-]"
# "甲区统计局 2023年3月14日", "2023年1月6日,区人大三次会议,区长王一帆": such parts alone.
_TOGETHER = re.compile(
    rf"{_BETWEEN}{{0,4}}(?:(?:"
    r"(?P<day>(?:19|20)\d{2}(?:\s?年\s?\d{1,2}\s?月(?:\s?\d{1,2}\s?日)?|[-/.]\d{1,2}[-/.]\d{1,2}))"
    r"|(?P<meeting>在?(?![^，,]{0,20}召开)[一-鿿“”\d]{2,36}会议?上?)"
    rf"|(?P<speaker>(?:报告人[:：])?[一-鿿]{{0,20}}{_OFFICE}[\s　]?"
    r"(?P<name>[一-鿿](?:[\s　]?[一-鿿]){1,2}))"
    r"|(?P<issuer>[一-鿿]{2,18}(?:[局办委]|委员会|办公室|人民政府|调查队|街道办事处))"
    rf")(?:{_BETWEEN}{{1,4}}|$)){{2,4}}"
)
UNSIGNED = "这份文件没有写明由谁发布、何时发布。"
_REPORT_WORDS = re.compile(
    r"政府工作|决算|预算|计划|财政|规划|评估|审计|常委会|任务|分解|分工|责任|实事"
)


@dataclass(frozen=True)
class Byline:
    """A line that tells who spoke, or a document's number."""

    document: Document
    span: Span
    label: str
    line: Span | None = None  # that of the line where it stands beside others


_Finder = Callable[[Document], Iterator[Byline]]


def write_byline(draft: Draft, evidence: Evidence, query: Query, sources: Sequence[str]) -> bool:
    """Write who delivered the report, or its number; False if neither is asked for or told."""
    finders = _asked_for(query.text)
    if not finders:
        return False
    documents = [evidence.catalog.document(s) for s in evidence.near(query, sources)]
    written = [_write_best(draft, query, documents, find) for find in finders]
    return any(written)


def asks_of_file(text: str) -> bool:
    """True if a document itself is asked about: who made it public, when, and not what it tells.

    >>> asks_of_file("甲区的任务分解表是什么时候发布的?"), asks_of_file("研发数据什么时候发布?")
    (True, False)
    """
    asked = _ORIGIN_ASKED.search(text) or _FIELD_ASKED.search(text)
    # Of a plan its own sentences may say by whom it was drawn up, of a report they tell of others.
    asked = asked or (_REPORTED.search(text) and _DRAFTER_ASKED.search(text))
    credit = _CREDIT_ASKED.search(text)
    if credit is not None and (credit["by"] or credit["of"]) in ("撰稿", "供稿", "执笔"):
        return True
    return asked is not None and not asked[0].startswith("数据")


def _asked_for(text: str) -> list[_Finder]:
    """What finds each of the things that a question asks of a document itself."""
    if _NUMBER_ASKED.search(text) and not _SPEAKER_ASKED.search(text):
        return [_numbers]
    if _DRAFTER_ASKED.search(text):
        return [_drafters]
    if credit := _CREDIT_ASKED.search(text):
        return [partial(_credits, credit["by"] or credit["of"])]
    if field := _FIELD_ASKED.search(text):
        return [f for name, f in (("issuer", _issuers), ("day", _days)) if field[name]]
    origin = _ORIGIN_ASKED.search(text)
    speaker = _SPEAKER_ASKED.search(text) is not None
    issuer = origin is not None and _ISSUER_ASKED.search(origin.group()) is not None
    dated = (origin or speaker) and _DAY_ASKED.search(origin.group() if origin else text)
    finders: list[_Finder] = [_issuers] if issuer else [_speakers] if speaker else []
    return [*finders, _days] if dated else finders


def _write_best(draft: Draft, query: Query, documents: Sequence[Document], find: _Finder) -> bool:
    found = [
        byline
        for document in documents
        if _is_meant(query, document)
        and (find in (_speakers, _drafters, _numbers) or _is_named(query, document))
        for byline in list(find(document))[:1]
    ]
    if not found:
        return False
    best = max(found, key=lambda byline: _fit(query, byline.document))
    alike = [b for b in found if _fit(query, b.document) == _fit(query, best.document)]
    if len(alike) > 1:
        return False  # which of several reports is meant is not said
    document, (start, end) = best.document, best.span
    chunk = replace(document.chunks[0], section_path=(), row=None)
    text = " ".join(document.text[start:end].split())
    draft.named.append(text)
    draft.say(f"{best.label}:{text}{draft.cite(document, chunk, *(best.line or best.span))}。")
    return True


def _is_meant(query: Query, document: Document) -> bool:
    """True if a document is of an asked year: one it tells of, or one that its head names.

    And of the sort that is asked for, where its title names one: a 方案 is no 公报.
    """
    asked, titled = (
        set(_SORT.findall(text)) for text in (query.text, fold_text(document.profile.title))
    )
    if asked and titled and not asked & titled:
        return False
    known = {year_of(p) for p in document.profile.periods.values() if p}
    known |= set(re.findall(r"(?:19|20)\d\d", document.text[:HEAD]))
    return bool(document.chunks) and all(year_of(p) in known for p in query.periods)


def _is_named(query: Query, document: Document) -> bool:
    """True unless a question names a sort of report that a title is not of."""
    words, title = _REPORT_WORDS.findall(query.text), fold_text(document.profile.title)
    return not words or any(word in title for word in words)


def _fit(query: Query, document: Document) -> int:
    title = fold_text(document.profile.title)
    words = set(_REPORT_WORDS.findall(query.text))
    years = {year_of(p) for p in query.periods}
    return 2 * sum(word in title for word in words) + sum(year in title for year in years)


def _speakers(document: Document) -> Iterator[Byline]:
    at = 0
    for line in document.text[:HEAD].splitlines(keepends=True):
        stripped = line.strip()
        start = at + len(line) - len(line.lstrip())
        at += len(line)
        if len(stripped) <= LONGEST_LINE and _SPEAKER.match(stripped):
            yield Byline(document, (start, start + len(stripped)), "报告人")
    for byline, told in _together(document, "speaker", label="报告人"):
        if told["meeting"] or len(told["speaker"].split()) > 1:
            yield byline  # "区长调研" alone tells what was done
    yield from _fields(document, _SPEAKER_FIELD)
    folded = fold(document.text)
    for match in _SPOKE.finditer(folded.text):
        yield Byline(document, folded.original_span(*match.span()), "报告人")


def _head_lines(document: Document) -> Iterator[tuple[int, str]]:
    """The lines around a title, with where they begin."""
    at = 0
    for line in document.text[:HEAD].splitlines(keepends=True):
        if len(line.strip()) <= LONGEST_LINE:
            yield at, line.rstrip("\r\n")
        at += len(line)


def _fields(document: Document, field: re.Pattern[str]) -> Iterator[Byline]:
    """What the fields over a page say, those first that tell when it was made public."""
    found = list(field.finditer(document.text[:HEAD]))
    for match in sorted(found, key=lambda m: not m["label"].startswith(_FIRST_FIELDS)):
        yield Byline(document, match.span("told"), match["label"], match.span())


def _together(
    document: Document, part: str, *, label: str
) -> Iterator[tuple[Byline, re.Match[str]]]:
    """One part of the lines that tell, side by side, who spoke or issued it, when and where."""
    for at, line in _head_lines(document):
        told = _TOGETHER.fullmatch(line)
        if told and told[part] and (told["day"] or told["meeting"]):
            start, end = told.span(part)
            yield Byline(document, (at + start, at + end), label, (at, at + len(line))), told


def _days(document: Document) -> Iterator[Byline]:
    for at, line in _head_lines(document):
        if told := _DATED.match(line):
            yield Byline(document, (at + told.start(1), at + told.end(1)), "时间")
    yield from (byline for byline, _ in _together(document, "day", label="时间"))
    yield from _fields(document, _DAY_FIELD)


def _issuers(document: Document) -> Iterator[Byline]:
    for at, line in _head_lines(document):
        if told := _ISSUER.match(line):
            yield Byline(document, (at + told.start(1), at + told.end(1)), "发布单位")
    yield from (byline for byline, _ in _together(document, "issuer", label="发布单位"))
    yield from _fields(document, _ISSUER_FIELD)


def _drafters(document: Document) -> Iterator[Byline]:
    yield from _fields(document, _DRAFTER_FIELD)


def _credits(did: str, document: Document) -> Iterator[Byline]:
    """Who wrote the page or did with it what else is asked for, wherever that stands."""
    for match in _CREDIT.finditer(document.text):
        label, told = (match["label"], "told") if match["label"] else (match["did"], "who")
        if label.startswith(did):
            yield Byline(document, match.span(told), label, match.span())


def _numbers(document: Document) -> Iterator[Byline]:
    for match in _NUMBER.finditer(document.text[:HEAD]):
        yield Byline(document, match.span(), "文号")
