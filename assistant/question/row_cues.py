"""Cue words for rows of a table: how many, which of them by number, order or state, and whose.

How people ask, nothing of what any document says. Patterns are matched on folded text (half width,
simplified, lower case, see ``assistant.text.fold``).
"""

from __future__ import annotations

import re

from assistant.language.limits import NOT_YET

# Rows of a table: how many there are, which of them, by who is in charge.
ROWS_COUNTED = re.compile(
    r"(?:一共|总共|共)(?:有|列了?|包含|包括)?.{0,6}(?:多少|几)(?:项|条|个)(?:重点|主要)?(?:(?:工作)?(?:任务|事项|项)|工作(?=[?？]|$))"
    r"|(?<=[表单账])[里中上]?面?(?:一共|总共|共)(?:有|列了?|排了?|包含|包括)?(?:多少|几)[项条](?=[,，。;；?？]|$)"
    r"|(?:(?<![一-鿿])|(?<=[表里中上年的]))(?:重点)?(?:工作)?(?:任务|事项)的?总?(?:数量?|量)(?:一共|总共)?(?:是|有|为|达)?(?:多少|几)[项条个]?(?=[,，;；。?？]|$)"
)
ROWS_LISTED = re.compile(
    r"哪(?:些|几|[一两三]?[件项条])|几(?:项|条|个|件)|多少(?:项|条|个|件)|了哪|什么任务|都列(?:一下|一列|出来|上|全)|列(?:出来|个单子|个清单)|列举"
)
ROWS_CHARGED = re.compile(
    r"牵头|负责|承担|配合|协助|参与|抓|主管|分管|责任|承办|业主|包[联保抓案]|挂[钩点联帅]|领[办衔]|认领|联系|(?<=[还也又都上里中在一共])管(?=了?(?:哪|什么|几|多少|着))"
)
# "这件事是教育局牵头吗": whether it is so is asked of one task, and for none of all that he leads.
CHARGE_DOUBTED = re.compile(
    r"(?:是不是|是否|是|由|归|该)[^,，。;；?？哪几]{2,10}?(?:牵头|负责|承办|主管|分管|管)的?[吗么嘛](?=[?？,，。]|$)"
)


def speaks_of_charge(text: str) -> bool:
    """True for whose rows are asked for, by what they do for these."""
    return ROWS_CHARGED.search(CHARGE_DOUBTED.sub("", text)) is not None


