package org.gongkao.organisation;

/** 机构层级。Where an agency stands: province, city, or county and district. */
public enum AgencyLevel {
    PROVINCE("省"),
    CITY("市"),
    COUNTY("县区");

    private final String label;

    AgencyLevel(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
