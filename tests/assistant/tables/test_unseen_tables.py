"""Tables in layouts of their own: merged numbers, chapters with a leader, several pages."""

from __future__ import annotations

import pytest

from assistant.chain import Assistant
from assistant.schema import Turn
from assistant.tables.focus import row_of
from ingest.readers.formats import Extracted
from ingest.understanding import understand
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
    "restarts.txt": (
        "滨江区2024年重点任务分工方案\n\n一、产业提升（责任领导：戊立群）\n"
        "1.新增规上企业26家。责任单位：区经信局\n2.完成技改项目60个。责任单位：区科技局\n"
        "二、民生改善（责任领导：己文娟）\n"
        "1.新增学位6240个。责任单位：区教育局\n2.建成养老中心3个。责任单位：区民政局\n"
    ),
    "invested.txt": (
        "2024年钱塘区为民办实事项目1-9月进展情况表\n\n"
        "序号\t项目名称\t年度任务\t年度计划投资(万元)\t1-9月完成情况\t累计完成投资(万元)"
        "\t责任单位\t挂钩区领导\n"
        "1\t长者食堂建设\t新建长者食堂10个\t500\t已建成7个\t372\t区民政局\t丙启东\n"
        "2\t学校食堂改造\t改造学校食堂42所\t630\t已完成42所\t618\t区教育局\t丁晓枫\n"
        "3\t充电桩建设\t新建充电桩300根，其中农村地区120根\t90\t352根（农村地区138根）\t81"
        "\t区发改局\t丙启东\n"
        "4\t公办幼儿园建设\t新建公办幼儿园4所，新增公办幼儿园学位960个\t9200"
        "\t100%（新增学位990个）\t6840\t区教育局\t丁晓枫\n"
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
        ("余杭区2024年口袋公园属于哪个方面,是第几项?", ("二、生态环境", "序号:3"), "为老"),
        # Numbers that begin anew in each chapter: each with its own, or that of the one named.
        ("滨江区2024年第2项是什么?", ("技改", "一、产业提升", "养老中心", "二、民生改善"), "学位"),
        ("滨江区民生改善第2项任务是什么?", ("养老中心", "己文娟"), "技改"),
        # Two columns asked at once; a name without the word for its kind.
        (
            "钱塘区2024年长者食堂计划投资多少?到9月底实际完成多少投资?",
            ("500万元", "372万元"),
            "630",
        ),
        ("钱塘区学校食堂改造的责任单位和挂钩领导是谁?", ("区教育局", "丁晓枫"), "丙启东"),
        # One of several goals, whose result goes by a shorter name.
        (
            "钱塘区2024年公办幼儿园学位要新增960个,实际新增多少?完成了吗?",
            ("990个", "已达到,高于目标30个"),
            "未达到",
        ),
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


def test_a_part_that_is_named_has_the_result_of_its_row(tables: Assistant) -> None:
    first = tables.ask("钱塘区2024年新建了多少根充电桩?")
    row = row_of(first.text, first.citations)
    turn = Turn(first.question, first.standalone_question, first.text, row=row)
    answer = tables.ask("其中农村有多少?", [turn])
    assert "138根" in answer.text
    assert "120根" not in answer.text


def test_a_share_of_the_plan_is_a_result() -> None:
    text = DOCUMENTS["merged.txt"].replace("完成 | 责任部门", "占全年计划 | 责任部门")
    text = text.replace("| 216张 |", "| 108% |")
    document = understand(Extracted("merged.txt", text, (), "0" * 64, "txt"))
    told = {(i.kind, i.measure) for i in document.indicators if i.value == "108"}
    assert told == {("actual", "share")}
