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
    assert "26" in books and "仅" not in books
    # Whose the first of two sums is, only both of them tell.
    allowance = talk(assistant, "柳溪区农村护理补贴每月多少?").text
    assert "310" not in allowance or "2600" in allowance
    merged = talk(assistant, "柳溪区区属公司重组目标完成了吗?").text
    assert "14" not in merged.replace("由14家整合为5家", "") and "未达到" not in merged
    assert "1795" not in talk(assistant, "柳溪区学校新增学位差多少?").text
