"""How far the works of a table are, at the end of the quarter that its column names."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant

TABLE = """浦北县2024年政府工作报告重点任务三季度进展情况表
| 序号 | 工作任务 | 牵头单位 | 三季度进展情况 |
|---|---|---|---|
| 1 | 完成马江流域水生态综合修复一期 | 县水利局 | 主体工程完成64%,受雨季影响略有滞后。 |
| 2 | 县中医医院新院项目主体封顶 | 县卫生健康局 | 已于7月9日完成主体封顶。 |
| 3 | 办好“六月六”小江歌会 | 县文化局 | 7月11日举办,现场参与群众3.2万人次,网络直播观看量95万人次。 |
| 4 | 新增公共停车位700个 | 县住建局 | 新增公共停车位610个。 |
"""


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("quarter"), {"table.md": TABLE})


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("浦北马江水生态修复一期到三季度末干到什么程度了?", "64%", "封顶"),
        ("浦北县马江流域水生态综合修复一期前三季度进展如何?", "64%", "封顶"),
        ("浦北县中医医院新院三季度末建到哪一步了?", "7月9日完成主体封顶", "64%"),
        ("浦北2024年六月六小江歌会现场来了多少群众?", "3.2万人次", "95万"),
    ],
)
def test_what_stands_there_is_found(
    tables: Assistant, question: str, told: str, untold: str
) -> None:
    assert_says(tables.ask(question), [told], [untold])


@pytest.mark.parametrize(
    "question",
    [
        "浦北县马江流域水生态综合修复一期6月底进展如何?",
        "浦北县马江流域水生态综合修复二期到三季度末干到什么程度了?",
    ],
)
def test_no_other_time_and_no_other_stage_is_told(tables: Assistant, question: str) -> None:
    assert "64%" not in tables.ask(question).text
