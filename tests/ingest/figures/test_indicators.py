"""Indicators: every stated figure with its district, period, kind and name, and nothing else."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.lexicon.indicators import load_indicators
from assistant.schema import Document, Indicator
from ingest.figures.canonical_names import canonical_name
from ingest.figures.carry import Scope
from ingest.figures.figures import Figure, read_figures
from ingest.readers.formats import Extracted
from ingest.understanding import understand

ROOT = Path(__file__).parents[3]
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
TRUTH = ROOT / "tests" / "golden" / "truth" / "indicators.jsonl"
RESULTS = Scope("2023", "actual", "2023", district="余杭区", district_full="浙江省杭州市余杭区")
PLANS = Scope("2024", "target", "2024", district="余杭区", district_full="浙江省杭州市余杭区")

Key = tuple[str, str, str, str, str]


@cache
def document(path: Path) -> Document:
    return read(path.read_bytes().decode("utf-8"), path.name)


def read(text: str, source: str = "x.txt") -> Document:
    return understand(Extracted(source, text, (), "0" * 64, "txt"))


def figures(text: str, scope: Scope = RESULTS) -> list[Figure]:
    return read_figures(text, scope, load_indicators())


def told(text: str, scope: Scope = RESULTS) -> list[tuple[str, str, str]]:
    return [(f.name, f.quantity.value_text, f.quantity.unit) for f in figures(text, scope)]


def test_a_part_in_brackets_is_named_as_a_part() -> None:
    found = told("房地产投资完成90.5亿元(含土地款68.8亿元)。")
    assert found[-1] == ("房地产投资(其中土地款)", "68.8", "亿元")


def test_parts_are_named_by_what_became_of_them() -> None:
    found = told("形成改革案例47项,其中3项在全国复制推广、18项在全省复制推广;开工120个项目。")
    assert [name for name, *_ in found[1:3]] == [
        "在全国复制推广的形成改革案例",
        "在全省复制推广的形成改革案例",
    ]
    assert found[3] == ("开工项目", "120", "个")
    assert told("纳入规划的120个重大项目中已开工84个、完工29个。")[1][0] == "开工重大项目"


def test_what_is_done_to_things_goes_on_with_no_verb_of_a_list() -> None:
    names = [name for name, *_ in told("新增公共停车泊位940个，既有住宅加装电梯37部。")]
    assert names == ["新增公共停车泊位", "既有住宅加装电梯"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "通信设备制造业增加值增长13%,医药制造业增长9%,汽车制造业下降3%。",
            ["通信设备制造业增加值", "医药制造业增加值", "汽车制造业增加值"],
        ),
        ("第一产业投资增长3%,第二产业增长12%。", ["第一产业投资", "第二产业投资"]),
        (
            "在第三产业中,零售业实现增加值48亿元,增长0.4%;住宿业5亿元;金融业36亿元,增长4%。",
            ["零售业增加值", "零售业增加值", "住宿业增加值", "金融业增加值", "金融业增加值"],
        ),
        ("住宿业增加值5亿元;新增制造业36亿元。", ["住宿业增加值", "新增制造业"]),
        ("一般公共预算收支分别完成4亿元、20亿元。", ["一般公共预算收入", "一般公共预算支出"]),
        (
            "失业率3.3%;居民消费价格指数同比持平(100),全省排第4位。",
            ["失业率", "居民消费价格指数"],
        ),
        ("固定资产投资增长7%,其中第二产业增长21%。", ["固定资产投资", "第二产业投资"]),
        ("住宿业营业额增长2%,餐饮业增长8%。", ["住宿业营业额", "餐饮业营业额"]),
        ("规上工业增加值增长5%,就业增长3%。", ["规上工业增加值", "就业"]),
        ("规上工业增加值增长7%,其中9月当月增长6%。", ["规上工业增加值", "规上工业增加值"]),
    ],
)
def test_what_is_told_of_one_trade_is_told_of_those_beside_it(text: str, names: list[str]) -> None:
    assert [name for name, *_ in told(text)] == names


def test_a_task_is_counted_as_what_came_of_it() -> None:
    assert [f.indicator for f in figures("打通断头路任务3条:已完工3条。")] == ["断头路打通"] * 2


def test_progress_in_other_words_is_of_the_rows_task() -> None:
    row = replace(RESULTS, place="progress", subject="实际利用外资", subject_unit="亿美元")
    found = figures("1-6月到账4300万美元，同比下降12.4%。", row)
    assert [f.indicator for f in found] == ["实际利用外资"] * 2
    toilets = replace(RESULTS, place="progress", subject="新建、改造公厕", subject_unit="座")
    found = figures("新建3座、改造5座,共8座。", toilets)
    assert (found[-1].name, found[-1].quantity.value_text) == ("新建、改造公厕", "8")
    trade = replace(RESULTS, place="progress", subject="外贸进出口总额", subject_unit="亿美元")
    found = figures("完成8.2亿美元，其中出口5.1亿美元。", trade)
    assert [f.indicator for f in found] == ["货物进出口总额", "货物出口总额"]


def test_a_price_on_last_years_mean_is_no_mean_of_years() -> None:
    found = figures("2024年,普通水泥价格较上年平均下跌9.4%。")
    assert [f.indicator for f in found] == ["普通水泥价格"]


def test_the_year_that_is_compared_with_is_no_name() -> None:
    found = figures("地区生产总值1562亿元,比2020年的1389亿元增加173亿元,年均增长5.2%。")
    assert [f.indicator for f in found] == [
        "地区生产总值",
        "地区生产总值(比2020年)",
        "地区生产总值(年均)",
    ]


HALF = replace(RESULTS, period="2023-01/2023-06")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "投资下降5%,距离全年增长5.5%的目标有差距;社零22亿元。",
            [("target", "2023", "5.5"), ("actual", HALF.period, "22")],
        ),
        (
            "工业增加值增长3.8%,比全年目标（6.5%）低2.7个百分点;社零22亿元。",
            [("target", "2023", "6.5"), ("actual", HALF.period, "2.7")],
        ),
        (
            "新增就业6218人,完成全年任务（9000人）的69.1%。",
            [("target", "2023", "9000"), ("actual", HALF.period, "69.1")],
        ),
    ],
)
def test_a_plan_of_the_year_dates_nothing_but_itself(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    found = [(f.kind, f.period, f.quantity.value_text) for f in figures(text, HALF)]
    assert found[1:3] == expected


def test_the_parts_of_a_whole_are_of_its_year() -> None:
    found = figures("2021年安排实事24项,全部完成。其中,改造小区52个。新增绿地3亩。")
    assert [f.period[:4] for f in found] == ["2021", "2021", "2023"]


def test_a_part_behind_the_whole_is_no_second_whole() -> None:
    found = figures("新增停车泊位5360个,其中公共泊位1980个;发放贷款3亿元,其中5月贷款1亿元。")
    assert [f.indicator for f in found[:2]] == ["停车泊位", "公共停车泊位"]


def key(indicator: Indicator) -> Key:
    i = indicator
    return (i.district, i.period, i.kind, i.value, i.unit)


def pairs(name: str) -> set[str]:
    return {name[i : i + 2] for i in range(len(name) - 1)} or {name}


def likeness(left: str, right: str) -> float:
    """Dice's coefficient of the character pairs of two names."""
    a, b = pairs(left), pairs(right)
    return 2 * len(a & b) / (len(a) + len(b))


