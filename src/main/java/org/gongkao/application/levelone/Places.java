package org.gongkao.application.levelone;

/** 空缺情况。A unit's posts and how many others it has recommended already. */
record Places(PostFigures figures, int earlier) {

    /** Whether one more recommendation is one too many. */
    boolean goesBeyond() {
        return earlier >= figures.vacant();
    }
}
