"""The very stage of a work, which university leads, where something is and how large."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over, talk

from assistant.chain import Assistant

TASKS = """松阳县2024年政府工作报告重点任务进展情况表

序号 | 工作任务 | 牵头单位 | 进展情况 |
1 | 筹建松阴溪省级湿地公园 | 县林业局 | 已申报松阴溪省级湿地公园；湿地一期工程正在铺设栈道。 |
2 | 建立高校技术联盟松阳中心 | 县科技局 | 完成联盟换届，由丽水农林大学牵头。 |
4 | 服务成果转化 | 县科技局 | 在云桥产业园建成2400方成果展示中心，获评县级样板。 |
3 | 建设国际茶叶港 | 县商务局 | 已开工建设国际茶叶港。 |
"""
REPORT = """龙泉市2023年国民经济和社会发展计划执行情况的报告

一、2023年计划执行情况
统筹推进安置房建设。桃源未来社区一期、柳塘青年公寓正式运营,45个老旧小区改造项目全面开工。推进县域医联体建设,加大对县级医院的支持力度。
"""


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    documents = {"tasks.txt": TASKS, "report.txt": REPORT}
    return open_over(tmp_path_factory.mktemp("very_stages"), documents)


def test_a_stage_is_one_of_what_was_spoken_of(county: Assistant) -> None:
    first = "松阳县松阴溪省级湿地公园2024年申报到哪一步了?"
    assert_says(talk(county, first, "一期工程呢?"), ["铺设栈道"], [])
    assert_says(county.ask(f"{first}一期工程呢?"), ["申报", "铺设栈道"], [])


def test_a_stage_of_which_nothing_is_told_is_not_the_whole(county: Assistant) -> None:
    assert talk(county, "松阳县国际茶叶港2024年进展怎么样?", "二期呢").refused


def test_the_university_that_leads_is_no_bureau(county: Assistant) -> None:
    answer = county.ask("松阳县高校技术联盟松阳中心换届后由哪所高校牵头?")
    assert_says(answer, ["丽水农林大学"], ["科技局"])
    assert county.ask("龙泉市医联体由哪家医院牵头?").refused


@pytest.mark.parametrize(
    "question",
    [
        "松阳县的成果展示中心建在哪个园,多大?",
        "松阳县的成果展示中心多大?",
        "松阳县成果展示中心在哪里?",
    ],
)
def test_where_something_is_and_how_large(county: Assistant, question: str) -> None:
    assert_says(county.ask(question), ["云桥产业园", "2400方"], [])


@pytest.mark.parametrize(
    "question", ["龙泉市桃源未来社区一期运营了吗?", "龙泉市柳塘青年公寓2023年正式运营了没有?"]
)
def test_what_has_begun_to_run_is_told_by_its_name(county: Assistant, question: str) -> None:
    assert_says(county.ask(question), ["正式运营"], [])
