"""Schools, beds, crops, insurance and hotlines: each count by the words that people have for it."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant

_BULLETIN = """云和县2023年国民经济和社会发展统计公报
一、农业和交通
全年粮食播种面积31.5万亩,粮食总产量14.2万吨。生猪存栏9.3万头,全年生猪出栏15.8万头。
年末公路通车里程1310公里,其中高速公路47公里。年末民用汽车保有量8.6万辆,其中私人汽车7.4万辆。
公交车辆190辆,其中新能源公交车172辆。移动电话用户33.1万户。
二、教育卫生
普通高中4所,在校生0.83万人;小学37所,在校生2.46万人;幼儿园51所,在园幼儿0.97万人。
全年普通高中招生2810人,毕业生2690人。公共图书馆1个,图书馆藏书21.3万册。
卫生机构床位1980张,其中医院床位1460张。各类养老机构17个,床位2230张。
三、保障和环境
失业保险参保人数3.7万人。年末城市低保对象730人,农村低保对象4180人。
平均气温16.2℃,降水量1187毫米。
"""
_REPORT = """庆元县2023年政府工作报告
一、2023年工作回顾
全年民生支出31.7亿元,占一般公共预算支出的比重达到79.3%。失业人员再就业2140人,城镇新增就业8300人。
12345热线受理群众诉求4.7万件,办结率98.6%,满意率95.2%。
新建城市书房5家、村史馆3个。改造老旧小区16个,惠及居民5120户。
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("livelihood")
    return open_over(folder, {"bulletin.txt": _BULLETIN, "report.txt": _REPORT})


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("云和县全年打了多少粮食?", "14.2万吨", "31.5"),
        ("云和县种了多少亩粮食?", "31.5万亩", "14.2"),
        ("云和县猪存栏多少头?", "9.3万头", "15.8"),
        ("云和县汽车有多少辆?", "8.6万辆", "172"),
        ("云和县私家车有多少辆?", "7.4万辆", "190"),
        ("云和县有几辆公交车?", "190辆", "33.1"),
        ("云和县手机用户有多少?", "33.1万户", "190"),
        ("云和县小学生有多少?", "2.46万人", "0.83"),
        ("云和县有多少孩子在读小学?", "2.46万人", "0.83"),
        ("云和县上幼儿园的孩子有多少?", "0.97万人", "2.46"),
        ("云和县普通高中收了多少学生?", "2810人", "0.83"),
        ("云和县普通高中毕业了多少学生?", "2690人", "2810"),
        ("云和县图书馆有多少本书?", "21.3万册", "2230"),
        ("云和县医院里有多少病床?", "1460张", "1980"),
        ("云和县养老院有多少张床?", "2230张", "1980"),
        ("云和县参加失业保险的有多少人?", "3.7万人", "730"),
        ("云和县乡下有多少低保对象?", "4180人", "730"),
        ("云和县全年下了多少雨?", "1187毫米", "16.2"),
        ("庆元县民生支出占比多少?", "79.3%", "98.6"),
        ("庆元县丢了工作的人里有多少重新找到工作?", "2140人", "8300"),
        ("庆元县12345热线办结率多少?", "98.6%", "95.2"),
        ("庆元县12345热线满意率多少?", "95.2%", "98.6"),
        ("庆元县新建几家村史馆?", "3个", "2140"),
        ("庆元县改造老旧小区受益户数是多少?", "5120户", "2140"),
    ],
)
def test_a_count_answers_in_everyday_words(
    assistant: Assistant, question: str, said: str, unsaid: str
) -> None:
    assert_says(assistant.ask(question), [said], [unsaid])


@pytest.mark.parametrize(
    "question",
    [
        "云和县初中收了多少学生?",
        "云和县工伤保险多少人参保?",
        "云和县油菜打了多少吨?",
        "庆元县12345热线按时办结率多少?",
    ],
)
def test_another_count_of_the_kind_is_refused(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).refused
