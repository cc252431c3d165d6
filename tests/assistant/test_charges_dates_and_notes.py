"""Who 责任人 is, a date in a clause of its own, one month's rate, notes, and things left over."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over, talk

from assistant.chain import Assistant

LIST = """清河区2025年重点工作任务清单及上半年推进情况

清河区人民政府督查室 2025-07-12

一、农业(2项)

1. 花椒种植面积18万亩,建设花椒加工园。责任单位:区农业农村局。责任人:柳青山。进展:完成花椒移栽18.6万亩。
2. 建设高标准农田2.6万亩。责任单位:区农业农村局。责任人:柳青山。进展:建成1.2万亩。

二、城建(2项)

3. 城区第三水厂建成通水,日供水规模5万立方米。责任单位:区水务局。责任人:白云飞。进展:净水厂主体完工,管线完成15.2公里,计划10月通水。
4. 建成滨河大道北延线、槐花路2条道路。责任单位:区住建局。责任人:白云飞。进展:槐花路4月18日建成通车;滨河大道北延线完成路基的76%。

请各责任单位对照清单,确保年底前全面完成。
"""  # noqa: E501
MONTHLY = """清河区2023年上半年经济运行情况

上半年,全区规模以上工业增加值同比增长8.3%,比一季度提高2.5个百分点。6月当月增长10.9%。
"""
REPORT = """清河区2024年政府工作报告

一、2023年工作回顾
发放消费券3批次2400万元,直接拉动消费2.6亿元。48件民生实事完成46件,另有2件(客运站迁建、东片区管网二期)因征地结转2024年实施。

二、2024年重点工作
安排区级重点项目172个。单位GDP能耗下降完成市下达任务。

名词解释:
“一窗管到底”:将21个部门的312项许可事项集中到一个窗口办理。
"""
PRACTICAL = """清河区2022年民生实事完成情况公示

序号	项目类别	项目内容	责任单位	完成情况
1	健康清河	培训救护员1500人，公共场所配置AED40台	区红十字会	培训救护员1612人，配置AED52台。
2	文化清河	送戏下乡90场	区文旅局	送戏下乡96场。
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    texts = {"a.txt": LIST, "b.txt": MONTHLY, "c.txt": REPORT, "d.txt": PRACTICAL}
    return open_over(tmp_path_factory.mktemp("charges"), texts)


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("清河花椒那项(2025年)谁是责任人?移栽完成多少亩?", ("柳青山", "18.6万亩"), ("对照清单",)),
        ("清河花椒那项谁是责任人?", ("柳青山",), ("18.6",)),
        ("清河第三水厂什么时候能通水?", ("10月通水",), ()),
        ("清河区槐花路什么时候通车?", ("4月18日",), ()),
        ("清河区2023年6月规上工业增加值增长多少?", ("10.9%",), ("8.3%",)),
        ("清河区2023年上半年规上工业增加值增长多少?", ("8.3%",), ("10.9%",)),
        ("清河区2023年发了多少消费券?带动多少消费?", ("2400万元", "2.6亿元"), ()),
        ("清河区的“一窗管到底”是把几个部门的多少项许可集中起来?", ("21个", "312项"), ()),
        ("清河区2024年单位GDP能耗下降目标是多少?", ("完成市下达任务",), ()),
        ("2024年清河区一共排了多少个区级重点项目?", ("172个",), ()),
        ("清河区2022年AED配了多少台?", ("52台",), ("1612",)),
        ("清河区2022年AED计划配多少台?", ("40台",), ("52",)),
        (
            "清河区2023年的48件民生实事里,哪两件没做完?是什么原因?",
            ("客运站", "管网", "征地"),
            (),
        ),
    ],
)
def test_what_is_asked_is_told(
    told: Assistant, question: str, said: tuple[str, ...], unsaid: tuple[str, ...]
) -> None:
    assert_says(told.ask(question), said, unsaid)


@pytest.mark.parametrize(
    "question",
    [
        "清河区滨河大道北延线什么时候通车?",
        "清河区2023年民生实事完成了哪两件?",
        "清河区2023年5月规上工业增加值增长多少?",
    ],
)
def test_what_is_told_of_another_is_not(told: Assistant, question: str) -> None:
    assert told.ask(question).refused


def test_a_follow_up_asks_which_are_left(told: Assistant) -> None:
    answer = talk(told, "清河区2023年民生实事完成了多少件?", "没完成的是哪两件?", "什么原因?")
    assert_says(answer, ("客运站", "管网", "征地"), ())


def test_what_a_plant_can_do_in_a_day(told: Assistant) -> None:
    answer = told.ask("清河第三水厂每天能供水多少立方米?")
    assert_says(answer, ("5万立方米",), ("15.2",))


def test_a_follow_up_asks_when(told: Assistant) -> None:
    assert "10月" in talk(told, "清河第三水厂建得怎么样了?", "责任人呢?", "什么时候能通水?").text
