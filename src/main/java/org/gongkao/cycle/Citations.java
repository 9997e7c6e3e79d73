package org.gongkao.cycle;

import java.util.List;

/** 文件依据。The documents that the year rests on. */
record Citations(List<Citation> list) {}
