"""Questions whose words stand in another order, or apart, than those of a made-up report."""

from __future__ import annotations

import pytest
from conftest import open_over

from assistant.chain import Assistant

REPORT = """海陵区2023年国民经济和社会发展计划执行情况

一、2023年计划执行情况

全年实现GDP 612.5亿元,同比增长5.8%。

农村居民人均可支配收入38412元,增长7.1%。普惠性幼儿园覆盖率91.4%。

帮助苏陈、罡杨两个村全面实现脱贫摘帽。

三季度地区生产总值增长5.1%。新增科技型中小企业96家,旅游总收入居全市第四。经营性收入80万元以上村占比达到45%,出口总额占全市比重3.2%,货物出口总额占全国比重1.5‰,城乡居民收入比1.62。

特钢、医药、食品饮料三大主导产业实现产值87亿元。

二、2024年主要目标

地区生产总值增长6%左右,新增养老机构床位420张,城镇新增就业1.3万人,户籍人口基本医疗保险参保率保持98.5%以上,新增科技型中小企业110家。财政收入与经济增长基本同步。

三、2024年工作安排

(一)健全社会保障网络

扩大工伤保险覆盖面,力争参保人数达到9万人。

建设康养联合体3家,新增老年食堂12家。建成苏陈、九龙两处24小时不打烊美食街区。

(二)提升城市品质

改造老旧小区15个,拆除违法建筑26万平方米,竣工投用220kv凤凰变,110kv城北变、九里变。着力建设运河文化样板区、数字治理样板区、康养融合样板区。

打造基层共治样板区。实施“美味暖心”“安居暖心”“照护暖心”工程。

(三)深化开放合作

深化与泸水县、贡山县的山海协作。与剑阁县开展东西部协作。推进与泸水、贡山产业飞地建设。企业投资项目审批最多60天。全社会研发经费支出强度保持在3%以上。
"""
WITHOUT_RATE = """兴宾区2023年工作总结

全年实现地区生产总值318亿元。
"""


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    documents = {"hailing.txt": REPORT, "xingbin.txt": WITHOUT_RATE}
    return open_over(tmp_path_factory.mktemp("apart"), documents)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("2023年海陵经济实际增速达到多少?", "5.8%"),
        ("海陵2023年地区生产总值增速达到多少?", "5.8%"),
        ("海陵区给2024年定的经济增速是多少?", "6%"),
        ("农民一年能拿到手多少钱?说的是海陵区2023年", "38412元"),
        ("海陵2023年的幼儿园里普惠的比例有多高?", "91.4%"),
        ("海陵2024年养老机构要加多少张床位?", "420张"),
        ("海陵2024年准备新增多少城镇就业岗位(人数)?", "1.3万人"),
        ("海陵区2024年医保参保率(户籍人口)要保持在多少?", "98.5%"),
        ("海陵区2023年帮哪几个村脱了贫、摘了帽?", "苏陈、罡杨"),
        ("海陵2024年养老机构打算再添几张床?", "420张"),
        ("村里经营性收入超过80万的,这样的村在海陵2023年占到几成?", "45%"),
        ("海陵2023年出口总额占到全市的多少?", "3.2%"),
        ("海陵2023年旅游总收入在全市位列第几?", "第四"),
        ("2024年海陵财政收入的增长是怎么定的,给没给出明确的百分数?", "没有给出具体数值"),
        ("就业、养老、托育这些,海陵2024年在社会保障方面准备做些什么?", "康养联合体3家"),
        ("海陵2023年城里人收入是乡下人的几倍?", "1.62"),
        ("海陵2023年幼儿园里普惠性的占到多少?", "91.4%"),
        ("海陵2023年货物出口额占全国的千分之几?", "1.5‰"),
        ("2023年海陵货物出口总额占全国多大份额?", "1.5‰"),
        ("2024年海陵户籍居民的医保参保率要稳在多少以上?", "98.5%"),
        ("海陵2024年企业投资项目审批控制在多少天以内?", "60天"),
        ("海陵2024年全社会研发投入强度要保持在多少以上?", "3%"),
        ("海陵2024年的产业飞地是跟谁合作的?", "泸水、贡山"),
        ("违法建筑拆除这项,海陵给2024年定的任务量是多少平方米?", "26万平方米"),
        ("在社会保障这张网上,海陵区2024年打算做哪些事?", "康养联合体3家"),
    ],
)
def test_a_question_in_another_order_is_answered(
    reports: Assistant, question: str, said: str
) -> None:
    assert said in reports.ask(question).text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("海陵区2024年讲的三个“样板区”是哪几个?", ["运河文化", "数字治理", "康养融合"]),
        ("三个“暖心”工程是指什么?海陵2024年要搞的那个", ["美味", "安居", "照护"]),
        ("海陵区2024年的主要工作一共三大块,分别是什么?", ["社会保障", "城市品质", "开放"]),
        ("电力方面,海陵2024年有哪几座变电站要竣工投用?", ["凤凰变", "城北变", "九里变"]),
        ("三个“样板区”——海陵2024年要着力建设的,各叫什么名字", ["运河文化", "数字治理", "康养融合"]),
        ("“××暖心”工程,海陵2024年推的一共三项,名字分别是?", ["美味", "安居", "照护"]),
        ("海陵2024年要做三方面工作,每一方面的题目报一下", ["社会保障", "城市品质", "开放"]),
        ("海陵2024年的两处通宵营业的吃喝街区,分别是哪儿?", ["苏陈", "九龙"]),
        ("海陵2024年结对的地方都有谁?东西部协作、山海协作两类请分开说", ["剑阁", "泸水", "贡山"]),
        ("山海协作、东西部协作,海陵2024年结对的分别是哪些县和区?", ["泸水", "贡山", "剑阁"]),
    ],
)
def test_a_list_that_is_counted_first_is_told_whole(
    reports: Assistant, question: str, said: list[str]
) -> None:
    text = reports.ask(question).text
    assert [name for name in said if name not in text] == []


