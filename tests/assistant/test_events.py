"""What came of an event that the sentence before names, and the date of one doing among several."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant

REPORT = """江宁区2024年工作总结

一、2024年工作情况

全力推动江苏省人民医院江宁院区建设,3月9日签署合作协议,11月1日开工建设,完成投资2.6亿元。

成功举办首届江宁文化节。活动期间,共吸引观众8.2万人,带动消费3500万元。举办秋季招聘会。期间,达成就业意向1260人。
"""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("events"), {"report.txt": REPORT})


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("江苏省人民医院江宁院区2024年是哪天开工的?", ["11月1日"], ["3月9日"]),
        ("江苏省人民医院江宁院区2024年是哪天签的协议?", ["3月9日"], []),
        ("首届江宁文化节来了多少人?", ["8.2万人"], ["1260"]),
        ("江宁2024年秋季招聘会达成就业意向多少人?", ["1260人"], ["8.2万"]),
    ],
)
def test_an_event_has_what_is_told_of_it(
    report: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(report.ask(question), said, unsaid)
