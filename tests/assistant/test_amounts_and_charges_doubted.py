"""What one row costs, whether somebody leads a task, and the two sides that were spoken of."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from assistant.chain import Assistant
from tests.assistant.conftest import assert_says, open_over, talk

_WORKS = """松陵区2025年民生实事项目责任清单

2025年全区实施民生实事5项,计划投入资金4300万元,其中市级补助1200万元、区级财政安排2600万元。

序号 | 实施内容 | 资金(万元) | 完成时限 | 牵头单位 | 分管区领导 |
1 | 改造提升菜市场6个。 | 800 | 9月底 | 区商务局 | 丁一 |
2 | 新建老年食堂12个。 | 450 | 10月底 | 区民政局 | 丁一 |
3 | 新增公共停车泊位1700个。 | 950 | 11月底 | 区综合行政执法局 | 王二 |
4 | 改造老旧小区21个。 | 1900 | 12月底 | 区住房城乡建设局 | 王二 |
5 | 加装电梯40部。 | 200 | 12月底 | 区住房城乡建设局 | 王二 |

说明:2024年全区实施民生实事4项,全年实际投入资金3900万元。
"""
_REPORT = """柳子区2020年国民经济和社会发展计划执行情况的报告

一、2020年计划执行情况
安装路灯640盏。完成屋面防水整修住宅小区17个。新增公共停车泊位2300个。
"""
_OTHER = """梅江区2020年国民经济和社会发展计划执行情况的报告

一、2020年计划执行情况
全年新增公共停车泊位1500个。
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """A list of works, and reports of two other districts."""
    documents = {"松陵区.txt": _WORKS, "柳子区.txt": _REPORT, "梅江区.txt": _OTHER}
    return open_over(tmp_path_factory.mktemp("amounts"), documents)


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("松陵区第2项预算多少万?", ["450万元"], ["10月底", "民政局"]),
        ("松陵区民生实事第3项要花多少钱?", ["950万元"], ["11月底", "执法局"]),
        (
            "松陵区2025年的公共停车泊位由住建局牵头吗?新增几个?",
            ["1700个", "综合行政执法局"],
            ["加装电梯"],
        ),
        ("松陵区2025年老年食堂是不是归教育局管的?", ["区民政局"], []),
        ("柳子区2020年屋面防水整修完成多少?", ["17个"], []),
        ("柳仔区2020年安装路灯多少盏?", ["640盏"], []),
    ],
)
def test_what_one_row_tells(
    assistant: Assistant, question: str, said: Sequence[str], unsaid: Sequence[str]
) -> None:
    assert_says(assistant.ask(question), said, unsaid)


@pytest.mark.parametrize(
    ("turns", "said", "unsaid"),
    [
        (
            ("松陵区2025年民生实事计划投入资金是多少?", "其中区级财政出多少?"),
            ["2600万元"],
            ["4300"],
        ),
        (
            (
                "松陵区2025年民生实事计划投入资金是多少?",
                "2024年实际投入了多少?",
                "今年比去年多多少?",
            ),
            ["400万元"],
            [],
        ),
        (("柳子区2020年安装路灯多少盏?", "屋面防水整修呢"), ["17个"], ["640盏"]),
        (
            ("柳子区2020年增加停车泊位几个?", "那梅江区呢?", "两个区比,停车泊位谁多?"),
            ["2300个", "1500个"],
            ["松陵区"],
        ),
    ],
)
def test_what_was_spoken_of(
    assistant: Assistant, turns: Sequence[str], said: Sequence[str], unsaid: Sequence[str]
) -> None:
    assert_says(talk(assistant, *turns), said, unsaid)
