"""Questions over a list of progress as other people put them: rows by bare numbers, plans named
beside what is asked, what is ruled out, how far a result is from its plan.
"""

from __future__ import annotations

import pytest
from conftest import open_over

from assistant.chain import Assistant
from assistant.schema import Turn
from assistant.tables.focus import turn_of

PROGRESS = """海曙区2023年政府工作报告重点任务四季度进展表

序号 | 工作任务 | 牵头单位 | 完成进展
1 | 服务业增加值增长7%（确保6%） | 区发改局 | 全年服务业增加值增长5.2%
2 | 开展污水管网检测修复120公里 | 区住建局 | 已累计完成污水管网检测修复138公里
3 | 确保断面水质达标率90%以上 | 区生态环境分局 | 截至12月20日，断面水质达标率93.5%
4 | 规上软件企业总数突破40家 | 区经信局 | 截至10月底，全区规上软件企业52家
5 | 走访商户，帮助解决难题 | 区商务局 | 征集商户难题310个，实际解决298个
6 | 民间投资增长8%（确保5%） | 区发改局 | 全年民间投资增长5.6%
7 | 推进智慧园区全国排名进入前30 | 区科技局 | 等待国家部委公布
"""


@pytest.fixture(scope="module")
def progress(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("reworded"), {"jz.txt": PROGRESS})


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("海曙2023年任务进展表的2号任务是干什么的,谁牵头?", ("第2项", "区住建局")),
        ("看下海曙2023年四季度进展表的3项:内容是啥?", ("第3项", "断面水质")),
        ("海曙2023年四季度进展表里5项由谁牵头?", ("第5项", "区商务局")),
        ("海曙2023年收上来的商户难题有多少个是真解决了的?", ("298个",)),
        ("海曙2023年污水管网检测修复一共做完了几公里?只要实际的,别拿目标", ("138公里",)),
        ("到2023年10月底海曙规上软件企业一共几家了?当初想的是突破40家", ("52家",)),
        ("海曙2023年到12月20日断面水质达标率有多高?90%的目标过了没有?", ("93.5%", "已达到")),
        ("海曙2023年断面水质达标率90%的底线守住了没有?", ("93.5%", "已达到")),
        (
            "海曙2023年服务业增加值增速是多少?跟全年定的目标比,是高了还是低了?",
            ("5.2%", "未达到"),
        ),
        ("海曙2023年服务业增加值增长多少?当初力争多少、确保多少?", ("5.2%", "7%（确保6%）")),
        ("海曙2023年规上软件企业有多少家?目标是40家,多出多少家?", ("52家", "12家")),
    ],
)
def test_a_question_in_other_words(
    progress: Assistant, question: str, told: tuple[str, ...]
) -> None:
    answer = progress.ask(question)
    assert answer.kind == "answer", answer.text
    assert all(words in answer.text for words in told), answer.text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("海曙2023年服务业增加值增速达到确保的目标了吗?", "低于确保的目标0.8个百分点"),
        ("海曙2023年服务业增加值增速比目标低多少?", "低于目标1.8个百分点"),
        ("海曙2023年民间投资增速守住底线了没有?", "已达到,高于确保的目标0.6个百分点"),
    ],
)
def test_a_floor_is_judged_by_itself(progress: Assistant, question: str, told: str) -> None:
    assert told in progress.ask(question).text


def test_what_was_settled_in_the_end_is_no_plan(progress: Assistant) -> None:
    assert progress.ask("海曙2023年智慧园区的全国排名最后定了第几?").kind == "refusal"


def test_a_count_of_rows_is_no_number_of_one(progress: Assistant) -> None:
    assert "第3项" not in progress.ask("海曙2023年进展表里有3项任务由区住建局牵头吗?").text


DONE = """鄞州区2023年民生实事项目年度完成情况

一、健康惠民
1.妇女健康检查。目标：检查适龄妇女4000人。牵头单位：区卫健局。完成情况：检查妇女4216人，确诊甲状腺癌4例、肺癌7例。（已完成）
2.家庭药箱。目标：配置家庭药箱300户。牵头单位：区卫健局。完成情况：配置家庭药箱326户，另有15户正在施工。（已完成）

二、农业惠民
3.茶叶基地。目标：新增茶叶基地800亩。牵头单位：区农业农村局。完成情况：新增茶叶基地860亩，带动农户410户，户均增收5200元。（已完成）
4.农村公厕。目标：新建农村公厕9座。牵头单位：区住建局。完成情况：建成7座，其余2座因征地滞后，预计2024年5月完工。（未完成）
5.社区长者服务站。目标：新建社区长者服务站5个。牵头单位：区民政局。完成情况：新建社区长者服务站6个。（已完成）
"""
PLANS = """北仑区2024年政府工作报告

一、2024年工作安排

2024年新增停车位4300个。
"""
SO_FAR = """镇海区2024年重点任务三季度进展表

序号 | 工作任务 | 牵头单位 | 截至9月底进展
1 | 新增停车位3500个 | 区住建局 | 新增停车位2900个
2 | 开展公益讲座150场 | 区文广局 | 开展公益讲座118场
3 | 交付安置房1200套 | 区住建局 | 已交付安置房960套
"""


@pytest.fixture(scope="module")
def lists(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    documents = {"ms.txt": DONE, "bg.txt": PLANS, "jz.txt": SO_FAR}
    return open_over(tmp_path_factory.mktemp("lists"), documents)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("鄞州2023年妇女健康检查里查出来几例甲状腺癌、几例肺癌?", ("4例", "7例")),
        ("鄞州2023年茶叶基地带动了多少农户,每户平均多赚了多少?", ("410户", "5200元")),
        ("鄞州区2023年民生实事里哪几项没完成?", ("农村公厕",)),
        ("镇海2024年公益讲座计划办多少场,前三季度办了多少?还差几场?", ("118场", "32场")),
        (
            "2024年新增停车位,北仑区计划的多还是镇海区到9月底新增的多?",
            ("4300个", "2900个", "不宜直接比较"),
        ),
        ("镇海2024年任务表里任务的总数是几项?", ("3项",)),
    ],
)
def test_a_question_over_lists(lists: Assistant, question: str, told: tuple[str, ...]) -> None:
    answer = lists.ask(question)
    assert answer.kind == "answer", answer.text
    assert all(words in answer.text for words in told), answer.text


def test_what_a_cell_calls_done_is_not_undone(lists: Assistant) -> None:
    assert "药箱" not in lists.ask("鄞州区2023年民生实事里哪几项没完成?").text


@pytest.mark.parametrize(
    "question",
    [
        "鄞州区区长是谁?",
        "鄞州区2023年茶叶基地由哪位副区长负责?",
        "镇海区到2024年12月底一共交付了多少套安置房?",
    ],
)
def test_what_a_list_does_not_tell(lists: Assistant, question: str) -> None:
    assert lists.ask(question).kind == "refusal"


def test_a_plan_carries_over_the_question_who_is_in_charge(lists: Assistant) -> None:
    history: list[Turn] = []
    for question in (
        "北仑区2024年计划新增停车位多少个?",
        "由哪个单位牵头?",
        "镇海那边2024年是多少个?",
    ):
        answer = lists.ask(question, history)
        history.append(turn_of(answer))
    assert "3500个" in answer.text
    assert "2900个" not in answer.text
