package org.gongkao.cycle;

/** 方案用途。What another module lets an administrator do with a package that is not archived: a link on its page. */
public interface PackageOffer {

    String label();

    String path(long packageId);
}
