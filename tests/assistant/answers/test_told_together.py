"""What a sentence tells together: lists in brackets, a count with its rise, what is quoted."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant

BUREAU = """番禺区卫生健康局2022年工作总结

2022年,全区共有医疗机构633间,相比2021年末增加41间。全系统共有医务人员1.2万人。

一、主要工作
年内通过评审的有3项(慢性病示范区复审、卫生应急示范县评审、健康县区评估),尚未通过的有2项(甲项目;乙项目)。
年内回访就诊群众1500人,总体满意率95.8%,其中满意率最高的是“家庭医生签约”(98.7%),最低的是“夜间急诊”(88.2%)。
"""
PLAN = """关于新洲区2022年国民经济和社会发展计划执行情况与2023年计划草案的报告

一、2022年计划执行情况

社会消费品零售总额超310亿元,排名全市第六;进出口完成45亿元,守住全市外贸第二方阵;规上工业增加值增长8%。
社会消费品零售总额增长9.5%,高于全年增速目标2.5个百分点。
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("together")
    return open_over(folder, {"bureau.txt": BUREAU, "plan.txt": PLAN})


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("番禺区2022年有多少家医疗机构?比2021年底多了多少家?", ["633间", "41间"], ["未提供"]),
        ("番禺区2022年通过评审的是哪3项?", ["慢性病示范区", "应急", "健康县区"], ["甲项目"]),
        ("番禺区2022年尚未通过评审的是哪2项?", ["甲项目", "乙项目"], ["示范区"]),
        (
            "“社零排名全市第六、守住全市外贸第二方阵”,说的是哪个区、哪一年?",
            ["新洲区2022年", "第六", "第二方阵"],
            ["番禺"],
        ),
        ("番禺区2022年群众满意率最低的是哪一项,多少?", ["夜间急诊", "88.2%"], ["95.8", "98.7"]),
        ("番禺区2022年哪一项满意率最高?", ["家庭医生签约", "98.7%"], ["95.8", "夜间"]),
        (
            "新洲区2022年社零增长多少?比年初目标高出几个百分点?",
            ["9.5%", "2.5个百分点"],
            [],
        ),
    ],
)
def test_what_one_sentence_tells_is_told_together(
    told: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(told.ask(question), said, unsaid)


def test_a_list_of_another_length_is_not_given_item_by_item(told: Assistant) -> None:
    assert "\n- " not in told.ask("番禺区2022年通过评审的是哪4项?").text


def test_a_quote_that_stands_nowhere_is_not_told_of_a_like_one(told: Assistant) -> None:
    answer = told.ask("“社零排名全市第六、守住全市外贸第九方阵”,说的是哪个区?")
    assert "第二方阵" not in answer.text


def test_a_whole_is_not_told_for_the_lowest_of_its_parts(told: Assistant) -> None:
    answer = told.ask("番禺区2022年群众满意率最差的是哪一项?")
    assert answer.refused
    assert "95.8" not in answer.text
