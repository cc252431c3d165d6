"""Tell what a table cell is (a serial number, a unit, a person …) and what a column is for.

Rows of flattened tables lose cells, so a cell's place in its line proves little; what the cell
is, and what its column's name says, prove more. Nothing here looks at offsets.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from assistant.language.columns import SERIAL
from assistant.language.units import COUNTERS, MEASURES, split_unit

CellKind = Literal[
    "serial", "code", "number", "measure", "mark", "total", "person", "unit", "status", "label",
    "sentence",
]  # fmt: skip
Role = Literal[
    "serial", "group", "task", "leader", "lead_unit", "support_unit", "progress", "number",
    "measure", "text",
]  # fmt: skip

_SERIAL = re.compile(
    r"\d{1,4}[.、．]?|[(（]\d{1,3}[)）]|[①-⑳]|"
    r"[一二三四五六七八九十]{1,3}[、.．]?|[(（][一二三四五六七八九十]{1,3}[)）]"
)
_NUMBER = re.compile(
    r"(?!\d{1,3}\s?[.、．]\s?[一-鿿]{2})"  # "2.青禾路" is a name
    r"[-+−—<>≥≤约超近]{0,2}\d[\d,， .]{0,24}(?:[-—~～至]\d[\d,.]{0,20})?"
    r"(?:%|％|‰|个百分点|百分点|[万亿]?元|[万亿]?美元|[万亿]|[^\d\s,，。；]{1,4})?(?:左右|以上|以下)?"
)
_MARK = re.compile(r"[/／\-—–…*√×○●☆★无]{1,6}")
_TOTAL = re.compile(
    r"(?:全[省市区县]|本级)?(?:合|总|小|累)\s{0,4}计[::]?(?:[(（][^()（）]{1,12}[)）])?"
)
# How far a task has come, in the words of a column for nothing else: no office, and no task.
_STATUS = re.compile(
    r"(?:已经?|提前|基本|全[部面]|如期|按[期时]|超额|圆满|尚?未|正常|顺利)++"
    r"(?:完成|完工|办结|竣工|推进|开展|进行|实施|达标)(?:了?(?:年度|全年|年初|既定)?(?:目标|任务|计划)*+)?"
    r"|(?:已?达到?|低于|快于|超过?|滞后|按照?)?(?:序时|时序)(?:进度)?(?:推进|完成|进行)?"
    r"|完工|竣工|办结|在建|已?(?:完工|竣工|建成|投用|销号)(?:投用|验收|交付)?"
    r"|按照?(?:计划|进度|节点)(?:有序)?推进|(?:正在|持续|有序|加快|稳步)推进中?|[推跟]进中|进[展度]滞后|是|否"
)
# "1-1", "A-03", "ZD12": a serial number of two levels or with letters, or a range of numbers.
_CODE = re.compile(r"(?:\d{1,2}[-—–]|[A-Z]{1,4}[-—–]?)\d{1,4}(?:[-—–]\d{1,3})?")
_MEASURE = re.compile(
    r"[%％‰]|个?百分点|[十百千万亿]{0,2}(?:元|美元|人|户|家|个|件|项|吨|台|辆|亩|套|公里|千米|米|平方米|平方公里|"
    r"立方米|方|千瓦时|千瓦|人次|公顷|标准煤|吨标准煤|床|张|所|座|处|天|次|篇|幢|宗|批)(?:/.{1,5})?"
)
_BRACKETED = re.compile(r"[(（][^()（）]{0,60}[)）]")
_SEPARATORS = re.compile(r"[、,，;；/\s]+")
_SENTENCE_MARKS = re.compile(r"[。；;！!？?，,“”《》：:]")
_UNIT_ENDING = re.compile(
    r"(?:(?<![\d万千百])[局办委部院厅署处科所站队社校园镇乡县区市府会联行团厂]|中心|集团|街道|公司|单位|部门|平台|"
    r"指挥部|办公室|科室|专班|机关|大队|支队|分行|银行|医院|学校|法院|基地|场馆|[镇乡]街|村居?|社区|等)$"
)
# A phrase that begins with one of these says what is done, even when it ends like a unit's name
# ("启用区社会治理中心").
_VERB = re.compile(
    r"推[进动行广]|建[设成立强](?!局|厅|委|部)|建(?![设成立强管委投筑工行])|新[建增设]|改建|扩建|续建|启[用动]|投用|开[展工办竣通]|完[成善]|实[施现]|加[快强大]|"
    r"深化|打[造响好]|做[好强优大]|持续|积极|强化|优化|提[升高]|落实|争[创取]|力争|确保|制[定订]|组织(?!部|处|科)|支持|引[进导]|"
    r"培育|健全|构建|创[建新]|扎实|全[面力]|大力|稳步|有序|加大|举办|筹[建备]|探索|编制|出台|已|正在|正|拟|计划|由"
)
_HAN_NAME = re.compile(r"[一-鿿]{2,4}|[一-鿿]{2,6}·[一-鿿]{2,6}")
_OFFICE = re.compile(r"(?:区长|县长|市长|镇长|主任|书记|部长|常委|局长|主席|政委|同志)$")
_SURNAMES = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎"
    "余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
    "庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟卜"
    "詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉"
    "饶刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖"
    "糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗应台巫鞠僧桑荆谌银扬明沙薄伏岑习胥保和蔺储娜"
    "邝骆麦佘阚蒲缪荀宓郗逄亓仝闫付肖尚寇禹滕庹綦桓尧漆粟裘郦阙戢谯芮矫逯楼"
)
# Words that begin like a surname.
_NO_NAME = re.compile(
    "任务|项目|时[间序限]|成[效果立功]|计划|方[案便]|安[全置排]|常态化?|金融|高[效新铁]|高质量|高标准|高水平|"
    "全[面部年力]|文[化明旅]|商[务业贸]|司法|应[急用]|强化|明[确年]|和谐|向好|保[障持护密]|水利|石油|温度|习惯|景区|"
    "边界|车辆|房[屋产]|池塘|单独|宣传|平稳|包括|双创|马上|万[元人户]|卫[生健]|段落|管[理护]|路[灯网]|康[养复]|林业|"
    "雷达|江河|连续|解决|付[款清费]|尚[未可有]|楼[宇房栋盘]"
)
_COMPOUND_SURNAMES = (
    "欧阳",
    "上官",
    "司马",
    "诸葛",
    "夏侯",
    "皇甫",
    "尉迟",
    "公孙",
    "慕容",
    "司徒",
)

_ROLE_NAMES: tuple[tuple[Role, re.Pattern[str]], ...] = (
    ("serial", re.compile(SERIAL)),
    ("support_unit", re.compile(r".*(?:配合|协助|协办|参与|协同).*")),
    ("leader", re.compile(r".*(?:领导|负责人|责任人|联系人|牵头人|组长)")),
    (
        "lead_unit",
        re.compile(
            r".*(?:牵头|责任|主办|承办|实施|落实|主管|负责).*|.+(?:单位|部门|主体)|部门|镇街"
        ),
    ),
    (
        "progress",
        re.compile(
            r".*(?:进展|进度|完成|落实|推进|执行|办理|成效|实际).*|.*(?:季度|半年|月[份底末]?)情况"
        ),
    ),
)
_NOT_PROGRESS = re.compile(r".*(?:时限|期限|时间|日期)")
_NOT_LEAD = re.compile(r"计量单位|.*(?:措施|任务|内容|情况|时间|时限|目标|项目|清单|事项)")
_PLAIN_TEXT_NAME = re.compile(r".*(?:备注|说明|时间|时限|期限|地点|电话|问题|下一步)")
_WORDED_NAME = re.compile(r".*(?:内容|任务|事项|举措|措施|要求|目标)")

# How well a cell of each kind fits a column of each role; what is not listed scores -1.
_FIT: dict[Role, dict[CellKind, float]] = {
    "serial": {"serial": 2.0, "code": 2.0, "total": 0.2},
    "group": {"label": 1.0, "sentence": 0.2, "unit": 0.2, "person": 0.2, "total": 1.0},
    "task": {"sentence": 1.0, "label": 0.6, "status": 0.2, "unit": 0.0, "total": 0.6},
    "leader": {"person": 1.2, "label": -0.2, "mark": 0.4, "sentence": -2.0},
    "lead_unit": {
        "unit": 1.0, "label": 0.2, "mark": 0.5, "person": -0.3, "sentence": -1.5, "status": -1.5,
    },
    "support_unit": {
        "unit": 1.0, "label": 0.2, "mark": 0.8, "person": -0.3, "sentence": -1.5, "status": -1.5,
    },
    "progress": {
        "sentence": 1.0, "status": 1.2, "label": 0.6, "number": 0.6, "serial": 0.1, "code": 0.1,
        "mark": 0.5, "unit": -0.4, "person": -0.2,
    },
    "number": {
        "number": 1.0, "serial": 1.0, "code": 0.8, "mark": 0.6, "label": -0.4, "status": -0.4,
        "measure": -0.6,
    },
    "measure": {"measure": 1.2, "mark": 0.4, "label": 0.0},
    "text": {
        "label": 0.5, "status": 0.5, "sentence": 0.4, "unit": 0.4, "person": 0.4, "mark": 0.4,
        "number": 0.2, "serial": 0.1, "code": 0.1, "measure": 0.2, "total": 0.3,
    },
}  # fmt: skip


def squeeze(text: str) -> str:
    """Drop all white space, so that "序 号" and "序号" are one name.

    >>> squeeze("序 号")
    '序号'
    """
    return "".join(text.split())


def is_label(text: str) -> bool:
    """Tell a short phrase without punctuation, as headings in cells are.

    >>> is_label("大力提升源头创新能力"), is_label("全年盘活低效用地2000亩。")
    (True, False)
    """
    return 1 < len(text) <= 24 and _SENTENCE_MARKS.search(text) is None


def is_person(text: str) -> bool:
    """Tell one or more names of persons, parted by blanks or 、.

    >>> is_person("徐进 马于惠"), is_person("李　俊"), is_person("推进中"), is_person("区商务局")
    (True, True, False, False)
    """
    if len(text) > 60:
        return False
    parts = [_OFFICE.sub("", part) or part for part in re.split(r"[、,，;；\s]+", text) if part]
    if all(len(part) == 1 for part in parts):  # two characters set apart: "李　俊"
        parts = ["".join(parts)]
    return bool(parts) and all(_is_name(part) for part in parts)


def _is_name(part: str) -> bool:
    if not _HAN_NAME.fullmatch(part) or _NO_NAME.fullmatch(part):
        return False
    if "·" in part or part.startswith(_COMPOUND_SURNAMES):
        return True
    return len(part) <= 3 and part[0] in _SURNAMES and not _UNIT_ENDING.search(part)


def is_unit(text: str) -> bool:
    """Tell the name of an office, or a list of them.

    >>> is_unit("发改局、 人力社保局"), is_unit("启用区社会治理中心"), is_unit("电梯12部")
    (True, False, False)
    """
    if len(text) > 600 or "。" in text:
        return False
    parts = [part for part in _SEPARATORS.split(_BRACKETED.sub("", text)) if part]
    if not parts or _VERB.match(parts[0]) or any(len(part) > 40 for part in parts):
        return False
    return sum(1 for part in parts if _UNIT_ENDING.search(part)) >= 0.6 * len(parts)


@lru_cache(maxsize=8192)
def cell_kind(text: str) -> CellKind:
    """Tell what a non-empty cell is.

    >>> [cell_kind(t) for t in ("12", "5.6%", "亿元", "/", "合 计", "陶峰", "区财政局", "序时推进")]
    ['serial', 'number', 'measure', 'mark', 'total', 'person', 'unit', 'status']
    """
    if len(text) <= 40:
        for kind, pattern in _SHORT_KINDS:
            if pattern.fullmatch(text):
                return kind
        if _is_measure(text):
            return "measure"
    if _STATUS.fullmatch(text.rstrip("。;；")):
        return "status"
    if is_person(text):
        return "person"
    if is_unit(text):
        return "unit"
    return "label" if is_label(text) else "sentence"


def _is_measure(text: str) -> bool:
    """Tell a unit of measure: 年, 万标箱, 千瓦时/平方米."""
    units = [split_unit(part)[1] for part in text.split("/")]
    return len(units) <= 2 and all(unit in MEASURES or unit in COUNTERS for unit in units)


_SHORT_KINDS: tuple[tuple[CellKind, re.Pattern[str]], ...] = (
    ("serial", _SERIAL),
    ("code", _CODE),
    ("total", _TOTAL),
    ("mark", _MARK),
    ("measure", _MEASURE),
    ("number", _NUMBER),
)


def fit(role: Role, kind: CellKind) -> float:
    """Score how well a cell of ``kind`` stands under ``role``; below 0 speaks against it."""
    return _FIT[role].get(kind, -1.0)


def column_roles(names: Sequence[str], columns: Sequence[Sequence[str]]) -> tuple[Role, ...]:
    """Tell what each column is for, from its name and, where that is silent, from its cells.

    ``columns`` holds the non-empty cells of rows that fill the header cell by cell; it may be
    empty.

    >>> column_roles(("序号", "重点工作", "具体任务", "牵头领导", "牵头单位", "进展情况"), [[]] * 6)
    ('serial', 'group', 'task', 'leader', 'lead_unit', 'progress')
    """
    roles = [_role_of(squeeze(name), cells) for name, cells in zip(names, columns, strict=True)]
    officials = [i for i, role in enumerate(roles) if role in ("leader", "lead_unit", "progress")]
    before = officials[0] if officials else _first(roles, ("number", "measure"))
    texts = [
        i
        for i in range(before)
        if roles[i] == "text" and not _PLAIN_TEXT_NAME.fullmatch(squeeze(names[i]))
    ]
    for i in texts:
        roles[i] = "group"
    if officials and texts:
        worded = [i for i in texts if _WORDED_NAME.fullmatch(squeeze(names[i]))]
        if not worded and _leads_to_task(names, roles, before):
            texts = [before + 1]  # 民生实事 | 分管领导 | 建设内容: groups, who leads each, tasks
        roles[(worded or texts)[-1]] = "task"
    return tuple(roles)


def _leads_to_task(names: Sequence[str], roles: Sequence[Role], leader: int) -> bool:
    """Tell a column of leaders that has the tasks right behind it."""
    behind = leader + 1
    if roles[leader] != "leader" or behind == len(roles) or roles[behind] != "text":
        return False
    return re.fullmatch(r".*(?:内容|任务|事项)", squeeze(names[behind])) is not None


def _first(roles: Sequence[Role], wanted: tuple[Role, ...]) -> int:
    """Index of the first column with a wanted role; 0, which no column precedes, without."""
    return next((i for i, role in enumerate(roles) if role in wanted), 0)


def _role_of(name: str, cells: Sequence[str]) -> Role:
    kinds = Counter(cell_kind(cell) for cell in cells[:200])
    numeric = (
        kinds["number"] + kinds["serial"] + kinds["code"] + kinds["mark"] > 0.6 * kinds.total() > 0
    )
    for role, pattern in _ROLE_NAMES:
        if not pattern.fullmatch(name):
            continue
        if role == "lead_unit" and _NOT_LEAD.fullmatch(name):
            continue
        if role == "progress" and _NOT_PROGRESS.fullmatch(name):
            continue
        return "number" if role == "progress" and numeric else role
    if kinds["measure"] > 0.5 * kinds.total() or (name == "单位" and not kinds["unit"]):
        return "measure"
    if kinds["unit"] > 0.7 * kinds.total() and name == "单位":
        return "lead_unit"
    return "number" if numeric else "text"
