"""Short pages: a table with its notes, and a few sentences of a report, asked in everyday words."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over, talk

from assistant.chain import Assistant

PROJECTS = """青山区2025年区级重点项目进度表(截至2025年6月30日)
单位:万元

序号 | 项目名称 | 建设性质 | 总投资 | 2025年计划投资 | 1-6月完成投资 | 完成率 | 形象进度
1 | 白鹭湖水厂扩建 | 续建 | 32000 | 8000 | 5200 | 65.0% | 清水池封顶
2 | 北岸棚户区安置房 | 续建 | 91000 | 20000 | 8200 | 41.0% | 主体施工至12层
3 | 智谷产业园 | 新建 | 56000 | 15000 | 4500 | 30.0% | 完成土方开挖

说明:
1.上半年时间进度为50%,完成率低于50%的项目列为“滞后项目”。
"""
TARGETS = """青山区“十四五”规划纲要(节选)

专栏 主要指标
类别 | 序号 | 指标名称 | 2020年 | 2025年 | 属性
经济发展 | 1 | 地区生产总值(亿元) | 410 | 600 | 预期性
绿色生态 | 2 | 森林覆盖率(%) | 40.2 | 41 | 约束性
绿色生态 | 3 | 空气质量优良天数比率(%) | 86 | 88.5 | 约束性
"""
REPORT = """滨湖县2024年三季度经济运行情况

前三季度,外贸进出口总额61.4亿元,增长9.2%,其中对东盟进出口20.7亿元,增长15.1%,占进出口总额的33.7%。

下一步工作
抓好招商引资。组建3支驻点招商小分队,分赴武汉、长沙、合肥。
盘活闲置用地。由副县长周其安牵头,盘活闲置用地800亩以上。
办好人民教育。2024年计划投用新建学校2所,分别是沙洲小学和东塘中学,新增学位2160个。
"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    documents = {"projects.txt": PROJECTS, "targets.txt": TARGETS, "report.txt": REPORT}
    return open_over(tmp_path_factory.mktemp("pages"), documents)


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("青山区北岸棚户区安置房算不算滞后项目?", ["41.0%", ",属于“滞后项目”"], ["91000"]),
        ("青山区智谷产业园滞后了吗?", ["30.0%", ",属于“滞后项目”"], ["56000"]),
        ("青山区白鹭湖水厂扩建是不是滞后项目?", ["65.0%", "不属于“滞后项目”"], ["32000"]),
        ("青山区智谷产业园完成率多少,算滞后吗?", ["30.0%", ",属于“滞后项目”"], ["56000"]),
    ],
)
def test_one_row_is_judged_by_what_a_note_defines(
    pages: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(pages.ask(question), said, unsaid)


def test_the_row_spoken_of_is_judged_too(pages: Assistant) -> None:
    answer = talk(pages, "青山区北岸棚户区安置房上半年完成投资多少?", "完成率多少?算不算滞后?")
    assert_says(answer, ["41.0%", ",属于“滞后项目”"], ["65.0%", "30.0%"])


@pytest.mark.parametrize(
    ("question", "said"),
    [("这个指标是约束性的还是预期性的?", "约束性"), ("约束性还是预期性?", "约束性")],
)
def test_of_the_sorts_offered_that_of_the_row_spoken_of(
    pages: Assistant, question: str, said: str
) -> None:
    answer = talk(pages, "青山区森林覆盖率的2025年目标是多少?", question)
    assert_says(answer, [said, "森林覆盖率"], ["预期性", "绿色生态", "优良天数"])


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("滨湖县2024年前三季度和东盟的进出口有多少?", ["20.7亿元"], ["61.4", "33.7"]),
        ("滨湖县2024年前三季度跟东盟做了多少亿的外贸?", ["20.7亿元"], ["61.4", "33.7"]),
        ("滨湖县盘活闲置用地的事是谁牵头?", ["周其安"], []),
        ("滨湖县的驻点招商小分队要派到哪几个城市?", ["武汉、长沙、合肥"], []),
        ("滨湖县2024年一共增加多少学位?", ["2160个"], []),
    ],
)
def test_a_report_is_asked_in_everyday_words(
    pages: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(pages.ask(question), said, unsaid)


@pytest.mark.parametrize(
    "question",
    ["滨湖县2024年前三季度对欧盟进出口多少?", "滨湖县2024年前三季度和美国的进出口有多少?"],
)
def test_trade_with_one_is_not_told_of_another(pages: Assistant, question: str) -> None:
    assert pages.ask(question).refused
