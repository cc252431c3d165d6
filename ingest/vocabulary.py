"""The words of reports that frame a figure: verbs, adverbs, predicates, words of change.

Only general official Chinese stands here. Groups of words become regular expressions with the longest
word first; possessive quantifiers keep them linear on any text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable


def one_of(*words: str) -> str:
    """An expression for any of the words in whitespace-separated strings, longest first.

    >>> one_of("新建 新建改建")
    '(?:新建改建|新建)'
    """
    every = [word for group in words for word in group.split()]
    return f"(?:{'|'.join(sorted(dict.fromkeys(every), key=len, reverse=True))})"


def _pattern(parts: Iterable[str]) -> re.Pattern[str]:
    return re.compile("".join(parts))


# Verbs that report a result or announce a task.
_VERBS = one_of(
    """新建改建 新建改造 新建续建 新改扩建 新增 新建 新设立 新设 新引进培育 新引进 新引育 新认定 新培育
    新落地 新签约 新签订 新开工 新打造 新创建 新供应 新注册 新立项 新招引 新改建 新招 新上 新开 新划转
    新推出 新入选 新获批 新纳入 净增""",
    """开工建设 建设完成 建成投用 建成投运 建成完工 竣工投用 竣工验收 开竣工 开工及续建 开工、续建
    新建、续建 新建、改建 新建、更新 新建、改造 改扩建 建成 投用 投运 竣工 开工 续建 完工 交付 改造 改建
    扩建 启用 通车 开通 打通 贯通""",
    """签约落地 签约 签订 落地 引进 引育 招引 招聘 培育 培养 创建 争创 创成 打造 认定 评定 获评 获批
    获得 荣获 获奖 获 荣登 登上 入选 入围 列入 纳入 跻身""",
    """举办 组织开展 组织 召开 开展 实施 推进 推动 解决 化解 帮扶 帮助 安置 回迁 清退 拆除 拆迁 征迁
    出让 收储 供应 供给 盘活 整治 清理 清除 发放 兑现 减免 落实 检查 走访 排查 查处 查办 立案 破获 打处
    打击 接入 开发 设置 设立 成立 配备 投放 更新 加装 增设 增加 减少 压减""",
    """提升 完成 实现 达成 争取 投入 带动 吸引 集聚 集中 服务 培训 筹集 配售 储备 立项 办理 受理 处置
    检测 采集 优化 调整 种植 播种 上线 形成 构建 建立 建设 推出 推行 出台 制定 编制 发布 安排 选派 派驻
    配套 收到 接收 接待 累计服务 联系 对接 挂牌成立 挂牌 摘牌""",
    """匹配 评选 表彰 奖励 支持 扶持 引导 促成 输送 淘汰 关停 腾退 退出 治理 修复 修缮 提质 供地 供楼
    消化 核发 审批 审核 督办 整改 销号 拥有 现有 共有 设有 建有 产生 承办 承接 主办 协办 参与 参加 覆盖
    惠及 受益 享受 申报 申请 备案 登记 注册 入库 入驻 入学 就业 创业""",
    """打响 做强 做大 突破 保持 维持 稳定 控制 确保 保障 到位 拨付 支付 归集 发现 收集 梳理 协调 巩固
    开放 滚动整治 运营 运行 投资""",
)
_ADVERBS = one_of(
    """全年 年内 年度 全区 我区 区内 本区 全县 我县 全市 我市 全省 我省 辖区 辖区内 全街道 全镇 其中
    同时 并 并且 而且 且 以及 共计 共 累计 总共 合计 总计""",
    """已经 已 现已 现有 现 目前 截至目前 截止目前 今年以来 以来 近年来 力争 争取 确保 计划 预计 预期
    预估 建议 目标 成功 顺利 圆满 超额 持续 深入 深化 大力 积极 有序 扎实 全力 全面 切实 稳步 加快 加强
    统筹 着力 高标准 高质量 高水平 高起点 进一步 新一轮 努力 至少 分别 均 都 各 首次 主动 常态化
    线上线下 线上 线下""",
    """可 拟 将 要 再 又 还 约 近 超 达 为 是 有 了 把 对 在 由 与 和 及 等 的 含 通过 年均 平均 不断
    逐步 率先 继续 更大力度 广泛 重点 主要 具有 另有 另 新 即""",
)
_WAITING = one_of(
    """新建 新增 开工 竣工 续建 完工 投用 投产 交付 改建 扩建 改造 建成 落地 签约 引进 新引进 招引 培育
    创建 新设 出让 收储 供应 解决 实际解决 发放 拆除 整改 净增 打造 新打造 启用 获批 入选 认定 新认定
    立项 拟立项 在建 已建 新开工 建成投用 竣工投用 竣工验收 开工建设 提升 改扩建 改扩 更新 新改扩建
    化解 安装 验收 结顶 封顶 主体结顶 全部 累计 已 新 建"""
)
_LEADING = one_of(
    """全年 年内 全区 我区 区内 本区 全县 我县 辖区 辖区内 其中 同时 并 并且 以及 共计 共有 总共 合计
    已 已经 现已 现已经 目前 截至目前 截止目前 今年以来 力争 争取 确保 预计 预期 建议 成功 顺利 圆满
    超额 持续 深入 大力 积极 有序 扎实 全力 全面 切实 稳步 加快 统筹 着力 高标准 高质量 高水平 进一步
    努力 至少 拟 将 年末 年底 实现 达到 获评 荣获 获得 荣登 取得 约有 约 是 的 了 包括"""
)
# Words that are a part of the name where these follow: 计划生育, 要素, 再就业, 含量.
_LEADING_BUT = (
    r"计划(?!生育)|要(?!求|素|闻|点)|再(?!就业|生|制造)|还(?!款|迁)|完成(?!率)|含(?!量)|累计(?!率)"
    r"|共(?=开展|出动|推荐|征集|签约|完成|实现|新增|发放|下发|争取|组织|举办|建成|吸引)|可(?=新增|增加)"
)
_CHANGE = one_of(
    """增长 增速 增幅 增加 提升 提高 上升 扩大 提速 攀升 回升 反弹 上涨 上浮 翻 涨幅 升幅 负增长 下降
    降低 减少 回落 下滑 下跌 降幅 跌幅 减幅 收窄 缩减 缩短 压减 改善 高于 低于 快于 慢于"""
)
_BASES = one_of(
    """同比 环比 名义 实际 可比 可比价 按可比价格计算 按不变价格计算 两年平均 年均 年平均 比上年 较上年
    比去年 较去年 同期 上年同期 较上年同期 比上年同期 去年同期 较去年同期 较同期"""
)
_LEVELS = one_of(
    """累计 合计 共计 共 首次 已 力争 确保 预计 分别 均 都 各 约 将 可 也 仍 更 又 完成 实现 保持 稳定
    维持 控制 提升 提高 增加 扩大 扩容 上升 增长 增至 升 缩小 缩短 下降 降低 减少 降 回落 压缩 压减 达到
    达成 达 为 是 至 到 在 突破 超过 超 有 不低于 不少于"""
)
_RANKING = one_of(
    """首次 蝉联 保持 稳居 跃居 跃升 跻身 进入 位列 位居 位于 排名 排位 排 名列 列 居 在 获 获得 取 取得
    成为 为 达 均 都 分别 持续 继续 位次 第位次 名次 全国 全省 全市 全区 省 市 国内 长三角 同类 区县 各区
    各区县 细分领域 县市区 的 升至 到 至 当年 新 入选 评估 荣获"""
)

# -- before a figure ----------------------------------------------------------------------

VERB = re.compile(_VERBS)
FRAME = re.compile(rf"(?:{_ADVERBS}|[、，,；;：:。.\s“”\"'‘’|])++")
ONLY_FRAME = re.compile(rf"(?:{_ADVERBS}|{_VERBS}|[、，,；;：:。.\s()（）])*+")
# Alone in a lead, these wait for a noun: "续建2所" after "投用学校5所".
NEEDS_NOUN = re.compile(rf"(?:{_WAITING}|[、和及与(（)）\s])++")
MODAL = re.compile(
    "^(?:"
    + one_of(
        """全年 年内 全区 我区 区内 其中 同时 累计 已 共 力争 争取 确保 计划 预计 成功 顺利 圆满 大力 积极
        加快 要 将 再 拟"""
    )
    + r"|[、，,\s])++"
)
LEADING_JOINT = re.compile(
    r"^(?:[、，,；;：:。.\s]|其中|以及|并且?|而且|同时|和(?!美|谐|平|达)|及(?!时)|与|且|等(?!级)|共计|则)++"
)
LEADING_FRAME = re.compile(rf"^(?:{_LEADING}|{_LEADING_BUT}|[、，,；;：:。.\s])++")
# "达57525元", "首次突破700亿元", "缩小至1.43": words between a name and its level.
LEVEL_TAIL = re.compile(rf"(?:{_LEVELS}|[、，,\s])++$")
GROWTH_TAIL = re.compile(
    rf"(?:{_BASES}|(?:较|(?<!占)比(?!重|例|率))[^、，,]{{0,12}}|\s){{0,6}}(?P<word>{_CHANGE})率?"
    rf"(?:{one_of('力争 确保 争取 预计 保持 分别 均 都 了 在 为 达到 达 超过 超 约 近')}"
    r"|[全各][市省国区][^，,]{0,8}|\s){0,6}$"
)
# Growth of an amount; "改造提升18家" and "扩大300亩" tell none.
AMOUNT_GROWTH = ("增长", "增加", "减少", "下降", "降低", "高于", "低于")
NOT_GROWTH_TAIL = re.compile(r"(?:至|到|增长目标|提升为)(?:[约近超]|了)?$")
BASE_TAIL = re.compile(rf"(?:分别|均|都)?(?:{_BASES}|平均)++(?:分别|均|都)?$")
# A base that makes a growth rate another indicator.
VERSUS = re.compile(r"[较比](?:20|19)\d{2}年?(?:同期)?|两年平均|两年年均|年均|年平均|环比")
COMPLETION = re.compile(r"完成[^、，,]{0,6}(?:计划|目标|任务)[^、，,]{0,4}的?$")
RANK_TAIL = re.compile(
    rf"(?:连续[一二两三四五六七八九十\d]{{1,3}}[年次个季度月]{{1,3}}|{_RANKING}|县\(?市、?区\)?|[、，,\s])++$"
)
RANK_SCOPE = re.compile(r"全国|全省|全市|全区|全球|长三角|省|市")

# -- behind a figure ----------------------------------------------------------------------

HAN = re.compile(r"[\u4e00-\u9fff“A-Za-z]")
# What goes on about the figure, so that its name stands before it.
PREDICATE = re.compile(
    r"(?:并|且|等(?!级)|后(?!备|勤)|以(?!上|下)|来|与|较|比|同比|居(?!民|家)|列(?!入|车)|位[列居于]|占"
    r"|增(?=长|加|至|幅|速)|净增|达(?!标)|和(?!美|谐)|及(?!时)|至|到|用于|分别|均(?!衡)"
    r"|在(?!建|园|校|册|营)|为|是|由|将|已|总投资|其中|累计|全部|顺利|正式|正在|建成|启动|运行|通过|高于|低于"
    r"|快于|左右|上下|实现|开工(?!项)|竣工|投用|落地|完工|获|入选|[、，,；;：:。）)”\s]|$)"
)
# What happens to the things counted, where these are named before the figure.
VERBAL = re.compile(
    one_of(
        """全部 顺利 正式 正在 实现 完成 开工 竣工 投用 建成 获 入选 通过 启动 落户 上市 运营 挂牌 揭牌
        落成 封顶 结顶 参与 参加 参会 受益 上岗 现场 进入 接受"""
    )
)
RESULT = re.compile(one_of("入选 获评 获得 列入 获批 入围 荣获 上榜 落户 落地 开工 竣工 投用 建成"))
PREDICATE_AFTER_NAME = re.compile(
    r"(.{2,}?)(?:，|、|总?投资|完成|实现|达到?|共|获|为|占|[^“”项目企业]{1,3}率|面积|$)"
)

# -- names --------------------------------------------------------------------------------

LIST_JOINT = re.compile(r"、|和(?!美|谐|平|达)|及(?!时)|与|以及")
LIST_SUFFIX = re.compile(
    r"(?:营业收入|营收|产值|增速|增幅|投资|收入|增加值|面积|数量|总量|覆盖率|[^、]{0,2}率|[量额数])$"
)
# The verb that a list goes on with: 新增 of "新增A250家、B16家".
CREATION = re.compile(
    r"(?:新(?:增|建|设|引进培育|引进|引育|认定|培育|落地|签约|开工|打造|创建|供应|注册|立项|招引|改建)(?:改建)?"
    r"|净增|建成(?!区)|创建|认定|签约落地|签约|落地|引进|招引|培育|投用|开工|竣工|举办|开展|设置|建设|打造|出让"
    r"|入选|新建、改建|新建改建)"
)
# Verbs that open a clause and add nothing to what it is about.
LIGHT_VERB = re.compile(
    one_of(
        """推进 推动 实施 开展 加强 完善 优化 深化 落实 做好 抓好 抓实 强化 提升 健全 构建 建立 聚焦 围绕
        支持 鼓励 引导 坚持 启动 组织 打造 狠抓 聚力 关注 做优 做强 拓展 扩大 探索 创新"""
    )
)
TOPIC_END = re.compile(r"均|已|正在|持续|按|全面|有序|不断|稳步|圆满")
# From the last of these on a long lead is a name.
STRONG_VERB = re.compile(
    one_of(
        """新增 新建 新引进 新认定 新培育 新设 净增 建成 引进 招引 举办 召开 开展 形成 上线(?!下) 解决 发放
        兑现 减免 清退 拆除 出让 收储 盘活 签约 落地 创建 获评 入选 累计 帮扶 设置 配备 接入 加装 完成 实现"""
    )
)
# Names that need their owner from before.
PARTIAL = re.compile(
    one_of("合计 累计 计划 年度 任务 总体 投资 项目 全部").replace("(?:", "(?>", 1)
    + "*(?:占.*|"
    + one_of(
        """占比 比重 比例 投资 完成投资 占全区比重 完成率 完成比例 进度 形象进度 开工率 竣工率 投产率
        到位率 覆盖率 总投资 投资额 总面积 建筑面积 面积 总金额 金额 增速 增幅 年营收 年产值 年销售额
        年税收 总数 总量"""
    )
    + ")"
)
GENERIC = re.compile(
    one_of(
        "绝对值 总额 总量 总数 数值 规模 增速 增幅 金额 数量 个数 的 完成 预计 实现 区内 全区 累计"
    )
)
STATE_TAIL = re.compile(
    r"(?:全面|全部|顺利|正式|实现|集中){0,3}(?:开工建设|开工|竣工|完工|投用|建成)$"
)
