"""Goals asked for by their name: their result in other words, and never that of another goal."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant

TABLE = "\n".join(
    [
        "临安区2024年政府工作报告重点任务完成情况表",
        "",
        "序号 | 工作任务 | 责任单位 | 进展情况",
        "1 | 新建便民驿站1200个，治理交通拥堵点6个 | 区住建局"
        " | 1. 便民驿站：已全部建成。 2. 拥堵点治理：已完成5个。",
        "2 | 创投基金实缴出资达到36亿元 | 区财政局 | 创投基金实缴出资额已达41亿元。",
        "3 | 开展雨水管网清淤疏浚320公里 | 区水务局 | 已累计完成清淤量388公里。",
        "4 | 引进持牌公司24家，新建共享菜园3个 | 区商务局 | 已引进持牌企业19家。",
        "5 | 打造区级短视频基地7个，引进亿元以上文旅项目3个 | 区文旅局"
        " | 已引进亿元以上项目5个，总投资22亿元。",
        "6 | 建成省级农机中心2个 | 区农业局 | 已建成6个农机中心。",
        "7 | 新建、续建快速路项目9个 | 区交通局 | 新建、续建快速路9个项目有序推进中。",
        "8 | 开展护理骨干进修 | 区卫健局 | 选派17名护士、3名医师到省人民医院进修。"
        "已扶持2家滨湖社区公益基金会并正常运作。",
        "9 | 加强小贷企业监管，提高规上工业研发投入 | 区金融办"
        " | 目前我区类小贷企业底数为0，集聚35家境外企业、园区和高校参与共建。"
        "1-11月，我区规上工业企业研发活动增多，实现研发费用38.35亿元，占规上工业营收比重是3.12%，"
        "同比提升0.27个百分点。",
        "",
    ]
)
PLAN = """建德市2023年国民经济和社会发展计划

2023年,力争新上规工业企业13家、净增8家,规上工业企业数字化改造100%覆盖。地区生产总值增长力争6%(确保5.5%)。
"""


@pytest.fixture(scope="module")
def goals(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("goals"), {"table.txt": TABLE, "plan.txt": PLAN})


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        # The verb before what it is done to, or behind it.
        ("临安区2024年治理交通拥堵点完成了多少个?", ["5个"], ["6个", "1200"]),
        ("临安区2024年治理交通拥堵点的目标是多少?", ["6个"], ["5个", "1200"]),
        # How much is counted, how far it has come, companies in either word.
        ("临安区2024年创投基金实缴出资是多少?", ["41亿元"], ["36"]),
        ("临安区2024年雨水管网清淤完成了多少公里?", ["388公里"], ["320"]),
        ("临安区2024年引进持牌公司有多少家?", ["19家"], ["24家"]),
        ("临安区2024年新建、续建快速路项目有多少个?", ["9个"], []),
        # Another goal's result tells nothing of this one: the plan is all there is.
        ("临安区2024年便民驿站是多少?", ["目标", "1200个"], ["5个"]),
        ("临安区2024年打造区级短视频基地有多少个?", ["目标", "7个"], ["5个"]),
        # Those to whom it was done, whatever they did then.
        ("临安区2024年选派护士有多少名?", ["17名"], ["3名"]),
        ("临安区2024年扶持滨湖社区公益基金会有多少家?", ["2家"], []),
        ("临安区2024年类小贷企业底数是多少?", ["为0"], []),
        ("临安区2024年1-11月规上工业企业研发费用占营收比重增长多少?", ["0.27个百分点"], ["3.12"]),
        # New ones, and what is left of them when others are gone.
        ("建德市2023年力争新上规工业企业几家?", ["13家"], ["8家", "100%"]),
        ("建德市2023年新增规上工业企业的目标是多少?", ["13家"], ["8家", "100%"]),
        ("建德市2023年规上工业企业力争净增几家?", ["8家"], ["13家"]),
        ("建德市2023年规上工业企业净增几家?(不是新上规的家数)", ["8家"], ["13家"]),
        ("建德市2023年GDP增长力争、确保各多少?", ["6%", "5.5%"], []),
    ],
)
def test_a_goal_is_told_by_its_own_result_or_as_the_plan_it_is(
    goals: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(goals.ask(question), said, unsaid)


@pytest.mark.parametrize(
    "question",
    [
        "临安区2024年建成省级农机中心有多少个?",
        "临安区2024年引进亿元以上文旅项目实际有多少个?",
        "临安区2024年打造区级短视频基地完成了多少个?",
        "临安区2024年集聚境外企业、园区和高校参与共建增速是多少?",
    ],
)
def test_what_may_be_of_another_thing_is_no_result(goals: Assistant, question: str) -> None:
    assert goals.ask(question).refused
