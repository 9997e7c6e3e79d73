package org.gongkao.organisation;

import java.time.Instant;
import java.util.Optional;
import org.gongkao.cycle.Cycle;
import org.gongkao.cycle.Window;
import org.gongkao.shared.Brief;
import org.gongkao.shared.Shanghai;

/** The three questions on the pages about units: where the year stands with their names, what is asked, by when. */
final class UnitBrief {

    private UnitBrief() {}

    static Brief forAgency(Optional<Cycle> found, boolean byLetter, Instant now) {
        if (found.isEmpty()) {
            return new Brief("年度计划尚未发布", "", "暂无要办的事", "", "—", "");
        }
        var cycle = found.get();
        var names = cycle.window(Window.UNIT_NAMES);
        var registration = cycle.window(Window.REGISTRATION);
        var own = byLetter ? "逐件办理单位变更申请" : "检查更新本辖区单位名称";
        if (now.isBefore(names.from())) {
            return new Brief(
                    "单位信息核对未开始",
                    Shanghai.minute(names.from()) + " 开始",
                    "现在可以新增单位",
                    own + "在核对期内办理",
                    Shanghai.deadline(names.to()),
                    "核对截止");
        }
        if (names.covers(now)) {
            return new Brief("核对单位信息正在进行", cycle.name(), own, "确保单位名称准确、规范", Shanghai.deadline(names.to()), "之后只能新增单位");
        }
        if (now.isBefore(registration.from())) {
            return new Brief(
                    "核对单位信息已结束",
                    "网上注册报名尚未开始",
                    byLetter ? "办完核对期内收到的变更申请" : "现在只能新增单位",
                    "不再更改名称或撤销",
                    Shanghai.minute(registration.from()),
                    "网上注册报名开始");
        }
        return new Brief(
                registration.covers(now) ? "网上注册报名正在进行" : "网上注册报名已结束",
                "单位信息核对已于 " + Shanghai.deadline(names.to()) + " 结束",
                "现在只能新增单位",
                "名称更改和撤销在下一年度核对期内办理",
                registration.covers(now) ? Shanghai.deadline(registration.to()) : "—",
                registration.covers(now) ? "注册报名截止" : "");
    }

    static Brief forUnit(Optional<Cycle> found, boolean byLetter, Instant now) {
        if (found.isEmpty()) {
            return new Brief("年度计划尚未发布", "", "暂无要办的事", "", "—", "");
        }
        var names = found.get().window(Window.UNIT_NAMES);
        if (names.covers(now)) {
            return new Brief(
                    "核对单位信息正在进行",
                    found.get().name(),
                    "核对本单位信息",
                    byLetter ? "有变化的凭单位介绍信申请变更" : "有误的请县区工考管理机构修订",
                    Shanghai.deadline(names.to()),
                    "逾期不能更改名称");
        }
        return now.isBefore(names.from())
                ? new Brief("核对单位信息未开始", "", "到时核对本单位信息", "", Shanghai.minute(names.from()), "开始核对")
                : new Brief("核对单位信息已结束", "", "暂无要办的事", "确需更改的在下一年度办理", "—", "");
    }
}
