"""How people speak of money: what it is spent on, and how a balance has moved since January."""

from __future__ import annotations

import re
from functools import partial

from assistant.lexicon.indicators import load_indicators
from assistant.question.names import Names

_SPENT_ON = re.compile(
    r"([一-鿿]{2,10}?)(?:上|方面|领域)?的(?:一般)?(?:财政|公共预算|预算)(?:支出|投入|开支)"
)
_LONGEST_FIELD = 6
_MONEY_FOR = re.compile(
    r"(?:在([一-鿿]{2,6}?)上?花的钱|[花投用][在到]([一-鿿]{2,6}?)(?:上面?|方面|领域)?的钱|([一-鿿]{2,6}?)(?:上|方面)?花的钱)"
)
# "民生上甲区2024年一共花了多少亿": a field, and what was spent on it.
_SPENT_IN = re.compile(
    r"(?:(?:[区县市]?财政)?在|(?:(?<![一-鿿])|(?<=[区县市旗年])))(?P<field>(?:(?!在)[一-鿿]){2,6}?)(?:上面?|方面|领域)(?P<whose>[^,，。;；?？]{0,12}?)(?:一共|总共|累计|共|实际)*"
    r"[花用](?:了|掉|出去?)*(?:钱)?(?=(?:多少|几)[十百千万]?(?:亿|万|钱|元|块)|多少(?:[?？,，。]|$))"
)
# "财政在教育、科技上各花了多少": several fields, and what was spent on each.
_SPENT_IN_EACH = re.compile(
    r"(?:[区县市]?财政)?[在往](?P<fields>[一-鿿]{2,8}(?:(?:[、和与及跟]|以及)[一-鿿]{2,8}?)+)(?:这?[两三四五几](?:块|个?方面|个?领域))?"
    r"(?:上面?|方面|领域|里)?(?:一共|总共)?(?P<each>各自?|分别)(?:一共|总共|实际)*(?:花|用|投入?|支出)(?:了|掉|出去?)*(?:钱)?"
    r"(?=多少|几[十百千万]*[亿万元])"
)
_AND = re.compile(r"、|以及|[和与及跟]")
# "比年初多了多少": a balance is told with what it rose or fell by since; a sum, "比上年多多少".
_SINCE_JANUARY = re.compile(
    r"(?<=[比较])((?:(?:上年|去年)年?[底末]|年初)(?:的时候|那会儿?|时)?)(?:(?:多|高|涨|升)|([少低降跌减]))[了出](?=多少|几(?!倍|成))"
    r"|(?<=[,，?？][比较])((?:上|去|前一|上一)年)(?:多|([少减]))[了出]?(?=多少(?:亿|万|元|钱|[?？,，。]|$))"
)
# "财政花了多少钱": what the treasury spends is its 支出, unless a field stands before it.
_TREASURY_SPENT = re.compile(
    r"(?<![上面域])财政(?:一年|全年|一共|总共|累计)*[花用](?:了|掉|出去?)*(?=(?:一共|总共)?(?:多少|几))"
)

