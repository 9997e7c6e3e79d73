package org.gongkao.worker;

import org.gongkao.shared.Reason;

/** Why a worker cannot be confirmed or moved. */
public enum WorkerRefusal implements Reason {
    UNIT_GONE(409, "这个单位已经撤销或合并，请重新查找现在的单位名称。"),
    ALREADY_DECIDED(409, "这位同志的单位归属已经办理过，请刷新后查看最新情况。"),
    STILL_CONFIRMED(409, "您的单位归属已经核验。如已调动，请由新单位人事部门联系原单位办理。"),
    CERTIFICATE_TAKEN(409, "这个证书编号已登记在另一人名下，请核对证书编号和身份证号码。"),
    NOTHING_CHANGED(422, "所填内容与现有记录一致，请修改后再保存，不需要更正的请返回。"),
    FORMER_UNIT_DECIDES(409, "这一步由原单位办理；只有原单位已撤销时，才由工考管理机构代为同意。"),
    MOVE_PERSON_UNKNOWN(422, "没有找到可以调入的职工，请核对姓名和身份证号码；还没有被任何单位核验的，由本人直接选择单位。"),
    MOVE_OPEN(409, "这位同志已有一件调动在办，请先办结或撤回。"),
    ALREADY_HERE(409, "这位同志已是本单位职工，不用办理调动。"),
    ANOTHER_PERSON(403, "这一步应由另一人办理：一人不能办理同一件调动的两个步骤，请转交同事。"),
    OWN_STANDING(403, "不能核验本人，请由本单位另一位经办人办理；本单位只有您一位经办人的，请负责本单位的工考管理机构再开立一个经办账号。");

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
