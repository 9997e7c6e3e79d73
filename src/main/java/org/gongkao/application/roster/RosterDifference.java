package org.gongkao.application.roster;

import java.util.ArrayList;
import java.util.List;

/** 花名册差异。One thing in which two versions differ. An empty text: not there. */
record RosterDifference(String number, String name, String what, String before, String after) {

    /** In the order of the later version; who is no longer there comes last. */
    static List<RosterDifference> between(Roster earlier, Roster later) {
        var list = new ArrayList<RosterDifference>();
        for (var line : later.lines()) {
            earlier.line(line.number())
                    .ifPresentOrElse(
                            before -> compare(before, line, list),
                            () -> list.add(
                                    new RosterDifference(line.number(), line.name(), "新增人员", "", line.occupation())));
        }
        for (var line : earlier.lines()) {
            if (later.line(line.number()).isEmpty()) {
                list.add(new RosterDifference(line.number(), line.name(), "移出人员", line.occupation(), ""));
            }
        }
        return List.copyOf(list);
    }

    private static void compare(RosterLine before, RosterLine after, List<RosterDifference> list) {
        add(list, after, "姓名", before.name(), after.name());
        add(list, after, "证件号码", before.maskedNumber(), number(before, after));
        add(list, after, "性别", before.sex(), after.sex());
        add(list, after, "申报等级", before.level().full(), after.level().full());
        add(list, after, "申报工种", before.occupation(), after.occupation());
        add(list, after, "缴费日期", before.paidOn().toString(), after.paidOn().toString());
    }

    /** Only the hidden digits can have changed; that they have is said without showing them. */
    private static String number(RosterLine before, RosterLine after) {
        boolean hidden = before.maskedNumber().equals(after.maskedNumber())
                && before.numberCorrections() != after.numberCorrections();
        return hidden ? after.maskedNumber() + "（隐去的数字已更正）" : after.maskedNumber();
    }

    private static void add(List<RosterDifference> list, RosterLine line, String what, String before, String after) {
        if (!before.equals(after)) {
            list.add(new RosterDifference(line.number(), line.name(), what, before, after));
        }
    }
}
