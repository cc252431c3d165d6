"""Questions of a table whose header has two levels, one cell a line, and of an excerpt's rows."""

from __future__ import annotations

import pytest

from assistant.chain import Assistant
from tests.assistant.conftest import assert_says, open_over

HEADER = ["地区", "职业技能培训", "失业人员再就业", "责任单位：县人社局"]
LOWER = ["目标任务", "进度", "完成比例"] * 2
ROWS = [
    ["全县", "900人", "980人", "108.9%", "210人", "205人", "97.6%"],
    ["县本级", "100人", "152人", "152%", "20人", "24人", "120%"],
    ["柳坪镇", "500人", "540人", "108%", "110人", "98人", "89.1%"],
    ["青山镇", "90人", "91人", "101.1%", "30人", "30人", "100%"],
    ["石桥乡", "300人", "288人", "96%", "80人", "83人", "103.8%"],
]
TITLE = "柳溪县2023年民生工程完成情况表"


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    cells = [*HEADER, *LOWER, *(cell for row in ROWS for cell in row)]
    text = "\n\n".join([TITLE, "一、各乡镇就业服务指标", *cells, "备注：县本级为直接办理数。"])
    return open_over(tmp_path_factory.mktemp("levels"), {f"{TITLE}.txt": text})


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("柳坪镇2023年职业技能培训做了多少人?", "540人"),
        ("柳坪镇2023年职业技能培训的目标有多少?", "500人"),
        ("柳溪县石桥乡失业人员再就业实际是多少人?", "83人"),
        ("柳溪县石桥乡失业人员再就业完成比例是多少?", "103.8%"),
        ("柳溪县职业技能培训完成比例最高的乡镇是哪个?", "柳坪镇:108%"),
    ],
)
def test_a_cell_is_told_by_both_levels_of_its_column(
    assistant: Assistant, question: str, says: str
) -> None:
    assert_says(assistant.ask(question), [says], [])


def test_rows_that_missed_their_goal_are_those_of_the_thing_named(assistant: Assistant) -> None:
    answer = assistant.ask("柳溪县哪些乡镇失业人员再就业没完成任务?")
    assert "柳坪镇" in answer.text
    assert "石桥乡" not in answer.text
    answer = assistant.ask("柳溪县有几个乡镇职业技能培训没有完成目标?")
    assert "石桥乡" in answer.text
    assert "柳坪镇" not in answer.text
