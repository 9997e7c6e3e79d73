package org.gongkao.worker;

/** 用人形式。Whether a person is on the regular staff or appointed by contract; both may apply. */
public enum EmploymentForm implements Choice {
    REGULAR("在岗正式工作人员"),
    APPOINTED("聘用工作人员");

    private final String label;

    EmploymentForm(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
