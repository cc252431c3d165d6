"""One of several things asked for alone, a plan and its result in one follow-up, one verdict."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over, talk

from assistant.chain import Assistant

PROGRESS = """清河区2024年重点任务三季度进展情况

序号	重点任务	年度投资（万元）	责任单位	截至三季度末进展情况
1	新建图书馆2座	460	区文旅局	东门、柳园2座图书馆建成开放，藏书3.1万册。
2	改造菜市场7个	900	区商务局	完成5个，石桥、北关2个菜市场因拆迁纠纷尚未开工。
3	打通断头路3条	2600	区住建局	新华路、春风路已通车；东环路因管线迁改滞后。
4	完成镇属企业改革任务	/	区国资局	完成改革任务38项中的36项。
5	规上工业增加值增长8%，技改投资增长12%	/	区工信局	1-9月规上工业增加值增长9.1%，技改投资增长10.4%。
6	改造老旧小区41个、120万平方米	5000	区住建局	41个小区全部开工，完工29个、85万平方米。
"""  # noqa: E501
REPORT = """清河区2023年国民经济和社会发展计划执行情况的报告

一、2023年计划执行情况
进出口总额达到86.4亿元，增长21.5%，其中出口70.2亿元。服装产业集群总产值达420亿元。
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    texts = {"progress.txt": PROGRESS, "report.txt": REPORT}
    return open_over(tmp_path_factory.mktemp("alone"), texts)


@pytest.mark.parametrize(
    "question",
    [
        "清河区2023年光是服装一项出口了多少亿元?",
        "清河区2023年仅服装这一项出口额是多少?",
        "清河区柳园图书馆单独花了多少万元?",
        "清河区2024年光是东门图书馆投了多少万元?",
    ],
)
def test_what_is_told_of_all_is_told_of_none_alone(told: Assistant, question: str) -> None:
    assert told.ask(question).refused


def test_what_a_row_is_of_as_a_whole_is_told(told: Assistant) -> None:
    assert_says(told.ask("清河区新建图书馆的年度投资是多少万元?"), ("460万元",), ())


@pytest.mark.parametrize(
    "question",
    [
        "要改几个,改完了几个?",
        "计划改几个,实际改完几个?",
        "目标几个,完成几个?",
        "要改几个?改好几个?",
    ],
)
def test_a_follow_up_asks_for_the_plan_and_its_result(told: Assistant, question: str) -> None:
    answer = talk(told, "清河区2024年菜市场改造是哪个部门负责?", question)
    assert_says(answer, ("7个", "5个"), ("36项", "38项"))


def test_a_result_that_no_figure_surely_is_is_told_by_its_row(told: Assistant) -> None:
    answer = talk(told, "清河区2024年老旧小区改造谁负责?", "目标多少个,完成了多少个?")
    assert_says(answer, ("41个", "完工29个"), ("文档未提供",))


def test_what_is_judged_is_not_told_again_with_its_row(told: Assistant) -> None:
    answer = told.ask("清河区2024年前三季度技改投资增速达标没有?差多少?")
    assert_says(answer, ("12%", "10.4%", "1.6个百分点"), ("9.1%",))
