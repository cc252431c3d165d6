"""Items whose office leads all but one thing, which the line of the office names."""

from __future__ import annotations

from pathlib import Path

from conftest import assert_says, open_over

PLAN = """资溪县2022年重点工作任务责任分解

1.新建驿站4处，修缮古桥9座。
牵头单位：县交通局；古桥修缮由县文旅局牵头
2.新增早餐车30辆。
牵头单位：县商务局
3.绿化荒山1200亩。
牵头单位：县林业局
责任单位：各乡镇
"""


def test_who_leads_one_thing_of_an_item_is_told_with_its_office(tmp_path: Path) -> None:
    told = open_over(tmp_path, {"plan.txt": PLAN})
    answer = told.ask("资溪县2022年修缮古桥由谁牵头?")
    assert_says(answer, ("县交通局；古桥修缮由县文旅局牵头",), ("县商务局",))
    assert_says(told.ask("资溪县2022年早餐车由谁牵头?"), ("县商务局",), ("县文旅局",))
