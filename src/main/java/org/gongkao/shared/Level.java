package org.gongkao.shared;

import java.util.List;

/** 等级。The grade applied for, from five (lowest) to one. */
public enum Level implements Word {
    FIVE(5, "五级", "初级工"),
    FOUR(4, "四级", "中级工"),
    THREE(3, "三级", "高级工"),
    TWO(2, "二级", "技师"),
    ONE(1, "一级", "高级技师");

    private final int number;
    private final String label;
    private final String title;

    Level(int number, String label, String title) {
        this.number = number;
        this.label = label;
        this.title = title;
    }

    public int number() {
        return number;
    }

    /** 五级. */
    @Override
    public String label() {
        return label;
    }

    @Override
    public List<String> synonyms() {
        return List.of(title, full(), String.valueOf(number));
    }

    /** 初级工. */
    public String title() {
        return title;
    }

    /** 五级（初级工）, as the notice writes it. */
    public String full() {
        return label + "（" + title + "）";
    }

    public static Level of(int number) {
        return values()[5 - number];
    }
}