# -- against the truth made by hand ---------------------------------------------------------


def matches() -> tuple[list[dict[str, str]], list[tuple[dict[str, str], Indicator]]]:
    """The rows of the truth, and those found, each with one indicator that stands in its quote."""
    truth = [json.loads(line) for line in TRUTH.read_text("utf-8").splitlines()]
    found = []
    for path in SEEDS:
        seed = document(path)
        left = list(seed.indicators)
        for row in (r for r in truth if path.name.startswith(r["doc"])):
            wanted = (row["district"], row["period"], row["kind"], row["value"], row["unit"])
            start = seed.text.find(row["quote"])
            inside = [
                i
                for i in left
                if key(i) == wanted and start <= i.figure[0] < start + len(row["quote"])
            ]
            if start >= 0 and inside:
                best = max(
                    inside,
                    key=lambda i: max(
                        likeness(i.name, row["indicator"]), likeness(i.indicator, row["indicator"])
                    ),
                )
                left.remove(best)
                found.append((row, best))
    return truth, found


def test_the_figures_listed_by_hand_are_found_with_district_period_kind_value_and_unit() -> None:
    truth, found = matches()
    assert len(found) >= 0.98 * len(truth)


def test_they_are_named_much_as_a_person_named_them() -> None:
    _, found = matches()
    alike = [
        max(likeness(i.name, row["indicator"]), likeness(i.indicator, row["indicator"])) >= 0.4
        for row, i in found
    ]
    assert sum(alike) >= 0.95 * len(alike)


# -- properties ----------------------------------------------------------------------------


@pytest.mark.parametrize("path", SEEDS, ids=lambda p: p.name[:3])
def test_no_figure_is_invented(path: Path) -> None:
    seed = document(path)
    for indicator in seed.indicators:
        start, end = indicator.figure
        words = "".join(seed.text[start:end].split()).translate(str.maketrans("％，", "%,"))
        assert indicator.value in words
        assert not indicator.unit or indicator.unit[-1] in words
        assert indicator.start <= start < end <= indicator.end + 2
        assert indicator.name
        assert indicator.period


@pytest.mark.parametrize("path", SEEDS, ids=lambda p: p.name[:3])
def test_the_listing_of_a_seed_is_as_read_last(
    path: Path, golden: Callable[[str, str], None]
) -> None:
    seed = document(path)
    lines = []
    for i in seed.indicators:
        name = i.indicator if i.indicator == i.name else f"{i.indicator} <{i.name}>"
        figure = f"{i.qualifier}{i.value}{i.unit}"
        lines.append(
            f"{i.figure[0]:>6} {i.district} {i.period} {i.kind} {i.measure} {name}: "
            f"{figure}{' ↓' if i.direction else ''}"
        )
    golden(f"indicators/{path.name[:3]}.txt", "\n".join(lines))


WORDS = st.sampled_from(
    [
        *"1234567890.,%，。、；：（）()“” \n\t|—-",
        *["2023年", "1-11月", "截至6月底", "去年", "增长", "下降", "分别", "达", "新增", "开工"],
        *[
            "亿元",
            "万平方米",
            "个",
            "家",
            "人次",
            "个百分点",
            "第一",
            "全市",
            "预计",
            "力争",
            "确保",
        ],
        *["地区生产总值", "固定资产投资", "学校", "项目", "完成年度计划的", "其中", "占比", "以上"],
    ]
)


@given(st.lists(WORDS, max_size=40).map("".join), st.sampled_from([RESULTS, PLANS]))
@settings(deadline=None)
def test_any_text_is_read_without_error(text: str, scope: Scope) -> None:
    for figure in figures(text, scope):
        start, end = figure.clause
        assert start <= figure.quantity.start < figure.quantity.end <= len(text)
        assert figure.name
        assert figure.indicator
        assert start <= end


@pytest.mark.parametrize(
    ("unit", "stated"),
    [
        *[(unit, 0) for unit in ("1", "|", "\n", "(", "-1", "一", "新建改建", "增长", "1-2月")],
        ("新增学校1个,", 1),
        ("1所学校。", 1),
        ("增长5%、", 0),
    ],
)
def test_a_tenth_of_a_megabyte_of_one_thing_is_read_through(unit: str, stated: int) -> None:
    # A quadratic reading of this would outlast the patience of whoever runs the tests.
    count = 100_000 // len(unit)
    assert abs(len(figures(unit * count)) - count * stated) <= count // 100


