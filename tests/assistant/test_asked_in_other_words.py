"""What documents tell, asked for in the words of somebody who has not read them."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant

REPORT = """苍梧县2023年国民经济和社会发展计划执行情况与2024年计划草案的报告

一、2023年计划执行情况

1.营商环境持续优化。一般工业项目从立项备案到竣工验收审批“最多65天”。线上线下累计减免及兑现各类政策4.6亿元。全年落实各级产业扶持政策资金超3亿元。清退17家网贷机构。首推“智慧渠长”灌溉管理系统。

2.消费活力持续释放。举办购物节12场，培育桂江夜市、河西夜市，发放消费券300万元。

3.对口协作走深走实。统筹对口帮扶工作，助力岑北、藤西两县全面实现脱贫摘帽。全年农林牧渔业增加值增长4.1%，超额完成全年目标任务。

二、2024年目标和措施

全力建设灌区治理样板区，竣工桂江渡口、龙圩码头、石桥水闸。打造田园旅游样板区。着力建设产业融合样板区、城乡统筹样板区、灌区治理样板区。

1.持续优化营商环境。推行“一窗受理”，实现企业开办“一个环节40分钟办结”、一般工业项目审批验收“最多75天”。货物出口总额占全国比重0.12‰。

2.巩固环境质量。实施河道综保工程6个、清淤工程4条。实施重点道路沿线开发攻坚行动，重点实施桂江路、龙圩路、石桥路等重点道路沿线开发建设。

3.深化开放合作。与临川县、浦北县开展东西部协作。做好与宁安市、海林市的对口合作工作。

4.优化公共服务。加快县医院新院区建设，改造乡镇卫生院3家、社区卫生服务中心2家。新建学校4所、幼儿园2所，新增学位900个。
"""
OTHER = """藤西县2024年工作要点

1.推动营商环境升级。巩固“无感监测”指数，完善政策直达机制。
"""


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("otherwise")
    return open_over(folder, {"bg.txt": REPORT, "yd.txt": OTHER})


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        # Things that are counted are those that bear the counted name.
        (
            "三个“样板区”——苍梧县2024年要着力打造的,各叫什么名字",
            ["产业融合", "城乡统筹", "灌区治理"],
            ["码头"],
        ),
        (
            "“三个样板区”具体指啥?苍梧县2024年要建的那三个",
            ["产业融合", "城乡统筹", "灌区治理"],
            [],
        ),
        # A share told in short, and then by its name.
        ("苍梧县2024年定的出口份额——货物出口占全国的比重,要做到多少?", ["0.12‰"], []),
        # From which step to which a thing goes is no part of its name.
        ("苍梧县2023年一般工业项目审批最多几天?", ["65天"], []),
        # For whom money is says nothing of what kind it is.
        ("给企业的产业扶持政策资金,苍梧县2023年全年一共落实下去多少亿?", ["3亿元"], ["4.6"]),
        ("苍梧县2023年给企业减免兑现的政策总共多少钱?", ["4.6亿元"], ["3亿"]),
        ("苍梧县清理网贷平台,2023年一共清掉几家?", ["17家"], []),
        ("苍梧县对口帮扶的县里,2023年有哪几个摘掉了贫困帽?", ["岑北", "藤西"], []),
        # What is not wanted, and then what is.
        ("苍梧县2024年河道清淤搞几条?", ["4条"], ["6个"]),
        ("2024年苍梧县的重点道路沿线开发攻坚,点名了哪几条路?", ["桂江路", "石桥路"], []),
        ("“智慧渠长”灌溉管理系统是广西哪个县首推的?哪一年的事?", ["苍梧县2023年"], ["藤西"]),
        ("抗旱那年苍梧县是怎么把消费拉起来的?我指2023年已经做了的", ["购物节"], ["网贷"]),
        # Whether a plan was met is told behind the result.
        (
            "苍梧县2023年农林牧渔业增加值涨了百分之几,年度目标完成没有?",
            ["4.1%", "超额完成全年目标任务"],
            [],
        ),
        ("苍梧县2024年企业开办要做到多少分钟办结", ["40分钟"], ["75天"]),
        ("苍梧县2024年跟哪两个地方搞东西部协作?", ["临川", "浦北"], ["宁安"]),
        # Two fields in everyday words.
        (
            "2024年苍梧县在看病就医、学校教育这块打算怎么提升?",
            ["县医院新院区", "学位900个"],
            ["桂江"],
        ),
        ("老百姓看病的事,苍梧县2024年有什么安排?", ["县医院新院区"], ["学位", "范围"]),
        ("营商环境怎么继续改善,苍梧县在2024年的计划里提了哪些办法?", ["一窗受理"], ["藤西"]),
    ],
)
def test_a_question_in_other_words_finds_what_is_told(
    county: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(county.ask(question), said, unsaid)
