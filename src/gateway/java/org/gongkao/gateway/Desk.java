package org.gongkao.gateway;

/** 窗口。Whoever answers for a part of the addresses. Null is no answer at all: the connection ends. */
interface Desk {

    Response answer(Request request) throws Exception;
}