UNITS_LISTED = re.compile(
    r"(?:单位|部门)(?:都|各|分别)?(?:有|是)?哪|哪(?:些|几)?个?(?:牵头|责任|主办)?(?:的)?(?:单位|部门)"
)
STATUS = re.compile(
    r"(?:标为|标注为|标着|写的是|写着|状态(?:是|为)|显示(?:为)?|评价(?:为|是)?)\s*([“\"]?[^”\",，。?？的]{2,8}[”\"]?)"
)
NOT_WRITTEN = r"(?:不是|不为|(?:没有?|未|不)(?:写|标|标注|注明|显示|列)(?:为|着|成|明)?)"
OTHER_STATUS = re.compile(
    rf"哪(?:些|几)[^,，。?？]{{0,12}}{NOT_WRITTEN}[“\"'‘]"
    rf"|{NOT_WRITTEN}[“\"'‘][^“”\"'’]{{2,12}}[”\"'’]的[^。;；?？]{{0,30}}(?:哪|什么|[几多])"
)
ROW = re.compile(
    r"第\s*([0-9]{1,4}|[零一二三四五六七八九十百两]{1,6})\s*(?:项|条|号|行|件|个(?=民生|实事|项目|任务|事项|(?:是|叫)(?:什么|啥|哪)(?:民生|实事|项目|任务|事项)?)|(?<=\d\d)的?(?:任务|项目|事项))"
    r"(?!.{0,2}(?:工程|行动))"
)
# "149号任务", "进展表的101项:": the table and what is asked of it tell that no rows are counted.
ROW_OF_TABLE = re.compile(
    r"(?:即|就是)第?([0-9]{1,3})号(?=[,，。?？]|$)|(?<![\d.第月])([0-9]{1,3})号(?:重点|工作)?(?:任务|事项|项目|实事|指标)"
    r"|(?:(?:表|清单|台账)(?:里面?|中|上)?|^)的?[,，]?\s?([0-9]{1,3})[项号](?!(?:任务|事项|项目|实事|指标|工作)*(?:里|之?中|当中))(?:任务|事项|项目|实事)?"
    r"(?=[:：]|[,，]?(?:是(?:什么|啥|哪|讲|说|关于|干)|[由归](?:谁|哪)|谁|讲|说|写|干|叫|指(?!标)|的?(?:内容|牵头|责任|进展)))"
)
# "项目15是什么": a number behind the word for what it counts, that no unit follows.
ROW_NAMED = re.compile(
    r"(?:项目|任务|实事|事项|工程|指标)\s?([0-9]{1,3})(?=\s?(?:是|的|指|由|谁|叫|属|归|哪|怎|呢|[,，。?？]|$))"
)
ROW_CODE = re.compile(
    r"(?:编号|序号)(?:为|是)?\s*((?:[a-z]{1,4}-?)?[0-9]{1,4}(?:[-.][0-9]{1,3})?)"
    r"|第\s*([0-9]{1,3}-[0-9]{1,3})\s*项"
)
# "重点项目里排第9的": by the order of the table, where nothing is said by which they are ranked.
ROW_IN_ORDER = re.compile(
    r"(?:项目|任务|实事|事项)(?:清单|表)?(?:里面?|中)?[排列](?:在)?第\s?"
    r"([0-9]{1,3}|[一二三四五六七八九十]{1,3})位?(?=的?(?:是|叫|由|归|哪|什么|[,，。?？]|$))"
    # "进展表里排在119的那项"
    r"|[排列]在?第?\s?([0-9]{1,3})[位号]?的[那这]一?[项条件]"
)
RANKED_BY = re.compile(r"按|最|从[高大多低小少]|投资额?排|金额|增[速幅]|排名|名次")
LAST_ROW = re.compile(
    r"最[后末](?:一|1)(?:项|条|行|件|个(?:项目|任务|工程|事项|指标))|(?:收尾|末尾|末了)的?[那这]?一?[项条行件]"
)
NUMBER_ASKED = re.compile(r"第几(?:项|个|条|号|件)|(?:序号|编号)(?:是|为)?(?:多少|几|什么)")
# "哪些没完成?", of rows that were just listed; "哪个投资大?" is answered by the first of them.
UNDONE_ROWS = re.compile(rf"{NOT_YET}[完达办竣建开投]")
WHICH_BY_STATE = re.compile(
    rf"哪[^,，。?？]{{0,8}}(?:已经?|都|全部|{NOT_YET})?(?:完成|完工|建成|竣工|达标|办结|开工|投用)"
    rf"|(?:已经?(?:能|全部|按期|按时)*|{NOT_YET})(?:完成|完工|建成|竣工|达标|办结|开工|投用)了?的?(?:都|分别)?(?:有|是)?(?:哪|几|多少)"
)
STATE_OF_ROWS = re.compile(
    r"(?:按[期时]|如期|全部|都|已经?|没有?|未)*(?:完成|完工|建成|竣工|达标|办结|开工|投用)(?:情况)?|进[展度](?!表)情况|落实情况|推进情况|到什么(?:程度|阶段)"
)
RANKED_ROWS = re.compile(
    r"(?:哪|谁)[^,，。?？]{0,12}?(?:最|更|比较)?[高低多少大小](?:一?些|一点)?(?=[?？]|$)"
    r"|最[高低多少大小]的?[^,，。?？]{0,8}(?:哪|谁|什么)[^,，。?？]{0,3}"
    r"|(?:总共|一共|合计|加起来|(?<![公一总])共(?=多少))[^,，。?？]{0,8}多少(?![项个件条])[^,，。?？]{0,2}"
)
BOTH_ROWS = re.compile(r"俩|[两二](?:个|者|项|条|件|家|处)")
# "民政局的呢?", "8月底的呢?" ask for other rows than those that were listed.
OTHER_ROWS = re.compile(
    r"(?:那么?|换[成作])?[^,，。;；?？哪几谁其]{2,16}?(?:牵头|负责|分管|主管|配合|完成|完工)?的?(?:任务|项目|工作|事项)?呢"
)
EACH_ASKED = re.compile(r"各|分别|谁|进[展度]|怎么?样|情况|多少")
MONTH = re.compile(r"(?:1[0-2]|[1-9])月[底末份]?(?P<before>之?前)?|上半年|年底(?:之?前)?")
SOME_ASKED = re.compile(r"哪|几|多少|其中|里面|当中|的呢|有没有|有谁|列")
WITHIN = re.compile(r"其中|里面?|当中|之中|这[些几]|上面|以上|前面")
COSTS_ASKED = re.compile(r"投资|投入|资金|花(?:了|费)?多少|多少钱")
OF_THEM = re.compile(r"上面|以上|前面|列出|具体|各自|分别|里面|当中|剩下|其[余他]|截[至止]")
CAUSE_HEADER = re.compile(r"原因|问题|困难|难点")
REMARK_HEADER = re.compile(r"说\s*明|备\s*注")
# A cell that says no more than that its row is behind: 是否达序 | 否.
BEHIND = re.compile(r"否|[未没][一-鿿]{1,6}|不达[标序]|[滞落]后|[偏较]慢|缓慢|[×✗✘]")
# "有几项任务?牵头的是哪些单位?": the rows, and beside each who answers for it, or how far it is.
OF_EACH = re.compile(
    r"(?:哪(?:几|些)?|[几多]少?)(?:项|[个件条]?(?:重点)?(?:工作|任务|事项|项目|指标|实事))(?:任务|工作)?[,，;；。?？]"
    r"[^,，;；。?？]*(?:牵头|负责|责任|配合|分管|领导|进[展度](?!表)|完成情况|怎么?样)"
)
