"""Which things hold a rank: those that do, and none of another rank."""

from __future__ import annotations

import pytest
from conftest import open_over

from assistant.chain import Assistant

REPORT = """常宁市2023年农业农村工作总结
2023年,全市农业农村工作稳中有进。
一、主要指标
(一)粮食总产量:全年粮食总产量达到48.2万吨,增长1.9%,总量居全省第5。
(二)农民收入:农村居民人均可支配收入22310元,增长7.1%,增速居全省第一。
(三)农业投资:一产投资完成31.6亿元,总量全省第8,增速全省第1。
(四)农机总动力96万千瓦,排全省第3;设施蔬菜面积21万亩,居全省首位。
二、存在问题
冷链设施不足。
"""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("ranked"), {"report.txt": REPORT})


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("常宁市2023年哪些指标居全省第一?", ["22310", "31.6", "21万亩"], ["48.2", "96万"]),
        ("常宁市2023年这份材料里全省第1的指标有哪些?", ["22310", "31.6"], ["48.2", "96万"]),
        ("常宁2023年全省排名前三的指标有哪些?", ["22310", "96万", "21万亩"], ["48.2"]),
        ("常宁2023年总结里排全省首位的是哪几个?", ["22310", "21万亩"], ["96万"]),
        ("常宁2023年蔬菜方面居全省第一的有哪些?", ["21万亩"], ["22310", "31.6"]),
    ],
)
def test_what_holds_a_rank_is_listed(
    report: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    text = report.ask(question).text
    assert all(words in text for words in said)
    assert not any(words in text for words in unsaid)


def test_a_rank_that_nothing_holds_is_refused(report: Assistant) -> None:
    assert report.ask("常宁市2023年哪些指标居全省第二?").refused
