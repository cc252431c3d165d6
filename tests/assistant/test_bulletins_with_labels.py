"""Bulletins with a word before each paragraph, notes, and places called by a number."""

from pathlib import Path

from conftest import assert_says, open_over, talk

BULLETIN = """三岭县2022年国民经济和社会发展统计公报

一、综合
国民经济 全年实现地区生产总值276.8亿元，增长4.4%。
二、农业
畜牧 全年出栏肉羊37.5万只，增长5.2%；年末存栏肉羊24.9万只。
粮食 粮食产量41.7万吨，下降1.9%，其中：夏粮产量9.2万吨；秋粮产量32.5万吨，下降2.4%。
三、投资
三条廊道完成投资86亿元。①
注释：①三条廊道投资含社会资本，不含综合管廊。
"""
REPORT = """青坪县2023年前三季度经济运行情况

前三季度，全县地区生产总值138.7亿元，同比增长5.3%。
"""


def test_bulletins_with_labels(tmp_path: Path) -> None:
    """A word before a paragraph is no part of a name; a note says what a figure takes in."""
    assistant = open_over(tmp_path, {"a.txt": BULLETIN, "b.txt": REPORT})
    assert_says(assistant.ask("三岭县2022年肉羊出栏多少只?"), ["37.5万只"], ["24.9"])
    assert_says(assistant.ask("三岭县三条廊道投资,含不含综合管廊?"), ["不含综合管廊"], ["86"])
    assert_says(assistant.ask("三岭县三条廊道投资包括社会资本吗?"), ["含社会资本"], ["释"])
    both = assistant.ask("青坪2023年前三季度、三岭2022年全年,GDP分别有多少?")
    assert_says(both, ["138.7亿元", "276.8亿元"], [])
    assert "三岭县" in assistant.ask("三令县2022年常住人口多少?").text
    harvest = talk(assistant, "三岭县2022年收了多少吨粮食?", "秋粮呢?")
    assert_says(harvest, ["32.5万吨"], ["9.2", "41.7"])


def test_who_delivered_it(tmp_path: Path) -> None:
    """Who delivered a report is asked of the document that was spoken of, and not of a figure."""
    spoken = """河湾区2016年政府工作报告

——2016年1月12日在河湾区第七届人民代表大会上
河湾区人民政府代理区长　季明远

一、2015年工作回顾
固定资产投资268亿元，增长9.3%。
"""
    assistant = open_over(tmp_path, {"a.txt": spoken})
    told = talk(assistant, "河湾区2015年固定资产投资是多少?", "报告是谁作的?")
    assert_says(told, ["季明远"], ["268"])
