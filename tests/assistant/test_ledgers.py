"""Supervision ledgers: what holds a row up and what is to be done, in columns of theirs."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant

LEDGER = """临泽县2024年重点事项督办台账(截至9月底)

|序号|督办事项|年度目标|责任单位|进展情况|存在问题|下一步措施|时限|
|---|---|---|---|---|---|---|---|
|1|丹霞快速路二期|通车6公里|县交通局|路基完成4公里|两座桥梁缺少钢材|增购钢材,分段施工|2024年11月|
|2|农村供水改造|改造管网80公里|县水务局|已改造52公里|山区施工车辆进场困难|铺设临时便道|2024年12月|
|3|县城幼儿园扩建|新增学位300个|县教育局|新增学位300个|无|组织验收|2024年8月|
|4|蔬菜大棚建设|新建大棚150座|县农业农村局|已建成120座|三个合作社资金不足|协调贷款|2024年10月|
"""


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("ledger"), {"ledger.txt": LEDGER})


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("临泽县丹霞快速路二期存在什么问题?", "钢材", "便道"),
        ("临泽农村供水改造卡在哪儿了?", "车辆进场困难", "临时便道"),
        ("临泽农村供水改造下一步打算怎么办?", "临时便道", "车辆进场困难"),
        ("临泽台账里第4项是什么,存在啥问题?", "资金不足", "钢材"),
        ("临泽县丹霞快速路二期接下来采取什么措施?", "分段施工", "两座桥梁"),
    ],
)
def test_troubles_and_next_steps_are_told_from_their_columns(
    ledger: Assistant, question: str, told: str, untold: str
) -> None:
    assert_says(ledger.ask(question), [told], [untold])
