package org.gongkao.demo;

import java.util.List;
import org.gongkao.shared.Fault;

/** 演示时间页面。The moment in force, what was typed, and the moments worth going to. */
record ClockPage(
        String now, String setBy, boolean real, String day, String time, List<Stage> stages, List<Fault> faults) {

    /** 阶段时刻。One window of the year with the moments in it at which something is to be seen. */
    record Stage(String label, String span, boolean here, List<Moment> moments) {}

    /** 时刻。A moment to go to, as a button sends it. */
    record Moment(String label, String value, String words) {}
}
