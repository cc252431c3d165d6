"""Questions over a table of narrow cells, one of quoted commas, one with two rows of names."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.chain import Assistant
from tests.assistant.conftest import assert_says, open_over, turn

NARROW = """龙泉市2024年民生实事前三季度推进情况表

序号\t重点工作\t牵头市领导\t责任单位\t截至9月底进展
1\t新增公办园学位900个\t彭丽\t市教育局\t新增公办园学位950个
2\t新增停车泊位3000个，其中公共停车泊位
800个\t罗平\t市城管局\t新增停车泊位2310个，其中公共停车泊位
865个
3\t新建公共充电桩400个\t蒋伟\t市发改局\t建成公共充电桩342个，覆盖社区
41个
4\t改造农贸市场6个\t周文\t市商务局\t4个完成改造，2个正在施工
5\t新建绿道20公里\t周文\t市住建局\t建成14.5公里
6\t治理大气污染\t周文\t市环保局\t淘汰国二柴油叉车310台，国四柴油货车950辆
"""
QUOTED = """青田县2024年重点建设项目进展情况表
序号,项目名称,建设内容,责任单位,总投资（万元）,年度计划投资（万元）,1-8月完成投资（万元）,形象进度
1,县第三幼儿园迁建,"总建筑面积7,200平方米,设18个班",县教育局,"4,850","3,000","2,760",主体封顶
2,鹤城小学扩建,"新建36个班,新增学位1,620个",县教育局,"16,200","9,500","7,340",二次结构施工
3,县医院住院楼,新增床位300张,县卫健局,"28,400","8,000","5,120",地下室施工
4,滨江停车场,"建停车场5座,泊位1,050个",县城管局,"8,700","6,000","3,210","2座建成,3座在建"
"""
TWO_ROWS = """平阳县2024年实事乡镇任务完成情况统计表
（截至2024年9月底）
镇街|清洁取暖改造（户）|||农村道路硬化（公里）||
|年度目标|1-9月完成|完成率|年度目标|1-9月完成|完成率
昆阳镇|1200|1080|90.0%|8|7.2|90.0%
鳌江镇|900|846|94.0%|6|6.3|105.0%
水头镇|800|672|84.0%|9|9|100.0%
合计|2900|2598|89.6%|23|22.5|97.8%
"""


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    documents = {"001.txt": NARROW, "002.txt": QUOTED, "003.txt": TWO_ROWS}
    return open_over(tmp_path_factory.mktemp("wrapped"), documents)


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("龙泉2024年公共停车泊位到9月底新增多少?", ["865个"], ["2310"]),
        ("龙泉2024年公共停车泊位完成目标了吗?", ["800个", "865个", "已达到"], ["690", "未达到"]),
        ("龙泉2024年淘汰了多少辆国四柴油货车?", ["950辆"], ["310"]),
        ("龙泉2024年公共充电桩覆盖了多少个社区?", ["41个"], ["342"]),
        (
            "青田2024年鹤城小学年度计划投资多少万元?1-8月完成了多少?",
            ["9,500万元", "7,340万元"],
            ["16,200"],
        ),
        ("青田滨江停车场形象进度怎样?", ["2座建成,3座在建"], []),
        ("青田2024年重点建设项目第3个是什么项目?责任单位是谁?", ["县医院住院楼", "县卫健局"], []),
        ("平阳2024年1-9月农村道路硬化一共完成多少公里?", ["22.5"], ["2598"]),
        (
            "平阳2024年哪些镇农村道路硬化完成率达到或超过了100%?",
            ["鳌江镇", "水头镇"],
            ["昆阳镇"],
        ),
    ],
)
def test_cells_are_told_from_their_own_columns(
    tables: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(tables.ask(question), said, unsaid)


@pytest.mark.parametrize(
    ("first", "then", "said", "unsaid"),
    [
        ("龙泉2024年计划新建多少公里绿道?", "到三季度建成多少公里?", "14.5公里", ":新建绿道20"),
        ("龙泉2024年计划改造几个农贸市场?", "到9月底改好了几个?", "4个完成改造", "5个"),
    ],
)
def test_what_came_of_a_plan_by_then_is_no_plan(
    tables: Assistant, first: str, then: str, said: str, unsaid: str
) -> None:
    assert_says(tables.ask(then, [turn(tables.ask(first))]), [said], [unsaid])


def test_households_are_no_things(tables: Assistant) -> None:
    assert tables.ask("龙泉2024年改造农贸市场让多少户居民受益?").refused


def test_the_next_cell_of_a_table_with_two_rows_of_names(tables: Assistant) -> None:
    history = [turn(tables.ask("平阳鳌江镇2024年1-9月清洁取暖改造完成率多少?"))]
    for question, said in (
        ("农村道路硬化呢?", "105.0%"),
        ("水头镇呢?", "100.0%"),
        ("目标呢?", "9"),
    ):
        answer = tables.ask(question, history)
        assert_says(answer, [said], [])
        history.append(turn(answer))


def test_what_a_task_is_sorted_under_is_asked_of_the_task(tmp_path: Path) -> None:
    sorted_rows = (
        "嘉善县2024年实事进展表\n类别 | 序号 | 重点任务 | 牵头单位 | 三季度进展 |\n"
        "产业发展 | 1 | 引进项目40个 | 县经信局 | 签约36个 |\n"
        "2 | 完成投资21亿元 | 县发改局 | 完成16亿元 |\n"
        "城市品质 | 3 | 新建碧道30公里 | 县水利局 | 建成21.4公里 |\n"
        "4 | 改造小区14个 | 县建设局 | 完工9个 |\n"
    )
    table = open_over(tmp_path, {"a.txt": sorted_rows})
    first = table.ask("嘉善2024年新建碧道由哪个单位牵头?打算建多少公里?")
    second = table.ask("它归在哪一类?", [turn(first)])
    assert_says(second, ["城市品质"], ["产业发展"])
    assert_says(table.ask("到三季度建成多少公里?", [turn(first), turn(second)]), ["21.4公里"], [])


def test_what_a_task_is_to_reach_answers_no_second_question(tmp_path: Path) -> None:
    text = (
        "嘉善县2024年目标任务三季度完成情况\n序号 | 目标任务 | 分管领导 | 责任部门 | 完成情况 |\n"
        "1 | 实际利用外资2.2亿美元 | 吴静 | 县商务局 | 1-9月到账外资1.38亿美元 |\n"
        "2 | 工业增加值增长8% | 周海 | 县经信局 | 1-9月增长9.2% |\n"
    )
    table = open_over(tmp_path, {"a.txt": text})
    asked = "嘉善县2024年实际利用外资这项由哪位领导分管?前三季度到账多少?"
    assert_says(table.ask(asked), ["吴静", "1.38亿美元"], [])
    first = table.ask("嘉善县2024年实际利用外资这项由哪位领导分管?")
    assert_says(table.ask("前三季度到账多少?", [turn(first)]), ["1.38亿美元"], [])


def test_two_rates_of_completion_are_set_side_by_side(tmp_path: Path) -> None:
    text = (
        "嘉善县2024年实事推进情况表(截至10月底)\n序号 | 项目名称 | 年度目标 | 完成情况 | 完成率\n"
        "1 | 新增普惠托位 | 800个 | 新增812个 | 101.5%\n2 | 加装电梯 | 90台 | 加装96台 | 106.7%\n"
    )
    answer = open_over(tmp_path, {"a.txt": text}).ask(
        "嘉善县2024年普惠托位完成率和加装电梯完成率哪个高?"
    )
    assert_says(answer, ["101.5%", "106.7%", "5.2个百分点"], ["812"])
