package org.gongkao.person;

/** 注册情况。Whether a person can sign in; told by the module that keeps accounts. */
public interface Registered {

    boolean isRegistered(long personId);
}
