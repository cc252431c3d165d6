"""What is asked of a document itself, of its short names, and of what its figures take in."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over, talk

from assistant.chain import Assistant

REPORT = """永顺县人民政府工作报告
——2024年1月16日在永顺县第十八届人民代表大会第三次会议上
县长 向明远

一、2023年工作回顾
“2+3”产业体系加快构建。清凉江清淤46万立方米。围绕“一核两带”优化布局,“一核”即灵溪创新核,“两带”即猛洞河文旅带、酉水生态带。
二、2024年重点工作
举办“灵溪夜市”等活动60场。持续深化改革开放,进出口总额增长10%。实施“13”行动,做强1个百亿级产业,布局茶叶、中药材、竹木3个特色产业。

名词解释:
1.“2+3”产业体系:“2”指电子信息、绿色食品两大主导产业,“3”指现代物流、文化旅游、数字经济三个新兴产业。
"""
BULLETIN = """龙山县2023年国民经济和社会发展统计公报
龙山县统计局
2024年3月28日

一、综合
年末常住人口49.8万人。水产品总产量38.4万吨,下降0.8%;其中海水养殖29.7万吨。空气质量优良天数比例88.5%。固定资产投资(不含农户)增长5.3%。
注:1.本公报数据均为初步统计数。2.常住人口不含里耶旅游度假区。
"""


@pytest.fixture(scope="module")
def talked_to(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("documents-asked")
    return open_over(folder, {"report.txt": REPORT, "bulletin.txt": BULLETIN})


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("永顺县政府工作报告是谁在哪天作的?", ["向明远", "2024年1月16日"], []),
        ("龙山县统计公报什么时候发布的,哪个单位发布?", ["统计局", "2024年3月28日"], []),
        ("永顺县“2+3”里那个“3”指哪三个产业?", ["现代物流", "数字经济"], ["绿色食品"]),
        ("永顺县“13”行动里的“3”是指什么?", ["茶叶、中药材、竹木"], ["百亿"]),
        ("永顺县说的“一核两带”,两带具体是哪两条带?", ["猛洞河", "酉水"], ["灵溪"]),
        ("龙山县常住人口数据包不包括里耶度假区?", ["不含"], ["49.8"]),
        ("龙山县固定资产投资含不含农户?", ["不含农户"], []),
        ("“灵溪夜市”是哪个县哪一年的事?", ["永顺县2024年"], ["龙山"]),
        ("龙山县2023年海水养殖产量是多少万吨", ["29.7万吨"], ["38.4"]),
        ("龙山县2023年空气优良天数占多少", ["88.5%"], []),
        ("永顺县2023年清凉江清淤多少万方?", ["46万立方米"], []),
    ],
)
def test_it_is_told(
    talked_to: Assistant, question: str, told: list[str], untold: list[str]
) -> None:
    assert_says(talk(talked_to, question), told, untold)


def test_another_report_than_is_there_has_no_date(talked_to: Assistant) -> None:
    assert talk(talked_to, "龙山县审计报告是什么时候发布的?").refused