# "一般公共预算进账多少", "政府性基金花了多少": what comes into a budget is its 收入.
_BUDGET_MOVED = re.compile(
    r"(?P<of>(?:一般公共预算|公共预算|政府性基金|国有资本经营预算|社保基金)(?:(?:19|20)\d\d年)?)"
    r"(?:一年|全年|一共|总共|累计|共)*(?:(?P<got>进账|入账|进项|入库|收(?:上来|入库)?)|花(?:出去|掉)?|开销|开支|用掉)了?"
    r"(?=(?:一共|总共)?(?:多少|几))"
)
# 政府性基金预算收入总量 is the 收入总量 of that fund.
_FUND = re.compile(r"(政府性基金|社会保险基金)预算(?=(?:收入|支出)总)")
# "征了多少税", "收上来几个亿的税"
_TAXED = re.compile(
    r"(?:征收?|收缴?|入库|收上来)了?(?P<many>(?:多少|几[十百千]?)(?:亿|万)?元?)的?税(?:款|收)?(?=[?？,，。]|$)"
    # "2024年的税入库多少"
    r"|(?<=的)税(?:款|收)?(?:一共|总共)?(?:入库|收缴?)了?(?=多少|几)"
)
# "增值税入库多少", "征了多少增值税": a tax by its name is what came in of it.
_TAX = (
    r"(?:(?:土地)?增值|(?:企业|个人)所得|契|房产|印花|城市维护建设|(?:国内)?消费|资源|车船"
    r"|耕地占用|城镇土地使用)税"
)
_TAX_GOT = re.compile(
    rf"(?:(?:征收?|入库|收缴?)了?(?P<many>(?:多少|几[十百千]?)(?:亿|万)?元?)?的?)?"
    rf"(?P<tax>{_TAX})(?:(?:税款|税收|收入|款)?(?:入库|完成|征收|收缴?)?了?(?:额|收入)?)(?!占|比|留|退|发票|改革)"
)
# "研发花了多少钱", "教育投入了几亿": a field by itself, and what was spent on it.
_FIELD_SPENT = re.compile(
    r"(?P<before>[一-鿿]{2,10}?)(?:上面?)?(?:一共|总共|累计|共)*(?:花|砸|投)(?:了|入了?|进去?了?|出去了?|下去了?|掉了?)"
    r"(?=(?:多少|几[十百千]?)(?:亿|钱|万?元))"
)

# "民生实事到9月底总共投了多少钱": what works took so far is their 完成投资.
_SPENT_ON_WORKS = re.compile(
    r"(?<=实事)(?P<till>(?:项目)?[^,，。;；?？]{0,10}?)(?:一共|总共|累计|共|已经?|实际)*"
    r"(?:花|[投砸](?:入|资)?)(?:了|进去了?|出去了?|下去了?|掉了?)(?=(?:多少|几[十百千]?)(?:亿|钱|万?元|[?？,，。]|$))"
)

# "安排了多少资金,到9月底花出去多少": what is gone of money that was spoken of is its 支出.
_MONEY_GONE = re.compile(
    r"(?<=[资专拨支][金款出])(?P<till>[^。;；?？]{0,20}?)(?:一共|总共|累计|共|已经?|实际)*"
    r"(?:花|用(?=[出掉去]))(?:出去?|掉|去)?了?(?:的(?:是|有))?(?=(?:多少|几[十百千万]*[亿万元]))"
)

# "给企业减税降费多少": taxes are cut for those who pay them, and the one is told without the other.
_RELIEVED = re.compile(
    r"(?:给|为|替|帮|对)(?:广大|各类|辖区|[全本]?[区县市]内?|中?小微?)*(?:企业|市场主体|经营主体|纳税人|个体工商户)们?"
    r"(?:一?共|总共|累计)?(?=(?:新增|减免?)?(?:减税|降费|退税|留抵退税|税费))"
)
# What is put in within a time, "2024年投多少钱", is no whole cost.
_COST = re.compile(
    r"(?:(?<![年月度])(?<!计划)(?<!完成)(?<!实际)(?<![总共计要得])(?:一共|总共|总计)?(?:要|需要?|得|计划)?投(?:资|进去|入)?(?=多少钱)"
    # What has to be spent in all, where nothing is said of a time.
    r"|(?<![年月度])(?:一共|总共|总计|全部|合计|整个|全)(?:要|需|得|预计|预算|打算)+(?:花|砸|投)"
    r"(?:费|掉|进去?|出去|下去|资|入)?(?=(?:多少|几[十百千]?)(?:钱|资金|[亿万元?？,，。]|$)))"
)
# "截至10月底已经投进去多少钱", "今年一共投多少钱": what was spent by a day, or is within a year.
_SPENT_SO_FAR = re.compile(
    r"已|截[至止]|至今|目前|实际|\d{4}年度?(?:计划|安排|准备|打算|拟)|\d{4}年(?:的)?[^,，。?？的]{2,8}$"
    r"|(?:[当今本去]|(?:19|20)\d\d)年(?:度|里|内|以来)?(?:计划|安排|准备|打算|预计|一共|总共|总计|共|要|得|就)*$"
)

