"""What short names that count several things stand for, each of them: 一核两带三片."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant

QUOTED = """江宁区“十四五”规划纲要(节选)

第三章 空间布局

构建“一核两带”格局。“一核”即麒麟科创核;“两带”即沿江产业带、牛首生态带。沿江产业带到2025年产值达到420亿元。
"""
BARE = """六合区“十四五”规划纲要(节选)

第三章 空间布局

形成“一主三副、两轴”的城镇布局。一主：雄州主城，承担综合服务功能。三副：龙袍新城、竹镇新市镇、葛塘片区；两轴：滁河发展轴、宁连发展轴。
"""


@pytest.fixture(scope="module")
def plans(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("short-names"), {"a.txt": QUOTED, "b.txt": BARE})


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("江宁区“一核两带”分别指什么?", ["麒麟科创核", "沿江产业带", "牛首生态带"], ["420"]),
        ("江宁区一核两带是什么?", ["麒麟科创核", "牛首生态带"], ["420"]),
        ("江宁区的一核、两带分别是哪些?", ["麒麟科创核", "牛首生态带"], ["420"]),
        ("六合区“一主三副、两轴”指的是什么?", ["雄州主城", "葛塘片区", "宁连发展轴"], []),
        ("六合区一主三副两轴分别是什么?", ["雄州主城", "葛塘片区", "宁连发展轴"], []),
        ("江宁区“一核两带”里的两带是哪些?", ["沿江产业带", "牛首生态带"], ["麒麟科创核"]),
    ],
)
def test_each_part_of_a_short_name_is_told(
    plans: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(plans.ask(question), said, unsaid)