# -- names ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "开工学校18所、竣工投用18所",
            [("开工学校", "18", "所"), ("竣工投用学校", "18", "所")],
        ),
        (
            "新增公共停车泊位630个,开工及续建7000个",
            [("新增公共停车泊位", "630", "个"), ("开工及续建公共停车泊位", "7000", "个")],
        ),
        (
            "农村居民人均可支配收入达57525元、增长6.3%",
            [("农村居民人均可支配收入", "57525", "元"), ("农村居民人均可支配收入", "6.3", "%")],
        ),
        (
            "规上工业增加值、工业投资分别增长5%、8%",
            [("规上工业增加值", "5", "%"), ("工业投资", "8", "%")],
        ),
        (
            "城镇、农村居民人均可支配收入分别达到76777元、48180元",
            [("城镇居民人均可支配收入", "76777", "元"), ("农村居民人均可支配收入", "48180", "元")],
        ),
        (
            "接待游客1235万人次,实现旅游收入156亿元,分别增长12.3%和15.6%",
            [
                ("接待游客", "1235", "万人次"),
                ("旅游收入", "156", "亿元"),
                ("接待游客", "12.3", "%"),
                ("旅游收入", "15.6", "%"),
            ],
        ),
        (
            "数据交易量和数据产品量均增长30%",
            [("数据交易量", "30", "%"), ("数据产品量", "30", "%")],
        ),
        (
            "统筹推进安置房建设,竣工14万平方米,交付57万平方米",
            [("安置房建设竣工", "14", "万平方米"), ("交付安置房建设", "57", "万平方米")],
        ),
        (
            "新增国家高新技术企业161家,省科技型中小企业308家",
            [("新增国家高新技术企业", "161", "家"), ("新增省科技型中小企业", "308", "家")],
        ),
        (
            "新增国家高新技术企业325家,累计达到1420家",
            [("新增国家高新技术企业", "325", "家"), ("累计国家高新技术企业", "1420", "家")],
        ),
        ("收储土地16宗683亩", [("收储土地", "16", "宗"), ("收储土地", "683", "亩")]),
        ("清退102家网贷机构", [("清退网贷机构", "102", "家")]),
        ("朝晖中学等9所公办初中入选试点校", [("公办初中入选试点校", "9", "所")]),
        ("16个“千项万亿”项目投资完成率达222.1%", [
            ("“千项万亿”项目", "16", "个"), ("“千项万亿”项目投资完成率", "222.1", "%"),
        ]),
        ("6个省重点项目完成投资17.7亿元,完成年度计划的159%", [
            ("省重点项目", "6", "个"),
            ("省重点项目完成投资", "17.7", "亿元"),
            ("省重点项目完成投资", "159", "%"),
        ]),
        ("签约项目14个,合计总投资超46亿元", [
            ("签约项目", "14", "个"), ("签约项目总投资", "46", "亿元"),
        ]),
        ("企业开办“一个环节30分钟办结”", [("企业开办", "30", "分钟")]),
        ("工业用地100%按“标准地”出让", [("工业用地按“标准地”出让", "100", "%")]),
        ("单位从20余家下降至4家", [("单位", "4", "家")]),
        (
            "生产总值由2018年的650亿元增加到912亿元",
            [("生产总值", "650", "亿元"), ("生产总值", "912", "亿元")],
        ),
        (
            "居民人均可支配收入63521元,其中城镇71260元",
            [("居民人均可支配收入", "63521", "元"), ("城镇居民人均可支配收入", "71260", "元")],
        ),
        (
            "一般公共预算收入45.6亿元,占年度预算的102.3%,增长6.5%",
            [
                ("一般公共预算收入", "45.6", "亿元"),
                ("一般公共预算收入占年度预算", "102.3", "%"),
                ("一般公共预算收入", "6.5", "%"),
            ],
        ),
        (
            "GDP增长9.1%,比上半年提高0.6个百分点",
            [("GDP", "9.1", "%"), ("GDP", "0.6", "个百分点")],
        ),
        ("GDP总量在全市13个区县中排名第5位,较上年前移1位", [("GDP总量", "第5", "")]),
        ("惠及1.2万人次", [("惠及", "1.2", "万人次")]),
        ("国家高新技术企业538家,比上年净增76家", [
            ("国家高新技术企业", "538", "家"), ("净增国家高新技术企业", "76", "家"),
        ]),
        ("市场主体净增4216户", [("净增市场主体", "4216", "户")]),
        ("地方税收28583万元,增长10.85%,增收2798万元", [
            ("地方税收", "28583", "万元"), ("地方税收", "10.85", "%"), ("地方税收", "2798", "万元"),
        ]),
        ("签约项目27个、投资规模112亿元", [
            ("签约项目", "27", "个"), ("签约项目投资规模", "112", "亿元"),
        ]),
        ("国家级非物质文化遗产3项,省级9项", [
            ("国家级非物质文化遗产", "3", "项"), ("省级非物质文化遗产", "9", "项"),
        ]),
        ("各级各类学校(不含幼儿园)172所,在校学生17.8万人", [
            ("各级各类学校(不含幼儿园)", "172", "所"), ("在校学生", "17.8", "万人"),
        ]),
        ("34个大类行业中有21个行业实现增长", [
            ("大类行业", "34", "个"), ("行业实现增长", "21", "个"),
        ]),
        ("限额以上单位通过公共网络实现的商品零售额18.77亿元", [
            ("限额以上单位通过公共网络实现的商品零售额", "18.77", "亿元"),
        ]),
        ("东关国际商贸城实现市场交易额712亿元", [("东关国际商贸城实现市场交易额", "712", "亿元")]),
        ("群众满意度94.6分,较2023年提高1.1分,其中养老类得分最高,为96.8分", [
            ("群众满意度", "94.6", "分"), ("群众满意度", "1.1", "分"),
            ("养老类得分最高", "96.8", "分"),
        ]),
        ("新建高标准农田2.4万亩,粮食总产稳定在21万吨", [
            ("新建高标准农田", "2.4", "万亩"), ("粮食总产", "21", "万吨"),
        ]),
        ("有6项没有完成年初目标", [("没有完成年初目标", "6", "项")]),
        ("公路货物周转量118.6亿吨公里", [("公路货物周转量", "118.6", "亿吨公里")]),
    ],
)  # fmt: skip
def test_what_a_clause_leaves_out_is_carried_over(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("签约10亿元以上项目20个", ["20"]),
        ("新引进35周岁以下大学生3.6万名", ["3.6"]),
        ("打造15分钟品质文化生活圈67个", ["67"]),
        ("推出24小时不打烊街区", []),
        ("实现5年以上在外过渡农户清零", []),
        ("全市实现地区生产总值2.01万亿元,增长5.6%", []),
        ("我区GDP增长3%;全市GDP达2万亿元,增长5%;我区出口增长1%", ["3", "1"]),
        ("发挥2个省级创新发展区引领作用", []),
        ("编制三张清单,推进八个方面任务", []),
        ("制造业投资增速74.0%（全省8.3%）", ["74.0"]),
        ("在46个小区,建成厢房38个", ["38"]),
        ("建设家庭养老床位380张,为2.6万名65岁以上老人提供免费体检", ["380"]),
    ],
)
def test_numbers_that_describe_and_figures_of_others_are_left_out(
    text: str, values: list[str]
) -> None:
    assert [f.quantity.value_text for f in figures(text)] == values


@pytest.mark.parametrize(
    ("text", "indicator", "measure"),
    [
        ("全年实现GDP同比增长4.2%", "地区生产总值", "growth"),
        ("1-5月实现社零282.65亿元", "社会消费品零售总额", "level"),
        ("全社会R&D经费投入强度达5.16%", "研发投入强度", "intensity"),
        ("服务业增加值占GDP比重提高1个百分点", "服务业增加值占GDP比重", "growth"),
        ("GDP两年平均增长6.3%", "地区生产总值(两年平均)", "growth"),
        ("GDP比2019年增长13.1%", "地区生产总值(比2019年)", "growth"),
        ("人口自然增长率-1.2‰", "人口自然增长率", "share"),
        ("普惠率96.93%", "普惠性幼儿园覆盖率", "share"),
        ("经开区保持全国第九", "经开区(全国排名)", "rank"),
        ("常住人口比上年末增加2.3万人", "常住人口", "change"),
        ("每万人发明专利拥有量85件", "每万人发明专利拥有量", "intensity"),
        ("财政总收入856.21亿元", "财政总收入", "level"),
        ("地方一般公共预算收入（同口径）30161万元", "一般公共预算收入(同口径)", "level"),
        ("地方一般公共预算收入（自然口径）28583万元", "一般公共预算收入", "level"),
        ("固定资产投资（不含农户）比上年增长6.1%", "固定资产投资", "growth"),
        ("住宅销售面积189.2万平方米", "住宅销售面积", "level"),
        ("公共图书馆藏书102.7万册", "公共图书馆藏书", "count"),
        ("电诈案件受案数1413起", "电信网络诈骗案件", "count"),
        ("城市更新完成目标任务18件", "城市更新完成目标任务", "count"),
    ],
)
def test_a_figure_has_its_canonical_name_and_its_measure(
    text: str, indicator: str, measure: str
) -> None:
    (figure,) = figures(text)
    assert (figure.indicator, figure.measure) == (indicator, measure)


