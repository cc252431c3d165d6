"""What an evaluation of a plan tells: where things got to, and what the plan's last year wants."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant

EVALUATION = """奉化区国民经济和社会发展第十四个五年规划纲要实施情况中期评估报告

奉化区发展和改革局    2023年11月

除特别注明外,数据截至2022年底。

一、主要指标完成情况

2022年,全区地区生产总值达到812.5亿元,距2025年达到1100亿元的目标还有287.5亿元的差距。社会消费品零售总额由2020年的301.7亿元增加到2022年的342.9亿元,2025年目标为420亿元。国家高新技术企业由2020年的210家增加到2022年的365家,提前完成2025年320家的目标。森林覆盖率由2020年的65.1%提高到66.4%,2025年目标67%。

二、重点任务进展

(一)产业发展提质。新增规上工业企业58家,关停搬迁沿江码头9座。
(二)民生持续改善。新增养老床位735张,新建公园17个。

三、下一步工作建议

到2025年新增托位1800个。
"""


@pytest.fixture(scope="module")
def evaluation(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("evaluation"), {"evaluation.txt": EVALUATION})


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("奉化区2025年社会消费品零售总额的目标是多少?", ["420亿元"], ["342.9"]),
        ("奉化区2025年地区生产总值目标是多少?", ["1100亿元"], ["812.5亿元", "287.5亿元"]),
        ("奉化区2025年国家高新技术企业要达到多少家?", ["320家"], ["365家"]),
        ("奉化区2022年森林覆盖率是多少?", ["66.4%"], ["67%"]),
        ("奉化区2022年新增养老床位多少张?", ["735张"], []),
        ("奉化区2022年新增规上工业企业多少家?", ["58家"], []),
    ],
)
def test_results_and_goals_of_a_plan(
    evaluation: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(evaluation.ask(question), said, unsaid)


@pytest.mark.parametrize("thing", ["社会消费品零售总额", "森林覆盖率", "国家高新技术企业"])
def test_the_last_year_of_a_plan_wants_nothing_of_the_year_told(
    evaluation: Assistant, thing: str
) -> None:
    assert evaluation.ask(f"奉化区2022年{thing}的目标是多少?").refused


def test_a_byline_with_a_month_is_no_heading(evaluation: Assistant) -> None:
    (profile,) = evaluation.evidence.corpus.profiles.values()
    assert profile.publisher == "奉化区发展和改革局"
    assert profile.periods == {"planned": "2021/2025", "reported": "2022"}
