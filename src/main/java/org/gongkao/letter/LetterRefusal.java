package org.gongkao.letter;

import org.gongkao.shared.Reason;

/** Why a document cannot be made. */
public enum LetterRefusal implements Reason {
    NO_SHAPE("文书里有字库中没有的字“%s”，暂时不能生成，网上办理不受影响，请把这个字告诉工考管理机构处理。");

    private final String sentence;

    LetterRefusal(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public int status() {
        return 409;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
