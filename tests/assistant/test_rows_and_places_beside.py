"""Rows beside the one that was spoken of, and another place set beside the one that was."""

from __future__ import annotations

import pytest
from conftest import open_over, talk

from assistant.chain import Assistant

TASKS = """# 苍溪县2023年重点任务清单及前三季度推进情况

| 编号 | 工作任务 | 挂钩领导 | 责任单位(排首位的牵头) | 1—9月推进情况 | 评价 |
|---|---|---|---|---|---|
| 1 | 新建公厕12座 | 方又青 | 城管局、住建局 | 建成11座。 | 达序时 |
| 2 | 新增绿道30公里 | 骆以宁 | 林业局 | 完成9公里。 | 未达序时 |
| 3 | 新增停车泊位900个 | 方又青 | 交警大队 | 新增310个。 | 未达序时 |
"""
REPORT = """苍溪县2024年政府工作报告
一、2023年工作回顾
地区生产总值增长6.2%。一般公共预算收入12.4亿元,增长4%。新认定高新技术企业21户,总数达96户。
改造老旧院落38个。
农村居民人均可支配收入18420元。城镇居民人均可支配收入39110元。
二、2024年工作安排
地区生产总值增长6.8%。改造老旧院落52个。空气质量优良天数达到310天以上。
"""
OTHER = """剑阁县2024年政府工作报告
一、2023年工作回顾
一般公共预算收入9.7亿元,增长5%。农村居民人均可支配收入17950元。
"""
BULLETIN = """苍溪县2022年国民经济和社会发展统计公报
一、工业
    主要工业产品产量
    产品名称
    产量
    单位
    比上年增长（%）
    水泥
    3,120
    万吨
    -5.8
    发电量
    98.6
    亿千瓦时
    9.3
    其中：风力发电
    41.2
    亿千瓦时
    12.5
二、人口
全年出生人口3,041人,死亡人口5,872人。
"""


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    texts = {"tasks.md": TASKS, "report.txt": REPORT, "other.txt": OTHER, "bulletin.txt": BULLETIN}
    return open_over(tmp_path_factory.mktemp("beside"), texts)


@pytest.mark.parametrize(
    ("questions", "said"),
    [
        (["苍溪县2023年重点任务清单第2项是什么?", "还有哪项也没达序时?"], "停车泊位"),
        (["苍溪县2023年哪两项没达到序时进度?分别谁挂钩?"], "骆以宁"),
        (["苍溪县2023年新建公厕那项谁挂钩?责任单位呢?"], "城管局、住建局"),
        (["苍溪县2023年新认定了多少家高新技术企业?", "总数呢"], "96户"),
        (["苍溪县去年也就是2023年GDP增速多少?", "今年目标呢?"], "6.8%"),
        (["苍溪县2024年打算改造多少个老院子?"], "52个"),
        (["苍溪县2024年好天气要达到几天?"], "310天"),
        (["苍溪县2022年走了多少人?"], "5,872人"),
        (["苍溪县2022年风电发了多少亿度电?"], "41.2亿千瓦时"),
        (["苍溪县2023年GDP增速多少?", "一般公共预算收入比剑阁县高吗?"], "相差2.7亿元"),
        (
            [
                "苍溪县2023年城镇居民人均可支配收入多少?",
                "农村呢?",
                "农村这个数比剑阁县2023年的高吗?",
            ],
            "相差470元",
        ),
    ],
)
def test_what_stands_beside_is_told(county: Assistant, questions: list[str], said: str) -> None:
    answer = talk(county, *questions)
    assert said in answer.text, answer.text


def test_a_total_is_not_what_was_new(county: Assistant) -> None:
    answer = talk(county, "苍溪县2023年新认定了多少家高新技术企业?", "总数呢")
    assert "21户" not in answer.text
