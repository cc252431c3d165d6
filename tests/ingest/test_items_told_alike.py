"""Items of a list tell results of the time that the other items of it tell."""

from __future__ import annotations

from pathlib import Path

from tests.assistant.conftest import assert_says, open_over

NEWS = """2025年上半年渝北区重点民生实事推进情况

8月3日,区发展改革委公布:18件重点民生实事上半年完成投资6.21亿元。

共7件,已投入1.35亿元,占全年计划的48.6%。
◆新增托位260个;
◆燃气管道更新改造41.7公里;
◆完成8所学校周边环境整治。
"""


def test_an_item_is_of_the_time_of_its_list(tmp_path: Path) -> None:
    told = open_over(tmp_path, {"2025年上半年民生实事.txt": NEWS})
    answer = told.ask("渝北区2025年上半年更新改造燃气管道多少公里?")
    assert_says(answer, ["上半年", "41.7公里"], ["260"])
