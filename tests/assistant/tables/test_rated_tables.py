"""Tables with a verdict a row, one cell a line, or below a plan of several years."""

from __future__ import annotations

import pytest

from assistant.chain import Assistant
from tests.assistant.conftest import open_over

RATED = """2023年临平区政府工作报告任务前三季度推进情况表

序号\t工作任务\t年度目标\t责任领导\t牵头单位\t1-9月推进情况\t序时评价
一、经济发展
1\t地区生产总值\t增长6%左右\t邵立文\t区发改局\t前三季度增长5.8%。\t基本达序
2\t财政收入\t增长4%\t区财政局\t1-9月增长1.3%。\t未达序
3\t企业培育\t新增规上企业30家\t汤一鸣\t区经信局\t新增26家。\t达序
4\t\t净增国家高新技术企业25家\t区科技局\t推荐申报88家，首批公示21家，净增数年底核定。\t达序
二、城市建设
5\t水利建设\t整治河道12公里\t邵立文\t区水利局\t已整治7.1公里。\t未达序
6\t\t水库除险加固工程验收\t初步验收完成，预计11月组织竣工验收。\t达序
7\t研发投入\t研发投入强度2.6%\t汤一鸣\t区科技局\t年度指标，2022年为2.5%。\t——

说明：“未达序”指低于序时进度5%以上。
"""
BOXES = """杭州市拱墅区人民政府 > 专题专栏 > 民生实事

拱墅区2023年民生实事完成情况公示

来源:区政府办 时间:2024-01-12

序号 |
项目类别 |
项目名称及内容 |
总投资(万元) |
责任单位 |
完成情况 |
1 |
养老服务 |
新建老年食堂12个 |
360 |
区民政局 |
建成14个,其中城区9个。 |
2 |
新建康养中心2个 |
1500 |
区民政局 |
上塘街道中心已投用;祥符街道中心因选址变更仅完成主体,预计2024年4月投用。 |
3 |
城市更新 |
新建口袋公园4个、绿道9公里 |
2100 |
区城管局 |
建成口袋公园4个,绿道7.2公里;剩余1.8公里因征迁2024年一季度完工。 |
4 |
既有住宅加装电梯50台 |
/ |
区住建局 |
建成投用57台,在建16台。 |
5 |
区中医院新院区主体封顶 |
16800 |
区卫健局 |
未完成。因地下管线迁改,年底主体施工至9层(共15层),计划2024年6月封顶。 |
"""
PLAN = """关于印发《余杭区竹产业三年行动方案（2023—2025年）》的通知

2023年3月3日

余杭区竹产业三年行动方案
（2023—2025年）

2022年，全区竹产业总产值达到96亿元。

一、主要目标

（一）总量目标。力争竹产业总产值2023年达到105亿元、2024年突破118亿元、2025年突破130亿元。

（二）创新目标。竹企业数字化改造覆盖率2023年达到30%、2024年达到45%、2025年达到60%。

二、重点任务

1.强化治污。2024年底前关停小竹炭窑全部56座。

附件：2023年竹产业重点任务分工表

序号 | 重点任务 | 2023年目标 | 牵头单位 | 责任单位 | 完成时限 |
1 | 智能化改造 | 实施技改项目20个 | 区经信局 | 区财政局 | 2023年12月 |
2 | 共享备料中心 | 新建成3个 | 区农投集团 | 百丈镇 | 2023年10月 |
3 | 竹博会 | 参展企业300家以上 | 区林水局 | 区经信局 | 2023年5月 |
"""


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    documents = {"rated.txt": RATED, "boxes.txt": BOXES, "plan.txt": PLAN}
    return open_over(tmp_path_factory.mktemp("rated"), documents)


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("余杭区竹产业总产值2023年目标是多少?", ("105亿元",), ("130", "96")),
        ("余杭竹企业数字化改造覆盖率2024年目标是多少?", ("45%",), ("30%", "60%")),
        ("余杭竹产业分工表第2项是什么?谁牵头?", ("共享备料中心:新建成3个", "区农投集团"), ()),
        ("余杭区2023年共享备料中心目标是多少?", ("3个",), ()),
        ("拱墅区2023年加装电梯投用了多少台?", ("57台",), ("66",)),
        ("临平区2023年水库除险加固由哪位领导负责?", ("邵立文",), ("汤一鸣",)),
    ],
)
def test_cells_are_told_of_their_row_and_year(
    tables: Assistant, question: str, told: tuple[str, ...], untold: tuple[str, ...]
) -> None:
    text = tables.ask(question).text
    assert all(words in text for words in told), text
    assert not any(words in text for words in untold), text


@pytest.mark.parametrize(
    "question",
    [
        "余杭区竹产业2023年实际做到多少产值?",
        "余杭区竹企业数字化改造覆盖率2024年实际达到多少?",
        "临平区2023年高新技术企业到9月底净增了多少家?",
    ],
)
def test_neither_plans_nor_steps_on_the_way_are_results(tables: Assistant, question: str) -> None:
    assert tables.ask(question).refused


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        (
            "临平区2023年前三季度未达序的任务有哪些?",
            ("共2项", "财政收入", "整治河道"),
            ("地区生产总值", "企业培育", "研发投入"),
        ),
        ("临平区2023年没有达序的任务有哪些?", ("共2项", "财政收入"), ("基本达序", "研发投入")),
        ("临平区2023年前三季度基本达序的有哪些?", ("共1项", "地区生产总值"), ("财政收入",)),
        ("临平区2023年企业培育里未达序的有哪些?", (), ("财政收入", "整治河道")),
        (
            "拱墅区2023年民生实事到年底还有哪些没做完?",
            ("共3项", "康养中心", "绿道9公里", "中医院新院区"),
            ("老年食堂", "电梯"),
        ),
    ],
)
def test_states_are_compared_as_whole_words_and_read_from_results(
    tables: Assistant, question: str, told: tuple[str, ...], untold: tuple[str, ...]
) -> None:
    text = tables.ask(question).text
    assert all(words in text for words in told), text
    assert not any(words in text for words in untold), text
