package org.gongkao.application.levelone;

/** What a unit's clerk ticked and wrote; {@code seen} is the hash of the statement that was on the screen. */
record RecommendationForm(boolean statement, boolean beyond, String reason, String responsible, String seen) {

    static final RecommendationForm EMPTY = new RecommendationForm(false, false, "", "", "");
}
