"""Rows picked by what a question demands: bounds, deadlines, states, groups, parts of a whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant

PROJECTS = """泾县2024年重点项目1-9月进展情况表

单位:万元
序号 | 项目名称 | 项目业主 | 总投资 | 2024年计划 |  | 1-9月完成情况 |  | 责任领导
 |  |  |  | 投资额 | 形象进度 | 投资额 | 形象进度 |
合计(4个) |  |  | 492000 | 120500 |  | 87600 |  |
一、产业发展类(2个) |  |  | 336000 | 68000 |  | 52500 |  |
1 | 宣纸小镇二期 | 县文旅投公司 | 86000 | 18000 | 主体完工 | 21500 | 已建成投用 | 汪海波
2 | 琴溪抽水蓄能电站 | 皖能公司 | 250000 | 50000 | 坝体填筑 | 31000 | 用地报批滞后 | 章晓东
二、基础设施类(2个) |  |  | 156000 | 52500 |  | 35100 |  |
3 | 滨河路改建工程 | 县交投公司 | 119700 | 40000 | 路基完成70% | 22100 | 路基完成45% | 章晓东
4 | 城区供水管网改造 | 县文旅投公司 | 36300 | 12500 | 完成40公里 | 13000 | 完成46公里 | 周敏
"""
PROMISES = """石门县2024年民生实事完成情况表
(截至2024年11月底)

序号	类别	项目名称	完成率(%)	牵头单位	责任单位	完成时限
1	教育惠民	农村食堂改造	91.7	县教育局	县住建局	2024年12月底
2		公办幼儿园新建	100	县教育局	县财政局	2024年8月底
3	人居环境	老旧小区改造	83.3	县住建局	楚江街道	2024年12月底
4		农村户厕改造	102	县农业农村局 县妇联	各乡镇	2024年10月底
"""
TARGETS = """# 荣县2024年上半年考核指标完成情况

| 指标名称 | 计量单位 | 全年目标 | 1-6月完成 | 同比增长(%) | 是否达到序时进度 |
|---|---|---:|---:|---:|---|
| 一、经济发展 | | | | | |
| 固定资产投资 | 亿元 | 180 | 97.2 | 8.3 | 是 |
| 其中:工业投资 | 亿元 | 72 | 33.1 | 4.2 | 否 |
| 一般公共预算收入 | 亿元 | 12.6 | 6.78 | 7.4 | 是 |
| 其中:税收收入 | 亿元 | 7.2 | 3.41 | -2.3 | 否 |
| 二、民生保障 | | | | | |
| 城镇新增就业 | 人 | 4000 | 2380 | 3.0 | 是 |
"""
TOWNS = """宁津县2024年1-8月各乡镇重点指标通报

截至8月底,全县序时进度为66.7%。

附件1 固定资产投资完成情况
	年度任务(亿元)	1-8月完成(亿元)	完成率(%)	排名
津城街道	18.0	13.5	75.0	1
柴胡店镇	12.0	8.8	73.3	2
保店镇	6.0	3.3	55.0	3
合计	36.0	25.6	71.1	

附件2 招商引资项目落地情况
乡镇|签约项目(个)|开工项目(个)|到位资金(万元)
津城街道|12|9|86000
柴胡店镇|10|8|41000
保店镇|3|0|6200
合计|25|17|133200
"""
BULLETIN = """监利市2023年统计公报

二、农业
表1 2023年主要农产品产量
产品名称
单位
产量
比上年增长(%)
粮食
万吨
142.36
1.2
小麦
万吨
8.15
-2.6
油料
万吨
11.42
3.8

三、固定资产投资
全年固定资产投资增长7.8%。
表2 2023年固定资产投资增长情况
指标 比上年增长(%)
固定资产投资 7.8
其中:民间投资 9.1
房地产开发投资 -8.4
"""


DINING = """# 临泉县2024年各乡镇助餐点、公厕改造完成情况(截至2024年10月底)

