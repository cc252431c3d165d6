"""Short pages of districts: news, lists of things to do, old bulletins, plan reports."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from conftest import assert_says, open_over, turn

from assistant.chain import Assistant

LIST = """嘉善县人民政府办公室关于印发《2023年县政府要完成的与人民生活密切相关的实事》的通知

1.既有住宅加装电梯新增90台、完工30台。

2.40个小区新增电动自行车充电设施;为12个小区改造管网。

3.260个文化活动室提供不少于900场文化活动。
"""
PLAN = """关于平湖市2022年国民经济和社会发展计划执行情况与2023年计划草案的报告

一、2022年国民经济和社会发展计划执行情况

平湖地区生产总值735亿元,完成年计划810亿元的90.7%(主要是二产未达预期),增长3.0%。\
其中,第二产业增加值423亿元,完成年计划462亿元的91.6%,增长1.0%;\
第三产业增加值294亿元,完成年计划330亿元的89.1%,增长6.3%。\
固定资产投资300亿元,完成年计划385亿元的77.9%(主要是项目不足),下降12.4%。
"""
BULLETIN = """苏尼特左旗2003年国民经济和社会发展统计公报

一、综合

全旗国内生产总值达54417万元,按可比口径计算,比上年增长7.4%。人均国内生产总值达8202元。

财政总收入完成3156万元,比上年增长32.8%,财政支出10449万元,比上年增长29.9%。

国民经济和社会发展存在的主要问题是:草场退化严重,工业经济总量小;城镇就业压力大,牧民收入继续下降。
"""
TOLD = """桐乡市召开经济形势分析会。
金融运行平稳,8月底,全市金融机构各项存款余额264.3亿元,较年初净增34.4亿元。桐乡市要求决战100天。
"""
PARTS = """《〈政府工作报告〉2024年重点工作任务分工方案》解读

来源:海盐县政府办

二、主要内容

(一)主要内容。《分工方案》将《政府工作报告》分解为四个方面79项重点工作任务。

四个方面分别是:

1.在“对外开放”方面(15项)。

2.在“营商环境”方面(9项)。

3.在“生态宜居”方面(19项)。

4.在“惠民利民”方面(20项)。
"""
CHARGED = """涟水县1-4月份县领导挂钩重点工程项目推进情况通报

一、工程项目概况

涟水县2017年县领导挂钩重点工程项目总计72个,其中建设工程33个、产业项目39个,涉及责任单位51个。\
建设工程和产业项目计划总投资150亿元,2017年计划投资95.7亿元。
"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """An index over the pages above and a rival of the plan report."""
    rival = PLAN.replace("平湖", "海宁").replace("下降12.4%", "下降31.5%")
    documents = {
        "list.txt": LIST,
        "plan.txt": PLAN,
        "rival.txt": rival,
        "bulletin.txt": BULLETIN,
        "told.txt": TOLD,
        "parts.txt": PARTS,
        "charged.txt": CHARGED,
    }
    return open_over(tmp_path_factory.mktemp("pages"), documents)


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("嘉善县2023年新增充电设施的小区有几个?", ["40个", "目标"], ["2.40"]),
        ("嘉善县2023年计划加装电梯完工多少台?", ["30台"], ["90台"]),
        ("平湖市2022年固定资产投资年初计划是多少亿?", ["385亿元"], ["300亿元"]),
        ("平湖市2022年第二产业完成年计划的百分之几?", ["91.6%"], ["89.1%"]),
        ("平湖市和海宁市2022年固定资产投资谁降得更厉害?", ["12.4%", "31.5%"], ["300亿元"]),
        ("平湖市和海宁市2022年的GDP增速,哪个更快?", ["3.0%"], ["口径不同"]),
        ("苏尼特左旗2003年GDP多少?", ["54417万元"], ["8202"]),
        ("苏尼特左旗2003年财政花了多少钱?", ["10449万元"], ["3156"]),
        ("苏尼特左旗2003年存在哪些问题?", ["草场退化", "牧民收入继续下降"], []),
        ("桐乡市8月底存款余额多少?", ["截至8月", "264.3亿元"], []),
        ("桐乡市8月底存款余额比年初多了多少?", ["34.4亿元"], ["264.3"]),
        ("涟水县2017年县领导挂钩的重点工程项目一共多少个?", ["72个"], ["95.7"]),
        ("涟水县2017年重点工程牵涉多少家责任单位?", ["51个"], []),
        ("海盐县2024年重点任务分成哪四个方面?", ["对外开放", "营商环境", "惠民利民"], []),
    ],
)
def test_what_short_pages_tell(
    pages: Assistant, question: str, said: Sequence[str], unsaid: Sequence[str]
) -> None:
    assert_says(pages.ask(question), said, unsaid)


def test_months_without_a_year_are_of_no_year_that_is_asked_for(pages: Assistant) -> None:
    assert pages.ask("桐乡市2020年8月底存款余额多少?").refused


def test_how_much_of_its_plan_was_reached_is_asked_of_another_thing(pages: Assistant) -> None:
    first = pages.ask("平湖市2022年GDP完成年计划的百分之几?")
    assert_says(first, ["90.7%"], [])
    assert_says(pages.ask("第三产业呢?", [turn(first)]), ["89.1%"], ["6.3%"])
