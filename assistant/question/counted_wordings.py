"""What is counted, as people ask for it, in the words with which documents name the count.

Who goes to a school, who is insured, how much was harvested, how many beds a house has: "高中收了
多少学生" asks for 高中招生, "打了多少粮食" for 粮食产量. The verb tells which count is meant, and
another count of the same place (在校生 for 招生, 播种面积 for 产量) is none of it.
"""

from __future__ import annotations

import re

from assistant.question.names import Names

_MANY = r"(?:一共|总共)?(?:多少|几)个?名?"
_ASKED = r"(?=的?(?:有|是|一共|总共|大概|共)*(?:多少|几))"
_YOUNG = r"(?:孩子|小孩|小朋友|娃娃?|幼儿)"
_SCHOOL = r"(?P<school>(?:普通)?高中|初中|小学|中职|职高|普高)"
_PUPIL = rf"(?:学生|{_YOUNG})"
_INSURANCE = r"(?P<ins>[一-鿿]{0,8}?(?:保险|医保|社保|居保))"
_INSURED = r"(?:参加|参保|上|缴纳?|买|交|入)[了的]?"
_PERSONS = r"(?:人|职工|居民|群众|老百姓)"
_HOUSE = r"(?P<house>医院|卫生院|养老院|养老机构|敬老院|福利院)"
_COUNTS = tuple(
    (re.compile(pattern), said)
    for pattern, said in (
        (r"普高(?=有|的|在|招|毕|几|多)|(?<=[读上所])普高", "普通高中"),
        # Who is new at a school, who is there, who has left it.
        (
            rf"(?:新?(?:招收?|录取?)|收|录取?招收)(?:进来|进)?了?{_MANY}(?:新生|{_PUPIL})",
            "招生多少人",
        ),
        (
            r"(?P<school>(?:普通)?高中|初中|小学|中职|幼儿园)(?:新?招收?|录取)了?(?:多少|几)个?人",
            r"\g<school>招生多少人",
        ),
        (r"(?:新招|招收)的?(?:学生|新生)(?=有|是|一共|总共|共|多少|几)", "招生"),
        (rf"{_SCHOOL}毕业了?{_MANY}(?:人|学生)", r"\g<school>毕业生多少人"),
        (rf"有?{_MANY}(?:人|学生)(?:从)?{_SCHOOL}毕业", r"\g<school>毕业生多少人"),
        (rf"(?:上|读|在){_SCHOOL}的{_PUPIL}{_ASKED}", r"\g<school>在校生"),
        (rf"有?{_MANY}{_PUPIL}(?:正)?(?:在读|在上|上|读){_SCHOOL}", r"\g<school>在校生多少人"),
        (rf"(?:在读)?{_SCHOOL}生{_ASKED}", r"\g<school>在校生"),
        (rf"(?:上|在|读)幼儿园(?:里面?|里头|上学)?的{_YOUNG}{_ASKED}", "在园幼儿"),
        (rf"幼儿园(?:里面?|里头)?有?{_MANY}{_YOUNG}", "在园幼儿多少人"),
        # Who is insured.
        (rf"{_INSURED}{_INSURANCE}的?{_PERSONS}{_ASKED}", r"\g<ins>参保人数"),
        (rf"有?{_MANY}{_PERSONS}{_INSURED}{_INSURANCE}(?=[?？,，]|$)", r"\g<ins>参保人数多少"),
        (
            rf"{_INSURANCE}的?(?:有|一共|总共)*{_MANY}{_PERSONS}(?:参保|投保|参加|缴费|上)了?(?=[?？,，]|$)",
            r"\g<ins>参保人数多少",
        ),
        (r"(?:受益|惠及)的?(?P<of>[户人])数(?:是|有|为)*(?:多少|几)?[户人]?", r"惠及多少\g<of>"),
        # Projects that are to come: who signs them is brought in by that.
        # What was signed tells no plan: 签了多少 asks for a result.
        (
            r"招?商?签(?:约|下|订|成|下来)?(?:了|到)(?P<n>(?:多少|几)[个项宗]?)(?:招商引?资?|招引|引进)?的?项目",
            r"已签约项目\g<n>",
        ),
        (
            r"招?商?签(?:约|下|订|成|下来)?(?P<n>(?:多少|几)[个项宗]?)(?:招商引?资?|招引|引进)?的?项目",
            r"签约项目\g<n>",
        ),
        (r"招商签(?:约|下|订)?(?:了|的)?项目(?=(?:是|有|一共|总共|共)*(?:多少|几))", "签约项目"),
        # The beds of a house.
        (
            rf"{_HOUSE}(?:里面?|里头|内)?的?(?:能|一?共|总共|现|实|拥)*有?(?P<n>多少|几)张?(?:病|养老)?床[位铺]?",
            r"\g<house>床位\g<n>张",
        ),
        (r"快递(?=(?:有|一共|总共|大概)*(?:多少|几)[十百千万亿]*件)", "快递业务量"),
        (r"(?:收发|寄)了?多少(?:件)?快递", "快递业务量多少"),
        # Out of how many, and who found work again.
        (
            r"(?:每?一|每)(?P<of>百|千|万)(?:个人(?:里面?|里头|当?中)?|人(?:里面?|里头|当中))",
            r"每\g<of>人",
        ),
        (r"(?:丢了?|没了?|失去|失了)(?:工作|业|饭碗)的(?:人员?)?|(?<!登记)失业的人", "失业人员"),
        (r"(?:重新|又|再次?)(?:找到?了?(?:工作|活)|就业|上岗)", "再就业"),
        # One character of doing, which runs together with the thing: 积水点改了几处.
        (r"(?<=[点段河渠池塘水])治了(?=多少|几)", "治理了"),
        (r"(?<=[点段路区房厕网])改了(?=多少|几)", "改造了"),
        (r"乡下(?!人)", "农村"),
        (r"(?<=市)的?全市|(?<=县)的?全县|(?<=区)的?全区", ""),
    )
)
_HARVESTED = re.compile(
    r"(?:全年|一年)?(?:收割?|打|产出?|种出|生产|收获)了?(?P<many>(?:多少|几)[十百千万亿]*(?:吨|公斤|斤)?)的?"
    r"(?P<crop>[一-鿿]{1,5}?)(?=[?？,，、]|$)"
)
_SOWN = re.compile(
    r"(?:播?种|种植)了?(?P<many>(?:多少|几)[十百千万]*(?:亩|公顷))的?(?P<crop>[一-鿿]{2,5}?)(?=[?？,，、]|$)"
)


def counted(text: str, names: Names) -> str:
    """Return a folded question with counts as documents name them.

    >>> counted("甲县普通高中收了多少学生?", Names()), counted("甲县小学生有多少?", Names())
    ('甲县普通高中招生多少人?', '甲县小学在校生有多少?')
    >>> counted("甲县参加失业保险的人有多少?", Names())
    '甲县失业保险参保人数有多少?'
    >>> counted("甲县全年打了多少粮食?", Names()), counted("甲县种了多少亩粮食?", Names())
    ('甲县粮食产量多少?', '甲县粮食播种面积多少亩?')
    >>> counted("甲县医院里有多少病床?", Names())
    '甲县医院床位多少张?'
    """
    for pattern, said in _COUNTS:
        text = pattern.sub(said, text)
    for pattern, measures in (
        (_HARVESTED, ("产量",)),
        (_SOWN, ("播种面积", "种植面积")),
    ):
        asked = pattern.search(text)
        if asked is None:
            continue
        called = [asked["crop"] + m for m in measures if names.knows(asked["crop"] + m)]
        if called:
            text = f"{text[: asked.start()]}{called[0]}{asked['many']}{text[asked.end() :]}"
    return text