| 乡镇(街道) | 助餐点(处) | | 公厕改造(座) | | 负责人 | 评价 |
|---|---|---|---|---|---|---|
|  | 目标 | 完成 | 目标 | 完成 |  |  |
| 城关街道 | 6 | 6 | 8 | 5 | 石磊 | 基本完成 |
| 杨桥镇 | 4 | 3 | 5 | 6 | 万芳 | 未完成 |
| 鲖城镇 | 3 | 4 | 4 | 4 | 葛军 | 已完成 |
| 合计 | 13 | 13 | 17 | 15 |  |  |
"""
INVESTMENTS = """孝义市2024年重点工程项目推进情况表
单位:万元
序号 | 项目名称 | 年度计划投资 | 1-6月累计完成 | 1-9月累计完成 | 完成进度 | 责任单位 | 分管领导
1 | 铝基新材料项目 | 42000 | 19500 | 33600 | 80.0% | 市工业和信息化局 | 郭晋生
2 | 氢能重卡基地 | 30000 | 11800 | 31200 | 104.0% | 市工业和信息化局 | 郭晋生
3 | 孝河湿地二期 | 9000 | 1100 | 4300 | 47.8% | 市水利局 | 郭晋生
4 | 第六中学新建 | 11000 | 5400 | 9700 | 88.2% | 市教育局 | 梁秀芳
合计 | | 92000 | 37800 | 78800 | 85.7% | |

