package org.gongkao.worker;

/** What the new unit types to ask for a worker. Prints nothing of it. */
record MoveForm(String name, String number, String explanation) {

    MoveForm {
        name = java.util.Objects.requireNonNullElse(name, "");
        number = java.util.Objects.requireNonNullElse(number, "");
        explanation = java.util.Objects.requireNonNullElse(explanation, "");
    }

    @Override
    public String toString() {
        return "MoveForm[]";
    }
}
