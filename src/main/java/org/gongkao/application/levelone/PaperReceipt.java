package org.gongkao.application.levelone;

/** 收件凭证。What an office gives for a file on paper that it received. */
record PaperReceipt(String number, String sentence, String note, String office, String date, String foot) {

    String title() {
        return "个人纸质申报材料收件凭证";
    }
}
