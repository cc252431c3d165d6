"""Fields that a question names by one word, 教育 or 交通, and what documents tell of them.

Sentences that only hold the word tell of another field: 非遗教育, 教育转化, "直播+教育". What a
district does for its schools is told of schools.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.evidence.evidence import Evidence, of_asked
from assistant.evidence.fits import fit_kind, fit_period
from assistant.evidence.statements import Statement
from assistant.schema import Query

_DEALS_WITH: tuple[tuple[frozenset[str], re.Pattern[str]], ...] = (
    (
        frozenset({"教育", "教育事业", "教育工作", "教育领域", "上学", "读书", "就学"}),
        re.compile(
            r"学校|[小中初]学|初中|高中|幼儿园|学前|学位|学生|教学|教师|师资|校园|名校|教育集团"
            r"|(?:义务|特殊|职业|素质|优质|科学|学前)教育|学区|入学|办学|课后服务|托幼|教育(?:资源|质量|均衡|数字化|现代化|服务|事业)"
        ),
    ),
    (
        frozenset({"医疗", "卫生", "医疗卫生", "卫生健康", "医疗健康", "卫生事业", "医疗事业"})
        | {"看病", "就医", "看病就医", "就诊", "公共卫生", "医疗服务"},
        re.compile(
            r"医院|院区|医疗|医共体|医联体|卫生院|卫生服务|公共卫生|公卫|诊疗|门诊|名医|医师|医生|疾控|临床|病床|健康(?:促进|服务|中心)"
        ),
    ),
    (
        frozenset({"交通", "交通出行", "交通运输", "交通建设"}),
        re.compile(
            r"道路|公路|快速路|高架|隧道|大桥|地铁|轨道|公交|高铁|铁路|通道|断头路|绕行|停车|泊位|拥堵|堵点|路网"
        ),
    ),
    (
        frozenset({"生态", "环保", "生态环保", "生态环境", "环境保护", "生态保护", "污染防治"})
        | {"生态环境保护", "生态文明", "环保工作"},
        re.compile(
            r"空气(?:质量)?|优良(?:天数|率|比例)|pm(?:2\.5|10)|水质|断面|黑臭水体|污水|雨污|河[湖长]制|岸线|水环境|水生态"
            r"|污染|大气|土壤|固废|危废|扬尘|碳排放|碳达峰|减排|造林|绿化|绿道|碧道|湿地|红树林|森林|林长|矿山|生态(?:修复|保护|环境)"
            r"|水土流失|垃圾分类|无废"
        ),
    ),
)
_OF_ANY = frozenset({"服务", "事业", "资源", "水平", "建设", "取得"})  # 看病服务 is of 看病
_ENOUGH = 2  # things of a field in one sentence of prose, from which it tells of the field
MOST = 8  # sentences told of a field


def told_of_field(evidence: Evidence, query: Query, sources: Sequence[str]) -> list[Statement]:
    """Return what documents plan or did in a field, in their order; none for another topic."""
    deals_with = _field_of(query)
    if deals_with is None:
        return []
    found: dict[str, tuple[int, Statement]] = {}
    for source in evidence.near(query, sources):
        statements = evidence.statements(evidence.catalog.document(source))
        counted = [(len(deals_with.findall(s.folded)), s) for s in statements if _fits(query, s)]
        own = {s.chunk.id for count, s in counted if count >= _ENOUGH and s.row is None}
        for count, statement in counted:
            if count and statement.chunk.id in own:
                found.setdefault(statement.folded, (count, statement))
    most = sorted(found.values(), key=lambda told: -told[0])[:MOST]
    return sorted((s for _, s in most), key=lambda s: (s.document.source, s.start))


def _field_of(query: Query) -> re.Pattern[str] | None:
    """What the fields deal with that all words of a question name; None for other words."""
    terms = set(query.terms) - _OF_ANY
    if not terms or query.indicators or query.units:
        return None
    named = [(names, things) for names, things in _DEALS_WITH if names & terms]
    known = frozenset[str]().union(*(names for names, _ in named))
    if not known.issuperset(terms):
        return None
    return re.compile("|".join(things.pattern for _, things in named))


def _fits(query: Query, statement: Statement) -> bool:
    period = (statement.period,) if statement.period else ()
    timed = fit_period(query.periods, period)[1] > 0
    kind = not query.kinds or fit_kind(query.kinds, statement.kind) > 0
    return timed and kind and of_asked(query, statement)
