"""How far a list of projects is where single ones are told, and what one trade of several made."""

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


TRADES = """永兴县2023年工业运行情况

1-10月,冶金建材产业产值62.4亿元,下降3.1%;家用电器制造业产值18.7亿元,增长6.2%。
"""


def test_the_output_of_one_trade_tells_of_no_other(tmp_path: Path) -> None:
    told = open_over(tmp_path, {"trades.txt": TRADES})
    for asked in ("陶瓷产业2023年前10个月的产值多少?", "2023年1-10月陶瓷产业产值多少?"):
        answer = told.ask(f"永兴县{asked}")
        assert answer.refused
        assert "62.4" not in answer.text
        assert "18.7" not in answer.text
    answer = told.ask("永兴县2023年1-10月冶金建材产业产值多少?")
    assert_says(answer, ("62.4亿元",), ("18.7",))
    assert_says(told.ask("永兴县2023年1-10月家电制造业产值多少?"), ("18.7亿元",), ("62.4",))
