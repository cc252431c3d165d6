"""Tables in layouts of their own: merged numbers, chapters with a leader, several pages."""

from __future__ import annotations

import pytest

from assistant.chain import Assistant
from tests.assistant.conftest import open_over

DOCUMENTS = {
    "report.txt": "萧山区2024年政府工作报告\n一、2023年工作回顾\n全年新增学位3000个。\n",
    "merged.txt": (
        "2024年余杭区政府实事项目完成情况（截至2024年12月20日）\n\n"
        "方面 | 序号 | 实事项目 | 计划 | 完成 | 责任部门 |\n"
        "一、为老服务 | 1 | 新增养老床位 | 200张 | 216张 | 区民政局 |\n"
        "2 | 新增社区食堂 | 3个 | 4个 | 区民政局 |\n"
        "二、生态环境 | 3 | 新建绿地 | 6万平方米 | 6.3万平方米 | 区园林局 |\n"
        "新建口袋公园 | 5座 | 5座 | 区园林局 |\n"
        "4 | 建设滨水驿站 | 2个 | 2个 | 区建设局 |\n"
    ),
    "chapters.txt": (
        "临平区2024年《政府工作报告》主要目标任务责任分解方案\n\n"
        "一、建设产业体系\n（责任领导：甲立群）\n"
        "（一）培育市场主体。新增规上企业26家。\n责任单位：区统计局\n完成时限：12月底\n"
        "（二）完成技改项目60个。\n责任单位：区科技局\n完成时限：11月底\n\n"
        "二、办好民生实事\n（责任领导：乙文娟）\n"
        "（三）新增学位6240个。\n责任单位：区教育局、区城建集团\n完成时限：8月底\n"
        "（四）开展技能培训8000人次。\n责任单位：区人社局\n完成时限：11月底\n"
    ),
}


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("tables"), DOCUMENTS)


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        # A merged number is that of every row beside it, with its plan and its result.
        ("余杭区2024年第3项是什么?", ("新建绿地", "6.3万平方米", "口袋公园", "5座"), "驿站"),
        # Numbers in Chinese; the leader of a chapter is that of its items.
        ("临平区2024年分解方案第四项是什么?", ("技能培训", "乙文娟", "11月底"), "学位"),
        ("临平区2024年任务分解里,乙文娟负责哪些任务?", ("学位", "技能培训"), "技改"),
        # A 政府工作报告 that is known by the table of its tasks alone.
        ("临平区2024年政府工作报告里,甲立群负责哪几项?", ("规上企业", "技改"), "学位"),
    ],
)
def test_the_rows_that_are_meant_and_no_others(
    tables: Assistant, question: str, told: tuple[str, ...], untold: str
) -> None:
    answer = tables.ask(question)
    assert not answer.refused
    assert all(words in answer.text for words in told)
    assert untold not in answer.text