# "因为电信诈骗被骗走的钱": what fraud took is its 损失金额, and no number of cases.
_SWINDLED = re.compile(
    r"(?:(?:老百姓|百姓|群众|居民|市民|大家)?(?:因为?|被|由于|遭遇?))?"
    r"(?P<by>(?:电信网络|电信|网络)诈骗|电诈|(?<!被)骗子)(?:案件?)?"
    r"[里中]?(?:(?:让|给|使)(?:老百姓|百姓|群众|居民|市民|大家)?|导致|造成)?(?:的|而)?"
    r"被?(?:骗|损失)(?:走|去|掉|了)*的?(?:钱款?|金额|资金|财产|款项)"
)
_BY_SWINDLERS = {"骗子": "电信网络诈骗"}

# "区级财政拿多少", "上级给了多少": what somebody provides of a sum.
_PROVIDED = re.compile(
    r"(?<=财政|中央|[省市区县]级|上级|本级|企业|社会)(?:拿|掏|出)(?:出来|出|了)*(?=多少|几[十百千万]*[亿万元])"
)


def since_january(text: str) -> str:
    """Say what a balance rose or fell by as documents do.

    >>> since_january("甲区8月底存款余额比年初多了多少?")
    '甲区8月底存款余额比年初增加了多少?'
    >>> since_january("甲区2023年教育打算投多少钱,比上年多多少?")
    '甲区2023年教育打算投多少钱,比上年增加多少?'
    """
    return _SINCE_JANUARY.sub(
        lambda m: f"{m[1] or m[3]}{'减少' if m[2] or m[4] else '增加'}{'了' if m[1] else ''}", text
    )


def costing(text: str) -> str:
    """Name the whole cost of a thing, but not what was spent of it by some day.

    >>> costing("甲项目投多少钱?"), costing("甲项目截至10月底已经投进去多少钱?")
    ('甲项目总投资多少钱?', '甲项目截至10月底已经投进去多少钱?')
    >>> costing("甲项目总共要花多少钱?"), costing("甲项目今年总共要花多少钱?")
    ('甲项目总投资多少钱?', '甲项目今年总共要花多少钱?')
    >>> costing("甲项目2024年打算投多少钱?"), costing("甲项目总投资多少钱?")
    ('甲项目2024年打算投多少钱?', '甲项目总投资多少钱?')
    """

    def whole(cost: re.Match[str]) -> str:
        so_far = _SPENT_SO_FAR.search(text, 0, cost.start())
        return cost.group() if so_far else "总投资"

    return _COST.sub(whole, text)