def test_a_change_of_growth_is_no_growth() -> None:
    _, faster, above = figures("GDP增长9.1%,比上半年提高0.6个百分点,高于全省2.3个百分点")
    assert (faster.indicator, faster.measure) == ("地区生产总值增速变化", "change")
    assert above.indicator == "地区生产总值(高于)"


def test_a_term_inside_a_longer_name_is_another_indicator() -> None:
    lexicon = load_indicators()
    assert canonical_name("新增国家高新技术企业", lexicon) == "国家高新技术企业"
    assert canonical_name("地区生产总值能耗标兵企业", lexicon) is None


# -- when, and whether it is planned ----------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "scope", "expected"),
    [
        ("1-9月,实现社零512亿元,同比增长7.2%", RESULTS, [("2023-01/2023-09", "actual")] * 2),
        (
            "较上年提速80%",
            Scope("2023", "actual", "2023", subject="光伏并网"),
            [("2023", "actual")],
        ),
        ("“十三五”期间,GDP年均增长6.7%", RESULTS, [("2016/2020", "actual")]),
        ("预计完成投资161亿元;产业投资32.6亿元", RESULTS, [("2023", "estimate")] * 2),
        ("到2025年,生产总值突破2000亿元", RESULTS, [("2025", "target")]),
        (
            "地区生产总值增长5.5%,确保空气优良率达80%",
            PLANS,
            [("2024", "target"), ("2024", "floor")],
        ),
        ("2023年完成固定资产投资480亿元", PLANS, [("2023", "actual")]),
        ("截至目前,1435家规上企业复产", PLANS, [("2024", "actual")]),
        ("11月累计完成技术交易额48219万元", RESULTS, [("2023-01/2023-11", "actual")]),
        ("12月7日举办活动3场", RESULTS, [("2023", "actual")]),
    ],
)
def test_the_clause_tells_when_and_whether_it_is_planned(
    text: str, scope: Scope, expected: list[tuple[str, str]]
) -> None:
    assert [(f.period, f.kind) for f in figures(text, scope)] == expected


def test_another_place_in_front_of_a_figure_takes_it_with_what_follows() -> None:
    text = "萧山区GDP达2200亿元,增长5.1%;余杭区GDP达2936亿元"
    assert [(f.district, f.name) for f in figures(text)] == [
        ("萧山区", "GDP"),
        ("萧山区", "GDP"),
        ("", "GDP"),
    ]


def test_an_ordinary_word_in_front_of_a_figure_is_no_place() -> None:
    assert [f.district for f in figures("全年城区空气质量优良天数272天,增加29天")] == ["", ""]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("实际建成长者食堂", "老年食堂"),
        ("1.新改扩建中小学校", "中小学校"),
        ("保持市控以上断面水质优III比例", "地表水水质优良率"),
        ("一般债务限额", None),
    ],
)
def test_what_introduces_a_name_is_no_part_of_it(name: str, expected: str | None) -> None:
    assert canonical_name(name, load_indicators()) == expected


# -- tables -----------------------------------------------------------------------------------

PROGRESS = """余杭区2024年政府工作报告任务进展情况表

序号 | 目标任务 | 牵头单位 | 截至9月底进展情况 |
1 | 地区生产总值增长力争6%（确保5.5%） | 发改局 | 上半年增速5.8%,列全市第3。 |
2 | 固定资产投资500亿元 | 发改局 | 预计完成投资361亿元(去年基数372.3亿元),增速-3.1%。 |
3 | 新增绿地60万平方米 | 住建局 | 新增绿地60万平方米：已完成80万平方米，完成率133.3%。 |
4 | 新增停车泊位5000个 | 住建局 | 已完成3个。 |
"""


def test_task_cells_are_targets_and_progress_cells_results_of_the_same_thing() -> None:
    found = [
        (i.row, i.period, i.kind, i.indicator, i.measure, i.value)
        for i in read(PROGRESS).indicators
    ]
    assert found == [
        (0, "2024", "target", "地区生产总值", "growth", "6"),
        (0, "2024", "floor", "地区生产总值", "growth", "5.5"),
        (0, "2024-01/2024-06", "actual", "地区生产总值", "growth", "5.8"),
        (0, "2024-01/2024-06", "actual", "地区生产总值", "rank", "第3"),
        (1, "2024", "target", "固定资产投资", "level", "500"),
        (1, "2024-01/2024-09", "estimate", "固定资产投资", "level", "361"),
        (1, "2023-01/2023-09", "actual", "固定资产投资", "level", "372.3"),
        (1, "2024-01/2024-09", "estimate", "固定资产投资", "growth", "-3.1"),
        (2, "2024", "target", "绿地", "level", "60"),
        (2, "2024", "target", "绿地", "level", "60"),
        (2, "2024-01/2024-09", "actual", "绿地", "level", "80"),
        (2, "2024-01/2024-09", "actual", "新增绿地完成率", "share", "133.3"),
        (3, "2024", "target", "停车泊位", "count", "5000"),
        (3, "2024-01/2024-09", "actual", "停车泊位", "count", "3"),
    ]


BULLETIN = """萧山区2023年国民经济主要指标

指标 | 单位 | 2023年 | 比上年增长(%)
地区生产总值 | 亿元 | 2187.6 | 5.1
其中:第三产业增加值 | 亿元 | 1,290.4 | -0.6
新增就业 | 万人 | 7.2 | /
"""


def test_cells_of_a_data_table_are_named_by_row_and_column() -> None:
    found = [
        (i.district, i.period, i.indicator, i.measure, i.value, i.unit, i.direction)
        for i in read(BULLETIN).indicators
    ]
    assert found == [
        ("萧山区", "2023", "地区生产总值", "level", "2187.6", "亿元", ""),
        ("萧山区", "2023", "地区生产总值", "growth", "5.1", "%", ""),
        ("萧山区", "2023", "第三产业增加值", "level", "1,290.4", "亿元", ""),
        ("萧山区", "2023", "第三产业增加值", "growth", "-0.6", "%", "-"),
        ("萧山区", "2023", "城镇新增就业", "count", "7.2", "万人", ""),
    ]


REGIONS = """2024年一季度各区主要经济指标

地区 | GDP(亿元) | 增速(%) | 固定资产投资增速(%)
上城区 | 680.2 | 5.5 | -3.1
拱墅区 | 520.1 | 6.0 | 8.8
全市 | 5100 | 5.2 | 2.2
"""


def test_rows_that_are_districts_give_their_figures_to_these_districts() -> None:
    found = [(i.district, i.indicator, i.measure, i.value) for i in read(REGIONS).indicators]
    assert found == [
        ("上城区", "地区生产总值", "level", "680.2"),
        ("上城区", "地区生产总值", "growth", "5.5"),
        ("上城区", "固定资产投资", "growth", "-3.1"),
        ("拱墅区", "地区生产总值", "level", "520.1"),
        ("拱墅区", "地区生产总值", "growth", "6.0"),
        ("拱墅区", "固定资产投资", "growth", "8.8"),
    ]