附件2
孝义市2024年前期项目清单
序号 | 项目名称 | 总投资（亿元） | 计划开工时间
1 | 孝义南站综合枢纽 | 18.6 | 2025年3月
2 | 胜溪湖科创走廊 | 9.4 | 2025年6月
"""
FIXTURES = Path(__file__).parents[2] / "fixtures" / "prose"


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    documents = {
        "projects.txt": PROJECTS,
        "promises.txt": PROMISES,
        "targets.md": TARGETS,
        "towns.txt": TOWNS,
        "bulletin.txt": BULLETIN,
        "dining.md": DINING,
        "investments.txt": INVESTMENTS,
        "labelled_items.txt": (FIXTURES / "labelled_items.txt").read_text("utf-8"),
    }
    return open_over(tmp_path_factory.mktemp("selections"), documents)


@pytest.mark.parametrize(
    ("question", "named", "others"),
    [
        ("泾县总投资超过10亿元的项目有哪些?", ("琴溪", "滨河路"), ("宣纸", "供水", "合计")),
        ("泾县基础设施类项目有哪些?", ("滨河路", "供水管网"), ("琴溪", "宣纸")),
        ("泾县1-9月完成投资超过全年计划的项目有哪些?", ("宣纸", "供水"), ("琴溪", "滨河路")),
        ("泾县哪些项目已经建成投用?", ("宣纸",), ("琴溪", "滨河路", "供水")),
        ("泾县县文旅投公司是哪几个项目的业主?", ("宣纸", "供水"), ("琴溪", "滨河路")),
        ("石门县哪些民生实事还没有完成?", ("食堂", "老旧小区"), ("幼儿园", "户厕")),
        ("石门县超额完成的民生实事有哪些?", ("户厕",), ("幼儿园", "食堂")),
        ("石门县2024年10月底前要完成的任务有哪些?", ("幼儿园", "户厕"), ("食堂", "小区")),
        ("石门县教育惠民类有哪些任务?", ("食堂", "幼儿园"), ("小区", "户厕")),
        ("石门县教育惠民类里没有完成的是哪项?", ("食堂",), ("幼儿园", "小区")),
        ("石门县妇联牵头哪件实事?", ("户厕",), ("食堂", "小区")),
        ("石门县住建局参与哪些任务?", ("食堂",), ("小区", "户厕")),
        ("石门县住建局牵头哪些任务?", ("小区",), ("食堂", "户厕")),
        ("荣县上半年哪些指标没有达到序时进度?", ("工业投资", "税收收入"), ("就业",)),
        ("荣县上半年同比下降的指标有哪些?", ("税收收入", "-2.3%"), ("工业投资", "就业")),
        ("宁津县哪些乡镇固定资产投资低于序时进度?", ("66.7%", "保店镇"), ("津城", "柴胡店")),
        ("宁津县到位资金超过4亿元的乡镇有哪些?", ("津城", "柴胡店"), ("保店", "合计")),
        ("宁津县哪个乡镇没有开工项目?", ("保店镇",), ("津城", "柴胡店")),
        ("宁津县固定资产投资完成率排第二的是哪个乡镇?", ("柴胡店镇",), ("津城", "保店")),
        ("泾县重点项目分哪几类,每类几个?", ("产业发展(2项)", "基础设施(2项)"), ("宣纸",)),
        ("泾县重点项目第二部分有几个项目?", ("滨河路", "供水管网", "2项"), ("宣纸", "琴溪")),
        ("泾县重点项目里基础设施部分有哪些?", ("滨河路", "供水管网"), ("宣纸", "琴溪")),
        ("石门县民生实事分哪几类?", ("教育惠民(2项)", "人居环境(2项)"), ("食堂",)),
        ("泾县哪些项目1-9月投资已经超过今年计划了?", ("宣纸", "供水"), ("琴溪", "滨河路")),
        ("监利市2023年哪些农产品产量下降?", ("小麦", "-2.6%"), ("粮食", "房地产")),
        ("仙居县2024年哪几项民生实事没完成?", ("停车难", "老旧小区"), ("公路", "饮水")),
        ("仙居县2024年完成了哪几项民生实事?", ("公路", "饮水"), ("停车难", "老旧小区")),
        ("仙居县住建局牵头哪几项?", ("停车难", "老旧小区"), ("公路", "饮水")),
        ("仙居县2024年民生实事分成哪三类?", ("出行提升(3项)", "文体惠民(1项)"), ("公路",)),
        ("仙居县2024年民生实事第4项是什么?", ("老旧小区改造", "完工9个"), ("停车",)),
        ("仙居县停车难治理为什么没完成?", ("城南停车楼土地征收滞后",), ("公路",)),
        ("临泉县哪些乡镇助餐点还没达到目标?", ("杨桥镇",), ("城关", "鲖城", "合计")),
        ("临泉县哪些乡镇公厕改造没完成目标?", ("城关街道",), ("杨桥", "鲖城", "合计")),
        ("临泉县评价是未完成的有哪些乡镇?", ("杨桥镇",), ("城关", "鲖城")),
        ("临泉县公厕改造完成数最多的是哪个乡镇?", ("杨桥镇:6座",), ("城关", "合计")),
        ("孝义哪些项目1-9月完成投资超过年度计划?", ("氢能重卡",), ("铝基", "湿地", "中学")),
        ("孝义哪些项目完成进度没过半?", ("孝河湿地",), ("铝基", "氢能", "中学")),
        ("孝义市工信局负责哪几个项目?", ("铝基", "氢能"), ("湿地", "中学")),
        ("孝义郭晋生分管的责任单位有哪几个?", ("2个单位", "市水利局"), ("教育局",)),
        ("孝义哪个项目计划2025年6月开工?", ("胜溪湖",), ("孝义南站",)),
        ("孝义第4项是什么?投了多少?", ("第六中学", "9700万元"), ("5400",)),
        ("临泉县鲖城镇公厕改造目标几座、完成几座?", ("4座",), ("3", "13")),
    ],
)
def test_the_rows_that_meet_every_condition_are_listed_and_no_others(
    tables: Assistant, question: str, named: tuple[str, ...], others: tuple[str, ...]
) -> None:
    answer = tables.ask(question)
    assert not answer.refused
    assert all(word in answer.text for word in named), answer.text
    assert not any(word in answer.text for word in others), answer.text


@pytest.mark.parametrize(
    ("question", "figure", "others"),
    [
        ("泾县产业发展类项目1-9月完成投资多少?", "52500万元", ("31000", "87600")),
        ("泾县重点项目1-9月完成投资合计多少?", "87600万元", ("52500", "227600")),
        ("宁津县签约项目最多的乡镇是哪个?", "津城街道:12个", ("25",)),
        ("宁津县到位资金合计多少?", "133200万元", ("266400",)),
        ("宁津县保店镇固定资产投资完成率是多少?", "55.0%", ("71.1",)),
        ("荣县固定资产投资中工业投资上半年完成多少?", "33.1亿元", ("97.2",)),
        ("荣县上半年税收收入增长多少?", "-2.3%", ("7.4",)),
        ("监利市2023年民间投资增长多少?", "9.1%", ("7.8",)),
    ],
)
def test_sums_answer_for_what_they_sum_and_parts_for_themselves(
    tables: Assistant, question: str, figure: str, others: tuple[str, ...]
) -> None:
    text = tables.ask(question).text
    assert figure in text
    assert not any(other in text for other in others), text


@pytest.mark.parametrize(
    "question",
    [
        "泾县哪些项目的混凝土强度低于30?",
        "石门县哪些养老项目还没有完成?",
        "宁津县满意度低于60%的乡镇有哪些?",
        "荣县哪些指标的排名下降了?",
    ],
)
def test_what_no_column_and_no_row_tells_is_not_answered_by_another(
    tables: Assistant, question: str
) -> None:
    told = tables.ask(question).text
    assert "符合的共" not in told
    assert "查到的共" not in told


def test_a_part_is_told_with_the_whole_that_it_is_of(tables: Assistant) -> None:
    text = tables.ask("荣县上半年同比下降的指标有哪些?").text
    assert "一般公共预算收入其中:税收收入" in text


def test_the_tables_of_a_document_are_made_once(tables: Assistant) -> None:
    source = ["towns.txt"]
    first, again = tables.evidence.grids(source), tables.evidence.grids(source)
    assert [a is b for a, b in zip(first, again, strict=True)] == [True, True]


SERVICES = """柳堡区2024年民生实事进展表(截至2024年10月底)

