"""Assistants that the tests of the question side share: over the seeds, and over made-up documents.

The districts of the made-up documents are real names; every figure and person in them is invented.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from assistant.chain import Assistant
from assistant.question.query import parse_query
from assistant.schema import Answer, Query, Turn
from assistant.settings import Settings
from assistant.tables.focus import turn_of

PLAN = """上城区2022年国民经济和社会发展计划执行情况与2023年国民经济和社会发展计划草案的报告

发布日期:2023-03-01    信息来源:区发改局

一、2022年国民经济和社会发展计划执行情况

全年实现地区生产总值2580.5亿元,同比增长3.1%;一般公共预算收入212.4亿元,下降2.4%;社会消费品零售总额增长1.6%,增速居全市第三。

(一)产业基础更加扎实

1.招商引资量质齐升。全年引进亿元以上项目86个,实际利用外资9.2亿美元。受疫情影响,进出口总额增速低于预期。

2.科技创新提速增效。新增国家高新技术企业210家,研发投入强度达3.45%。

(二)民生福祉持续增进

新增停车泊位1350个、老年食堂12个,改造老旧小区31个,惠及居民1.9万户。城镇居民人均可支配收入81234元,增长4.0%。

二、2023年主要预期目标和重点任务

2023年全区经济社会发展主要预期目标为:地区生产总值增长5.5%左右,社会消费品零售总额增长6%,一般公共预算收入增速与经济增长基本同步,实际利用外资完成10亿美元以上,确保研发投入强度不低于3.5%。

(一)全力推进产业提质

1.加大招商力度。瞄准数字医疗、时尚消费两条赛道,开展驻点招商,全年引进亿元以上项目90个。

2.优化营商环境。推行“一次办结”服务,建设企业服务驿站6个,完善诉求快速响应机制。

(二)全力提升城市品质

新增停车泊位1500个,新建公园绿地8处。启动钱江沿线更新,完成2条主干道整治。

(三)全力保障民生

新增养老床位300张、托位900个,开工建设学校4所。
"""

OTHER_PLAN = """余杭区2022年国民经济和社会发展计划执行情况与2023年国民经济和社会发展计划草案的报告

发布日期:2023-03-06    信息来源:区发改局

一、2022年国民经济和社会发展计划执行情况

全年实现地区生产总值2651.2亿元,同比增长2.6%;一般公共预算收入增长1.8%;1-11月,社会消费品零售总额增长0.9%。

(一)创新动能加快积聚

新增国家高新技术企业402家,新增停车泊位980个。

二、2023年主要预期目标和重点任务

2023年全区经济社会发展主要预期目标为:地区生产总值增长6%左右,一般公共预算收入增长7%。

(一)建设创新策源地

新增国家高新技术企业450家,引进高层次人才120名。
"""

TABLE = """临平区2023年政府工作报告重点任务分解进展表

序号 | 重点任务 | 具体目标任务 | 牵头区领导 | 牵头单位 | 配合单位 | 截至9月底进展情况 |
一、推动产业升级
1 | 壮大工业经济 | 规上工业增加值增长6.5%。 | 林知远 | 区经信局 | 区统计局、各镇街 | 1-9月规上工业增加值增长5.9%。 |
2 | | 新增规上工业企业40家。 | | 区经信局 | 区市场监管局 | 已新增规上工业企业33家。 |
3 | 扩大有效投资 | 固定资产投资增长8%。 | 周南亭 | 区发改局 | 区住建局 | 1-9月固定资产投资下降1.7%。 |
二、改善民生服务
4 | 优化教育供给 | 投用中小学3所、幼儿园5所。 | 沈若溪 | 区教育局 | 区住建局、区财政局 | 已投用中小学2所、幼儿园5所。 |
5 | | 新增学位4500个。 | | 区教育局 | 各镇街 | 已新增学位4680个。 |
6 | 完善养老服务 | 新增养老床位260张,建设康养联合体2家。 | 沈若溪 | 区民政局 | 区卫健局 | 序时推进 |
"""  # noqa: E501

DOCUMENTS = {"plan.txt": PLAN, "other_plan.txt": OTHER_PLAN, "table.txt": TABLE}


@pytest.fixture(scope="session")
def seed_assistant(seed_index: Path) -> Assistant:
    """Answers from the five seeds."""
    return Assistant.open(Settings(home=seed_index))


@pytest.fixture(scope="session")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """Answers from two reports and a table whose figures are invented."""
    return open_over(tmp_path_factory.mktemp("made-up"), DOCUMENTS)


def open_over(folder: Path, documents: dict[str, str]) -> Assistant:
    """Ingest texts into an index below ``folder`` and open it."""
    from ingest.index.pipeline import ingest

    (folder / "documents").mkdir()
    for name, text in documents.items():
        (folder / "documents" / name).write_text(text, "utf-8")
    settings = Settings(home=folder / "home")
    ingest([folder / "documents"], settings)
    return Assistant.open(settings)


@pytest.fixture(scope="session")
def understood(made_up: Assistant) -> Callable[[str], Query]:
    """Parse a question against the made-up documents."""
    return lambda text: parse_query(text, made_up.evidence.corpus, made_up.evidence.vocabulary)


def turn(answer: Answer) -> Turn:
    """Return an answer as a turn of history."""
    return turn_of(answer)


def talk(assistant: Assistant, *questions: str) -> Answer:
    """Ask one question after the other and return the last answer."""
    history: list[Turn] = []
    for question in questions:
        answer = assistant.ask(question, history)
        history.append(turn_of(answer))
    return answer


def assert_says(answer: Answer, said: Sequence[str], unsaid: Sequence[str]) -> None:
    """Hold an answer to the words that it has to have and those that it must not."""
    assert not answer.refused
    assert [words for words in said if words not in answer.text] == []
    assert [words for words in unsaid if words in answer.text] == []
