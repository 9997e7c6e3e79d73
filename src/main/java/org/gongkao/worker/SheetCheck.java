package org.gongkao.worker;

import java.util.List;

/** What a check of a spreadsheet found: how many lines are good, and what is wrong with the first of the others. */
record SheetCheck(int good, int wrong, List<PersonLine> shown) {

    private static final int MOST_SHOWN = 100;

    static SheetCheck of(List<PersonLine> lines) {
        var wrong = lines.stream().filter(line -> !line.isGood()).toList();
        return new SheetCheck(
                lines.size() - wrong.size(),
                wrong.size(),
                wrong.stream().limit(MOST_SHOWN).toList());
    }

    String sentence() {
        if (wrong == 0) {
            return "全部 " + good + " 行没有问题，可以导入。请再次选择同一个文件，按“导入”。";
        }
        var more = wrong > shown.size() ? "，下面列出前 " + shown.size() + " 行" : "";
        if (good == 0) {
            return wrong + " 行都有问题" + more + "。请改好后再检查。";
        }
        return good + " 行没有问题，" + wrong + " 行有问题" + more + "。可以改好后再检查，也可以先导入没有问题的行。";
    }
}
