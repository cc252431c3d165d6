"""Reports of one office: its short name, what it lacks, its 保障措施, and figures per head."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant

_REPORT = """甲市乙区住房和城乡建设局2024年工作总结和2025年工作要点

2024年,区住建局抓落实、惠民生。现将有关情况报告如下。

一、2024年工作开展情况

(一)物业管理持续加强。全区落实专业化保洁的小区318个,覆盖率87.5%。
(二)自身建设。清理拖欠企业账款1340万元,为921名农民工追回工资1725万元。

二、存在的主要问题

老旧小区管理薄弱,仍有47个小区没有专业化保洁。

三、2025年工作要点

(一)实施街区焕新行动。改造老旧小区24个。
(二)实施安居扩面行动。筹集保障性租赁住房310套。
(三)实施管网更新行动。更换燃气管道17公里。

四、保障措施

一要压紧责任。实行局领导包片制度。二要筹措资金。计划申报专项债券项目13个。
"""
_BULLETIN = """甲市丙区2024年国民经济和社会发展统计公报

一、卫生

年末医疗卫生机构床位2607张,每千人口拥有6.43张。

二、环境

全年细颗粒物(PM2.5)年平均浓度31微克/立方米,可吸入颗粒物(PM10)年均浓度52微克/立方米。
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    documents = {"乙区住建局总结.txt": _REPORT, "丙区公报.txt": _BULLETIN}
    return open_over(Path(tmp_path_factory.mktemp("offices")), documents)


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("乙区住建局2024年替农民工讨回多少工钱?", ["1725万元"], ["1340"]),
        ("乙区住建局2025年要实施哪三大行动?", ["街区焕新", "安居扩面", "管网更新"], ["包片"]),
        ("乙区2024年有专业化保洁的小区有多少个?", ["318个"], ["47"]),
        ("乙区2024年有多少个小区没有专业化保洁?", ["47个"], ["318"]),
        ("乙区住建局2025年提出了哪些保障措施?", ["包片", "13个"], ["310"]),
        ("丙区2024年平均每一千人有几张医疗床位?", ["6.43张"], []),
        ("丙区2024年PM2.5年均浓度是多少?", ["31微克"], ["52"]),
        ("丙区2024年PM10平均浓度是多少?", ["52微克"], ["31微克"]),
    ],
)
def test_an_office_is_known_by_its_short_name_and_figures_by_their_own(
    assistant: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(assistant.ask(question), said, unsaid)
