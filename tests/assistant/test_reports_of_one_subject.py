"""A report that is of one thing whole: its parts, a number with a name, and whose a cause is."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over, talk

from assistant.chain import Assistant

TABLE = """清河区2025年重点民生实事上半年工作进展情况表

序号\t实事名称\t具体内容\t年度目标\t责任单位\t上半年进展
1\t畅通出行\t新增公共停车位\t2000个\t区城管局\t新增公共停车位760个
\t\t加装电梯\t40部\t区住建局\t完工18部
2\t文体惠民\t新建健身点\t20处\t区文旅局\t建成12处
\t\t送戏下乡\t80场\t区文旅局\t开展51场

(一)总体进展。4项任务中,进度过半的3项,其中新增公共停车位因地块移交延后,进度仅38%,为全部任务最慢。

(二)主要做法。一是清单化推进,将4项任务细化为26个节点,上半年共通报6次、约谈2家单位。二是专班化攻坚,由副区长柳青山任领导小组组长,每月召开一次推进会。

(三)服务成效。社区食堂累计供餐8.6万人次。新开通客运班线3条。

(四)存在问题。一是部分项目前期准备不充分,平均开工时间推迟18天;二是群众参与渠道不宽,加装电梯因低层住户意见不统一,有5部未能开工。
"""


OTHERS = """柳河县2024年十件民生实事进展情况(截至2024年9月底)

序号\t实事名称\t年度目标\t牵头单位\t截至9月底进展
1\t加装电梯\t60部\t县住建局\t完工41部
2\t新增高新技术企业\t30家\t县科技局\t新增高新技术企业待省级公示,已申报36家
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    documents = {"table.txt": TABLE, "others.txt": OTHERS}
    return open_over(tmp_path_factory.mktemp("one"), documents)


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("清河区推进2025年民生实事,上半年主要有哪些做法?", ["清单化", "柳青山"], ["38%"]),
        ("清河区民生实事推进中存在哪些问题?", ["推迟18天", "有5部未能开工"], ["清单化"]),
        ("清河区民生实事的服务成效有哪些?", ["8.6万人次", "3条"], ["清单化", "18天"]),
        (
            "清河区2025年民生实事第2件叫什么,包括哪两项具体内容?",
            ["文体惠民", "健身点", "送戏下乡"],
            ["停车位", "没有给出"],
        ),
        (
            "清河区停车位今年要新增2000个,上半年做到多少了?为啥这么慢?",
            ["760个", "地块移交延后"],
            ["低层住户"],
        ),
        (
            "清河区加装电梯上半年完工多少部?为什么没有全部开工?",
            ["18部", "低层住户意见不统一"],
            ["地块"],
        ),
        ("清河区停车位今年要新增2000个,还差多少个?", ["低于目标1240个"], []),
        ("清河区新增公共停车位还差多少没完成?", ["低于目标1240个"], []),
        ("清河区今年民生实事的领导小组组长是谁?", ["柳青山"], ["4项"]),
        ("清河区上半年约谈了几家单位?", ["约谈2家单位"], []),
        (
            "柳河县2024年和清河区2025年的民生实事,加装电梯目标各多少部,分别完工几部?",
            ["60部", "41部", "40部", "18部"],
            [],
        ),
    ],
)
def test_of_one_subject(
    assistant: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(assistant.ask(question), said, unsaid)


def test_no_cause_of_another_thing_is_told(assistant: Assistant) -> None:
    assert assistant.ask("清河区粮食产量为什么下降?").refused


def test_what_was_applied_for_is_not_new(assistant: Assistant) -> None:
    assert "36" not in assistant.ask("柳河县前三季度新增高新技术企业多少家?").text
    assert_says(assistant.ask("柳河县已申报高新技术企业多少家?"), ["36家"], [])


def test_how_many_names_none_of_them(assistant: Assistant) -> None:
    assert talk(assistant, "清河区上半年约谈了几家单位?", "是哪两家?").refused
