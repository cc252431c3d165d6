"""Everyday words mean what they mean in the sentence: others than residents earn and spend."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant
from assistant.tables.focus import turn_of

REPORT = """江宁区2024年工作总结

一、2024年情况

居民人均可支配收入66000元,居民人均消费支出42300元,搬迁农户人均收入18600元。
市民卡公司实现收入2.1亿元。游客人均消费860元。建成养老机构26家,新增停车泊位3200个。
全区下辖10个街道。改造老旧小区48个,加快管网更新。230项事项免提交证明材料。
规上工业增长6.4%。以旧换新政策推动消费增长,带动汽车类零售额增长12%。家电类零售额增长15%。
东山街道完成征迁35户。
"""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("everyday"), {"report.txt": REPORT})


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("江宁区2024年居民一年收入多少?", "66000元", "18600"),
        ("江宁区2024年搬迁农户人均收入多少元?", "18600元", "66000"),
        ("江宁区2024年市民卡公司全年收入多少?", "2.1亿元", "66000"),
        ("江宁区2024年居民人均花了多少钱?", "42300元", "860元"),
        ("江宁区2024年游客人均消费多少元?", "860元", "42300"),
        ("江宁区2024年建成养老机构多少家了?", "26家", "3200"),
        ("江宁区2024年新增停车泊位多少个呢?", "3200个", "26家"),
        ("江宁区有几个街道?", "10个", "东山"),
        ("江宁区2024年东山街道完成征迁多少户?", "35户", "没有"),
        ("江宁区2024年加快老旧小区改造,改造了多少个?", "48个", "3200"),
        ("江宁区2024年有多少事项不需要提交证明材料?", "230项", "没有"),
        ("江宁区2024年规上工业增速多少?", "6.4%", "12%"),
    ],
)
def test_a_word_is_of_whom_it_stands_with(
    report: Assistant, question: str, said: str, unsaid: str
) -> None:
    assert_says(report.ask(question), [said], [unsaid])


def test_what_made_things_grow_is_none_of_them(report: Assistant) -> None:
    text = report.ask("江宁区2024年哪些政策推动了消费增长?").text
    assert "家电" not in text


def test_a_rate_is_asked_for_by_its_share(tmp_path: Path) -> None:
    text = """涪城区2023年政府工作报告

一、2023年工作回顾

全年落实减税降费及退税缓费7.3亿元。人才公寓交付320套，入住率64%。三次产业比例为8.1:42.6:49.3。签约企业51家，按期履约率88%。
"""
    assistant = open_over(tmp_path, {"a.txt": text})
    for question, said, unsaid in (
        ("涪城区2023年人才公寓住进去的比例有多高?", "64%", "320"),
        ("涪城区2023年交付了多少套人才公寓?住进去的比例多高?", "64%", "88%"),
        ("涪城区2023年签约企业履约的比例是多少?", "88%", "64%"),
        ("涪城区2023年三次产业比例是多少?", "8.1:42.6:49.3", "%"),
    ):
        assert_says(assistant.ask(question), [said], [unsaid])
    assert assistant.ask("涪城区2023年签约企业落地的比例是多少?").refused
    wider = assistant.ask("涪城区2023年减税降费多少?")
    assert wider.refused
    assert "7.3亿元" in wider.related[0].text


BULLETIN = """安州区2023年国民经济和社会发展统计公报

二、农业

全年生猪出栏412630头,增长3.7%;羊出栏67253只,下降1.9%;茶叶产量1.2万吨。办理结婚登记4386对,离婚登记2017对。

三、重点任务

(一)实施智造升级行动
推进技改项目90个。
(二)实施设计赋能行动
引进设计机构8家。
(三)实施品牌提升行动
培育名牌12个。
"""


@pytest.fixture(scope="module")
def bulletin(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("bulletin"), {"bulletin.txt": BULLETIN})


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("安州区2023年羊出栏多少只?比上年是增是减?", "67253只"),
        ("安州区2023年猪出栏多少头?", "412630头"),
        ("安州区2023年有多少对新人登记结婚?", "4386对"),
        ("安州区2023年离婚的有多少对?", "2017对"),
        ("安州区部署了哪三大行动?", "设计赋能"),
    ],
)
def test_a_name_of_one_character_is_a_name(bulletin: Assistant, question: str, said: str) -> None:
    assert_says(bulletin.ask(question), [said], [])


@pytest.mark.parametrize("product", ["兔", "鸭", "鹅"])
def test_one_product_is_no_other(bulletin: Assistant, product: str) -> None:
    assert bulletin.ask(f"安州区2023年{product}出栏多少只?").refused


HEALTH = """船山区卫生健康局2024年工作总结

区第一人民医院河东院区项目总投资6.2亿元,已完成投资2.15亿元。家庭医生签约服务35.4万人,签约率49.6%。
全区旅游总人数1246万人次。年末常住人口67.31万人。实际使用外资4127万美元,完成全年目标的33.6%。
"""


@pytest.fixture(scope="module")
def health(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("health"), {"health.txt": HEALTH})


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("船山区第一人民医院河东院区一共要投多少钱?", "6.2亿元"),
        ("船山区2024年家庭医生签约率多少?", "49.6%"),
        ("船山区2024年来了多少游客?", "1246万人次"),
        ("船山区2024年底住着多少人?", "67.31万人"),
    ],
)
def test_what_people_say_finds_what_reports_write(
    health: Assistant, question: str, said: str
) -> None:
    assert_says(health.ask(question), [said], [])


def test_how_far_something_is_names_nothing(health: Assistant) -> None:
    first = health.ask("船山区2024年实际使用外资多少?")
    history = [turn_of(first)]
    share = health.ask("占全年目标的百分之几?", history)
    assert_says(share, ["33.6%"], [])
    assert "占占比" not in health.ask("全年目标是多少?", [*history, turn_of(share)]).text
