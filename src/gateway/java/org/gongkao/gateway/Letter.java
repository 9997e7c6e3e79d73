package org.gongkao.gateway;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** 通知报文。One message to the product, in its provider's form. It is written anew for each try, under the same id. */
interface Letter {

    HttpRequest write();

    /** Whether the product has thanked for it, in the way that this provider wants. */
    boolean isThanked(HttpResponse<String> answer);
}
