package org.gongkao.worker;

import org.gongkao.shared.Reason;

/** Why a worker cannot be confirmed or moved. */
public enum WorkerRefusal implements Reason {
    UNIT_GONE(409, "这个单位已经撤销或合并，请重新查找现在的单位名称。"),
    ALREADY_DECIDED(409, "这位同志的单位归属已经办理过，请刷新后查看最新情况。"),
    STILL_CONFIRMED(409, "您的单位归属已经核验。如已调动，请由新单位人事部门联系原单位办理。");

    private final int status;
    private final String sentence;

    WorkerRefusal(int status, String sentence) {
        this.status = status;
        this.sentence = sentence;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