序号 | 实事项目 | 年度目标(个) | 完成数(个) | 进展情况 | 牵头单位
1 | 社区食堂 | 12 | 13 | 正在收尾 | 区民政局
2 | 口袋公园 | 8 | 6 | 已完成 | 区园林局
3 | 充电站 | 20 | 20 | 正在调试 | 区发改局
4 | 公共厕所 | 15 | 11 | 主体完工 | 区城管局
"""
DISPATCHED = """望江县2024年重点项目调度表(截至9月底)

序号 | 项目名称 | 2024年计划投资(亿元) | 1-9月完成投资(亿元) | 是否完成 | 责任单位
1 | 临港产业园 | 3.0 | 3.4 | 否 | 县发改委
2 | 沿江大道 | 2.0 | 1.1 | 否 | 县交通局
3 | 城北水厂 | 1.5 | 1.5 | 是 | 县水利局
4 | 县人民医院 | 2.5 | 2.6 | 否 | 县卫健委
"""
FREELY_TOLD = """石桥区2024年实事项目进展

序号 | 实事项目 | 责任单位 | 进展情况
1 | 新建幼儿园 | 区教育局 | 已完成
2 | 改造公厕 | 区城管局 | 完成80%
3 | 建设绿道 | 区园林局 | 主体完工
4 | 加装电梯 | 区住建局 | 正在验收
5 | 增设食堂 | 区民政局 | 已完成
"""


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    texts = {"services.txt": SERVICES, "dispatched.txt": DISPATCHED, "freely.txt": FREELY_TOLD}
    return open_over(tmp_path_factory.mktemp("judged"), texts)


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("柳堡区2024年哪些实事没有完成年度目标?", ["口袋公园", "公共厕所"]),
        ("柳堡区2024年哪些实事还没完成?", ["口袋公园", "公共厕所"]),
        ("柳堡区2024年有几项实事完成了目标?", ["社区食堂", "充电站"]),
        ("望江县2024年哪些项目没有完成年度计划?", ["沿江大道"]),
        ("望江县2024年哪些项目完成了年度计划?", ["临港产业园", "城北水厂", "县人民医院"]),
        ("望江县2024年哪些项目没有完成?", ["临港产业园", "沿江大道", "县人民医院"]),
        ("石桥区2024年哪些实事已完成?", ["新建幼儿园", "增设食堂"]),
    ],
)
def test_what_is_written_freely_or_of_the_project_judges_no_plan(
    judged: Assistant, question: str, rows: list[str]
) -> None:
    told = judged.ask(question).text.splitlines()
    assert [line.removeprefix("- ").split(":")[0] for line in told[1:]] == rows


def test_words_written_for_each_row_tell_of_none_that_it_is_not_done(judged: Assistant) -> None:
    answer = judged.ask("石桥区2024年哪些实事没有完成?")
    assert answer.refused


ESTATES = """银塘区2024年老旧小区改造进展表

序号 | 名称 | 年度目标(户) | 实际完成(户) | 完成率(%)
1 | 金沙小区 | 300 | 280 | 93.3
2 | 银杏小区 | 200 | 210 | 105
3 | 向荣小区 | 100 | 100 | 100
4 | 东升小区 | 150 | 120 | 80
"""
TOWNSHIPS = """临泽县2024年人居环境考核

