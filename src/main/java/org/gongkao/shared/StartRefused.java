package org.gongkao.shared;

/** 不能启动。The program cannot start as it is set up; says what is missing or in the way, and what to do. */
public final class StartRefused extends RuntimeException {

    private final String remedy;

    public StartRefused(String what, String remedy) {
        super(what);
        this.remedy = remedy;
    }

    public String remedy() {
        return remedy;
    }
}
