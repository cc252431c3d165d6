"""Which company it is, is told by its name or not at all."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant

REPORT = """汇山区2023年工作情况

一、2023年工作情况
轮滑馆赛后运营单位完成招标。深化国企改革,全面提升国有资本运营效率。蓝湾大厦办公区域累计入驻企业63家。城北体育馆由青禾文旅集团运营,全年接待3.2万人次。
"""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("firms"), {"report.txt": REPORT})


def test_a_company_that_no_sentence_names_is_not_told(report: Assistant) -> None:
    assert report.ask("汇山区轮滑馆的赛后运营单位是哪家公司?").refused


def test_a_company_that_is_named_is_told(report: Assistant) -> None:
    assert_says(report.ask("汇山区城北体育馆由哪家公司运营?"), ["青禾文旅集团"], ["63家"])