序号 | 名称 | 年度目标(户) | 实际完成(户) | 完成率(%)
1 | 沙河镇 | 300 | 280 | 93.3
2 | 柳树乡 | 200 | 210 | 105
3 | 新华镇 | 100 | 90 | 90
"""


def test_rows_of_estates_are_no_communities(tmp_path: Path) -> None:
    places = open_over(tmp_path, {"estates.txt": ESTATES, "townships.txt": TOWNSHIPS})
    assert "金沙小区" not in places.ask("银塘区2024年哪些社区没有完成目标?").text
    assert "金沙小区" in places.ask("银塘区2024年哪些小区没有完成目标?").text
    towns = places.ask("临泽县2024年哪些乡镇没有完成目标?").text
    assert "沙河镇" in towns
    assert "柳树乡" not in towns
    assert "新华镇" not in places.ask("临泽县2024年哪些街道没有完成目标?").text


CITY_WORKS = """东港市2024年城建项目推进情况表(截至9月底)

单位:万元
项目类别 | 序号 | 项目名称 | 总投资 | 年度计划投资 | 1-9月完成投资 | 投资完成率(%) | 形象进度 | 是否开工 | 计划竣工时间 | 责任单位
道路工程 | 1 | 滨海大道 | 56000 | 20000 | 17600 | 88.0 | 路面施工 | 是 | 2025年6月 | 市住建局
道路工程 | 2 | 建设路改造 | 9800 | 6000 | 6300 | 105.0 | 竣工 | 是 | 2024年9月 | 市住建局
道路工程 | 3 | 站前街 | 4200 | 2500 | 0 | 0 | 前期手续 | 否 | 2025年3月 | 市交通局
公园工程 | 4 | 鸭绿江公园 | 7600 | 3000 | 2100 | 70.0 | 绿化施工 | 是 | 2024年12月 | 市园林处
公园工程 | 5 | 东山公园 | 3100 | 1800 | 1800 | 100.0 | 竣工 | 是 | 2024年8月 | 市园林处
管网工程 | 6 | 供热管网 | 12000 | 8000 | 5600 | 70.0 | 管道铺设 | 是 | 2024年11月 | 市住建局
管网工程 | 7 | 雨污分流 | 15000 | 7000 | 2800 | 40.0 | 管道铺设 | 是 | 2025年10月 | 市水务局
管网工程 | 8 | 燃气管网 | 6600 | 3300 | 0 | 0 | 前期手续 | 否 | 2025年5月 | 市燃气公司
合计 |  |  | 114300 | 51600 | 36200 | 70.2 |  |  |  |
"""  # noqa: E501
DUTIES = """云溪区2024年重点工作任务进展表(截至2024年10月底)

