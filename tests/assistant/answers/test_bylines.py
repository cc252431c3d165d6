"""Who delivered a report, and the number that a document was issued under."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import open_over

from assistant.chain import Assistant

REPORT = """政府工作报告
——2023年1月12日在余姚市第十七届人民代表大会第二次会议上
余姚市代市长  陈 立
各位代表:
现在,我代表市人民政府,向大会报告工作,请予审议,并请市政协委员和列席会议的同志提出意见。
一、2022年工作回顾
全年实现地区生产总值1490亿元,增长3.2%;一般公共预算收入121.5亿元,下降1.8%。
二、2023年工作安排
地区生产总值增长5.5%左右,一般公共预算收入增长4%。
"""
BUDGET = """慈溪市2022年财政决算报告
——2023年8月30日在市人大常委会会议上
市财政局局长(提名人选) 周文清
主任、各位副主任、各位委员:
受市人民政府委托,现将2022年财政决算情况报告如下,请予审议。
一、一般公共预算
全市一般公共预算收入210.3亿元,增长2.5%,一般公共预算支出250.7亿元。
"""
TASKS = """关于印发宁海县2024年重点任务分工方案的通知
宁政办发〔2024〕7号
各乡镇人民政府,县政府各部门:
现将《宁海县2024年重点任务分工方案》印发给你们,请认真组织实施。
1.新增停车泊位600个。
牵头单位:县住建局
完成时限:9月底
2.改造老旧小区9个。
牵头单位:县住建局
完成时限:11月底
3.新增学位1500个。
牵头单位:县教育局
完成时限:8月底
"""

PAGE = """索引号 33028400-2/2023-0415 公开方式 主动公开
发布机构 市发展改革局 公开范围 面向全社会
生成日期 2023-03-02 发布日期 2023-03-06
奉化市2022年国民经济和社会发展计划执行情况与2023年计划草案
一、2022年计划执行情况
全年实现地区生产总值820亿元,增长3.6%;新增城镇就业9120人。
2022年研发经费数据预计2023年9月发布。
"""


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    documents = {"report.txt": REPORT, "budget.txt": BUDGET, "tasks.txt": TASKS, "page.txt": PAGE}
    return open_over(tmp_path_factory.mktemp("bylines"), documents)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("余姚市2023年政府工作报告是谁作的?", "报告人:余姚市代市长 陈 立[1]。"),
        ("慈溪市2022年决算报告的报告人是谁?", "报告人:市财政局局长(提名人选) 周文清[1]。"),
        ("宁海县2024年重点任务分工方案的文号是什么?", "文号:宁政办发〔2024〕7号[1]。"),
    ],
)
def test_the_line_by_the_title_is_quoted(reports: Assistant, question: str, told: str) -> None:
    assert reports.ask(question).text == told


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("奉化市的计划草案是哪个部门发布的?", "发布机构:市发展改革局[1]。"),
        ("奉化市那份计划执行情况与草案是市里谁、什么时候公布的?", "发布日期:2023-03-06[2]。"),
        ("奉化市2022年计划执行情况报告的发布日期是哪天?", "发布日期:2023-03-06[1]。"),
        ("余姚市2023年政府工作报告是哪个单位发布的?", "没有写明由谁发布"),
    ],
)
def test_a_page_tells_who_made_it_public(reports: Assistant, question: str, told: str) -> None:
    assert told in reports.ask(question).text


@pytest.mark.parametrize(
    "question",
    ["余姚市2019年政府工作报告是谁作的?", "余姚市2023年政府工作报告的文号是什么?"],
)
def test_what_no_line_tells_is_not_made_up(reports: Assistant, question: str) -> None:
    text = reports.ask(question).text
    assert "陈 立" not in text
    assert "文号:" not in text


def test_a_tasks_time_is_a_column_of_its_list(reports: Assistant) -> None:
    assert "完成时限:9月底" in reports.ask("宁海县新增停车泊位600个什么时候完成?").text


LABELLED = {
    "plan.txt": "奉化区托育服务实施方案(2023年)\n起草单位:区卫生健康局\n印发单位:区政府办公室\n"
    "印发时间:2023年5月9日\n一、发展基础\n全区有托位1900个。\n",
    "bulletin.txt": "奉化区2023年统计公报\n一、综合\n地区生产总值940亿元,增长5.6%。\n",
    "report.txt": "海曙区2022年计划执行情况与2023年计划草案的报告\n报告人:区发展和改革局 周立文\n"
    "一、2022年计划执行情况\n地区生产总值1450亿元,增长3.9%。\n",
}


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("奉化区2023年托育服务方案是哪个单位起草的?", "起草单位:区卫生健康局[1]。"),
        ("奉化区2023年托育服务方案的起草单位是谁?", "起草单位:区卫生健康局[1]。"),
        ("奉化区2023年托育服务方案由谁印发?", "印发单位:区政府办公室[1]。"),
        ("奉化区2023年托育服务方案是什么时候印发的?", "2023年5月9日"),
        ("海曙区2022年计划执行情况的报告人是谁?", "报告人:区发展和改革局 周立文[1]。"),
        # What a plan says of itself is none of the bulletin's.
        ("奉化区2023年统计公报是什么时候发布的?", "没有写明"),
        ("奉化区2023年统计公报是哪个单位起草的?", "没有写明"),
    ],
)
def test_labels_below_the_title_tell_who_did_what(tmp_path: Path, question: str, told: str) -> None:
    assert told in open_over(tmp_path, LABELLED).ask(question).text


ONE_LINE = {
    "bulletin.txt": "象山县2023年国民经济和社会发展统计公报\n象山县统计局 2024年3月18日\n"
    "一、综合\n全年地区生产总值812亿元,增长5.1%。\n",
    "work.txt": "镇海区2024年政府工作报告\n"
    "2024年1月9日,区第九届人民代表大会第二次会议,区长周立文\n"
    "一、2023年工作回顾\n全年地区生产总值1300亿元,增长4.8%。\n",
    "news.txt": "北仑区2024年工作要点\n2024年1月3日,区长调研\n一、工作目标\n新增学位900个。\n",
}


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("象山县2023年统计公报是谁发布的?", "发布单位:象山县统计局[1]。"),
        ("象山县2023年统计公报是什么时候发布的?", "时间:2024年3月18日[1]。"),
        ("象山县2023年统计公报是什么时候、由谁发布的?", "发布单位:象山县统计局[1]"),
        ("镇海区2024年政府工作报告的报告人是谁?", "报告人:区长周立文[1]。"),
        ("北仑区2024年工作要点的报告人是谁?", "没有"),
    ],
)
def test_one_line_below_the_title_tells_who_and_when(
    tmp_path: Path, question: str, told: str
) -> None:
    assert told in open_over(tmp_path, ONE_LINE).ask(question).text
