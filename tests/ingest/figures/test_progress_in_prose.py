"""Reports on progress in prose: what was to be done, what is done, and of what it is a part."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from assistant.lexicon.indicators import load_indicators
from ingest.figures.carry import Scope
from ingest.figures.figures import Figure, read_figures

SCOPE = Scope(period="2025-01/2025-07", kind="actual", year="2025", district="砀山县")


def told(text: str, scope: Scope = SCOPE) -> Sequence[Figure]:
    return read_figures(text, scope, load_indicators())


def values(figures: Sequence[Figure]) -> list[tuple[str, str, str]]:
    return [(f.indicator, f.quantity.value_text, f.kind) for f in figures]


def test_what_was_to_be_done_is_no_result_beside_what_is_done() -> None:
    found = values(told("86条农村污水管网改造已完成71条(83%),240场送戏下乡已送198场。"))
    assert found[0] == ("农村污水管网改造", "86", "target")
    assert ("农村污水管网改造", "71", "actual") in found
    assert [kind for name, value, kind in found if value == "240"] == ["target"]
    assert [kind for name, value, kind in found if value == "198"] == ["actual"]


def test_items_that_are_done_are_counted_out_of_the_whole() -> None:
    text = "全县24项民生实事中不设年度目标的有2项(甲;乙),其余22项中,已完成9项。"
    assert ("民生实事", "9", "actual") in values(told(text))


def test_how_many_passed_their_plan_is_no_distance_from_it() -> None:
    (figure,) = told("其中超额完成任务的有5项。")
    assert (figure.measure, figure.period) == ("count", "2025-01/2025-07")


def test_what_words_say_has_grown_is_what_the_amount_behind_them_is_of() -> None:
    scope = Scope(period="2022", kind="actual", year="2022", district="茅箭区")
    found = told(
        "规上工业总产值占全市比重达31%;地方工业逆势增长,完成产值198亿元,同比增长7%。", scope
    )
    by_value = {f.quantity.value_text: f.indicator for f in found}
    assert (by_value["198"], by_value["7"]) == ("地方工业总产值", "地方工业总产值")


@pytest.mark.parametrize("words", ["相比2021年末增加12间", "较2021年末增加12间"])
def test_what_is_more_than_before_is_of_what_was_counted(words: str) -> None:
    scope = Scope(period="2022", kind="actual", year="2022", district="海珠区")
    assert told(f"全区共有医疗机构306间,{words}。", scope)[-1].name == "医疗机构"


def test_an_item_sets_its_task_before_it_tells_how_far_it_is() -> None:
    text = (
        "1.全年新建充电桩450根,其中快充桩90根。上半年,新建充电桩210根。\n"
        "2.加固小水闸36座。上半年,完成41座。(责任单位:县水利局)\n"
        "3.增绿72万平方米。上半年增绿35万平方米,同比增长9%。\n"
    )
    found = {f.quantity.value_text: (f.indicator, f.kind, f.period) for f in told(text)}
    assert found["450"][1:] == found["90"][1:] == ("target", "2025")
    assert found["210"][1:] == ("actual", "2025-01/2025-06")
    assert found["36"] == ("加固小水闸", "target", "2025")
    assert found["41"] == ("加固小水闸", "actual", "2025-01/2025-06")
    assert found["35"][1:] == ("actual", "2025-01/2025-06")


def test_what_was_planned_is_no_result_beside_the_little_that_is_done() -> None:
    found = values(told("县城排水项目。计划改造暗渠24公里,仅完成7.5公里,主要原因是人手不足。"))
    assert [(value, kind) for _, value, kind in found] == [("24", "target"), ("7.5", "actual")]


def test_a_date_that_lost_its_month_sign_is_read() -> None:
    scope = Scope(period="2023", kind="actual", year="2023", district="砀山县")
    (done,) = told("截至930日,已完成投资11.4亿元。", scope)
    assert (done.period, done.kind) == ("2023-01/2023-09", "actual")


def test_what_the_next_year_is_to_bring_is_planned() -> None:
    scope = Scope(period="2021", kind="actual", year="2021", district="砀山县")
    text = "2021年用于民生实事的资金为4.7亿元,2022年计划安排5.3亿元,其中县级财政2.1亿元。"
    assert [(f.quantity.value_text, f.period, f.kind) for f in told(text, scope)] == [
        ("4.7", "2021", "actual"),
        ("5.3", "2022", "target"),
        ("2.1", "2022", "target"),
    ]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("计划改造管网8公里、泵站3座。", ["target", "target"]),
        ("原计划安装充电桩120个,目前安装85个。", ["target", "actual"]),
        ("深入推进农村公路建设三年行动计划,改造公路28公里。", ["actual"]),
        ("实施“星火”计划培育人才30名。", ["actual"]),
    ],
)
def test_what_is_planned_to_be_done_is_no_result(text: str, kinds: list[str]) -> None:
    assert [figure.kind for figure in told(text)] == kinds


def test_what_is_done_behind_a_plan_is_of_what_was_planned() -> None:
    scope = Scope(period="2025-01/2025-07", kind="actual", year="2025", subject="驿站建设工程")
    text = "计划新建城市驿站9处、休息座位240个。已建成5处、座位130个,其余4处正在装修。"
    assert [(f.name, f.quantity.value_text, f.kind) for f in told(text, scope)] == [
        ("新建城市驿站", "9", "target"),
        ("新建休息座位", "240", "target"),
        ("新建城市驿站", "5", "actual"),
        ("新建座位", "130", "actual"),
        ("新建城市驿站", "4", "actual"),
    ]
    begun = told("计划建设安居房14栋,已封顶6栋。", scope)
    assert [f.name for f in begun] == ["建设安居房", "封顶安居房"]


def test_the_end_of_an_item_s_title_stands_for_all_of_it() -> None:
    scope = Scope(period="2025-01/2025-07", kind="actual", year="2025", subject="儿童免费体检")
    found = told("全年计划体检3600人,实际完成3710人。", scope)
    assert [f.name for f in found] == ["儿童免费体检", "儿童免费体检"]


@pytest.mark.parametrize(
    ("text", "task", "result"),
    [
        ("3.新建灌渠52公里,已完成19公里(责任单位:县水利局);", "52", "19"),
        ("新增民办诊所14家,目前已新增5家。", "14", "5"),
        ("16座水塔维修完成7座。", "16", "7"),
        ("2.自来水入户率达93%,目前为68%(责任单位:县水利局);", "93", "68"),
        ("年度任务为新增床位140张,截至7月底已新增155张。", "140", "155"),
        ("1.改造渡口21处,截至6月底已改造8处;", "21", "8"),
    ],
)
def test_a_task_is_no_result_where_the_next_words_tell_how_far_it_is(
    text: str, task: str, result: str
) -> None:
    kinds = {f.quantity.value_text: f.kind for f in told(text)}
    assert (kinds[task], kinds[result]) == ("target", "actual")


@pytest.mark.parametrize(
    "text",
    ["新建学校6所,已投用4所。", "建设项目38个,已完成23个。", "排查隐患320处,已完成310处。"],
)
def test_what_was_done_before_something_else_is_done_to_it_is_no_task(text: str) -> None:
    assert {f.kind for f in told(text)} == {"actual"}
