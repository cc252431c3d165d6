"""How far a list of projects is, of which a report tells how far single ones are."""

from __future__ import annotations

from pathlib import Path

from conftest import assert_says, open_over

REPORT = """1-4月永兴县30项民生实事有序推进

全县30项民生实事中,累计拨付资金0.86亿元,占年度计划2.15亿元的40%。
先看工程类。8项工程类民生实事中,3项跑在前面:书香乡镇行动新增阅览席位120个,完成率61%;便民桥建设完成率100%。

永兴县人民政府办公室
2024年5月11日
"""


def test_the_rate_of_one_of_several_projects_tells_of_no_list(tmp_path: Path) -> None:
    told = open_over(tmp_path, {"永兴县2024年1-4月民生实事.txt": REPORT})
    answer = told.ask("永兴县2024年1-4月民生实事累计拨付资金多少,占年度计划的比例是多少?")
    assert_says(answer, ("0.86亿元", "40%"), ("61%",))
    assert_says(told.ask("永兴县2024年1-4月书香乡镇行动完成率多少?"), ("61%",), ("40%",))