GOALS_BESIDE = """宁波市2024年民生实事目标任务表

地区 | 城镇新增就业目标任务(人) | 城镇新增就业进度(人) | 失业率控制目标(%) | 失业率(%) |
海曙区 | 8000 | 9021 | 4.3 | 3.5 |
江北区 | 3800 | 3138 | 4.3 | 3.6 |
"""


def test_a_column_beside_that_of_its_goal_tells_the_result() -> None:
    found = [(i.indicator, i.kind, i.value) for i in read(GOALS_BESIDE).indicators[:4]]
    assert found == [
        ("城镇新增就业", "target", "8000"),
        ("城镇新增就业", "actual", "9021"),
        ("城镇登记失业率", "target", "4.3"),
        ("城镇登记失业率", "actual", "3.5"),
    ]


# -- layouts of other districts --------------------------------------------------------------


def of_fixture(name: str) -> list[tuple[str, str, str, str, str]]:
    text = (ROOT / "tests" / "fixtures" / name).read_text("utf-8")
    return [
        (i.indicator, i.period, i.kind, i.direction + i.value, i.unit)
        for i in read(text, name).indicators
    ]


def test_traditional_figures_have_the_names_and_units_of_simplified_ones() -> None:
    found = of_fixture("prose/half_year_traditional.txt")
    assert ("地区生产总值", "2023-01/2023-06", "actual", "268.4", "亿元") in found
    assert ("城镇新增就业计划完成率", "2023-01/2023-06", "actual", "61", "%") in found
    assert ("地区生产总值", "2023", "target", "6", "%") in found
    assert ("工业技改投资", "2023", "target", "12", "亿元") in of_fixture("tables/traditional.txt")


def test_each_of_several_quarters_has_its_own_figure() -> None:
    found = of_fixture("prose/half_year_traditional.txt")
    assert ("固定资产投资", "2023-Q3", "target", "21", "亿元") in found
    assert ("固定资产投资", "2023-Q4", "target", "25", "亿元") in found
    assert ("首店", "2023", "target", "15", "家") in found


def test_footnote_marks_are_no_part_of_names_and_a_note_tells_its_year() -> None:
    found = of_fixture("prose/footnotes.txt")
    assert ("地区生产总值", "2022", "actual", "2205.7", "亿元") in found
    assert ("总人口", "2022", "actual", "107.4", "万人") in found
    assert ("研发经费支出", "2021", "actual", "71.2", "亿元") in found
    assert ("规模以上工业小型企业", "2022", "actual", "-2.3", "%") in found


def test_headlines_of_other_pages_state_nothing() -> None:
    found = of_fixture("prose/saved_page.txt")
    assert ("税收收入", "2022", "target", "20", "亿元") in found
    assert ("适老化改造", "2022", "actual", "41", "户") in found
    assert not {"800", "3.1", "2"} & {value for *_, value, _ in found}


def test_the_years_of_a_plan_are_targets_and_brackets_sum_five_of_them() -> None:
    found = of_fixture("tables/plan_box.txt")
    assert ("地区生产总值", "2020", "actual", "410.5", "亿元") in found
    assert ("地区生产总值", "2025", "target", "600", "亿元") in found
    assert ("地区生产总值(年均)", "2021/2025", "target", "8", "%") in found
    assert ("城镇新增就业", "2016/2020", "actual", "5.6", "万人") in found
    assert ("每万人高价值发明专利拥有量", "2021/2025", "target", "8.5", "件") in found


def test_the_column_that_names_the_row_names_its_figures() -> None:
    found = of_fixture("tables/codes.txt")
    assert ("地区生产总值", "2023", "target", "5", "%") in found
    assert ("地区生产总值", "2023-01/2023-06", "actual", "4.3", "%") in found
    assert ("实际利用外资", "2023-01/2023-09", "actual", "6.4", "亿美元") in found
    assert ("改革试点清单完成率", "2023", "target", "100", "%") in found
    assert ("PM2.5平均浓度", "2023-01/2023-09", "actual", "27.3", "微克/立方米") in found


