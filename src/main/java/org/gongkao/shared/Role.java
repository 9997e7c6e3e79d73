package org.gongkao.shared;

/** 角色。What an account is for; what it may see follows from its office, not from this. */
public enum Role {
    WORKER("工勤人员"),
    UNIT_CLERK("单位经办人"),
    DEPARTMENT_CLERK("主管部门经办人"),
    COUNTY_REVIEWER("县区审核员"),
    CITY_REVIEWER("市审核员"),
    PROVINCE_REVIEWER("省审核员"),
    ADMINISTRATOR("考务管理员"),
    FINANCE("财务人员"),
    AUDITOR("审计人员"),
    /** Acts at a date; never signs in. */
    SYSTEM("系统");

    private final String label;

    Role(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
