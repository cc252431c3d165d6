"""What questions ask with, whatever they are about; typing errors in them are mended too."""

from __future__ import annotations

from functools import lru_cache

_WORDS = (
    # what is asked for
    "多少 几个 几家 几项 几条 几所 几座 几次 几名 几位 几成 几件 几处 几场 几批 几类 哪些 "
    "哪个 哪几 哪家 哪项 "
    "哪里 多大 多高 多久 怎样 怎么样 如何 什么 为什么 是否 有没有 百分之 百分点 "
    # goals and results
    "计划 目标 预计 打算 预期 力争 确保 实际 完成 完成率 达到 超过 达标 进展 进度 结果 情况 "
    "累计 总共 一共 合计 "
    "分别 主要 重点 任务 指标 举措 措施 滞后 年度计划 完成情况 进展情况 "
    # who
    "牵头 负责 分管 主责 责任 单位 部门 领导 科室 股室 区领导 牵头单位 责任单位 配合单位 牵头部门 "
    "责任部门 "
    # how it moved, and by how much
    "增长 下降 增加 减少 增速 增幅 涨幅 降幅 同比 环比 比重 占比 比例 排名 相差 差距 总量 "
    "总额 总数 数量 规模 金额 "
    # what is done
    "新增 新建 新开 改造 改建 扩建 建成 建设 开工 竣工 完工 投用 投入 引进 培育 落实 提升 "
    "推进 提出 加快 加装 打通 "
    "整治 治理 发放 举办 承办 设立 创建 认定 投资 "
    # when
    "今年 去年 上年 明年 全年 年初 年底 年末 年度 季度 上半年 下半年 月底 截至 期间 以上 以下 "
    # where
    "全区 全市 全省 区级 市级 省级 国家级"
)
# Measures, which follow 多少 and are no words of the documents' names.
_MEASURES = "钱 公里 平方米 平方公里 平米 公顷 万元 亿元 百分点 个点"


@lru_cache(maxsize=1)
def question_words() -> frozenset[str]:
    """Return the words and, as one word each, 多少 with what is counted in."""
    return frozenset({*_WORDS.split(), *(f"多少{unit}" for unit in _MEASURES.split())})