def test_what_a_project_costs_in_all_is_no_target_of_the_year() -> None:
    found = of_fixture("tables/dated_stacked.txt")
    assert ("甲园区二期总投资", "2023", "actual", "86000", "万元") in found
    assert ("甲园区二期投资", "2023", "target", "12000", "万元") in found
    assert ("甲园区二期投资", "2023-01/2023-08", "actual", "9600", "万元") in found
    assert ("合计投资", "2023-01/2023-08", "actual", "22580", "万元") in found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "按可比价计算增长5%左右(年度目标为6%左右)",
            [],
        ),
        (
            "预计完成GDP5140亿元,按可比价计算增长5%(年度目标为6%)",
            [("GDP", "estimate", "5140"), ("GDP", "estimate", "5"), ("GDP", "target", "6")],
        ),
        (
            "工业投资占比35.6%,但低于38%的计划",
            [("工业投资占比", "actual", "35.6"), ("工业投资占比", "target", "38")],
        ),
        (
            "固定资产投资31亿元,完成年度任务33亿元的94.5%",
            [
                ("固定资产投资", "actual", "31"),
                ("固定资产投资", "target", "33"),
                ("固定资产投资", "actual", "94.5"),
            ],
        ),
        (
            "医疗、失业两大保险参保人数分别达151万人、136万人",
            [("医疗保险参保人数", "actual", "151"), ("失业保险参保人数", "actual", "136")],
        ),
        (
            "电子信息、装备制造产值分别为6320亿元、2760亿元,分别下降3.4%、增长6.9%",
            [
                ("电子信息产值", "actual", "6320"),
                ("装备制造产值", "actual", "2760"),
                ("电子信息产值", "actual", "3.4"),
                ("装备制造产值", "actual", "6.9"),
            ],
        ),
        ("人均预期寿命84.1岁", [("人均预期寿命", "actual", "84.1")]),
    ],
)
def test_what_was_wanted_is_told_from_what_was_reached(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert [(f.name, f.kind, f.quantity.value_text) for f in figures(text)] == expected


def test_one_word_for_two_things_gives_each_its_figure() -> None:
    assert told("城乡居民人均可支配收入分别达到41200元、17800元，增长5.1%和7.3%。") == [
        ("城镇居民人均可支配收入", "41200", "元"),
        ("农村居民人均可支配收入", "17800", "元"),
        ("城镇居民人均可支配收入", "5.1", "%"),
        ("农村居民人均可支配收入", "7.3", "%"),
    ]
    assert told("零售总额81亿元，增长6%；存贷款余额达到310亿元、208亿元，分别增长9%、7%。")[2:] == [
        ("存款余额", "310", "亿元"),
        ("贷款余额", "208", "亿元"),
        ("存款余额", "9", "%"),
        ("贷款余额", "7", "%"),
    ]


def test_what_follows_goals_and_a_colon_is_wanted_for_the_year_that_the_sentence_names() -> None:
    text = "县长提出了2024年主要预期目标：工业投资增长9%，城、乡居民人均可支配收入分别增长6%、8%。"
    found = figures(text)
    assert {(f.kind, f.period) for f in found} == {("target", "2024")}
    assert [f.indicator for f in found][1:] == ["城镇居民人均可支配收入", "农村居民人均可支配收入"]


def test_a_part_of_a_sector_is_not_of_the_whole_economy() -> None:
    text = "民营经济增加值93亿元。其中，第二产业增加值41亿元，下降2.5%。全区第三产业增加值60亿元。"
    assert [name for name, _, _ in told(text)] == [
        "民营经济增加值",
        "民营经济第二产业增加值",
        "民营经济第二产业增加值",
        "第三产业增加值",
    ]


def test_a_year_that_things_are_even_with_is_not_theirs() -> None:
    assert {f.period for f in figures("棉花产量6吨，与去年基本持平；油料产量150吨。")} == {"2023"}


def test_a_bare_yield_is_of_the_crop_before_it() -> None:
    text = "粮食播种面积21万亩、产量8万吨，年末生猪存栏9万头、出栏17万头。"
    assert [name for name, _, _ in told(text)] == [
        "粮食播种面积",
        "粮食产量",
        "生猪存栏",
        "生猪出栏",
    ]


def test_a_limit_that_sorts_projects_is_no_amount_of_them() -> None:
    assert told("新签约亿元以上项目37个，其中20亿元以上4个。")[1][1:] == ("4", "个")
    assert len(told("新签约亿元以上项目37个，其中20亿元以上4个。")) == 2


def test_remarks_and_dashes_are_no_part_of_a_name() -> None:
    assert told("地区生产总值同比（下同）增长4.1%。")[0][0] == "地区生产总值"
    assert told("—— 固定资产投资增长7%；")[0][0] == "固定资产投资"


def test_distance_from_a_plan_is_no_plan() -> None:
    (invested, ahead) = figures("完成投资3.2亿元，比年度计划高11个百分点。")
    assert (invested.kind, ahead.kind, ahead.indicator) == ("actual", "actual", "投资(高于)")


def test_a_plan_may_be_missed_by_a_word_of_a_region() -> None:
    (_, grown, apart) = figures("生产总值806亿元,增长3.2%,塌目标1.8个百分点。")
    assert (grown.kind, apart.kind, apart.indicator) == ("actual", "actual", "地区生产总值(低于)")


def test_distances_from_several_places_are_of_what_was_told_before() -> None:
    found = figures("生产总值增长7.2%,分别比全国、自治区和全市高2.1、1.8和0.9个百分点。")
    assert [f.indicator for f in found[1:]] == ["地区生产总值(高于)"] * 3


def test_jobs_may_be_counted_as_posts() -> None:
    found = figures("城镇新增就业岗位3100个，比上年减少210个。")
    assert [(f.indicator, f.measure) for f in found] == [
        ("城镇新增就业", "count"),
        ("城镇新增就业", "change"),
    ]


def test_industries_below_the_gdp_add_value_and_amounts_in_per_cent_grow() -> None:
    head = "甲区2022年统计公报\n单位：亿元\n指 标|绝对数|比上年增长%\n"
    text = f"{head}生产总值|210.5|4.1\n金融业|8.2|3.3\n"
    cells = [(i.indicator, i.measure, i.value, i.unit) for i in read(text).indicators]
    assert ("金融业增加值", "level", "8.2", "亿元") in cells
    assert ("金融业增加值", "growth", "3.3", "%") in cells
    plan = "指标名称|单位|2024年计划\n工业投资|%|7.5\n税收收入|亿元|12\n"
    grown = read(plan).indicators[0]
    assert (grown.indicator, grown.measure, grown.kind) == ("工业投资", "growth", "target")


def test_a_column_in_per_cent_has_no_unit_of_the_table_and_people_no_share() -> None:
    table = """余杭区2023年决算表 单位:万元、%
| 科目 | 年初预算 | 决算数 | 决算数为预算的% | 新增就业进度(人) |
| 甲项支出 | 500 | 480 | 96.0 | 31 |
| 乙项支出 | 300 | 310 | 103.3 | 12 |
"""
    found = {(i.value, i.unit, i.kind) for i in read(table).indicators}
    assert ("96.0", "%", "actual") in found
    assert ("500", "万元", "target") in found
    assert ("31", "人", "actual") in found


def test_a_year_beside_later_goals_has_been_told() -> None:
    plan = """余杭区“十四五”规划中期评估表
| 指标 | 单位 | 2020年 | 2022年 | 2025年目标 |
| 空气优良率 | % | 88.1 | 86.4 | 92 |
| 托位数 | 个 | 310 | 640 | 900 |
"""
    found = {(i.value, i.kind) for i in read(plan).indicators}
    assert {("86.4", "actual"), ("92", "target"), ("640", "actual")} <= found


def test_a_city_at_county_level_says_all_of_the_city_of_itself() -> None:
    city = Scope("2022", "actual", "2022", district="慈溪市", district_full="浙江省宁波市慈溪市")
    text = "全市非税收入25.8亿元,全省进出口总额4.7万亿元"
    assert told(text, city) == [("非税收入", "25.8", "亿元")]
    assert told(text) == []


def test_a_report_of_what_was_done_tells_results_beside_its_plans() -> None:
    text = (
        "某某县人民政府办公室关于2024年为民办实事项目完成情况的通报\n\n"
        "一、已完成的项目\n1.教育扩容工程。计划新增学位2880个。实际新增学位3240个。\n"
        "2.停车设施建设。计划新增公共停车泊位800个。实际新增912个。\n"
        "3.两癌检查。计划检查9000人\n实际检查9418人。\n"
    )
    found = {i.value: (i.kind, i.period) for i in read(text).indicators}
    assert found["2880"] == ("target", "2024")
    assert found["3240"] == ("actual", "2024")
    assert found["912"] == ("actual", "2024")
    assert found["9418"] == ("actual", "2024")


def test_the_first_half_of_a_year_reports_though_it_names_the_plan() -> None:
    text = (
        "某某区人民政府\n2024年上半年工作总结及下半年工作安排\n\n一、上半年工作情况\n"
        "(一)项目建设加力。列入年度计划的168个重点项目,开复工152个。争取中央预算内资金3.86亿元。推进城市更新。"
        "到位资金98.5亿元。\n"
    )
    found = {i.value: i.kind for i in read(text).indicators}
    assert found["98.5"] == "actual"
    assert found["3.86"] == "actual"


def keyed(text: str, scope: Scope = RESULTS) -> list[tuple[str, str, str, str]]:
    return [(f.quantity.text, f.indicator, f.measure, f.kind) for f in figures(text, scope)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "地区生产总值增长5.3%,低于年初计划7%的目标1.7个百分点。",
            [
                ("5.3%", "地区生产总值", "growth", "actual"),
                ("7%", "地区生产总值", "growth", "target"),
                ("1.7个百分点", "地区生产总值(低于)", "growth", "actual"),
            ],
        ),
        (
            "固定资产投资增长4.2%,与8%的年度目标相比差3.8个百分点。",
            [
                ("4.2%", "固定资产投资", "growth", "actual"),
                ("8%", "固定资产投资", "growth", "target"),
                ("3.8个百分点", "固定资产投资(低于)", "growth", "actual"),
            ],
        ),
        (
            "社会消费品零售总额增长7.9%,超年度目标0.4个百分点;服务业增加值增长3.9%,低于预期目标2.6个百分点。",
            [
                ("7.9%", "社会消费品零售总额", "growth", "actual"),
                ("0.4个百分点", "社会消费品零售总额(高于)", "growth", "actual"),
                ("3.9%", "服务业增加值", "growth", "actual"),
                ("2.6个百分点", "服务业增加值(低于)", "growth", "actual"),
            ],
        ),
        (
            "固定资产投资增长9.1%,高于省市平均7.6个、3.4个百分点。",
            [
                ("9.1%", "固定资产投资", "growth", "actual"),
                ("7.6个", "固定资产投资(高于)", "growth", "actual"),
                ("3.4个百分点", "固定资产投资(高于)", "growth", "actual"),
            ],
        ),
    ],
)
def test_a_plan_beside_a_result_is_a_target_and_the_distance_is_neither(
    text: str, expected: list[tuple[str, str, str, str]]
) -> None:
    assert keyed(text) == expected


