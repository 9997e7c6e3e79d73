package org.gongkao.application.levelone;

/** 推荐办理。What a unit does about recommending a file. */
enum RecommendationAct {
    RECOMMEND("推荐"),
    WITHDRAW("撤回推荐");

    private final String label;

    RecommendationAct(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
