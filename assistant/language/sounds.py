"""Characters that are heard, or seen, as one another."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

# Characters that a hasty eye, or a handwriting keyboard, takes for one another.
_LOOK_ALIKES = (
    "墅野 滨宾槟浜 子仔籽 塘溏糖 己已巳 末未 土士 戊戌戍 拔拨 辩辨辫 衰哀衷 陕峡狭 崇祟 余佘 侯候 "
    "治冶 析折 杭抗航 萧箫肃 临监 富宫 淳谆 桐铜 建健 庐芦卢 城诚成 江扛 干千于 鹿麓 瓯欧 "
    "柯珂 越赵 诸储 暨既 椒淑 路露 岱袋 普晋 衢瞿 莲连 县具 区巨 税说 值植 贷货 赁凭 募幕暮 "
    "幕墓 拓括 帐账 即既 技枝 投没 资姿 增憎 额颔 营莹 商啇 住往 住驻 房户 泊怕 位拉 桩粧 "
    "厕侧 园圆 绿录 养差 床庆 托拖 疫役 签鉴 诈炸 访仿 违伟 拆折 拆诉 贫贪 耕耘 木术本 大太 "
    "日目 件仵 粮娘 育肓 校较 徽微 待侍 傍旁 人入 多夕 少小 完宗 成戍 度席 总怎 支攴 材村 "
    "林材 万方 目自 问间 今令 季李 末来 处外 东乐 农衣 各名 企全 收牧 科料 优忧 推准 润涧 "
    "璧壁臂 浦铺 港巷 广厂 贸贺 责青 设没 计汁 划刘 境镜 率牵 层屋 产严 车东 开井 办为 力刀 "
    "干午 牛午 经轻 投授 鸟乌 晴睛 密蜜 堡保 船般 隧遂 农浓 往佳 牌碑 铁轶 沾站 手毛 元无 "
    "天夫 壮状 院完 官宫 窑窖 输愉 旅族 师帅 币帝 底低抵 极级 坊纺防 弋戈 亳毫 沭沐 潍淮 "
    "溧漂 汴汗 泗洒 邓郑 邳邱 涪培 綦基 观现 洮逃 祁祈 渑绳 濉滩 睢雎 郴彬 歙翕 黟黔 夏厦 "
    "甸旬句 盂孟 邗邢 忻析 眙胎 盱旰 崂涝 沅远 栾奕 绥馁 牟车"
)
# Sounds that regional speech and pinyin keyboards mix up; applied in turn.
_BLURRED = (
    ("zh", "z"),
    ("ch", "c"),
    ("sh", "s"),
    ("ng", "n"),
    ("c", "z"),
    ("l", "n"),
    ("iou", "iu"),
)

_ONE_RADICAL = 500  # code points: about half of those of 氵, the largest radical


def sounds_alike(one: str, other: str, *, blurred: bool = True) -> bool:
    """Tell whether two characters are read alike, tones aside; ``blurred`` also takes zh for z.

    >>> sounds_alike("糖", "塘"), sounds_alike("名", "民"), sounds_alike("名", "民", blurred=False)
    (True, True, False)
    """
    first, second = _sound(one), _sound(other)
    return first == second or (blurred and _blur(first) == _blur(second))


def looks_alike(one: str, other: str) -> bool:
    """Tell whether two characters are easily taken for one another.

    >>> looks_alike("墅", "野")
    True
    """
    return other in _look_alikes().get(one, "")


def resembles(one: str, other: str) -> bool:
    """Tell whether two characters end in one sound or are written with one radical.

    Characters of one radical stand side by side in Unicode's main block, which follows the
    dictionary of Kangxi.

    >>> resembles("搭", "塔"), resembles("滓", "津"), resembles("河", "云")
    (True, True, False)
    """
    return _final(one) == _final(other) or abs(ord(one) - ord(other)) < _ONE_RADICAL


def same_tone(one: str, other: str) -> bool:
    """Tell whether two characters that sound alike have one tone; a light one goes with any."""
    tones = {_tone(one), _tone(other)}
    return len(tones) == 1 or not all(tone.isdigit() for tone in tones)


def blurred_sounds(text: str) -> list[str]:
    """Return the sound of each character, with those that are mixed up made one."""
    return [_blurred(character) for character in text]


@lru_cache(maxsize=4096)
def _blurred(character: str) -> str:
    return _blur(_sound(character))


@lru_cache(maxsize=4096)
def _tone(character: str) -> str:
    from pypinyin import Style, pinyin

    return str(pinyin(character, style=Style.TONE3)[0][0])[-1:]


@lru_cache(maxsize=4096)
def _sound(character: str) -> str:
    """Return the commonest reading: rare ones make anything sound like anything."""
    from pypinyin import Style, pinyin

    return str(pinyin(character, style=Style.NORMAL)[0][0])


@lru_cache(maxsize=4096)
def _final(character: str) -> str:
    from pypinyin import Style, pinyin

    return str(pinyin(character, style=Style.FINALS, strict=False)[0][0])


def _blur(sound: str) -> str:
    for heard, kept in _BLURRED:
        sound = sound.replace(heard, kept)
    return sound


@lru_cache(maxsize=1)
def _look_alikes() -> dict[str, str]:
    alike: dict[str, str] = defaultdict(str)
    for group in _LOOK_ALIKES.split():
        for character in group:
            alike[character] += group
    return dict(alike)
