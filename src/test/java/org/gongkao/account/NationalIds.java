package org.gongkao.account;

import org.gongkao.person.NationalId;

/** Whole numbers for typing: the product itself never hands one out. */
final class NationalIds {

    private NationalIds() {}

    static String whole(String digits) {
        for (char check : "0123456789X".toCharArray()) {
            if (NationalId.parse(digits + check).isPresent()) {
                return digits + check;
            }
        }
        throw new IllegalArgumentException(digits);
    }
}
