"""Figures with units: found as they stand, names and dates left alone, compared by amount."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.language.quantities import (
    base,
    comparable,
    find_quantities,
    parse_number,
    same_quantity,
    unit_family,
)

SEEDS = sorted((Path(__file__).parents[3] / "seeds").glob("*.txt"))
FIGURE_TEXT = st.text(
    alphabet="0123456789０９.,．，%％‰-—~至万亿千百元个人名家第一二十九前成点余多超近以上下降"
    "、。“”（）()\n 年月日G+",
    max_size=60,
)


def found(text: str) -> list[tuple[str, str, str, str]]:
    return [(q.value_text, q.unit, q.qualifier, q.sign) for q in find_quantities(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Lines of the five seeds.
        (
            "农村居民人均可支配收入达57525元、增长6.3%,城乡收入倍差缩小至1.43,全市第一",
            [
                ("57525", "元", "", ""),
                ("6.3", "%", "", ""),
                ("1.43", "", "", ""),
                ("第一", "", "", ""),
            ],
        ),
        ("带动汽车、美妆等销售近50亿元", [("50", "亿元", "近", "")]),
        ("累计回迁安置超1.1万户", [("1.1", "万户", "超", "")]),
        ("签约家庭医生35万余人", [("35", "万人", "余", "")]),
        ("货物出口总额占全国比重2.70‰", [("2.70", "‰", "", "")]),
        ("1435家规上企业复产率达九成", [("1435", "家", "", ""), ("九成", "", "", "")]),
        (
            "国家高企 110 家、省科技型中小企业 180 家",
            [("110", "家", "", ""), ("180", "家", "", "")],
        ),
        ("增速-6.5%", [("-6.5", "%", "", "-")]),
        ("分别同比下降15.89%、3.05%", [("15.89", "%", "", "-"), ("3.05", "%", "", "-")]),
        ("筹集保障性租赁住房不少于1000套(间)", [("1000", "套", "不少于", "")]),
        ("出让经营性用地16宗683亩", [("16", "宗", "", ""), ("683", "亩", "", "")]),
        ("高新区排名进入全国前80", [("前80", "", "", "")]),
        ("力争省测核心指标进入全省前20%", [("20", "%", "前", "")]),
        ("开展线下宣传六百余场", [("六百", "场", "余", "")]),
        ("基金规模超百亿元", [("百", "亿元", "超", "")]),
        ("13.55亿美元（97亿人民币）", [("13.55", "亿美元", "", ""), ("97", "亿人民币", "", "")]),
        ("作业频次提升至8-10次", [("8-10", "次", "", "")]),
        ("审批验收“最多80天”", [("80", "天", "最多", "")]),
        # Other documents.
        ("总额为 18. 08 亿元", [("18.08", "亿元", "", "")]),
        ("总额为163.\n4亿元", [("163.4", "亿元", "", "")]),
        ("完成1,234.5万元", [("1,234.5", "万元", "", "")]),
        ("增长１２．５％", [("12.5", "%", "", "")]),
        ("百分之八十五的村", [("百分之八十五", "", "", "")]),
        ("两成五的企业", [("两成五", "", "", "")]),
        ("新开工保障房三千套", [("三千", "套", "", "")]),
        ("增长5%-7%左右", [("5%-7", "%", "左右", "")]),
        ("PM2.5平均浓度为31微克/立方米", [("31", "微克/立方米", "", "")]),
        ("降至4家", [("4", "家", "", "")]),
    ],
)
def test_a_figure_is_found_as_it_stands(
    text: str, expected: list[tuple[str, str, str, str]]
) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "“152”工程、“153”行动、“1+6+X”、“66条”、“八八战略”",
        "G60科创走廊、S211头蓬快速路、104国道、A320飞机、C919、PM2.5、5G、3A、2#站",
        "2023年1-11月、5月7日、11月22-23日、2023-2025年、2021-07-13 16:01:23",
        "《数字经济三年行动计划(2023-2025)》",
        "1.工业经济稳中有进。2.服务业提质增效。(一)坚持",
        "建党100周年、30周年",
        "打造“15分钟健身圈”",
        "政务服务2.0省级试点",
        "恢复地铁3、4、5、10号线",
        "前三季度、前11个月、第三产业、第一批、第二轮",
        "一个、一批、三年行动、三位一体、百家名企、亿元楼宇",
        "中国民营企业500强",
        "元宇宙、家庭医生、人才",
        "00250027-9/2021-16597",
        "一二三产融合",
    ],
)
def test_names_dates_and_numbering_are_no_figures(text: str) -> None:
    assert found(text) == []


def test_a_figure_does_not_run_into_the_next_line_of_a_table_of_one_cell_a_line() -> None:
    assert found("163\n家庭医生") == []
    assert [q.text for q in find_quantities("18.08\n亿元")] == ["18.08\n亿元"]


def test_the_unit_ends_where_a_word_begins() -> None:
    assert [q.unit for q in find_quantities("引进4万人才,97亿人民币,30家庭")] == ["万", "亿人民币"]


@pytest.mark.parametrize("path", SEEDS, ids=lambda p: p.name[:3])
def test_spans_reproduce_the_text_of_every_seed(path: Path) -> None:
    text = path.read_text("utf-8")
    for quantity in find_quantities(text):
        assert text[quantity.start : quantity.end] == quantity.text
    assert [q.start for q in find_quantities(text[:500], 70)] == [
        q.start + 70 for q in find_quantities(text[:500])
    ]


@given(FIGURE_TEXT)
def test_any_text_gives_ordered_spans_that_hold_the_number(text: str) -> None:
    end = 0
    for quantity in find_quantities(text):
        assert end <= quantity.start < quantity.end
        assert text[quantity.start : quantity.end] == quantity.text
        end = quantity.end
        base(quantity)
        assert same_quantity(quantity, quantity)


@given(
    st.decimals(min_value=0, max_value=10**6, places=2), st.sampled_from(["亿元", "%", "家", "亩"])
)
def test_a_written_amount_is_read_back(value: Decimal, unit: str) -> None:
    (quantity,) = find_quantities(f"达{value}{unit}")
    assert (quantity.value, quantity.unit) == (value, unit)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("一百二十", 120),
        ("三千零五", 3005),
        ("十", 10),
        ("二〇二三", 2023),
        ("三点五", Decimal("3.5")),
    ],
)
def test_chinese_numerals_have_values(text: str, value: Decimal | int) -> None:
    assert parse_number(text) == value


@pytest.mark.parametrize("text", ["", "亿", "点", "abc", "1.2.3"])
def test_what_is_no_numeral_has_no_value(text: str) -> None:
    assert parse_number(text) is None


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("3.6万名", "36000人", True),
        ("1.5万亩", "15000亩", True),
        ("复产率达九成", "复产率90%", True),
        ("2.70‰", "0.27%", True),
        ("下降6.5%", "增速-6.5%", True),
        ("下降6.5%", "增长6.5%", False),
        ("6.5%", "8.1%", False),
        ("1个百分点", "1%", False),
        ("163.4亿", "163.4亿元", True),
        ("11亿元", "11亿美元", False),
        ("5所", "5个", True),
        ("5所", "5条", False),
        ("25万方", "25万平方米", True),
        ("位列全市第一", "位列全市第2", False),
        ("增长5%-7%", "增长5%", False),
        ("排名第3", "3家", False),
    ],
)
def test_amounts_are_compared_with_their_units(left: str, right: str, same: bool) -> None:
    (a,), (b,) = find_quantities(left), find_quantities(right)
    assert same_quantity(a, b) is same
    assert same_quantity(b, a) is same


def test_a_bare_number_of_people_is_not_an_amount_of_money() -> None:
    assert comparable("万人", "人次") is False
    assert unit_family("万名") == unit_family("人") == "人"
    assert unit_family("㎡") == unit_family("公顷") == "平方米"


def test_the_parts_of_a_whole_are_no_figures() -> None:
    text = "三次产业结构由上年的11.2：39.5：49.3调整为10.9：40.0：49.1。"
    assert not find_quantities(text)
