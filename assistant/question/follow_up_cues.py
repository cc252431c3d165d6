"""Cue words of a conversation: what leads in, points back, corrects, and leaves out.

How people ask, nothing of what any document says. Patterns are matched on folded text (half width,
simplified, lower case, see ``assistant.text.fold``).
"""

from __future__ import annotations

import re

LEAD_IN = re.compile(
    r"^(?:[。.,，!！~…、?？\s]*(?:我?(?:刚才|刚刚)?(?:忘了?|忘记|漏)[说讲写提]了?(?=[。.,，!！~…、?？\s]|$)|(?:好的?|好吧|行)(?=[。.,，!！~…、?？\s那请再我]|$)|嗯+|哦+|谢谢|那么|那(?!一?年(?!初)|边|里|儿|头)|再问(?:一下)?|请问|另外|还有|接着|顺便(?:问(?:一下)?)?|对了|算了|换个话题|换个问题|(?:还是|问)?同[样一]个?的?问题|一样的问题|等等|不对(?:啊|呀|吧)?|麻烦(?:问)?|我想(?:知道|问|了解)(?:一下)?|想问(?:一下|问)?|帮我(?:查|看)(?:一下|看)?|查(?:一下|查)|告诉我|问一下|说说|讲讲)[。.,，!！~…、:：\s]*)+"
)
# "换成乙区是多少?", "要是2024年呢?" ask the same of another.
INSTEAD = re.compile(
    r"^(?:那么?|就|要是|如果|假如)*(?:换[成作做到]|改问|(?<=[是果如])是?)(?=[一-鿿\d])"
)
# "转到2024年,…", "再看看乙区": the talk turns to another time or place, which follows.
TURNED = re.compile(
    r"^(?:那么?|就|要是|如果|假如|我们|咱们?|再|先|把?[话视]?[题线]?)*(?:[转轮切跳移挪]换?到了?|到了|来?看看)(?=[一-鿿\d])"
)
LOOKED_AT = re.compile(r"(?:再|来)?看(?:一?看|一下)?[?？。]?$")
# "放到乙区旁边比一比": what was spoken of is set beside the place.
BESIDE = (
    re.compile(
        r"^(?:那么?|就|再|把?[它其]?)*[放摆搁拿挪](?:在|到|去)?(?P<other>[^,，。?？]{2,16}?)的?(?:旁边|边上|身边|跟前|面前)(?:去|来)?"
        r"(?:比(?:一?比|较|一下)?|看(?:一?看|一下)?|呢|怎么样|如何)*[?？]?$"
    ),
    re.compile(
        r"^(?:那么?|就|再|把?[它其]?)*[和跟与同](?P<other>[^,，。?？]{2,16}?)[放摆搁](?:在|到)?一(?:起|块儿?|处)"
        r"(?:比(?:一?比|较|一下)?|看(?:一?看|一下)?|呢|怎么样|如何)*[?？]?$"
    ),
    re.compile(
        r"^(?:那么?|就|再|拿来?)*[和跟与同](?P<other>[^,，。?？]{2,16}?)(?:比(?:一?比)看?|较量(?:一下)?)[?？]?$"
    ),
    re.compile(
        r"^(?:那么?|就|再)*(?:[和跟与同](?P<other>[^,，。?？]{2,16}?)(?:相|对)?比(?:较|起来)?"
        r"|比(?P<than>[^,，。?？]{2,16}?))(?:又|会|是)?(?:怎么样|怎样|咋样|如何)[?？]?$"
    ),
)
# "三家的数放一块,…": all that were spoken of.
TOGETHER = re.compile(
    r"^(?:那么?|就|再|把|[这那上])*(?P<many>[两三四五六七八九十]|\d)(?:个|家|者|边|[区县市旗])(?:区|县|市|旗|地方)?的?(?:数[字据值]?)?"
    r"[放摆搁凑](?:在|到)?一(?:起|块儿?|处)(?:比(?:一?比|较)?|看(?:一?看|一下)?|来[说看])?[,，]?(?=[一-鿿]{2})"
)
BACK_TO = re.compile(
    r"(?:[回换]到|[说换]回|回过头|再(?:说|看)(?:回)?|还是(?:说|问)|(?:接着|继续)?[说讲看](?=(?:刚才|刚刚|之前|前面|上面)的?))(?:刚才|刚刚|之前|前面|上面)?(?:的|那个|说的|提到的)?([^,，。?？]{1,12})[,，。]"
)
NAMED_ALONE = re.compile(r"^(?:那|那么|和|跟)?([一-鿿]{2,3})(?:的)?呢[?？]?$")
# "具体是哪几所?": of what was just counted.
WHICH_OF_THEM = re.compile(
    r"^(?:那|它们?|这些)*(?P<asked>(?:分别|具体|都|各|又)*(?:是|有|指|包括)?哪(?:些|[一几两二三四五六七八九][个项家条件所座处台位段户类]))呢?[?？]?$"
)
ELLIPSIS = re.compile(r"(?:呢|的呢|怎么样)[?？!！。]*$")
CORRECTION = re.compile(
    r"^(?:我(?:是)?(?:问|说|要|指|想要|想问|想知道)(?:的)?(?:是)?|(?:问|说|要|指)的是)"
)
# "水的目标呢?", "路呢?": a thing of one character, which is another than what was spoken of.
ONE_CHARACTER = re.compile(
    r"^(?:那么?)?([一-鿿])(?:(?:的|这块|那块|方面)+(?:目标|计划|任务|实际|指标)?|(?=呢))"
    r"(?:呢|(?:是|有|为)?(?:多少|几)[一-鿿]{0,2})[?？]?$"
)
# What has become of something: "启用了没", "开工了吗".
BECOME = re.compile(r"[了过](?:没有?|吗|么)")
SAME_YEAR = re.compile(r"(?:那|这|同|当|该)(?:一)?年|(?<![上去前]年)(?<!前一年)(?<!上一年)同期")
NEXT_YEAR = re.compile(
    r"(?:第二年|次年|翌年|隔年|再?下一年|后一年|转过?年来?|接下来的?一年|[那这]一?年(?:之后|以后|过后))"
)
PREVIOUS_YEAR = re.compile(r"(?<![比较])(?:前一年|上一年|上年|去年|头一年)")
LATER_YEAR = re.compile(r"明年|来年")
# "次年(2021年)的计划": the year that a word stands for is told behind it.
SAID_OF_YEAR = re.compile(
    rf"(?:{NEXT_YEAR.pattern}|{PREVIOUS_YEAR.pattern}|{LATER_YEAR.pattern}|[那这同当该]一?年)"
    r"[,，的是即就也]*(?=(?:(?:19|20)\d\d|2\d)年)"
)
YEAR_IN_BRACKETS = re.compile(r"[(（]\s*(?:即|也?就是)?((?:19|20)\d\d|2\d(?=年))年?\s*[)）]")
