"""Questions for rows that are not of a state, a group, a unit or a month: never their opposite."""

from __future__ import annotations

import pytest
from conftest import open_over

from assistant.chain import Assistant
from assistant.tables.denials import denial_of

INSPECTED = """龙塘县2024年重点任务督查通报(截至10月底)

序号 | 任务名称 | 责任领导 | 牵头单位 | 完成时限 | 状态评价
一、产业提质
1 | 建设标准厂房20万平方米 | 邓立 | 县工信局 | 2024年11月底 | 正常
2 | 引进亿元项目12个 | 邓立 | 县商务局 | 2024年12月底 | 严重滞后
3 | 改造高标准农田2万亩 | 贺军 | 县农业农村局 | 2024年10月底 | 已完成
二、民生改善
4 | 新建中小学3所 | 段敏 | 县教育局 | 2024年9月底 | 滞后
5 | 新增停车位800个 | 段敏 | 县城管局 | 2024年12月底 | 正常
6 | 改造农村公路46公里 | 贺军 | 县交通局 | 2024年11月底 | 滞后
7 | 建设长者食堂9处 | 段敏 | 县民政局 | 2024年10月底 | 已完成
8 | 新建口袋公园5个 | 邓立 | 县城管局 | 2024年11月底 | 不正常
"""
NAMES = {
    "1": "建设标准厂房",
    "2": "引进亿元项目",
    "3": "改造高标准农田",
    "4": "新建中小学",
    "5": "新增停车位",
    "6": "改造农村公路",
    "7": "建设长者食堂",
    "8": "新建口袋公园",
}


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("denials"), {"inspected.txt": INSPECTED})


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("哪些任务滞后?", "246"),  # 严重滞后 is 滞后
        ("有没有滞后的任务?", "246"),
        ("哪些任务不属于滞后?", "13578"),
        ("哪些任务没有滞后?", "13578"),
        ("除了滞后的,还有哪些任务?", "13578"),
        ("除滞后以外的任务有哪些?", "13578"),
        ("抛开滞后的,还有哪些任务?", "13578"),
        ("不看滞后的,还有哪些任务?", "13578"),
        ("除已完成的以外还有哪些任务?", "124568"),
        ("哪些任务不正常?", "8"),
        ("民生改善里哪些没滞后?", "578"),
        ("不属于产业提质的任务有哪些?", "45678"),
        ("民生改善类以外的任务有哪些?", "123"),
        ("哪些任务不是县城管局牵头的?", "123467"),
        ("哪些任务不是邓立负责?", "34567"),
        ("哪些任务不是11月底完成?", "23457"),
        ("段敏负责的任务中哪些滞后?", "4"),
        ("段敏负责的任务中哪些没有完成?", "45"),
    ],
)
def test_what_is_denied_is_left_out(tables: Assistant, question: str, rows: str) -> None:
    answer = tables.ask(f"龙塘县2024年{question}")
    told = [number for number, name in NAMES.items() if name in answer.text]
    assert "".join(told) == rows
    assert f"共{len(rows)}项" in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "哪些任务11月底前完成不了?",
        "除县城管局外,哪些单位有牵头任务?",
        "最晚完成的任务是哪个?",
        "哪些任务不能说没有滞后?",
    ],
)
def test_no_rows_are_told_where_a_denial_is_not_understood(
    tables: Assistant, question: str
) -> None:
    answer = tables.ask(f"龙塘县2024年{question}")
    assert not any(name in answer.text for name in NAMES.values())


@pytest.mark.parametrize(
    ("text", "word", "sure"),
    [
        ("哪些项目不属于滞后", "滞后", True),
        ("除了滞后的还有哪些", "滞后", True),
        ("没有开工也滞后的", "滞后", False),
        ("有没有滞后的", "滞后", None),
        ("未来科技城哪些项目滞后", "滞后", None),
        ("非税收入增长的有哪些", "增长", None),
        ("没完成的,滞后的有哪些", "滞后", None),
    ],
)
def test_a_denial_is_told_from_words_that_hold_its_characters(
    text: str, word: str, sure: bool | None
) -> None:
    at = text.index(word)
    denied = denial_of(text, (at, at + len(word)))
    assert (denied.sure if denied else None) == sure