def test_a_distance_is_of_the_indicator_that_a_clause_without_figures_has_named() -> None:
    text = "地区生产总值增长5%,固定资产投资未达预期,与全市平均水平差距扩大至2.9个百分点。"
    assert keyed(text)[-1] == ("2.9个百分点", "固定资产投资(低于)", "growth", "actual")
    assert keyed("地区生产总值增长5%,固定资产投资稳步回升,增长8.2%。")[-1][1] == "固定资产投资"


def test_a_rate_without_some_factor_is_another_rate_of_the_same_thing() -> None:
    text = "一般公共预算收入52.18亿元,同比下降2.6%,剔除留抵退税因素后增长3.7%。"
    assert [i for _, i, _, _ in keyed(text)] == [
        "一般公共预算收入",
        "一般公共预算收入",
        "一般公共预算收入(剔除留抵退税)",
    ]
    assert keyed("剔除房地产后,固定资产投资增长9.8%。")[0][1] == "固定资产投资(剔除房地产)"


def test_a_share_of_a_budget_is_how_far_it_is_carried_out() -> None:
    text = "一般公共预算收入完成36.42亿元,为调整预算的101.2%,增长6.5%。"
    assert [i for _, i, _, _ in keyed(text)] == [
        "一般公共预算收入",
        "一般公共预算收入计划完成率",
        "一般公共预算收入",
    ]
    spent = keyed("民生支出43.9亿元,占一般公共预算支出的80.3%。")
    assert spent[1][1] == "民生支出占比"


def test_growth_of_the_economy_is_growth_of_its_product() -> None:
    assert keyed("建议经济增速按6.5%左右安排。", PLANS) == [
        ("6.5%左右", "地区生产总值", "growth", "target")
    ]
    assert keyed("全区经济增长5.3%。")[0][1] == "地区生产总值"


def test_a_base_or_a_multiple_of_another_year_does_not_move_what_follows_to_it() -> None:
    text = "增值税增长48.6%,主要是2022年退税基数较低;企业所得税完成5.21亿元,下降7.3%。"
    assert {f.period for f in figures(text)} == {"2023"}
    assert figures("接待游客1123万人次,是2022年的2.3倍。")[1].period == "2023"


def test_what_a_share_rose_from_and_to_is_no_part_of_its_name() -> None:
    for text in ("覆盖率由上年的61.4%提高到66.8%。", "投诉量由2022年的312件下降到205件。"):
        names = {f.name for f in figures(f"垃圾分类{text}")}
        assert names == {f"垃圾分类{text[:3]}"}


def test_falls_told_together_each_have_their_own_name_and_sign() -> None:
    text = "事故起数、死亡人数实现“双下降”,降幅分别为16.7%和12.5%。"
    assert [(f.name, f.quantity.sign) for f in figures(text)] == [
        ("事故起数", "-"),
        ("死亡人数", "-"),
    ]
    harmed = figures(
        "全年发生生产安全事故14起,死亡6人,分别下降12.5%和25%。火灾87起,造成死亡2人、受伤5人。"
    )
    assert [
        (f.name, f.quantity.value_text) for f in harmed if "死" in f.name or "伤" in f.name
    ] == [
        ("生产安全事故死亡人数", "6"),
        ("生产安全事故死亡人数", "25"),
        ("火灾死亡人数", "2"),
        ("火灾受伤人数", "5"),
    ]
    told_last = figures("发生火灾14起,死亡9人,同比分别下降22.2%和持平。")[-1]
    assert told_last.name == "发生火灾"


def test_who_does_it_and_what_caused_it_are_no_part_of_a_name() -> None:
    assert told("由区教育局牵头,区民政局负责建设综合养老服务中心3个。", PLANS) == [
        ("建设综合养老服务中心", "3", "个")
    ]
    caused = figures("工业投资增长2%,受房地产开发投资下降21.4%影响,低于全市1.5个百分点。")
    assert [f.indicator for f in caused] == ["工业投资", "房地产开发投资", "工业投资(低于)"]


def test_brackets_behind_what_fell_tell_how_far_and_a_new_point_is_of_its_own() -> None:
    fallen = figures("固定资产投资下降5.9%,主要受房地产投资下滑(-27.3%)影响。")[-1]
    assert (fallen.indicator, fallen.measure) == ("房地产开发投资", "growth")
    text = "一要抓开工,新开工亿元以上项目30个;二要抓进度,完成投资640亿元以上。"
    assert told(text, PLANS)[-1][0] == "投资"


def test_brackets_behind_a_thing_count_it_whatever_was_told_before() -> None:
    text = "东港片区厂房(210间)已完成工程量的70%;西港片区厂房(340间)已完成工程量的55%。"
    assert [n for n, *_ in told(text)] == ["东港片区厂房", "工程量", "西港片区厂房", "工程量"]


def test_who_has_pupils_and_which_projects_are_sorted_is_carried_over() -> None:
    assert told("普通高中招生2140人,在校生6330人。")[-1][0] == "普通高中在校生"
    assert told("签约亿元以上项目47个,其中10亿元以上9个。")[-1][0] == "10亿元以上项目"
    assert [n for n, *_ in told("一、二、三产业增加值分别为2亿元、9亿元、8亿元。")] == [
        "第一产业增加值",
        "第二产业增加值",
        "第三产业增加值",
    ]


