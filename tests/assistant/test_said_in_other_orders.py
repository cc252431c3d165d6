"""Questions whose parts stand elsewhere, or are said in other words of the same kind."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import assert_says, open_over, talk

from assistant.chain import Assistant

REPORT = """泸溪县政府工作报告

各位代表:

一、2022年工作回顾

城镇居民、农村居民人均可支配收入分别达到38160元、16920元。空气质量优良天数324天,同比增加6天。年末有省级科技型企业86家,比上年增加13家。常住人口26.4万人。建成乡镇敬老院2家、社区食堂14家,累计达37家。红岩机械在北交所上市,成为全县第3家上市公司。1-9月盗窃案件发案412起,同比下降9.2%。截至9月底发放助学贷款2140万元。

各位代表,我们也清醒看到:一是工业底子不厚,产业链条偏短;二是财政收支矛盾突出;三是办事效率还不高。

二、2023年工作安排

主要预期目标是:空气质量优良天数达到330天以上,盗窃案件发案下降12%,发放助学贷款3200万元。围绕这些目标,抓好三个方面工作。

(一)坚持工业强县,壮大产业集群

新建标准厂房6万平方米。

(二)坚持城乡融合,建设和美乡村

改造农村公路52公里。

(三)坚持民生为本,办好暖心实事

新增学位800个。
"""
OTHER = """保靖县2022年民生实事完成情况

序号 | 项目 | 年度目标 | 完成情况
1 | 空气质量 | 空气质量优良天数320天 | 空气质量优良天数317天
2 | 助学贷款 | 发放助学贷款1500万元 | 上半年发放助学贷款690万元
3 | 治安防控 | 盗窃案件下降5% | 全年盗窃案件365起
"""


@pytest.fixture(scope="module")
def talked_to(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("orders")
    return open_over(folder, {"report.txt": REPORT, "table.txt": OTHER})


@pytest.mark.parametrize(
    ("questions", "said", "unsaid"),
    [
        (["泸溪县2022年人均可支配收入,城镇和农村各是多少?"], ["38160元", "16920元"], []),
        (["泸溪县2022年居民收入,城里人和农民分别是多少?"], ["38160元", "16920元"], []),
        (["泸溪县2022年省级科技型企业比上一年多了几家?"], ["13家"], []),
        (["泸溪县2022年省级科技型企业有几家?"], ["86家"], []),
        (["截至2022年底泸溪县社区食堂总共有几家?"], ["37家"], ["14家"]),
        (["泸溪县2022年一共建成几家社区食堂?"], ["14家"], ["37家"]),
        (["泸溪县2022年有哪家公司上市了?"], ["红岩机械"], []),
        (["泸溪县在2023年的政府工作报告里,说自己还有哪些问题和不足?"], ["产业链条偏短"], []),
        (["2023年泸溪县重点要抓的三方面工作分别是什么?"], ["工业强县", "民生为本"], ["330天"]),
        (
            ["保靖县2022年空气质量优良天数目标320天,实际多少天,跟目标比起来怎么样?"],
            ["317天", "未达到"],
            [],
        ),
        (["保靖县2022年盗窃案件有多少起啦?"], ["365起"], []),
        (["泸溪县2022年空气质量优良的有几天?", "跟前一年比是增加还是减少?"], ["6天"], ["324天"]),
        (["泸溪县2022年1-9月盗窃案件多少起?", "跟上年同期比下降多少?"], ["9.2%"], []),
    ],
)
def test_the_same_is_asked_in_another_order(
    talked_to: Assistant, questions: list[str], said: list[str], unsaid: list[str]
) -> None:
    assert_says(talk(talked_to, *questions), said, unsaid)


@pytest.mark.parametrize(
    ("questions", "said", "unsaid"),
    [
        (
            ["泸溪县2022年截至9月底发放助学贷款多少?", "2023年的目标是多少?"],
            ["3200万元"],
            [],
        ),
        (
            ["泸溪县2023年计划发放助学贷款多少?", "保靖县呢,2022年上半年发放多少?"],
            ["690万元"],
            ["1500万元"],
        ),
        (
            ["泸溪县2023年盗窃案件的目标是下降多少?", "保靖县呢,2022年有多少起?"],
            ["365起"],
            ["5%"],
        ),
    ],
)
def test_a_place_before_a_comma_only_says_whose_it_is(
    talked_to: Assistant, questions: list[str], said: list[str], unsaid: list[str]
) -> None:
    assert_says(talk(talked_to, *questions), said, unsaid)


def test_a_place_is_set_beside_the_one_that_was_spoken_of(talked_to: Assistant) -> None:
    first = "泸溪县2022年常住人口多少?"
    answer = talk(talked_to, first, "和保靖县比,空气质量优良天数谁多?")
    assert_says(answer, ["324天", "317天"], [])


def test_what_there_is_tells_no_change(tmp_path: Path) -> None:
    told = "桑植县2022年统计公报\n\n年末有乡镇卫生院38家。\n"
    bulletin = open_over(tmp_path, {"report.txt": told})
    assert_says(bulletin.ask("桑植县2022年乡镇卫生院有几家?"), ["38家"], [])
    assert bulletin.ask("桑植县2022年乡镇卫生院比上年多几家?").refused


VOTES = """龙山县2022年民生实事测评结果

测评结果显示,农贸市场改造工程,满意152票,基本满意40票,不满意6票;体育公园建设工程,满意171票,基本满意25票,不满意2票。
"""


def test_votes_are_those_of_what_was_spoken_of(tmp_path: Path) -> None:
    votes = open_over(tmp_path, {"votes.txt": VOTES})
    first = "龙山县2022年体育公园建设工程满意几票?"
    assert_says(talk(votes, first, "不满意几票?"), ["2票"], ["6票"])
    assert_says(
        votes.ask("龙山县2022年体育公园建设工程满意几票,不满意几票?"), ["171票", "2票"], ["6票"]
    )
    assert talk(votes, first, "反对几票?").refused


def test_an_investment_is_no_whole_cost_and_a_homophone_counts_the_same(tmp_path: Path) -> None:
    told = (
        "凤凰县2022年统计公报\n\n固定资产投资总额162亿元,增长3.4%。改造老旧小区8个,惠及居民2100户。"
        "组建巡逻队伍26支。2022年电商交易额目标9亿元,1-10月电商交易额完成8.2亿元。\n"
    )
    bulletin = open_over(tmp_path, {"report.txt": told})
    first = "凤凰县2022年固定资产投资总额是多少?"
    assert_says(talk(bulletin, first, "增长了多少?"), ["3.4%"], [])
    assert_says(talk(bulletin, "凤凰县2022年改造老旧小区几个?", "有多少户受益?"), ["2100户"], [])
    assert_says(bulletin.ask("凤凰县2022年组建巡逻队伍多少只?"), ["26支"], [])
    judged = bulletin.ask("凤凰县电商交易额2022年目标9亿元,前10个月做了多少?到目标了吗?")
    assert_says(judged, ["8.2亿元", "未达到"], [])
