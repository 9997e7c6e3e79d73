package org.gongkao.organisation;

import org.gongkao.shared.Reason;

/** Why units, departments or agencies are not found or not changed. */
enum OrganisationRefusal implements Reason {
    UNIT_UNKNOWN(404, "没有找到这个单位，请核对统一社会信用代码或从单位列表进入。"),
    DEPARTMENT_UNKNOWN(404, "没有找到这个主管部门，请核对统一社会信用代码。"),
    AGENCY_UNKNOWN(404, "没有找到这个工考管理机构，请核对行政区划代码。"),
    REGION_UNKNOWN(404, "没有找到这个行政区划，请核对代码。"),
    CODE_TAKEN(409, "统一社会信用代码 %s 已登记，请在列表中查找该单位，不要重复登记。"),
    DEPARTMENT_TAKEN(409, "主管部门代码 %s 已登记，请在主管部门列表中核对，不要重复登记。"),
    DEPARTMENT_HAS_UNITS(409, "还有 %s 家单位由该主管部门主管，请先修订这些单位的主管部门，再停用。"),
    NAME_TAKEN(409, "本机构已有名称为“%s”的单位（%s），请核对；同一单位不要重复登记。"),
    NAMES_CLOSED(409, "单位信息核对已于 %s 结束，现在只能新增单位，不能更改名称或撤销；确需更改的请在下一年度核对期内办理。"),
    NAMES_NOT_OPEN(409, "单位信息核对尚未开始，请在年度计划公布的核对期内办理。"),
    ANOTHER_PERSON(403, "这一步应由另一人办理：登记申请的人不能自己审核，请转交同事。"),
    REQUEST_OPEN(409, "该单位已有一件变更申请待办，请先办结或撤回，再提交新的申请。"),
    NO_LETTER(422, "请上传加盖公章的单位介绍信。"),
    COUNTY_DOES_IT(409, "县区单位的信息由县区工考管理机构修订，请与县区工考管理机构联系。"),
    CHANGE_UNKNOWN(404, "没有找到这件变更申请，请从申请列表进入。"),
    ENTRY_MOVED(409, "提交申请后该单位信息已有变动，请不同意本申请并说明，由单位按最新信息重新申请。"),
    BY_REQUEST_ONLY(409, "市直、省直单位的信息凭单位介绍信变更，请由单位申请或代为登记变更申请后办理。"),
    UNIT_DISSOLVED(409, "该单位已撤销，信息不再更改；如需继续使用请重新登记。"),
    NOTHING_CHANGED(422, "没有改动任何内容，请修改后再保存。");

    private final int status;
    private final String sentence;

    OrganisationRefusal(int status, String sentence) {
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
