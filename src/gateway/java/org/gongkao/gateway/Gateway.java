package org.gongkao.gateway;

/** 支付对端。Stands outside the building: the payment gateway of demo and tests. */
public final class Gateway {

    private Gateway() {}

    public static void main(String[] args) {
        System.out.println(args.length);
    }
}
