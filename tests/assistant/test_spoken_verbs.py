"""Questions whose verbs are those of speech: 发出去, 追回来, 带起来, 上了几个项目."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant

REPORT = """松阳县2024年国民经济和社会发展计划执行情况的报告

一、2024年工作

发放旅游消费券870万元,带动消费2.1亿元。全年举办展销活动46场次。安排水毁工程修复项目64个,总投资9.3亿元。为415名劳动者追发工资2160万元。受理劳动争议案件730件,涉及劳动者902人。

全年研究与试验发展(R&D)经费支出7.2亿元,投入强度达到2.84%。PM2.5平均浓度27微克/立方米。

二、引育并举,人才活力增强

引进博士31人,新建专家工作站3家。发放人才津贴640万元。
"""
NOTICE = """松阳县人民政府办公室关于做好2025年重点工作的通知

各牵头单位要于每月18日前将工作推进情况报县政府办公室。各乡镇要对照清单抓好工作落实。
"""
TASKS = """松阳县2025年民生实事任务清单

序号 | 项目 | 牵头单位
1 | 新建公园5个 | 县建设局
2 | 改造公厕12座 | 县执法局
3 | 防汛物资储备点9个 | 县应急局
4 | 新增学位600个 | 县教育局
"""


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    documents = {"bg.txt": REPORT, "tz.txt": NOTICE, "qd.txt": TASKS}
    return open_over(tmp_path_factory.mktemp("spoken"), documents)


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        (
            "旅游消费券松阳2024年一共发出去多少钱?带起来多少消费?",
            ["870万元", "2.1亿元"],
            ["46"],
        ),
        ("松阳县2024年追回来的工资有多少?", ["2160万元"], ["902"]),
        ("拖欠的工资松阳2024年追回来多少钱?涉及几个劳动者?", ["415名", "2160万元"], ["902"]),
        ("松阳县2024年追发工资多少?", ["2160万元"], ["902"]),
        ("松阳水毁工程修复2024年一共上了几个项目?", ["64个"], ["4项"]),
        ("松阳县2024年水毁工程修复搞了多少个项目?", ["64个"], []),
        ("松阳县2024年研发投入强度多少?", ["2.84%"], []),
        ("松阳县2024年PM2.5平均多少微克?", ["27微克"], []),
        ("松阳县2025年牵头单位每月几号前要报工作推进情况?", ["18日前"], ["牵头单位:"]),
        ("松阳县2024年人才引进和培养做了什么?", ["引进博士31人", "专家工作站3家"], []),
        ("松阳县2025年任务清单一共有多少项任务?", ["共4项"], []),
        ("松阳县2025年防汛一共有多少项任务?", [], ["共4项"]),
    ],
)
def test_verbs_of_speech_ask_for_what_documents_write(
    county: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(county.ask(question), said, unsaid)
