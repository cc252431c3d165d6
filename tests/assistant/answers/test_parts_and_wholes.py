"""What is told of several at once, of a whole and its part, or of two things of one name."""

from __future__ import annotations

from pathlib import Path

from tests.assistant.conftest import open_over, talk

REPORT = """柳溪区2023年政府工作报告

一、2023年工作回顾
新建学校5所,新增学位1800个。全区26个书屋中常年开放的仅7个。
城乡护理补贴标准分别提高到每月310元、每年2600元。

| 序号 | 任务 | 目标 | 进展 |
| --- | --- | --- | --- |
| 1 | 区属公司重组 | 由14家整合为5家 | 已整合为5家 |
"""


def test_each_is_told_as_what_it_is(tmp_path: Path) -> None:
    assistant = open_over(tmp_path, {"800_r.txt": REPORT})
    books = talk(assistant, "柳溪区有多少个书屋?").text
    assert "26" in books
    assert "仅" not in books
    # Whose the first of two sums is, only both of them tell.
    allowance = talk(assistant, "柳溪区农村护理补贴每月多少?").text
    assert "310" not in allowance or "2600" in allowance
    merged = talk(assistant, "柳溪区区属公司重组目标完成了吗?").text
    assert "14" not in merged.replace("由14家整合为5家", "")
    assert "未达到" not in merged
    assert "1795" not in talk(assistant, "柳溪区学校新增学位差多少?").text


OF_ONE = """柳溪区2023年统计公报

年末户籍人口42.7万人。全年出生人口2310人。教育支出58230万元,增长4.6%。

| 序号 | 项目名称 | 建设内容 | 总投资(万元) |
| --- | --- | --- | --- |
| 1 | 北坡路管网改造（二标段） | 改造管道83公里 | 6400 |
"""


def test_no_other_figure_stands_in_for_the_one_asked_for(tmp_path: Path) -> None:
    assistant = open_over(tmp_path, {"801_r.txt": OF_ONE})
    # Births less deaths are no people, and no births.
    natural = talk(assistant, "柳溪区2023年人口自然增长了多少人?")
    assert natural.refused
    assert "42.7" not in natural.text
    # How much more was spent is not how much.
    more = talk(assistant, "柳溪区2023年教育支出比上年多花了多少钱?")
    assert "58230" not in more.text
    # One lot of a work tells nothing of the other.
    assert "83" not in talk(assistant, "柳溪区北坡路管网改造一标段改造多少公里?").text
    assert "83" in talk(assistant, "柳溪区北坡路管网改造二标段改造多少公里?").text
    assert "83" in talk(assistant, "柳溪区北坡路管网改造改造多少公里?").text


PLANNED = """柳溪区2023年招商工作总结和2024年工作思路

一、2023年工作总结
全年签约项目58个。
二、2024年工作思路
签约项目75个以上。
"""


def test_a_goal_is_no_answer_to_what_was_signed(tmp_path: Path) -> None:
    assistant = open_over(tmp_path, {"802_r.txt": PLANNED})
    assert talk(assistant, "柳溪区2024年签约了多少个项目?").refused
    assert "58" in talk(assistant, "柳溪区2023年签约了多少个项目?").text
    assert "75" in talk(assistant, "柳溪区2024年要签约多少个项目?").text
