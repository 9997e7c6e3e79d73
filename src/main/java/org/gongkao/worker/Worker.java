package org.gongkao.worker;

/** 工勤人员。A person as a worker of one unit; the unit has confirmed it, refused it or not yet looked. */
public record Worker(long personId, String unitCode, Standing standing, int version) {

    public boolean confirmed() {
        return standing == Standing.CONFIRMED;
    }
}
