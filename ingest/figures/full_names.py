"""Names made whole by what the row, their list or the clauses before have told."""

from __future__ import annotations

import re

from assistant.language.quantities import Quantity
from assistant.language.tokenizer import segments
from assistant.language.units import unit_family
from assistant.lexicon.indicators import IndicatorLexicon
from ingest.figures.canonical_names import plain_name
from ingest.figures.carry import Scope, State
from ingest.figures.leads import Lead
from ingest.figures.name_lists import split_shared
from ingest.figures.name_places import AMOUNTS, COUNTED
from ingest.figures.per_head import name_per_head
from ingest.figures.phrases import creation_verb, is_generic, is_partial, is_short_for, noun_of
from ingest.figures.vocabulary import GENERIC, STATE_TAIL
from ingest.figures.wholes import ONE_OF_THREE_SECTORS

_NEWLY = re.compile(r"新增|新建|净增")
_LISTS_ON = re.compile(r"新|净增|创建|建成|开工|竣工|招引|引进|落地|入选|认定")
_BARE_RATE = re.compile(
    r"(?:入住|出租|使用|合格|达标|满意|知晓|好评|上座|签约|履约|投产|开工|完工)率"
)
# "办结率99%,满意率96%": the second is no rate of the first.
_RATED = re.compile(r"(?:按[期时]|及时)?(?:办结|受理|满意|合格|签约|入住|知晓)率$")
_MEMBERS = re.compile("人员|[成队会]员")
_GROUP = re.compile("([一-鿿]{2,})(?:队伍|组织|团队|协会|小组)")
_INTENSITY = re.compile(r"(?:投入|支出)?强度")
_SPENDING = re.compile(r"(?:经费)?(?:投入|支出)$")
_FOR_WHOM = re.compile(r"(?:累计|共)?(?:为|向|给|帮助)(.+)")
# What companies report of themselves; alone it names none of them.
_COMPANIES_OWN = re.compile(
    r"年?(?:(?:营业|主营业务|销售)收入|营收|利润(?:总额)?|利税(?:总额)?|(?:工业)?(?:总?产值|增加值)|亏损(?:面|额|企业)|资产总[额计])"
)
_TRADE_NAME = re.compile(r"[一-龥]{2,8}(?:工业|制造业|建筑业|产业|农业|服务业)")
# What is told of a trade, and a trade named alone beside it.
_OF_TRADE = re.compile(
    r".*业(?P<measure>增加值|总?产值|投资|营业额|销售额|(?:主营业务|营业|销售)收入|营收|零售额|利润总额|用电量)"
)
_TRADE = re.compile(r"[一-龥、（）()]{0,20}[一-龥](?<![就失创企职作毕营开专行])业")
_ADDED = re.compile(r".*业(?:增加值|营业额|销售额|零售额)")
_INVESTED = re.compile(r"(?:全社会)?固定资产(?P<measure>投资)(?:[(（]不含农户[)）])?")
# "既有住宅加装电梯68部": what was done to these things, and no member of a list of new ones.
_OWN_VERB = re.compile(r"[一-鿿]{2,}(?:加装|改造|更换|安装|更新|拆除|修缮|整治|清理)[一-鿿]{2,}")
_NOT_LISTED = re.compile(
    r"^(?:(?:平均)?每[\d千百万名户人]|人均|PM|空气|优良|地均|亩均)|(?:总数|总量|总产|产量)$"
)
# "计划新开工项目157项;预备项目188项": at another stage, and none of those newly begun.
_AT_STAGE = re.compile(r"(?:预备|储备|前期|在建|续建|续投|收尾|投产|竣工|建成|谋划)(?:类)?项目")
_OWN_LEVEL = re.compile(r"[省市区县州旗]?本级")
_SUM = re.compile(
    r"(?:[期年]末|共|达|实有|在[册库]|有|[，,、\s])*(?:累计|总数|总量)(?:达到?|为|有|突破|超过?|[约近至到\s])*"
)
_YIELD = re.compile(r"(?:总|单|亩均?)?产量?|产值|[出存]栏量?|亩均单产")
_PRODUCT = re.compile(
    r"(?:[“\"][^”\"]{1,8}[”\"])?([\u4e00-\u9fff]{2,8}?)"
    r"(?:(?:作物)?(?:播种|种植|收获|栽培|养殖)?面积|(?:总|单|亩均?)?产量?|[出存]栏量?|产业总?产值)$"
)
# "发放补贴365万元,户均2500元": what each of them got, of what was told in money before.
_FOR_EACH = re.compile(r"[人户亩企]均(?:每[年月日])?|平均每[一-鿿]{1,6}|每[人户亩家][年月]?")
_OWNER = re.compile(r"[\u4e00-\u9fff]{2,8}(?:企业|公司|单位|集团|农场|合作社)")
_AMOUNT_OF = re.compile(r"[量值额]$|投资$|收入$|面积$|利润$")
_PUPILS = re.compile(
    r"招生(?:数|人数)?|(?:在校|毕业)(?:学?生)(?:数|人数)?|在园幼儿|专任教师|教职工"
)
_SCHOOL = re.compile(
    r"(?:普通|中等|高等|职业|技工|特殊|教育|[公民]办)*(?:高中|初中|中学|小学|幼儿园|中职|高校|(?<=[等业殊])(?:学校|院校))"
)
_BOUND = re.compile(
    r"(?:(?:签约|引进|落地|新增)?\d+(?:\.\d+)?|百|千)?(?:万|亿|百亿|千万)?(?:美?元)?(?:级|及?以上)(?:的)?"
)
# "打通断头路任务3条:已完工3条": what was set as a task is counted, as is what came of it.
_TASK = re.compile(r"(?<=[\u4e00-\u9fff]{4})(?<!目标)(?:考核)?(?:任务|(?<=考核)指标)$")
_SORTED = re.compile(r"(?:以上|级)(?:的)?([\u4e00-\u9fff]{2,8})$")
_LEVEL = re.compile(r"(?:国家|省|市|区|县)级(?:及?以上)?|(?:规模以|规|限额以|限)上")
_ACCIDENTS = re.compile(r"(.{2,}事故)(?:起数|数|次数)")
# Who came to harm, behind how many accidents there were: "发生火灾事故9起,死亡3人".
_HARMED = re.compile(r"(?:造成|共|致)*(?P<how>死亡|受伤|伤亡|亡)(?:人[数员])?")
_ACCIDENT_TOLD = re.compile(
    r"(?:共|累计|全年|[全本]区|发生|各类)*(?P<what>火灾|[一-鿿]{2,}?事故)(?:起数|[数次]+|[死受伤亡]{1,2}人数)?"
)
_CASES = re.compile(r"(?P<what>[一-鿿]{2,}?案件)(?:发案|立案)?(?:起|件|宗)?数?")
_LOST = re.compile(r"(?:造成|直接|经济|财产)*损失(?:金额|数额|额)?")
_CASUALTIES = ("死亡人数", "受伤人数", "伤亡人数", "亡人数")
# "甲馆总投资4亿元,完成投资2亿元": the second is of 甲馆, and no part of a name before it.
_COST = re.compile(
    r"(?<=[一-鿿]{2})(?:(?:总|计划|概算|预算)+投资(?:总?额)?|投资总额|总?概算|总造价)$"
)
_BEGUN = re.compile(r"(?<=项目)(?:已|均|共|全部)*开(?:复|竣)?工$")  # so it is of all works
# "养老机构38个,床位4950张": the beds are theirs.
_BEDS = re.compile(r"(?:总|实有|开放)?床位(?:总?数)?")
_HOUSE_OF_BEDS = re.compile(
    r"(?:公办|民办)?(?:养老(?:服务)?机构|养老院|敬老院|福利院)|(?<![一-鿿])(?:医疗卫生机构|卫生机构|医院)"
)
# "12345热线受理诉求2万件,办结率99%": how the hotline did.
_HOTLINE = re.compile(
    r"(?P<line>(?:12345|12319|市民|政务)[一-鿿]*?热线)(?:受理|办理|接[收听到]|收到)"
)
_HANDLED = re.compile(r"(?:按[期时]|及时)?(?:办结|受理|响应|回访|满意)率|(?:群众)?满意度")
# "确定事项96项,完成90项,正在办理6项,完成率93.8%": how far the things just counted are.
_STATE = re.compile(
    r"(?:(?:正在?|仍在|继续)(?:办理|推进|实施|整改|建设)|[尚还仍暂]?(?:未(?:完成|办结|启动|开工)"
    r"|在办|在建|待办)|已?(?:办结|销号)|[尚还仍]?未)(?:中|之中)?的?"
)
# "召开常务会议9次,确定事项96项": what came of these meetings.
_MEETING = re.compile(r"(?:共|累计|全年)*(?:召开|举行)([\u4e00-\u9fff]{2,14}会议?)")
_SETTLED_BY = re.compile(
    r"(?:确定|议定|研究|审议|讨论|决定|部署|通过)[\u4e00-\u9fff]{0,4}(?:事项|议题|议案|任务)"
)
# "甲镇2户10人,救助资金25380元": what was counted of a place, and what it got or gave.
_PLACE = re.compile(r"[\u4e00-\u9fff]{1,6}(?:街道|[镇乡村]|社区|苏木)")
_OF_PLACE = re.compile(r"(?:[\u4e00-\u9fff]{2}){0,2}(?:资金|金额|投资|面积|款|金|费)")
_METRIC = re.compile(r"(?:收入|增加值|投资|产值|率|[量额数])$")


