"""What is said to questions that no document answers: of 区问 itself, out of scope, or unclear."""

from __future__ import annotations

from assistant.answers.reply import Reply, say_plainly
from assistant.evidence.evidence import Evidence
from assistant.question import topic_cues
from assistant.schema import Query

SMALLTALK = (
    "你好,我是区问:回答区县政府文件里的问题,每个数字都给出原文。可以直接问,比如某区某年的某项指标。"
)
HEARD = "不客气。还有什么要查的,接着问就行。"
ABOUT = (
    "我是区问。把区县的政府工作报告、计划报告、任务进展表交给我,"
    "我从原文里找答案,逐句给出处;文档里没有的,我会直说没有。"
)
OUT_OF_SCOPE = (
    "这个问题不在我的范围内:我只回答已收录的区县政府文件里写明的内容,不作评价、预测和建议。"
)
UNCLEAR = "请把问题说完整一些:哪个区、哪一年、什么指标或事项?"
LISTED = 40  # documents that are listed by name


def talk(evidence: Evidence, query: Query) -> Reply:
    """Answer by its topic alone a greeting, or a question that is asked of no document."""
    if query.topic == "smalltalk":
        greeted = topic_cues.GREETING.search(query.text)
        return say_plainly("smalltalk", SMALLTALK if greeted else HEARD)
    if query.topic == "about":
        return say_plainly("smalltalk", ABOUT)
    if query.topic == "corpus":
        named = [p.title for p in evidence.catalog.profiles().values()]
        titles = [
            f"- {p.title}({p.district or '地区不明'})" for p in evidence.catalog.profiles().values()
        ]
        reply = say_plainly("smalltalk", f"已收录的文件({len(titles)}):")
        reply.draft.lines += titles[:LISTED]
        reply.draft.named = [*named, f"{len(titles)}"]
        return reply
    if query.topic == "scope":
        return say_plainly("scope", OUT_OF_SCOPE)
    return say_plainly("clarify", UNCLEAR)
