"""Whether a goal was reached that is a limit: told by its words, or not judged at all."""

from __future__ import annotations

import pytest
from conftest import open_over

from assistant.answers.goals import NOT_JUDGED
from assistant.chain import Assistant

SAFETY = """横溪区2024年安全与环保目标完成情况

序号 | 指标项目 | 年度目标 | 完成情况 | 牵头单位
1 | 火灾压降 | 全年火灾事故不多于20起 | 火灾事故25起 | 区消防救援大队
2 | 空气质量 | PM2.5浓度控制目标35微克/立方米 | PM2.5浓度32微克/立方米 | 区生态环境分局
3 | 政务服务 | 办件差评不大于30件 | 办件差评41件 | 区政务局
4 | 信访 | 越级信访40件 | 越级信访52件 | 区信访局
5 | 单位能耗 | 单位工业增加值能耗0.35吨标准煤 | 单位工业增加值能耗0.38吨标准煤 | 区经信局
6 | 学位建设 | 新增学位不少于900个 | 新增学位850个 | 区教育局
7 | 安全生产 | 生产安全事故死亡人数至多6人 | 生产安全事故死亡人数5人 | 区应急局
8 | 积案化解 | 化解信访积案30件 | 化解信访积案34件 | 区信访局
9 | 减负 | 企业投诉量40件,新增助企专员12名 | 企业投诉量52件,新增助企专员15名 | 区政务局
"""
ASSESSED = """平岗区2024年考核指标1-11月完成情况

序号 | 指标名称 | 计量单位 | 年度目标 | 1-11月完成 | 完成率(%)
1 | 固定资产投资 | 亿元 | 260 | 251 | 96.5
2 | 新增城镇就业 | 人 | 9000 | 9200 | 102.2
3 | 生产安全事故起数 | 起 | 12 | 9 | 75
4 | 12345热线投诉量 | 件 | 4000 | 5200 | 130
5 | 规上工业增加值 | 亿元 | 140 | 146 | 104.3
6 | PM2.5平均浓度 | 微克/立方米 | 35 | 33 | 94.3
"""


@pytest.fixture(scope="module")
def limits(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    texts = {"safety.txt": SAFETY, "assessed.txt": ASSESSED}
    return open_over(tmp_path_factory.mktemp("limits"), texts)


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("火灾事故控制目标完成了吗?", "未达到,高于上限5起"),
        ("办件差评控制目标完成了没?", "未达到,高于上限11件"),
        ("生产安全事故死亡人数目标完成了吗?", "已达到,低于上限1人"),
        ("新增学位目标完成了吗?", "未达到,低于目标50个"),
        ("化解信访积案目标完成了吗?", "已达到,高于目标4件"),
    ],
)
def test_a_ceiling_is_reached_from_below(limits: Assistant, question: str, verdict: str) -> None:
    assert f"与目标相比:{verdict}。" in limits.ask(f"横溪区2024年{question}").text


@pytest.mark.parametrize(
    "question",
    [
        "横溪区2024年PM2.5浓度目标达到了吗?",
        "横溪区2024年越级信访目标完成了吗?",
        "横溪区2024年单位工业增加值能耗目标达到了吗?",
        "平岗区2024年PM2.5平均浓度目标达到了吗?",
        "平岗区2024年12345热线投诉量超目标多少?",
    ],
)
def test_what_may_be_a_limit_is_not_judged(limits: Assistant, question: str) -> None:
    text = limits.ask(question).text
    assert NOT_JUDGED in text
    assert "已达到" not in text
    assert "未达到" not in text


def test_of_several_goals_of_a_row_a_limit_is_not_judged(limits: Assistant) -> None:
    text = limits.ask("横溪区2024年企业投诉量和新增助企专员的目标都完成了吗?").text
    assert "投诉量:目标40件,完成52件,已达到" not in text
    assert "高于目标12件" not in text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("哪些指标没有完成年度目标?", ["固定资产投资"]),
        ("哪些指标完成了年度目标?", ["新增城镇就业", "规上工业增加值"]),
        ("哪些指标超额完成?", ["新增城镇就业", "规上工业增加值"]),
    ],
)
def test_rows_whose_goals_may_be_limits_are_named_apart(
    limits: Assistant, question: str, told: list[str]
) -> None:
    lines = limits.ask(f"平岗区2024年{question}").text.splitlines()
    assert [x.removeprefix("- ").split(":")[0] for x in lines if x.startswith("- ")] == told
    apart = lines[-1]
    assert apart.startswith("以下项目的目标可能是上限,未作判断:生产安全事故起数")
    assert "PM2.5平均浓度" in apart
