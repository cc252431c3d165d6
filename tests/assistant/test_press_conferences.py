"""Press conferences: a question heads the answer below it, and answers nothing itself."""

from __future__ import annotations

import pytest

from assistant.chain import Assistant
from tests.assistant.conftest import assert_says, open_over

HELD = """东安县2025年上半年经济运行情况新闻发布会实录

时间:2025年7月29日
地点:东安县会议中心

[主持人 曾林] 各位记者朋友,大家上午好!请贺明先生作介绍。

[贺明] 上半年全县实现地区生产总值412.6亿元,同比增长5.8%。固定资产投资增长3.6%。

[晨报记者] 请问“看病近、看病好”方面有哪些举措?

[谭清] 感谢关注。一是城北卫生服务中心11月投用;二是共建专科联盟14个;三是家庭医生签约31.8万人。

[晚报记者] 固定资产投资增速不算高,原因是什么?

[邹华] 固定资产投资3.6%的增速,比一季度回落1.2个百分点,主要受房地产开发投资下降拖累。

[日报记者] 想问一下,智算中心二期什么时候建成?

[邹华] 智算中心一期6月18日点亮。

[新社记者] 全年经济增长目标有没有信心完成?

[贺明] 年初人代会确定的目标是地区生产总值增长6%左右,与目标还有一点差距。
"""


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("held"), {"实录.txt": HELD})


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("东安县“看病近、看病好”方面有哪些举措?", ["专科联盟14个", "31.8万人"], ["记者"]),
        ("东安县固定资产投资增速不高是什么原因?", ["房地产开发投资下降"], ["原因是什么"]),
        ("东安县2025年GDP增长目标是多少?", ["6%"], ["贺明", "5.8%"]),
    ],
)
def test_what_was_asked_is_told_by_the_answer_below_it(
    held: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(held.ask(question), said, unsaid)


def test_the_date_of_one_phase_is_not_that_of_another(held: Assistant) -> None:
    assert "6月18日" not in held.ask("东安县智算中心二期什么时候点亮?").text


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        (
            "发布会上谁说明了固定资产投资增速不高的缘由?受哪方面拖累?",
            ["邹华", "房地产"],
            ["贺明"],
        ),
        ("东安县发布会上哪位局长介绍了专科联盟?", ["谭清", "14个"], ["邹华"]),
        ("东安县的发布会上谁回应了全年经济增长目标?", ["贺明", "6%左右"], ["邹华"]),
        ("东安县智算中心一期点亮是谁说的?", ["邹华", "6月18日"], ["贺明"]),
    ],
)
def test_who_said_it_is_told_with_the_words(
    held: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(held.ask(question), said, unsaid)


@pytest.mark.parametrize(
    "question", ["东安县发布会上谁介绍了地铁建设情况?", "东安县发布会上谁说了养老床位?"]
)
def test_nobody_said_what_was_not_said(held: Assistant, question: str) -> None:
    answer = held.ask(question)
    assert not any(name in answer.text for name in ("贺明", "谭清", "邹华", "曾林"))
