"""Units of measure and counting words of Chinese reports, their families and factors.

``COUNTERS`` and ``MEASURES`` map a unit to a regular expression of what must *not* follow it,
because the characters then begin a word: 30家庭医生 holds no 30家, 4万人才 no 4万人.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

SCALES = {
    "万亿": 10**12,
    "千亿": 10**11,
    "百亿": 10**10,
    "亿": 10**8,
    "千万": 10**7,
    "百万": 10**6,
    "万": 10**4,
}

_WORD = r"[\u4e00-\u9fff]"

COUNTERS = {
    "个": "人所得|性|体|别|百分点|千分点|月|工作日|小时",
    "家": "庭|长(?!者)|具|居|电|政|禽|畜|园|乡",
    "所": "有|在|以|得|需|谓|属",
    "项": "目",
    "大项": "目",
    "小项": "目",
    "条": "件|例|款|块",
    "座": "谈|位",
    "处": "理|置|级|罚|长|于|在|方",
    "件": "次",
    "件次": "",
    "台": "湾|账|风|州|次|阶",
    "套": "",
    "辆": "",
    "列": "入|为|全|前|第|居|支|出|车|装|举|省|市|区|县",
    "张": "",
    "场": "馆|地|所|景|次|站|面",
    "场次": "",
    "批": "次|复|发|准|评|而",
    "批次": "",
    "次": "数|要|生|年|日|产业|全会|全体|会议|集中学",
    "宗": "旨",
    "起": "草|步|到|点|源|来",
    "幢": "",
    "栋": "",
    "间": "接|隔",
    "片": "区|面",
    "对": "口|接|外|标|于|照|应|象|话|企|比|全|重|上|下|新|老",
    "支": "持|付|出|撑|队(?!伍)|部|行|线|局|小(?!分队)",
    "艘": "",
    "架": "构|设|空",
    "枚": "",
    "块": "状",
    "本": "科|级|地|区|年|次|届|轮",
    "册": "",
    "份": "额",
    "篇": "",
    "部": "门|分|署|委|队|长|件",
    "盏": "",
    "株": "",
    "棵": "",
    "羽": "毛",
    "尾": "",
    "头": _WORD,
    "只": _WORD,
    "班": _WORD,
    "组": "织|建|成|合|团",
    "轮": "滑|动|流|次|换|疏|廓|候",
    "款": "项",
    "例": "如|会|外|行",
    "笔": "记",
    "单": _WORD,
    "票": "据",
    "宗地": "",
    "类": "似|别|型|比|P|p",
    "层": "级|次|面",
    "标段": "",
    "泊位": "",
    "床": "位",
    "孔": "",
    "趟": "",
    "班次": "",
    "架次": "",
    "车次": "",
    "户次": "",
    "户": "籍|外|均|口|型|主|用",
    "家次": "",
    "站": _WORD,
    "村": _WORD,
    "句": "",
    "字": "",
    "首": "个|次|批|创|位|要|届|期|店|发|展|家|府|都",
    "幅": "度",
    "盘": "活",
    "桶": "",
    "根": "据|本",
    "箱": "",
    "步": "行|伐|入|骤",
    "标箱": "",
    "TEU": "",
    "面": _WORD,
    "节": "能|约|日|点|水|假",
    "堂": "",
    "门": _WORD,
}

MEASURES = {
    "%": "",
    "‰": "",
    "/10万": "[元人户]",
    "个百分点": "",
    "百分点": "",
    "个千分点": "",
    "千分点": "",
    "元": "宇宙|旦|素|老|件|器",
    "人民币": "",
    "美元": "",
    "美金": "",
    "欧元": "",
    "港元": "",
    "港币": "",
    "日元": "",
    "英镑": "",
    "人次": "",
    "人（家）次": "",
    "人(家)次": "",
    "人": "才|均|民|力|工智能|居环境|文|防|行|形|机|选|员|物|生(?!病)|体(?!检)",
    "名": "校|录|优特色|单|牌|城|片|称|列|额|次|特优|品|胜|义|为",
    "位": "于|列|居|次|一体|置|数",
    "平方公里": "",
    "平方千米": "",
    "平方米": "",
    "平米": "",
    "平方": "",
    "公顷": "",
    "立方米": "",
    "立方": "",
    "㎡": "",
    "m²": "",
    "m2": "",
    "m³": "",
    "m3": "",
    "km²": "",
    "km2": "",
    "km": "[A-Za-z]",
    "方": "面|便|案|式|向|针|位|阵|可|能|法|略|圆|协|责",
    "亩": "均|产",
    "公里": "",
    "千米": "",
    "里程": "",
    "米": "兰|奇",
    "毫米": "",
    "厘米": "",
    "吨标准煤": "",
    "吨标煤": "",
    "吨公里": "",
    "人公里": "",
    "吨": "",
    "公斤": "",
    "千克": "",
    "kg": "[A-Za-z]",
    "斤": "",
    "毫克": "",
    "微克": "",
    "克": "服|难|己",
    "千瓦时": "",
    "千瓦": "",
    "兆瓦时": "",
    "兆瓦": "",
    "吉瓦时": "",
    "吉瓦": "",
    "kWh": "[A-Za-z]",
    "kW": "[A-Za-z]",
    "MWh": "[A-Za-z]",
    "MW": "[A-Za-z]",
    "GWh": "[A-Za-z]",
    "GW": "[A-Za-z]",
    "度": _WORD,
    "升": _WORD,
    "小时": "",
    "分钟": "",
    "秒": "",
    "个工作日": "",
    "工作日": "",
    "天": "津|然|目|台|堂|空|府|文|网|河|气|使|地|桥|际",
    "个月": "",
    "年": "产|度|均|报|级|轻|龄|内|初|末|底|代|会|货|画|检|终",
    "周岁": "",
    "岁": "",
    "周": "年|边|末|期|转|密|围|岁",
    "倍": "差|数|增",
    "分": "别|局|管|之|公司|类|布|级|为|析|享|工|层|批|散|区|院|站|中心|行|钟|支|成|期"
    "|解|队|红|会|配|段|发|拣|流",
    "PB": "[A-Za-z]",
    "TB": "[A-Za-z]",
    "GB": "[A-Za-z]",
    "PFlops": "",
    "PFLOPS": "",
    "P": "[A-Za-z0-9]|企业|平台|网[贷络]|借贷",
    "EFlops": "",
    "EFLOPS": "",
    "分贝": "",
    "℃": "",
    "°C": "",
    "°c": "",
    "摄氏度": "",
}

# Patterns of the units, the longest first, and of what may scale them.
RATES = frozenset({"%", "‰", "/10万", "百分点"})  # families of units
SCALE = "|".join(sorted(SCALES, key=len, reverse=True))
BASE_UNIT = "|".join(
    re.escape(name) + (f"(?!{follow})" if follow else "")
    for name, follow in sorted(
        {**COUNTERS, **MEASURES}.items(), key=lambda unit: len(unit[0]), reverse=True
    )
)

# unit -> (factor to the base of its family, base)
_BASES: dict[str, tuple[Decimal, str]] = {
    unit: (Decimal(factor), family)
    for family, members in {
        "元": {"元": "1", "人民币": "1"},
        "美元": {"美元": "1", "美金": "1"},
        "港元": {"港元": "1", "港币": "1"},
        "%": {"%": "1", "成": "10"},
        "百分点": {"个百分点": "1", "百分点": "1", "个千分点": "0.1", "千分点": "0.1"},
        "人": {"人": "1", "名": "1", "位": "1"},
        "人次": {"人次": "1", "人（家）次": "1", "人(家)次": "1"},
        "平方米": {
            "平方米": "1",
            "平米": "1",
            "平方": "1",
            "方": "1",
            "㎡": "1",
            "m²": "1",
            "m2": "1",
            "公顷": "10000",
            "平方公里": "1000000",
            "平方千米": "1000000",
            "km²": "1000000",
            "km2": "1000000",
        },
        "立方米": {"立方米": "1", "立方": "1", "m³": "1", "m3": "1"},
        "公里": {"公里": "1", "千米": "1", "km": "1", "米": "0.001", "厘米": "0.00001"},
        "吨": {"吨": "1", "公斤": "0.001", "千克": "0.001", "kg": "0.001", "斤": "0.0005"},
        "吨标准煤": {"吨标准煤": "1", "吨标煤": "1"},
        "千瓦时": {
            "千瓦时": "1",
            "度": "1",
            "kWh": "1",
            "兆瓦时": "1000",
            "MWh": "1000",
            "吉瓦时": "1000000",
            "GWh": "1000000",
        },
        "千瓦": {
            "千瓦": "1",
            "kW": "1",
            "兆瓦": "1000",
            "MW": "1000",
            "吉瓦": "1000000",
            "GW": "1000000",
        },
        "PFlops": {"PFlops": "1", "PFLOPS": "1", "P": "1", "EFlops": "1000", "EFLOPS": "1000"},
        "分钟": {"分钟": "1", "小时": "60", "秒": "0.0166666667"},
        "工作日": {"工作日": "1", "个工作日": "1"},
        "岁": {"岁": "1", "周岁": "1"},
        "℃": {"℃": "1", "°C": "1", "°c": "1", "摄氏度": "1"},
    }.items()
    for unit, factor in members.items()
}

# Counting words that count the same things under another name.
_SAME_COUNTER = {
    "部": "台",
    "场次": "场",
    "批次": "批",
    "栋": "幢",
    "宗地": "宗",
    "件次": "件",
    "床": "张",
}


@lru_cache(maxsize=1024)
def split_unit(unit: str) -> tuple[Decimal, str]:
    """The factor of a unit and the base of its family.

    >>> split_unit("亿元"), split_unit("万方"), split_unit("人(家)次")
    ((Decimal('100000000'), '元'), (Decimal('10000'), '平方米'), (Decimal('1'), '人次'))
    """
    factor = Decimal(1)
    name = unit.strip()
    for scale in sorted(SCALES, key=len, reverse=True):
        if name.startswith(scale):
            factor, name = Decimal(SCALES[scale]), name.removeprefix(scale)
            break
    member = _BASES.get(name)
    if member is not None:
        return factor * member[0], member[1]
    return factor, _SAME_COUNTER.get(name, name)


def unit_family(unit: str) -> str:
    """The family of a unit: 元, 美元, %, 百分点, 人, 平方米 …, 个 for whatever counts things.

    >>> unit_family("亿元"), unit_family("万名"), unit_family("家"), unit_family("万")
    ('元', '人', '个', '')
    """
    name = split_unit(unit)[1]
    return "个" if name in COUNTERS or name in _SAME_COUNTER.values() else name


def comparable(unit_a: str, unit_b: str) -> bool:
    """Whether values in two units can stand side by side.

    A bare scale ("163亿") goes with every unit but a rate's; of counting words only 个 stands for
    another.

    >>> comparable("亿元", "万元"), comparable("亿", "亿元"), comparable("亿元", "亿美元")
    (True, True, False)
    >>> comparable("所", "个"), comparable("所", "条"), comparable("%", "‰"), comparable("%", "亿")
    (True, False, True, False)
    >>> comparable("户", "个"), comparable("份", "个")
    (False, False)
    """
    if {unit_a, unit_b} & set(SCALES):
        return not {unit_a, unit_b} & {"%", "‰"}
    a, b = split_unit(unit_a)[1], split_unit(unit_b)[1]
    if a == b or {a, b} == {"%", "‰"}:
        return True
    if {a, b} in ({"", "%"}, {"", "‰"}):
        # 九成 and 百分之五 carry their share in the number.
        return True
    family = unit_family(unit_a) == unit_family(unit_b) == "个"
    # Neither households nor papers are things that stand somewhere.
    return family and "个" in (a, b) and not {"户", "份"} & {a, b}
