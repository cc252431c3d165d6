"""What is told is of the thing asked for: its whole, row and date, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import assert_says, open_over, turn

from assistant.chain import Assistant

TASKS = """西湖区2024年重点任务1-8月推进情况

| 序号 | 目标任务 | 责任单位 | 计划数 | 完成数 | 1-8月进展 |
|---|---|---|---|---|---|
| 1 | 新增公办学位900个、普惠托位300个 | 区教育局 | 1200个 | 1050个 | 文新小学投用,公办学位800个 |
| 2 | 全区接待游客900万人次 | 区文旅局 | 900万人次 | 610万人次 | 1-8月接待游客610万人次 |
| 3 | 龙坞茶镇景区接待游客50万人次 | 区文旅局 | 50万人次 | 31.2万人次 | 接待31.2万人次 |
| 4 | 新增养老床位300张 | 区民政局 | 300张 | 260张 | 新增家庭养老床位200张;新增机构养老床位60张 |

受理群众来信215件,主要集中在停车场建设、物业管理两个方面。
古荡立体停车场由区住建局牵头,11月底前办结规划许可手续。

滞后项目及整改时限

| 序号 | 项目 | 滞后原因 | 整改时限 |
|---|---|---|---|
| 1 | 更换燃气管线9公里 | 交叉施工 | 2024年10月31日 |
| 2 | 新建口袋公园4处 | 土地未交付 | 2025年3月20日 |
"""
REPORT = """西湖区2023年统计公报

农村居民人均可支配收入48200元,农村居民人均消费支出29100元。
5个省重点项目完成投资12.6亿元,完成年度计划的131%。17个市重点项目完成投资80.4亿元,完成年度计划的108%。
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    documents = {"tasks.txt": TASKS, "report.txt": REPORT}
    return open_over(tmp_path_factory.mktemp("beside"), documents)


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("西湖区2024年1-8月新增了多少张养老床位?", ["260张"], ["200张"]),
        ("西湖区2024年1-8月新增了多少张家庭养老床位?", ["200张"], ["260张"]),
        ("西湖区2024年1-8月新增了多少个公办学位?", ["800个"], ["1050"]),
        ("西湖区龙坞茶镇景区2024年1-8月来了多少游客?", ["31.2万"], ["610"]),
        ("西湖区停车场规划许可手续什么时候办结?", ["11月底前"], ["215"]),
        ("西湖区燃气管线什么时候能整改完?", ["2024年10月31日"], ["2025年3月20日"]),
        ("农村人一年人均花,西湖区2023年是多少钱?", ["29100元"], ["48200"]),
        ("西湖区2023年省重点项目投资相当于年度计划的百分之几?", ["131%"], ["108%"]),
    ],
)
def test_only_what_is_asked_is_told(
    told: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(told.ask(question), said, unsaid)


def test_the_date_of_any_row_is_not_told(told: Assistant) -> None:
    assert told.ask("西湖区2024年什么时候能整改完?").refused


def test_one_of_several_rows_with_the_words_is_not_told(told: Assistant) -> None:
    assert told.ask("西湖区2024年进展一栏写着“新增”的任务由谁牵头?").refused
    one = told.ask("西湖区2024年进展一栏写着“文新小学投用”的任务由谁牵头?")
    assert_says(one, ["区教育局"], ["区民政局"])


def test_the_share_of_the_plan_follows_the_projects(told: Assistant) -> None:
    first = told.ask("西湖区2023年那几个省重点项目,投资完成了多少?")
    second = told.ask("相当于年度计划的百分之几?", [turn(first)])
    assert_says(second, ["131%"], ["108%"])
    assert_says(told.ask("市重点那批呢?", [turn(first), turn(second)]), ["108%"], ["131%"])


@pytest.mark.parametrize("question", ["停车场建得怎么样了?", "停车场建设进展怎样?"])
def test_what_others_complain_of_tells_nothing_of_it(told: Assistant, question: str) -> None:
    answer = told.ask(f"西湖区2024年{question}")
    assert "215" not in answer.text


def test_how_things_stand_is_told_by_the_row_whose_goal_counts_them(
    tmp_path: Path,
) -> None:
    text = TASKS.replace("全区接待游客900万人次", "新增公共停车位900个").replace("万人次", "个")
    answer = open_over(tmp_path, {"tasks.txt": text}).ask("西湖区2024年停车位建设进展怎样?")
    assert_says(answer, ["610个"], ["215"])


def test_a_date_is_of_the_year_of_its_row(told: Assistant) -> None:
    text = told.ask("西湖区新建口袋公园什么时候能整改完?").text
    assert text.startswith("西湖区2024年:")
    assert "2025年3月20日" in text


def test_which_and_why_are_no_name_of_what_follows(told: Assistant) -> None:
    first = told.ask("西湖区2024年口袋公园建得怎么样了?")
    second = told.ask("有哪个项目滞后,什么原因?", [turn(first)])
    third = told.ask("整改时限是什么时候?", [turn(first), turn(second)])
    assert "滞后,什么" not in third.standalone_question
    assert "建得" not in third.standalone_question


def test_the_plan_that_lists_projects_is_no_goal(tmp_path: Path) -> None:
    text = (
        "西湖区2023年工作总结\n加大招商引资力度,目标完成投资74亿元。\n"
        "9个项目列入省级制造业重大项目计划,1-11月完成投资33亿元。\n"
    )
    question = "西湖区列入省级制造业重大项目计划的9个项目,2023年1-11月完成了多少投资?"
    assert_says(open_over(tmp_path, {"sum.txt": text}).ask(question), ["33亿元"], ["74亿"])


def test_a_rate_is_not_told_by_progress_without_one(tmp_path: Path) -> None:
    text = TASKS.replace("完成数 |", "完成数 | 完成率 |").replace("260张 |", "260张 | 86.7% |")
    text = text.replace("|---|---|---|---|---|---|", "|---|---|---|---|---|---|---|")
    for number in ("1050个", "610万人次", "31.2万人次"):
        text = text.replace(f"{number} |", f"{number} | 68% |", 1)
    asked = open_over(tmp_path, {"tasks.txt": text})
    first = asked.ask("西湖区2024年1-8月养老床位新增了多少张?")
    assert_says(asked.ask("完成百分之几了?", [turn(first)]), ["86.7%"], ["200张"])


PLAN = """西湖区2021年计划

积极推进云栖小镇36个建设项目。收储11宗425亩。力争双浦合作园全年完成产业投资8亿元、产值21亿元。
"""


def test_a_thing_of_one_character_is_another_subject(tmp_path: Path) -> None:
    plan = open_over(tmp_path, {"plan.txt": PLAN})
    first = plan.ask("西湖区2021年云栖小镇要推进多少个建设项目?")
    assert_says(plan.ask("那年打算收储多少地?", [turn(first)]), ["425亩"], ["36个"])


def test_a_particle_is_no_trade(tmp_path: Path) -> None:
    plan = open_over(tmp_path, {"plan.txt": PLAN})
    answer = plan.ask("双浦合作园2021年的产业投资和产值目标各是多少?")
    assert_says(answer, ["8亿元", "21亿元"], [])