序号 | 重点任务 | 年度目标 | 进展情况 | 完成时限 | 责任领导 | 牵头单位
一、做强产业
1 | 标准厂房建设 | 新建标准厂房15万平方米 | 已建成9万平方米,进度偏慢 | 2024年12月 | 胡远 | 区工信局
2 | 招商引资 | 新签约项目40个 | 新签约项目43个 | 2024年12月 | 胡远 | 区商务局
二、改善民生
3 | 学前教育 | 新建公办幼儿园2所 | 2所幼儿园均已投用 | 2024年9月 | 陶静 | 区教育局
4 | 养老服务 | 新建养老服务站8个 | 已建成5个 | 2024年11月 | 陶静 | 区民政局
"""


@pytest.fixture(scope="module")
def demanded(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    texts = {"works.txt": CITY_WORKS, "duties.txt": DUTIES}
    return open_over(tmp_path_factory.mktemp("demanded"), texts)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("没有开工的项目总投资一共多少?", "2行相加共10800万元"),
        ("道路工程总投资合计多少?", "3行相加共70000万元"),
        ("市住建局负责的项目总投资合计多少?", "3行相加共77800万元"),
        ("道路工程里总投资最大的是哪个?", "最大的是滨海大道:56000万元"),
        ("管网工程里总投资最小的是哪个?", "最小的是燃气管网:6600万元"),
        ("所有项目总投资合计多少?", "114300万元"),
    ],
)
def test_a_column_is_held_to_the_rows_that_are_asked_for(
    demanded: Assistant, question: str, told: str
) -> None:
    assert told in demanded.ask(f"东港市2024年{question}").text


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("总投资超过1亿元且已开工的项目有哪些?", ["滨海大道", "供热管网", "雨污分流"]),
        ("没有完成年度计划且没有开工的项目有哪些?", ["站前街", "燃气管网"]),
        ("1-9月完成投资为0的项目有哪些?", ["站前街", "燃气管网"]),
        ("形象进度为管道铺设的项目有哪些?", ["供热管网", "雨污分流"]),
        (
            "投资完成率低于90%且形象进度不是管道铺设的项目有哪些?",
            ["滨海大道", "站前街", "鸭绿江公园", "燃气管网"],
        ),
        ("总投资前三的项目是哪些?", ["滨海大道", "雨污分流", "供热管网"]),
        ("总投资最小的两个项目是哪些?", ["东山公园", "站前街"]),
        ("道路工程总投资前两名是哪些?", ["滨海大道", "建设路改造"]),
        ("市住建局负责的项目中哪些没完成年度计划投资?", ["滨海大道", "供热管网"]),
    ],
)
def test_rows_meet_all_of_two_demands(demanded: Assistant, question: str, rows: list[str]) -> None:
    told = demanded.ask(f"东港市2024年{question}").text.splitlines()
    assert [line.removeprefix("- ").split(":")[0] for line in told[1:]] == rows


@pytest.mark.parametrize(
    "question",
    ["总投资超过1亿元但没开工的项目有哪些?", "总投资超过10亿元的项目有哪些?"],
)
def test_that_no_row_meets_all_demands_is_told(demanded: Assistant, question: str) -> None:
    answer = demanded.ask(f"东港市2024年{question}")
    assert "表中8项里没有符合的" in answer.text
    assert answer.citations


def test_rows_of_a_person_are_held_to_a_month_or_to_nothing(demanded: Assistant) -> None:
    november = demanded.ask("云溪区2024年陶静负责的11月完成的任务有哪些?").text
    assert "养老服务" in november
    assert "学前教育" not in november
    assert "没有符合的" in demanded.ask("云溪区2024年陶静负责的12月完成的任务有哪些?").text
    assert demanded.ask("云溪区2023年陶静负责的任务有哪些?").refused


def test_a_state_that_no_column_tells_is_left_to_what_the_rows_say(demanded: Assistant) -> None:
    text = demanded.ask("云溪区2024年胡远负责的任务里哪个还没完成?").text
    assert text.startswith("表中没有逐项标明状态")
    assert "已建成9万平方米,进度偏慢" in text
    assert "新签约项目43个" in text


def test_what_is_told_behind_a_list_has_the_rows_name_and_repeats_no_cell(
    demanded: Assistant,
) -> None:
    lines = demanded.ask("东港市2024年哪些项目完成投资超过年度计划投资?").text.splitlines()
    assert lines[1].startswith("- 建设路改造:年度计划投资:6000万元")
    assert lines[2:] == ["建设路改造:与计划相比:已超过,多300万元。"]


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("最后一部分有哪些任务?", ["学前教育", "养老服务"]),
        ("第二部分有哪些任务?", ["学前教育", "养老服务"]),
        ("第1部分有几项任务?", ["标准厂房建设", "招商引资"]),
    ],
)
def test_a_chapter_is_counted_to(demanded: Assistant, question: str, rows: list[str]) -> None:
    told = demanded.ask(f"云溪区2024年{question}").text.splitlines()[1:]
    assert [line.removeprefix("- ").split("[")[0] for line in told] == rows


OUTLOOK = """安吉县2024年主要预期指标上半年情况表

序号 | 指标名称 | 上半年完成 | 是否符合预期
1 | 工业投资增长9% | 增长4.1% | 否
2 | 出口总额增长3% | 增长5.7% | 是
3 | 用电量增长6% | 增长2.8% | 否
"""


def test_rows_that_do_not_comply_are_not_headed_as_if_they_did(tmp_path: Path) -> None:
    told = open_over(tmp_path, {"table.txt": OUTLOOK})
    answer = told.ask("安吉县2024年上半年有哪几项指标不符合预期?")
    assert_says(answer, ("共2项", "工业投资", "用电量"), ("符合的共", "出口总额"))
