package org.gongkao.shared;

/** 已登录身份。What the principal of a signed-in session implements, so that the wiring finds its actor. */
public interface Identified {
    Actor actor();
}
