"""Cue words for rows of a table: how many, which of them by number, order or state, and whose.

How people ask, nothing of what any document says. Patterns are matched on folded text (half width,
simplified, lower case, see ``assistant.text.fold``).
"""

from __future__ import annotations

import re

# Rows of a table: how many there are, which of them, by who is in charge.
ROWS_COUNTED = re.compile(
    r"(?:一共|总共|共)(?:有|列了?|包含|包括)?.{0,6}(?:多少|几)(?:项|条|个)(?:重点|主要)?(?:(?:工作)?(?:任务|事项|项)|工作(?=[?？]|$))"
    r"|(?:(?<![一-鿿])|(?<=[表里中上年的]))(?:重点)?(?:工作)?(?:任务|事项)的?总?(?:数量?|量)(?:一共|总共)?(?:是|有|为|达)?(?:多少|几)[项条个]?(?=[,，;；。?？]|$)"
)
ROWS_LISTED = re.compile(
    r"哪(?:些|几|[一两三]?[件项条])|几(?:项|条|个|件)|多少(?:项|条|个|件)|了哪|什么任务"
)
ROWS_CHARGED = re.compile(
    r"牵头|负责|配合|协助|参与|抓|主管|分管|责任|承办|业主|包[联保抓]|挂[钩点联]|联系|(?<=[还也又都上里中在一共])管(?=了?(?:哪|什么|几|多少|着))"
)
UNITS_LISTED = re.compile(
    r"(?:单位|部门)(?:都|各|分别)?(?:有|是)?哪|哪(?:些|几)?个?(?:牵头|责任|主办)?(?:的)?(?:单位|部门)"
)
STATUS = re.compile(
    r"(?:标为|标注为|标着|写的是|写着|状态(?:是|为)|显示(?:为)?|评价(?:为|是)?)\s*([“\"]?[^”\",，。?？的]{2,8}[”\"]?)"
)
OTHER_STATUS = re.compile(
    r"哪(?:些|几)[^,，。?？]{0,12}(?:不是|不为|(?:没有?|未|不)(?:写|标|标注|注明|显示|列)(?:为|着|成|明)?)[“\"'‘]"
)
ROW = re.compile(
    r"第\s*([0-9]{1,4}|[零一二三四五六七八九十百两]{1,6})\s*(?:项|条|号|行|件|个(?=民生|实事|项目|任务|事项|(?:是|叫)(?:什么|啥|哪)(?:民生|实事|项目|任务|事项)?)|(?<=\d\d)的?(?:任务|项目|事项))"
    r"(?!.{0,2}(?:工程|行动))"
)
# "149号任务", "进展表的101项:": the table and what is asked of it tell that no rows are counted.
ROW_OF_TABLE = re.compile(
    r"(?<![\d.第月])([0-9]{1,3})号(?:重点|工作)?(?:任务|事项|项目|实事|指标)"
    r"|(?:(?:表|清单|台账)(?:里面?|中|上)?|^)的?[,，]?\s?([0-9]{1,3})[项号](?:任务|事项|项目|实事)?"
    r"(?=[:：]|[,，]?(?:是(?:什么|啥|哪|讲|说|关于|干)|[由归](?:谁|哪)|谁|讲|说|写|干|叫|指|的?(?:内容|牵头|责任|进展)))"
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
)
RANKED_BY = re.compile(r"按|最|从[高大多低小少]|投资额?排|金额|增[速幅]|排名|名次")
LAST_ROW = re.compile(r"最后(?:一|1)(?:项|条|行|件|个(?:项目|任务|工程|事项|指标))")
NUMBER_ASKED = re.compile(r"第几(?:项|个|条|号|件)|(?:序号|编号)(?:是|为)?(?:多少|几|什么)")
