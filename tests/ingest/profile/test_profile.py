"""Profiles: whose document it is, which years it tells, and what is only a guess."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.schema import Profile
from ingest.outline.outline import parse_outline
from ingest.profile.profile import read_profile
from ingest.readers.formats import Extracted, read_bytes
from ingest.tables.find import find_tables
from ingest.understanding import understand

PROSE = Path(__file__).parents[2] / "fixtures" / "prose"


def profile_of(text: str, source: str = "") -> Profile:
    tables = find_tables(text)
    return read_profile(text, parse_outline(text, tables), tables, source)


def listing(profile: Profile) -> str:
    return json.dumps(asdict(profile), ensure_ascii=False, indent=1)


def titled(title: str) -> Profile:
    return profile_of(f"{title}\n\n一、总体情况\n全年经济运行总体平稳。\n")


def test_the_profiles_of_the_seeds(
    seed_texts: dict[str, str], golden: Callable[[str, str], None]
) -> None:
    for name, text in seed_texts.items():
        golden(f"profiles/{name[:3]}.json", listing(profile_of(text, name)))


def test_the_profiles_of_made_up_pages(golden: Callable[[str, str], None]) -> None:
    profiles = {path.name: listing(profile_of(path.read_text("utf-8"))) for path in PROSE.iterdir()}
    golden("profiles/made_up.txt", "\n".join(f"{n}\n{profiles[n]}" for n in sorted(profiles)))


@pytest.mark.parametrize(
    ("title", "district", "full", "level"),
    [
        ("2024年萧山区政府工作报告", "萧山区", "浙江省杭州市萧山区", "区县"),
        ("深圳市南山区2023年政府工作报告", "南山区", "广东省深圳市南山区", "区县"),
        ("南山区2023年政府工作报告", "南山区", "", "区县"),
        ("杭州高新区(滨江)2024年政府工作报告", "滨江区", "浙江省杭州市滨江区", "区县"),
        ("天津市滨海新区2024年工作要点", "滨海新区", "天津市滨海新区", "区县"),
        ("成都高新区2023年工作总结", "成都高新区", "四川省成都市高新区", "区县"),
        (
            "景宁畲族自治县2024年政府工作报告",
            "景宁畲族自治县",
            "浙江省丽水市景宁畲族自治县",
            "区县",
        ),
        ("义乌市2024年政府工作报告", "义乌市", "浙江省金华市义乌市", "区县"),
        ("2024年杭州市政府工作报告", "杭州市", "浙江省杭州市", "市"),
        ("浙江省2024年政府工作报告", "浙江省", "浙江省", "省"),
        ("富阳区银湖街道2023年工作总结", "银湖街道", "浙江省杭州市富阳区银湖街道", "街道"),
    ],
)
def test_a_title_tells_the_district(title: str, district: str, full: str, level: str) -> None:
    profile = titled(title)
    assert (profile.district, profile.district_full, profile.level) == (district, full, level)


@pytest.mark.parametrize(
    ("title", "kind", "periods"),
    [
        ("某区2023年统计公报", "统计公报", {"reported": "2023"}),
        ("2024年某区政府工作报告", "政府工作报告", {"reported": "2023", "planned": "2024"}),
        ("2024年某区民生实事项目", "民生实事", {"planned": "2024"}),
        ("某区“十四五”时期发展规划", "规划", {"planned": "2021/2025"}),
        ("2021—2025年某市综合交通规划", "规划", {"planned": "2021/2025"}),
        ("关于2023年计划执行情况的报告", "计划报告", {"reported": "2023"}),
        ("某区2023年1-9月经济运行情况", "其他", {"reported": "2023-01/2023-09"}),
        (
            "2024年重点任务清单完成情况(截至9月底)",
            "任务分解/进展表",
            {"planned": "2024", "progress": "2024-01/2024-09"},
        ),
    ],
)
def test_a_title_tells_kind_and_years(title: str, kind: str, periods: dict[str, str]) -> None:
    profile = titled(title)
    assert (profile.kind, dict(profile.periods)) == (kind, periods)


def test_a_year_in_the_title_of_a_work_report_is_doubted_for_its_results() -> None:
    assert "periods" in titled("2024年萧山区政府工作报告").doubtful


def test_the_body_tells_the_district_where_no_title_does(seed_texts: dict[str, str]) -> None:
    text = next(text for name, text in seed_texts.items() if name.startswith("002"))
    profile = profile_of(text)
    assert (profile.district, profile.district_full) == ("滨江区", "浙江省杭州市滨江区")
    assert profile.title_derived
    assert "title" in profile.doubtful


def test_partners_do_not_win() -> None:
    text = (
        "我区经济运行平稳。拱墅区实现增长。与淳安县开展山海协作,对口帮扶来凤县、来凤县脱贫。"
        "与淳安县共建产业飞地。赴淳安县考察学习。"
    )
    assert profile_of(text).district == "拱墅区"


def test_a_shared_name_is_resolved_by_the_city_that_the_text_names() -> None:
    text = "朝阳区2023年政府工作报告\n\n一、回顾\n长春市委、市政府坚强领导,为长春振兴作出贡献。\n"
    assert profile_of(text).district_full == "吉林省长春市朝阳区"


def test_offices_tell_the_district_where_nothing_else_does() -> None:
    text = "序时推进,由规划资源分局、滨江交警大队、市规划资源局滨江分局、滨江供电分公司配合。"
    profile = profile_of(text)
    assert profile.district == "滨江区"
    assert "district" in profile.doubtful


def test_the_name_of_the_file_comes_last() -> None:
    profile = profile_of("一、总体情况\n全年增长5%。\n", "临平区2023年.txt")
    assert profile.district == "临平区"
    assert "district" in profile.doubtful


BUREAU = (
    "今年以来,我局扎实推进各项任务,全市三农工作稳中有进。\n一、亮点\n"
    "冬播谷子在屯留区、潞城区和武乡县布置了7个试验点,是我市的重要举措。\n"
)


def test_a_place_in_the_name_of_the_file_wins_over_one_that_is_only_mentioned() -> None:
    profile = profile_of(BUREAU, "长治市农业农村局_2730931.txt")
    assert (profile.district, profile.level) == ("长治市", "市")
    assert "district" in profile.doubtful
    assert profile.title == "长治市农业农村局"


def test_a_body_that_speaks_for_its_district_wins_over_its_city_in_the_name_of_the_file() -> None:
    text = "我区经济稳中向好,全区完成投资5亿元。屯留区新建学校2所。\n"
    assert profile_of(text, "长治市材料.txt").district == "屯留区"


def test_the_name_of_the_file_tells_the_part_of_the_year() -> None:
    text = "上半年,全县经济运行小幅回升,地区生产总值增长3%。\n一、农业\n粮食产量5吨。\n"
    profile = profile_of(text, "柳林县2024上半年_1895482.txt")
    assert profile.periods == {"reported": "2024-01/2024-06"}
    assert profile.title == "柳林县2024年上半年文件"


def test_a_short_name_alone_tells_whose_newspaper_report_it_is() -> None:
    text = (
        "版次:01 作者:甲某 乙某2023年10月30日\n蓬勃发展的江津 记者 甲某 摄\n"
        "本报讯 前三季度,全区实现地区生产总值1000亿元,同比增长7%。\n"
    )
    profile = profile_of(text)
    assert (profile.district, profile.dates) == ("江津区", {"published": "2023-10-30"})
    assert "district" in profile.doubtful
    assert profile_of(text.replace("全区", "全县")).district == ""


def test_a_place_named_once_in_the_middle_is_not_whose_document_it_is() -> None:
    around = "学校开展结对,教师到场交流学习。\n" * 40
    visit = "3月,平阳县某某中学教师前来参观。\n"
    assert profile_of(f"2023年民生实事进展情况\n{around}{visit}{around}").district == ""
    own = "3月,平阳县教育局会同各校推进。\n"
    assert profile_of(f"2023年民生实事进展情况\n{around}{own}{around}").district == "平阳县"


def test_the_paper_that_reports_tells_the_place_where_nothing_else_does() -> None:
    text = "人大代表票决2021年10项民生实事\n嘉善新闻网讯(记者某某) 1月22日,10项实事正式出炉。\n"
    profile = profile_of(text)
    assert (profile.district, profile.periods) == ("嘉善县", {"planned": "2021"})
    assert "district" in profile.doubtful


def test_what_most_sentences_open_with_tells_the_part_of_the_year() -> None:
    text = (
        "版次:01 作者:甲某2023年10月30日\n本报讯 日前传出消息,前三季度,全区地区生产总值增长7%。\n"
        "前三季度,全区投资增长2%。\n前三季度,全区消费增长9%。\n"
    )
    assert profile_of(text).periods == {"reported": "2023-01/2023-09"}
    assert profile_of(text.replace("前三季度,全区消", "全年,全区消")).periods == {
        "reported": "2023-01/2023-09"
    }
    assert profile_of(text.replace("前三季度,全区", "全年,全区")).periods == {"reported": "2023"}


def test_a_page_that_names_nobody_says_so() -> None:
    profile = profile_of("今天天气晴朗。")
    assert profile.district == ""
    assert {"title", "district", "kind", "periods"} <= set(profile.doubtful)


@given(st.text(alphabet="2023年杭州市钱塘区高新(滨)街道工作报告与计划十四五、。\n|", max_size=120))
def test_any_text_has_a_profile(text: str) -> None:
    profile = profile_of(text)
    assert set(profile.periods) <= {"reported", "planned", "progress"}
    assert set(profile.dates) <= {"published", "generated"}


def test_a_page_without_a_year_is_of_the_year_that_published_it() -> None:
    head = "区人大常委会召开会议\n发布时间：2021-08-25  来源：余杭区人民政府\n\n"
    page = f"{head}今年上半年，全区完成投资19.1亿元。\n"
    assert profile_of(page).periods == {"reported": "2021"}


def test_news_of_a_report_tell_one_year_and_want_the_next() -> None:
    page = (
        "余杭区人民代表大会开幕\n\n报告指出，2023年全区实现地区生产总值40亿元、增长4.5%。"
        "2024年全区经济社会发展主要预期目标是：地区生产总值增长5%，投资增长6%。\n"
    )
    assert profile_of(page).periods == {"reported": "2023", "planned": "2024"}


def test_headlines_of_other_pages_and_names_of_speakers_are_no_titles() -> None:
    page = (
        "今日特推： 西湖区十三届人大四次会议开幕\n\n余杭区第十九届人民代表大会第四次会议开幕\n\n"
        "1月16日，余杭区人民代表大会第四次会议开幕，听取政府工作报告，会期三天，到会代表二百余人。\n"
    )
    assert profile_of(page).district == "余杭区"
    report = (
        "2025年3月21日在余杭区第十九届\n人民代表大会第四次会议上\n"
        "余杭区人民政府代区长 甲乙丙\n各位代表：\n现在报告工作。\n"
    )
    assert "区长" not in profile_of(report).title


def test_a_report_on_half_a_year_tells_that_half() -> None:
    text = (
        "余杭区2023年上半年计划执行情况的报告\n一、2023年上半年计划执行情况\n"
        "城镇新增就业1.3万人。\n二、下半年打算\n全年城镇新增就业2万人以上。\n"
    )
    document = understand(Extracted("x.txt", text, (), "0" * 64, "txt"))
    told = {(i.value, i.period, i.kind) for i in document.indicators}
    assert ("1.3", "2023-01/2023-06", "actual") in told
    assert ("2", "2023", "target") in told


def test_a_goal_for_the_whole_year_is_no_progress() -> None:
    profile = profile_of(
        "甲县2024年上半年重点任务完成情况\n\n指标 | 全年目标 | 1-6月完成 | 责任部门\n"
        "税收收入 | 7.2 | 3.41 | 县税务局\n工业投资 | 72 | 33.1 | 县经信局\n"
    )
    assert profile.periods["progress"] == "2024-01/2024-06"


def test_progress_of_part_of_a_year_stands_beside_the_tasks_of_that_year() -> None:
    title = "甲市乙区2023年《政府工作报告》重点任务三季度进展情况"
    head = "序号\t任务\t责任领导\t牵头单位\t三季度进展情况\n"
    text = (
        f"{title}\n\n{head}1\t改造厂房6座\t王明远\t区工信局\t完成4座。\n\n{title}\n\n"
        f"{head}2\t新建公厕9座\t李思源\t区城管局\t完成5座。\n\n"
        "一、存在问题。个别项目偏慢。\n\n二、下一步措施。实行挂图作战。\n"
    )
    told = {"planned": "2023", "progress": "2023-01/2023-09"}
    assert dict(profile_of(text).periods) == told
    further = profile_of(text.replace("一、存在问题", "一、2023年任务完成情况"))
    assert dict(further.periods) == {"reported": "2023", **told}
    assert "periods" not in further.doubtful
    assert [row.section_path for row in find_tables(text)[0].rows] == [(), ()]


def test_a_table_that_goes_on_from_month_to_month_reaches_to_the_last() -> None:
    profile = profile_of(
        "孝义市2024年重点工程项目推进情况表\n\n"
        "序号 | 项目名称 | 年度计划投资 | 1-3月累计完成 | 1-9月累计完成 | 责任单位\n"
        "1 | 铝基新材料项目 | 42000 | 6800 | 33600 | 市工信局\n"
        "2 | 氢能重卡基地 | 30000 | 2100 | 31200 | 市工信局\n"
    )
    assert profile.periods["progress"] == "2024-01/2024-09"


def test_a_file_name_that_reads_like_a_title_stands_in_for_one() -> None:
    rows = "乡镇,户厕改造_任务(户),户厕改造_完成(户)\n南安镇,260,241\n新城镇,180,186\n"
    name = "大余县2024年各乡镇户厕改造进度.csv"
    named = understand(read_bytes(rows.encode(), name)).profile
    assert (named.title, named.district) == ("大余县2024年各乡镇户厕改造进度", "大余县")
    assert named.title_derived
    assert {"title", "periods"} <= set(named.doubtful)
    assert "2024" in named.periods.values()
    assert understand(read_bytes(rows.encode(), "table_7.csv")).profile.periods == {}


def test_a_banner_whose_short_name_stands_in_its_report_is_its_district() -> None:
    profile = profile_of(
        "2024年政府工作报告\n\n来源:科左中旗 发布时间:2024-03-02\n\n"
        "——在科左中旗第十九届人民代表大会第三次会议上\n\n各位代表:\n\n"
        "一、2023年工作回顾\n\n全旗地区生产总值增长6.2%。\n"
    )
    assert (profile.district, profile.district_full) == (
        "科左中旗",
        "内蒙古自治区通辽市科尔沁左翼中旗",
    )


def test_a_report_in_prose_on_progress_is_of_the_months_up_to_it() -> None:
    profile = profile_of(
        "砀山县7月份民生工程进展情况\n\n2025年全县20项民生实事中,截至7月底已完成6项。"
        "资助家庭困难学生3120名,完成率52%。\n"
    )
    assert profile.periods == {"reported": "2025-01/2025-07"}


def test_a_title_of_a_district_government_is_no_citys() -> None:
    text = (
        "2023年区政府民生实事进展情况(截至9月底)\n\n上饶一中改造已完成。上饶二中改造已完成。"
        "上饶市特教学校已开工。上饶三中已完成。上饶四中已完成。上饶市文化宫已完成。\n"
    )
    named = understand(read_bytes(text.encode(), "广信区民生实事.txt")).profile
    assert named.district == "广信区"


@pytest.mark.parametrize(
    ("title", "reached"),
    [
        ("某区2023年《政府工作报告》重点工作任务完成情况（第四季度）", "12"),
        ("某区2023年政府工作报告目标任务全年完成情况公示", "12"),
        ("2023年某区《政府工作报告》重点任务进展情况（1-9月）", "09"),
        ("某区2023年政府工作报告确定的重点工作任务完成情况一览（上半年）", "06"),
    ],
)
def test_what_became_of_the_tasks_of_a_report_is_of_the_year_of_the_report(
    title: str, reached: str
) -> None:
    profile = titled(title)
    assert profile.kind == "任务分解/进展表"
    progress = f"2023-01/2023-{reached}"
    assert profile.periods == {"planned": "2023", "progress": progress}


def test_the_office_in_the_last_row_of_a_table_signs_nothing() -> None:
    cells = ["序号", "重点任务", "牵头单位", "完成情况"]
    cells += ["1", "新建公园5个", "区园林局", "建成公园6个。"]
    cells += ["2", "新建学校2所", "区教育局", "建成学校2所。"]
    cells += ["3", "问题整改率95%", "区审计局", "完成整改137个。"]
    text = "某区2023年重点任务完成情况\n来源：某区督查室\n\n" + "\n\n".join(cells)
    assert profile_of(text).publisher == "某区督查室"


def test_a_year_that_only_the_file_s_name_has() -> None:
    text = "甲县一季度经济运行情况\n一季度,全县生产总值38.9亿元,增长4.4%。\n"
    told = profile_of(text, "甲县2025年一季度经济运行情况.txt")
    assert (told.periods, "periods" in told.doubtful) == ({"reported": "2025-Q1"}, True)
    assert profile_of(text, "012_report.txt").periods == {}


def test_statistics_of_a_month_count_from_january() -> None:
    title = "甲县2024年6月经济运行情况"
    told = profile_of(f"{title}\n上半年,全县经济总体平稳。\n全县投资增长3%。\n")
    assert told.periods == {"reported": "2024-01/2024-06"}
    assert profile_of(f"{title}\n6月份,全县投资增长3%。\n").periods == {"reported": "2024"}


def test_an_office_alone_is_no_title() -> None:
    text = "甲县统计局\n2024年是新中国成立75周年。全县上下扎实工作。\n一、综合\n生产总值9亿元。\n"
    told = profile_of(text, "甲县2024年国民经济和社会发展统计公报.txt")
    assert (told.title[:5], told.kind, told.title_derived) == ("甲县202", "统计公报", True)
    assert told.publisher == "甲县统计局"
