"""How long something is, one thing of several that were fostered, and names that say it closer."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant

REPORT = """遂昌县2024年政府工作报告

一、2023年工作回顾
修复古道26公里,整治河岸14千米。

培育市级示范茶园18家,其中“生态茶园”5家、“智慧茶园”9家。新增省级以上科技孵化器、众创空间7家。新打造“平昌印记·书香校园”8所。

查处扰企案件21起,办结食品案件83起。开展“暖企”活动34场。软件服务业营收达到48.6亿元,电子信息制造业营收达到310.5亿元。

二、2024年工作安排
修建游步道33公里。软件服务业营收达到60亿元。
"""
PROGRESS = """遂昌县2023年重点工作四季度进展表

序号 | 任务 | 责任单位 | 进展情况
1 | 培育市级智慧农场12家 | 县农业农村局 | 培育市级智慧农场16家,其中“云端农场”11家、“共享农场”5家
2 | 完成软件产业营收52亿元 | 县经信局 | 1-10月,软件产业营收达到49.3亿元
"""


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    texts = {"bg.txt": REPORT, "jz.txt": PROGRESS}
    return open_over(tmp_path_factory.mktemp("lengths"), texts)


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("遂昌县2024年打算修多长的游步道?", ["33公里"], ["26"]),
        ("遂昌县2023年修复的古道有多长?", ["26公里"], ["14"]),
        ("遂昌县2023年整治了多长的河岸?", ["14千米"], ["26"]),
        ("遂昌县2023年培育了多少个“智慧茶园”?", ["9家"], ["18", "5家"]),
        ("按四季度进展表,遂昌县2023年培育了多少个“云端农场”?", ["11家"], ["16", "5家", "12"]),
        ("遂昌县2023年培育了多少家市级智慧农场?", ["16家"], ["11家"]),
        ("遂昌县2023年新增省级以上孵化器、众创空间几家?", ["7家"], []),
        ("遂昌县2023年新打造书香校园多少所?", ["8所"], []),
        ("遂昌县2023年扰乱企业的案件查处了多少起?", ["21起"], ["83"]),
        ("遂昌县2023年扰乱企业案件有几起?", ["21起"], ["83"]),
        (
            "遂昌县2023年软件产业营收目标52亿元,1-10月做到多少了,到52亿了没有?",
            ["49.3亿元", "未达到"],
            ["16家"],
        ),
    ],
)
def test_only_what_is_asked_for_is_told(
    county: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(county.ask(question), said, unsaid)


@pytest.mark.parametrize("question", ["营收多少?", "烫烫烫屯屯屯GDP", "遂昌县锟斤拷营收"])
def test_what_names_nothing_or_was_misread_is_asked_again(county: Assistant, question: str) -> None:
    assert county.ask(question).refused
