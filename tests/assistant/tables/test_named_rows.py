"""Tables whose rows have a name, a goal and a deadline: whose they are, and when due."""

from __future__ import annotations

import pytest

from assistant.chain import Assistant
from tests.assistant.conftest import assert_says, open_over

TASKS = """汉滨区2024年重点任务分解表

序号	类别	重点任务	目标任务	责任领导	牵头单位	完成时限
1	产业发展	茶叶产业	新建茶园1.2万亩，培育规上茶企业4户，建成茶叶加工园二期\
道路和供水管网	何川	区农业农村局	10月底前
2		旅游提升	接待过夜游客35万人次，完成\
瀛湖景区4A级复核		区文旅局	9月底前
3		商贸消费	新增限上商贸企业20户，举办促消费活动30场次	贺敏	区商务局	12月底前
4	民生保障	教育事业	新建学校5所，新增学位3200个，恒口高级中学\
主体完工	何川	区教体局	8月底前
5		养老服务	新建助餐点12个，完成困难老年人居家适老化改造300户		区民政局	10月底前
"""

PROGRESS = """汉滨区2025年为民办实事进展情况（截至2025年8月底）
序号
类别
项目名称
年度目标任务
责任单位
截至8月底进展情况
状态
1
教育
新增学位
新建学校3所，新增学位2100个
区教体局
2所已投用，新增学位1400个
正常推进
2
交通出行
停车泊位
新增停车泊位900个
区城管局
新增640个
正常推进
3
充电设施
新增充电端口8000个
区发改局
区消防救援大队
新增充电端口8120个
已完成
4
公共安全
农贸市场标准化改造
改造提升农贸市场5家
区市场监管局
完成3家，2家正在施工
滞后
5
食品抽检
抽检食品4000批次
区市场监管局
完成3100批次
正常推进
"""


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    documents = {"tasks.txt": TASKS, "progress.txt": PROGRESS}
    return open_over(tmp_path_factory.mktemp("named-rows"), documents)


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("汉滨区2024年哪些任务要求10月底前完成?", ["茶叶", "养老"], ["旅游", "教育"]),
        ("汉滨区2024年哪些任务9月份完成?", ["旅游"], ["茶叶", "教育"]),
        ("何川负责汉滨区2024年哪些重点任务?", ["茶叶产业", "教育事业"], ["商贸"]),
        ("汉滨区教体局承担了哪几项重点任务?", ["教育事业"], ["茶叶", "养老"]),
        ("汉滨区2025年“交通出行”类包括哪几个项目?", ["停车泊位", "充电设施"], ["食品"]),
        ("汉滨区2025年农贸市场改造到8月底完成几家?", ["3家"], ["5家"]),
        ("汉滨区2025年充电设施由哪些单位负责?", ["区发改局", "区消防救援大队"], []),
    ],
)
def test_rows_are_told_by_their_names(
    tables: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(tables.ask(question), said, unsaid)
