"""Plan and result of one thing: 各多少, a result that leaves out its name, 户 beside 个."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant

NOTICE = """云和县2024年为民办实事项目完成情况的通报

一、已完成的项目(3项)
1.教育扩容工程。计划新建学校5所、新增学位1880个。实际建成学校6所,新增学位2240个。(责任单位:县教育局)
2.城区停车设施建设。计划新增公共停车泊位700个。实际新增812个,其中智慧停车泊位340个。(责任单位:县城市管理局)
3.农村公路提升工程。计划新建改建农村公路60公里。实际完成66.5公里。(责任单位:县交通运输局)
"""
TASKS = """缙云县2024年重点任务推进情况表

序号 | 工作任务 | 牵头单位 | 1-9月推进情况
1 | 改造困难家庭适老化住房600户 | 县民政局 | 已改造451户
2 | 改造老旧小区16个、惠及居民2360户 | 县建设局 | 开工16个,完工9个
3 | 新改建农村公路85公里、桥梁40座 | 县交通局 | 完成农村公路91.2公里、桥梁36座
"""


@pytest.fixture(scope="module")
def progress(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    documents = {"notice.txt": NOTICE, "tasks.txt": TASKS}
    return open_over(tmp_path_factory.mktemp("progress"), documents)


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("云和县停车泊位计划多少,完成了多少?", ["700个", "812个"], ["340"]),
        ("云和县公共停车泊位计划和实际各多少个?", ["700个", "812个"], ["340"]),
        ("云和县农村公路计划和完成各多少公里?", ["60公里", "66.5公里"], []),
        ("缙云县适老化改造目标和完成各多少户?", ["600户", "451户"], []),
        ("缙云县老旧小区改造目标和完工各多少个?", ["16个", "9个"], ["2360户。"]),
        ("缙云县农村公路和桥梁目标、完成各多少?", ["85公里", "91.2公里", "36座"], []),
    ],
)
def test_plan_and_result_are_told_together(
    progress: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(progress.ask(question), said, unsaid)


def test_what_was_begun_is_not_done(progress: Assistant) -> None:
    assert_says(progress.ask("缙云县老旧小区改造完成了多少个?"), ["完工9个"], ["开工16个"])
    assert_says(progress.ask("缙云县老旧小区改造开工了多少个?"), ["开工16个"], ["完工9个"])


def test_rows_are_counted_by_any_word_for_them(progress: Assistant) -> None:
    assert_says(progress.ask("缙云县推进情况表一共有多少项工作?"), ["共3项"], [])


SPENT = """临泽县2023年重点水利工程建设情况通报

2023年,全县确定8项重点水利工程,总投资6.15亿元,年度计划投资3.2亿元,截至12月底,完成投资3.05亿元,占年度计划的95.3%。
"""


@pytest.mark.parametrize(
    "question",
    [
        "临泽县2023年重点水利工程年度计划投资多少,实际完成多少?",
        "临泽县2023年重点水利工程年度计划投资多少,完成投资多少?",
        "临泽县2023年重点水利工程计划投资多少?实际投资多少?",
        "临泽县2023年重点水利工程年度投资计划和实际完成各是多少?",
    ],
)
def test_money_planned_and_spent_is_told_of_what_is_counted_before_it(
    tmp_path: Path, question: str
) -> None:
    answer = open_over(tmp_path, {"spent.txt": SPENT}).ask(question)
    assert_says(answer, ["3.2亿元", "3.05亿元", "低于目标0.15亿元"], ["6.15", "文档未提供"])


PLANS = """昌乐县2022年国民经济和社会发展计划

2022年,全年引进亿元以上项目45个、招商引资到位资金80亿元,新增养老机构床位270张。
"""
LATER = """昌乐县2023年国民经济和社会发展计划

2023年,全年引进10亿元以上项目6个、亿元以上项目30个。
"""


def test_each_year_is_told_with_how_the_plan_changed(tmp_path: Path) -> None:
    answers = open_over(tmp_path, {"a.txt": PLANS, "b.txt": LATER})
    asked = "从起步那会儿的2022年,到2023年,昌乐引进亿元以上项目的目标变多了还是变少了?各多少"
    assert_says(answers.ask(asked), ["45个", "30个", "减少15个"], [])
    assert_says(answers.ask("养老机构的床位,昌乐县2022年打算再加几张"), ["270张"], [])


def test_a_place_without_documents_is_no_place_of_others(tmp_path: Path) -> None:
    answers = open_over(tmp_path, {"a.txt": PLANS})
    assert answers.ask("顺便问下上城2022年引进亿元以上项目").refused


VISITS = """昌乐县2022年政府工作总结

2022年,累计开展走访服务1351家次,收集堵点难点73个,实际解决67个;累计走访65家重点企业。
"""


def test_a_thing_is_counted_by_what_was_done_and_not_by_what_led_to_it(tmp_path: Path) -> None:
    answers = open_over(tmp_path, {"a.txt": VISITS})
    asked = "走访企业发现的堵点难点,昌乐县2022年解决掉多少个?"
    assert_says(answers.ask(asked), ["67个"], ["65家"])


@pytest.mark.parametrize(
    "months", ["前11个月", "1-11月", "截至2022年11月,前11个月", "2022年1-11月"]
)
def test_the_plan_beside_a_part_of_the_year_is_that_of_the_year(
    tmp_path: Path, months: str
) -> None:
    table = (
        "上城区2022年重点任务四季度进展表\n\n序号 | 目标任务 | 牵头单位 | 进展情况 |\n"
        "1 | 固定资产投资增长9%(确保6%)。 | 区发改局 | 1-11月,固定资产投资增长12.5%。 |\n"
        "2 | 新增学位300个。 | 区教育局 | 已新增学位280个。 |\n"
    )
    answer = open_over(tmp_path, {"t.txt": table}).ask(
        f"上城区{months}固投增幅是多少?当初定的目标是多少?"
    )
    assert_says(answer, ["12.5%", "9%", "6%"], ["未提供"])