def paid(text: str, names: Names | None = None) -> str:
    """Name money spent by its own name: 研发花的钱 is 研发经费支出.

    What a document of ``names`` itself calls 投入 stays one.

    >>> paid("教育上甲区2024年一共花了多少亿?"), paid("甲区花在教育上的钱有多少亿?")
    ('甲区2024年教育支出多少亿?', '甲区教育支出有多少亿?')
    >>> paid("甲区2024年在教育上花了多少钱?")
    '甲区2024年教育支出多少钱?'
    >>> paid("甲区2024年财政在教育、科技上各花了多少?")
    '甲区2024年教育支出、科技支出各多少?'
    >>> paid("甲区2024年一般公共预算进账多少?"), paid("甲区2024年研发花了多少钱?")
    ('甲区2024年一般公共预算收入多少?', '甲区2024年研发经费支出多少钱?')
    >>> paid("甲区2024年征了几亿增值税?"), paid("甲区2024年契税入库多少?")
    ('甲区2024年增值税几亿?', '甲区2024年契税多少?')
    >>> paid("甲区2024年群众因为电信诈骗被骗走的钱少了多少?")
    '甲区2024年电信诈骗损失金额少了多少?'
    >>> paid("甲区2024年征了几亿的税?"), paid("甲区2024年招标花了多少钱?")
    ('甲区2024年税收收入几亿?', '甲区2024年招标花了多少钱?')
    >>> paid("甲区2024年十件实事到9月底总共投了多少钱?")
    '甲区2024年十件实事到9月底完成投资多少钱?'
    >>> paid("甲区实事安排了多少财政资金,到9月底花出去多少?")
    '甲区实事安排了多少财政资金,到9月底支出多少?'
    >>> paid("甲区2024年实事资金,区级财政拿多少?")
    '甲区2024年实事资金,区级财政安排多少?'
    >>> paid("甲区2024年为各类市场主体减税降费多少?")
    '甲区2024年减税降费多少?'
    """
    text = _PROVIDED.sub("安排", _RELIEVED.sub("", text))
    text = _SWINDLED.sub(lambda m: f"{_BY_SWINDLERS.get(m['by'], m['by'])}损失金额", text)
    text = _FUND.sub(r"\1", text)
    text = _BUDGET_MOVED.sub(lambda m: f"{m['of']}{'收入' if m['got'] else '支出'}", text)
    text = _TAX_GOT.sub(lambda m: f"{m['tax']}{m['many'] or ''}", text)
    text = _TAXED.sub(lambda m: f"税收收入{m['many'] or ''}", text)
    text = _SPENT_IN_EACH.sub(_spent_in_each, text)
    text = _SPENT_IN.sub(_spent_in, _TREASURY_SPENT.sub("财政支出", text))
    text = _SPENT_ON_WORKS.sub(lambda m: f"{m['till']}完成投资", text)
    text = _FIELD_SPENT.sub(partial(_field_spent, names=names), text)
    text = _MONEY_GONE.sub(r"\g<till>支出", text)
    match = _MONEY_FOR.search(text)
    name = _spending_on(match[1] or match[2] or match[3]) if match else ""
    return text.replace(match.group(), name, 1) if match and name else text


def _spending_on(field: str) -> str:
    named = (field + end for end in ("经费支出", "支出", "投入"))
    return next((n for n in named if load_indicators().canonical(n)), "")


def _spent_in(asked: re.Match[str]) -> str:
    name = _spending_on(asked["field"])
    return f"{asked['whose']}{name}" if name else asked.group()


def _spent_in_each(asked: re.Match[str]) -> str:
    names = [_spending_on(field) for field in _AND.split(asked["fields"])]
    return f"{'、'.join(names)}{asked['each']}" if all(names) else asked.group()


def _field_spent(asked: re.Match[str], names: Names | None) -> str:
    """The longest field before a verb of spending whose spending has a name."""
    before = asked["before"]
    put_in = names if "投" in asked.group().removeprefix(before) else None
    for at in range(len(before) - 1):
        own = (f"{before[at:]}{end}" for end in ("投入", "事业投入"))
        if put_in and (name := next(filter(put_in.knows, own), "")):
            return f"{before[:at].rstrip('往给向对在')}{name}"
        if name := _spending_on(before[at:]):
            return f"{before[:at]}{name}"
    return asked.group()


def spent_on(text: str, names: Names) -> str:
    """Name the spending on a field by its own name, where the lexicon or a document has one."""
    for match in reversed(list(_SPENT_ON.finditer(text))):
        before = match.group(1)
        fields = (before[-n:] for n in range(min(_LONGEST_FIELD, len(before)), 1, -1))
        known = (f for f in fields if names.knows(f"{f}支出"))
        field = next(known, "")
        if field:
            start = match.end(1) - len(field)
            text = f"{text[:start]}{field}支出{text[match.end() :]}"
    return text
