"""Tables of towns and schools: in several units, of last year, with a note on what a word means."""

from __future__ import annotations

import pytest

from assistant.chain import Assistant
from tests.assistant.conftest import assert_says, open_over

NAMES = ("乡镇", "税收目标", "税收完成数", "完成率", "签约项目数", "到位资金", "综合排名")
ROWS = (
    ("东河镇", "12000", "12600", "105.0%", "3", "4.6", "2"),
    ("西岭镇", "8000", "8960", "112.0%", "5", "7.2", "1"),
    ("南坪镇", "5000", "4500", "90.0%", "1", "0.8", "3"),
    ("合计", "25000", "26060", "104.2%", "9", "12.6"),
)
TEXT = "\n".join(
    (
        "沛县2023年各乡镇税收和招商引资完成情况表",
        "单位：万元、个、亿元",
        *NAMES,
        *(cell for row in ROWS for cell in row),
        "",
        "备注：",
        "1.2022年全县到位资金11.3亿元。",
        "2.完成率低于95%的乡镇列为“滞后乡镇”。",
        "",
        "2024年工作安排",
        "2024年全县税收预期增长5%，到位资金15亿元。",
    )
)


SCHOOLS = """# 沛县2024年义务教育学校招生计划

| 学校名称 | 所属镇街 | 办学性质 | 计划招生（人） | 咨询电话 |
| --- | --- | --- | --- | --- |
| 东河小学 | 东河镇 | 公办 | 360 | 83512301 |
| 西岭小学 | 西岭镇 | 公办 | 225 | 83512316 |
| 启明学校 | 东河镇 | 民办 | 160 | 83512322 |
| 南坪小学 | 南坪镇 | 公办 | 120 | 83512330 |

| 阶段 | 时间 | 对象 |
| --- | --- | --- |
| 网上报名 | 6月20日—6月25日 | 全部适龄儿童 |
| 材料核验 | 7月2日 | 外来务工人员子女 |
| 补报名 | 8月16日 | 未按时报名者 |
"""


@pytest.fixture(scope="module")
def towns(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("towns"), {"甲.txt": TEXT, "乙.md": SCHOOLS})


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("2023年西岭镇税收完成了多少?", ["8960万元"], ["8000"]),
        ("2023年东河镇到位资金多少?", ["4.6亿元"], ["万元"]),
        ("2023年沛县各乡镇签约项目一共多少个?", ["9个"], ["12.6"]),
        ("2023年全县到位资金合计多少?", ["12.6亿元"], ["11.3", "15亿"]),
    ],
)
def test_a_cell_is_of_the_titles_year_and_in_its_columns_unit(
    towns: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(towns.ask(question), said, unsaid)


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("2023年沛县综合排名第一的是谁?", ["西岭镇"], ["东河镇", "南坪镇"]),
        ("沛县2023年有哪些滞后乡镇?", ["南坪镇", "完成率低于95%"], ["东河镇", "西岭镇"]),
        ("沛县咨询电话83512330是哪所学校的?", ["南坪小学"], ["东河小学"]),
        ("83512322是沛县哪个学校的电话?", ["启明学校"], ["南坪小学"]),
        ("沛县2024年的民办学校有哪几所?", ["启明学校"], ["小学"]),
        ("沛县2024年网上报名是哪几天?", ["6月20日—6月25日"], ["7月", "8月"]),
    ],
)
def test_rows_are_found_by_a_rank_a_defined_word_a_number_or_a_sort(
    towns: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(towns.ask(question), said, unsaid)