def test_what_the_asker_wants_to_hear_is_no_plan(reports: Assistant) -> None:
    result = reports.ask("海陵2023年科技型中小企业新增几家?要实际完成的数")
    assert "96家" in result.text
    refused = reports.ask("海陵2024年科技型中小企业新增了几家(不要目标,要实绩)")
    assert refused.refused
    assert "110家" not in refused.text


def test_a_sentence_in_quotes_is_told_by_whose_and_of_when_it_is(reports: Assistant) -> None:
    asked = "看到“出口总额占全市比重3.2%”这句,帮我找下出处:哪个区定的,针对哪一年?"
    text = reports.ask(asked).text
    assert "海陵区2023年" in text
    assert "没有给出" not in text


def test_one_thing_is_no_answer_where_several_are_counted(reports: Assistant) -> None:
    assert "基层共治" not in reports.ask("海陵区2024年哪五个样板区?").text
    assert "特钢" not in reports.ask("海陵区2023年哪四大主导产业?").text


def test_rates_of_a_quarter_and_the_year_are_set_apart_where_that_is_asked(
    reports: Assistant,
) -> None:
    asked = reports.ask("海陵2023年GDP增速,全年比三季度高几个百分点?").text
    assert "0.7个百分点" in asked
    assert "不宜直接比较" in reports.ask("海陵2023年GDP增速三季度和全年哪个高?").text


def test_a_city_that_only_tells_where_is_not_asked_for(reports: Assistant) -> None:
    text = reports.ask("泰州的哪个区在哪年说过要让城镇新增就业达到1.3万人?").text
    assert "海陵区2024年" in text


def test_how_large_a_rate_is_asks_for_no_total(reports: Assistant) -> None:
    assert "318亿元" not in reports.ask("2023年兴宾的生产总值增幅有多大?").text


def test_the_economy_of_a_part_is_not_the_whole(reports: Assistant) -> None:
    assert "5.8%" not in reports.ask("海陵2023年数字经济增速多少?").text
