"""One goal among several of a row, and the plan that a question gives as a number."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import open_over

from assistant.chain import Assistant

TASKS = """云和县2023年重点工作任务四季度进展情况表

序号\t工作任务\t牵头单位\t进展情况
1\t新增向日葵小屋5座、托位320个、家庭养老床位150张\t\
县卫健局\t1. 已完成家庭养老床位162张，助餐点20家。\
 2. 新增向日葵小屋9个（其中示范型4个），托位410个。
2\t新增省级绿色工厂6家、数字车间4家\t县经信局\t新增省级绿色工厂7家，数字车间3家
3\t完成危桥改造8座、管网改造5个\t县住建局\t完成危桥改造8座，管网改造11个
5\t走访企业帮扶纾困\t县经信局\t全年走访企业93家
6\t优化营商环境\t县商务局\t开展服务310次，收到意见71件，办结66件
4\t建设文化驿站6个，村级活动场地全部达到200平方米\t县文旅局\t5个文化驿站已完成选址
"""


@pytest.fixture(scope="module")
def tasks(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("goals"), {"tasks.txt": TASKS})


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        (
            "云和县2023年计划新增5座向日葵小屋,最后建了几个?完成没有?",
            ["5座", "9个", "已达到"],
            ["320个", "410个", "150张", "162张", "20家"],
        ),
        (
            "云和县2023年计划新增320个托位,最后新增了几个?",
            ["320个", "410个", "高于目标90个"],
            ["5座", "9个", "150张"],
        ),
        (
            "云和县2023年计划新增150张家庭养老床位,最后新增了几张?",
            ["150张", "162张", "高于目标12张"],
            ["320个", "9个", "20家"],
        ),
        (
            "云和县2023年数字车间定了新增4家,实际几家?完成没?",
            ["4家", "3家", "未达到"],
            ["6家", "7家"],
        ),
        (
            "云和县2023年管网改造原定5个,实际做了几个?",
            ["5个", "11个", "高于目标6个"],
            ["8座", "与目标相同"],
        ),
    ],
)
def test_the_plan_that_is_given_is_the_goal_that_is_told(
    tasks: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    text = tasks.ask(question).text
    assert [part for part in said if part not in text] == []
    assert [part for part in unsaid if part in text] == []


def test_how_far_a_goal_is_is_told_where_it_is_asked(tasks: Assistant) -> None:
    text = tasks.ask("云和县2023年新增托位目标多少,完成了吗,进展情况怎么样?").text
    assert "助餐点20家" in text


LEVELS = """景宁县2023年重点工作三季度落实情况表

板块\t事项\t年度目标\t牵头单位\t三季度落实情况
农业\t特色产业培育\t新增省级示范基地8个、国家级2个\t县农业局\t新增省级示范基地9个；国家级申报1个，尚未公示
城建\t停车泊位建设\t新增停车泊位300个\t县城管局\t新增停车泊位260个
水利\t供水管网改造\t改造供水管网20公里\t县水利局\t改造供水管网16公里
"""


def test_a_count_of_another_level_is_none_of_the_asked_one(tmp_path: Path) -> None:
    bases = open_over(tmp_path, {"levels.txt": LEVELS})
    assert "9个" in bases.ask("景宁县2023年到三季度新增省级示范基地几个?").text
    text = bases.ask("景宁县国家级示范基地新增了几个?").text
    assert "国家级申报1个，尚未公示" in text


def test_another_goal_of_the_row_is_not_counted_for_the_one_asked_for(tasks: Assistant) -> None:
    answer = tasks.ask("云和县2023年村级活动场地达到200平方米的村有几个?")
    assert answer.refused
    assert "5个" not in answer.text
    assert "5个" in tasks.ask("云和县2023年文化驿站完成选址的有几个?").text


def test_a_clause_that_leads_to_the_question_is_not_answered_for_it(tasks: Assistant) -> None:
    told = tasks.ask("云和县2023年走访企业,收到的意见有几个?").text
    assert "93" not in told
    assert "93家" in tasks.ask("云和县2023年走访企业多少家?").text
