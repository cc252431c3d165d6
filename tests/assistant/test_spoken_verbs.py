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


SURVEY = """景宁县2024年国民经济和社会发展统计公报

全县扎实推进“村道升级、茶园提质、古村复活”三大工程,完成投资4.7亿元。森林覆盖率81.43%,与上年持平。餐饮收入6.3亿元,增长5.1%。

一、综合

全年地区生产总值98.2亿元。

二、农业

茶叶产量2160吨。

三、人口

年末户籍人口16.7万人。
"""
DUTIES = """景宁县2025年政府工作任务分解表

序号 | 任务 | 县领导 | 主责单位
一、聚焦安全
1 | 为14个山区村配齐应急电源 | 吴海波 | 县应急管理局
2 | 改造危桥7座 | 吴海波 | 县交通运输局
二、聚焦绿色
3 | 畜禽粪污综合利用率达到93% | 陈丽英 | 县农业农村局
4 | 建设小水电站2座 | 陈丽英 | 县水利局
"""


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    documents = {"bg.txt": REPORT, "gb.txt": SURVEY, "fj.txt": DUTIES}
    return open_over(tmp_path_factory.mktemp("spoken_two"), documents)


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("哪个县的森林覆盖率是81.43%?是哪年的数据?", ["县2024年", "81.43%"], ["松阳"]),
        ("哪个县的研发投入强度达到2.84%?", ["松阳县2024年"], ["景宁"]),
        ("景宁县2024年推进的三大工程是哪三个?", ["村道升级", "古村复活"], ["一、综合"]),
        ("景宁县2024年“三大工程”是什么?", ["茶园提质"], ["二、农业"]),
        ("景宁2024年饭馆这块的收入有多少?", ["6.3亿元"], []),
        ("吴海波在景宁2025年任务分解表上管哪些任务?", ["应急电源", "危桥"], ["水电站"]),
        (
            "2025年景宁14个山区村配应急电源,主责的领导和单位分别是谁?",
            ["吴海波", "县应急管理局"],
            ["陈丽英"],
        ),
        (
            "“畜禽粪污综合利用率达到93%”放在景宁2025年政府工作任务两个方面里的哪个方面?",
            ["聚焦绿色"],
            ["聚焦安全"],
        ),
    ],
)
def test_what_is_asked_by_a_figure_a_number_or_a_person(
    two: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(two.ask(question), said, unsaid)
