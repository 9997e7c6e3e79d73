package org.gongkao.file;

import org.gongkao.shared.Reason;

/** Why an upload is not taken. Types and sizes come in as details, from the rule of the place. */
public enum FileRefusal implements Reason {
    NO_FILE("您还没有选择文件，请先选择要上传的文件。"),
    EMPTY("这个文件是空的，请重新选择或重新拍照后再上传。"),
    TOO_LARGE("文件超过了%s，请压缩图片或分成几份后再上传。"),
    TYPE_NOT_TAKEN("这里只接受%s，您选的文件是%s，请换成合适的文件再上传。"),
    PHONE_PHOTO("这是苹果手机专用的照片格式，请在手机设置的“相机—格式”里选“兼容性最佳”后重拍，或把照片截图后上传。"),
    DISGUISED("文件名写的是%s，内容实际是%s，请从原处重新导出或重新拍照后再上传。"),
    BROKEN("这个文件已损坏或没有传完整，打不开，请重新拍照或重新导出后再上传。"),
    TOO_FEW_PIXELS("图片太小，看不清内容：短边只有%s像素，至少要%s像素，请靠近些重新拍照。"),
    TOO_MANY_PIXELS("图片的像素太大，超过了%s万像素，请用手机普通模式重新拍照。"),
    LOCKED("这个文件加了打开密码，审核人员看不到内容，请去掉密码后再上传。"),
    TOO_MANY_PAGES("这个文件有%s页，最多%s页，请只保留需要的页再上传。"),
    UNSAFE("这个文件没有通过安全检查，不能接收，请换一个文件再上传。"),
    SCANNER_SILENT("安全检查暂时没有回应，文件没有接收，请过几分钟再上传。"),
    NOT_YOURS("没有找到这个文件，可能已超过一天未使用被清理，请重新上传。");

    private final String sentence;

    FileRefusal(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public int status() {
        return this == NOT_YOURS ? 404 : 422;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
