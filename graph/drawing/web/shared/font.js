// The font of saved pictures: a test holds it equal to FONT of graph/drawing/theme.py.

export const FONT =
  "'Noto Sans SC','Noto Sans CJK SC','Microsoft YaHei','PingFang SC','Source Sans','Source Sans Pro',sans-serif";