class Completer:
    """Adds to names what they leave out, in one text."""

    def __init__(self, scope: Scope, lexicon: IndicatorLexicon) -> None:
        self._scope = scope
        self._lexicon = lexicon

    def complete_list(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """城镇 of "城镇、农村居民人均可支配收入" gets the rest of the name that it shares."""
        last = names[-1]
        accident = _ACCIDENTS.fullmatch(names[0])
        if accident and last in _CASUALTIES:
            # "生产安全事故起数、死亡人数分别下降12.5%和16.7%": who died in these accidents.
            last = accident.group(1) + last
        full = []
        for name in names[:-1]:
            part = name if name in last else _METRIC.sub("", name)
            whole = part + last[len(part) :]
            full.append(whole if len(part) <= 4 and self._lexicon.canonical(whole) else name)
        return (*full, last)

    def totals(self, name: str, count: int, lead: Lead, state: State) -> tuple[str, ...]:
        """The names of "总数分别达到148家和46家": of as many things as were told before them."""
        told = state.told[-count:]
        if not (lead.shared and _SUM.fullmatch(name) and 1 < count == len(told)):
            return ()
        return tuple(re.sub(r"新增|净增|新认定", "", noun_of(whole)) for whole in told)

    def all_terms(self, name: str) -> bool:
        """Whether every part of "A、B" is a known indicator."""
        parts = split_shared(name, told=True)
        return len(parts) > 1 and all(self._lexicon.canonical(part) for part in parts)

    def full_name(self, name: str, figure: Quantity, lead: Lead, state: State, owner: str) -> str:
        """Add what a name leaves out: the verb of its list, its owner, the row's subject.

        ``owner`` is what earlier sentences of a progress cell were of.
        """
        name, scope = _TASK.sub("", name), self._scope
        counted = unit_family(figure.unit) not in AMOUNTS
        if _BOUND.fullmatch(name) and state.names and (sorted_ := _SORTED.search(state.names[-1])):
            # "签约亿元以上项目58个,其中10亿元以上11个"
            return name + sorted_.group(1)
        name = self._without_whom(name, state)
        repeated = (
            self._repeated(name, counted, lead, state)
            or _of_trade(name, figure, lead, state)
            or self._of_companies(name, state)
            or _of_accident(name, figure, lead, state)
            or _of_cases(name, state)
            or _of_state(name, figure, state)
            or name_per_head(name, figure, state, self._lexicon)
        )
        if repeated or lead.growth:
            return repeated or name
        owner = state.owner or ("" if state.topic else owner or scope.subject)
        if is_partial(name) and owner:
            whole = name == "总数" and scope.subject.endswith(name)
            owner = _COST.sub("", owner) if name.endswith(("投资", "投资额")) else owner
            owner = _BEGUN.sub("", owner) if name in ("投资", "投资额") else owner
            return scope.subject if whole else owner + name
        if _BARE_RATE.fullmatch(name) and state.names and not self._lexicon.canonical(name):
            # "人才公寓交付1520套、入住率87%"
            # 签约率 behind 家庭医生签约服务 is the 家庭医生签约率.
            owner = _RATED.sub("", noun_of(state.names[-1]))
            return owner.partition(name[:-1])[0] + name
        if _INTENSITY.fullmatch(name) and state.names:
            return self._intensity(state.names[-1]) or name
        full = (
            _of_each(name, figure, state)
            or _of_owner(name, figure, state)
            or _of_product(name, state)
            or _of_group(name, state)
            or _of_school(name, state)
            or _of_beds(name, state)
            or _of_hotline(name, state)
            or _of_level(name, figure, state, scope.subject)
            or _of_place(name, state)
            or _of_meetings(name, state)
        )
        if full:
            return full
        specified = self._specified(name, state) if not counted else ""
        if specified:
            return specified
        return state.verb + name if counted and _goes_on_with_verb(name, lead, state) else name

    def _repeated(self, name: str, counted: bool, lead: Lead, state: State) -> str:
        """The whole name of what a part of it repeats: of the row's subject, or from before."""
        scope = self._scope
        core = GENERIC.sub("", name)
        known = self._lexicon.canonical(name) is not None
        in_progress = scope.place == "progress" and not known
        if in_progress and len(core) > 1 and scope.subject.endswith(core):
            # "发案数下降13.8%" under "电信诈骗发案数下降10%"
            return scope.subject
        if lead.growth:
            return ""
        if scope.place == "progress" and counted and _repeats_tail(name, scope.subject):
            return scope.subject
        if not counted and (not state.names or state.names == (scope.subject,)):
            if in_progress and is_generic(name, scope.subject):
                return scope.subject
            if not known and is_generic(name, state.term):
                return state.term
        if _SUM.fullmatch(name) and state.names:
            # "甲园新增高新技术企业182家、总数达到1210家": the stock is of the same firms.
            return re.sub(r"新增|净增|新认定", "", noun_of(state.names[-1]))
        return state.topic + name if name == "缺口" else ""

    def _without_whom(self, name: str, state: State) -> str:
        """What was done, of "为310名农民工追回工资80万元": for whom was counted before."""
        for_whom = _FOR_WHOM.fullmatch(state.names[-1]) if state.names else None
        if for_whom is None or for_whom[1] != name:
            return name
        words = segments(name)
        rests = ("".join(words[at:]) for at in range(1, len(words)))
        known = (r for r in rests if self._lexicon.canonical(r) or creation_verb(r))
        return next(known, name)

    def _intensity(self, before: str) -> str:
        """强度 behind R&D经费支出 is the 研发投入强度."""
        spent = self._lexicon.canonical(before) or ""
        whole = _SPENDING.sub("投入强度", spent)
        return whole if whole != spent and self._lexicon.canonical(whole) else ""

    def _of_companies(self, name: str, state: State) -> str:
        """利润总额 behind 规上工业企业营业收入 is what the same companies earned."""
        if not _COMPANIES_OWN.fullmatch(name):
            return ""
        if state.names and _TRADE_NAME.fullmatch(state.names[-1]):
            return state.names[-1] + name  # "地方工业逆势增长,完成产值256亿元"
        last = (*state.names[-1:], state.topic, state.term)
        whole = (text[:end] + name for text in last for end in range(len(text), 1, -1))
        return next((one for one in whole if self._lexicon.canonical(plain_name(one))), "")

    def _specified(self, name: str, state: State) -> str:
        """城镇 after 居民人均可支配收入 is the income of that part of the people."""
        if not state.names or len(name) > 4 or self._lexicon.canonical(name):
            return ""
        whole = state.names[-1]
        parts = (name + whole[cut:] for cut in range(min(len(whole) - 2, 6)))
        return next((part for part in parts if self._lexicon.canonical(part)), "")


def _of_trade(name: str, figure: Quantity, lead: Lead, state: State) -> str:
    """医药制造业增加值 for the second of "汽车制造业增加值增长8.9%,医药制造业下降2.1%".

    What is told of one trade is told of those beside it: 第二产业投资 behind 第一产业投资, and
    "住宿业增加值5亿元,增长0.5%;金融业36亿元" tells no more than the value that each adds.
    """
    if not (state.names and _TRADE.fullmatch(name)):
        return ""
    amount = unit_family(figure.unit) == "元" and not creation_verb(name)
    if not (lead.growth or (amount and _ADDED.fullmatch(state.names[-1]))):
        return ""
    told = _OF_TRADE.fullmatch(state.names[-1])
    whole = told or (
        _INVESTED.fullmatch(state.names[-1]) if ONE_OF_THREE_SECTORS.fullmatch(name) else None
    )
    return f"{name}{whole['measure']}" if whole else ""


def _of_cases(name: str, state: State) -> str:
    """What was lost by the crimes just counted: "诈骗案件发案数下降21.9%、损失金额下降9.4%"."""
    case = _CASES.fullmatch(state.names[-1]) if state.names and _LOST.fullmatch(name) else None
    return f"{case['what']}损失" if case else ""


def _of_accident(name: str, figure: Quantity, lead: Lead, state: State) -> str:
    """死亡 behind 生产安全事故 are those who died in these accidents, and none of all who died."""
    harmed = _HARMED.fullmatch(name)
    told = _ACCIDENT_TOLD.fullmatch(state.names[-1]) if harmed and state.names else None
    people = lead.growth or unit_family(figure.unit) == "人"
    return f"{told['what']}{harmed['how']}人数" if harmed and told and people else ""


def _of_each(name: str, figure: Quantity, state: State) -> str:
    """临时救助资金人均 for the 人均 behind "发放临时救助资金365万元,救助1460人次"."""
    if not _FOR_EACH.fullmatch(name):
        return ""
    family = unit_family(figure.unit)
    told = [name for unit, name in state.counted.items() if unit_family(unit) == family]
    sums = [whole for whole in told if not _FOR_EACH.search(whole)]
    return f"{noun_of(sums[-1])}{name}" if sums else ""


def _of_owner(name: str, figure: Quantity, state: State) -> str:
    """县属企业原煤产量 for the 县属企业 of "原煤产量1657万吨,其中,县属企业完成1094万吨"."""
    whole = state.counted.get(figure.unit, "")
    counted = unit_family(figure.unit) in COUNTED
    own = _OWNER.fullmatch(name) and _AMOUNT_OF.search(whole) and not counted
    return f"{name}{whole}" if own and name not in whole else ""


def _repeats_tail(name: str, subject: str) -> bool:
    """Whether a result names the end of its plan alone: 新增泊位 under 新增公共停车泊位."""
    verb, noun = creation_verb(name), noun_of(name)
    if not verb or not subject.startswith(verb) or not is_short_for(noun, noun_of(subject)):
        return False
    return not subject.removesuffix(noun)[-1:].isdigit()


def _of_group(name: str, state: State) -> str:
    """义警人员 for the 人员 behind 义警队伍."""
    if not _MEMBERS.fullmatch(name) or not state.names:
        return ""
    group = _GROUP.fullmatch(noun_of(state.names[-1]))
    return f"{group[1]}{name}" if group else ""


def _of_product(name: str, state: State) -> str:
    """粮食产量 for the 产量 behind 粮食播种面积, 生猪出栏 behind 生猪存栏."""
    if not _YIELD.fullmatch(name) or not state.names:
        return ""
    if state.names == (state.owner,) and state.topic.startswith(state.owner):
        return state.owner + name  # "油茶受干旱影响,产量下降到300吨"
    product = _PRODUCT.match(noun_of(state.names[-1]))
    return product.group(1) + name if product else ""


def _of_school(name: str, state: State) -> str:
    """普通高中在校生 for the 在校生 behind 普通高中招生, 小学在校生 behind 小学."""
    if not _PUPILS.fullmatch(name) or not state.names:
        return ""
    # 各级各类学校（不含幼儿园）在校学生 are not those of 幼儿园.
    school = _SCHOOL.search(re.sub(r"[(（][^()（）]*[)）]", "", state.names[-1]))
    return school.group() + name if school else ""


def _of_beds(name: str, state: State) -> str:
    """养老机构床位 for the 床位 behind 各类养老机构."""
    if not _BEDS.fullmatch(name) or not state.names:
        return ""
    house = _HOUSE_OF_BEDS.search(re.sub("^各类", "", state.names[-1]))
    return f"{house.group()}床位" if house and state.names[-1].endswith(house.group()) else ""


def _of_hotline(name: str, state: State) -> str:
    """12345热线办结率 for the 办结率 behind 12345热线受理群众诉求."""
    if not _HANDLED.fullmatch(name) or not state.names:
        return ""
    line = _HOTLINE.match(state.names[-1])
    return f"{line['line']}{name}" if line else ""


def _of_level(name: str, figure: Quantity, state: State, subject: str) -> str:
    """省级项目 for the 省级 behind 项目; so 区本级 of an amount, 规模以上企业 of 软件企业."""
    whole = state.counted.get(figure.unit, "")
    name = name.removesuffix("企业") if whole.endswith("企业") else name
    if _OWN_LEVEL.fullmatch(name):
        return name + whole if whole else ""
    if not _LEVEL.fullmatch(name):
        return ""
    if not state.names:
        # "省级6项,总投资140亿元", a line of its own below all projects
        bare = figure.unit in ("项", "个", "宗") and not (state.topic or subject)
        return f"{name}项目" if bare else ""
    before = _LEVEL.search(state.names[-1])
    return name + (state.names[-1][before.end() :] if before else whole)


def is_state(name: str) -> bool:
    """Whether a name only tells how far things are: 正在办理."""
    return _STATE.fullmatch(name) is not None


def _of_state(name: str, figure: Quantity, state: State) -> str:
    """正在办理的确定事项 for the second of "确定事项96项,正在办理6项"."""
    if not (is_state(name) and state.owner and figure.unit in state.counted):
        return ""
    state_told = "未完成" if name in ("未", "尚未", "还未", "仍未") else name.removesuffix("的")
    return f"{state_told}的{noun_of(state.owner)}"


def _of_meetings(name: str, state: State) -> str:
    """常务会议确定事项 for what was settled in the meetings just counted."""
    meetings = _MEETING.fullmatch(state.names[-1]) if state.names else None
    return f"{meetings[1]}{name}" if meetings and _SETTLED_BY.fullmatch(name) else ""


def _of_place(name: str, state: State) -> str:
    """甲镇救助资金 for the 救助资金 of "甲镇2户10人,救助资金25380元"."""
    told = state.names and _PLACE.fullmatch(state.names[-1]) and _OF_PLACE.fullmatch(name)
    return f"{state.names[-1]}{name}" if told else ""


def _goes_on_with_verb(name: str, lead: Lead, state: State) -> bool:
    """Whether a name continues a list whose verb stands before its first member."""
    if (
        lead.has_verb
        or lead.reached
        or "已" in lead.words
        or _NEWLY.search(name)
        or _NOT_LISTED.search(name)
        or STATE_TAIL.search(name)
        or _OWN_VERB.fullmatch(name)
        or _AT_STAGE.match(name)
    ):
        return False
    return lead.joint == "、" or _LISTS_ON.match(state.verb) is not None
