"""A progress cell that opens with the goal of its row: no result, and no goal of its own."""

from __future__ import annotations

import pytest
from conftest import open_over

from assistant.chain import Assistant

PROGRESS = """枫桥区2024年民生实事项目进展表(截至9月底)

序号 | 项目名称 | 年度目标 | 进展情况 | 牵头单位
1 | 出行便利 | 改建客运车站4座 | 改建客运车站4座:已完成施工招标 | 区交通局
2 | 托育服务 | 建成托育园3所 | 建成托育园3所:1所完成主体,2所正在装修 | 区教育局
3 | 绿地提升 | 新建街心花园8个 | 新建街心花园8个,已全部开工 | 区住建局
4 | 文化惠民 | 建成乡村戏台2座 | 建成乡村戏台2座:东坪村、西坪村 | 区文旅局
5 | 管网更新 | 更换供热管道21公里 | 更换供热管道21公里:已全部完成 | 区住建局
"""


@pytest.fixture(scope="module")
def progress(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("progress"), {"progress.txt": PROGRESS})


@pytest.mark.parametrize(
    ("thing", "told"),
    [
        ("客运车站改建好了吗", "已完成施工招标"),
        ("托育园建成了吗", "2所正在装修"),
        ("街心花园建成了吗", "已全部开工"),
    ],
)
def test_a_goal_said_again_is_no_result(progress: Assistant, thing: str, told: str) -> None:
    text = progress.ask(f"枫桥区2024年{thing}?").text
    assert told in text
    assert "已达到" not in text


@pytest.mark.parametrize("thing", ["乡村戏台建成了吗", "供热管道更换完成了吗"])
def test_what_is_listed_or_all_done_is_a_result(progress: Assistant, thing: str) -> None:
    assert "已达到,与目标相同" in progress.ask(f"枫桥区2024年{thing}?").text


@pytest.mark.parametrize("asked", ["实没实现目标", "达没达到目标", "完没完成"])
def test_a_verb_said_twice_asks_whether(progress: Assistant, asked: str) -> None:
    assert "已达到" in progress.ask(f"枫桥区2024年供热管道更换{asked}?").text
