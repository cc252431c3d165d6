"""Which of many tasks are not done, how many are, and which thing of one row holds it up."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant

NOTICE = """临泽县2023年民生实事办理情况公示
2024年1月8日

年初,县十九届人大三次会议票决确定民生实事6件,共15个子项目。截至2023年12月底,6件实事中4件已完成,2件正在推进;15个子项目完成13个。具体如下:

一、学位建设
目标:新建学校3所,新增学位900个。
进展:沙河小学、鸭暖小学2所已投用,新增学位640个;平川中学因设计变更,计划2024年8月投用。
责任单位:县教育局
二、停车便民
目标:新增停车位500个。
进展:新增停车位530个。
责任单位:县城管局
三、道路畅通
目标:打通断头路2条。
进展:滨河路已通车;西关街涉及三户未拆迁,预计2024年5月通车。
责任单位:县住建局
四、养老助餐
目标:建设助餐点8个。
进展:建成助餐点9个。
责任单位:县民政局
五、健康体检
目标:为老年人体检6000人次。
进展:完成体检6210人次。
责任单位:县卫健局
六、文化惠民
目标:开展演出60场。
进展:开展演出66场。
责任单位:县文旅局
"""


@pytest.fixture(scope="module")
def notice(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("undone"), {"notice.txt": NOTICE})


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("临泽县2023年民生实事完成了几件?", ["4件"], ["15", "13"]),
        ("临泽民生实事还有几件没办完?", ["共2项"], ["4件", "13"]),
        ("临泽县2023年子项目有几个做完了?", ["完成13个"], ["4件"]),
        ("临泽2023年民生实事还有几个子项目没做完?", ["2"], ["4件"]),
        ("临泽民生实事都完成了吗?", ["4件已完成", "2件正在推进"], ["13"]),
        ("临泽2023年民生实事哪两件没完成?", ["学位建设", "道路畅通"], ["停车", "助餐"]),
        ("临泽新建的3所学校哪一所还没投用?", ["平川中学"], ["沙河小学", "640"]),
        ("临泽2条断头路里没打通的是哪条?", ["西关街"], ["滨河路"]),
    ],
)
def test_what_is_not_done_is_told_and_nothing_beside_it(
    notice: Assistant, question: str, told: list[str], untold: list[str]
) -> None:
    assert_says(notice.ask(question), told, untold)


def test_how_many_of_another_thing_were_done_is_no_count_of_tasks(notice: Assistant) -> None:
    assert "4件" not in notice.ask("临泽县2023年老旧小区改造完成了几件?").text
