"""Follow-ups about rows that were just listed: of each, of some, of others, which is first."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.chain import Assistant
from assistant.schema import Citation
from assistant.tables.told_rows import rows_listed
from tests.assistant.conftest import assert_says, open_over, talk

WORKS = """泾阳县2025年民生实事项目清单
序号 | 项目名称 | 建设内容及目标 | 总投资(万元) | 2025年计划投资(万元) | 责任单位 | 计划完工时间 |
1 | 学校新改扩建 | 新建学校2所,新增学位1800个 | 9000 | 4000 | 县教育局 | 2025年8月 |
2 | 托育服务提升 | 新增普惠托位300个 | 700 | 700 | 县卫健局 | 2025年11月 |
3 | 养老设施建设 | 建成养老服务中心4个 | 1200 | 1200 | 县民政局 | 2025年10月 |
4 | 急诊综合楼建设 | 建设急诊综合楼1栋 | 8800 | 3000 | 县卫健局 | 2026年6月 |
5 | 农贸市场改造 | 改造农贸市场6个 | 900 | 900 | 县商务局 | 2025年10月 |
"""
TASKS = """渭城区2025年政府工作报告重点任务半年度进展情况
类别 | 序号 | 任务内容 | 牵头领导 | 牵头单位 | 配合单位 | 完成时限 | 截至6月底进展 |
一、建设品质城市
城市更新 | 1 | 改造老旧小区18个。 | 丁仲明 | 区住建局 | 各街道 | 11月底 | 已开工15个,完工6个。 |
2 | 新增停车位3000个。 | 丁仲明 | 区综合执法局 | 区住建局 | 12月底 | 已新增停车位1900个。 | |
3 | 加装电梯60台。 | 丁仲明 | 区住建局 | 各街道 | 12月底 | 已完工27台。 | |
二、增进民生福祉
医疗卫生 | 4 | 区中心医院迁建投入使用。 | 贺兰英 | 区卫健局 | 区住建局 | 9月底 | 正在安装设备。 |
5 | 开通社区巴士4条。 | 贺兰英 | 区交通局 | 公交公司 | 6月底 | 已完成。 | |
养老服务 | 6 | 新增养老床位500张。 | 贺兰英 | 区民政局 | 区卫健局 | 11月底 | 已新增床位310张。 |
"""
JUDGED = """户县2024年目标任务分解及三季度进展情况表
序号\t具体任务\t分管领导\t牵头单位\t三季度进展情况\t状态
1\t新增规上企业30家\t石成\t县工信局\t新增21家。\t进行中
2\t引进亿元项目6个\t石成\t县投促局\t已签约7个。\t已完成
3\t县医院新院启用\t何敏\t县卫健局\t设备正在调试。\t滞后
4\t建成安防小区40个\t何敏\t县公安局\t因招标流标,仅建成9个。\t滞后
5\t建成应急指挥中心\t何敏\t县应急局\t已投入使用。\t已完成
"""


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("listed")
    return open_over(folder, {"works.txt": WORKS, "tasks.txt": TASKS, "judged.txt": JUDGED})


@pytest.mark.parametrize(
    ("questions", "said", "unsaid"),
    [
        (["渭城区贺兰英牵头哪些任务?", "进展怎么样?"], ["正在安装", "已完成", "310张"], ["27台"]),
        (["渭城区丁仲明牵头哪些任务?", "分别什么时候完成?"], ["11月底", "12月底"], ["9月底"]),
        (
            ["渭城区丁仲明牵头哪些任务?", "谁牵头、谁配合?"],
            ["区综合执法局", "各街道", "区住建局"],
            ["公交公司"],
        ),
        (["户县2024年有哪些任务滞后?", "都由谁牵头?"], ["县卫健局", "县公安局"], ["县应急局"]),
        (["泾阳县卫健局负责哪几项?", "分别投资多少?"], ["700万元", "8800万元"], ["1200"]),
        (
            ["泾阳县民生实事里10月完工的有哪些?", "总投资各多少?"],
            ["1200万元", "900万元"],
            ["9000"],
        ),
        (["户县2024年有哪些任务滞后?", "为什么?"], ["招标流标", "没有说明原因"], []),
    ],
)
def test_each_of_the_rows_that_were_listed_is_told(
    tables: Assistant, questions: list[str], said: list[str], unsaid: list[str]
) -> None:
    assert_says(talk(tables, *questions), said, unsaid)


@pytest.mark.parametrize(
    ("questions", "said", "unsaid"),
    [
        (
            ["渭城区丁仲明牵头哪些任务?", "其中住建局的呢?"],
            ["共2项", "老旧小区", "加装电梯"],
            ["停车位"],
        ),
        (["渭城区贺兰英牵头哪些任务?", "哪些已经完成了?"], ["社区巴士"], ["床位"]),
        (["渭城区贺兰英牵头哪些任务?", "还有哪些没完成?"], ["中心医院", "310张"], ["社区巴士"]),
        (["户县何敏分管哪些工作?", "哪些已经完成了?"], ["应急指挥中心"], ["亿元项目"]),
        (
            ["户县何敏分管哪些工作?", "哪些已经完成了?", "还有哪些没完成?"],
            ["共2项", "县医院", "安防小区"],
            ["应急指挥中心"],
        ),
        (["户县2024年有哪些任务滞后?", "已完成的有哪几项?"], ["亿元项目", "应急"], ["安防"]),
        (["泾阳县卫健局负责哪几项?", "哪个投资最大?"], ["急诊综合楼", "8800万元"], ["9000"]),
    ],
)
def test_a_follow_up_picks_among_the_rows_that_were_listed(
    tables: Assistant, questions: list[str], said: list[str], unsaid: list[str]
) -> None:
    assert_says(talk(tables, *questions), said, unsaid)


@pytest.mark.parametrize(
    ("questions", "said", "unsaid"),
    [
        (["渭城区卫健局牵头哪些任务?", "民政局的呢?"], ["养老床位"], ["中心医院"]),
        (["渭城区丁仲明牵头几项任务?", "其中住建局的呢?", "贺兰英的呢?"], ["共3项"], ["电梯"]),
        (["渭城区有哪些任务9月底前完成?", "6月底的呢?"], ["社区巴士"], ["中心医院"]),
        (
            ["泾阳县民生实事里10月完工的有哪些?", "责任单位分别是谁?", "11月的呢?"],
            ["托育服务", "县卫健局"],
            ["农贸市场"],
        ),
    ],
)
def test_a_follow_up_asks_for_other_rows_in_the_same_way(
    tables: Assistant, questions: list[str], said: list[str], unsaid: list[str]
) -> None:
    assert_says(talk(tables, *questions), said, unsaid)


def test_both_of_the_last_rows_are_told(tables: Assistant) -> None:
    first, second = "渭城区中心医院什么时候投用?", "养老床位呢?"
    assert_says(talk(tables, first, second, "它俩都是谁牵头?"), ["区卫健局", "区民政局"], [])


def test_what_costs_most_is_told_by_the_whole_cost(tables: Assistant) -> None:
    assert_says(tables.ask("泾阳县民生实事哪个投资最大?"), ["学校", "9000万元"], ["4000"])


def test_a_month_without_a_year_is_of_the_year_of_the_table(tables: Assistant) -> None:
    due = tables.ask("泾阳县民生实事哪几项今年9月前完工?")
    assert_says(due, ["学校"], ["急诊综合楼"])


def test_of_too_many_rows_one_has_to_be_named(tmp_path: Path) -> None:
    rows = "".join(f"{n} | 建设第{n}号泵站 | 县水利局 | 已开工 |\n" for n in range(1, 21))
    text = f"户县2024年任务表\n序号 | 任务内容 | 牵头单位 | 进展 |\n{rows}"
    answer = talk(open_over(tmp_path, {"a.txt": text}), "户县水利局牵头哪些任务?", "进展怎么样?")
    assert answer.refused
    assert "共20项" in answer.text


def test_rows_of_one_table_are_listed_a_line_each() -> None:
    cited = [Citation(n, "a.txt", n, n + 1, "x", row=n) for n in (1, 2, 3)]
    assert rows_listed("两项:\n- 甲[1]\n- 乙[2][3]", cited) == "a.txt#1\na.txt#2"
    assert rows_listed("- 甲[1]", cited) == ""
    assert rows_listed("- 甲[1]\n- 乙", cited) == ""