def test_brackets_behind_a_time_compared_with_tell_what_it_was_then() -> None:
    text = "二季度全县地区生产总值比上年同期增长-8.7%,较一季度(-10.8%)回升2.1个百分点。"
    year = RESULTS.year
    found = [(f.indicator, f.measure, f.period, f.quantity.value_text) for f in figures(text)]
    assert found[:2] == [
        ("地区生产总值", "growth", f"{year}-Q2", "-8.7"),
        ("地区生产总值", "growth", f"{year}-Q1", "-10.8"),
    ]
    before = str(int(year) - 1)
    text = "上半年税收收入50亿元,增长11%,较上年同期(45亿元)有所增加。"
    text += "城镇化率60%,较上年(59%)提高1个百分点。"
    assert [(f.period, f.measure) for f in figures(text)][2:5] == [
        (f"{before}-01/{before}-06", "level"),
        (year, "share"),
        (before, "share"),
    ]


def test_what_was_set_as_a_task_is_a_target_of_what_came_of_it() -> None:
    text = "高标准农田建设考核指标20万亩,完成25万亩,完成率125%。农村改厕任务300座,完成330座。"
    kinds = [(f.name, f.kind, f.quantity.value_text) for f in figures(text)]
    assert kinds[:2] == [("高标准农田建设", "target", "20"), ("高标准农田建设", "actual", "25")]
    assert kinds[3:] == [("农村改厕", "target", "300"), ("农村改厕", "actual", "330")]


def test_a_budget_that_was_approved_is_wanted_and_the_share_of_it_done() -> None:
    text = "一般公共预算支出完成76亿元,完成区人大常委会第十九次会议批准支出调整预算78亿元的97%。"
    assert [(f.indicator, f.kind) for f in figures(text)] == [
        ("一般公共预算支出", "actual"),
        ("一般公共预算支出", "target"),
        ("一般公共预算支出计划完成率", "actual"),
    ]


def test_figures_that_share_a_unit_have_a_name_each() -> None:
    text = "三次产业对经济增长的拉动分别为0.2、-5.6、1.3个百分点。"
    assert [(f.name, f.quantity.value) for f in figures(text)] == [
        ("第一产业对经济增长的拉动", Decimal("0.2")),
        ("第二产业对经济增长的拉动", Decimal("-5.6")),
        ("第三产业对经济增长的拉动", Decimal("1.3")),
    ]
    text = "进出口总额增长9%,比全市和全国分别高1.6和2.2个百分点。"
    assert {f.indicator for f in figures(text)[1:]} == {"货物进出口总额(高于)"}


def test_how_a_sum_was_reckoned_is_no_part_of_its_name() -> None:
    text = "最终核实2021年全县生产总值现价总量为97亿元,按可比价格计算,比上年增长9.6%。"
    assert [(f.indicator, f.period) for f in figures(text)] == [("地区生产总值", "2021")] * 2
    text = "与2020年相比,地区生产总值两年平均增长2.5%,按常住人口计算人均地区生产总值为74331元。"
    assert [f.period for f in figures(text)] == [RESULTS.period] * 2
    assert figures(text)[1].indicator == "人均地区生产总值"


def test_a_part_told_in_words_takes_the_rate_behind_it() -> None:
    text = "前三季度第三产业增加值345亿元,增长6.5%。"
    text += "其中交通运输业恢复强劲,增速达14.8%;金融业增长8.4%。"
    year = RESULTS.year
    assert [(f.name, f.quantity.value_text) for f in figures(text)][1:] == [
        ("第三产业增加值", "6.5"),
        ("交通运输业", "14.8"),
        ("金融业", "8.4"),
    ]
    text = "二季度地区生产总值143亿元。其中,第一产业增加值16亿元。第二产业增加值90亿元。"
    assert [f.period for f in figures(text)] == [f"{year}-Q2", f"{year}-Q2", RESULTS.period]


def test_companies_of_one_sort_have_a_part_of_what_was_told() -> None:
    text = "原煤产量1657万吨,下降14%;其中,县属企业完成1094万吨,下降17%。"
    assert [f.name for f in figures(text)] == ["原煤产量"] * 2 + ["县属企业原煤产量"] * 2


def test_a_sample_is_no_figure_and_permille_points_are_points() -> None:
    text = "人口自然增长率-3.2‰,下降3.1个千分点。据5‰人口变动抽样调查推算,常住人口12万人。"
    assert [f.quantity.unit for f in figures(text)] == ["‰", "个千分点", "万人"]


def test_what_was_done_for_people_is_not_named_by_them() -> None:
    text = "为310名农民工追回工资80万元,为5.2万名老人发放高龄津贴3000万元。"
    assert [(f.name, f.quantity.unit) for f in figures(text)] == [
        ("为农民工追回工资", "名"),
        ("追回工资", "万元"),
        ("为老人发放高龄津贴", "万名"),
        ("高龄津贴", "万元"),
    ]


def test_an_intensity_is_of_the_spending_before_it() -> None:
    text = "全年研究与试验发展(R&D)经费支出6.4亿元,投入强度达到2.72%。"
    assert [f.indicator for f in figures(text)] == ["研发经费支出", "研发投入强度"]


def test_a_plans_own_figure_and_what_is_beyond_it_are_no_results() -> None:
    text = "新增公租房280套,较年度任务300套少20套。税收收入12亿元,比预算的11亿元多1亿元。"
    assert [(f.name, f.quantity.text, f.kind) for f in figures(text)] == [
        ("新增公租房", "280套", "actual"),
        ("新增公租房", "300套", "target"),
        ("新增公租房", "20套", "actual"),
        ("税收收入", "12亿元", "actual"),
        ("税收收入", "11亿元", "target"),
        ("税收收入", "1亿元", "actual"),
    ]
    assert [f.indicator for f in figures(text)][2] == "公共租赁住房(低于)"


def test_what_a_share_of_a_plan_is_of_is_the_plan() -> None:
    found = figures("新改建公路96.4公里,为年度目标80公里的120.5%;占全区公路210公里的45.9%。")
    assert [f.quantity.value_text for f in found if f.kind == "target"] == ["80"]


def test_what_is_told_per_head_is_of_what_was_just_counted() -> None:
    def names(text: str) -> list[str]:
        return [figure.indicator for figure in figures(text)]

    assert names("医疗床位2607张,每千人口拥有6.43张。")[-1] == "每千人口床位数"
    # Of doctors or of nurses: the sentence does not say.
    assert names("执业医师815人、注册护士964人,每千人口6.2人。")[-1] == "每千人口"


def test_a_short_form_in_brackets_is_said_for_the_words_before_it() -> None:
    def names(text: str) -> list[str]:
        return [figure.indicator for figure in figures(text)]

    assert names("细颗粒物(PM2.5)年平均浓度31微克/立方米。") == ["PM2.5平均浓度"]
    spent = "全社会研究与试验发展(R&D)经费支出9.4亿元,占地区生产总值的比重为1.87%。"
    assert names(spent) == ["研发经费支出", "研发投入强度"]
