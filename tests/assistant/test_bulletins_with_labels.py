"""Bulletins with a word before each paragraph, notes, and places called by a number."""

from pathlib import Path

from conftest import assert_says, open_over, talk

BULLETIN = """三岭县2022年国民经济和社会发展统计公报

一、综合
国民经济 全年实现地区生产总值321.4亿元，增长3.1%。
二、农业
畜牧 全年出栏生猪92.3万头，增长4.6%；年末存栏生猪61.8万头。
粮食 粮食产量68.6万吨，下降2.7%，其中：小春粮食产量13.3万吨；大春粮食产量55.3万吨，下降3.5%。
三、投资
四大片区完成投资113亿元。①
注释：①四大片区投资含社会投资，不含轨道交通。
"""
REPORT = """青坪县2023年前三季度经济运行情况

前三季度，全县地区生产总值138.7亿元，同比增长5.3%。
"""


def test_bulletins_with_labels(tmp_path: Path) -> None:
    """A word before a paragraph is no part of a name; a note says what a figure takes in."""
    assistant = open_over(tmp_path, {"a.txt": BULLETIN, "b.txt": REPORT})
    assert_says(assistant.ask("三岭县2022年生猪出栏多少头?"), ["92.3万头"], ["61.8"])
    assert_says(assistant.ask("三岭县四大片区投资,含不含轨道交通?"), ["不含轨道交通"], ["113"])
    assert_says(assistant.ask("三岭县四大片区投资包括社会投资吗?"), ["含社会投资"], ["释"])
    both = assistant.ask("青坪2023年前三季度和三岭2022年全年的GDP各是多少?")
    assert_says(both, ["138.7亿元", "321.4亿元"], [])
    assert "三岭县" in assistant.ask("三令县2022年常住人口多少?").text
    harvest = talk(assistant, "三岭县2022年粮食产量多少?", "其中大春呢?")
    assert_says(harvest, ["55.3万吨"], ["13.3", "68.6"])


def test_who_delivered_it(tmp_path: Path) -> None:
    """Who delivered a report is asked of the document that was spoken of, and not of a figure."""
    spoken = """河湾区2014年政府工作报告

——2014年2月18日在河湾区第五届人民代表大会上
河湾区人民政府代理区长　季明远

一、2013年工作回顾
固定资产投资441亿元，增长11.8%。
"""
    assistant = open_over(tmp_path, {"a.txt": spoken})
    told = talk(assistant, "河湾区2013年固定资产投资是多少?", "报告是谁作的?")
    assert_says(told, ["季明远"], ["441"])
