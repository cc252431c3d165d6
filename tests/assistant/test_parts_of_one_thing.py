"""Parts of a question that leave out what they are about: 投多少钱, 惠及多少户, 面积多大."""

from __future__ import annotations

import pytest

from assistant.chain import Assistant
from tests.assistant.conftest import assert_says, open_over, talk

REPORT = """礼泉县2025年政府工作报告
一、2024年工作回顾
全年实施重点项目86个,完成投资142亿元,新开工项目31个、竣工项目27个。
新增养老床位260张,建成老年食堂14个,服务老年人3.2万人次。
二、2025年工作安排
实施重点项目92个,年度计划投资150亿元。新增养老床位200张,建成老年食堂10个。
县医院二期10月底前封顶,总投资5.6亿元;城北综合体年内开工,总投资38亿元。
"""
TASKS = """旬邑县2025年重点任务半年度进展情况
类别 | 序号 | 任务内容 | 牵头单位 | 完成时限 | 截至6月底进展 |
城市更新 | 1 | 改造老旧小区26个,惠及1万户。 | 县住建局 | 11月底 | 已开工22个,完工9个,惠及4100户。 |
2 | 新改建农村公路35公里。 | 县交通局 | 11月底 | 已完成18公里。 | |
3 | 环城路改造工程通车,总投资28.5亿元。 | 县交通局 | 12月底 | 完成投资19.2亿元。 | |
"""
WORKS = """长武县2025年民生实事项目清单
序号 | 项目名称 | 建设内容及目标 | 总投资(万元) | 2025年计划投资(万元) | 责任单位 | 计划完工时间 |
1 | 急诊综合楼 | 建设急诊综合楼1栋,建筑面积2.6万平方米 | 18500 | 9000 | 县卫健局 | 2026年6月 |
2 | 口袋公园建设 | 新建口袋公园14个,面积7.8万平方米 | 2100 | 2100 | 县城管局 | 2025年9月 |
3 | 托育服务提升 | 新增普惠托位300个 | 700 | 700 | 县卫健局 | 2025年11月 |
"""


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("parts-of-one")
    return open_over(folder, {"report.txt": REPORT, "tasks.txt": TASKS, "works.txt": WORKS})


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("礼泉县2025年计划实施重点项目多少个,投多少钱?", ["92个", "150亿元"], ["38亿", "5.6亿"]),
        ("礼泉县2025年新增养老床位多少张,建几个老年食堂?", ["200张", "10个"], ["14个"]),
        ("礼泉县2025年新增养老床位多少张?建几个老年食堂,服务多少人次?", ["200张"], ["3.2万"]),
        ("旬邑县第2项是什么?总投资多少?", ["农村公路"], ["28.5", "38亿", "18500", "5.6亿"]),
        (
            "长武县口袋公园建几个,面积多大,投资多少,哪个部门负责?",
            ["14个", "7.8万平方米", "2100万元", "县城管局"],
            ["9000"],
        ),
        ("长武县急诊综合楼要花多少钱?", ["18500万元"], ["9000"]),
        ("长武县急诊综合楼2025年计划投多少?", ["9000"], ["18500"]),
        ("礼泉县2024年竣工了几个重点项目?", ["27个"], ["86个", "31个"]),
        ("旬邑县改造了多少个老旧小区?", ["完工9个"], ["22个", "26个"]),
    ],
)
def test_a_part_is_answered_of_what_the_part_before_names(
    documents: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(documents.ask(question), said, unsaid)


def test_a_question_of_several_parts_is_asked_again_of_another_year(
    documents: Assistant,
) -> None:
    first = "礼泉县2024年新增了多少养老床位?建了几个老年食堂,服务多少人次?"
    assert_says(talk(documents, first, "2025年呢?"), ["200张", "10个"], ["260张", "14个", "3.2万"])
