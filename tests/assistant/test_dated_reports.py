"""Answers from reports of one place and year that reach to different dates, and from a banner's."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over, turn

from assistant.chain import Assistant
from assistant.evidence.draft import up_to

JUNE = """砀山县6月份民生工程进展情况
2025年全县24项民生实事中不设年度目标任务的有2项(甲类巡查;乙类整治),截至6月29日,其余22项中,已完成5项。已帮扶困难家庭318户,完成率106%。
"""
SEPTEMBER = """砀山县9月份民生工程进展情况
2025年全县24项民生实事中不设年度目标任务的有2项(甲类巡查;乙类整治),其余22项中,截至9月底已完成14项。剩余8项中,86条农村污水管网改造已完成71条(83%),预计10月底前完成。已帮扶困难家庭327户,完成率109%。
"""
BANNER = """2024年政府工作报告

来源:科左中旗 发布时间:2024-03-02

——在科左中旗第十九届人民代表大会第三次会议上

各位代表:

一、2023年工作回顾

全旗地区生产总值增长6.2%;居民人均可支配收入与经济增长基本同步。

——强农兴牧有新作为。乡村振兴扎实推进。消除返贫风险812人;争取衔接资金2.18亿元;实施项目74个。奶业振兴成效明显。奶牛存栏4.2万头。

——健康旗县加快建设。全旗共有医疗机构412间,比上年增加9间。
"""


@pytest.fixture(scope="module")
def dated(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(
        tmp_path_factory.mktemp("dated"),
        {"june.txt": JUNE, "september.txt": SEPTEMBER, "banner.txt": BANNER},
    )


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("砀山县2025年9月底完成了多少项民生实事?", ["14项"], ["5项", "24项"]),
        ("到2025年6月底,砀山县帮扶了多少户困难家庭?", ["318户"], ["327"]),
        ("到2025年9月底,砀山县帮扶了多少户困难家庭?", ["327户"], ["318"]),
        ("砀山县2025年9月底农村污水管网改造完成了多少条?", ["71条"], []),
        ("科左中旗2023年GDP增长多少?", ["6.2%"], []),
        ("科尔沁左翼中旗2023年GDP增长多少?", ["科左中旗", "6.2%"], []),
        ("科左中旗2023年有多少家医疗机构?", ["412间"], []),
        ("科左中旗2023年乡村振兴做得怎么样?", ["812人", "2.18亿", "74个"], ["各位代表", "奶牛"]),
    ],
)
def test_each_date_and_place_is_told_from_its_own_report(
    dated: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(dated.ask(question), said, unsaid)


def test_a_follow_up_may_ask_for_another_date(dated: Assistant) -> None:
    first = dated.ask("砀山县2025年9月底完成了多少项民生实事?")
    assert_says(dated.ask("6月底的时候呢?", [turn(first)]), ["5项"], ["14项"])


def test_that_time_is_said_of_a_date(dated: Assistant) -> None:
    first = dated.ask("到2025年9月底,砀山县帮扶了多少户困难家庭?")
    assert_says(dated.ask("6月底那会儿呢?", [turn(first)]), ["318户"], ["327"])


def test_amounts_that_count_from_one_january_are_set_against_each_other(dated: Assistant) -> None:
    answer = dated.ask("砀山县帮扶的困难家庭,2025年6月和9月的数各是多少?多了几户?")
    assert_says(answer, ["318户", "327户", "9户"], ["不宜直接比较"])


def test_words_on_how_an_income_grows_are_no_amount(dated: Assistant) -> None:
    assert dated.ask("科左中旗2023年居民人均可支配收入是多少元?").refused


def test_what_is_told_by_the_first_of_a_month_is_headed_by_that_day() -> None:
    near = "(截至2024年6月1日)"
    assert up_to("甲区", "2024-01/2024-05", near) == "甲区2024年截至6月1日"
    assert up_to("甲区", "2024-01/2024-04", near) == "甲区2024年截至4月"
