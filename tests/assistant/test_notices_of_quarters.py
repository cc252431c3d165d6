"""A notice on a quarter whose title names no year, and what of it is asked in other words."""

from __future__ import annotations

import pytest

from assistant.chain import Assistant
from tests.assistant.conftest import assert_says, open_over

NOTICE = """督 查 通 报
〔2024〕第5期
临平区人民政府督查室    2024年10月18日

关于三季度全区重点工作推进情况的通报

各镇街,区级各有关单位:

按照区政府工作安排,区政府督查室对8个镇街三季度重点工作推进情况进行了督查。共查看点位96个,发现问题71个,已现场整改50个,其余21个限期整改。现将有关情况通报如下:

一、综合排名

名次 单位 综合得分 重点项目 环境整治 二季度名次
1 塘栖镇 95.2 48.1 47.1 2
2 崇贤街道 92.4 46.2 46.2 1
3 运河街道 90.3 45.5 44.8 3

二、重点工作进展

(一)重点项目建设。全区纳入三季度督查的重点项目54个,已开工51个;1-9月累计完成投资88.3亿元。丁山湖冷链中心、塘北供水工程、崇贤标准厂房等3个项目尚未开工。

(二)老旧小区改造。年度任务12个,已开工12个,完工9个。

(三)秸秆禁烧。三季度发现火点4个。
"""


@pytest.fixture(scope="module")
def notice(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("notice"), {"notice.txt": NOTICE})


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("临平区三季度未开工的重点项目有哪些?", ["丁山湖冷链中心", "塘北供水工程", "崇贤标准厂房"]),
        ("临平区哪3个项目还没有开工?", ["丁山湖冷链中心", "塘北供水工程", "崇贤标准厂房"]),
        ("临平区督查查看了多少个点位?", ["96个"]),
        ("临平区督查发现多少个问题?", ["71个"]),
    ],
)
def test_what_a_notice_counts_and_lists_is_a_result(
    notice: Assistant, question: str, said: list[str]
) -> None:
    assert_says(notice.ask(question), said, ["秸秆禁烧", "目标"])


@pytest.mark.parametrize(
    "question", ["临平区三季度督查查看了多少个小区?", "临平区三季度督查了多少家企业?"]
)
def test_a_count_is_of_no_other_thing(notice: Assistant, question: str) -> None:
    assert "54个" not in notice.ask(question).text


def test_the_title_says_how_far_the_progress_reaches(notice: Assistant) -> None:
    (profile,) = notice.evidence.corpus.profiles.values()
    assert profile.periods["progress"] == "2024-01/2024-09"
