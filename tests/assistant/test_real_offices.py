"""Reports as offices write them: terse clauses, shares of plans, counts behind counts."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over, talk

from assistant.chain import Assistant

HALF_YEAR = """关于云和县2022年上半年国民经济和社会发展计划执行情况的审查意见
会议认为,上半年全县地区生产总值完成12.4亿元,占年计划的43.6%,同比增长8.2%;固定资产投资完成9.7亿元,占年计划的51.5%,同比增长6%;公共财政预算收入完成1.8亿元,占预算的54.1%,同比增长7.3%。
"""
PROJECTS = """景宁县2023年1-5月重点项目建设情况
2023年,我县安排重点项目62宗,总投资480亿元,年度投资计划88亿元。1-5月,完成投资30.1亿元,完成年度计划投资的34.2%,低于序时进度7.5个百分点。其中续建项目40宗,完成投资22.6亿元。
"""
MEETINGS = """关于龙泉市2021年市政府会议议定事项完成情况的通报
一、常务会议
2021年共召开市政府常务会议8次,确定事项96项,完成90项,正在办理6项,完成率93.8%。
二、专题会议
2021年共召开市长专题会议11次,确定事项57项,完成55项,正在办理2项,完成率96.5%。
"""
BULLETIN = """青田县2022年国民经济和社会发展统计公报
一、综合
2022年青田县地区生产总值310.4亿元,比上年增长4.2%。其中,第一产业增加值12.6亿元,增长3.1%;第三产业增加值180.3亿元,增长4.9%。三次产业对经济增长的贡献率分别为2.8%、33.6%和63.6%。三次产业对经济增长的拉动分别为:第一产业0.12个百分点,第二产业1.41个百分点,第三产业2.67个百分点。
全年固定资产投资增长6.5%。从三次产业看,第一产业投资下降18.2%,第二产业投资增长9.4%。
图2:2022年居民消费价格比上年涨跌幅度(%) | |
指 标 | 增 幅 |
居民消费价格 | 1.9 |
一、食品烟酒 | 2.4 |
二、衣着 | -0.6 |
"""
DOCUMENTS = {
    "bulletin.txt": BULLETIN,
    "half.txt": HALF_YEAR,
    "projects.txt": PROJECTS,
    "meetings.txt": MEETINGS,
}


@pytest.fixture(scope="module")
def offices(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("offices"), DOCUMENTS)


@pytest.mark.parametrize(
    ("questions", "said", "unsaid"),
    [
        (["云和县2022年上半年财政预算收入过半了吗?"], ["54.1%", "已过半"], ["100%", "相同"]),
        (["云和县2022年上半年GDP过半了没有?"], ["43.6%", "未过半"], ["未提供"]),
        (["景宁县2023年1-5月重点项目投资完成率达到序时进度了吗?"], ["低于序时进度"], ["相同"]),
        (["龙泉市2021年市长专题会议确定的事项完成率是多少?"], ["96.5%"], ["93.8%"]),
        (["青田县2022年第三产业对经济增长的贡献率是多少?"], ["63.6%"], ["4.9%", "180.3"]),
        (["青田县2022年第三产业对GDP增长拉动了几个百分点?"], ["2.67"], ["4.9%", "拉动增长"]),
        (["青田县2022年第一产业的投资是增是降?"], ["下降18.2%"], ["12.6"]),
        (["青田县2022年衣着价格涨了吗?"], ["-0.6"], []),
    ],
)
def test_what_offices_tell(
    offices: Assistant, questions: list[str], said: list[str], unsaid: list[str]
) -> None:
    assert_says(talk(offices, *questions), said, unsaid)
