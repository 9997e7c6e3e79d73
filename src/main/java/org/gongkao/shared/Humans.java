package org.gongkao.shared;

/** 同一人。Whether two accounts are one human's, wherever two people are asked for; told by the module that keeps accounts. */
public interface Humans {

    boolean same(long account, Actor by);
}
