"""The words by which a text says that something rose or fell, to stand in a pattern's brackets."""

RISEN = "增长|增加|上升|上涨|提高|提升|扩大"
FALLEN = "下降|下滑|下跌|降低|减少|回落|缩小|缩减"
MOVED = f"{RISEN}|{FALLEN}"
