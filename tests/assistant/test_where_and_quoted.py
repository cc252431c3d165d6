"""Which of several places something was in, quotes with words left out, numbers to be confirmed."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over, talk

from assistant.chain import Assistant

NORTH = """平阳县2023年政府工作报告

一、2023年工作回顾

全年签约亿元以上项目96个,落地亿元以上项目53个。成功举办首届瓯江龙舟文化节,全市首条氢能公交上线试运行。新认定普惠性民办园17所,普惠率94.26%。积极推进城南开发。

二、2024年工作安排

2024年,积极推进城南片区148个建设项目。
"""
SOUTH = """苍南县2023年政府工作报告

一、2023年工作回顾

全年落地亿元以上项目31个。举办首届渔港音乐节,新开公交线路4条。统筹推进老城更新37个项目。

二、2024年工作安排

2024年,积极推进52个老城更新建设项目。试运行无人公交线路。
"""
TASKS = """平阳县2023年政府工作报告重点工作任务四季度进展情况表

序号 | 工作任务 | 牵头领导 | 牵头单位 | 四季度进展情况
1 | 加快打造直播经济增长极,核心产业营收达到80亿元 | 温若川 | 县商务局 | 1-10月直播经济核心产业营收达到83.4亿元
2 | 加快建设算力中心,产业规模达到40亿元 | 邵知远 | 县经信局 | 产业规模达到38亿元;签约亿元以上项目9个
"""  # noqa: E501


@pytest.fixture(scope="module")
def counties(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    documents = {"py.txt": NORTH, "cn.txt": SOUTH, "pr.txt": TASKS}
    return open_over(tmp_path_factory.mktemp("where"), documents)


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("首届瓯江龙舟文化节是温州哪个县办的,在哪一年?", ("平阳县", "2023年"), ("苍南",)),
        ("首届渔港音乐节在哪个县举行的?", ("苍南县",), ("平阳",)),
        ("全市首条氢能公交是哪个县上线试运行的?", ("平阳县",), ("苍南", "无人公交")),
        ("首届瓯江龙舟文化节是由哪个县举办的?", ("平阳县",), ("苍南",)),
    ],
)
def test_which_place_it_was_is_answered_by_that_place(
    counties: Assistant, question: str, told: tuple[str, ...], untold: tuple[str, ...]
) -> None:
    assert_says(talk(counties, question), told, untold)


@pytest.mark.parametrize(
    "question",
    [
        "平阳2023年“直播经济核心产业营收达到80亿元”这项,牵头的县领导和牵头单位分别是谁?",
        "平阳2023年“加快打造直播核心产业营收达到80亿元”谁牵头?哪个单位?",
    ],
)
def test_a_quote_may_leave_words_out(counties: Assistant, question: str) -> None:
    assert_says(talk(counties, question), ("温若川", "县商务局"), ("邵知远",))


def test_a_quote_of_another_number_is_no_quote(counties: Assistant) -> None:
    answer = talk(counties, "平阳2023年“直播经济核心产业营收达到8亿元”这项的牵头单位是谁?")
    assert "达到8亿元" not in answer.text


@pytest.mark.parametrize("behind", ["没错吧?", "对吧?", "对吗?", "是不是?"])
def test_a_number_to_be_confirmed_is_counted_in_its_unit(counties: Assistant, behind: str) -> None:
    answer = talk(counties, f"平阳县2023年落地的亿元以上项目是96个,{behind}")
    assert_says(answer, ("53个",), ("9个", "96个"))


@pytest.mark.parametrize(
    ("questions", "told"),
    [
        (("孩子快上学了,平阳的普惠性幼儿园2023年覆盖到百分之多少了?",), "94.26%"),
        (("苍南老城更新2023年统筹推进多少个项目?", "2024年呢?"), "52个"),
    ],
)
def test_words_beside_what_is_asked_stand_in_no_way(
    counties: Assistant, questions: tuple[str, ...], told: str
) -> None:
    assert_says(talk(counties, *questions), (told,), ())


YEARS = """龙湾区2023年国民经济和社会发展计划执行情况与2024年计划草案的报告

一、2023年计划执行情况

36个重大项目实现集中开工,总投资412亿元。新增公共停车泊位1180个。落地固投亿元以上制造业项目7个,合计总投资26亿元。纳入省级工程的项目共9个,总投资233.5亿元。新增上市企业2家,新增股权融资18亿元。竣工道路5条。

二、2024年计划

新增公共停车泊位1500个。力争新增上市企业3家。竣工道路8条。
"""


@pytest.fixture(scope="module")
def district(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("years"), {"lw.txt": YEARS})


@pytest.mark.parametrize(
    ("questions", "told", "untold"),
    [
        (("龙湾区2023年新增停车泊位多少个?", "2024年呢?", "多了几个?"), ("320个",), ()),
        (("龙湾区2023年竣工道路几条?", "2024年计划呢?", "多了几条"), ("3条",), ()),
        (("龙湾区2023年集中开工的重大项目有多少个?", "这些项目总投资多少?"), ("412亿",), ("233",)),
        (("龙湾区2023年落地了几个固投亿元以上制造业项目?", "它们总投资多少?"), ("26亿",), ("233",)),
        (("龙湾区2023年新增几家上市公司?", "新增股权融资超过了多少?"), ("18亿元",), ()),
        (("龙湾区2023年新增几家上市公司?", "2024年呢?"), ("3家",), ("2家",)),
    ],
)
def test_a_follow_up_is_of_what_was_told(
    district: Assistant, questions: tuple[str, ...], told: tuple[str, ...], untold: tuple[str, ...]
) -> None:
    assert_says(talk(district, *questions), told, untold)


WORKS = """瑞安市2024年重点工作任务进展情况表

序号 | 工作任务 | 牵头领导 | 牵头单位 | 进展情况
1 | 推动重点区域联通,开工230国道马屿段 | 柯远山 | 市交通局 | 1.飞云江枢纽总体形象进度97%。2.S218云周段公路工程,于5月正式开工建设,累计完成总体形象进度的12.4%。
2 | 加快教育优质均衡发展,实现义务教育优质均衡 | 林知微 | 市教育局 | 序时推进
"""  # noqa: E501
AIMS = """瑞安市2024年国民经济和社会发展计划

2023年,开工学校6所、竣工投用9所。

2024年,开工学校4所、竣工学校7所。推进二类医疗器械注册,实现二类有源器械注册“零的突破”。深化养老服务改革,加快社区养老驿站建设。
"""


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    documents = {"works.txt": WORKS, "aims.txt": AIMS}
    return open_over(tmp_path_factory.mktemp("works"), documents)


@pytest.mark.parametrize(
    ("questions", "told", "untold"),
    [
        (("瑞安S218云周段2024年几月开工的?", "形象进度到多少了?"), ("12.4%",), ("97%",)),
        (("瑞安市2023年和2024年开工学校各几所?", "竣工的呢,这两年各几所?"), ("9所", "7所"), ()),
        (("瑞安市2024年有源器械注册有什么目标?",), ("零的突破",), ()),
        (("瑞安市2024年养老有什么目标?",), ("养老服务改革",), ()),
    ],
)
def test_goals_and_progress_are_of_what_was_spoken_of(
    city: Assistant, questions: tuple[str, ...], told: tuple[str, ...], untold: tuple[str, ...]
) -> None:
    assert_says(talk(city, *questions), told, untold)
